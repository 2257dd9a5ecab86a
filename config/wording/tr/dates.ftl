### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Turkish.

date-pattern = d MMMM EEEE
date-pattern-with-year = d MMMM y EEEE
time-pattern = HH:mm
time-pattern-full-hour = HH:mm
time-noon = 12:00
time-midnight = gece yarısı
date-and-time = { $day }, saat { $time }
date-until = { $when } – { $end }
date-midnight = { $day }, günün başladığı gece yarısı
date-and-time-to-be-repeated = { $day }, saat { $time }, saatler geri alınmadan önce
date-and-time-repeated = { $day }, saat { $time }, saatler geri alındıktan sonra
