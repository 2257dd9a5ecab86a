### What the tour says about what it shows, and what it expected.

tour-bot = bot to { $name }
tour-reacts = (reacts to that with { $emoji })
tour-quotes = (quotes “{ $beginning }”)
tour-edited = (edited)
tour-deleted = (This message was deleted.)
tour-file = (with the file { $name }, { $kilobytes } kB)
tour-picture-described = (with a picture, described as: { $text })
tour-votes = (votes: { $answer })
tour-poll-answer = ( ) { $answer }
tour-in-reply = (in reply to the post before)
tour-link-card = (with a card that leads to { $link })
tour-on-page = On the public page { $page }, read out:
tour-in-group = On { $name }’s phone, in the group “{ $group }”:
tour-on-bluesky = On Bluesky:

expected-nothing = (nothing at all)
expected-message =
    { $name }’s phone should have shown a message from the bot with this in it:
    { $wanted }
    What came was:
    { $came }
expected-in-group = The group “{ $group }” should show: { $text }
expected-once-in-group = The group “{ $group }” should show this only once: { $text }
expected-deleted = The group “{ $group }” should no longer show: { $text }
expected-silence = The group “{ $group }” should not have: { $text }
expected-on-bluesky = Bluesky should have one post with this text, and has { $count }: { $text }
expected-not-on-bluesky = Bluesky should not have: { $text }
expected-on-page = The page { $page } should say: { $text }
expected-no-more = { $name }’s phone got { $count } messages that the story does not tell of.
