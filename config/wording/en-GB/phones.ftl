## New phones

admin-paused =
    { $role ->
        [keeper] What you can do as a keeper of a group
        [moderator] What you can do as a moderator
       *[admin] What admins can do
    } waits for you just now, because your safety number has changed. That is usual with a new phone, and nobody else can use your place meanwhile.
    { $who ->
        [somebody] Please ring or meet { $role ->
            [keeper] an admin
            [moderator] an admin
           *[admin] another admin
        }, or one of the safeguarding officers. They have been told what to compare with you. Once they have, you can go on.
       *[host] There is nobody else who could confirm that it is you. Please ring or meet the person who runs this bot. They know how.
    }
    Everything else works as for all members. To see what that is, type help.

admin-paused-dropped = Your safety number has changed. What you were in the middle of here is dropped, and nothing of it has been posted.

admin-waits-told =
    The safety number of { $role ->
        [keeper] a keeper of a group
        [moderator] a moderator
       *[admin] an admin
    } of { $branches } has changed. That is usual with a new phone, but it can also mean that somebody else has the number. Until it is confirmed, they cannot { $role ->
        [keeper] let anybody in
        [moderator] read or decide anything
       *[admin] post anything
    }.
    Please ring or meet them. If it is not clear who it is, wait until they come to you. Compare this with their phone (their chat with me, then View safety number):
    { $safety }
    If it is the same, type confirm { $role } { $number }. If not, do nothing and tell the person who runs this bot.

admin-confirm-which =
    Which one? Type confirm admin (or confirm keeper, confirm moderator) and the number, once you have compared the safety number with them.
    { $lines }

admin-confirm-line =
    { $number }. { $role ->
        [keeper] Keeper of a group
        [moderator] Moderator
       *[admin] Admin
    } of { $branches }
    { $safety }

admin-confirm-nobody = There is no admin whom you could confirm now, no keeper and no moderator.

admin-confirmed = Confirmed. They can work as { $role ->
    [keeper] a keeper of a group
    [moderator] a moderator
   *[admin] an admin
} of { $branches } again.

admin-confirmed-admin =
    { $role ->
        [keeper] Your safety number is confirmed. You can work as a keeper again. To see who waits to be let in: requests
        [moderator] Your safety number is confirmed. You can work as a moderator again.
       *[admin] Your safety number is confirmed. You can work as an admin again. To see how, type help.
    }

## Members

post-copy =
    You have a new phone, or have set up Signal anew, so this did not reach you in { $group ->
        [none] a group
       *[other] the group { $group }
    }. From now on you get there again what I post.

## The host

confirm-help = Let an admin work again who has a new phone, where nobody else can confirm them. Without NUMBER, lists those who wait. Compare the safety number with them by voice or in person first. Stop the relay first.

confirm-which = Ring or meet them, and compare the safety number with their phone: their chat with the bot, then View safety number. If it is the same, run this again with the number in front.

confirm-done = Confirmed. They can work as an admin again. Start the relay.
