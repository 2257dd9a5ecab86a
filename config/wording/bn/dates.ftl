### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Bengali.

date-pattern = EEEE, d MMMM
date-pattern-with-year = EEEE, d MMMM y
time-pattern = H:mm
time-pattern-full-hour = H:mm
time-noon = দুপুর 12টা
time-midnight = মাঝরাত
date-and-time = { $day }, { $time }
date-until = { $when } থেকে { $end } পর্যন্ত
date-midnight = { $day }, মাঝরাতে, যখন দিনটি শুরু হয়
date-and-time-to-be-repeated = { $day }, { $time }, ঘড়ি পিছিয়ে নেওয়ার আগে
date-and-time-repeated = { $day }, { $time }, ঘড়ি পিছিয়ে নেওয়ার পরে
