# In which language somebody is answered. The name is what speakers of the language call it.

language-name = English

language-only = I can only write to you in { $name } so far.

language-line = { $index } – { $name }

language-choices =
    I can write to you in these languages:
    { $lines }
    Type the word language and then the number, for example: language 1

language-chosen = From now on I write to you in { $name }.
