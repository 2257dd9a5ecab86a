# The standards of a branch: behaviours, not beliefs. Moderators choose from them what somebody has done.

## What every branch begins with; from the first one that the branch changes, its own list counts. `.title` is what people call it.

standard-off-topic = Coming back again and again to what a group is not for, after being asked to stop.
    .title = Off topic
standard-bad-faith = Arguing to wear others out: twisting what they said, repeating what was shown to be untrue, starting quarrels.
    .title = Bad faith
standard-excluding = Mocking people, talking over them or leaving them out for who they are.
    .title = Excluding
standard-harassing = Insults, threats, unwanted messages, or going on at somebody who has asked for it to stop.
    .title = Harassing
standard-exposing = Passing on somebody’s name, number, picture, words or whereabouts without their yes.
    .title = Exposing somebody
standard-spam = Adverts where they do not belong, the same text in many groups, asking for money.
    .title = Spam
standard-pretending = Speaking as the branch, as a moderator or as somebody else.
    .title = Pretending

standard-line = { $number }. { $title }: { $text }

standards-end = If something is wrong, write to me: { $report }

## Showing them (`standards`)

standards-shown =
    { $text }

    Version { $version }{ $since ->
        [none] {"."}
       *[other] , since { $since }.
    } { $agreed ->
        [now] You have agreed to it.
        [earlier] You have agreed to an earlier one. You are asked again when you join another group.
       *[none] You are asked to agree when you join a group through me.
    }
    To change them: { $suggest } standard, and a name for it, a colon, and what it says.

## Changing them (`suggest standard`)

standard-members-only = Standards are suggested by people who are in a group of the branch. To see which there are: { $command }

standard-how =
    A new one: suggest standard Late posts: Writing in the chat after eleven at night.
    Other words for number 3: suggest standard 3 Mocking people for who they are.
    To take number 3 away: suggest standard 3 away
    Say what people do, not what they think.

standard-long = Please make it shorter: { $title } characters for its name and { $text } for what it says.

standard-unknown = There is no standard with that number. To see them: standards

standard-one-at-a-time = You have suggested one already, and it waits for an answer. I tell you when there is one.

standard-enough = There are { $most } already. Nobody reads more. Suggest other words for one of them, or to take one away.

standard-last-one = It is the only one left. Suggest other words for it, or another one first.

standard-asked =
    { $alone ->
        [yes] It is noted for the admins of { $branch } under { $number }. Two of them have to agree, and there is only one: they can ask the members instead.
       *[no] I have asked the admins of { $branch }. Two of them have to agree to just these words. I tell you what they answer.
    }

standard-shown =
    { $what ->
        [new] A new standard for { $branch } is suggested. From then on everybody reads:
        [change] Other words for standard { $number } of { $branch } are suggested. From then on everybody reads:
       *[retire] It is suggested that { $branch } takes standard { $number } away:
    }
    “{ $title }: { $text }”
    { $before ->
        [none] It is about what people do, not what they think? Then agree.
       *[other] Now it says: “{ $before }”
    }
    Nobody is put out of a group by it. Whoever joins one from then on is asked to agree to the new version.
    To ask the members instead: ballot { $suggestion }

standard-settled = Two of you agree: it counts from now on, for what happens from now on. To read all: standards

standard-not-as-shown = That standard has changed meanwhile, so nothing is done. Whoever suggested it knows. To read all: standards

standard-agreed = What you suggested for the standards of { $branch } is agreed to: { $title }. It counts from now on. To read all: standards

standard-refused = The admins would rather leave the standards of { $branch } as they are for now ({ $title }). You can talk to them.

standard-changed-meanwhile = The standards of { $branch } have changed meanwhile, so what you suggested ({ $title }) does not fit any more. To read them: standards

standard-unanswered = Two weeks are over and nobody has answered what you suggested for the standards of { $branch } ({ $title }). You can suggest it again.

## The members are asked about one (`ballot 41275`)

standard-ballot-open = The members of that branch are being asked something else just now. Try again when that is over: ballot

standard-ballot =
    { $what ->
        [new] Shall this be a standard of ours from now on?
        [change] Shall our standard { $number } say this from now on?
       *[retire] Shall our standard { $number } be taken away?
    } “{ $title }: { $text }” (suggestion { $suggestion })

standard-ballot-yes = Yes, it shall
standard-ballot-no = No, leave it as it is

standard-ballot-settled = The members have agreed to { $number }: it counts from now on, for what happens from now on. To read all: standards

standard-ballot-no-majority = The members have not agreed to { $number }, so the standards stay as they are.
