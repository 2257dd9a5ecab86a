# What admins read of the groups that are kept as the settings declare them, and what is added to
# the description of each group.

group-disclaimer =
    { $kind ->
        [announcements] Announcements of { $branch }. Only its bot posts here. Replies, questions and reports: write to the bot.
        [board] Notices of members of { $branch }. Only its bot posts here; what members offer is theirs and not the branch’s.
        [caucus] A group of members of { $branch }. What is said here are the words of whoever says it, not of the branch. Please keep it here.
       *[other] What is said here are the words of whoever says it, not of { $branch }. Something wrong? Write to the bot: report
    }

group-aspect =
    { $aspect ->
        [name] the name
        [description] the description
        [posts] who writes there
        [adds] who can add people
       *[link] the invitation link
    }

group-difference =
    { $aspect ->
        [name] • The name is “{ $found }”, and should be “{ $declared }”.
        [no_description] • It has no description. It should be “{ $declared }”.
        [description] • The description is “{ $found }”, and should be “{ $declared }”.
        [posts] { $found ->
            [every-member] • Everybody can write there. It should be admins only.
           *[other] • Only admins can write there. It should be everybody.
        }
        [adds] { $found ->
            [every-member] • Everybody can add people. It should be admins only.
           *[other] • Only admins can add people. It should be everybody.
        }
       *[link] { $found ->
            [on] • It has an invitation link. It should have none.
           *[other] • It has no invitation link. It should have one.
        }
    }

group-line =
    { $state ->
        [new] { $number }. { $name } ({ $branch }): I have not looked at it yet.
        [missing] { $number }. { $name } ({ $branch }): I am not in it. Add me in Signal, and make me an admin.
        [powerless] { $number }. { $name } ({ $branch }): I am in it, but not as an admin, so I can change nothing there. Make me an admin in Signal.
        [handing_over] { $number }. { $name } ({ $branch }): being handed over to its keepers.
        [handed_over] { $number }. { $name } ({ $branch }): handed over. Its keepers run it in Signal, and I am not in it.
        [offered] { $number }. { $name } ({ $branch }): not as declared, and I have changed nothing. To let me: groups keep { $number }. To leave it so: groups take { $number }
        [mending] { $number }. { $name } ({ $branch }): not as declared. I am putting it right.
        [paused] { $number }. { $name } ({ $branch }): as declared, and only admins can write there until { $until }. To end that now: unpause { $number }
       *[kept] { $number }. { $name } ({ $branch }): as declared.
    }

group-line-taken = • Taken over from the group: { $aspects }.

groups-check =
    { $lines }

    I cannot see in Signal: who can edit a group, whether its link asks an admin first, and how long messages stay. I set these when I change something there.

groups-none-declared = No group is declared in the settings yet, so I keep none as it should be. The person who runs this bot can do that; announcements work without it.

group-number-missing = Which group? Add its number, for example: { $example }. To see the numbers: groups check

group-unknown = I know no group { $number } of yours. To see them: groups check

group-nothing-differs = Group { $number } is as declared. There is nothing to change.

group-keep-ask =
    In { $name } I would change this:
    { $lines }

    I would also set who can edit the group, and how its link lets people in, as the settings say. Its members and messages stay.
    Shall I? yes or no

group-take-ask =
    In { $name } this would stay, or become again, as it was found:
    { $lines }

    The settings stay as they are, but I no longer go by them in this.
    Shall I take it over? yes or no

group-keep-under-way = I am changing it now, and tell you when it is done.

group-taken = Taken over. From now on I keep it like that.

group-left = Fine. I have changed nothing.

group-expired = Nobody said yes about group { $number }, so I have changed nothing.

group-changed-meanwhile = Group { $number } is no longer as I showed it, so I have changed nothing. To see how it is now: groups check

group-hand-over-ask =
    I would make the keepers of { $name } its admins in Signal, those of them who are in it, and leave the group. Its members and messages stay. Signal shows everybody in it that I made them admins, and that I left.

    Once I am gone I can no longer:
    • keep its name, description and permissions as declared, or pause it
    • let people in or out: the keepers add them by hand. Who asks me to join is asked how the keepers can reach them, and I pass that on
    • say how many are in it, or notice who asks with Signal’s link
    • bring anything into it

    To have me back, a keeper adds me in Signal and makes me an admin.
    Shall I? yes or no

group-handing-over = I am handing { $name } over now, and tell you when I have left it. Until its keepers are admins, I stay.

group-handed-over = { $name } is handed over: its keepers run it in Signal, and I have left it. I keep nothing about who is in it.

group-not-handed-over = I could not hand { $name } over: Signal does not show its keepers as admins there, or did not let me leave. I am still in it and look after it. Are the keepers in the group? To see how it stands: groups check

group-hand-over-nobody = None of the keepers is in { $name }, so nobody could run it. Once one of them is in it: groups hand over { $number }

group-hand-over-new-phone = A keeper of { $name } has a new phone, and nobody has confirmed yet that it is theirs. They would become an admin there, so I wait. Once it is confirmed: groups hand over { $number }

group-hand-over-not-now = { $name } cannot be handed over at the moment: I am not an admin there, it is not yet kept as declared, or it is paused. To see which: groups check

group-missing = I am not in the group { $name }, so I cannot keep it as declared. Add me in Signal, and make me an admin there.

group-powerless = In { $name } I am not an admin, so I can change nothing there. To make me one: open the group in Signal, press my name, “Make admin”.

group-offered =
    { $name } is not as it was declared in the settings. I have changed nothing yet.
    { $lines }

    To let me put it right: groups keep { $number }
    To leave it as it is: groups take { $number }

group-settled = { $name } is as declared now.

group-mended =
    Somebody had changed { $name }. It is as declared again. This is how I found it:
    { $lines }

    To have it as it was found, and keep it so: groups take { $number }

group-stuck =
    I could not put { $name } right, although I tried three times. Signal does not say why.
    { $lines }

    Look in Signal whether I am an admin there. I try again every hour. To let me try now: groups keep { $number }

# What a description begins with while only admins write there: the only thing that whoever cannot write sees.
group-description-paused = Paused: only admins can write here until { $until }. It opens again by itself. Urgent or private? Write to the bot.

group-pausing = I am pausing { $name } now. I tell you when it is so.

group-paused =
    In { $name }, only admins can write until { $until }. The group’s description says so, and that it opens again by itself. I have written nothing into it.
    To end it now: unpause { $number }

group-opening = I am opening { $name } again.

group-opened = In { $name }, everybody can write again who could before.

group-not-paused = Group { $number } is not paused. Nobody has to do anything.

group-pause-how-long =
    I did not understand for how long. For example: pause { $number } 30m, pause { $number } 2 hours, pause { $number } until 8pm
    Nothing is paused.

group-pause-too-long = A pause can last up to seven days, and has to end later than now. For example: pause { $number } 2 hours
