# What people read who ask to be on a branch's contact list, and what its admins read of it.

contact-command = contact list

contact-explain =
    { $exported ->
        [yes] Who can see it: the admins of { $branch } read only how many people are on the list, and take it out as a locked file, which whoever holds the branch’s key can open; whoever runs this bot’s computer could see it too.
       *[no] Who can see it: the admins of { $branch } read only how many people are on the list, and nobody can take it out; whoever runs this bot’s computer could see it.
    }
    Why: so that the branch knows where people are and what they care about, and can write to them through me.
    Until when: until you take yourself off, at any time, with “{ $command } off”, or until you do not answer when I ask, { $days ->
        [365] once a year
       *[other] every { $days } days
    }, whether to stay.

contact-which =
    The contact list of which branch?
    { $lines }
    Please answer with a number or a name, or no.

contact-choice = { $index }. { $choice }

contact-nowhere = There is no contact list here any more, so I have kept nothing.

contact-ask-name = What should { $branch } call you? Any name will do. You can answer each question with skip, and end it all with no.

contact-ask-area =
    { $lines ->
        [none] Which part of the area are you in? A neighbourhood is enough. Not your address. Or: skip
       *[other] Which part of the area are you in? A number is enough. Or: skip
        { $lines }
    }

contact-ask-interests =
    { $lines ->
        [none] What would you like to do, or hear of? Up to { $most }, with commas between them, such as: housing, leaflets. Or: skip
       *[other] What would you like to do, or hear of? Numbers are enough, such as: 1, 3. Or: skip
        { $lines }
    }

contact-ask-speaks = Which language do you like to be written to in? Or: skip

contact-ask-reach = May somebody from the branch reach you in another way, too? Then write how: an email address, a Signal username or a phone number. It goes into the file. With skip, they can only reach you through me.

contact-not-taken =
    { $why ->
        [many] That is too much at once. Up to { $count }, please.
        [choice] That is not on the list.
       *[long] That is too long. Up to { $most } characters, please.
    }

contact-line =
    { $field ->
        [name] Name
        [area] Area
        [interests] Interests
        [speaks] Language
       *[reach] Other way to reach you
    }: { $value ->
        [none] nothing
       *[other] { $value }
    }

contact-preview =
    Nothing is kept yet. This would be on the contact list of { $branch }:

    { $lines }

    { $exported ->
        [yes] A file that is taken out while you are on the list cannot be called back later.{ " " }
       *[no] { "" }
    }Is that right? yes or no. To change a line, begin with its name: area Clapton

contact-answer-unclear = Please answer yes or no. To change a line, begin with its name: name, area, interests, language or reach. Nothing is kept yet.

contact-kept =
    Thank you. You are on the contact list of { $branch }.
    To see it, or to change one thing: { $command }. To take yourself off at once: { $command } off. { $days ->
        [365] In a year
       *[other] In { $days } days
    } I ask whether you want to stay.

contact-dropped = Then I have kept nothing about you.

contact-expired = I have kept nothing for the contact list, because it was not finished. To begin again: { $command }

contact-own =
    You have been on the contact list of { $branch } since { $since }:

    { $lines }

    { $ends ->
        [none] On { $asked } I ask whether you want to stay.
       *[other] I have asked whether you want to stay. Without an answer it is deleted on { $ends }.
    }

contact-how = To change one thing, for example: { $command } area Clapton. To empty it: { $command } area skip. To stay on it for another time: { $command } stay. To be off it at once: { $command } off.

contact-unchanged = I have changed nothing in your entry in the contact list of { $branch }.

contact-left-as-it-is = Then it stays as it is.

contact-off = You are off the contact list of { $branch }, and what you gave is destroyed. A file that was taken out before I cannot call back.

contact-not-on = You are not on a contact list, so nothing about you is kept for one.

contact-stays = Thank you. You stay on the contact list of { $branch }. I ask again on { $day }.

contact-stay =
    You have been on the contact list of { $branch } since { $since }. Do you want to stay? yes or no
    If you do not answer, what you gave is deleted on { $ends }. To see it: { $command }

contact-ended = You did not answer whether you want to stay on the contact list of { $branch }. So I have destroyed what you gave. To be on it again: { $command }

contact-closed = { $branch } has no contact list any more. So I have destroyed what you gave for it.

held-contact =
    You have been on the contact list of { $branch } since { $since }. You gave:
    { $lines }
    It is kept, encrypted, until you type { $command } off, or do not answer when you are asked whether to stay.

contact-danger = I have not kept what you wrote just now, and nobody else has read it.

## Of an imported list

contact-invite =
    This is the Signal bot of { $branch }. Somebody gave the branch your number, so that it can ask you once: do you want to be on its contact list?
    yes, and I ask you what you want to give. no, or no answer, and nothing is kept. I keep only a fingerprint of your number for two years, so that nobody asks you again.
    If I do not understand your yes, please write: contact list

contact-invite-refused = Fine. I do not ask you again, and the branch is told nothing.

## For admins

contacts =
    The contact list of { $branch }: { $people }.

    By area:
    { $areas ->
        [none] nobody has named one
       *[other] { $areas }
    }

    By interest:
    { $interests ->
        [none] nobody has named one
       *[other] { $interests }
    }

    I count in steps of { $step }, so that nobody can be picked out. For the list as a locked file: contacts export

contacts-none = Nobody is on the contact list of { $branch } yet. People get on it themselves, with: contact list

contacts-line = { $what }: { $count }

contacts-others = others: fewer than 5 each

contacts-count =
    { $count ->
        [0] fewer than { $step }
       *[other] at least { $count }
    }

contacts-asked =
    Of the lists that were imported, { $asked ->
        [one] 1 person was
       *[other] { $asked } people were
    } asked. Still waiting: { $waiting }. Not to be found on Signal by their number: { $absent }. Not asked for another reason: { $unsent }. Who said yes or no, I do not tell.

contacts-export =
    The contact list of { $branch }, as a locked file. Only whoever holds the branch’s key can open it. The other admins are told that you took it out.
    Please delete it when you have used it. Who leaves the list later is still in it.

contacts-export-name = contact-list.zip.age

contacts-export-no-key = I cannot take out the contact list of { $branch }: the settings name no key for it. Whoever runs this bot has to put the public half of one into export_key of contact_list. Nothing was taken out.

contacts-exported-by-another = Another admin has taken out the contact list of { $branch } as a locked file.

contact-letter =
    { $branch } writes to people on its contact list:

    { $text }

    I do not tell anybody that you have got this. To be off the list: { $command } off

contacts-write-how = To whom, and what? For example: contacts write Clapton: The hall is open on Saturday. In place of an area: an interest, or all.

contacts-write-too-long = That is too long. Up to { $most } characters, please.

contacts-write-too-few = Fewer than 5 people on the contact list have named that, or nobody. I write to 5 or more, so that nobody can be picked out.

contacts-write-which = That could be for people of several of your branches. Please name an area or an interest that only one of them has.

contacts-write-one-at-a-time = The last message to the contact list is still on its way. Please try again in a while.

contacts-write-preview =
    This would go to people on the contact list of { $branch }: { $people }{ $audience ->
        [none] { "" }
       *[other] , who have named { $audience }
    }. One by one, behind everything else:

    { $text }

contacts-write-answers = Shall I send it? yes or no. It cannot be changed or taken back later.

contacts-write-done = It is on its way, one after the other. Who takes themself off the list meanwhile does not get it.

contacts-write-dropped = Then nobody gets it.

contacts-write-expired = Nobody got what you wrote for the contact list, because there was no answer.

contacts-heading =
    { $field ->
        [name] Name
        [area] Area
        [interests] Interests
        [speaks] Language
        [reach] How to reach them
        [since] On the list since
       *[through-bot] only through the bot
    }

## How many members there are

members =
    { $branch }: { $count ->
        [0] nobody yet
        [1] fewer than { $fewest } people
       *[other] { $count } people
    } in its groups, each counted once{ $growth ->
        [none] { "." }
       *[other] { " " }({ $growth }).
    }

    Groups:
    { $groups ->
        [none] none
       *[other] { $groups }
    }

    Areas:
    { $areas ->
        [none] none
       *[other] { $areas }
    }

    Agreed to the standards as they are now: { $agreed ->
        [0] nobody
        [1] fewer than { $fewest }
       *[other] at least { $agreed }
    }. Get announcements directly: { $subscribed ->
        [0] nobody
        [1] fewer than { $fewest }
       *[other] at least { $subscribed }
    }.{ $contacts ->
        [-1] { "" }
        [0] { " " }On the contact list: fewer than { $fewest }.
       *[other] { " " }On the contact list: at least { $contacts }.
    }

members-group =
    { $name }{ $count ->
        [-1] { "" }
        [0] : nobody
        [1] : fewer than { $fewest }
       *[other] : { $count }
    }{ $growth ->
        [none] { "" }
       *[other] { " " }({ $growth })
    }

members-grown =
    { $way ->
        [up] { $by } more
        [down] { $by } fewer
       *[same] as many
    } { $way ->
        [same] as
       *[other] than
    } { $span ->
        [week] a week ago
        [month] a month ago
       *[year] a year ago
    }

members-together = In all your branches together: { $count ->
        [0] nobody
        [1] only a few people
       *[other] { $count } people
    }, each counted once.

members-end = Caucuses are in none of these numbers. I do not count who, only how many.
