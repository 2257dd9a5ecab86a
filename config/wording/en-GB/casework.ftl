### What officers read. They are volunteers, often tired, and must never be in doubt about who
### sees what they type. What is marked "for whoever wrote it" may be read on a phone that somebody
### else looks at: it gives nothing away.

## What readers get of a report

casework-new =
    A new report has come: { $case }. It has { $parts ->
        [one] one part, which follows.
       *[other] { $parts } parts, which follow.
    }
    To answer, write to me in our own chat, never in a group. Quote a part there, or type reply { $case } and your answer.
    To say that you will look after it, type claim { $case }.
    Please speak of it only with those who read it too. To see who they are, type case { $case }.

casework-part = { $case }, part { $number }

# What a part answers, before its words: an earlier part of the same writer, or an answer of the team.
casework-about-part = About part { $number }:

# Before an answer that an officer typed as a quote of a part: to whoever wrote it, who sees no quote.
casework-about-theirs = About your message { $number } of { $count }:

casework-about-answer = About the answer in part { $number }, “{ $words }”:

casework-part-changed = { $case }, part { $number }, changed by whoever wrote it. It takes the place of what I sent you before, which I have asked Signal to delete here.

casework-part-changed-late = { $case }, part { $number }, changed by whoever wrote it. It takes the place of what I sent you before. That is more than a day old, so Signal may not delete it here for me. If it is still here, please delete it yourself: press and hold it, and choose Delete.

casework-entry =
    { $kind ->
        [answer] { $case }, part { $number }, answer by { $role }
       *[note] { $case }, part { $number }, note by { $role }
    }

casework-voice = This is a recording. A voice can tell who somebody is, so please do not pass it on.

# Before an officer types an answer: with a new report, with `case`, or when it turns out later.
casework-seen =
    Please take care with { $case }: somebody else may look at the phone of whoever wrote it.
    I show them nothing there until they ask. I only say that there is something for them. Write so that it does no harm if the wrong person reads it: nothing of what they told you, and no thanks for it.

# Before an officer types an answer, where whoever wrote it is not answered in the branch's own language.
casework-language =
    { $locale ->
        [en-simple] Whoever wrote this asked for easy English. Please answer in short sentences with plain words.
       *[other] Whoever wrote this writes in { $language }, as far as I can tell. Your answer goes to them as you type it: I translate nothing. Please use short sentences, or ask somebody who reads the case and knows the language.
    }
    Please do not tell anybody else which language it is: that alone can show who it was.

casework-withdrawn =
    { $case } has been withdrawn from the account that wrote it. I have destroyed what I held of it, and asked Signal to delete what I sent you.
    Please delete what you kept elsewhere.
    It may not have been the writer’s own will: somebody else may have had their phone, or pressed them. If it is told to you again, please take it as seriously as before.

## Who reads it

# In place of a role that somebody else has too, who does not read it.
casework-somebody = one of those who read it

casework-unnamed =
    { $named ->
        [0] { $count ->
            [one] one person
           *[other] { $count } people
        }
       *[other] { $count ->
            [one] one more person
           *[other] { $count } more people
        }
    }

## Which case

casework-which = Which case? Type { $command } and its name, for example: { $command } amber river 42. To see your cases, type cases.

casework-which-reply = Which case? Type reply, its name and your answer, for example: reply amber river 42 Thank you for telling us. Nothing has been sent.

casework-which-status = Which case? Type status, its name and the words, for example: status amber river 42 We meet on Thursday. Nothing has changed.

casework-unknown = I know no case of yours with that name, so I have done nothing. To see your cases, type cases.

casework-unknown-not-sent = I know no case of yours with that name, so nothing has been sent. To see your cases, type cases.

casework-did-you-mean = Do you mean { $case }? I have done nothing yet. Please type it again with that name.

casework-quote-unknown =
    I do not know which case that belongs to, so nothing has been sent.
    Please quote one of the parts I sent you, or type reply, the name of the case and your answer.

casework-two-cases =
    You quoted { $case }, but named { $other }. I have done nothing.
    Please send it again, without the quote or without the name.

casework-needs-open = { $case } is closed, so I have done nothing. To open it again, type reopen { $case }.

casework-busy =
    You are in the middle of something of your own here, so I have not sent that on.
    Please finish that first, or leave it by typing stop. Then answer again.

## Lists

casework-list-empty = You have no case that is open. To see closed ones too, type cases all.

casework-list-empty-all = You have no cases.

casework-list =
    { $count ->
        [one] One case:
       *[other] { $count } cases:
    }
    { $lines }
    To see more of one, type case and its name.

casework-list-line =
    • { $case }: { $state ->
        [waiting] has been waiting for an answer since { $since }
        [closed] closed
       *[answered] nothing waits for an answer
    }{ $keeper ->
        [me] , you look after it
        [other] , looked after by { $role }
       *[nobody] , nobody looks after it yet
    }

casework-case =
    { $case }: { $track ->
        [conduct] a complaint about conduct
       *[safeguarding] a safeguarding report
    }
    { $parts ->
        [0] Nothing of it is left to read
        [one] One part
       *[other] { $parts } parts
    }{ $files ->
        [0] {""}
        [one] , one file
       *[other] , { $files } files
    }, sent on { $sent }.

casework-case-state =
    { $state ->
        [waiting] It has been waiting for an answer since { $since }.
        [closed] It was closed on { $since }.
       *[answered] Nothing in it is waiting for an answer.
    }

casework-case-keeper =
    { $keeper ->
        [me] You look after it.
        [other] It is looked after by { $role }.
       *[nobody] Nobody looks after it yet.
    }

casework-case-readers =
    { $count ->
        [0] Only you read it, as { $role }.
       *[other] You read it as { $role }. It is also read by: { $others }.
    }

casework-case-status = Whoever wrote it reads this when they ask: { $text }

casework-case-outcome = Outcome: { casework-outcome }.

casework-case-muted = It is muted: what its writer sends is not taken. To hear them again, type unmute { $case }.

casework-case-unreachable = I no longer know who wrote it, so nobody can answer them.

casework-case-moved = It has been written from another account since { $since }. Make sure who it is before you name a place or a time.

casework-case-held = It is held, so nothing of it is destroyed. The reason: { $reason }

casework-case-until = What I hold of it will be destroyed on { $day }.

casework-case-notes =
    Notes, which only those who read the case can see:
    { $lines }

casework-case-note = • { $role }: { $text }

casework-case-next =
    { $can ->
        [answer] To answer, quote this, or type reply { $case } and your answer. Type help to see what else you can do.
        [reopen] To open it again, type reopen { $case }. Type help to see what else you can do.
       *[nothing] Type help to see what you can do.
    }

casework-missed =
    { $count ->
        [one] One part has not reached you. Here it is.
       *[other] { $count } parts have not reached you. Here they are.
    }

casework-missed-nothing = You have not missed anything.

## Answering

casework-answer =
    From the team, about { $case }:

    { $text }
    .discreet =
    About { $case }:

    { $text }

casework-answer-taken = Sent to whoever wrote { $case }, as from the team. They do not see who you are.{ $others ->
        [0] {""}
       *[other] {" "}The other readers see it as from { $role }.
    }

casework-answer-waits = Whoever wrote { $case } has a new phone, or somebody else has their number. Your answer is kept, and goes to them once they have given me the name of what they sent, and their passphrase. Until then I tell that phone nothing about it.

casework-answer-kept =
    I have kept your answer for whoever wrote { $case }. They read it when they ask for it, or when they have said that I may write. They do not see who you are.{ $others ->
        [0] {""}
       *[other] {" "}The other readers see it as from { $role }.
    }

casework-answer-slow = Your answer about { $case } is on its way, but Signal has not taken it yet. Whoever wrote it may have left Signal. I keep trying for about an hour, and tell you how it ends.

casework-answer-failed = { $case }: your answer did not reach whoever wrote it. I have kept it with the case.

casework-writer-back =
    { $case }: whoever wrote it has a new phone, has given me its name and passphrase, and is back.{ $answers ->
        [0] {""}
        [one] {" "}The answer that waited is on its way to them.
       *[other] {" "}The answers that waited are on their way to them.
    }
    It should be the same person. Make sure before you name a place or a time.

casework-other-account =
    { $case }: it is now written from another account, by somebody who knew its name and passphrase.
    That may be the same person with another phone, or somebody who has found the words. Make sure before you name a place or a time, and put nothing into an answer that only they may read.

casework-find = “{ $found }”

casework-confirm =
    Nothing has been sent yet. What you wrote about { $case } holds what may be somebody’s name or number: { $finds }
    ———
    { $text }
    ———
    { $kind ->
        [status] Should whoever wrote { $case } read this as its state?
       *[reply] Should this go to whoever wrote { $case }?
    } Type yes to send it as it is, or no to drop it.

casework-confirm-name =
    Nothing has been sent yet. { $kind ->
        [status] Should whoever wrote { $case } read this as its state?
       *[reply] Should this go to whoever wrote { $case }?
    }
    ———
    { $text }
    ———
    Type yes to send it as it is, or no to drop it.

casework-words-empty =
    { $kind ->
        [status] What should whoever wrote { $case } read as its state? Type status { $case } and the words. Nothing has changed.
       *[reply] What should I say to whoever wrote { $case }? Type reply { $case } and your answer. Nothing has been sent.
    }

casework-mention-unknown = I cannot see who you mentioned with @, so nothing has been sent to whoever wrote { $case }. Please write it again without the @.

casework-mention-unread = I cannot see who you mentioned with @, so I have kept nothing of that, and changed nothing about { $case }. Please write it again without the @.

casework-words-closed = { $case } is closed, so nothing has been sent. To open it again, type reopen { $case }.

casework-words-unreachable = I no longer know who wrote { $case }, so nothing can be sent to them. You can still keep notes: type note { $case } and the text.

casework-words-dropped = Dropped. Nothing has been sent about { $case }.

casework-words-withdrawn = You deleted what was waiting for your yes, so I have dropped it. Nothing has been sent.

casework-words-expired = I have waited for your yes and stopped waiting, so what you wrote has not been sent. Please write it again if it is still wanted.

casework-words-gone = That is not there any more, so nothing has been sent. To see your cases, type cases.

# To what came beside the words of an answer, a note or a state: a contact, a sticker, a poll.
casework-object-lost = I take words only. Something in that message was not text, and has gone nowhere.

# To words under a spoiler of Signal's, which whoever wrote the case reads uncovered.
casework-uncovered = You covered some of the words. I cannot keep them covered: they stand there as plain text.

casework-no-files = I pass on words only. What you attached has not been sent to anybody.

casework-deletion-too-late = I saw that you deleted a message, but I cannot follow that: what I did with it stands. An answer that went out stays with whoever wrote the case. To put it right, please write again.

# To an emoji or a pin on a message about a case.
casework-mark = { $case }: marks on a message, such as a thumb, a heart or a pin, go to nobody. Neither whoever wrote it nor the other readers see yours. To answer, quote a part, or type reply { $case } and your answer.

casework-poll = Votes and polls in this chat go to nobody. If yours was to say something, please write it in words.

casework-timer = In this chat, new messages disappear after a while. That is about this chat alone: the other readers keep theirs, and I keep the case. To see one again, type case and its name.

casework-edit-too-late = I saw that you edited a message, but I cannot follow that: what I did with it stands. To put it right, please write again.

## Work on a case

casework-claimed =
    { $before ->
        [somebody] You look after { $case } now, in place of { $role }.
       *[nobody] You look after { $case } now.
    }{ $others ->
        [0] {""}
       *[other] {" "}I am telling the other readers.
    }

casework-claim-already = You look after { $case } already.

casework-claimed-by = { $case }: { $role } looks after it now.

casework-note-empty = What should the note on { $case } say? Type note { $case } and the text.

casework-noted = Noted on { $case }. I have sent it to nobody. Those who read the case find it when they type case { $case }.

casework-status-set = Done. Whoever wrote { $case } reads this when they ask how it stands.

casework-status-set-by = { $case }: { $role } set what whoever wrote it reads as its state: { $text }

casework-decide-empty = What was decided about { $case }, and why? Type decide { $case } and both.

casework-decided = Recorded for { $case }, as number { $number } of its records. Nobody can change it there. Whoever wrote the case has not been told.

casework-decided-by = { $case }: { $role } recorded a decision: { $text }

## How a case ends

casework-outcome =
    { $outcome ->
        [resolved] resolved
        [action] action taken
        [no-action] no action
        [referred] referred
        [unfounded] unfounded
        [withdrawn] withdrawn
       *[other] other
    }

casework-outcome-line = • { $outcome }

casework-close-outcome =
    How did { $case } end? It is still open. Type close { $case } and one of these, and then the reason if you like:
    { $outcomes }

casework-close-already = { $case } is closed already. To open it again, type reopen { $case }.

casework-closed =
    { $case } is closed: { $outcome }.{ $told ->
        [yes] {" "}I am telling whoever wrote it that it is closed, not how.
        [waits] {" "}Whoever wrote it has a new phone, and hears that it is closed once they have given me its name and passphrase.
       *[no] {""}
    }
    { $link ->
        [0] I no longer know who wrote it, so it cannot be answered any more.
        [one] For one day it can be opened again and answered. After that I no longer know who wrote it.
       *[other] For { $link } days it can be opened again and answered. After that I no longer know who wrote it.
    } { $held ->
        [yes] It is held, so nothing of it is destroyed until somebody types release { $case }.
       *[no] { $content ->
            [one] What I hold of it is destroyed after one day.
           *[other] What I hold of it is destroyed after { $content } days.
        } To keep it longer, type hold { $case } and the reason.
    }

casework-closed-by = { $case }: { $role } closed it: { $outcome }.

casework-reopened =
    { $case } is open again. { $told ->
        [yes] I am telling whoever wrote it.
        [waits] Whoever wrote it has a new phone, and sees that once they have given me its name and passphrase.
       *[no] I no longer know who wrote it, so nobody can answer them.
    }

casework-reopened-by = { $case }: { $role } opened it again.

casework-reopen-open = { $case } is open.

casework-muted = { $case } is muted: what its writer sends is not taken any more, and they are told so. They stay unknown, and you can still answer them. A new report of theirs waits until somebody other than you lets it through. To hear them again, type unmute { $case }.

casework-muted-by = { $case }: { $role } muted it. What its writer sends is not taken any more. Please look whether that is right. To hear them again, type unmute { $case }.

casework-mute-already = { $case } is muted already. To hear its writer again, type unmute { $case }.

casework-unmuted = { $case } is no longer muted. What its writer sends reaches you again.

casework-unmuted-by = { $case }: { $role } ended the muting. What its writer sends reaches you again.

casework-unmute-another = You muted the writer of { $case } before, so somebody else who reads it decides whether it is let through. They can type unmute { $case }.

# A new report whose writer was muted. Its readers are told, and nothing of it is sent.
casework-muted-before = { $case } was written by somebody whose earlier report was muted. So it waits, and nothing of it is sent. Please look: whoever did not mute them can let it through by typing unmute { $case }.

## When too many reports come at once

# $count: how many wait, $lines: one line for each, $more: how many have none.
casework-digest =
    Very many messages have come from people I do not know. So that they bury nothing, { $count ->
        [one] one report waits
       *[other] { $count } reports wait
    }. Nothing is lost: I send you one after the other as there is room. To read one now, type case and its name. To let one go no further, type mute and its name.
    { $lines }{ $more ->
        [0] {""}
       *[other] {"\u000A"}And { $more } more: type cases.
    }

casework-digest-line = • { $case }: { $parts ->
        [one] one message
       *[other] { $parts } messages
    }{ $files ->
        [0] {""}
        [one] {" "}and one file
       *[other] {" "}and { $files } files
    }, sent { $since }

casework-case-follows = It waited because very many messages came at once. What of it you have not been sent follows now, to everybody who reads it.

casework-unmute-already = { $case } is not muted.

casework-hold-reason = Why should { $case } be kept? Type hold { $case } and the reason. It will be recorded.

casework-held = { $case } is held: nothing of it is destroyed until somebody types release { $case }. The reason is recorded.

casework-held-by = { $case }: { $role } holds it, so that nothing of it is destroyed. The reason: { $reason }

casework-released = { $case } is no longer held. What is kept of it is destroyed when its time is over.

casework-released-by = { $case }: { $role } no longer holds it.

casework-release-already = { $case } is not held.

## More people, or another person

casework-choice = { $index }. { $people }

casework-escalate-which =
    Who else should read it? Type escalate { $case }, the number, and then the reason if you like. Nobody has been told yet.
    { $choices }

casework-escalate-nowhere = There is nobody else who could read { $case }.

casework-escalate-nobody = Nobody there may read { $case } who does not read it already, so nothing has changed.

casework-escalated =
    { $count ->
        [0] { $case } is with these people now: { $people }. Nobody reads it who could not before.
        [one] { $case } is with these people now: { $people }. One more person reads it, all of it.
       *[other] { $case } is with these people now: { $people }. { $count } more people read it, all of it.
    } You can read it as before.{ $told ->
        [yes] {" "}I am telling whoever wrote it.
        [waits] {" "}Whoever wrote it has a new phone, and sees that once they have given me its name and passphrase.
       *[no] {""}
    }

casework-escalated-by = { $case }: { $role } gave it to others too: { $people }. You can read it as before.

casework-handover-which =
    Who should be able to read { $case } from now on? Type handover { $case }, the number, and then the reason if you like.
    { $choices }

casework-handover-nobody =
    There is nobody new in the team who could read { $case }. Who reads it already can look after it by typing claim { $case }.
    If somebody new has joined the team, the person who runs this bot has to add them to the settings first.

casework-handed-over =
    { $case } can now be read by: { $people }. They get all of it, and look after it once they type claim { $case }.
    You can read it until the person who runs this bot takes you out of the settings.

casework-handed-over-by = { $case }: { $role } handed it on. It can now be read by: { $people }.

casework-export =
    { $case }, all of it, as an encrypted file. Only the holder of the key in the settings can open it.
    Please hand it to nobody else.

casework-export-no-key = I cannot export { $case }: the settings name no key for it. The person who runs this bot has to put one into export_key. Nothing has been exported.

## What comes by itself

casework-remind = { $case } has been waiting for an answer since { $since }. To answer, type reply { $case } and the text. If there is little to say, a short answer still tells them that they were heard. To see who looks after it, type case { $case }.

casework-escalation =
    A case has waited for an answer for a long time. I may not tell you what it says. { $named ->
        [0] Nor may I tell you who reads it, because others could be taken for them. I keep reminding them.
       *[other] It is read by: { $people }. Please ask one of them to look at it.
    }
    Please speak of it with nobody else, not even with others who work with them. It may be about one of those.

casework-missed-by =
    { $who ->
        [writer] { $case }: the last answer did not reach whoever wrote it. I have kept it with the case.
       *[officer] { $case }: a message did not reach { $role }. Please see that they know.
    }

casework-newcomer =
    You can read { $case } from now on. All of it follows.
    To answer, write to me in our own chat, never in a group. Quote a part there, or type reply { $case } and your answer.
    Please speak of it only with those who read it too. To see who they are, type case { $case }.

## For whoever wrote it

casework-closed-reporter =
    { $days ->
        [0] About { $case }: the team has closed it.
        [one] About { $case }: the team has closed it. If that is wrong, write here within one day.
       *[other] About { $case }: the team has closed it. If that is wrong, write here within { $days } days.
    }

casework-reopened-reporter = About { $case }: the team has opened it again.

casework-escalated-reporter =
    About { $case }: another team looks after it from now on. { $count ->
        [0] Nobody reads it who could not before.
        [one] One more person reads it now.
       *[other] { $count } more people read it now.
    } They do not know who you are. To see how it stands, type case.

casework-escalation-reporter =
    About { $case }: what you wrote is still waiting for an answer, and I am sorry. It is not forgotten. { $next ->
        [told] I am telling the next in line that something waits, not what it says.
       *[nobody] There is nobody further whom I could tell. I keep reminding the team.
    }

casework-unreached-reporter = About { $case }: what you sent has not reached anybody yet, and I am sorry. It is kept safe here. I keep trying, and you need not send it again.

## Officers who wait

casework-paused =
    I cannot show or send anything about cases here just now, because your safety number has changed. That is usual with a new phone.
    An admin has been asked to compare it with you. Once they have, what you missed will reach you.

casework-pause-told =
    The safety number of { $role } in { $team } has changed. That is usual with a new phone, but it can also mean that somebody else has the number. Until you confirm it, no case reaches them.
    Please meet or ring them, and compare this with their phone (our chat, then View safety number):
    { $safety }
    If it is the same, type confirm officer { $number }. If not, do nothing and tell the person who runs this bot.

casework-confirm-which =
    Which one? Type confirm officer and the number, once you have compared the safety number with them.
    { $lines }

casework-confirm-line =
    { $number }. { $role }, { $team }
    { $safety }

casework-confirm-nobody = No officer is waiting to be confirmed.

casework-confirm-waits-too = Your own safety number has changed, so another admin has to confirm. Please ask one.

casework-confirmed = Confirmed. { $role } in { $team } can read and answer again, and gets what they missed.

casework-confirmed-officer = An admin has confirmed your safety number. You can read and answer again. What you missed follows, if there is anything.

## Help

help-officer-role = { $role } ({ $team })

help-officer =
    You read reports as { $roles }. Write to me here, never in a group.

    { $casework }
    The name of the case comes after each of these words.
