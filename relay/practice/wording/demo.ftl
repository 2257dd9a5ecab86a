### The demo's own words. Read by newcomers, in a terminal.

demo-step-signal = Starting a stand-in for Signal …
demo-step-bluesky = Starting a Bluesky server of your own (a few seconds) …
demo-step-people = Inviting Alex, Bea, Cy, Mo, Sam, Rio, Una and Vic …
demo-step-relay = Starting the relay …
demo-step-end = Everything is stopped, and nothing is left behind.

demo-begin = Ready: you hold everybody’s phone
    .story =
        Alex and Bea look after Hackney, Bea and Cy after Haringey; Mo and Sam are members. Una and Vic are Hackney’s safeguarding team. Rio is in no group.
        What you type goes to the bot, from the phone of the person before the >. You see what arrives on every phone.

        Try it:  help
                 announce Public meeting on Thursday at 7pm
                 yes
        Then:    @rio report   to report something as Rio, which Una and Vic read
                 @mo           to be Mo
                 /help         for everything else
                 /quit         to end

demo-help =
    @mo                 be Mo from now on (alex, bea, cy, mo, sam, rio, una, vic)
    @mo Hello           write to the bot as Mo, once
    /file PICTURE text  send a file with a text, such as: /file poster.jpg announce Come along
    /quote text         answer the bot’s newest message by quoting it, as an officer answers
    /react 👍           react to the bot’s newest message
    /edit text          edit your newest message to the bot; /delete deletes it
    /in board text      write in a group (board, chat, ward, haringey)
    /phone              your chat with the bot again
    /group board        what stands in a group
    /bluesky            what stands on Bluesky
    /reply text         somebody on Bluesky replies to the newest post

    /captcha            Signal wants proof that a person is there
    /down, /up          Bluesky stops answering, and answers again
    /kill, /start       the relay is killed, and started again
    /later 18           it is 18 hours later
    /status             what “relay status” says to the host
    /quit               end

demo-you-are = You hold { $name }’s phone now.
demo-unknown-person = I know nobody called { $name }. There are { $names }.
demo-unknown-command = There is no /{ $name } here. Type /help to see what there is.
demo-which-group = Which group, and what? There are { $names }.
demo-group = In the group “{ $group }”:
demo-in-group = In the group “{ $group }”, on the phones of { $names }:
demo-nothing-there = There is nothing there to do that with.
demo-refused = That does not work: { $reason }
demo-reaction = ({ $name } reacted with { $emoji })
demo-feed =
    { $count ->
        [0] Nothing stands on Bluesky.
        [one] One post stands on Bluesky:
       *[other] { $count } posts stand on Bluesky. The newest:
    }
demo-post-gone = (This post was deleted: { $text })
demo-post-answers = (in reply to another post)
demo-post-card = (with a link card for { $address })
demo-captcha =
    From now on Signal sends nothing. Announce something, say yes, and look at /status. Then solve it as an admin:
    { $solution }
demo-bluesky-is-down = Bluesky does not answer now. /up lets it answer again.
demo-bluesky-is-up = Bluesky answers again.
demo-killed = The relay is killed. What people write is held for it. /start starts it again.
demo-started = The relay runs again.
demo-runs-already = The relay runs already.
demo-later = It is { $hours } hours later. The relay was stopped meanwhile.
