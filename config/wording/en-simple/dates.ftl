### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in easy English.

date-pattern = EEEE d MMMM
date-pattern-with-year = EEEE d MMMM y
time-pattern = h:mm a
time-pattern-full-hour = h a
time-noon = 12 noon
time-midnight = midnight
date-and-time = { $day } at { $time }
date-midnight = { $day }, at midnight when the day begins
date-and-time-to-be-repeated = { $day } at { $time }, before the clocks go back
date-and-time-repeated = { $day } at { $time }, after the clocks go back
date-until = { $when } until { $end }
