### What officers read. They are volunteers, often tired, and must never be in doubt about
### who sees what they type.

casework-new =
    A new report has come: { $case }. It has { $parts ->
        [one] one part
       *[other] { $parts } parts
    }, which follow.
    To answer, write to me in our own chat, never in a group: type reply { $case } and your answer, or quote a part there.
    To say that you will look after it, type claim { $case }.

casework-part = { $case }, part { $number }

casework-part-changed =
    { $case }, part { $number }, changed by whoever wrote it

    { $text }

casework-entry =
    { $kind ->
        [answer] { $case }, part { $number }, answer by { $role }
       *[note] { $case }, part { $number }, note by { $role }
    }

casework-voice = This is a recording. A voice can tell who somebody is, so please do not pass it on.

casework-withdrawn =
    { $case } has been withdrawn by whoever wrote it. I have destroyed what I held of it and asked Signal to delete what I sent you.
    Please delete what you kept elsewhere. There is nothing else to do.
