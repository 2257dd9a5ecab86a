### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Napisz do nas w Signalu
contact-card-about = Zapytaj naszego bota, kiedy jest następne spotkanie. Powie ci też o każdej zmianie. Signal to darmowa aplikacja do wiadomości.
contact-card-scan = Skieruj aparat telefonu na kod. Otworzy się Signal.
contact-card-report = Coś się stało tobie albo komuś innemu? Wyślij słowo { $word }. Kto to przeczyta, nie zobaczy, kim jesteś.
contact-card-notice = Nikt nie czyta tego od razu. W niebezpieczeństwie dzwoń pod numer alarmowy.
contact-card-page = Spotkania: { $page }
contact-card-key = Czy wiadomość jest naprawdę od nas? Nasz klucz: { $key }
contact-card-code = Kod dla aparatu. Otwiera czat z naszym botem w Signalu.
