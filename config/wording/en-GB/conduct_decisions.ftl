# Decisions about conduct: what moderators are asked, what the person reads, and what becomes of it.

## What the person reads. Nothing here says who decided, nor who complained.

decision-notice =
    This is from the moderators of { $branch }.

    { $step ->
        [talk] They would like to talk with you about something you did. They write to you here, through me: nobody sees your number, nor you theirs. You may bring somebody, and you need not answer.
        [timeout] You are in a time-out for { $days ->
            [one] one day
           *[other] { $days } days
        }: until { $until } you are not in { $groups }. Then I let you back in by myself.
        [removal] You are no longer in the groups of { $branch }. From { $until } on you may ask to be let in again.
        [delete_message] They have a message of yours deleted.
       *[note] They ask you to read this. Nothing else follows from it.
    }

    What it is about: { $standard }
    Where: { $where }
    How it affected others: { $effect }
    Why: { $reason }

    It is about what was done, and not about who you are or what you believe.
    { $step ->
        [timeout] What stays open to you: to get announcements and meetings by direct message, write { $subscribe }.
        [removal] What stays open to you: to get announcements and meetings by direct message, write { $subscribe }.
       *[other] You stay in all your groups.
    }
    { $appeal }

# How to appeal: the word for it comes with its number.
decision-notice-appeal = If you think this is wrong, or too much, write: { $command }. You have { $days } days for that. It goes to people who did not decide this.

decision-where-message = { $group }, { $when }
decision-where-unknown = the groups of { $branch }
decision-quoted = “{ $text }”

decision-notice-ended =
    Your time-out is over. I am letting you back into { $groups }. Welcome back.
    If one of them asks you in Signal to accept an invitation, please accept it.

decision-notice-removal-over = You may ask again to be let into the groups of { $branch }. To see them: { $command }

decision-notice-lifted =
    From the moderators of { $branch }: { $step ->
        [timeout] your time-out ends now. I am letting you back into { $groups }.
        [removal] you may ask again from now on to be let into the groups. To see them: { $command }
       *[other] what they told you no longer holds.
    }

decision-notice-undone =
    From the moderators of { $branch }: what they decided about you is taken back, as if it had never been. { $step ->
        [timeout] I am letting you back into { $groups }.
        [removal] I am letting you back into the groups that you were in.
       *[other] You need do nothing.
    }

decision-notice-shortened =
    From the moderators of { $branch }: { $step ->
        [removal] what they decided about you is shorter now. From { $until } on you may ask to be let into the groups again.
       *[other] your time-out is shorter now. It ends on { $until }, and then I let you back in by myself.
    }

decision-back-invited = I could not let you back into { $group } by myself, so Signal has sent you an invitation. Open Signal, look for { $group } among your chats, and accept it.

decision-back-failed =
    Your time-out is over, and I could not let you back into { $group }. { $join ->
        [none] Please ask an admin of the branch.
       *[other] Write { $join } to me, and I try again.
    }

decision-standard = { $title }: { $text }

## To whoever complained: no more than this.

decision-complainer-decided = The moderators of { $branch } have finished with matter { $number }, which you told them of. They have told the person what they expect. What exactly, I do not tell you, nor anybody else who is not part of it. Thank you for speaking up.

decision-complainer-still = Matter { $number }: the moderators have not agreed yet on what to do. They are still looking at it.

decision-complainer-back = Matter { $number }: the moderators have looked at it once more, and have changed what they had decided.

## What a moderator is asked.

decision-unknown = There is no matter { $number } that you can decide. To see what there is: { $command }

decision-no-mandate = You are not a moderator at the moment, so I have kept nothing of this.

decision-already-proposed =
    Somebody has proposed something for matter { $number } already. This is what it says:

    { $text }

decision-in-force =
    Matter { $number } is decided: { $what }.
    To end it now: { $lift }. To make it shorter: { $shorten }. To take it back as wrong: { $undo }.

decision-which-message =
    What is it about? Forward the message to me, or paste it. If it is not about one message, answer with the number of a group:
    { $groups }

    To stop: no

decision-group-line = { $number }. { $name }

decision-message-unknown =
    I do not find that message. I know messages for two days, in groups that somebody moderates. Answer with the number of a group, or paste the message once more as it was:
    { $groups }

decision-message-several =
    Several people have written that. Whose is meant?
    { $lines }

    To stop: no

decision-message-line = { $index }. { $name }, in { $group }, { $when }

decision-ask-who =
    Who is it about? Answer with the number; it holds for this conversation only. In { $group } are:
    { $lines }

    To stop: no

decision-nobody =
    I see nobody else in { $group } just now. Choose another group, forward their message, or try again in a minute:
    { $groups }

decision-who-unclear = Please answer with one of the numbers above, or no.

decision-gone = That person has left the group meanwhile. Begin again with { $command }, with their message.

decision-moderator-itself = That is you. Others decide about what you did.

decision-ask-known =
    Matter { $number } is about { $name }.

    Do you know { $name } closely, or are you part of what happened? Then others decide: answer yes. If not, answer no. To stop: stop

decision-known = Thank you for saying so. You do not see matter { $number } from now on; the other moderators do.

decision-ask-standard =
    What was done? Choose what fits best, by its number:
    { $standards }

decision-ask-effect = How did it affect others? One or two sentences. { $name } will read them, so name nobody.

decision-ask-reason = Why do you decide this? Write what was said or done, and what you ask for. { $name } will read it, and so will whoever looks at an appeal.

decision-too-long = That is too long: { $most } characters at most. Please make it shorter.

decision-too-short = Please write it in words of your own.

# One line, where a reason seems to be about what somebody believes. It keeps nobody from going on.
decision-belief = One thing first: what counts is what somebody did, not what they believe. If your words are about a belief, you can change them before you say yes.

decision-ask-step =
    What should happen?
    { $lines }
    { $marked ->
        [yes] {""}
        {"*"} another moderator has to agree.
       *[no] {""}
    }

decision-step-line = { $index }. { $step ->
        [note] A note: they read this, and nothing else follows
        [talk] A talk, one to one, through me
        [timeout] A time-out from some groups; I let them back in when it ends
        [removal] Out of all groups of the branch
       *[delete_message] Have the message deleted
    }{ $second ->
        [yes] {" *"}
       *[no] {""}
    }

decision-ask-where =
    Out of which groups? Answer with their numbers, such as 1 3, or all.
    { $lines }

decision-where-unclear = Please answer with numbers of the list, such as 1 3, or all.

decision-ask-days = For how many days? From 1 to { $most }.

decision-days-unclear = Please answer with a number of days, from 1 to { $most }.

decision-preview =
    Nothing has happened yet. { $name } would read this:

    { $text }

    { $needs ->
        [0] { $change ->
            [new] If you answer yes, it is done at once.
           *[other] If you answer yes, it is done at once, and the other moderators hear of it.
        }
        [one] If you answer yes, I ask the other moderators. One of them has to agree.
       *[other] If you answer yes, I ask the other moderators. { $needs } of them have to agree.
    }
    yes · no · change

decision-choose = Please answer with a number from the list, or no to stop.

decision-dropped = I have kept nothing of it. Nothing has happened.

decision-expired = You had begun to decide something, and nobody answered. I have kept nothing of it. To begin again: { $command }

decision-answer-unclear = yes: it is done, or proposed. no: nothing happens. change: we go through it again.

# After what to do in danger, where the words of a moderator may have been a cry.
decision-danger-goes-on = If you did not mean yourself, go on below. Nobody has seen your words.

decision-done =
    { $step ->
        [delete_message] Matter { $number } is decided. The message is being deleted, and they are told.
        [delete_by_hand] Matter { $number } is decided, and they are told. The message stays until an admin of the group deletes it by hand.
        [timeout] Matter { $number } is decided. They are taken out, kept out until { $until }, told why, and let back in then.
        [removal] Matter { $number } is decided. They are taken out of all groups of the branch, and told why. I tell you if Signal does not do it somewhere.
        [talk] Matter { $number } is decided. They are told, and can talk with you here.
       *[note] Matter { $number } is decided. They are told.
    }

decision-proposed-own = I have asked the other moderators about matter { $number }. They have until { $until }. To take it back: { $refuse }

decision-change-done = { $change ->
        [lift] Matter { $number }: it ends now. They are told.
        [undo] Matter { $number }: it is taken back. They are told.
       *[shorten] Matter { $number }: it is shorter now. They are told.
    }

## What other moderators read.

decision-proposal =
    Moderators of { $branch }: matter { $number }. Another moderator proposes this, and { $needs ->
        [one] one of you has
       *[other] { $needs } of you have
    } to agree. It is about { $name }. { $change ->
        [new] They would read:
        [lift] It would end what holds now. They would read:
        [undo] It would take back what was decided. They would read:
       *[shorten] It would make it shorter. They would read:
    }

    { $text }

    By agreeing you say that you do not know them closely and are not part of it.
    { $yes }, or a thumbs up on this message: agree
    { $no }: do not agree; then it is over
    { $pass }: you know them closely, or are part of it
    There is time until { $until }. To see the matter: { $matter }

decision-reminder = Matter { $number }: a proposal still waits for you, until { $until }. To read it: { $command }

decision-over-proposer =
    { $why ->
        [refused] Matter { $number }: another moderator did not agree to what you proposed, so it is over.
        [replaced] Matter { $number }: another proposal has taken the place of yours.
        [time] Matter { $number }: too few moderators answered in time, so what you proposed has lapsed. Nothing has happened. The matter is still open.
        [nobody] Matter { $number }: too few moderators are left who may decide, so what you proposed has lapsed. Admins can name more.
       *[invalid] Matter { $number }: your proposal is no longer valid, because what it rests on has ended: your term, or what it was to change. Nothing has happened. Another moderator can propose it anew.
    } To begin again: { $command }

decision-over-others = Matter { $number }: what was proposed is over, and nothing has happened. You need do nothing.

decision-withdrawn = Matter { $number }: I have taken your proposal back. Nothing has happened.

decision-agreed-proposer = Matter { $number }: what you proposed is agreed, and is being done.

# Two moderators found different people in one matter.
decision-somebody-else = Nothing has happened: another moderator has meanwhile found that matter { $number } is about somebody else. To begin again: { $command } { $number }

# After what to do in danger.
decision-danger = I have counted no answer. To reach the safeguarding team: report

# To all others, where one moderator has decided something alone.
decision-alone-others = A moderator has decided something in matter { $number }. To read it: decisions { $number }

decision-agreed-others = Matter { $number } is decided. You need do nothing.

decision-lack-of-moderators = Moderators of { $branch } have something to decide, and too few of them may: they are part of it, or there are too few. You can name another: { $command }

decision-agreed = Matter { $number }: thank you. It is decided, and is being done.

decision-counted = Matter { $number }: thank you. More moderators have to agree.

decision-refused = Matter { $number }: it is over, and nothing has happened. Whoever proposed it is told, and not by whom.

decision-passed = Matter { $number }: thank you for saying so. The others decide.

decision-vote-again = You have answered that already.

decision-vote-own = You have proposed that yourself: another moderator has to agree. To take it back: { $command }

decision-vote-over = Matter { $number }: nothing waits for an answer. { $more ->
        [none] {""}
       *[other] { $more }
    }

decision-vote-round = Matter { $number }: something else waits by now than before. Please read it, and then answer with its number: { $command }

decision-vote-invalid = Matter { $number }: whoever proposed it may no longer do so, so it is over. Nothing has happened. You can propose it yourself: { $command }

decision-vote-how = To answer: { $yes }, { $no } or { $pass }, with the number of the matter.

## What moderators hear of what came about.

decision-by-hand =
    { $kind ->
        [delete] Matter { $number }: I cannot delete the message. An admin of the group in Signal can, for a day: in { $groups }, press the message of { $name }, “Delete”, “For everyone”.
        [ban] Matter { $number }: I could not ban { $name } in { $groups }. Nobody can by hand, once somebody is out. A new link keeps them away as well: an admin of the group in Signal makes one in group settings, “Group link”, “Reset link”.
        [unban] Matter { $number }: I could not lift the ban of { $name } in { $groups }. If they ask to come back and cannot, an admin of the group in Signal can add them by hand.
        [link] Matter { $number }: I could not change the link of { $groups }, and { $name } may still have it. An admin of the group in Signal can: group settings, “Group link”, “Reset link”.
       *[out] Matter { $number }: I could not take { $name } out of { $groups }. An admin of the group in Signal can: open the group’s members, press { $name }, “Remove from group”. I go on looking, and let nobody in again by myself.
    }

decision-by-hand-keeper = The moderators of { $branch } have decided that { $name } is not in { $groups } for now, and I could not take them out. Please do: open the group’s members in Signal, press { $name }, “Remove from group”. Please tell nobody.

decision-private-group = a private group

decision-not-told = Matter { $number }: my message to { $name } did not arrive. They may not know of the decision.

decision-ended-moderators = Matter { $number }: the time-out is over. They are being let back in.

decision-back-failed-moderators = Matter { $number }: I could not let them back into { $group }. They know how to ask for it.

decision-back-by-hand =
    Matter { $number }: somebody has let { $name } into { $group } by hand, although they are to be out until { $until }. I have left it so.
    To take them out again: { $out }. To end it for all groups: { $lift }.

decision-out-again = { $count ->
        [0] They are in none of these groups, as far as I can see.
        [one] I am taking them out of one group again.
       *[other] I am taking them out of { $count } groups again.
    }

decision-changed-moderators = { $change ->
        [lift] Matter { $number }: what was decided has ended before its time.
        [undo] Matter { $number }: what was decided is taken back.
       *[shorten] Matter { $number }: what was decided ends earlier, on { $until }.
    }

decision-not-in-force = Matter { $number }: nothing holds now that could be changed.

decision-shorten-how = Say how many days it should be in all, from when it began: { $command } { $number } 3 days

decision-not-shorter = That is not shorter: it ends on { $until }.

decision-what = { $step ->
        [note] a note
        [talk] a talk
        [timeout] a time-out until { $until }
        [removal] out of all groups until { $until }
       *[delete_message] a message deleted
    }
