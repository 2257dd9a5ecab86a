### What the practice page's server says. Read by newcomers, on the page.

served-practice-note = This is practice. Other devices in this network can open it, and nothing on it is real.
served-public-page = What the branches announce

served-role-alex = Admin of Hackney branch
served-role-bea = Admin of Hackney and Haringey
served-role-cy = Admin of Haringey branch
served-role-mo = Member of two branches
served-role-rio = In no group
served-role-sam = Member of Hackney branch
served-role-una = Welfare officer, reads reports
served-role-vic = Chair, reads reports

## What cannot be done

served-starting = It is just being started. Try again in a moment.
served-other-host = Open the page by the address that the terminal shows.
served-other-origin = Only the practice page itself may do that.
served-not-found = There is nothing here. Go back to the practice page.
served-malformed = The page sent something that the server does not understand. Reload the page.
served-too-large = That is too large for practice. Choose a smaller file.
served-no-such-phone = There is no such phone. Reload the page.
served-no-such-chat = This chat is not on that phone. Reload the page.
served-no-such-message = This message is not on that phone any more.
served-not-yours = Only whoever wrote a message can change or delete it.
served-too-old = This message is too old to be changed or deleted.
served-empty-message = There is nothing to send yet. Write something, or add a file.
served-may-not-write = Only admins can write in this group.
served-no-poll = This poll is closed.
served-no-such-answer = Choose from the answers that stand there.
served-story-plays = The tour is playing. Pause it first, or wait until it has ended.
served-page-away = The relay does not run now, so nobody sees its pages. Start it again.
served-relay-not-started = The relay did not start. Begin again from the beginning.

## The tour

served-story-end = That was the tour. Everything you saw was checked as it happened. Now it is your turn: every phone is yours.
served-story-broken = The tour cannot go on, because something that it needs does not answer. Play it again from the beginning.
served-relay-did-not-start =
    The tour cannot go on, because the relay did not start. It said last:
    { $log }
