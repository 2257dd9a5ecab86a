# The privacy notice: what the program really does with the settings of this installation.
# Purposes, legal bases and times are those of config/personal_data.toml and of the settings.

privacy-title = What is kept of you, and why
privacy-short-answer =
    You need not give me a name or a number: I know you by an account id of Signal. What you write is deleted as soon as it is answered. As little as possible is kept, where it can be as fingerprints that cannot be turned back into an account.

    What I keep of you: about me. To have it destroyed: forget me.

    Who is responsible: { $controller }. You may also complain to the Information Commissioner’s Office, ico.org.uk.

    Everything that is kept, why, on which legal basis and until when: { $link }

pages-privacy-home = All branches
pages-privacy-link = What is kept of you
privacy-pages = the branch’s public pages
privacy-help = Print the privacy notice of this installation, as the bot and the page /privacy say it.

privacy-controller-unknown = Whoever runs this bot has not said yet: please ask an admin of your branch

privacy-who = Who is responsible
privacy-who-text = { $controller }. This notice is about the Signal bot of { $branches } and its public pages.
privacy-who-ask = The bot tells you at any time what it keeps of you: write “about me” to it. With “forget me” it destroys what may be destroyed, at once.

privacy-short = In short
privacy-short-text = To write to the bot, you need not give a name or a number. It knows you by an account id of Signal. Nothing is sold, nothing is used for advertising, and nothing about you is worked out from what you do. No program decides anything about you.
privacy-short-political = That you have to do with a party can tell what you think. So as little as possible is kept, as fingerprints where the account is not needed, and for as short as possible. A fingerprint cannot be turned back into an account.

privacy-talking = When you write to the bot
privacy-talking-text = What you write is deleted as soon as it is answered, as a rule within seconds. What the bot cannot read is encrypted and deleted after 14 days. In which language you want to be answered is kept until you change it.

privacy-announcements = Announcements and meetings
privacy-announcements-text = What admins post goes to the groups of the branch{ $public ->
        [none] {""}
       *[other] {" "}and, as far as it is for everybody, to { $public }
    }. If your name is in it, as a speaker’s for example, an admin can take it out. Which admin posted what is kept with the post, without an end; nobody but admins sees it.

privacy-direct = Announcements and reminders by direct message
privacy-direct-text = { $subscribers ->
        [yes] If you subscribe, your account id is kept until you type unsubscribe. Admins see how many people there are, and never who.
       *[no] This bot sends no announcements by direct message.
    } If you want to be reminded of a meeting, your account id is kept until it is over or until you type stop.

privacy-opinions = Polls and ballots
privacy-opinions-text = Your answer is kept as a fingerprint until the poll ends, so that it counts once. Then the fingerprints are destroyed, and numbers are left. In a poll in a group, Signal itself shows the group who chose what.

privacy-groups = Groups
privacy-groups-text = Who is in which group, Signal knows. The bot keeps a fingerprint of each person in the groups that it looks after, until they leave. If you ask to be let in, those who let people in read your name in Signal and what you write; it is deleted when they have answered, after 14 days at the latest.

privacy-adverts = Adverts
privacy-adverts-text = An advert is kept with your account id until a week after its end. Nobody is told whose it is, and in the board stands only what you wrote.

privacy-contacts = The contact list
privacy-contacts-text = If you put yourself on a branch’s contact list, what you gave is kept, encrypted, until you type “contact list off”, or do not answer when you are asked whether to stay. Admins read how many people there are, in fives. They can take the list out as a file that only the holder of the branch’s key opens; such a file is not deleted when you leave. If somebody gave the branch your phone number so that you can be asked, it is destroyed once you were, and a fingerprint of it is kept for two years, so that you are not asked again.

privacy-conduct = Conduct in the groups
privacy-conduct-text = Complaints, what is said about them and what moderators decide are encrypted, each with a key of its own. Moderators read them; they are never told who complained. They are destroyed { $record } days after their end. By what a message in a group is found again is kept for two days, never its words. If something is decided about you, you are told what, why and how to appeal.

privacy-moderators = If you moderate
privacy-moderators-text = Your account id and your name are kept until your term ends, then a fingerprint for 366 days. The branch’s admins and moderators know that you moderate; nobody else is told.

privacy-safeguarding = Reports of harm
privacy-safeguarding-text = A report is encrypted with a key of its own. The officers who may read it are not told who wrote it. Who wrote it is destroyed { $link } days after the report is closed, everything else after { $content } days, a report that was never sent after { $draft } hours; and at once when whoever wrote it takes it back. If you are named in one, the same holds.

privacy-roles = If you are an admin or an officer
privacy-roles-text = Your account id stands in the settings, and your safety number in Signal is kept, so that nobody acts in your name with a number of yours that they have taken over.

privacy-basis = On the basis of UK GDPR { $bases }.
privacy-basis-6a = Article 6(1)(a), your consent
privacy-basis-6c = Article 6(1)(c), a legal duty
privacy-basis-6d = Article 6(1)(d), vital interests
privacy-basis-6f = Article 6(1)(f), legitimate interests
privacy-basis-9a = Article 9(2)(a), your explicit consent
privacy-basis-9c = Article 9(2)(c), vital interests
privacy-basis-9d = Article 9(2)(d), the work of a political body with its members and those who are in regular contact with it
privacy-basis-9e = Article 9(2)(e), what somebody has plainly made public
privacy-basis-9f = Article 9(2)(f), legal claims
privacy-basis-9g = Article 9(2)(g), substantial public interest

privacy-seen = Who else can see it
privacy-seen-text = Signal carries every message end-to-end encrypted; its servers, in the United States, see which account writes to which, and when. Whoever runs the bot’s computer could see what is not encrypted, and does so only to keep it running.
privacy-seen-public = What is posted for everybody goes to { $public }, and can be read and copied anywhere in the world.
privacy-seen-nobody = Nobody else is given anything. There are no cookies, no scripts and no counting of visitors on these pages.

privacy-backups = Backups
privacy-backups-text = Backups are encrypted with a key that is not on the server. Those that are kept, for { $days } days and { $weeks } weeks, hold what was published and which admin did what, and no member. Everything about people is in the newest one alone, which is replaced every day, and within minutes when somebody was forgotten.
privacy-backups-none = This bot makes no backups of its own.

privacy-rights = Your rights
privacy-rights-text = You may know what is kept of you (“about me”), have it put right, take it with you (“about me file”), object to it and have it destroyed (“forget me”). What was decided about you, a report or a complaint stays until its time is over, because others need it.
privacy-rights-complain = If something is wrong, tell whoever is responsible first. You may also complain to the Information Commissioner’s Office: ico.org.uk, 0303 123 1113.

privacy-children = If you are younger
privacy-children-text = Signal is for people from 13 on, and so is this bot. What is said here holds for everybody, however old. You can ask somebody whom you trust to read it with you.
