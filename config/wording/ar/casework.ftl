### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Arabic.

casework-answer =
    من الفريق، عن { $case }:

    { $text }
    .discreet =
    عن { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] عن { $case }: أغلقها الفريق.
        [one] عن { $case }: أغلقها الفريق. إذا كان ذلك خطأ فاكتبوا هنا خلال يوم واحد.
        [two] عن { $case }: أغلقها الفريق. إذا كان ذلك خطأ فاكتبوا هنا خلال يومين.
        [few] عن { $case }: أغلقها الفريق. إذا كان ذلك خطأ فاكتبوا هنا خلال { $days } أيام.
       *[other] عن { $case }: أغلقها الفريق. إذا كان ذلك خطأ فاكتبوا هنا خلال { $days } يومًا.
    }

casework-reopened-reporter = عن { $case }: فتحها الفريق من جديد.

casework-escalated-reporter =
    عن { $case }: من الآن يهتم بها فريق آخر. { $count ->
        [0] لا يقرأها أحد لم يكن يستطيع ذلك من قبل.
        [one] يقرأها الآن شخص آخر أيضًا.
        [two] يقرأها الآن شخصان آخران أيضًا.
        [few] يقرأها الآن { $count } أشخاص آخرين أيضًا.
       *[other] يقرأها الآن { $count } شخصًا آخر أيضًا.
    } لا يعرفون من أنتم. لتروا أين وصلت اكتبوا ملف.

casework-escalation-reporter =
    عن { $case }: ما كتبتموه ما زال ينتظر جوابًا، ويؤسفني ذلك. لم يُنسَ. { $next ->
        [told] أخبر الفريق التالي أن هناك شيئًا ينتظر، لا ما فيه.
       *[nobody] لا يوجد بعدُ من يمكنني أن أخبره. أواصل تذكير الفريق.
    }

casework-unreached-reporter = عن { $case }: ما أرسلتموه لم يصل إلى أحد بعد، ويؤسفني ذلك. هو محفوظ هنا. أواصل المحاولة، ولا يلزم أن ترسلوه من جديد.
