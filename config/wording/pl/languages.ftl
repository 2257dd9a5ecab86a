### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Polish.

language-name = polski

language-only = Na razie mogę pisać tylko w tym języku: { $name }.

language-line = { $index } – { $name }

language-choices =
    Mogę pisać do ciebie w tych językach:
    { $lines }
    Napisz słowo język, a potem numer, na przykład: język 1

language-chosen = Od teraz piszę do ciebie w języku: { $name }.

language-offer = { $names }: language

language-go-on = Aby pisać dalej po polsku, napisz { $word }.
