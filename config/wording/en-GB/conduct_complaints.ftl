# Complaints about how somebody behaves in a group: the conversation with whoever complains, and with moderators.
# Whoever complains may be frightened or angry. Nobody is named who was found by a message, and no moderator ever.

## From a report and back; said by what hears reports

# Only where moderators look after a group that its writer is in.
report-ask-lane =
    Who should deal with how somebody behaves?
    1. The moderators of your groups. They read the message and your words, and can talk to the person, or take them out of a group for a time. They never learn who you are.
    2. The team that reads reports of behaviour.
    3. The safeguarding team. Take this if you were hurt, threatened or frightened, or are not sure.
    What you have written so far goes along.{ $files ->
        [yes] {""} Your pictures and recordings do not go to moderators: with 1 they are deleted.
       *[no] {""}
    }

report-ask-lane-again = Please answer with 1, 2 or 3. What you have written is kept.

# What was written as a complaint is a report now, and not sent.
report-brought = What you wrote to the moderators is here now, as a report to the safeguarding team. The moderators no longer have it. It is not sent yet: answer what I ask, add what you like, and then type done.

## Writing one

complaint-opening =
    A complaint goes to the moderators of your groups. They never learn who you are, and the person it is about is not told that you wrote.
    For violence, sexual harm, threats or fear, type move at any time: then it goes to the safeguarding team instead.
    To stop: stop. What you write is kept for a day, as number { $number }, also if you do not finish.

complaint-opening-again = You have begun a complaint, number { $number }, and not sent it. We go on with it. To stop and forget it: stop. To the safeguarding team instead: move

complaint-kept-words = I have kept your words. You will see them before anything is sent.

complaint-kept-not = I have not kept what you just wrote: there is no room for it beside what you wrote before.

complaint-ask-message =
    Which message is it about? Forward it to me here, or copy its words and paste them. I find out whose it is, and name nobody.
    If it is about no message: none

complaint-own-message = That is a message of your own. Which one is it about? Or: none

complaint-no-files = I know no message with that file. Paste the words of the message, or type none and tell me about it.

complaint-pasted-cut = That is long. I have kept its first { $most } characters.

complaint-found = I know that message: it is in { $group }.

complaint-not-found =
    I find no message with these words in your groups. It may be more than two days old, or a few words may be different. I remember none for longer.
    I have kept what you sent with your complaint. The moderators will know that I could not check it.

complaint-ask-which =
    There is more than one message like this. Which one? Answer with its number, or none.
    { $lines }

complaint-which-line = { $index }. In { $group }, about { $when }

complaint-ask-group =
    Where was it? Answer with a number.
    { $lines }

complaint-group-line = { $index }. { $group }

complaint-elsewhere = Somewhere else ({ $branch })

complaint-ask-person =
    Who is it about? Answer with a number or a name. If you do not know: skip
    { $lines }

complaint-ask-person-which =
    More than one person is called that. Which one? Answer with a number.
    { $lines }

complaint-ask-person-name = Who is it about? Write their name as it stands in the group, or a part of it. If you do not know: skip

complaint-ask-person-words = Who is it about? Say it as you would to somebody who knows the branch. If you do not know: skip

complaint-person-line = { $index }. { $name }{ $hint ->
        [none] {""}
       *[other] {" "}({ $hint })
    }

complaint-hint-wrote = last wrote on { $day }
complaint-hint-new = came this week
complaint-hint-others = also in { $groups }

complaint-person-left = They are no longer in that group. Write their name instead, or skip.

complaint-person-in-words = I find nobody of that name there. I have kept what you wrote; the moderators read it in your words.

complaint-ask-about =
    What was wrong with it? Answer with a number, or in your own words. If you are not sure: skip
    { $lines }

complaint-standard-line = { $number }. { $title }

complaint-ask-words = How did it affect you? Say it in your own words, in one message. If you do not want to: skip

complaint-ask-excluded =
    Is there anybody who should not deal with this? The person it is about never does. I do not tell who the moderators of { $branch } are: write any name, and if they are one, they will not know of your complaint.
    One name in each message. If there is nobody: no

complaint-excluded = Nobody who is called “{ $typed }” will deal with this. Anybody else? Another name, or no

complaint-excluded-near = I know nobody called “{ $typed }” in your groups. Did you mean { $near }? Write the name in full, or no if there is nobody.

complaint-words-missing = I could not read any words in that. Please write it, or skip.

complaint-files-stay = Pictures and recordings do not go to moderators, and I have not kept yours. Please say in words what they show.

complaint-too-long = That is too long to go along: a complaint has room for { $most } characters. I have not kept this message. Please make it shorter. If it needs more room, type move: a report has it.

complaint-kept-aside = I have kept that with your words. It did not answer my question, though. You can also type skip.

complaint-unclear = I do not know what you mean by that. Please answer with one of the numbers or names, or skip.

## Danger

# After what to do in danger.
complaint-danger = I have passed nothing on. Your complaint is as it was. If this is about harm or fear, type move: then the safeguarding team gets what you have written.

complaint-danger-first = I have begun no complaint, and passed nothing on. To reach the safeguarding team: report

# Of a complaint that is none of theirs, or that they moderate.
complaint-danger-beside = I have done nothing about a complaint, and passed nothing on. To reach the safeguarding team: report

complaint-offer-move =
    { $teams ->
        [yes] What you write may be more than moderators should deal with alone. The safeguarding team keeps what it reads more closely, and can help. { $stands ->
            [sent] Type complaint { $number } move and it goes to them instead: you write nothing again.
           *[draft] Type move and it goes to them instead: you write nothing again. Or just go on here.
        }
       *[no] What you write may be more than moderators can help with. Type helplines: people outside the branch whom you can ring. Or just go on here.
    }

complaint-cannot-move = I cannot move it just now: nobody here could read it as a report, or you have written a great deal within an hour. Your complaint is as it was. For people outside the branch: helplines

# How it begins as a report.
complaint-brought-message = About this message in a group: “{ $text }”
complaint-brought-person = It is about { $name }.

## Before it is sent

complaint-review =
    Nothing is sent yet. The moderators of { $branch } would read this, and not who you are:

    { $told }

    Not to know of it: { $excluded ->
        [none] the person it is about
       *[other] the person it is about, and whoever is called { $excluded }
    }

    Send it? yes or no. To change something: 1 the message or person, 2 what was wrong, 3 your words, 4 who must not know. What else you write is added.

complaint-told-message = A message in { $group }: “{ $text }”
complaint-told-group = In { $group }
complaint-told-pasted = You sent this; I could not check it: “{ $text }”
complaint-told-person = About: { $name }
complaint-told-person-words = About, in your words: { $text }
complaint-told-about = What was wrong: { $text }
complaint-told-words = Your words: { $text }
complaint-told-nothing = Nothing yet.

complaint-added-before-sending = I have added that.

complaint-edit-which = Which part? 1 the message or person, 2 what was wrong, 3 your words, 4 who must not know.

complaint-unclear-review = I did not take that in. Send it? yes or no. To change something, answer 1, 2, 3 or 4.

complaint-empty = There is nothing in it yet. Say what was wrong (2) or how it affected you (3), or no to stop.

complaint-stopped = I have sent nothing and kept nothing.

complaint-gone = That complaint is no longer here. To begin one: complain

complaint-too-often = You have sent { $most } complaints within a week. Please wait a few days before the next one. If it cannot wait, type report: the safeguarding team is there at any time.

complaint-nobody =
    Nobody is left who may deal with this. I have sent nothing. What should I do?
    1. Change who must not know of it
    2. Send it all the same: it waits, closed, until somebody moderates who may know of it
    3. Move it to the safeguarding team

complaint-nobody-unclear = Please answer with 1, 2 or 3, or stop. What you have written is kept.

complaint-sent =
    { $how ->
        [waits] Your complaint is number { $number }. Nobody may read it yet. I tell you when somebody of { $branch } can.
       *[sent] Sent to the moderators of { $branch }. Your complaint is number { $number }. I tell you when they ask something or have decided.
    }
    Keep the number in mind. complaint { $number } shows how it stands. Words after it are added: complaint { $number } and your words.
    To the safeguarding team instead: complaint { $number } move. To take it back: complaint { $number } withdraw
    If somebody may look at your phone, type hide: then I say nothing of it until you type the number.

## Afterwards, for whoever wrote it

complaints =
    { $own ->
        [none] {""}
       *[other] What you have complained of:
        { $own }
        {""}
    }{ $moderator ->
        [yes] { $lines ->
            [none] No complaint waits for you as a moderator.
           *[other] For you as a moderator. To read one: complaint and its number
            { $lines }{ $more ->
                [0] {""}
               *[other] {""}
                and { $more } older ones
            }
        }
       *[no] { $own ->
            [none] You have complained of nothing that I know of. To begin: complain
           *[other] To see how one stands: complaint and its number
        }
    }

complaints-own-line = { $number }: sent on { $day }, { $state }
# How a complaint stands, for a list.
complaint-state = { $state ->
        [open] with the moderators
        [decided] decided
       *[closed] closed
    }

complaints-line = { $number } ({ $branch }): { $state ->
        [open] { $waits ->
            [yes] waits since { $day }
           *[no] open since { $day }
        }
        [decided] decided
       *[closed] closed
    }{ $same ->
        [none] {""}
       *[other] , about the same person as { $same }
    }

complaint-unknown = I know no complaint { $number } that is for you. complaints lists those that are.

complaint-standing =
    Complaint { $number }, to the moderators of { $branch }, sent on { $sent }: { $state }

    { $told }

    { $log ->
        [none] The moderators have asked nothing yet.
       *[other] { $log }
    }

    It is encrypted, and destroyed { $days } days after its end at the latest.
    To add something or to answer: complaint { $number } and your words. To the safeguarding team instead: complaint { $number } move. To take it back: complaint { $number } withdraw

complaint-log-line = { $day }: { $kind ->
        [added] you added: { $text }
        [question] they asked: “{ $text }”
        [answer] you answered: { $text }
        [offered] they said that you can move it to the safeguarding team
       *[closed] they closed it: “{ $text }”
    }

complaint-added = { $how ->
        [answer] Your answer is with the moderators of { $branch }.
       *[added] I have added that, and told the moderators of { $branch } that there is more.
    } complaint { $number } shows everything.

complaint-added-too-much = You have added a lot today. I have not kept this message. Please wait until tomorrow, or type report if it cannot wait.

complaint-entry-too-long = That is too long: { $most } characters go into one message. I have not kept it. Please send it in parts.

complaint-ask-move = Complaint { $number } becomes a report to the safeguarding team: all you wrote goes along, the moderators lose it, and I delete what they were shown as far as Signal lets me. They are told only that it is closed. If they have decided something already, that and the message it is about stay, and nothing of yours. Do that? yes or no

complaint-ask-withdraw = Complaint { $number } is destroyed: nobody can read it any more, and the moderators are told that it is closed. If they have decided something already, that and the message it is about stay, and nothing of yours. Do that? yes or no

complaint-left = Complaint { $number } stays as it is.

complaint-withdrawn = Complaint { $number } is destroyed. I asked Signal to delete what the moderators were shown; what they have read they may remember.

complaint-asked =
    The moderators of { $branch } ask you about complaint { $number }:
    “{ $text }”
    They do not know who you are. You need not answer. To answer: complaint { $number } and your words

# Plain words of somebody who was asked; after what to do in danger.
complaint-answer-meant =
    I have passed nothing on yet. Is this your answer to what the moderators of { $branch } asked about complaint { $number }?

    1. yes, pass it on
    2. no

    If it is about harm or fear, type move: then it begins a report to the safeguarding team, and no moderator reads it.

complaint-answer-which =
    I have passed nothing on. Moderators have asked you about { $numbers }. To answer them: complaint { $example } and your words.{ $talk ->
        [none] {""}
       *[other] {" "}To say something in the talk you have with moderators: talk { $talk } and your words.
    }
    If it is about harm or fear: report

complaint-answer-not-passed = I have passed nothing on. To answer later: complaint { $number } and your words

complaint-offered = The moderators of { $branch } think that the safeguarding team could help you better with complaint { $number }. You decide. To move it there, with all you wrote: complaint { $number } move

complaint-closed =
    The moderators of { $branch } have closed complaint { $number }:
    “{ $reason }”
    If there is more to say, add it and it is open again: complaint { $number } and your words. For harm or fear: report

complaint-unread = Nobody has dealt with complaint { $number } for { $days } days. I have reminded the moderators of { $branch }. To move it to the safeguarding team: complaint { $number } move

complaint-alone = At the moment nobody moderates { $branch } who may know of complaint { $number }. It is kept, and nobody reads it. When somebody may, they are told. To move it to the safeguarding team: complaint { $number } move

complaint-alone-no-more = Somebody can deal with complaint { $number } now, and has been told.

complaint-over = Complaint { $number } was kept for its time and is destroyed now.

## For moderators

complaint-new = { $count ->
        [1] A complaint has come in: { $numbers }. To read it: complaint { $numbers }
       *[other] { $count } complaints have come in: { $numbers }. complaints lists them. To read one: complaint and its number
    }

complaint-shown =
    { $origin ->
        [complaint] Complaint { $number }
        [appeal] Appeal { $number }
       *[moderator] Matter { $number }
    }, { $branch }
    Where: { $groups ->
        [none] in no group
       *[other] { $groups }
    }
    About: { $subject ->
        [unknown] { $subject_words ->
            [none] nobody was named
           *[other] in their words: “{ $subject_words }”
        }
       *[other] { $subject }
    }{ $message ->
        [none] {""}
       *[other] {""}
        Their message: “{ $message }”
    }{ $pasted ->
        [none] {""}
       *[other] {""}
        Sent in with it, and not checked: “{ $pasted }”
    }
    What was wrong: { $about ->
        [none] not said
       *[other] { $about }
    }
    How it affected somebody: { $words ->
        [none] not said
       *[other] “{ $words }”
    }{ $others ->
        [0] {""}
       *[other] {""}
        Other complaints about the same person: { $others }. They may be from the same few people. What was done counts, not how many say it.
    }{ $log ->
        [none] {""}
       *[other] {""}
        { $log }
    }

    { $hint }
    { $answers ->
        [yes] To ask who complained, unseen on both sides: ask { $number } and your question. If safeguarding could help them better: offer { $number }. To close it: close { $number } and why
       *[no] To close it: close { $number } and why
    }

complaint-belief-hint = What somebody did counts, not what they believe.

complaint-entry-line = { $day }: { $kind ->
        [added] added: “{ $text }”
        [question] moderators asked: “{ $text }”
        [answer] answer: “{ $text }”
        [offered] moderators offered safeguarding
        [closed] closed: “{ $text }”
       *[other] { $text }
    }

complaint-more-moderator = There is more to complaint { $number }. To read it: complaint { $number }

complaint-ended-moderator = Complaint { $number } is closed. There is nothing left to do.

complaint-ask-what = What do you want to ask? ask { $number } and your question. Do not write anything that tells who you are.

complaint-no-complainer = There is nobody in { $number } who could be asked.

complaint-asked-moderator = Your question is on its way. The answer comes to all moderators who may know of { $number }.

complaint-offered-moderator = I have told them that they can move { $number } to the safeguarding team. They decide, and you are not told what.

complaint-close-why = Why is { $number } to be closed? Who complained reads that: close { $number } and your reason

complaint-closed-already = Complaint { $number } is closed already.

complaint-closed-moderator = Complaint { $number } is closed, and who complained has been told why. If they add something, it is open again.

complaint-closed-other = A moderator has closed complaint { $number }. To see why: complaint { $number }

complaint-unread-moderator = Nobody has dealt with complaint { $number } for { $days } days. The person who complained is told the same. To read it: complaint { $number }
