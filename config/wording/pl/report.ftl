### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in Polish, who tells the branch that something happened.
###
### No past tense that tells of a man or a woman. Small letters for "ty", as Signal itself writes it.

report-discreet-hidden = bezpiecz, ochron, przemoc, molest, nęka, krzywd, ofiar, skarg, zgłosz, zglosz, dyscyplin, wsparci, równoś, godnoś, policj, kryzys, kobiet, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    Możesz tu napisać o czymś, co się stało. Nic nie pójdzie dalej, zanim napiszesz wyślij. Nikt nie czyta tego od razu.
    Nie widać twojego numeru, imienia ani zdjęcia.
    Aby wyjść, napisz stop: nic nie zostanie. Aby z kimś porozmawiać, napisz telefony.
    .discreet =
    Cześć. Możesz tu zostawić notatkę. Nie trafi do nikogo, dopóki nie napiszesz wyślij, i nikt nie odbiera jej od razu.
    Nikt nie widzi twojego numeru, imienia ani zdjęcia.
    Żeby wyjść, napisz stop: nic nie zostanie. Napisz znikaj, żeby nowe wiadomości znikały tu po godzinie, ukryj, żeby usunąć moje z tego telefonu, albo numery, żeby dostać kilka przydatnych numerów.

report-danger = Jeśli coś ci teraz grozi, dzwoń pod { $number }. Jeśli nie możesz mówić, zadzwoń z komórki, słuchaj i na prośbę wciśnij { $silent }.
    .discreet = Znany ci numer z trzech cyfr działa o każdej porze. Z komórki, bez mówienia: słuchaj i na prośbę wciśnij { $silent }.

report-helplines =
    Możesz też porozmawiać z kimś spoza oddziału. Nikt im nie mówi, że tu piszesz.
    { $lines }
    Godziny mogą się zmienić. Żeby zobaczyć tę listę jeszcze raz, napisz telefony.
    .discreet =
    Numery:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

report-helpline-way =
    {" "}{ $kind ->
        [text] Albo SMS pod { $at }.
        [chat] Albo czat: { $at }.
        [email] Albo e-mail: { $at }.
       *[bsl] Albo w brytyjskim języku migowym: { $at }.
    }

report-danger-bsl = W brytyjskim języku migowym: { $at }

report-danger-text = Jeśli nie słyszysz lub nie mówisz, możesz też wysłać SMS pod { $number }, ale tylko z telefonu, który jest tam już zarejestrowany. Żeby go zarejestrować, wyślij SMS o treści { $word } pod { $number }.

report-helpline-label = { $name } ({ $about })

report-in-group =
    Widzisz to tylko ty. Twoją ostatnią wiadomość w grupie mogą przeczytać tam wszyscy.
    Jeśli tego nie chcesz: przytrzymaj tamtą wiadomość, wybierz Usuń, a potem Usuń u wszystkich.
    Jeśli coś się stało, możesz napisać o tym tutaj. Napisz raport. Kto to przeczyta, nie zobaczy, kim jesteś.
    Jeśli to pomyłka, nie musisz nic robić.
    .discreet =
    Widzisz to tylko ty. Twoją ostatnią wiadomość w grupie mogą przeczytać tam wszyscy.
    Jeśli tego nie chcesz: przytrzymaj tamtą wiadomość, wybierz Usuń, a potem Usuń u wszystkich. Możesz napisać to mnie tutaj.

report-officer-reports =
    Ty też czytasz takie wiadomości, więc dobrze wiedzieć, co mogą zauważyć inni, którzy je czytają. Ta nie trafi do ciebie. Kiedy inni na nią patrzą, widzą, w jakich rolach się ją czyta, a twojej roli tam nie ma.
    Wiedzą też, jak piszesz, i zauważą, że o tym nie mówisz. Jeśli to mogłoby cię zdradzić, wybierz zespół, w którym cię nie ma, jeśli taki jest, albo porozmawiaj z kimś spoza oddziału: napisz telefony.
    .discreet =
    Ta notatka nie trafi do ciebie. Inni mogą to zauważyć: widzą, w jakich rolach się ją czyta, a twojej tam nie ma. Wiedzą też, jak piszesz. Jeśli to ważne, wybierz osoby, wśród których cię nie ma, gdy o to zapytam. Żeby porozmawiać z kimś innym, napisz numery.

report-announcement-dropped = Zaczęte ogłoszenie jest usunięte. Nigdzie się nie ukazało.

report-kept = To, co piszesz, zostaje jako początek. Najpierw jedno pytanie, potem możesz pisać dalej.

## The questions

report-ask-track =
    O co chodzi?
    1. Ktoś ucierpiał, boi się lub jest pod presją, albo może tak być
    2. O to, jak ktoś zachowuje się w oddziale
    3. Nie wiem
    Odpowiedz cyfrą.
    .discreet =
    Jaka to notatka?
    1. Osobista
    2. O tym, jak ktoś się zachowuje w grupie
    3. Nie wiem
    Odpowiedz cyfrą.

report-ask-track-again = Odpowiedz 1, 2 albo 3. Jeśli nie wiesz, 3 to dobra odpowiedź.

report-ask-team =
    Kto ma to przeczytać?
    { $lines }
    Odpowiedz cyfrą. Jeśli nie wiesz, odpowiedz 1.

report-ask-team-again = Odpowiedz jednym z numerów od 1 do { $most }. Jeśli nie wiesz, odpowiedz 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] jedna osoba ({ $roles })
        [few] { $readers } osoby ({ $roles })
       *[other] { $readers } osób ({ $roles })
    }

report-ask-about =
    Czy chodzi o kogoś z tych osób albo czy ktoś z nich nie powinien tego czytać?
    { $lines }
    Odpowiedz numerami, na przykład { $example }. Nie przekażę im tego ani nie zdradzę, że to istnieje, a pozostałych proszę, żeby zachowali to dla siebie.
    { $known ->
        [all] Możesz też napisać imię lub nazwisko.
        [some] Możesz też napisać imię lub nazwisko. Nie znam nazwisk wszystkich: na wszelki wypadek pomiń każdą osobę, o którą może chodzić.
       *[none] Nie znam ich nazwisk. Jeśli znasz nazwisko, a nie wiesz, co ktoś tu robi, na wszelki wypadek pomiń każdą osobę, o którą może chodzić.
    }
    Jeśli to nikt z nich, odpowiedz 0.
    .discreet =
    Czy któraś z tych osób ma tego nie dostać?
    { $lines }
    Odpowiedz numerami, na przykład { $example }. Nie dostaną tego ani nie usłyszą o tym ode mnie, a pozostałych proszę, żeby zachowali to dla siebie.
    { $known ->
        [all] Możesz też napisać imię lub nazwisko.
        [some] Możesz też napisać imię lub nazwisko. Nie znam nazwisk wszystkich: na wszelki wypadek pomiń każdą osobę, o którą może chodzić.
       *[none] Nie znam ich nazwisk. Jeśli znasz nazwisko, a nie wiesz, co ktoś tu robi, na wszelki wypadek pomiń każdą osobę, o którą może chodzić.
    }
    Jeśli wszyscy mogą to czytać, odpowiedz 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    Chcę mieć pewność. Odpowiedz tylko numerami, na przykład { $example }, imieniem lub nazwiskiem, albo 0, jeśli nikt.
    { $known ->
        [all] Przeczytałyby to tylko osoby z tej listy.
       *[other] Nie znam nazwisk wszystkich. Jeśli znasz nazwisko, a nie wiesz, co ktoś tu robi, na wszelki wypadek pomiń każdą osobę, o którą może chodzić.
    }

report-about-meant =
    Czy chodzi o: { $roles }? Napisz tak, a pominę wszystkie osoby, które tu wymieniam.
    Jeśli to ktoś inny, odpowiedz numerem albo innym nazwiskiem, albo 0, jeśli nikt.

report-about-all-but =
    Nie wiem na pewno, o co chodzi, więc nikt jeszcze nie jest pominięty.
    Jeśli { $roles } ma tego nie dostać, a wszyscy inni mogą: napisz tak.
    Jeśli może to dostać tylko { $roles }: odpowiedz numerami pozostałych osób, { $others }.

report-about-some =
    Rozumiem: { $roles }, ale nie wszystko inne, co tu jest. Jeśli to tylko te osoby, napisz tak, a je pominę.
    Jeśli też inni, odpowiedz wszystkimi numerami albo nazwiskami, na przykład { $example }, albo 0, jeśli nikt.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (osoba o podanym nazwisku)

report-about-not-sure = Jeśli co do kogoś nie masz pewności, możesz tę osobę pominąć. Odpowiedz numerami, na przykład { $example }, albo 0, jeśli nikt.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } i jeszcze jedna osoba)
            [few] {" "}({ $roles } i jeszcze { $more } osoby)
           *[other] {" "}({ $roles } i jeszcze { $more } osób)
        }
    }

report-audience =
    { $readers ->
        [one] Przeczyta to jedna osoba{ $people }.
        [few] Przeczytają to { $readers } osoby{ $people }.
       *[other] Przeczyta to { $readers } osób{ $people }.
    }

report-audience-moved =
    Nie ma tam już nikogo, kto może to przeczytać, więc trafi to do innych osób. { $readers ->
        [one] Przeczyta to jedna osoba{ $people }.
        [few] Przeczytają to { $readers } osoby{ $people }.
       *[other] Przeczyta to { $readers } osób{ $people }.
    }

report-nobody =
    Przykro mi. Poza osobami, które chcesz pominąć, nie ma tu nikogo, kto może to przeczytać, więc nie mogę tego przekazać. Nic do nikogo nie poszło i nikt o tym nie wie.
    Żeby wyjść, napisz stop.
    .discreet =
    Przykro mi, nie został nikt, kto może to przeczytać. Nic do nikogo nie poszło i nikt o tym nie wie. Żeby wyjść, napisz stop.

report-no-team =
    Przykro mi. W tym oddziale nikt jeszcze nie czyta takich wiadomości, więc nie mogę nic przekazać. Nic z tego, co tu piszesz, nie zostaje u mnie.
    .discreet = Przykro mi, nikt jeszcze nie odbiera tu notatek. Nic z tego, co tu piszesz, nie zostaje u mnie.

## Writing

report-ask-write =
    { $audience }

    Teraz napisz, co chcesz im powiedzieć, własnymi słowami, w tylu wiadomościach, ile chcesz. Nie musisz mówić wszystkiego.
    Możesz dodać zdjęcia i pliki PDF. Usuwam z nich ukryte dane, na przykład gdzie zrobiono zdjęcie.
    Jeśli zmienisz lub usuniesz wiadomość w Signalu, tutaj też się to zmieni.
    To, co piszesz, może mimo to zdradzić, kim jesteś. Twój głos na nagraniu albo to, co widać na zdjęciu, też.
    Signal może wiedzieć, że do mnie piszesz. Ten, kto prowadzi ten serwer, też, i gdyby próbował, mógłby to przeczytać.
    Kiedy skończysz, napisz gotowe. Nic do nikogo nie trafi, dopóki się nie zgodzisz.
    .discreet =
    { $audience }

    Teraz napisz swoją notatkę, w tylu wiadomościach, ile chcesz. Mogą być też zdjęcia i pliki PDF. Usuwam z nich, gdzie i przez kogo powstały.
    Jeśli zmienisz lub usuniesz wiadomość w Signalu, tutaj też się to zmieni.
    To, co piszesz, może mimo to zdradzić, kim jesteś. Twój głos albo zdjęcie też.
    Signal może wiedzieć, że do mnie piszesz. Ten, kto prowadzi ten serwer, też, i gdyby próbował, mógłby to przeczytać.
    Kiedy skończysz, napisz gotowe. Nic do nikogo nie trafi, dopóki się nie zgodzisz.

report-first-part = Mam to. Pisz dalej tak długo, jak chcesz, a kiedy skończysz, napisz gotowe.

report-count =
    Mam od ciebie na razie { $parts ->
        [one] jedną wiadomość
        [few] { $parts } wiadomości
       *[other] { $parts } wiadomości
    }. Jeszcze nic do nikogo nie poszło.

report-hint = To zostaje jako część tego, co chcesz powiedzieć. Jeśli chodziło ci o { $word }, napisz samo { $word }.

report-part-or-command =
    Ta wiadomość jest teraz częścią twojego zgłoszenia. Nikt jej jeszcze nie ma. Czy chodziło o polecenie { $command }? Dopóki to piszesz, nie wykonuję żadnych poleceń.
    Żeby ją stąd wyjąć, przytrzymaj ją i usuń u wszystkich. Potem pisz dalej. Albo napisz stop: wtedy nic z tego nie zostanie.
    .discreet =
    Ta wiadomość jest teraz częścią twojej notatki. Nikt jej jeszcze nie ma. Czy chodziło o polecenie { $command }? Dopóki to piszesz, nie wykonuję żadnych poleceń.
    Żeby ją stąd wyjąć, przytrzymaj ją i usuń u wszystkich. Potem pisz dalej. Albo napisz stop: wtedy nic z tego nie zostanie.

report-unreadable = Nie mogę tego odczytać. Napisz to słowami albo wyślij zdjęcie.

report-voice = Mam twoje nagranie. Kto zna twój głos, może go rozpoznać. Jeśli wolisz to napisać, usuń nagranie w Signalu, a ja też je usunę.
    .discreet = Mam twoje nagranie. Jeśli wolisz to napisać, usuń nagranie w Signalu, a ja też je usunę.

report-file-unsupported = Nie mogę przyjąć jednego z plików. Nie znam tego rodzaju, więc nie mogę usunąć z niego ukrytych danych. Przyjmuję zdjęcia, nagrania i pliki PDF. Często działa zrzut ekranu. Możesz też napisać, co tam widać.
    .discreet = Nie mogę przyjąć jednego z plików: nie znam tego rodzaju. Przyjmuję zdjęcia, nagrania i pliki PDF. Często działa zrzut ekranu. Możesz też napisać, co tam widać.

report-file-too-large = Jeden z plików ma ponad 25 MB. To dla mnie za dużo. Często działa mniejszy plik albo zrzut ekranu.

report-file-too-many = W jednej wiadomości jest więcej niż 32 pliki i reszty nie mogę przyjąć. Wyślij te pozostałe jeszcze raz, w osobnej wiadomości.

report-file-too-many-pixels = Jedno ze zdjęć jest za duże i nie mogę go otworzyć. Wyślij je jako zdjęcie, a nie jako plik, albo wyślij zrzut ekranu.

report-file-too-long = Jedno z nagrań trwa ponad godzinę i nie mogę go przyjąć. Wyślij je w krótszych częściach albo napisz, co na nim słychać.

report-file-too-complex = Otwarcie jednego z plików zajmuje za dużo czasu lub pamięci, więc nie mogę go przyjąć. Wyślij go w mniejszych częściach albo wyślij zrzuty ekranu.

report-file-picture-kind = Jedno ze zdjęć jest w formacie, którego nie mogę otworzyć, na przykład TIFF, RAW lub SVG. Wyślij je jako JPEG lub PNG albo wyślij zrzut ekranu.

report-file-film = Nie mogę przyjmować filmów. Możesz wysłać zrzuty ekranu albo napisać, co widać na filmie. Zachowaj film, jeśli to dla ciebie bezpieczne: możesz tu napisać, że go masz.
    .discreet = Nie mogę przyjmować filmów. Możesz wysłać zrzuty ekranu albo napisać, co widać na filmie.

report-file-office = Jeden z plików to dokument z programu biurowego. Nie mogę usunąć z niego ukrytych nazwisk, więc u mnie go nie ma. Zapisz go jako PDF i wyślij albo wyślij zrzuty ekranu.
    .discreet = Jeden z plików to dokument z programu biurowego i u mnie go nie ma. Zapisz go jako PDF i wyślij albo wyślij zrzuty ekranu.

report-file-archive = Jeden z plików to ZIP lub inny spakowany plik i nie mogę go przyjąć. Wyjmij z niego, co jest w środku, i wyślij to.

report-file-text = Jeden z plików to plik tekstowy i nie mogę go przyjąć. Skopiuj jego treść do wiadomości do mnie.

report-file-empty = W jednym z plików nic nie ma. Sprawdź, czy to ten właściwy, i wyślij go jeszcze raz.

report-file-missing = Jeden z plików do mnie nie dotarł. Wyślij go jeszcze raz.

report-file-moved = Z ruchomego obrazka zostaje u mnie tylko pierwszy kadr. Jeśli reszta jest ważna, wyślij zrzuty ekranu albo napisz, co tam widać.

report-file-pictured = Z pliku PDF zostaje u mnie obraz każdej strony. Dzięki temu nie przejdzie nic, co jest w pliku ukryte. Czytnik ekranu nie odczyta obrazów. Jeśli mają pójść też słowa, wyślij PDF jeszcze raz i napisz obok: z tekstem
    .discreet = Z pliku PDF zostaje u mnie obraz każdej strony. Czytnik ekranu nie odczyta obrazów. Jeśli mają pójść też słowa, wyślij PDF jeszcze raz i napisz obok: z tekstem

report-file-encrypted = Jeden z plików jest zamknięty hasłem. Wyślij go bez hasła albo wyślij zrzut ekranu.

report-file-damaged = Nie mogę otworzyć jednego z plików. Wyślij go jeszcze raz albo wyślij zrzut ekranu.

report-file-full = Nie ma już miejsca na pliki. Napisz słowami, co jest w pozostałych.

report-file-again = Ten plik przyszedł za wcześnie, więc go u mnie nie ma. Wyślij go teraz jeszcze raz.

report-take-back = Tego nie ma w tym, co piszesz, i nikt niczego nie dostał. Żeby usunąć swoją wiadomość: naciśnij ją i przytrzymaj, wybierz Usuń, a potem Usuń dla wszystkich. Żeby wyjść i niczego nie zostawić, napisz stop. Jeśli to było częścią tego, co chcesz powiedzieć, napisz to innymi słowami.

report-removed = Ta wiadomość jest tutaj usunięta.

report-removed-late = Ta wiadomość jest tutaj usunięta, a Signal dostał prośbę, żeby usunąć ją z telefonów osób, które to czytają. Ma więcej niż jeden dzień, więc może tam zostać.
    .discreet = Ta wiadomość jest tutaj usunięta. Ma więcej niż jeden dzień, więc może zostać tam, dokąd poszła.

report-changed =
    { $stands ->
        [waits] To jest tutaj zmienione. Nikt jeszcze tego nie dostał, więc pójdą tylko nowe słowa.
        [late] Przekazuję nowe słowa osobom, które czytają { $case }. Signal dostał prośbę o usunięcie tego, co było wcześniej. Ma to więcej niż jeden dzień, więc może zostać na ich telefonach.
       *[deleted] Przekazuję nowe słowa osobom, które czytają { $case }. Signal dostał prośbę o usunięcie z ich telefonów tego, co było wcześniej.
    }
    .discreet =
    { $stands ->
        [waits] To jest tutaj zmienione. Do nikogo jeszcze nie poszło, więc pójdą tylko nowe słowa.
        [late] Przekazuję nowe słowa. Signal dostał prośbę o usunięcie tego, co było wcześniej. Ma to więcej niż jeden dzień, więc może zostać tam, dokąd poszło.
       *[deleted] Przekazuję nowe słowa. Signal dostał prośbę o usunięcie tego, co było wcześniej.
    }

report-change-unknown = Zmieniona wiadomość nie była częścią tego, co tu piszesz, więc z nowych słów nic u mnie nie zostało. Jeśli mają do tego należeć, wyślij je jako nową wiadomość.

report-timer = W tej rozmowie nowe wiadomości znikają po pewnym czasie. To dotyczy tylko tej rozmowy: osoby, które czytają to, co wysyłasz, zachowują to. Żeby cofnąć to po wysłaniu, napisz usuń.
    .discreet = W tej rozmowie nowe wiadomości znikają po pewnym czasie. To dotyczy tylko tej rozmowy: co stąd pójdzie, zostaje tam, dokąd poszło. Żeby cofnąć to później, napisz usuń.

report-mark = Znaki przy wiadomości, na przykład kciuk, serce lub pinezka, do nikogo nie idą. Jeśli twój miał coś powiedzieć, napisz to słowami.

report-deletion-unknown = Usunięta wiadomość nie była częścią tego, co tu piszesz, więc nic się nie zmienia.

report-too-many =
    To dużo wiadomości w krótkim czasie, a w ciągu godziny mogę przyjąć tylko trochę. To, co przyszło wcześniej, nie zginie.
    Ostatniej wiadomości nie mogę przyjąć. Poczekaj trochę i wyślij ją jeszcze raz. Nikt cię nie ignoruje.
    .discreet =
    To dużo wiadomości w krótkim czasie, a w ciągu godziny mogę przyjąć tylko trochę. To, co przyszło wcześniej, jest tutaj.
    Ostatniej wiadomości nie mogę przyjąć. Poczekaj trochę i wyślij ją jeszcze raz.

report-nothing-yet = Nic tu jeszcze nie ma. Napisz tyle, ile chcesz, dużo albo mało, a potem napisz gotowe. Żeby wyjść, napisz stop.

report-question-first = Przedtem mam jedno pytanie.

report-going-on = Pisz dalej tak długo, jak chcesz. Kiedy skończysz, napisz gotowe.

report-summary =
    Mam od ciebie { $parts ->
        [one] jedną wiadomość
        [few] { $parts } wiadomości
       *[other] { $parts } wiadomości
    }{ $files ->
        [0] {""}
        [one] {" "}z jednym plikiem
       *[other] {" "}z { $files } plikami
    }.

report-unseen = Kto to przeczyta, nie zobaczy twojego numeru, imienia ani zdjęcia.

report-left-out = Nie dostanie tego ani nie usłyszy o tym ode mnie: { $roles }.

report-summary-answers = Napisz wyślij, żeby to wysłać, albo nie, żeby pisać dalej. Napisz stop, żeby wyjść: nic wtedy nie zostanie.

report-review-unclear = Jeszcze nic do nikogo nie poszło. Napisz wyślij, żeby to wysłać, albo nie, żeby pisać dalej.

report-added = To jest już dodane. Jeszcze nic do nikogo nie poszło. Kiedy skończysz, napisz gotowe.

report-sent =
    To już w drodze. Dziękujemy, że o tym mówisz. Nikt nie czyta tego od razu.
    Nazywam to { $case }. Z tą nazwą możesz o to pytać i nie mówić, kim jesteś.
    { $readers ->
        [one] Dostaje to jedna osoba, z prośbą o odpowiedź
        [few] Dostają to { $readers } osoby, z prośbą o odpowiedź
       *[other] Dostaje to { $readers } osób, z prośbą o odpowiedź
    } w ciągu { $hours } godz. Odpowiedź przyjdzie tutaj, od zespołu.
    Jeśli nikt nie odpowie w ciągu { $later } godz., powiem o tym tobie, a następnemu zespołowi, jeśli taki jest, powiem, że ktoś czeka.
    Żeby sprawdzić, co się dzieje, napisz sprawa. Żeby to cofnąć, napisz usuń. Żeby coś dodać, zacznij wiadomość od { $case }.
    .discreet =
    Twoja notatka już poszła. Nikt nie czyta jej od razu. Nazywam ją { $case }.
    { $readers ->
        [one] Dostaje ją jedna osoba, z prośbą o odpowiedź
        [few] Dostają ją { $readers } osoby, z prośbą o odpowiedź
       *[other] Dostaje ją { $readers } osób, z prośbą o odpowiedź
    } w ciągu { $hours } godz. Odpowiedź przyjdzie tutaj.
    Jeśli nikt nie odpowie w ciągu { $later } godz., powiem o tym tobie, a następnym osobom, jeśli takie są, powiem, że notatka czeka.
    Żeby sprawdzić, co z nią, napisz notatka. Żeby ją cofnąć, napisz usuń. Żeby coś dodać, zacznij wiadomość od { $case }.

report-phrase-offer =
    Jeszcze jedno, tylko jeśli chcesz. Jeśli stracisz ten telefon lub numer, hasło pozwoli ci pisać dalej z innego.
    Napisz hasło, a potem co najmniej cztery własne słowa. Albo weź te: hasło { $example }
    Kto zna nazwę i hasło, może przeczytać odpowiedzi. Przechowuj je tam, gdzie znajdziesz je tylko ty, a potem usuń swoją wiadomość.
    .discreet =
    Jeśli kiedyś zmienisz telefon, możesz tam dalej pisać swoją notatkę. Napisz hasło, a potem co najmniej cztery własne słowa. Albo weź te: hasło { $example }
    Przechowuj je tam, gdzie znajdziesz je tylko ty, a potem usuń swoją wiadomość.

report-help =
    Napisz, co chcesz powiedzieć, w tylu wiadomościach, ile chcesz.
    gotowe: to już wszystko i chcesz zobaczyć, co by poszło
    stop: wychodzisz i nic nie zostaje
    ukryj: usuwam moje wiadomości z tej rozmowy i nic o tym nie mówię, aż napiszesz co najmniej pięć pierwszych słów jednej z twoich wiadomości tutaj
    znikaj: nowe wiadomości znikają tu po godzinie
    przypomnij: napiszę raz, jeśli nie skończysz, tak że nic z tego nie wynika. Inaczej nie piszę.
    telefony: z kim porozmawiać poza oddziałem
    Jeszcze nic do nikogo nie poszło.
    .discreet =
    Napisz, co chcesz powiedzieć, w tylu wiadomościach, ile chcesz.
    gotowe: to już wszystko
    stop: wychodzisz i nic nie zostaje
    ukryj: usuwam moje wiadomości z tego telefonu i nic o tym nie mówię, aż napiszesz słowo, od którego to się zaczęło
    znikaj: nowe wiadomości znikają tu po godzinie
    przypomnij: napiszę raz, jeśli nie skończysz. Inaczej nie piszę.
    numery: kilka przydatnych numerów
    Jeszcze nic do nikogo nie poszło.

## Leaving

report-stopped =
    To, co tu było zaczęte, jest usunięte. Nic z tego do nikogo nie poszło.
    Ta rozmowa jest nadal na twoim telefonie. Możesz ją tam usunąć.
    Możesz wrócić, kiedy tylko chcesz.

report-stopped-hidden =
    Tego, co tu było zaczęte, już nie ma i do nikogo nie poszło. Signal dostał też prośbę o usunięcie moich wcześniejszych wiadomości. Co zostanie w tej rozmowie, możesz usunąć na swoim telefonie.

report-erase-which =
    Które?
    { $lines }
    Odpowiedz numerem albo nie, żeby wszystko zostało tak, jak jest.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    Cofnąć { $case } na zawsze?
    Zniszczę wtedy wszystko, co mam o tym i o tobie, i poproszę Signal o usunięcie tego, co dostały inne osoby. Signal nie usuwa tego, co ma więcej niż około jednego dnia, a ludzie pamiętają, co przeczytali. Ten, kto prowadzi ten serwer, może mieć starszą kopię.
    Te osoby dowiedzą się tylko, że to zostało cofnięte. Nie będą mogły ci już odpowiedzieć i nikt nie może tego odwrócić.
    Napisz tak, żeby to cofnąć, albo nie, żeby to zostawić.
    .discreet =
    Cofnąć { $case } na zawsze?
    Usunę wtedy wszystko, co o tym mam, i poproszę Signal o usunięcie tego, co dostali inni. Co ma więcej niż około jednego dnia, zostanie u nich. Ten, kto prowadzi ten serwer, może mieć starszą kopię.
    Dowiedzą się tylko, że to zostało cofnięte, i nikt nie może tego odwrócić.
    Napisz tak, żeby to cofnąć, albo nie, żeby to zostawić.

report-erased =
    { $case }: już tego nie ma. Nie mam nic o tym i nic, co mówi, że to od ciebie.
    Signal dostał też prośbę o usunięcie moich wcześniejszych wiadomości tutaj. Co zostanie w tej rozmowie, możesz usunąć na swoim telefonie.
    .discreet =
    { $case }: już tego nie ma. Nic z tego u mnie nie zostało.
    Signal dostał też prośbę o usunięcie moich wcześniejszych wiadomości tutaj. Co zostanie w tej rozmowie, możesz usunąć na swoim telefonie.

report-erase-kept = Nic się nie zmienia. { $case } nadal tu jest.

report-erase-draft-only = To, co poszło wcześniej, nadal tu jest. Żeby cofnąć także to, napisz jeszcze raz usuń.

## After sending

report-case =
    { $case }, wysłane: { $when }. { $readers ->
        [one] Może to czytać jedna osoba{ $people }.
        [few] Mogą to czytać { $readers } osoby{ $people }.
       *[other] Może to czytać { $readers } osób{ $people }.
    }
    { $progress }
    .discreet =
    { $case }, data: { $when }. { $readers ->
        [one] Ma to jedna osoba{ $people }.
        [few] Mają to { $readers } osoby{ $people }.
       *[other] Ma to { $readers } osób{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Nikt jeszcze nie odpowiedział.
        [reminded] Nikt jeszcze nie odpowiedział. Przypomnienie poszło: { $since }.
        [escalated] Nikt jeszcze nie odpowiedział. Przykro mi. Następny zespół dowiedział się ode mnie, że ktoś czeka: { $since }.
        [answered] Ostatnia odpowiedź od nich: { $since }.
       *[closed] Zakończone: { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Nikt jeszcze nie odpowiedział.
        [reminded] Nikt jeszcze nie odpowiedział. Przypomnienie poszło: { $since }.
        [escalated] Nikt jeszcze nie odpowiedział. Przykro mi. Następne osoby dowiedziały się ode mnie, że notatka czeka: { $since }.
        [answered] Ostatnia odpowiedź od nich: { $since }.
       *[closed] Zakończone: { $since }.
    }

report-status = Od nich: { $status }

report-until = Odpowiedzi w tej sprawie mogą tu jeszcze przychodzić do: { $when }. Potem nie będę już wiedzieć, od kogo to jest.
    .discreet = Odpowiedzi mogą tu jeszcze przychodzić do: { $when }.

report-add-to = Żeby coś dodać, zacznij wiadomość od { $case }.

report-listening-now = Przez następne { $minutes } min to, co tu piszesz, idzie do osób, które czytają { $case }. Potem zaczynaj wiadomość od { $case }.
    .discreet = Przez następne { $minutes } min to, co tu piszesz, idzie do osób, które mają { $case }. Potem zaczynaj wiadomość od { $case }.

report-did-you-mean = Nic nie zostało przekazane. Czy chodziło o { $command }? Wtedy napisz to jeszcze raz. Jeśli to było do osób, które czytają { $case }, zacznij wiadomość od { $case }.
    .discreet = Nic nie zostało przekazane. Czy chodziło o { $command }? Wtedy napisz to jeszcze raz. Jeśli to było do osób, które mają { $case }, zacznij wiadomość od { $case }.

report-case-none = Nie wiem o niczym, co poszło z tego konta. Jeśli coś stąd poszło, napisz nazwę tego. Z innego telefonu lub numeru napisz wróć, nazwę i hasło. Jeśli coś jest zaczęte i nie poszło, napisz, jak zaczynała się jedna z twoich wiadomości: co najmniej pięć słów.

report-nothing-here = Nie ma tu nic do wysłania. Co jest zaczęte i nieskończone, znika samo po { $hours } godz. i nikt tego nie dostaje.

report-offer =
    { $count ->
        [one] Czy to jest do osób, które czytają { $case }? Napisz tak albo nie.
       *[other] Czy to jest do osób, które czytają jedno z tych?
        { $lines }
        Odpowiedz numerem albo nie.
    } Nikt jeszcze tego nie ma.{ $minutes ->
        [0] {""}
       *[other] {" "}Jeśli tak, przekażę też to, co napiszesz potem, aż zrobisz { $minutes } min przerwy.
    }
    .discreet =
    { $count ->
        [one] Czy to należy do { $case }? Napisz tak albo nie.
       *[other] Czy to należy do jednego z tych?
        { $lines }
        Odpowiedz numerem albo nie.
    } Nikt jeszcze tego nie ma.{ $minutes ->
        [0] {""}
       *[other] {" "}Jeśli tak, przekażę też to, co napiszesz potem, aż zrobisz { $minutes } min przerwy.
    }

report-offer-more =
    { $count ->
        [one] Czy to wszystko jest do osób, które czytają { $case }? Napisz tak albo nie. Nikt jeszcze tego nie ma.
       *[other] Do osób, które czytają które z tych? Nikt jeszcze tego nie ma. Odpowiedz numerem albo nie.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Czy to wszystko należy do { $case }? Napisz tak albo nie. Nikt jeszcze tego nie ma.
       *[other] Do którego to należy? Nikt jeszcze tego nie ma. Odpowiedz numerem albo nie.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Czy to jest do osób, które czytają { $case }? Nikt jeszcze tego nie ma.
    1. Tak, przekaż im to
    2. Nie, nikt tego nie dostanie
    Odpowiedz 1 albo 2.
    .discreet =
    Czy to należy do { $case }? Nikt jeszcze tego nie ma.
    1. Tak, dodaj to
    2. Nie, pomiń to
    Odpowiedz 1 albo 2.

report-offer-choice = { $index }. { $case }

report-offer-file = Nie mogę przechować pliku, zanim odpowiesz. Potem wyślij go jeszcze raz.

report-waits-flood = W ciągu ostatniej godziny przyszło bardzo dużo wiadomości. Żeby żadna nie zginęła, osoby, które je czytają, dostają listę, na której jest twoja, i mogą ją stamtąd otworzyć. Wyślę im twoją osobno, gdy tylko będzie miejsce. Nic z niej nie przepadnie.
    .discreet = W ciągu ostatniej godziny przyszło bardzo dużo notatek. Twoja jest więc na liście, którą ktoś czyta, i pójdzie dalej sama, gdy tylko będzie miejsce. Nic z niej nie przepadnie.

report-sent-muted =
    Mam to. Dziękujemy, że o tym mówisz. Nazywam to { $case }.
    Ktoś, kto to czyta, postanowił wcześniej, że nic więcej od ciebie nie przyjmuję. Więc to czeka, aż przepuści to ktoś inny z tych osób; są już poproszone, żeby na to spojrzeć. Nic z tego nie przepadnie.
    Jeśli nie ma odpowiedzi, mogą pomóc ludzie spoza oddziału: napisz telefony.
    Żeby sprawdzić, co się dzieje, napisz sprawa. Żeby to cofnąć, napisz usuń.
    .discreet =
    Mam twoją notatkę. Nazywam ją { $case }.
    Ktoś postanowił wcześniej, że nic więcej od ciebie nie przyjmuję. Więc ta czeka, aż przepuści ją ktoś inny; te osoby są już poproszone, żeby na nią spojrzeć. Nic z niej nie przepadnie.
    Żeby sprawdzić, co z nią, napisz notatka. Żeby ją cofnąć, napisz usuń.

report-muted = To do nikogo nie poszło: ktoś, kto to czyta, postanowił, że do { $case } nic więcej nie przyjmuję. Ktoś inny z tych osób może to zmienić. Żeby napisać o czymś innym albo do innych osób, napisz raport.
    .discreet = To do nikogo nie poszło: ktoś postanowił, że do { $case } nic więcej nie przyjmuję. Ktoś inny może to zmienić.

report-passed-on = Przekazuję to osobom, które czytają { $case }. Nikt nie czyta tego od razu.
    .discreet = Przekazuję to osobom, które mają { $case }. Nikt nie czyta tego od razu.

report-passing-ended =
    To nie zostało przekazane. Od teraz nic nie idzie do osób, które czytają { $case }, dopóki znowu tego nie powiesz.{ $part ->
        [0] {""}
       *[other] {" "}Żeby cofnąć ostatnią rzecz, którą dostały: przytrzymaj swoją wiadomość z nią, wybierz Usuń, a potem Usuń u wszystkich. Wtedy usunę ją też u nich, o ile Signal to zrobi.
    }
    Jeśli to było do nich, zacznij wiadomość od { $case }.
    .discreet =
    To nie zostało przekazane. Od teraz nic nie idzie do osób, które mają { $case }, dopóki znowu tego nie powiesz.{ $part ->
        [0] {""}
       *[other] {" "}Żeby cofnąć ostatnią rzecz, którą dostały: przytrzymaj swoją wiadomość z nią, wybierz Usuń, a potem Usuń u wszystkich. Wtedy usunę ją też u nich, o ile Signal to zrobi.
    }
    Jeśli to było do nich, zacznij wiadomość od { $case }.

report-passing-goes-on = To nie zostało przekazane. Jeśli to było do osób, które czytają { $case }, zacznij wiadomość od { $case }. Co jeszcze tu piszesz, nadal idzie do nich. Żeby to zakończyć, napisz nie.
    .discreet = To nie zostało przekazane. Jeśli to było do osób, które mają { $case }, zacznij wiadomość od { $case }. Co jeszcze tu piszesz, nadal idzie do nich. Żeby to zakończyć, napisz nie.

report-not-passed-on = Nic nie zostało przekazane i nic z tego u mnie nie zostało. Jeśli zmienisz zdanie, zacznij wiadomość od { $case }.

report-offer-ended = Nic z tego, co było ostatnio od ciebie, nie zostało przekazane i nic z tego u mnie nie zostało. Jeśli to było do kogoś, napisz to jeszcze raz.

report-closed = { $case } jest zakończone, więc nie przekazuję tego. Żeby zacząć nowe, napisz raport.
    .discreet = { $case } jest zakończone, więc nie przekazuję tego. Żeby zacząć nowe, napisz słowo, od którego to się zaczęło.

report-nothing-to-send = Nic nie czeka na wysłanie. { $case } już dotarło. Żeby sprawdzić, co się dzieje, napisz sprawa. Żeby to cofnąć, napisz usuń.
    .discreet = Nic nie czeka na wysłanie. { $case } już dotarło. Żeby sprawdzić, co z tym, napisz notatka. Żeby to cofnąć, napisz usuń.

report-case-help =
    Napisz sprawa, żeby zobaczyć, co się dzieje z { $case }.
    usuń: cofnij to na zawsze
    ukryj: usuwam moje wiadomości z tej rozmowy i nic o tym nie mówię, aż napiszesz { $case }
    znikaj: nowe wiadomości znikają tu po godzinie
    kontakt: kiedy mogę bezpiecznie do ciebie pisać
    hasło, a potem cztery własne słowa: możesz później pisać dalej z innego telefonu
    telefony: z kim porozmawiać poza oddziałem
    raport: zacznij nowe
    .discreet =
    Napisz notatka, żeby zobaczyć, co się dzieje z { $case }.
    usuń: cofnij to na zawsze
    ukryj: usuwam moje wiadomości z tego telefonu i nic o tym nie mówię, aż napiszesz { $case }
    znikaj: nowe wiadomości znikają tu po godzinie
    kontakt: kiedy mogę do ciebie pisać
    hasło, a potem cztery własne słowa: możesz później pisać dalej z innego telefonu
    numery: kilka przydatnych numerów

## Traces on the phone

report-hidden = Signal dostał prośbę o usunięcie tego, co było tu ode mnie w ciągu ostatniego dnia. Co jest starsze, ślady, że coś usunięto, ta wiadomość i twoje własne znikną dopiero, gdy usuniesz rozmowę na swoim telefonie.

report-back = Możesz pisać dalej. To, co było zaczęte, nadal tu jest i do nikogo nie poszło.

report-back-short = Piszę tu krótko. Żeby mieć znowu wszystko w całości, napisz całość.

report-full = Dobrze. Znowu piszę tu w całości, odpowiedzi też. Żeby to skończyć, napisz ukryj.

report-tidy = Signal dostał prośbę, żeby nowe wiadomości w tej rozmowie znikały godzinę po przeczytaniu. To, co tu już jest, zostaje, aż to usuniesz. Żeby to wyłączyć, wejdź w ustawienia tej rozmowy w Signalu.

## When the bot may write by itself

report-ask-contact =
    Ostatnie pytanie, żeby nie pisać w złej chwili. Czy mogę tu do ciebie napisać, gdy będzie odpowiedź?
    1. Tak, o każdej porze
    2. Tak, ale tylko w pewnych godzinach
    3. Nie. Będę tu zaglądać
    4. Tak, ale powiedz tylko, że coś jest. Ktoś inny może patrzeć w ten telefon
    Odpowiedz cyfrą. Dopóki tego nie zrobisz, piszę, gdy jest odpowiedź.
    .discreet =
    Ostatnie pytanie. Czy mogę tu czasem napisać? Powiem tylko, że coś dla ciebie jest, a ty przeczytasz to, gdy napiszesz notatka.
    1. Tak, o każdej porze
    2. Tak, ale tylko w pewnych godzinach
    3. Nie. Będę tu zaglądać
    Odpowiedz cyfrą. Dopóki tego nie zrobisz, piszę, gdy coś jest.

report-ask-hours = W jakich godzinach? Na przykład od 9 do 15.

report-ask-hours-again = Potrzebuję dwóch godzin. Na przykład od 9 do 15. Albo napisz nigdy, wtedy nic nie przyjdzie samo.

report-contact-any-time = Dobrze. Napiszę, gdy coś będzie. Żeby to zmienić, napisz kontakt.

report-contact-hours = Dobrze. Piszę tylko w godzinach { $start } – { $end }. Żeby to zmienić, napisz kontakt.

report-contact-never =
    Dobrze. Nie piszę, dopóki ty nie napiszesz. Żeby sprawdzić, czy jest odpowiedź, napisz sprawa. Żeby to zmienić, napisz kontakt.
    .discreet = Dobrze. Nie piszę, dopóki ty nie napiszesz. Żeby sprawdzić, czy coś jest, napisz notatka. Żeby to zmienić, napisz kontakt.

report-contact-notice = Dobrze. Powiem tylko, że coś jest. Żeby to przeczytać, napisz notatka. Żeby to zmienić, napisz kontakt.

report-notice = Coś dla ciebie jest. Żeby to przeczytać, napisz notatka.

report-agreed-to-remind = Dobrze. Jeśli za jakiś czas to nadal będzie nieskończone, napiszę raz. Żeby wyjść, napisz stop.

## Another phone

report-phrase-how = Napisz hasło, a potem co najmniej cztery słowa, które znasz tylko ty, na przykład: hasło { $example }

report-phrase-ok = Hasło jest ustawione. Z innego telefonu lub numeru napisz do mnie: wróć { $case }, a potem twoje słowa. Teraz usuń swoją wiadomość z tymi słowami.{ $old ->
        [0] {""}
       *[other] {" "}Moja, z podanymi słowami, jest za stara i nie mogę jej usunąć. Usuń też tamtą.
    }

report-phrase-set-already = Słowa już są, więc nic się nie zmienia. Żeby ustawić inne, napisz hasło, stare słowa, słowo nowe, a potem nowe słowa. Jeśli te słowa nie są od ciebie, cofnij wszystko: napisz usuń i zacznij od nowa z telefonu, którego nie ma nikt inny.

report-phrase-wrong = Stare słowa nie pasują, więc nic się nie zmienia. Sprawdź je jeszcze raz. Wielkie litery i przecinki są bez znaczenia.

report-phrase-short = To za krótkie. Weź co najmniej cztery słowa, żeby nikt ich nie odgadł.

report-phrase-easy = To byłoby zbyt łatwe do odgadnięcia. Weź cztery słowa, które nie mają ze sobą nic wspólnego.

report-secret = To wygląda na hasło, więc nikt tego nie dostanie i nic z tego nie zostało u mnie.{ $file ->
        [no] {""}
       *[yes] {" "}Pliku, który przyszedł razem z tym, też nie ma.
    } Usuń swoją wiadomość. { $sent ->
        [no] Hasło możesz ustawić po wysłaniu.
       *[yes] Żeby je ustawić, napisz hasło, a potem słowa.
    } Jeśli to było coś innego, napisz to innymi słowami.

report-resume-how = Napisz wróć, potem nazwę tego, co stąd poszło, a potem swoje hasło. Na przykład: wróć amber river 12, a potem twoje słowa.

report-resume-wrong = To nie pasuje. Sprawdź jeszcze raz nazwę i słowa. Wielkie litery i przecinki są bez znaczenia.

report-resume-locked = To już za dużo prób. Spróbuj jutro. Nic nie przepadło.

report-resumed =
    Jesteś z powrotem przy { $case }. Odpowiedzi przychodzą teraz tutaj, a już nie tam, skąd było to pisane wcześniej.{ $told ->
        [yes] {" "}Tamte osoby dowiadują się, że to idzie dalej z innego telefonu, ale nie z czyjego.
       *[no] {""}
    } Usuń swoją wiadomość z tymi słowami.

report-moved-away = Cześć. W tej rozmowie nie ma już nic do zrobienia. Jeśli to dla ciebie niespodzianka, napisz do mnie jeszcze raz.

## What comes by itself

report-nudge = Cześć. Jest tu coś zaczęte i nieskończone. Nie ma pośpiechu. Możesz wrócić do tego, kiedy chcesz, a jeśli nie, to samo zniknie { $hours } godz. po twojej ostatniej wiadomości.

## What of a message did not come along

report-mention-instead = [tu był ktoś oznaczony znakiem @; imię nie dotarło]

report-mention-unknown = W wiadomości jest ktoś oznaczony znakiem @, a ja nie widzę, jakie imię widzisz ty. Napisz je, żeby było jasne, o kogo chodzi.
    .discreet = Nie widzę jednego z imion. Napisz je.

report-object-lost = Coś w tej wiadomości nie było tekstem i nie dotarło. Jeśli to ważne, napisz to słowami albo wyślij zdjęcie.

report-file-beside = Z tej wiadomości liczyły się tylko słowa, pliku nie ma. Jeśli jest ważny, wyślij go jeszcze raz osobno.

report-quote-lost = To, co cytujesz, nie idzie dalej, tylko twoje własne słowa. Jeśli to ważne, napisz to słowami.

report-uncovered = Część słów jest zakryta. Nie mogę ich zakrywać dalej: idą jako zwykły tekst.

report-deletion-late = Usunięta wiadomość nie była częścią tego, co stąd poszło, więc nic się nie zmienia. Żeby cofnąć to, co wysłane, napisz usuń.

report-view-once = To miało być do obejrzenia raz. Zostaje u mnie razem z resztą tego, co stąd idzie. Jeśli tego nie chcesz, usuń wiadomość w Signalu, a ja też ją usunę.

report-language-seen = Widać, w jakim języku piszesz. Odpowiedź może przyjść w innym: niczego nie tłumaczę.
