### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Portuguese.

language-name = português

language-only = Por enquanto só posso escrever neste idioma: { $name }.

language-line = { $index } – { $name }

language-choices =
    Posso escrever nestes idiomas:
    { $lines }
    Escreva a palavra idioma e depois o número, por exemplo: idioma 1

language-chosen = A partir de agora escrevo neste idioma: { $name }.

language-offer = { $names }: language

language-go-on = Para continuar em português, escreva { $word }.
