### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Polish.

date-pattern = EEEE, d MMMM
date-pattern-with-year = EEEE, d MMMM y
time-pattern = HH:mm
time-pattern-full-hour = HH:mm
time-noon = 12:00
time-midnight = północ
date-and-time = { $day }, { $time }
date-midnight = { $day }, o północy, gdy zaczyna się ten dzień
date-and-time-to-be-repeated = { $day }, { $time }, przed cofnięciem zegarów
date-and-time-repeated = { $day }, { $time }, po cofnięciu zegarów
date-until = { $when } do { $end }
