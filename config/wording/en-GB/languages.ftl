# In which language somebody is answered. The name is what speakers of the language call it.

language-name = English

language-only = I can only write to you in { $name } so far.

language-line = { $index } – { $name }

language-choices =
    I can write to you in these languages:
    { $lines }
    Type the word language and then the number, for example: language 1

language-chosen = From now on I write to you in { $name }.

# The other languages, each by its own name, in one line: for who can read none of the rest. The word
# at its end is the command, in English, which works in every language.
language-offer = { $names }: language

# Said in this language, to somebody who seems to write in it. The word is the language's own name.
language-go-on = To go on in English, type { $word }.
