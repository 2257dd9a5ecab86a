### What people can type: how, what it does (`.does`, for the guides), and a line of the help in the
### chat (`.help`), which may be about the next commands too.

## Everybody

command-help = help
    .does = what you can type

command-whoami = whoami
    .does = your account id, which is not your phone number

command-about-me = about me
    .does = what is kept of you, why and until when
    .help = about me: what I keep of you. forget me: has it destroyed. privacy: your rights.

command-about-me-file = about me file
    .does = the same as a file, with where it is and on which legal basis

command-real = is this real
    .does = whether a message, link, picture or PDF was posted by the branch or one that it follows, is known to be false, or is not known; you send it next, or have just sent it
    .help = is this real: have a message, link, picture or PDF checked before you act on it.

command-real-text = real https://join.example/pay
    .does = the same for what stands in the message; also is this real: and a text, and a text with the question under it

command-forget-me = forget me
    .does = what would be destroyed of you and what stays; then, if you say yes, it is destroyed

command-privacy = privacy
    .does = who is responsible for what is kept of people, why it is kept, and your rights

command-language = language
    .does = which languages the bot writes in, and how to choose one

command-questions = questions
    .does = what people ask: why signal, why not whatsapp, why not facebook, is signal safe, another app?, too difficult; each is also answered as it is typed

command-questions-number = questions 2
    .does = the answer to number 2

## Posting

command-announce-text = announce The hall is open from 6.
    .does = a preview, then the post
    .help = announce, then your text: post it. You will see it first.

command-announce-moment-text = announce tomorrow 9am: The hall is open from 6.
    .does = the same, posted then
    .help = announce tomorrow 9am: then your text: post it later.

command-queue = queue
    .does = what waits to be posted
    .help = queue: what is waiting. cancel 12: stop number 12.

command-now-number = now 12
    .does = posts number 12 at once, although it waits for its time; edit and move change what waits

command-draft-text = draft The hall is open from 6.
    .does = keeps a text for later, for all admins of the branch
    .help = draft, then your text: keep it for later. drafts: what is kept. draft 14: look at it, and post it.

command-draft-number = draft 14
    .does = a preview of draft 14, to post it, edit it or leave it

command-drafts = drafts
    .does = the drafts of your branches, with their numbers

command-drop-number = drop 14
    .does = throws draft 14 away

command-again-number = again 12
    .does = a preview of number 12, to post it once more
    .help = again 12: post number 12 once more.

command-again = again
    .does = the same for what was posted last

command-cancel-number = cancel 12
    .does = number 12 is not posted

command-status = status
    .does = what was posted last, and where that stands
    .help = status: what was posted last. status 12: where number 12 stands.

command-status-number = status 12
    .does = where number 12 stands, group by group

command-stats-number = stats 12
    .does = how many phones number 12 has arrived on, and likes and reposts on Bluesky; only numbers, never whose
    .help = stats 12: how many number 12 has reached.

command-stats = stats
    .does = the same for what was posted last

command-edit-number-text = edit 12 The hall is open from 7.
    .does = corrects number 12 everywhere
    .help = edit 12, then the new text: correct it. retract 12: delete it.

command-edit = edit
    .does = the same for what was posted last, which is shown first

command-ballot-text = ballot Which evening?
    .does = asks members by direct message, and counts without names
    .help = ballot: you ask members something by direct message, and nobody learns who answered what

command-ballot = ballot
    .does = how many have answered

command-ballot-off = ballot off
    .does = calls it off; nothing is counted

command-retract-number = retract 12
    .does = deletes number 12 everywhere

command-retract = retract
    .does = the same for what was posted last, which is shown first

command-undo = undo
    .does = offers to take back what you posted last, and just that

## Arranging meetings

command-meeting = meeting
    .does = puts up a meeting; the bot asks for what it needs
    .help = meeting: put up a meeting, with a picture and a calendar file. I ask you for what I need.

command-move-number-moment = move 12 to Friday 7pm
    .does = another day or time
    .help = move 12 to Friday 7pm, where 12, agenda 12, access 12, cost 12, papers 12: change it. cancel 12 because, then the reason: call it off.

command-where-number-text = where 12 Town Hall
    .does = another place

command-agenda-number-text = agenda 12 Rents, then the street party
    .does = a new agenda

command-access-number-text = access 12 Step-free, hearing loop
    .does = what people need to know who want to come

command-cost-number-text = cost 12 £3, unwaged free
    .does = what it costs to come

command-tickets-number-text = tickets 12 https://example.org/book
    .does = where people can book

command-programme-number-text = programme 12 10am doors, 10.30am plenary, 1pm lunch
    .does = its parts with their times; “none” for none any more

command-contact-number-text = contact 12 Sam 07700 900123
    .does = whom to ask, kept for admins only: it is never posted

command-papers-number = papers 12
    .does = more papers: send the PDF with it, or a link

command-cancel-number-reason = cancel 12 because the hall is closed
    .does = calls a meeting off and says why

command-cancel-number-date-reason = cancel 12 on 7 January because the hall is closed
    .does = of a meeting that happens more than once, only that date; where and move take a date too

command-rsvp-number = rsvp 12
    .does = asks the groups who is coming; later, how many answered what. If the meeting moves, the groups are asked again: the bot says so before your yes
    .help = rsvp 12: ask the groups who is coming, and count the answers.

## Running a branch

command-agree-number = agree 12
    .does = posts what another admin wants to post, if your branch needs two of you

command-refuse-number = refuse 12
    .does = drops it

command-card = card
    .does = a card to print, by which people find the bot
    .help = card: a card to print, with a code that leads to this bot. card polski: in another language. leaflet: what people ask, to print.

command-card-text = card polski
    .does = the same in another language: its name, or its number in the list

command-members = members
    .does = how many people are in your branch, by group and area, and how that has changed; nobody is named
    .help = members: how many people your branch has, by group and area.

command-contacts = contacts
    .does = how many people are on the contact list, by area and by interest
    .help = contacts: how many people are on the contact list. contacts export: all of it, as a locked file.

command-contacts-write-text = contacts write Clapton: The hall is open on Saturday.
    .does = a message to the people on the contact list who named that area or interest (or: all), through the bot; you see it first

command-contacts-export = contacts export
    .does = the contact list as a file that only the holder of the branch’s key opens; the other admins are told

command-leaflet = leaflet
    .does = a leaflet to print: what people ask, short answers, and the code of the bot

command-captcha = captcha
    .does = hands in a captcha, when Signal wants one

command-confirm-officer = confirm officer
    .does = the same for an officer

command-confirm-admin = confirm admin
    .does = lets another admin, or a keeper of a group, go on who has a new phone; first compare the safety number

command-groups-check = groups check
    .does = whether your groups in Signal are as declared: names, descriptions, who may write

command-groups-keep-number = groups keep 3
    .does = lets the bot change group 3 to what was declared, after showing you what that is

command-groups-take-number = groups take 3
    .does = takes over what somebody has changed in group 3

command-groups-over-number = groups hand over 3
    .does = makes the keepers of caucus 3 its admins in Signal, after your yes; then the bot leaves it

command-pause-number-moment = pause 3 30m
    .does = lets only admins write in group 3 for that long; it opens again by itself

command-pause = pause
    .does = says how

command-unpause-number = unpause 3
    .does = opens group 3 again before its time

command-flood-over = flood over
    .does = opens groups again that were paused because one account flooded them; so does a thumbs up on the question

command-unpause = unpause
    .does = says how

command-false-text = false https://join.example/pay
    .does = a preview, then a warning to everybody that this text or link is false: to those who asked about it, to whoever asks from now on, and in the signed feed
    .help = false, then a text or a link: warn everybody of it. You will see it first.

command-false = false
    .does = what the branch says is false, and asks for more; also as a quote of what is false

command-false-yes-number = false yes 3
    .does = agrees to warning 3 of another admin, where the branch wants two

command-false-no-number = false no 3
    .does = drops warning 3

command-not-false-number = not false 3
    .does = takes warning 3 back; the same people are told

command-advert-yes-number = advert yes 12
    .does = has advert 12 posted, after a moderator has read it; so does a thumbs up on it

command-advert-no-number-reason = advert no 12
    .does = has it not posted; the bot asks which standard it goes against, and its writer reads that

command-advert-down-number-reason = advert down 12
    .does = takes advert 12 down; the bot asks why

command-follow-link = follow https://…
    .does = follows another branch, or the national body: you compare its key by telephone first
    .help = follow and the link of another branch’s page: hear what it posts. following: whom you follow.

command-follow-number = follow 2
    .does = shows that key again, or lets you agree to what another admin wants to follow

command-following = following
    .does = whom your branch follows, and whether all is well there

command-following-number = following 2
    .does = what is new there

command-unfollow-number = unfollow 2
    .does = follows it no longer; what you have passed on stays

command-trust-number = trust 2
    .does = has posted here at once what 2 posts, after your yes

command-trust-number-off = trust 2 off
    .does = has it offered to you again first

command-pass-on-number = pass on 3
    .does = shows what another branch has posted as your branch would post it, marked as theirs
    .help = pass on 3: post what another branch has posted. ignore 3: leave it.

command-ignore-number = ignore 3
    .does = leaves it; you are not asked about it again

## The board: adverts of members

command-advert-text = advert Blue sofa to give away, Clapton. Write to sofa@example.org
    .does = a preview of your advert for the board, then the post; a photo can go with it
    .help = advert, then your text: put in an advert. You will see it first, and I do not say whose it is.

command-advert = advert
    .does = how your advert stands

command-advert-down = advert down
    .does = takes it down at once
    .help = advert: how yours stands. advert down: take it down.

command-advert-again = advert again
    .does = puts up once more what has had its time, within a week

## Coming to meetings

command-meetings = meetings
    .does = what is planned
    .help = meetings: what is planned. next: the next meeting, with a file for your calendar. agenda, papers: for the next meeting.

command-next = next
    .does = the next meeting, with a file for your calendar

command-agenda = agenda
    .does = its agenda

command-papers = papers
    .does = its papers

command-meeting-number = meeting 2
    .does = all about number 2

command-remind = remind me
    .does = a reminder before the next meeting
    .help = remind me: I remind you here before the next meeting. stop: I no longer do.

command-stop = stop
    .does = no more reminders, and no more announcements by direct message

command-subscribe = subscribe
    .does = what the branch posts, here and in no member list
    .help = subscribe: you get here what the branch posts, in no member list. unsubscribe: you no longer do.

command-subscribe-meetings = subscribe meetings
    .does = the same for meetings only

command-vote-answer = vote 2
    .does = chooses answer 2 of a question that the branch asks you here; a reason may follow

command-unsubscribe = unsubscribe
    .does = ends that, and forgets that you got it

command-contact-list = contact list
    .does = puts you on your branch’s contact list, after it has said what that is for; or shows what you gave
    .help = contact list: tell your branch where you are and what you care about, if you want to.

command-contact-list-field-text = contact list area Clapton
    .does = changes one thing: name, area, interests, language or reach

command-contact-list-off = contact list off
    .does = takes you off it at once

command-contact-list-stay = contact list stay
    .does = keeps you on it, when you are asked

command-silence = silence
    .does = nothing comes any more that you have not asked for: no welcome, no hint, no question to members

command-unsilence = unsilence
    .does = ends that

## Groups

command-groups = groups
    .does = the groups there are, and how one gets in
    .help = groups: the groups there are. join 3: join number 3. leave 3: leave it.

command-join-number = join 3
    .does = lets you into group 3, at once or as soon as somebody has answered; its name works too

command-join = join
    .does = says how

command-leave-number = leave 3
    .does = takes you out of group 3, or takes back what you asked

command-suggest-group-text = suggest group Tenants of Gascoyne: repairs
    .does = asks the admins for a new group, of which you would be the keeper; “suggest area” for a neighbourhood

command-vouch-code = vouch 7KQ2MWPA
    .does = says that you know whoever has sent you that code, so that they can join a group you are in

command-suggest-standard-text = suggest standard Late posts: Writing in the chat after eleven at night
    .does = suggests a new standard; two admins have to agree to just these words, or the members in a ballot

command-suggest-standard-number = suggest standard 3 Mocking people for who they are
    .does = other words for standard 3; “suggest standard 3 away” to have it taken away

## How people treat each other

command-standards = standards
    .does = what the branch expects of everybody in its groups
    .help = standards: what we expect of each other. moderators: how many look after that.

command-moderators = moderators
    .does = how many moderators there are; admins see who, until when, and what waits

command-moderate = moderate
    .does = a line to give to an admin, if you would like to be a moderator

command-moderate-yes = moderate yes
    .does = accepts what two admins ask you

command-moderate-no = moderate no
    .does = declines it, or takes the line back

command-moderate-both = moderate both
    .does = says that you would do it beside another role that you have here

command-moderators-code = moderators 7KQ2MWPA 6 months
    .does = proposes whoever gave you that code as a moderator; another admin has to agree, and they have to accept. “in 2, 5” after it: only for these groups

command-moderators-renew-number = moderators renew 3 6 months
    .does = proposes that moderator 3 goes on for another term

command-moderators-end-number = moderators end 3: nobody could reach you
    .does = proposes that moderator 3 stops at once, and says why; they read that

## For moderators

command-resign = resign
    .does = ends your term as a moderator at once; the bot asks first
    .help = resign: you stop being a moderator.

## Letting people in

command-let-in-number = let in 412
    .does = lets in who asked; a thumbs up on the message does the same
    .help = let in 412, turn away 412: answer who asks to join. requests: who is waiting.

command-turn-away-number = turn away 412
    .does = says no; they do not hear who it was

command-requests = requests
    .does = who waits for an answer of yours

## What moderators deal with, for moderators

command-talk-number-text = talk 412 Hello, can we talk about Tuesday?
    .does = talks one to one with whom 412 is about; they read it as from the moderators of the branch
    .help = talk 412 and your words: talk with whom 412 is about. talk 412: what was said.

command-talk-number = talk 412
    .does = what was said in talk 412

command-talk-number-close = talk 412 close
    .does = ends it; both sides are told

command-appeals = appeals
    .does = what somebody wants looked at again, that you had no part in
    .help = appeals: what somebody wants looked at again. decisions: what was decided.

command-appeal-number = appeal 412
    .does = what was decided, and what they say to it

command-appeal-number-uphold = appeal 412 uphold The message was meant for one person
    .does = lets the decision stand, for the reason that they read; you see it first

command-appeal-number-shorten = appeal 412 shorten 3 days It was the first time
    .does = lets it end earlier: three days after it began

command-appeal-number-overturn = appeal 412 overturn It was a quotation
    .does = takes it back, as if it had never been

command-appeal-number-aside = appeal 412 aside
    .does = leaves it to others, because you are close to somebody in it

command-decisions = decisions
    .does = what was decided, by mandate and with the reason

command-decisions-number = decisions 412
    .does = one of them in full

command-decisions-report-year = decisions report 2026
    .does = how often what was decided in a year, without anybody

command-decisions-export = decisions export
    .does = the record as an encrypted file for a meeting, if the host has set a key for it

## When moderators write to somebody, or have decided something about them

command-talk = talk
    .does = how a talk with the moderators stands, and what is new in it
    .help = talk: what the moderators wrote to you. talk no: you do not want to. talk bring: somebody reads along.

command-talk-text = talk I did not mean it like that
    .does = passes on your words to the moderators; while it is open, you can just write

command-talk-no = talk no
    .does = says that you do not want to; it is not held against you

command-talk-bring = talk bring
    .does = a code for somebody who is to read along with you

command-talk-alone = talk alone
    .does = lets them read along no more

command-talk-with-code = talk with BCDFG-23456
    .does = reads along with whoever has given you that code, who talks with moderators

command-talk-leave = talk leave
    .does = reads along no more

command-appeal-number-text = appeal 412 It was a joke between friends
    .does = asks for what was decided about you to be looked at again, by moderators who had no part in it
    .help = appeal 412 and why: have it looked at again. my decisions: what is kept about you.

command-appeal = appeal
    .does = the same, where there is one decision about you; the bot asks why

command-own-decisions = decisions
    .does = what moderators have decided about you, and is still kept; moderators write “my decisions” for that

## Reporting something

command-report = report
    .does = a way to tell somebody in confidence that something has happened

command-helplines = helplines
    .does = people outside the branch to talk to

command-own-case = case
    .does = where it stands

command-phrase = phrase
    .does = set four words of your own, to go on from another phone

command-resume = resume
    .does = go on from another phone, with the name and those words

command-tidy = tidy
    .does = new messages in this chat disappear an hour after they were read

command-hide = hide
    .does = the bot deletes what it has said in this chat, and says nothing of a report until its name is typed

command-contact = contact
    .does = when the bot may write to you by itself

command-erase = erase
    .does = takes it back; the bot asks once, then destroys it

## Cases

command-cases = cases
    .does = your open cases
    .help = cases: your open cases. case amber river 42: where one stands.

command-cases-all = cases all
    .does = closed ones too

command-case-case = case amber river 42
    .does = where it stands, who reads it, the notes

command-missed = missed
    .does = what did not reach you

command-reply-case-text = reply amber river 42 Are you safe?
    .does = your answer goes to them, as from the team
    .help = Quote a part, or type reply amber river 42 and your answer: it goes at once, as from the team.

command-claim-case = claim amber river 42
    .does = you look after it
    .help = claim: you look after it. note: for the readers only. decide: a decision and why.

command-note-case-text = note amber river 42 Ring the venue
    .does = a note for those who read the case

command-status-case-text = status amber river 42 We meet on Thursday
    .does = what whoever wrote it reads when they ask
    .help = status: what whoever wrote it reads when they ask.

command-decide-case-text = decide amber river 42 We talk to both, because
    .does = a decision and why; nobody can change it afterwards

command-close-case-outcome = close amber river 42 resolved
    .does = ends it; without an outcome, the bot lists them
    .help = close, then the outcome. reopen. hold, then the reason. release.

command-reopen-case = reopen amber river 42
    .does = opens it again

command-hold-case-reason = hold amber river 42 A court has asked
    .does = nothing of it is destroyed, until you type release

command-release-case = release amber river 42
    .does = ends that

command-mute-case = mute amber river 42
    .does = nothing more is taken from its writer, who is told so; a new report of theirs waits for somebody else than you
    .help = mute: take nothing more from its writer. unmute.

command-unmute-case = unmute amber river 42
    .does = ends that

command-escalate-case = escalate amber river 42
    .does = let another team read it
    .help = escalate: let another team read it. handover: give it to somebody else.

command-handover-case = handover amber river 42
    .does = give it to somebody else in the team

command-export-case = export amber river 42
    .does = the whole case as an encrypted file, if the host has set a key for it
    .help = export: the whole case as an encrypted file. missed: what did not reach you.

## Conduct: what moderators decide

command-decide-number = decide 412
    .does = goes through a decision in matter 412: what was done, why, what follows; nothing happens before a yes
    .help = decide 412: decide in a matter. You see it as the person will read it.

command-decide = decide
    .does = opens a matter for what a moderator has seen: a message that they forward, or somebody in a group
    .help = decide: the same for what nobody has complained of

command-decision-yes-number = decision yes 412
    .does = agrees to what another moderator proposes; so does a thumbs up on it
    .help = decision yes 412, decision no 412: answer what another moderator proposes

command-decision-no-number = decision no 412
    .does = does not agree, and so ends the proposal; takes back one’s own

command-decision-aside-number = decision pass 412
    .does = leaves it to the others: one knows the person closely, or is part of it

command-decision-number = decision 412
    .does = shows what waits in matter 412

command-lift-number = lift 412
    .does = ends a time-out or a removal from now on
    .help = lift 412, shorten 412 3 days: end a time-out, or have it end earlier

command-undo-number = undo 412
    .does = takes back a decision as if it had never been taken

command-shorten-number-days = shorten 412 3 days
    .does = has a time-out, or a removal, end after three days in all

command-out-number = out 412
    .does = takes somebody out again whom others have let in by hand

## Complaints

command-complain = complain
    .does = a complaint to the moderators of your groups, who never learn who you are; only where there are some
    .help = complain: tell the moderators how somebody behaves. They never learn who you are.

command-complaint-number = complaint 412
    .does = how your complaint stands; for a moderator, what it says

command-complaint-number-text = complaint 412 It was on Tuesday as well.
    .does = adds something to your complaint, or answers the moderators

command-complaint-number-move = complaint 412 move
    .does = makes a report to the safeguarding team of your complaint; the moderators lose it

command-complaint-number-withdraw = complaint 412 withdraw
    .does = destroys your complaint

command-complaints = complaints
    .does = what you have complained of; for moderators, what waits for them
    .help = complaints: how yours stand, and what waits for you as a moderator.

command-ask-number-text = ask 412 When was that?
    .does = asks whoever complained, without either of you being named
    .help = ask 412, then a question: ask who complained. offer 412: tell them of safeguarding.

command-offer-number = offer 412
    .does = tells whoever complained that they can move it to safeguarding

command-close-number-reason = close 412 They have talked it over.
    .does = closes a complaint; whoever complained reads why
    .help = close 412, then why: close a complaint.
