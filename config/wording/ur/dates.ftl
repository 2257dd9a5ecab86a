### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Urdu.

date-pattern = EEEE d MMMM
date-pattern-with-year = EEEE d MMMM y
time-pattern = H:mm
time-pattern-full-hour = H:mm
time-noon = دوپہر 12 بجے
time-midnight = آدھی رات
date-and-time = { $day }، { $time }
date-until = { $when } سے { $end } تک
date-midnight = { $day }، آدھی رات جب دن شروع ہوتا ہے
date-and-time-to-be-repeated = { $day }، { $time }، گھڑیاں پیچھے ہونے سے پہلے
date-and-time-repeated = { $day }، { $time }، گھڑیاں پیچھے ہونے کے بعد
