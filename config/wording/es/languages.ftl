### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Spanish.

language-name = español

language-only = Por ahora solo puedo escribirte en este idioma: { $name }.

language-line = { $index } – { $name }

language-choices =
    Puedo escribirte en estos idiomas:
    { $lines }
    Escribe la palabra idioma y después el número, por ejemplo: idioma 1

language-chosen = Desde ahora te escribo en este idioma: { $name }.

language-offer = { $names }: language

language-go-on = Para seguir en español, escribe { $word }.
