### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Portuguese.

date-pattern = EEEE, d 'de' MMMM
date-pattern-with-year = EEEE, d 'de' MMMM 'de' y
time-pattern = H:mm
time-pattern-full-hour = H:mm
time-noon = 12:00
time-midnight = meia-noite
date-and-time = { $day }, { $time }
date-midnight = { $day }, à meia-noite, quando o dia começa
date-and-time-to-be-repeated = { $day }, { $time }, antes de os relógios atrasarem
date-and-time-repeated = { $day }, { $time }, depois de os relógios atrasarem
date-until = { $when } até { $end }
