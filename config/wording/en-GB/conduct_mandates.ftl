# Moderators: how somebody becomes one, for how long, and how that ends. They look after how people treat each other in
# the groups. They are not officers, who read reports of harm, and not admins.

## Being ready to moderate (`moderate`)

moderate-members-only = Moderators come from people who are in a group of a branch. To see which groups there are: { $command }

moderate-offer =
    Thank you. Moderators look after how people treat each other in the groups: they read complaints, and decide with others what follows. Nobody outside reads who they are; admins do, by the name that you use in Signal.

    Give the next line to an admin whom you know. They send it to me. It is good for two weeks. Two admins have to agree; then I ask you once more, and say for how long. To take it back: { $command } no

    { $code }

moderate-other-role =
    You have another role here already. People who look after a branch, or read reports, should not decide about complaints as well, if somebody else can: it is a lot of power in one hand, and a lot of work.
    If you want both all the same, write: { $command } both
    An admin who becomes a moderator is shown to the other admins as both. Whether you read reports, I tell nobody.

moderate-other-role-now =
    You have another role here now. If you want both, write: { $command } both
    If not: { $command } no
    Whether you read reports, I tell nobody.

moderate-asked =
    Two admins of { $branch } ask you to be a moderator.
    Where: { $where }
    Until: { $until }, the end of that day. I remind you before.
    You read complaints about conduct, and decide with other moderators what follows, by the standards of the branch: { $standards }
    To accept: { $command } yes
    To decline: { $command } no

moderate-asked-again =
    Two admins of { $branch } ask you to go on as a moderator.
    Where: { $where }
    Until: { $until }, the end of that day.
    To accept: { $command } yes
    To decline, so that your term ends as it was to: { $command } no

moderate-accepted =
    You are a moderator of { $branch } until { $until }, the end of that day. What you can do: { $help }
    If you want to stop earlier: { $resign }

moderate-declined = Fine. Nothing comes of it. If you change your mind: { $command }

moderate-nothing = There is nothing for you to accept any more. If you would like to moderate: { $command }

moderate-over = Your term has ended meanwhile, so it cannot be made longer. If you would like to moderate again: { $command }

moderate-accepted-admins = { $name } has accepted, and is a moderator of { $branch } until { $until }.

moderate-declined-admins = { $name } would rather not be a moderator of { $branch }{ $until ->
    [none] {"."}
   *[other] {" "}until { $until }. Nothing has changed.
    }

moderate-not-named = The admins of { $branch } do not name you a moderator for now. You can talk to them.

moderate-unanswered = Two weeks are over and nothing came of it that you moderate in { $branch }. Whoever still wants it can begin again.

moderate-standing =
    You are a moderator.
    { $lines }
    { $rests ->
        [yes] Your rights rest, because you have another role here now. If you want both, write: { $command } both
       *[no] To stop: { $resign }
    }

moderate-line =
    { $branch }: { $where }, { $until ->
        [none] without end
       *[other] until { $until }
    }

## What admins propose (`moderators`)

mandate-name = “{ $name }” (as in Signal)
mandate-nameless = somebody without a name in Signal
mandate-everywhere = all groups of { $branch }

mandate-how-any =
    To propose a moderator: they write moderate to me and give you the line that they get. Send it here. After it you may say for how long and where: 3 months in 2, 5
    To let one go on: moderators renew 3
    To end it: moderators end 3: and why; that person reads it.

mandate-how = I did not understand all of that. After the code you may say for how long, and in which groups by their number. For example: moderators { $example } 3 months in 2, 5

mandate-renew-how = I did not understand all of that. After the number you may say for how long. For example: moderators renew { $number } 3 months

mandate-end-how = Please say why, in your own words: that person reads it, and should know. For example: moderators end { $number }: nobody could reach you for a month

mandate-code-unknown = I do not know that code, or no longer. A code is good for two weeks, and once. Whoever wants to moderate gets a new one: they write moderate to me.

mandate-number-unknown = There is no moderator with the number { $number }. To see who moderates: moderators

mandate-which-branch = You look after several branches. For which one? Add its name: { $names }. For example: { $command }

mandate-too-long = { $months ->
    [one] A month is the longest
   *[other] { $months } months is the longest
    } that somebody can be named for here. Their term can be renewed.

mandate-not-yourself = Nobody proposes themselves, and you count as neither of the two admins who have to agree. Give the line to another admin.

mandate-not-your-own = That is your own. Other admins decide about it. To stop by yourself: resign

mandate-of-settings = That moderator stands in the settings. The person who runs this bot takes them out there.

mandate-too-few-admins =
    Two admins of { $branch } have to agree, and whoever it is about is neither of them. There are not enough for that. The person who runs this bot can name moderators in the settings, or another admin.

mandate-proposed-already = That is proposed already, and waits for an answer. To see what waits: moderators

mandate-is-admin =
    { $name } is an admin of { $branch } too. Should they be both? Then somebody who decides about complaints also names those who do. If you want that all the same, write it out: { $command } both

mandate-preview =
    You propose { $name } as a moderator of { $branch }.
    Where: { $where }
    Until: { $until }, the end of that day
    { $admin ->
        [yes] They are an admin too, and would be both.
       *[no] Make sure that it is who gave you the code: people can call themselves anything.
    }
    Another admin has to agree, and then they have to accept. Shall I ask? yes or no

mandate-renew-preview =
    You propose that { $name } goes on.
    Where: { $where }
    Until: { $until }, the end of that day
    Another admin has to agree, and then they have to accept. Shall I ask? yes or no

mandate-end-preview =
    You propose that { $name } stops being a moderator at once. They read this, and not from whom:
    “{ $why }”
    Another admin has to agree. Shall I ask? yes or no

mandate-left = Fine. Nothing is proposed, and nothing has changed.

mandate-expired = What you were about to propose about a moderator is dropped. Nothing has changed.

mandate-proposed = I have asked the other admins, and tell you what they answer. It has the number { $number }.

mandate-shown =
    { $text }
    To agree: agree { $number }, or a thumbs up on this. If not: refuse { $number }

mandate-name-shown =
    An admin proposes { $name } as a moderator of { $branch }.
    Where: { $where }
    Until: { $until }, the end of that day
    { $admin ->
        [yes] They are an admin of the branch too, and would be both.
       *[no] People can call themselves anything. If you are not sure who it is, ask the other admins first.
    }

mandate-renew-shown =
    An admin proposes that { $name } goes on as a moderator of { $branch }.
    Until: { $until }, the end of that day

mandate-end-shown =
    An admin proposes that { $name } stops being a moderator of { $branch } at once. They would read:
    “{ $why }”

mandate-counted = Thank you. One more admin has to agree to { $number }.

mandate-yours-already = You have said yes to { $number } already. Another admin has to agree.

mandate-about-you = { $number } is about you. Other admins decide.

mandate-decided = { $number } is agreed to. Nothing is left to do.

mandate-decided-not = { $number } is dropped: an admin would rather not.

mandate-dropped = { $number } is dropped.

mandate-person-asked = Two of you agree. I ask them whether they accept, and tell you.

mandate-over-meanwhile = That term has ended meanwhile, so nothing is done. Whoever wants to moderate again writes to me: moderate

mandate-ended = Two of you agree. They are a moderator no more, and have been told why.

mandate-reminder = { $number } has waited for two days. agree { $number }, or refuse { $number }

mandate-unanswered-admins = { $number } has ended: nobody answered for two weeks.

## How a term ends

mandate-ends-soon = Your term as a moderator of { $branch } ends with { $until }. If you want to go on, say so to an admin: two of them have to agree again.

mandate-ends-soon-admins =
    The term of { $name } as a moderator of { $branch } ends with { $until }. To let them go on: moderators renew { $number }

mandate-lapsed = Your term as a moderator of { $branch } is over. Thank you for what you have done. What moderators can do no longer works for you.

mandate-lapsed-admins = The term of { $name } as a moderator of { $branch } (number { $number }) is over.

mandate-ended-by-admins =
    Two admins of { $branch } have ended your term as a moderator. They say:
    “{ $why }”
    What moderators can do no longer works for you.

mandate-resigned-admins = { $name } has stopped being a moderator of { $branch } (number { $number }).

resign-ask =
    You would stop being a moderator of { $branches } at once, and the admins are told. What you were in the middle of with others goes on without you.
    Shall I? yes or no

resigned = Done. You are a moderator no more. Thank you for what you have done.

resign-left = Fine. You are still a moderator.

resign-nothing = You are a moderator no more already.

resign-of-settings = You stand in the settings as a moderator. The person who runs this bot takes you out there.

## Who moderates (`moderators`)

moderators-list =
    Moderators of { $branch }:
    { $lines ->
        [none] nobody
       *[other] { $lines }
    }
    { $how ->
        [how] To name somebody: they write moderate to me and give you a code. Then: moderators, and the code. moderators renew 3 lets number 3 go on, moderators end 3: and why ends it. Two admins have to agree.
       *[host] Two admins have to agree to a moderator, and there is only one here. The person who runs this bot can name moderators in the settings, or another admin.
    }

moderators-line = { $number }: { $name }, { $where }, until { $until }

moderators-of-settings = { $count ->
    [one] One more stands in the settings, without end.
   *[other] { $count } more stand in the settings, without end.
    }

moderators-waiting =
    { $number }: { $kind ->
        [name] to name { $name }
        [renew] to let { $name } go on
       *[end] to end it for { $name }
    }; waits for { $who ->
        [person] them to accept
       *[admin] another admin
    }

moderators-yours = You are a moderator. { $line }

moderators-count = { $count ->
    [0] Nobody is a moderator of { $branch } just now.
    [one] { $branch } has one moderator.
   *[other] { $branch } has { $count } moderators.
    } Who they are is not shown.
