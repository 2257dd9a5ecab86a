# Meetings: what an admin types them in with, what groups and members read about them.

## Entering a meeting

meeting-not-admin =
    Only people who look after a branch can put a meeting up through me, so I have done nothing.
    To see the meetings there are, type meetings.

meeting-begin = Let’s put the meeting together. You can skip any question, and nothing is posted until you say yes.

meeting-ask-title =
    What is the meeting called? For example: Branch meeting.
    To go on without a name of its own, type skip. To leave, type no.

meeting-ask-when =
    When is it? For example: Thursday 7pm, or 27/11 19:00, or first Thursday of every month at 7pm.
    It can be days as well: Saturday all day, or 12-14 June. If the time is not fixed yet: Saturday, time tbc.

meeting-when-needed =
    A meeting needs a day, so I cannot skip this one. When is it? If the time is not fixed yet, type for example: Thursday, time tbc. To leave, type no.
    To post a text without a date, leave first, then type announce.

meeting-when-unclear =
    I could not read a day and a time from that. Please give me both, the day before the month, for example: Thursday 7pm, or 27/11 19:00.

meeting-when-no-time =
    At what time on “{ $words }” does it begin? Please send me the day and the time together, for example: Thursday 7pm.
    If it has no time: Thursday all day. If you do not know it yet: Thursday, time tbc.

meeting-when-past = “{ $words }” has already passed. Which day and time in the future is it?

meeting-when-skipped = The clocks go forward at “{ $words }”, so that time does not exist. Which time is it?

meeting-when-understood = I have understood: { $when }.

meeting-when-guessed = You did not say morning or evening, so { $time } is a guess. If it is wrong, you can change it before anything is posted.

meeting-preview-guess =
    You did not say morning or evening, so { $time } is my guess. If it is wrong, type for example:
    when: { $other }

meeting-preview-guess-recurring = You did not say morning or evening, so { $time } is my guess. If it is wrong, type when: and then how often and at what time, with am or pm.

meeting-ask-where =
    Where is it? Send me the address, or a link for people who join online, or both.
    If you do not know yet, type skip.

# What a text about a meeting leaves open. The choices stand between the reason and how to answer.
meeting-open-choice = { $number }. { $choice }

meeting-open-answer =
    { $count ->
        [one] Answer with 1, or send me another day and time.
       *[other] Answer with the number, or send me another day and time.
    }

meeting-open-weekday = { $day } is a { $weekday }. Which day do you mean?

meeting-open-date-choices = I am not sure which day is meant.

meeting-open-date-words-choices = I am not sure which day “{ $words }” is.

meeting-open-dates-choices = Your text names more than one day. Which one is this meeting on?

meeting-open-year-choices = “{ $words }” is over. Do you mean this day?

meeting-open-am-pm-choices = Is it in the morning or in the evening?

meeting-open-time =
    At what time on { $day } does it begin? For example: 7pm.
    If it has no time, type all day. If you do not know it yet, type tbc.

meeting-open-time-tbc =
    Your text says that the time is to be confirmed. If you know it by now, send it to me, for example: 7pm.
    If not, type tbc, and people read that the time is to be confirmed.

meeting-open-which-event = Your text names more than one time, so I cannot tell which is meant. When does it begin? For example: Thursday 7pm.

meeting-open-past = { $day } has already passed. Which day and time in the future is it?

meeting-open-end-before-start = In your text the meeting ends before it begins. When does it begin and end? For example: Thursday 7pm to 9pm.

meeting-open-whole-day =
    At what time on { $day } does it begin? For example: 10am.
    If it has no time, type all day.

meeting-open-unread =
    I could not find a day and a time that I am sure of. When is it? For example: Thursday 7pm, or 27/11 19:00, or first Thursday of every month at 7pm.

meeting-open-moment = I am not sure that I have read the day and time right. Is it this?

# What was read of a place or title, offered and not taken; the choices stand between question and answer.
meeting-open-which-place = I am not sure where it is. Is it here?

meeting-open-which-place-answer =
    { $count ->
        [one] Answer with 1, or send me the address, or a link for people who join online, or both.
       *[other] Answer with the number, or send me the address, or a link for people who join online, or both.
    }
    If you do not know yet, type skip.

meeting-open-which-title = I am not sure what it is called. Is it this?

meeting-open-which-title-answer =
    { $count ->
        [one] Answer with 1, or send me what it is called.
       *[other] Answer with the number, or send me what it is called.
    }

meeting-open-place =
    Your text does not say where it is, or says that it comes later. Where is it? Send me the address, or a link for people who join online, or both.
    If you do not know yet, type skip.

meeting-doors = Doors open at { $time }

meeting-ask-agenda =
    What is on the agenda? One line for each point is easiest to read.
    If there is none yet, type skip.

meeting-ask-papers =
    Are there papers? Send me PDFs or links, in as many messages as you like. Then type done.
    If there are none, type skip.

meeting-papers-so-far =
    { $count ->
        [one] I have 1 paper.
       *[other] I have { $count } papers.
    } Send me more, or type done.

meeting-papers-none-there = I found no PDF and no link in that. Send me a PDF or a link, or type done.

meeting-ask-access =
    Last question: who can come? Step-free way in, hearing loop, childcare, a quiet room, captions, cost: whatever people need to know to decide.
    If you do not know, type skip.

meeting-ask-public =
    { $count ->
        [one] This may be somebody’s own:
       *[other] These may be somebody’s own:
    }
    { $lines }
    May everybody read it? It would be in the groups and in public.
    1 Yes, post it
    2 No, keep it for admins only
    3 No, leave it out
    Answer with the number.

meeting-change-ask-public =
    { $count ->
        [one] This may be somebody’s own:
       *[other] These may be somebody’s own:
    }
    { $lines }
    May everybody read it? It would be in the groups and in public.
    1 Yes, show me the change
    2 No, do nothing

meeting-change-private = Nothing has changed. Please send it again without that. Whom to ask can be kept for admins only: contact { $number } and the name and number

announce-ask-public =
    { $count ->
        [one] This may be somebody’s own:
       *[other] These may be somebody’s own:
    }
    { $lines }
    May everybody read it? It would be in the groups and in public.
    1 Yes, post it
    2 No, leave that sentence out
    Type no to drop all of it.

announce-like-meeting = This sounds like a meeting. To put it up as one, with a calendar file and reminders, type meeting.

announce-public-unclear = I did not understand that, so nothing has been posted. Please answer 1 or 2.

meeting-place-private = A private address. Please ask in the group.

personal-line = • { $kind ->
        [phone] phone number
        [mail] email address
        [home] address where somebody may live
       *[bank] bank account
    }: { $words }

personal-unclear = I did not understand that, so nothing has been posted.

meeting-ask-branch =
    Which branch is this meeting for? Answer with the number.
    { $choices }

meeting-too-long = That is too long: { $length } characters, and the most is { $most }. Please send less, or put it into a PDF and add it as a paper.

meeting-dropped = Dropped. Nothing has been posted.

meeting-expired =
    I have waited for an answer about the meeting and stopped waiting, so I have dropped it. Nothing has been posted.
    If you still want it, type meeting.

meeting-draft-replaced = I have dropped the meeting you had not finished, and started this one.

meeting-edit-what =
    What should be different? Begin with the word for it, for example:
    when: Friday 7pm
    The words are title, when, where, agenda, papers, access, cost, tickets, programme and contact.

meeting-answer-unclear =
    I am not sure what you mean, so nothing has been posted.
    Type yes to post it, no to drop it, or say what should be different, for example: where: Town Hall

meeting-default-title = { $branch } meeting

# The words that may stand before a line of a message, and what they mean. Separated by commas.
meeting-label-title = title, what, meeting, name, event, subject, topic
meeting-label-when = when, date, time, date and time, day
meeting-label-where = where, place, venue, location, address, link, online
meeting-label-agenda = agenda, on the agenda
meeting-label-papers = papers, documents
meeting-label-access = access, accessibility, who can come
meeting-label-cost = cost, price, entry, admission
meeting-label-tickets = tickets, ticket, book, booking
meeting-label-contact = contact, organiser, organizer
meeting-label-programme = programme, sessions, timetable

## The preview of a meeting

meeting-preview-heading = Nothing has been posted yet. This is what I will post for { $branch } as soon as you say yes.

meeting-preview-check-date =
    Please check the date: { $when }.

meeting-preview-files =
    { $papers ->
        [0] With it go a picture of the details and a calendar file that phones open with one tap.
        [one] With it go a picture of the details, a calendar file that phones open with one tap, and 1 paper.
       *[other] With it go a picture of the details, a calendar file that phones open with one tap, and { $papers } papers.
    }

meeting-preview-picture = The picture is described like this for people who use a screen reader: { $description }

meeting-change-lost = Something in that message did not come along: a name with @ that I do not know, or something that is not text. Please look closely at what I show you next.

meeting-preview-members-only =
    { $count ->
        [one] This line is for members only, because it could help strangers get in. It is not on Bluesky or the public page:
       *[other] These lines are for members only, because they could help strangers get in. They are not on Bluesky or the public page:
    }
    { $lines }

meeting-preview-members-line = • { $line }

meeting-preview-contact = For admins only, and never posted: { $contact }

meeting-preview-unread =
    I did not use these lines of your text. Please see whether people need them:
    { $lines }

meeting-preview-members-papers =
    Only members get these links, because I cannot tell whether people meet there:
    { $lines }

meeting-preview-public-title = On Bluesky and the public page the title is: { $title }

meeting-preview-link-private = The link to join online stays among members: it is in the groups, and I send it to anybody who asks me for this meeting. Bluesky and the public page only say that people can join online.

meeting-preview-answers =
    Type yes to post it, or no to drop it. To change something, begin with the word for it, for example: where: Town Hall. A 👍 on this message also means yes.
    I will wait until { $until }.

## What the groups read

meeting-text-title = { $title }

meeting-text-when = When: { $when }

meeting-text-next = Next: { $when }

meeting-text-where = Where: { $place }

meeting-text-where-open = Where: to be announced

meeting-place-open = to be announced

meeting-text-online = Online: { $link }

meeting-text-access = Access: { $access }

meeting-text-cost = Cost: { $cost }

meeting-text-tickets = Book here: { $link }

meeting-text-contact = Contact: { $contact }

meeting-text-programme =
    Programme:
    { $lines }

meeting-session = { $time }: { $what }

meeting-session-on-day = { $day }, { $time }: { $what }

meeting-text-agenda =
    Agenda:
    { $agenda }

meeting-text-paper-link = • { $name }: { $link }

meeting-text-paper-file = • { $name }

meeting-text-papers =
    Papers:
    { $lines }

meeting-text-page = All about it: { $link }

meeting-text-cancelled = CANCELLED: { $title }

meeting-text-reason = Why: { $reason }

## What everybody reads on Bluesky

meeting-public-online-members = Link to join online: in our Signal groups

meeting-public-other-dates = The other dates stay as they are.

meeting-public-agenda =
    CHANGED: { $title }, { $when }
    There is a new agenda.

## Days without a time
meeting-all-day = { $day }, all day
meeting-time-open = { $days }, time to be confirmed

## How often

meeting-every-day = Every day
meeting-every-week = Every { $day }
meeting-every-weeks = Every { $count } weeks on { $day }
meeting-every-nth =
    { $count ->
        [one] { $nth } { $day } of every month
       *[other] { $nth } { $day } of every { $count } months
    }
meeting-every-month =
    { $count ->
        [one] Every month on day { $day }
       *[other] Every { $count } months on day { $day }
    }
meeting-every-month-end =
    { $count ->
        [one] Last day of every month
       *[other] Last day of every { $count } months
    }
meeting-every-year = Every year on { $day }
# How often, and the time of each date; of several days, how many each date lasts.
meeting-every-at = { $rule } at { $time }
meeting-every-all-day =
    { $count ->
        [one] { $rule }, all day
       *[other] { $rule }, for { $count } days
    }
meeting-every-open = { $rule }, time to be confirmed

meeting-nth =
    { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[-1] last
    }
meeting-every-else = More than once
meeting-when-recurring = { $rule }, from { $first }
meeting-when-until = { $when }, the last on { $last }
meeting-when-times =
    { $count ->
        [one] { $when }, once
       *[other] { $when }, { $count } times
    }

## Changing a meeting

meeting-number-missing = Which meeting? Please add its number, for example: { $example }. To see the numbers, type meetings.

meeting-number-unknown = I know no meeting with the number { $number } in your branch. To see the meetings there are, type meetings.

meeting-not-a-meeting = Number { $number } is an announcement, not a meeting. To change it, type edit { $number } and the new text.

meeting-is-off = Number { $number } has been cancelled already, so there is nothing to change.

meeting-is-over = Number { $number } is over, so there is nothing to change.

meeting-not-up-yet = Number { $number } has not been posted yet. To take it back, type cancel { $number }.

meeting-same-already = It says that already, so nothing has changed.

meeting-how-to-change =
    Number { $number } is a meeting. To change it, say what is different:
    move { $number } to Friday 7pm
    where { $number } Town Hall
    agenda { $number } and the new agenda
    access { $number } and who can come
    cost { $number } and what it costs
    tickets { $number } and the link to book
    programme { $number } and its parts with their times
    papers { $number } with a PDF or a link
    cancel { $number } because the hall is closed
    A time or a place that was to be confirmed is set the same way: move { $number } 7pm
    If it happens more than once, you can name a date: cancel { $number } on 7 January because the hall is closed

meeting-move-ask = When is number { $number } instead? For example: move { $number } to Friday 7pm
meeting-where-ask = Where is number { $number } instead? For example: where { $number } Town Hall

meeting-move-heading = Nothing has changed yet. Number { $number }, { $title }, would move from { $old } to { $new }.

meeting-move-guess = You did not say morning or evening, so { $time } is my guess. If it is wrong, type move { $number } to and the day and time again, with am or pm.

meeting-move-doors = { $doors }.

meeting-move-one-date =
    Only this one date changes. The others stay as they are.
    To move a later date, type no, and then for example: move { $number } on 7 January to 8 January 7pm
    To move all of them, say how often: move { $number } to every Friday at 7pm

meeting-where-online-stays =
    The link to join online stays as it is.
    If people cannot join online any more, type no, and then for example: where { $number } Town Hall, in person only

meeting-where-one-date = This is for { $when } only. The other dates stay as they are.

meeting-where-all-dates =
    It happens more than once, and this changes all its dates.
    To change only one, type no, and then for example: where { $number } on 7 January Town Hall

meeting-notice-all-dates = All dates from then on are there.

meeting-no-such-date =
    Number { $number } has no date on { $day }, so I have done nothing.
    Its next dates are:
    { $lines }

meeting-one-of-several-days =
    Number { $number } is one meeting of several days, { $when }, so I have done nothing.
    To cancel one of its days, say which are left, for example: move { $number } to 12 June all day
    To cancel all of it, type cancel { $number } and why.

meeting-where-heading = Nothing has changed yet. Number { $number }, { $title }, would be here instead: { $place }

meeting-time-set-heading = Nothing has changed yet. Number { $number }, { $title }, would get its time: { $new }.

meeting-place-set-heading = Nothing has changed yet. Number { $number }, { $title }, would get its place: { $place }

meeting-agenda-heading =
    Nothing has changed yet. This would be the agenda of number { $number }, { $title }:
    { $agenda }

meeting-access-ask = What do people need to know who want to come to number { $number }? For example: access { $number } Step-free, hearing loop

meeting-access-heading =
    Nothing has changed yet. This would be said about access to number { $number }, { $title }:
    { $access }

meeting-cost-ask = What does it cost to come to number { $number }? For example: cost { $number } £3, unwaged free

meeting-cost-heading =
    Nothing has changed yet. This would be said about what number { $number }, { $title }, costs:
    { $cost }

meeting-tickets-ask = Where can people book for number { $number }? Please send the link. For example: tickets { $number } https://example.org/book

meeting-tickets-heading =
    Nothing has changed yet. People would book for number { $number }, { $title }, here:
    { $link }

meeting-programme-ask =
    What is the programme of number { $number }? Each part with its time, for example: programme { $number } 10am registration, 10.30am plenary, 1pm lunch
    To have none any more: programme { $number } none

meeting-programme-heading =
    Nothing has changed yet. This would be the programme of number { $number }, { $title }:
    { $lines }

meeting-programme-none-heading = Nothing has changed yet. Number { $number }, { $title }, would have no programme any more.

meeting-where-booking = That link is one to book, so I have not taken it as the way in. To set it, type: tickets { $number } { $link }

meeting-contact-none = Nobody is named for number { $number }, { $title }. To name somebody for admins only: contact { $number } and the name and number

meeting-contact-kept = Kept for admins of the branch only, and forgotten when number { $number }, { $title }, is over: { $contact }

meeting-contact-forgotten = Forgotten. Nobody is named for number { $number }, { $title }, any more.

meeting-contact-known = Contact, for admins only: { $contact }

meeting-contact-private = Who organises it is not published. Please ask in your Signal group: an admin of the branch can tell you.

meeting-papers-heading =
    { $count ->
        [one] Nothing has changed yet. Number { $number }, { $title }, would get this paper: { $names }
       *[other] Nothing has changed yet. Number { $number }, { $title }, would get these { $count } papers: { $names }
    }

meeting-cancel-heading = Nothing has changed yet. Number { $number }, { $title }, on { $when }, would be cancelled.

meeting-cancel-heading-all = Nothing has changed yet. All of number { $number }, { $title }, would be cancelled: every date from { $when }.

meeting-cancel-why =
    Why is number { $number }, { $title }, off? People read it with the notice. For example: the hall is closed.
    To give no reason, type skip. To leave the meeting as it is, type no.

meeting-reason-long = That is too long for a reason: { $length } characters, and the most is { $most }. Why is it off, in a few words?

meeting-cancel-no-reason = People will read no reason. To give one, type no, and then: cancel { $number } because the hall is closed

# Where two admins are wanted.
meeting-reason-waits = A yes tells everybody at once that it is off, but not why. Another admin has to agree to your reason before people read it.

meeting-reason-proposed =
    People are told that number { $number } is off. Your reason waits until another admin agrees. I am asking { $others ->
        [one] the other admin
       *[other] the { $others } other admins
    }, and wait until { $until }.

meeting-reason-heading = Number { $number }, { $title }, on { $when }, is cancelled already, without a reason. People would now read this one.

meeting-date-gone = Number { $number } has changed since I asked you, so I have done nothing. To see how it stands, type meeting { $number }.

meeting-waits-other = Another admin’s change to number { $number } is waiting. Please decide on it first: type agree { $number } or refuse { $number }.

meeting-waits-own = Your earlier change to number { $number } is still waiting for another admin. To make a different one, type refuse { $number } first.

meeting-proposal-answers = If you agree, type agree { $number }. If not, type refuse { $number }.

meeting-cancel-one-date =
    It happens more than once. A yes cancels only this date; to cancel all of them, answer all.
    To cancel a later date, type no, and then for example: cancel { $number } on 7 January because the hall is closed

meeting-who-is-told =
    Who is told:
    { $lines }

meeting-told-group =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    }): I change the post that is there, and this notice follows.

meeting-told-group-late =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    }): this notice. Signal no longer changes the post: it is more than a day old, or was changed ten times.

meeting-told-group-anew =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    }): a new post with a new card and a new calendar entry, which begins with this notice. I delete the post that is there.

meeting-told-group-anew-late =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    }): a new post with a new card and a new calendar entry, which begins with this notice. The post that is there stays, because it is more than a day old and Signal no longer deletes it.

meeting-told-page = • The public page and the calendars: changed at once.

meeting-told-notice =
    ———
    { $notice }
    ———

meeting-change-answers = Type yes to change it, or no to leave it. A 👍 on this message also means yes.

meeting-change-under-way = I am changing number { $number } everywhere. I will tell you when it is done.

meeting-cancel-under-way = I am telling everybody that number { $number } is cancelled. I will tell you when it is done.

meeting-change-left = Nothing has changed. Number { $number } stays as it is.

meeting-change-expired = I have waited for an answer about number { $number } and stopped waiting. Nothing has changed.

meeting-change-proposal = Another admin of { $branch } wants to change meeting number { $number }.

meeting-notice-moved =
    CHANGED: { $title }
    New time: { $new }
    It was { $old } before.

meeting-notice-place =
    CHANGED: { $title }, { $when }
    New place: { $place }

# What was to be confirmed is known now. Nothing that people were told before is wrong.
meeting-notice-time-set =
    CONFIRMED: { $title }
    The time is set: { $new }

meeting-notice-place-set =
    CONFIRMED: { $title }, { $when }
    The place is set: { $place }

meeting-notice-agenda =
    CHANGED: { $title }, { $when }
    The agenda is new:
    { $agenda }

meeting-notice-access =
    CHANGED: { $title }, { $when }
    Access: { $access }

meeting-notice-cost =
    CHANGED: { $title }, { $when }
    Cost: { $cost }

meeting-notice-tickets =
    CHANGED: { $title }, { $when }
    Book here: { $link }

meeting-notice-programme =
    CHANGED: { $title }, { $when }
    The programme is new:
    { $lines }

meeting-notice-programme-none =
    CHANGED: { $title }, { $when }
    There is no programme any more.

meeting-notice-papers =
    { $count ->
        [one] NEW PAPER: { $title }, { $when }
       *[other] NEW PAPERS: { $title }, { $when }
    }
    { $lines }

meeting-notice-cancelled = CANCELLED: { $title }, { $when }

meeting-notice-cancelled-all = CANCELLED: { $title }. All dates from { $when } are off.

## Reminders

meeting-reminder-days =
    { $days ->
        [one] Tomorrow: { $title }
       *[other] In { $days } days: { $title }
    }

meeting-reminder-today = Today: { $title }

meeting-reminder-soon =
    { $hours ->
        [0] Very soon: { $title }
        [one] In an hour: { $title }
       *[other] In { $hours } hours: { $title }
    }

# To admins, some days before.
meeting-still-open =
    Number { $number }, { $title }, { $when }, is soon, and { $lacks ->
        [time] its time is
        [place] its place is
       *[both] its time and its place are
    } still to be confirmed.
    { $lacks ->
        [time] When you know it, type for example: move { $number } 7pm
        [place] When you know it, type for example: where { $number } Town Hall
       *[both] When you know them, type for example: move { $number } 7pm, and then: where { $number } Town Hall
    }

reminder-failed =
    A reminder of number { $number }, { $title }, did not get everywhere:
    { $lines }
    You may want to tell the people there yourself.

## Who is coming

rsvp-question = Are you coming to { $title }, { $when }?
rsvp-not-here =
    I keep no list of who comes. If there is a question about it in your group, please answer it there.
    To be reminded of the next meeting, type remind me.
rsvp-answer-yes = Yes
rsvp-answer-no = No
rsvp-answer-maybe = Maybe

rsvp-heading =
    Nothing has been asked yet. About number { $number }, I would put this question into the groups:
    { $question }
    The answers to choose from: { $answers }

rsvp-one-date = It happens more than once. I ask about the next date only.

rsvp-who-is-asked =
    Who is asked:
    { $lines }

rsvp-told-group =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    })

rsvp-kept = In the group, everybody can see in Signal who answered what. I keep only how many chose each answer.

rsvp-answers = Type yes to ask, or no to leave it. A 👍 on this message also means yes.

rsvp-under-way =
    { $groups ->
        [one] I am asking the group.
       *[other] I am asking in { $groups } groups.
    } To see how many have answered, type rsvp { $number } again.

rsvp-left = I have asked nobody.

rsvp-proposal = Another admin of { $branch } wants to ask the groups who is coming to meeting number { $number }.

rsvp-asked-already =
    I have asked about number { $number } already, and ask only once about a date.
    { $counts }

rsvp-counts = Answers for { $when }: { $yes } yes, { $no } no, { $maybe } maybe.

rsvp-counts-before = Before it moved, for { $when }: { $yes } yes, { $no } no, { $maybe } maybe.

rsvp-no-answers = Answers for { $when }: none yet.

rsvp-failed =
    The question who is coming to number { $number }, { $title }, did not get everywhere:
    { $lines }

rsvp-end-failed =
    The question who is coming to number { $number }, { $title }, was about a date that has changed. I could not take it back everywhere:
    { $lines }
    You may want to tell the people there yourself. Their answers no longer count.

# Added to who is told of a change of the date.
rsvp-told-again =
    • The question who is coming: { $deletes ->
        [yes] I delete it
       *[no] I close it. It stays there, because it is more than a day old and Signal no longer deletes it
    }. I ask again: { $question }{ $answers ->
        [0] { "" }
        [one] { " " }The 1 answer so far does not count for the new date. You still see it with rsvp { $number }.
       *[other] { " " }The { $answers } answers so far do not count for the new date. You still see them with rsvp { $number }.
    }

# Where only more is known than people were asked about.
rsvp-told-kept =
    • The question who is coming stays in the groups{ $answers ->
        [0] { "" }
        [one] , and the 1 answer so far counts on
       *[other] , and the { $answers } answers so far count on
    }.

# Added to what the groups read.
rsvp-notice-kept = If you have said whether you come, that still counts. If you cannot come then, please change your answer.

rsvp-told-off =
    • The question who is coming: { $deletes ->
        [yes] I delete it
       *[no] I close it. It stays there, because it is more than a day old and Signal no longer deletes it
    }. { $answers ->
        [0] Nobody had answered.
        [one] The 1 answer so far no longer counts.
       *[other] The { $answers } answers so far no longer count.
    }

# For somebody with a new phone, below post-copy.
rsvp-missed =
    I asked there: { $question } { $answers }
    Your phone cannot show that question, because it was asked before Signal was set up on it. Answers that you send me here do not count.
    Please write in the group whether you are coming. If only organisers can write there, tell one of them.

rsvp-no-group = There is no group I can ask in, so I have asked nobody. Please ask the person who runs this bot to check the groups.

## What members ask

meetings-none = No meeting is planned yet. I post every new one in the groups.

meetings-list =
    { $count ->
        [one] One meeting is planned:
       *[other] { $count } meetings are planned, the soonest first:
    }
    { $lines }
    For all about one and its calendar file, type meeting and its number, for example: meeting { $example }.

meetings-all-off =
    What was planned does not take place:
    { $lines }
    I post every new meeting in the groups.

meetings-line = • { $number }: { $title }, { $when }

meetings-line-branch = • { $number }: { $title } ({ $branch }), { $when }

meetings-line-cancelled = • { $number }: { $title }, { $when }: CANCELLED

meetings-line-cancelled-branch = • { $number }: { $title } ({ $branch }), { $when }: CANCELLED

meetings-place-open = { $when }, place to be announced

meetings-more =
    { $count ->
        [one] There is 1 more, later.
       *[other] There are { $count } more, later.
    }

meeting-unknown-to-members = I know no meeting with the number { $number }. To see the meetings there are, type meetings.

meeting-was-over = This meeting is over.

agenda-of = Agenda of { $title }, { $when }:

agenda-none = There is no agenda yet for { $title }, { $when }.

papers-of = Papers for { $title }, { $when }:

papers-none = There are no papers yet for { $title }, { $when }.

## Personal reminders

remind-began =
    I will remind you here before { $title }, { $when }. To end that, type stop.
    Until it is over I keep your account id for this, which is not your phone number. Then I forget it.

remind-one-date = It happens more than once. This is for that date only; for a later one, ask me again after it.

remind-already = I am reminding you of { $title }, { $when }, already. To end that, type stop.

remind-nothing-left = I have no date to remind you of with the number { $number }. To see the meetings there are, type meetings.

remind-ended = I will not remind you any more, and I have forgotten that you asked.

remind-not-on = I am not sending you any reminders. To get them, type remind me.

remind-personal-end = To end these reminders, type stop.

## The card

meeting-word-changed = CHANGED
meeting-word-cancelled = CANCELLED

meeting-card-description = { $notice ->
        [none] {""}
       *[other] { $word }:{" "}
    }{ $title } { $when }. { $place }. { $branch }.

meeting-card-access = { $description } { $access }

meeting-card-sentence = { $text }.

meeting-card-next = { $rule }. Next: { $when }

meeting-card-doors = { $when }. { $doors }

meeting-groups-unknown =
    I have only just started and do not know my groups yet, so I cannot show you where this would go. Nothing has been posted.
    Please send it again in a minute.
