### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Arabic.

command-meetings = اجتماعات
    .help = اجتماعات: ما هو مقرر. التالي: الاجتماع التالي، مع ملف لتقويمكم. agenda, papers: للاجتماع التالي.

command-remind = تذكير
    .help = تذكير: أذكّركم هنا قبل الاجتماع التالي. توقف: لا أذكّركم بعد ذلك.
