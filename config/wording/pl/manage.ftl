### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in Polish.

help-report = Jeśli stało się coś, co nie powinno się stać, napisz raport. Możesz nam o tym tu powiedzieć, a kto to przeczyta, nie zobaczy, kim jesteś. Nic nie idzie dalej, dopóki tego nie powiesz. Żeby usunąć moje wiadomości z tego telefonu, napisz ukryj.

help-member =
    Podaję to, co ogłasza oddział: spotkania, programy i zmiany.
    { $attending }
    Nie publikuję niczego dla członków, a tego, co tu piszesz, nie widać w grupach.
    Jeśli masz móc publikować dla oddziału, napisz konto.

whoami =
    { $role ->
        [admin] Masz tu rolę admina. Numer twojego konta jest w następnej wiadomości.
       *[member] Numer twojego konta jest w następnej wiadomości. Podaj go osobie, która prowadzi tego bota, jeśli ma dać ci rolę admina.
    } To nie jest numer telefonu i nikt nie może pod niego zadzwonić.

fallback-thanks = Nie ma za co. Żeby zobaczyć, co potrafię, napisz pomoc.

fallback-still-waiting = Nie wiem, o co chodzi, więc na razie nic nie robię. Czekam na tak albo nie w odpowiedzi na moje ostatnie pytanie.

fallback-nothing-open = Nic nie czeka na twoją odpowiedź. Żeby zobaczyć, co potrafię, napisz pomoc.

fallback-member =
    { $sent ->
        [file] Jestem tylko botem. Nie mogę tu oglądać zdjęć ani słuchać nagrań, więc nikt tego nie ma.
       *[words] Jestem tylko botem i nie rozumiem tego. Nikt tego nie czyta.
    } Żeby zobaczyć, co potrafię, napisz pomoc.

fallback-reach =
    { $teams ->
        [no] Żeby znaleźć kogoś do rozmowy, napisz telefony.
       *[yes] Żeby powiedzieć komuś tutaj w zaufaniu, że coś się stało, napisz raport.
    }{ $who ->
        [official] {" "}Żeby dodać coś do tego, co już tak poszło, zacznij wiadomość od nazwy tego.
       *[member] {""}
    }

fallback-edit = Zmieniasz wiadomość, która jest już przeczytana, a nowych słów nikt nie widzi. Jeśli są do mnie, wyślij je jako nową wiadomość.

fallback-did-you-mean = Nie rozumiem tego, więc nic nie robię. Czy chodziło o { $command }? Wtedy zacznij wiadomość od tego słowa.

enough = To dużo wiadomości w krótkim czasie, więc robię tu przerwę i na razie nic nowego nie przyjmuję. Nic złego się nie dzieje, a to, co przyszło wcześniej, nie zginie. Napisz znowu za godzinę.

dead-letter-sender =
    Coś poszło tu nie tak z twoją wiadomością i nie mogę się nią zająć. To nie twoja wina.
    Wyślij ją jeszcze raz, może innymi słowami. Nikomu nie mówię, co w niej jest.

unreadable-kind =
    Tego nie mogę odczytać, na przykład kontaktu, ankiety lub płatności. Nikomu o tym nie mówię.
    Jeśli to było do mnie, napisz to jako zwykłą wiadomość tekstową.

call-not-taken = Do mnie nie można zadzwonić. Nikt tego nie słyszy i nikt się o tym nie dowie. Czytam tylko to, co jest tu napisane. Napisz pomoc, żeby zobaczyć, co możesz pisać.

unreadable-lost =
    Jest tu od ciebie wiadomość, ale nie mogę jej otworzyć. To nie twoja wina. Jeśli dziś nic stąd do mnie nie poszło, nie musisz nic robić.
    Jeśli poszło, a odpowiedzi nie ma, napisz to jeszcze raz jako zwykłą wiadomość tekstową.
