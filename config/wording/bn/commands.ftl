### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Bengali.

command-meetings = সভা
    .help = সভা: সামনে কী কী আছে। পরের: পরের সভা, আপনার ক্যালেন্ডারের ফাইল সহ। agenda, papers: পরের সভার জন্য।

command-remind = স্মরণ
    .help = স্মরণ: পরের সভার আগে এখানে মনে করিয়ে দিই। বন্ধ: আর মনে করাই না।
