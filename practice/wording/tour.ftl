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

tour-counts = Every phone tells the bot that a message has come. The bot counts them, and keeps no list of whose they are.
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

tour-meeting = A meeting, typed once
    .story = Four hundred tenants, one leaking roof, and a meeting to call. Alex writes down on the bus what there is to know: one message, in any order. The bot asks only for what is missing.

tour-meeting-check = The bot has worked out the date and says it with the weekday, so that nobody comes on the wrong evening. Alex looks, and agrees.

tour-meeting-page = Who is in no group and on no network finds it too: the same minute it is on a page that anybody can open, without an account, a script or a cookie.

tour-next = “When was that again?”
    .story = Mo has lost it somewhere among two hundred messages, and asks the bot. The answer brings a file that the phone’s calendar opens with one tap.

tour-calendar-file = In the calendar file:

tour-remembers-little = That is all the bot keeps about Mo: that this account wants to hear of this one evening. When the evening is over, it forgets.

tour-move = The hall is taken
    .story = The caretaker calls: that evening there is a wedding. Bea has one free hand and one line to type. Before anybody hears of it, the bot says who will.

tour-same-entry = The same UID, and a SEQUENCE raised by one: a phone that has the meeting moves it, and nobody has it twice.

tour-rsvp = How many chairs?
    .story = A new evening, and nobody knows who can still come. Bea lets the bot ask.

tour-counted = Two chairs, so far. That Mo and Sam said so the members of their groups can see in Signal, as in every poll; the bot keeps the two and forgets the who.

tour-reminder = The evening before
    .story = Days pass. The relay was off, and is started three seconds before seven, a day before the meeting; not of the old date, of the new one.

tour-forgotten = Mo knows now, and stops it. From here on nothing in the relay says that Mo ever asked.

tour-by-hand = A group changed by hand
    .story = Groups are declared in the settings: what they are called, who writes there, who lets people in. Alex is an admin of the chat in Signal too, and is in a good mood.

tour-renames = renames “{ $group }” in Signal: { $name }

tour-not-who = Signal does not say who changed a group, and the bot does not guess. If the branch likes the new name better, one line keeps it.

tour-taken-over = Groups that have long been there
    .story = Five more groups were made by hand, over the years. Somebody has added the bot to each and made it an admin. The host declares them too, so that the bot looks after them from now on.

tour-settings = The host adds to the settings:

tour-not-yet-changed = The bot says what it would change, and has changed nothing yet.

tour-newcomer = Somebody new
    .story = Noor has seen the poster in a window, scanned it, and is in no group yet. Nobody has to notice a knock on a door: the bot answers.

tour-caucus = A group that is nobody else’s business
    .story = There is one for disabled members. It stands in no list; Noor knows its name from a friend, and asks. Sam looks after it.

tour-only-keeper = Sam read that Noor asked, and nobody else did: not the admins, not the other members. In the settings the host sees that the group exists; who is in it stands nowhere but in Signal.

tour-unseen = “I do not want to be in a group”
    .story = Three hundred people in a group is too many for Rio, and a member list is not for everybody. Rio gets what the branch posts all the same.

tour-unseen-count = Before it was posted, Alex read how many people get it directly. Not even the admins can see who. Rio has had enough for now; the bot forgets that there was anything to end.

tour-noticeboard = A sofa
    .story = Mo has one to give away. In the branch’s noticeboard only the bot writes, so that it stays readable.

tour-writes = in “{ $group }”: { $text }

tour-mandate = Somebody who looks after how people treat each other
    .story = Nobody is a moderator for ever here. Sam is ready to be one; two admins have to agree, and Sam has to accept.

tour-mandate-ends = The bot reminds everybody before the term ends. At its end what moderators can do stops working for Sam.

tour-complaint = A spat in the chat
    .story = Mo writes something into the chat that makes Noor want to leave it again. Noor copies the message into a chat with the bot.

tour-complaint-unseen = The bot knew whose message that was by a mark that it keeps for two days; it keeps no words of the chat. The moderators read the message and what Noor wrote, and not that it was Noor.

tour-talk = A talk first
    .story = Sam would like to hear Mo before anything is decided. It goes through the bot, so neither sees the other’s number.

tour-time-out = A time-out that ends by itself
    .story = Talking has not helped. Leaving out a step needs a second moderator, who sees just what Mo would read.

tour-nobody-named = Mo read what it was about, why, until when, and how to appeal; not who complained, and not who decided. Noor read that it is dealt with.

tour-appeal = And a way back
    .story = Sam reads the next message on the way to work, and is quicker than is good. After a first time-out one moderator may decide alone; whoever had no part in it looks at it again.

tour-appeal-over = Mo is back in the chat, and nothing of it counts the next time. Nobody in the chat read a word of all this.

tour-answers = What people ask before they come
    .story = Rio is asked by everybody why it cannot be WhatsApp, and asks the bot. A branch can change each answer.

tour-real = Is this real?
    .story = A message goes round in another app. Mo is not sure of it, and forwards it to the bot.

tour-another = The bot knew the post, and what was changed in it. Then Mo gets another message. It asks everybody to cancel their direct debit.

tour-signed = Nothing of what Mo had asked was kept but a seal that only the same words open: so the bot could tell Mo. The warning is in the branch’s signed feed, too, and reaches everybody who follows it. On this page anybody checks a text.

tour-about-me = What do you know about me?
    .story = Noor wants to know what is kept, and then wants it gone. Noor stays in the group.

tour-end = That was the tour: everything you read was checked as it happened. To try it yourself, type: make demo

tour-failed =
    The story did not happen as it is told.
    { $expected }
    The end of the relay’s log:
    { $log }

expected-hidden = { $name }’s phone should show nothing of { $somebody }, and shows: { $text }
expected-idle = The relay should have done all that it had to do.
expected-out = Mo should be out of { $group } and is in it.
expected-bold = The groups should get “street stall” in bold, and nothing else.
expected-clean-picture = The groups should get one picture without hidden data.
expected-description-on-bluesky = The picture on Bluesky should have its description.
expected-captcha = Signal should have asked for a captcha.
expected-status = relay status should say: { $text }
expected-second-group = The relay should have begun to post to the second group.
expected-card-and-calendar = The group should get a picture, a calendar file and the paper.
expected-same-entry = The calendar file should raise SEQUENCE to 1.
expected-reply = On Bluesky the change should be a reply.
expected-group-name = The group should be called { $name }.
expected-in = { $name } should be in { $group }.
