### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in easy English.

language-name = Easy English

language-only = I can only write to you in { $name } so far.

language-line = { $index } – { $name }

language-choices =
    I can write to you in these languages:
    { $lines }
    Type the word language. Then type the number. For example: language 1

language-chosen = From now on I write to you in { $name }.

language-offer = { $names }: language

language-go-on = To go on in Easy English, type { $word }.
