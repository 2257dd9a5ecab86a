### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Bengali.

casework-answer =
    দলের কাছ থেকে, { $case } নিয়ে:

    { $text }
    .discreet =
    { $case } নিয়ে:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] { $case } নিয়ে: দল এটি বন্ধ করেছে।
        [one] { $case } নিয়ে: দল এটি বন্ধ করেছে। তা ঠিক না হলে এক দিনের মধ্যে এখানে লিখুন।
       *[other] { $case } নিয়ে: দল এটি বন্ধ করেছে। তা ঠিক না হলে { $days } দিনের মধ্যে এখানে লিখুন।
    }

casework-reopened-reporter = { $case } নিয়ে: দল এটি আবার খুলেছে।

casework-escalated-reporter =
    { $case } নিয়ে: এখন থেকে অন্য একটি দল এটি দেখছে। { $count ->
        [0] নতুন কেউ এটি পড়ে না।
        [one] এখন আরও একজন এটি পড়ে।
       *[other] এখন আরও { $count } জন এটি পড়ে।
    } তারা জানে না আপনি কে। কী অবস্থা দেখতে কেস লিখুন।

casework-escalation-reporter =
    { $case } নিয়ে: আপনার লেখা এখনও উত্তরের অপেক্ষায়, আমি দুঃখিত। কেউ তা ভোলেনি। { $next ->
        [told] পরের দলকে বলছি যে কিছু অপেক্ষায় আছে, এতে কী লেখা তা নয়।
       *[nobody] বলার মতো আর কেউ নেই। দলকে মনে করিয়ে যাচ্ছি।
    }

casework-unreached-reporter = { $case } নিয়ে: আপনি যা পাঠিয়েছেন তা এখনও কারও কাছে পৌঁছায়নি, আমি দুঃখিত। এটি এখানে রাখা আছে। চেষ্টা করে যাচ্ছি, আবার পাঠাতে হবে না।
