# Appeals and the record: what the person, moderators and whoever complained read.

record-step =
    { $step ->
        [talk] a talk
        [timeout] a time-out until { $until }
        [removal] a removal from the groups until { $until }
        [delete_message] a message deleted
       *[note] a note
    }

appeal-beyond = the next meeting of { $branch }

## What the person reads

appeal-ask-why =
    What do you think is wrong about { $number }, and why? Write it in one message, { $most } characters at most.
    Moderators who did not decide it read your words. Nobody else does.
    To leave it: no

appeal-taken =
    Your appeal about { $number } is in. { $own ->
        [yes] Moderators of { $court } who had no part in the decision look at it again.
       *[no] Nobody else in your branch could look at it, so the moderators of { $court } do, as both branches have agreed.
    }
    You hear from me by { $deadline }, also if nobody has answered.
    { $holds ->
        [yes] Until then what was decided goes on.
       *[no] Until then nothing changes.
    }
    To add something: appeal { $number } and your words.

appeal-added = I have added that to your appeal about { $number }.

appeal-nobody =
    I am sorry: there is nobody who could look at this again. All moderators of { $branch } had a part in the decision or in what it is about, and no other branch has agreed to help.
    So this does not count as your appeal. If a moderator comes who had no part in it, you can make it until { $until }.
    You can also turn to { $beyond }.

appeal-which = There is more than one decision about you: { $numbers }. Please say which, for example: appeal { $example } and why.

# After what to do in danger.
appeal-danger = I have passed nothing on, and nothing has changed. If it was about an appeal, send it again with more words. To reach the safeguarding team: report

# After what to do in danger, and after the answer to an appeal whose words tell of harm or despair.
appeal-beside = Whoever reads your appeal can only look at the decision. To talk to somebody outside the branch now: helplines. If somebody has harmed you: report

appeal-unknown = I know of no decision with the number { $number } about you.

appeal-late = You could appeal about { $number } until { $until }. You can still turn to { $beyond }.

appeal-second = Your appeal about { $number } has had its answer, and there is one appeal. You can still turn to { $beyond }.

appeal-enough = You have added to your appeal about { $number } several times. It is with the moderators as it is.

appeal-too-long = That is too long: { $most } characters at most. Nothing was sent. Please write it shorter.

appeal-overturned = What was decided under { $number } is taken back already. You need do nothing.

appeal-not-made = There is no appeal about { $number }. If you want one: appeal { $number } and why.

appeal-outcome-sent = { $text }

appeal-outcome =
    Moderators of { $court } have looked again at { $number }.

    { $state ->
        [overturned] They take the decision back. It counts as never taken. { $step ->
            [deleted] Signal cannot bring back the message that was deleted.
           *[other] {""}
        }
        [shortened] They have made it shorter: it ends on { $until }.
       *[upheld] The decision stands.
    }
    Why: { $reason }

    There is no second appeal. If you think this is wrong all the same, you can turn to { $beyond }.

appeal-moved = Nobody of { $before } has been able to answer your appeal about { $number }. So the moderators of { $branch } look at it now, as both branches have agreed. You hear by { $deadline }.

appeal-given-up =
    { $state ->
        [nobody] I am sorry: nobody is left who could look at your appeal about { $number }. That is not your doing, and you can make it again in the time you had.
       *[unanswered] I am sorry: nobody has answered your appeal about { $number } in time. That is not your doing.
    }
    What was decided goes on as it is. You can turn to { $beyond }.

## What moderators read

appeal-come = Somebody of { $branch } wants { $number } to be looked at again, or has added to that. You had no part in it. To read it: appeal { $number }. An answer is due by { $deadline }.

appeal-reminder = The appeal about { $number } in { $branch } waits for an answer until { $deadline }. To read it: appeal { $number }

appeals-none = No appeal waits for you.

appeals =
    Appeals that you can answer:
    { $lines }

    To read one, write for example: appeal 412

appeals-line = { $number } ({ $branch }): by { $deadline }

appeal-shown =
    Appeal { $number }, { $branch }, to be answered by { $deadline }

    What was decided: { $step }
    { $standard ->
        [none] {""}
       *[other] The standard: { $standard }
    }
    How it affected others: { $effect }
    Why: { $reason }
    { $message ->
        [none] {""}
       *[other] The message: { $message }
    }
    What they say to it: { $said }

    Look at what was done, and at whether the step fits it. Then write one of these, with why; they will read it:
    appeal { $number } uphold The message was meant for one person …
    { $shortens ->
        [yes] appeal { $number } shorten 3 days It was the first time …
       *[no] {""}
    }
    appeal { $number } overturn It was a quotation …
    If you are close to somebody in it: appeal { $number } aside

appeal-preview =
    They will read:

    { $text }

    Send it? yes or no

appeal-reason-needed = Please write why in the same message; they will read it. For example: appeal { $number } { $what ->
        [shorten] shorten 3 days It was the first time.
        [overturn] overturn The message was a quotation.
       *[uphold] uphold The message was meant for one person.
    }

appeal-shorten-how = For how many days from its beginning, and why? Fewer than now, for example: appeal { $number } shorten 3 days It was the first time.

appeal-cannot-shorten = What was decided under { $number } has no end that could come earlier. You can uphold or overturn it.

appeal-answered-already = The appeal about { $number } is answered, or no longer yours to answer.

appeal-answer-told = They have your answer about { $number }. So have the other moderators.

appeal-answer-left = The appeal about { $number } waits for an answer as before.

appeal-aside = You no longer deal with { $number }, and find it nowhere. Others answer.

appeal-outcome-moderators =
    The appeal about { $number } has an answer from { $branch }: { $state ->
        [overturned] the decision is taken back.
        [shortened] it is made shorter.
       *[upheld] the decision stands.
    }

appeal-given-up-moderators =
    { $state ->
        [nobody] Nobody is left who may answer the appeal about { $number }. They were told so.
       *[unanswered] Nobody has answered the appeal about { $number } in time. They were told so.
    } A meeting of the moderators can talk about it.

## What whoever complained reads

appeal-outcome-complainer = Matter { $number }: moderators who had no part in the decision have looked at it once more, and it stays as it is.

## The record

decisions-none = There is no decision that you can read. What was decided is kept for a time and then destroyed.

decisions =
    What was decided in { $branch }, newest first:

    { $lines }
    { $more ->
        [0] {""}
       *[other] { $more } more are older.
    }
    To read one in full: decisions { $example }

decisions-line = { $number }, { $day }: { $step }, { $state ->
        [agreed] in force
        [applied] in force
        [ended] over
        [lifted] lifted
        [overturned] taken back
       *[other] over
    }. Mandates { $mandates }. Why: { $reason }

decisions-unknown = There is no decision { $number } that you can read.

decisions-whole =
    { $number }, { $day }: { $step }, { $state ->
        [agreed] in force
        [applied] in force
        [ended] over
        [lifted] lifted
        [overturned] taken back
       *[other] over
    }
    The standard: { $standard ->
        [none] –
       *[other] { $standard }
    }
    How it affected others: { $effect }
    Why: { $reason }
    Mandates: { $mandates }
    { $appeal ->
        [none] No appeal.
        [open] An appeal waits for an answer.
        [upheld] On appeal it was upheld: { $answer }
        [shortened] On appeal it was made shorter: { $answer }
        [overturned] On appeal it was taken back: { $answer }
        [nobody] There was an appeal that nobody could look at.
       *[other] There was an appeal that nobody has answered.
    }

decisions-report =
    { $branch }, { $year }:
    { $lines }

    { $fewest ->
       *[other] A number below { $fewest } is not told, nor whether it is none: in a branch where people know each other it would point at somebody.
    }

decisions-report-line = { $what ->
        [note] notes
        [talk] talks
        [timeout] time-outs
        [removal] removals
        [delete_message] messages deleted
        [appeal-upheld] appeals upheld
        [appeal-shortened] appeals after which it was shorter
       *[appeal-overturned] appeals after which it was taken back
    }: { $count ->
        [-1] fewer than { $fewest }
       *[other] { $count }
    }

decisions-report-year = Of which year? For example: decisions report { $year }

decisions-export = This is what you can read of the record of { $branch }, in a file that only the holder of the key opens. Take it to your meeting, and delete it after it.

decisions-export-name = record.zip.age

decisions-export-no-key = I cannot export the record of { $branch }: the settings name no key for it. Whoever runs this bot has to put the public half of one into export_key of conduct. Nothing was exported.

my-decisions-none = Nothing that was decided about you is kept here.

my-decisions =
    What moderators have decided about you, and is still kept:

    { $lines }

    { $example ->
        [none] {""}
       *[other] To ask for one to be looked at again, write for example: appeal { $example } and why.
    }

my-decisions-line = { $number }, { $day }: { $step }, { $state ->
        [agreed] in force
        [applied] in force
        [ended] over
        [lifted] lifted
        [overturned] taken back
       *[other] over
    }
    The standard: { $standard ->
        [none] –
       *[other] { $standard }
    }
    How it affected others: { $effect }
    Why: { $reason }
    { $appeal ->
        [none] {""}
        [open] Your appeal waits for an answer.
        [upheld] On your appeal it was upheld: { $answer }
        [shortened] On your appeal it was made shorter: { $answer }
        [overturned] On your appeal it was taken back: { $answer }
        [nobody] Nobody could look at your appeal, so it does not count as one.
       *[other] Nobody has answered your appeal.
    }
