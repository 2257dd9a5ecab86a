### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Polish.

casework-answer =
    Od zespołu, o { $case }:

    { $text }
    .discreet =
    O { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] O { $case }: zespół to zakończył.
        [one] O { $case }: zespół to zakończył. Jeśli to błąd, napisz tutaj w ciągu jednego dnia.
       *[other] O { $case }: zespół to zakończył. Jeśli to błąd, napisz tutaj w ciągu { $days } dni.
    }

casework-reopened-reporter = O { $case }: zespół znowu się tym zajmuje.

casework-escalated-reporter =
    O { $case }: od teraz zajmuje się tym inny zespół. { $count ->
        [0] Nie czyta tego nikt nowy.
        [one] Czyta to teraz jeszcze jedna osoba.
        [few] Czytają to teraz jeszcze { $count } osoby.
       *[other] Czyta to teraz jeszcze { $count } osób.
    } Nikt z nich nie wie, kim jesteś. Żeby sprawdzić, co się dzieje, napisz sprawa.

casework-escalation-reporter =
    O { $case }: twoja wiadomość nadal czeka na odpowiedź. Przykro mi. To nie jest zapomniane. { $next ->
        [told] Mówię następnemu zespołowi, że coś czeka, ale nie co tam jest.
       *[nobody] Nie ma już nikogo dalej, komu mogę to powiedzieć. Dalej przypominam zespołowi.
    }

casework-unreached-reporter = O { $case }: twoja wiadomość do nikogo jeszcze nie dotarła. Przykro mi. Jest tu i nie zginie. Próbuję dalej i nie musisz wysyłać jej jeszcze raz.
