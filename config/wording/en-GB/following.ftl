# Following other branches: what admins say and are told, and how a post of another branch reads.

## How it reads in groups, on the page and in the feed. Marked as theirs, always.

following-passed =
    From { $name }:

    { $text }

# They have it from somebody else themselves.
following-passed-from =
    From { $name }, who have it from { $origin }:

    { $text }

following-warning-passed =
    Warning from { $name }. This is not theirs, or not true:

    { $text }

# In place of a warning that was wrong.
following-warning-withdrawn = { $name } have taken back their warning that stood here. It was wrong.

following-read-on = All of it is on their page: { $url }

following-files =
    { $count ->
        [one] A picture or paper goes with it. It is on their page: { $url }
       *[other] { $count } pictures or papers go with it. They are on their page: { $url }
    }

# Of a warning, so that it can be read and not be tapped: portal(at)example(dot)org
following-at = (at)
following-dot = (dot)

# In place of a link in a list, so that nobody opens one of a stranger by mistake.
following-link = (link)

## Beginning

following-how =
    To follow another branch, or the national body, send follow and the link of its page, for example: follow https://camden.example.org/b/camden
    You then hear what it posts, and can pass it on. following: whom you follow now.

following-no-feed =
    That is no page of a branch that I can follow. Its link looks like this: https://camden.example.org/b/camden
    Ask them for the link on their card or their page. I have not opened yours.

following-which-branch =
    For which of your branches? Send the link with its short name behind it, for example: follow { $link } { $branches }
    Your branches: { $branches }

following-too-many = Your branch follows { $most } others, and can follow no more. To end one: following shows their numbers, then unfollow and the number.

following-looking = I am looking at it now, and write to you in a moment. Nothing is followed yet.

# Why a link could not be read. `reason` is an id; most people only need the first line.
following-not-read =
    I could not read { $url }, so nothing is followed.
    { $reason ->
        [address] I read only from public addresses, over https. This one is somewhere else. If it is inside your own network, whoever runs this bot can allow it.
        [unreachable] Nobody answers there. Compare the link, and try again later.
        [certificate] Its certificate is not in order, so I cannot know who answers. Tell them.
        [slow] It takes too long to answer. Try again later.
        [busy] It is too busy. Try again in an hour.
        [gone] There is no such page there. Compare the link with them.
        [status] It answers with an error. Try again later.
        [elsewhere] It points to another website. Ask them for their new link.
        [kind] There is a page, and it is no feed of a branch. Compare the link with them.
        [too-large] It is too large to be the feed of a branch.
        [broken-off] It breaks off in the middle. Try again later.
        [no-json] What is there is no feed of a branch. Compare the link with them.
        [not-canonical] What is there is no feed of a branch. Compare the link with them.
        [no-feed] What is there is no feed of a branch. Compare the link with them.
       *[other] What is there does not hold together: somebody has changed it, or it is broken. Do not try to mend it. Ring them, on a number that you have had for longer.
    }

# The key is read out letter by letter. `doubt`: what speaks against the name. `replaces`: followed already, with another key. `second`: another admin has to agree.
following-key =
    { $replaces ->
        [yes] This is the feed of { $name }, which { $branch } follows already, with a new key.
       *[no] This is the feed of { $name }, for { $branch } to follow.
    }
    { $url }

    Its key:
    { $fingerprint }{ $doubt ->
        [own] {""}

        Beware: it calls itself like your own branch.
        [followed] {""}

        Beware: you follow somebody with this name already, and this is not the same feed.
        [deceptive] {""}

        Beware: its name is written with letters that look like others.
       *[none] {""}
    }

    Before you say yes, make sure that it is theirs. Ring somebody there whom you know, on a number that you have had for longer and not one from that page. Let them read you the key from their own page or card. Every letter has to be the same.
    { $replaces ->
        [yes] Ask them, too, why they have a new key. Until you have done that, a stranger may be behind it.
       *[no] Whoever has made a page that only looks like theirs has another key.
    }

    yes: it is the same. no: it is not, or you cannot reach them.{ $second ->
        [yes] {""}
        Then another admin has to agree, too.
       *[no] {""}
    }

following-answer-later = You were at something else, so this waits. When you have compared the key: follow { $number }

following-expired = Nothing is followed yet: the key of { $name } waits for you. When you have compared it: follow { $number }

following-gone = That is not any more as I had shown it, so nothing has changed. following: whom you follow now.

following-dropped = Nothing is followed, and I keep nothing of it.

following-proposed = Thank you. Another admin now has to compare the key of { $name }, too. I have asked them.

following-proposed-to-you =
    Another admin wants { $branch } to follow { $name }, and says that the key is theirs. Two of you have to agree.
    To see the key, and compare it by telephone: follow { $number }

following-own = You have said yes to { $name } already. Another admin has to compare the key, too.

following-begun =
    Your branch follows { $name } now. It has number { $number }.
    What they post from now on, I offer to you and the other admins first. When something is wrong with their feed I tell you. To have their posts go out here at once: trust { $number }

following-agreed = Another admin has agreed. Your branch follows { $name } now, as number { $number }.

following-already = Your branch follows { $name } already, as number { $number }. To see what is new there: following { $number }

following-yourself = That is the feed of your own branch. There is nothing to follow.

following-not-yet = { $name } is not followed yet. First compare the key: follow { $number }

following-unknown = There is nothing with number { $number } that your branch follows. following: whom you follow now.

following-number-missing = Which one? Send the number, too, for example: { $example }

following-ended =
    Your branch no longer follows { $name }, and I have forgotten what they posted.
    What you have passed on still stands. It will no longer be corrected with theirs. To take one back: retract and its number.

## Lists

following-none =
    Your branch follows nobody yet. To follow another branch, or the national body, send follow and the link of its page, for example: follow https://camden.example.org/b/camden

following-list =
    { $branch } follows:
    { $lines }

    To see what is new with one: following and its number.

following-state-asked = { $number }. { $name }: not yet. Its key has to be compared: follow { $number }

following-state =
    { $number }. { $name }: { $trouble ->
        [none] all is well, read { $when }
        [silent] I cannot read it; last read { $when }
       *[other] something is wrong with it, so nothing of it is passed on; last in order { $when }
    }.{ $trusted ->
        [yes] {" "}Posts go out here at once.
       *[no] {""}
    }{ $waiting ->
        [0] {""}
       *[other] {" "}New: { $waiting }.
    }

following-one =
    { $state }
    { $url }
    { $lines ->
        [none] Nothing new waits for you.
       *[other] { $lines }
    }{ $more ->
        [0] {""}
       *[other] {""}
        And { $more } older ones.
    }

following-line =
    { $number }. { $when }{ $origin ->
        [none] {""}
       *[other] , from { $origin }
    }{ $kind ->
        [false] , a warning
       *[post] {""}
    }: “{ $text }”

## What is new

following-offer =
    { $count ->
        [one] { $name } have posted something:
       *[other] { $name } have posted { $count } things:
    }
    { $lines }{ $more ->
        [0] {""}
       *[other] {""}
        And { $more } more: following { $number }
    }
    { $trusted ->
        [yes] I have not posted this at once: it was too much in a short time, it is old, or they have it from others.
       *[no] Nothing of it is posted here yet.
    }
    To see one as your branch would post it: pass on { $example }. To leave it: ignore { $example }

following-warning =
    Urgent. { $name } warn of something that is not theirs, or not true: “{ $text }”
    { $announcement ->
        [none] Your members may have had the same. To warn them: pass on { $number }. If you do not know what to think of it, ring them first.
       *[other] I have put this warning into your groups at once, because you trust them. To take it back: retract { $announcement }
    }

following-warning-wrong = { $name } have taken back a warning that I told you of. It was wrong.

following-post-unknown = There is nothing with number { $number } that another branch has posted. To see what is new: following

following-passed-already = That is posted already, or about to be: it is your number { $announcement }. To take it back: retract { $announcement }

following-post-gone = { $name } have taken that back, so I pass on nothing of it.

following-in-trouble = Something is wrong with the feed of { $name }, so nothing of it is passed on until that is mended. following says what.

following-ignored = I will not ask about { $number } again. It is still known when somebody asks whether it is real.

## Trust

following-trust-ask =
    { $name }: shall what they post go into the groups of { $branch } at once, without anybody here reading it first?
    It is marked as theirs, and goes wherever your own posts go. At night it waits for the morning. Only a warning of something false goes out at once at any hour. If they post very much, I offer it to you instead.
    Say yes only if you would let somebody there post in your name. You can end it at any time.{ $second ->
        [yes] {""}
        Another admin has to agree, too.
       *[no] {""}
    }
    yes or no?

following-trusted = What { $name } post goes out here at once from now on. To end that: trust { $number } off

following-trusted-already = What { $name } post goes out here at once already. To end that: trust { $number } off

following-trust-off = From now on I offer you what { $name } post before anything of it goes out here.

following-trust-dropped = Nothing has changed.

following-trust-proposed = Thank you. Another admin has to agree that what { $name } post goes out here at once. I have asked them.

following-trust-to-you =
    Another admin wants what { $name } post to go out here at once, without anybody here reading it first. Two of you have to agree.
    To see what that means, and decide: trust { $number }

## Following along

following-changed-before-post =
    { $gone ->
        [yes] { $name } have taken back what you were about to pass on as number { $announcement }. Nothing of it is posted.
       *[no] { $name } have changed what you were about to pass on as number { $announcement }. Nothing of it is posted. To see it as it is now: pass on { $number }
    }

following-retracted = { $name } have taken back what stood here as your number { $announcement }. I take it back here, too.

following-corrected =
    { $withdrawn ->
        [yes] { $name } have taken back their warning, your number { $announcement }. I say so here, too.
       *[no] { $name } have corrected what stands here as your number { $announcement }. I correct it here, too. It says now: “{ $text }”
    }

following-compare =
    { $touched ->
        [yes] { $name } have corrected what you passed on as number { $announcement }. You have changed it here yourselves, so I have left it.
        [often] { $name } have corrected what you passed on as number { $announcement } once more. They do so very often today, so I have left it.
       *[no] { $name } have written what you passed on as number { $announcement } quite anew. I have left it here, so that you can read it first.
    }
    It says there now: “{ $text }”
    To change yours: edit { $announcement } and the new text. To take it back: retract { $announcement }

## What can be wrong

# `reason` is an id. Said once; nothing of the feed is passed on while it lasts.
following-trouble =
    { $reason ->
        [silent] I have not been able to read the feed of { $name } since { $since }. What they post does not reach you, and what you have passed on is not corrected with theirs.
            Look at their page yourself: { $url }. If it is gone, ask them. I go on trying.
        [key-unvouched] The feed of { $name } is signed with another key, and the old key does not vouch for it. Either they have lost their key, or somebody else is behind that page now.
            Nothing of it is passed on. Ring them, on a number that you have had for longer. If they have a new key, compare it: follow { $url }. If they know nothing of it, tell them at once, and do not open links from that page.
        [another-feed] At the address of { $name } there is another feed now. Either they have begun anew, or somebody else is behind that page.
            Nothing of it is passed on. Ring them, on a number that you have had for longer. If it is theirs, compare the key: follow { $url }
        [fork] The feed of { $name } says something else about the past than it said before. A branch cannot do that by accident, unless two of its computers run at once.
            Nothing of it is passed on. Ring them, and ask whether they know. I go on looking, and tell you when it is in order again.
        [rolled-back] The feed of { $name } is older than what I have read of it before: something is missing at its end. Perhaps their web page shows an old copy, perhaps somebody hides something.
            Nothing of it is passed on. Ring them, and ask whether they know. I go on looking, and tell you when it is in order again.
       *[other] The feed of { $name } does not hold together: something in it was left out, or changed by somebody who does not have their key. It may only be a fault of their web page.
            Nothing of it is passed on. Ring them, and ask whether they know. I go on looking, and tell you when it is in order again.
    }
    I tell you this only once. To end following them: unfollow { $number }

following-well = The feed of { $name } is in order again. What came meanwhile, I offer to you as usual.

following-cut-off =
    { $name } came back from a backup, and have lost what they did for a while. What you passed on of that still stands: { $numbers }.
    It will no longer be corrected with theirs. Ask them whether it still holds. To take one back: retract and its number.
