### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Welsh.

date-pattern = EEEE d MMMM
date-pattern-with-year = EEEE d MMMM y
time-pattern = HH:mm
time-pattern-full-hour = HH:mm
time-noon = 12:00
time-midnight = hanner nos
date-and-time = { $day }, { $time }
date-midnight = { $day }, am hanner nos pan fydd y diwrnod yn dechrau
date-and-time-to-be-repeated = { $day }, { $time }, cyn i’r clociau fynd yn ôl
date-and-time-repeated = { $day }, { $time }, ar ôl i’r clociau fynd yn ôl
date-until = { $when } tan { $end }
