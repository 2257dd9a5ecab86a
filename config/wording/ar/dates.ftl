### Reviewed: no. Not yet read by a native speaker.
### How days and times are said, in Arabic.

date-pattern = EEEE d MMMM
date-pattern-with-year = EEEE d MMMM y
time-pattern = HH:mm
time-pattern-full-hour = HH:mm
time-noon = 12:00 ظهرًا
time-midnight = منتصف الليل
date-and-time = { $day } الساعة { $time }
date-until = { $when } حتى { $end }
date-midnight = { $day }، عند منتصف الليل في بداية اليوم
date-and-time-to-be-repeated = { $day } الساعة { $time }، قبل إرجاع الساعات
date-and-time-repeated = { $day } الساعة { $time }، بعد إرجاع الساعات
