### The narrator of the tour. Read by newcomers, in a terminal.

tour-title = A tour of Branch Relay
    .story =
        A branch has Signal groups and a Bluesky account. Branch Relay is a bot with a Signal number of its own: the people who look after the branch write to it, and it posts for them everywhere at once.
        Everything here really happens, on this machine alone: the relay as a branch runs it, a real Bluesky server, and a stand-in for Signal.
        Alex and Bea look after the Hackney branch, Bea and Cy after the Haringey branch. Mo and Sam are members. Una and Vic are Hackney’s safeguarding team. Rio is in no group at all.

tour-help = What can it do?
    .story = Alex asks the bot. Mo, a member, has found it too.

tour-announce = From a message to the groups and Bluesky
    .story = Alex posts a meeting, with a photograph of the poster. People who use a screen reader must not be left out, so the bot asks what it shows.

tour-nothing-yet = That was the preview: nothing has been posted yet. Alex agrees with a thumbs up.

tour-no-name = Nobody in the groups sees that it was Alex. The photograph knew where it was taken; that was removed on the way.

tour-member = Somebody who may not post
    .story = Mo is a member, not an admin. Nothing Mo types reaches a group.

tour-later = For tomorrow morning
    .story = Alex prepares an announcement for tomorrow. Bea looks at what is waiting.

tour-edit = The venue has changed
    .story = An announcement that was posted is corrected in every place at once. Signal changes the message. Bluesky has no way to change a post, so it is replaced.

tour-retract = Something that should not be out there
    .story = Bea posts in a hurry.

tour-oh-no = That was not meant for everybody.

tour-two = Two people have to agree
    .story = In Haringey an announcement needs two admins. Bea writes it, Cy has to agree. Haringey has no Bluesky account.

tour-report = Somebody reports what happened
    .story = Rio has something to report, and does not want to meet the person it is about. Rio writes to the bot and to nobody else.

tour-about-chair = It is about the chair, who would read it. So Rio leaves the chair out.

tour-no-reporter = Una, the welfare officer, reads what Rio wrote. Nothing on her phone says who that is: no name, no number, no picture. She answers by quoting it.

tour-chair-asks = Rio reads an answer of the team, and not whose it is. Vic is the chair. Nothing has come to Vic, and asking does not help, not even with the name of the case.

tour-captcha = Signal wants proof that a person is there
    .story = Sometimes Signal stops an account until somebody has solved a puzzle. It happens just as Alex says yes.

tour-silence = Nothing gets out: not to the groups, not to Alex. But nothing is lost. On the server, the host asks what is the matter.

tour-host-status = $ relay status

tour-solves = The host tells Alex, who solves the puzzle on Signal’s page and sends the answer to the bot.

tour-killed = Somebody pulls the plug
    .story = Alex thanks everybody for last night.

tour-plug-pulled =
    At this moment the relay is killed (kill -9), as if somebody had pulled the plug. One group has the announcement, two have not.
    Meanwhile people go on writing to the bot.

tour-restarted = The relay is started again. It knows what it had done and what not, and the messages that came meanwhile were held for it.

tour-morning = The next morning
    .story = The night passes: the relay is stopped, and started again with a clock that shows a few seconds before nine.

tour-end = That was the tour: everything you read was checked as it happened. To try it yourself, type: make demo

tour-failed =
    The story did not happen as it is told.
    { $expected }
    The end of the relay’s log:
    { $log }

expected-hidden = { $name }’s phone should show nothing of { $somebody }, and shows: { $text }
expected-clean-picture = The groups should get one picture without hidden data.
expected-description-on-bluesky = The picture on Bluesky should have its description.
expected-captcha = Signal should have asked for a captcha.
expected-status = relay status should say: { $text }
expected-second-group = The relay should have begun to post to the second group.
