### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Spanish.

date-pattern = EEEE d 'de' MMMM
date-pattern-with-year = EEEE d 'de' MMMM 'de' y
time-pattern = H:mm
time-pattern-full-hour = H:mm
time-noon = 12:00
time-midnight = medianoche
date-and-time = { $day }, { $time }
date-midnight = { $day }, a medianoche, cuando empieza el día
date-and-time-to-be-repeated = { $day }, { $time }, antes de atrasar los relojes
date-and-time-repeated = { $day }, { $time }, después de atrasar los relojes
date-until = { $when } hasta { $end }
