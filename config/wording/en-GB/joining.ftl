# The way into a group and out of it, through the bot: what newcomers, members and keepers read.

## Which groups there are

directory =
    These groups are there:
    { $lines }

    To join one, write for example: join 3

directory-empty = There is no group here yet that you could join through me.

directory-waiting = You have asked to join one and have no answer yet. I tell you as soon as there is one.

directory-admin = For admins: groups check says how each group stands.

directory-line =
    { $number }. { $name } ({ $branches ->
        [0] {""}
        [1] {""}
       *[other] { $branch },{" "}
    }{ $kind ->
        [announcements] announcements
        [board] notices
        [area] neighbourhood
        [caucus] caucus
        [working] working group
       *[chat] chat
    }{ $people ->
        [-1] {""}
        [one] , { $people } person
       *[other] , { $people } people
    }): { $inside ->
        [yes] you are in it.
       *[no] { $entry ->
            [asked] somebody answers first.
            [vouched] members vouch for you.
            [passed_on] its keepers run it without me; I can pass your wish on to them.
           *[open] open to all.
        }
    } { $about }

## Getting in

join-unknown = I know no group like that. To see which there are: { $command }

join-did-you-mean = Did you mean { $name }? Then write: { $command }

join-in-already = You are in { $name } already.

join-waits-already = You have asked for { $name } already. I tell you as soon as something comes of it.

join-shut = I cannot let anybody into { $name } just now, because something there has to be put right first. Please try again tomorrow.

join-full = { $name } is full: Signal takes 1,000 people in a group. Please ask an admin of the branch for another one.

join-refused-before = You have had an answer about { $name }. You can ask again two weeks after it.

join-too-often = That was often for one day. Please try again tomorrow.

join-crowded = Many people are asking for { $name } just now. Please try again tomorrow.

join-standards =
    Before you join { $name }:

    { $standards }

    Do you agree? yes or no

join-standards-refused = Fine. You have not joined, and I have kept nothing. Announcements and meetings are open to you without a group. To see what I can do: help

join-number-shows =
    One thing first, just for you. Everybody in { $name } will be able to see your phone number, because Signal shows yours to others.
    To hide it: in Signal, Settings, Privacy, Phone number, “Who can see my number”, Nobody.

    1: join now
    2: wait, I hide it first

join-number-later = I have not added you. When your number is hidden, write: { $command }

join-number-unclear = Please answer 1, to join now, or 2, to hide your number first.

join-under-way = I am adding you to { $name }, and tell you when you are in.

join-why =
    The people who look after { $name } let people in. Would you tell them in a line or two who you are, or why you would like to join? They read that and the name that you use in Signal.
    If you would rather not: skip

join-asked =
    I have asked them, and tell you what they answer. You do not hear who answered.
    To take it back: { $command }

join-vouch =
    { $count ->
        [one] Somebody who is in { $name } has to vouch for you.
       *[other] { $count } people who are in { $name } have to vouch for you.
    }
    Send the next line to { $count ->
        [one] a member who knows you
       *[other] members who know you
    }, in Signal or however you talk. They send it to me. It is good for two weeks, and works only for people in that group.

    { $command }

join-dropped = I have not added you to a group, and have asked nobody. To try again: { $command }

join-done = You are in { $name }.

join-invited =
    Signal has sent you an invitation to { $name }, because it does not let me add you outright. In Signal, open “{ $name }” and choose “Accept”. I tell you when you are in.
    If you have changed your mind: { $leave }

join-uninvited = The invitation to { $name } is gone: it was declined or taken back. To try again: { $join }

join-noticed =
    You asked in Signal to join { $name }. I have passed that on to the people who look after it, and tell you what they answer.
    To take it back: { $leave }

join-agree-first =
    You asked in Signal to join { $name }. I am the bot of { $branch }, a program and not a person. Nobody is let in before I have shown them what the branch expects of everybody, and they have said yes.
    To go on, write to me: { $join }
    If you no longer want to join: { $leave }
    To get nothing from me that you have not asked for: silence

join-refused = You were not let into { $name } this time. You can ask again in two weeks. What else there is: { $groups }

join-unanswered = Nobody has answered yet about { $name }. I have reminded them. Your request stays open for two weeks. To take it back: { $leave }

join-not-enough-vouches = Not enough people have vouched for you yet for { $name }. The line that I sent you still works. To take your request back: { $leave }

join-ended = Two weeks are over and nothing came of it, so your request for { $name } has ended. To ask again: { $join }

join-group-gone = A group that you asked for is no longer among those I look after, so your request has ended. You need not do anything.

join-request-gone = Your request to join { $name } is no longer open in Signal. Either you took it back, or somebody turned it down there. To ask again: { $join }

join-stuck = I could not add you to { $name }: Signal did not do it, and does not say why. The people who look after it know. To try again later: { $join }

join-nameless = somebody without a name in Signal

join-link = (link or number left out)

## A private group that its keepers run alone

wish-ask =
    { $name } is run by its keepers alone. I am not in it, so I cannot let you in. I can pass on to them that you would like to join, once.
    Write in one message who you are, if you like, and how they can reach you in Signal: your username there (such as nat.42) or your phone number. They read that and the name that you use in Signal. Nobody else does, and I keep nothing of it.
    To leave it: no

wish-no-contact = I found no Signal username and no phone number in that, so they could not reach you. I have passed nothing on. Please write it again with one: a username is in Signal under Settings, your name, and looks like nat.42. To leave it: no

wish-sent = I have passed it on to the keepers of { $name }. They answer you in Signal themselves, or not; I do not hear what they decide.

wish-dropped = I have passed nothing on, and kept nothing.

wish-not-now = Nobody looks after { $name } just now whom I could pass it on to. Please try again in some days.

wish-not-waits = I have passed that on to the keepers of { $name } already. They answer you in Signal themselves, or not. After two weeks you can ask me again.

wish-not-often = That was often for one day. Please try again tomorrow.

wish-not-crowded = Many people are asking for { $name } just now. Please try again tomorrow.

wish-not-away = That is not open to you for now. You have been told until when, and why.

wish-not-removed = That is not open to you. You have been told why.

wish-passed-on =
    “{ $who }” would like to join { $name }, which you run without me. { $said ->
        [none] {""}
       *[other] They wrote: “{ $said }”
    }
    To reach them in Signal: { $contact }
    In Signal anybody can choose any name, and give any number: make sure who it is before you add them. I cannot add them, and do not hear what you decide. I have kept nothing of it.

## Leaving

leave-which = You have asked for more than one group. Add its number, for example: { $command } 3

leave-unknown = I know no group like that. To see which there are: { $command }

leave-did-you-mean = Did you mean { $name }? Then write: { $command }

leave-not-in = You are not in { $name }, so there is nothing to leave.

leave-under-way = I am taking you out of { $name }, and tell you when it is done.

leave-taken-back = I have taken that back. You are not in { $name }, and nobody is asked about it any more.

leave-last-admin = You are the only admin of { $name } besides me, so I do not take you out: if my number were lost, nobody could run it. Make somebody else an admin first: open the group in Signal, press their name, “Make admin”.

leave-powerless = I can take nobody out of { $name } just now. You can leave it yourself: open it in Signal, press its name, “Leave group”.

leave-done = You are out of { $name }.

leave-group-gone = A group that you wanted to leave is no longer among those I look after. If you are still in it, leave it yourself: open it in Signal, press its name, “Leave group”.

leave-not-yet = I am just looking who runs { $name }. Please try again in a minute.

leave-stuck = I could not take you out of { $name }: Signal did not do it. You can leave it yourself: open it in Signal, press its name, “Leave group”.

## Vouching

vouch-unknown = I do not know that code, or you cannot use it. Look whether it is the whole line that you were sent.

vouch-too-new = You have been in { $name } for less than a week, so you cannot vouch for others yet.

vouch-again = You have vouched for { $who } already. { $missing ->
        [0] Nothing more is needed.
        [one] One more person is needed for { $name }.
       *[other] { $missing } more people are needed for { $name }.
    }

vouch-counted = Thank you. You have vouched for { $who }, who wants to join { $name }. I do not tell them that it was you. { $missing ->
        [one] One more person is needed.
       *[other] { $missing } more people are needed.
    }

vouch-enough = Thank you. You were the last one needed for { $who }. I am adding them to { $name } now.

## Keepers

request-line =
    { $number }: “{ $who }” wants to join { $name } ({ $asked }).{ $how ->
        [link] {" "}Asked in Signal, by the group’s link.
       *[bot] {""}
    } { $reason ->
        [none] {""}
       *[other] They wrote: “{ $reason }”
    }

request-asked =
    { $line }
    In Signal anybody can choose any name.

    To let them in: 👍 on this message, or let in { $number }
    To say no: 👎 on this message, or turn away { $number }
    The first answer of a keeper counts. They do not hear who answered.

request-not-agreed =
    { $number }: somebody asks by the link of { $name } in Signal, and has not said yes to what the branch expects. I am writing to them how. As soon as they have, I ask you; until then nobody lets them in.
    If you know who it is, they can write to me at once: { $join }

request-not-agreed-yet =
    { $number }: whoever asked by the link of { $name } in Signal has not said yes to what the branch expects, for two days. Perhaps they have not seen what I wrote: Signal shows it as a request from somebody unknown. Or they want nothing from me, or have changed their mind.
    If you know who it is, they can write to me: { $join }. After two weeks the request ends, and I take it away in Signal.

request-reminder =
    Nobody has answered this for { $hours } hours:
    { $line }

    let in, or turn away, and the number.

request-many = { $count } requests wait for an answer of yours. To see them all: { $command }

request-many-ended = { $count } requests have ended: nobody answered for two weeks.

request-crowded = More people are asking to join { $name } than I tell you of one by one. To see them all: { $command }

request-answered = Request { $number } is answered. Nothing is left to do.

request-withdrawn = Request { $number } was taken back. Nothing is left to do.

request-gone = Request { $number } is no longer open in Signal: it was taken back, or somebody answered it there. Nothing is left to do.

request-handed-over = Request { $number } has ended, because I no longer look after { $name }. To let the person in, add them in Signal.

request-ended = Request { $number } has ended: nobody answered for two weeks.

request-stuck =
    I could not add the person of request { $number } to { $name }. Look in Signal whether I am an admin there, and whether the group is full.{ $reason ->
        [none] {""}
       *[other] {" "}The answer was: { $reason }
    }

request-let-in = Thank you. I am adding the person of request { $number } to { $name }.

request-turned-away = Thank you. The person of request { $number } hears that they were not let into { $name }, and not by whom.

request-unknown = There is no open request { $number } that you look after. To see those there are: requests

request-number-missing = Which request? Add its number, for example: let in { $number }

requests-none = Nobody is waiting for an answer of yours.

requests =
    These wait for an answer:
    { $lines }

    let in, or turn away, and the number.

## Suggesting a group

suggest-how = What is it called, and what is it for? For example: suggest group Tenants of Gascoyne: repairs, and what to do about them

suggest-members-only = Groups are suggested by people who are in one already. To see which there are: { $command }

suggest-one-at-a-time = You have suggested one already, and it waits for an answer. I tell you when there is one.

suggest-too-often = Two suggestions a week is the most. Please try again in some days.

suggest-name-long = That name is too long: Signal takes { $most } characters.

suggest-name-pretends = A group cannot be called that: it could be taken for people who run the branch, or hides something. Please choose another name.

suggest-name-taken = There is a group called that already, or nearly. Please choose another name.

suggest-purpose-long = What it is for is too long for a group’s description. Please say it in a line or two.

suggest-asked = I have asked the admins whether there shall be a group { $name }, and tell you what they answer.

suggest-under-way = I am making the group { $name } now.

suggest-shown =
    { $number }: a member of { $branch } suggests a new { $kind ->
        [area] neighbourhood group
       *[working] working group
    }: “{ $name }”
    What for: “{ $purpose }”

    I would make it, and they would be its keeper.
    👍 on this message, or agree { $number }
    👎 on this message, or refuse { $number }

suggest-counted = Thank you. Another admin has to agree to { $name }.

suggest-yours-already = You have said yes to { $number } already. Another admin has to agree.

suggest-decided = { $number } is decided. Nothing is left to do.

suggest-agreed = The admins agree: there will be a group { $name }. I am making it now.

suggest-refused = The admins would rather not have a group { $name } for now. You can talk to them, or suggest another one.

suggest-dropped = There will be no group { $name }. Who suggested it hears that, and not from whom.

suggest-unanswered = No admin has answered yet about { $name }. I have reminded them.

suggest-reminder = { $number } has waited for two days: a member suggests a group { $name }. agree { $number }, or refuse { $number }

suggest-ended = Two weeks are over and no admin has answered about { $name }, so that has ended. You can suggest it again.

suggest-ended-admins = { $number } has ended: nobody answered for two weeks about a group { $name }.

suggest-made = The group { $name } is there, and you are its keeper: I ask you when somebody wants to join. I am adding you now.

suggest-made-admins = The group { $name } is there. I keep it as it was suggested; groups check shows it.

suggest-failed = I could not make the group { $name }: Signal did not take it. The admins know. You can suggest it again later.

suggest-failed-admins = I could not make the group { $name }: Signal did not take it. Who suggested it knows.

join-away = The moderators have decided that you are not in { $name } for a time. My message about it says until when, and how to appeal. I let you back in by myself.

join-removed = The moderators have decided that you are not in the groups of this branch for now. My message about it says until when, and how to appeal.
