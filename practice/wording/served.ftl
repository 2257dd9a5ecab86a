### What the practice page's server says. Read by newcomers, on the page.

served-practice-note = This is practice. Other devices in this network can open it, and nothing on it is real.
served-public-page = All branches
served-public-hackney = Hackney branch
served-public-haringey = Haringey branch

served-role-alex = Admin of Hackney branch
served-role-bea = Admin of Hackney and Haringey
served-role-cy = Admin of Haringey branch
served-role-noor = New here, in no group
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
served-not-in-group = This phone is not in that group any more.
served-already-in-group = This phone is in that group already.
served-may-not-change = Only admins of this group can change that.
served-no-link = This group’s link is switched off.
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

## What the server can see

served-seen-all = This is everything that the relay holds now: every row of its database, its whole log and what it measures. On the disk the database is encrypted. It was opened for you with the host’s key, so you see what a host could see, or a thief who has the key as well.
served-seen-sealed = What belongs to a report is encrypted once more, with a key of its own. That key lies in the database too, so a host who means to could open it. Once a report is deleted, its key is destroyed, and nobody can open any copy of it again.
served-seen-encrypted = ‹encrypted, { $count } bytes›
served-seen-key = ‹a key, { $count } bytes›
served-seen-bytes = ‹{ $count } bytes›

served-searched-name = The name { $name }, in every row, the log and the measures
served-searched-number = { $name }’s phone number, { $number }, in the same places
served-searched-account = { $name }’s Signal account, { $account }, in the same places
served-searched-texts =
    { $count ->
        [0] What { $name } wrote, apart from single words: nothing yet
        [one] What { $name } wrote, apart from single words, one text, in the same places
       *[other] What { $name } wrote, apart from single words, { $count } texts, in the same places
    }
served-searched-remains = { $name }’s number, account and texts, in every byte of the database’s files: also where something was deleted and has not been overwritten yet

## What another member could find out

served-found-lists = Signal itself shows { $by } that { $about } is in these groups, to everybody who is in them:
served-found-no-lists = { $by } and { $about } are in no group together, so Signal shows { $by } nothing about { $about }.
served-found-number = { $about } shows a phone number, so { $by } can read it there: { $number }.
served-found-account = { $about }’s Signal account, in every message on this phone
served-found-hidden-number = { $about }’s phone number, in every message on this phone
served-found-written =
    { $count ->
        [0] What { $about } wrote to the bot, apart from single words: nothing yet
        [one] What { $about } wrote to the bot, one text, in every message on this phone
       *[other] What { $about } wrote to the bot, { $count } texts, in every message on this phone
    }
served-found-group = That { $about } is in “{ $group }”

served-seen-announcements = Announcements, where they were posted, and who wrote them.
served-seen-audit = Who announced, changed or agreed to what. Nothing about reports, and no line can be changed later.
served-seen-backups = When the database was copied, and which keys were destroyed since.
served-seen-blockages = What keeps messages back, such as a captcha.
served-seen-case-counts = How many reports came and how they ended. Never whose.
served-seen-case-entries = What was written in a report, and the team’s answers. All of it is encrypted.
served-seen-case-keys = The key of each report. Destroying it destroys the report.
served-seen-case-links = Who wrote a report: a fingerprint that cannot be turned back, and the account to answer to, encrypted.
served-seen-case-names = Fingerprints of names that reports had, so that none is used twice.
served-seen-case-origins = Fingerprints of messages of a report, so that a change reaches the right one.
served-seen-case-quarantine = Which reports wait because very many came at once, or because their writer was muted.
served-seen-case-readers = Which officers may read a report. There is no list of who may not.
served-seen-case-records = What the team decided, encrypted, and a chain that shows whether anything was taken out.
served-seen-case-answers = Which officer is still to hear whether their answer has gone out.
served-seen-case-offers = Which messages suggest a passphrase, so that they can be deleted once one is set.
served-seen-case-relays = Which message on whose phone belongs to which report.
served-seen-cases = Reports: their state, their made-up name, and when something happened. No text.
served-seen-contact-list = Who asked to be on the contact list of which branch, and when: a fingerprint that cannot be turned back. What they gave is encrypted.
served-seen-contact-keys = The key of each entry in the contact list, and of each number that waits to be asked. Destroying it destroys the entry.
served-seen-contact-asked = Which numbers of an imported list were asked whether they want to be on the contact list: fingerprints that cannot be turned back, for two years.
served-seen-contact-invitations = Numbers of an imported list that are still to be asked, encrypted. Gone as soon as they were asked.
served-seen-contact-letters = What admins write to people on the contact list, while it is on its way, and how far it has come.
served-seen-contact-counts = How many of an imported list were asked, and how many are not on Signal. Nobody.
served-seen-member-counts = How many people are in each group, day by day, for a little over a year. Nobody.
served-seen-conduct-copies = Which messages to moderators show something of a complaint, so that they can be deleted with it.
served-seen-conduct-keys = The key of each complaint. Destroying it destroys the complaint.
served-seen-conduct-links = Who complained: a fingerprint that cannot be turned back, and the account to answer to, encrypted.
served-seen-conduct-matters = Complaints: in which branch, how far each has come, and when. Who it is about and what was said is encrypted.
served-seen-conversations = What somebody is in the middle of with the bot.
served-seen-chat-messages = Where the bot’s messages stand in chats, so that hide can delete them. Whose chat is a fingerprint; gone after two days.
served-seen-group-warnings = Whom the bot has told that others can read what they wrote in a group: a fingerprint, for an hour.
served-seen-language-guesses = In which language the bot has just answered, where nobody chose one: a fingerprint, for a day.
served-seen-languages = Who asked to be answered in another language.
served-seen-files = Files that wait to be posted.
served-seen-contacts = Whom to ask about a meeting, for admins alone. Forgotten when it is over.
served-seen-subscribers = Who gets announcements by direct message: their account ids, because they must be written to. Forgotten at “unsubscribe”.
served-seen-ballots = Questions to members. While one is open: answers and reasons under a keyed hash, and whom it has still to be sent to. With its end all but the question is destroyed.
served-seen-mailings = What is on its way to subscribers, and how far it has come. Who has got what is forgotten after a day.
served-seen-followers = Who wants to hear of one meeting. Forgotten when it is over.
served-seen-groups = The groups that the bot is in.

served-seen-kept-groups = The groups that are kept as declared, and what in them is not. Nothing about who is in them.
served-seen-adverts = Adverts, and whose they are, so that they hear when one is over. Forgotten with the advert, or a week after its time.
served-seen-advert-marks = Who may post adverts without being read first, for a year, and who has posted one this week: fingerprints under a key.
served-seen-board-lists = Where the list of adverts stands in each board.
served-seen-signed-feed = What the branch has said in public, signed, and the key it is signed with. The words stand until they are corrected or taken back.
served-seen-followed-feeds = Feeds of other branches that this branch follows, and what was posted in them for everybody. Which admin asked for one, until that is agreed to, and who trusts it, because they get the receipts.
served-seen-join-requests = Who waits to be let into a group or out of it, and what they wrote to its keepers: the account, because they are to be answered. Forgotten as soon as they are.
served-seen-suggestions = Groups that members suggest, and those that the bot has made of it: who suggested one, because they look after it.
served-seen-join-marks = That somebody has asked, vouched or was refused, so that nobody floods a door: fingerprints, for days or weeks. That somebody wants nothing unasked: one, until they take it back. Not whose.
served-seen-standards = Which version of the standards was agreed to: a fingerprint, as long as they are in a group.
served-seen-inbox = Messages to the bot. What was written, and by whom, is forgotten once it has been answered.
served-seen-stranger-counts = How many messages of people whom the bot does not know were handed on in the last hour. Not whose.
served-seen-muted = Whom an officer muted: a fingerprint that cannot be turned back. Forgotten after some months.
served-seen-meetings = Meetings as everybody may read them, and when to remind.
served-seen-missed-messages = Whom a message to a group did not reach because their phone is new. Forgotten after a day.
served-seen-admin-keys = Which safety numbers admins, keepers of groups and moderators have, to notice when one changes.
served-seen-mandates = Who moderates in a branch, where and until when, and who is ready to. Once a mandate is over, its number and a fingerprint stay, for a year.
served-seen-conduct-proposals = What admins are asked to agree to about moderators and standards. Gone once it is answered, or after two weeks.
served-seen-decisions = What moderators propose and decide: under which number, which step, until when, and which mandates agreed. Whom it is about, where and why is sealed.
served-seen-conduct-marks = Who is not let into which group, and until when, and which step somebody has had, for a year: fingerprints under a key.
served-seen-talks = That moderators talk with somebody through the bot, and how many messages there were. With whom is a fingerprint; what was said is sealed, and goes with the matter.
served-seen-appeals = That somebody appeals against a decision, and whether there is an answer. Whose it is is a fingerprint; the words are sealed.
served-seen-conduct-record = Which steps were taken, when, and when they ended, by number. About whom is a fingerprint. Destroyed after its time, a year unless the branch says else.
served-seen-conduct-counts = How often each step was taken in a year, of what is destroyed already. Nobody.
served-seen-standard-texts = The branch’s standards, as everybody may read them, and what they said before.
served-seen-officer-keys = Which safety numbers officers have, to notice when one changes.
served-seen-outbox = Messages of the bot. What was sent, and to whom, is forgotten once it has arrived. Of a message to somebody with a report, a fingerprint stays that only this report’s key can make; of an announcement, the group.
served-seen-pace = How often somebody tried something, so that nobody can guess passphrases.
served-seen-polls = How many will come. Votes are kept as fingerprints until the meeting is over.
served-seen-newcomers = Who is still to be welcomed, for minutes; who was, and who came this week, as fingerprints. Gone after two weeks at most, half a year and a week.
served-seen-fullness = Up to how many percent admins were told that a group is full. Nobody who is in it.
served-seen-rosters = By what the bot notices who came, asked or left: fingerprints under a key of each group, 8 bytes for each person, and no list. Gone as soon as the person is; in no backup.
served-seen-asked = How many people asked whether the same thing is real. What it was is a fingerprint; who asked is sealed under the very words they sent, and gone after 14 days.
served-seen-asked-prints = What a picture or paper looks like that somebody has just asked about, until they are answered. The file itself is never kept.
served-seen-false-claims = What admins have said is false, for everybody to read; and who asks another admin to agree, until one has.
served-seen-file-prints = How the pictures of posts look, and what their papers say, so that a copy is known again.
served-seen-sent-marks = Fingerprints of what was posted, here or by those who are followed, so that an earlier version is known again. Never the words.
served-seen-told-warnings = Which warnings those who had asked were told of.
served-seen-message-marks = By what a message in a group is found again that somebody complains about: a fingerprint of its words, and sealed under those very words who wrote it where. Never the words. Gone after two days at most, with its key.
served-seen-flood-alarms = Which groups were paused because one account flooded them, and until when. Not whose it is.
served-seen-receipts = How many phones an announcement has arrived on. Whose they are is a fingerprint, so that nobody counts twice; gone after three days.
served-seen-secrets = Keys that the fingerprints are made with.
served-seen-sessions = The branch’s signed-in sessions, such as with Bluesky.
served-seen-silences = Since when Signal or Bluesky has taken nothing, so that the host hears of it.
served-seen-trusted-keys = When a new phone was trusted. Not whose.
served-seen-unreadable = Messages to the bot that it cannot read. They are encrypted, and forgotten after two weeks.
served-seen-unreadable-shapes = How many messages could not be read, and of what kind. No text.
served-seen-shredding = Whether something that was deleted is still being overwritten.
