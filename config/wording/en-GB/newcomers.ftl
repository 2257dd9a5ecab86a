# What whoever comes into a first group of a branch reads, once and in private; what whoever was invited and hangs reads;
# and what admins and keepers read of how many come. Nothing of it is written into a group, and a private group is never named.

welcome =
    Welcome to { $branch }. I am its bot, a program and not a person. This comes once, and only to you.
    { $places ->
        [none] {""}
       *[other]
        {""}
        What is where:
        { $places }
    }
    To see all of it, to join or to leave: { $groups }
    What is coming up: { $meetings }. What else I can do: { $help }

welcome-place =
    { $kind ->
        [announcements] • { $name }: announcements, nothing else
        [board] • { $name }: what members offer and look for
        [area] • { $name }: for a neighbourhood
        [caucus] • { $name }: for those it is meant for
        [working] • { $name }: for those who do the work
       *[chat] • { $name }: to talk
    }

welcome-more = • and { $count } more

welcome-number =
    For you alone: Signal shows me your phone number, so others in the groups may see it, too. To hide it: in Signal, Settings, Privacy, Phone number, “Who can see my number”, Nobody.

welcome-report =
    If something has happened that should not have, write to me: { $report }
    The people who read it do not see who you are, and nothing is sent until you say so.

welcome-end =
    I write to you again only if you ask me for something, are invited to a group, or the branch asks its members a question. To get nothing like that: { $silence }. You stay in your groups.

invited =
    You were invited to { $name ->
        [none] a group of { $branch }
       *[other] { $name }
    }, and Signal waits for you to accept. Nobody there sees you as a member before that.
    To accept: open the invitation among your chats in Signal, and press “Accept”. Or write to me: { $name ->
        [none] { $join }, and the name of the group
       *[other] { $join }
    }
    If you do not want to, press “Delete” there, or do nothing. I do not ask again.

invited-keepers =
    { $count ->
        [one] Somebody who was invited to { $name } is
       *[other] { $count } people who were invited to { $name } are
    } not in it yet: Signal waits for them to accept. I tell them how, in private. You need not do anything.

# Below the line of a group in "groups check".
group-line-new =
    { $count ->
        [one] • One person came in the last seven days.
       *[other] • { $count } people came in the last seven days.
    }

group-fills =
    { $name } has { $people } people. Signal takes { $most } in a group; then nobody else gets in.
    What helps: smaller groups, for example one for each neighbourhood. Make them in Signal, add me as an admin, and have them entered in the settings with kind = "area"; I list them for everybody who asks for groups. The big group can stay for announcements.

group-nearly-full =
    { $name } is nearly full: { $people } of { $most } people. When it is full, I cannot let anybody in, and tell those who ask.
    Smaller groups, for example one for each neighbourhood, take a while to fill: please begin now. If you need room at once, ask in { $name } who would rather read announcements without being in it: they write “subscribe” to me, and leave the group.
