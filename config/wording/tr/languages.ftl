### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Turkish.

language-name = Türkçe

language-only = Şimdilik size yalnızca şu dilde yazabiliyorum: { $name }.

language-line = { $index } – { $name }

language-choices =
    Size şu dillerde yazabilirim:
    { $lines }
    Önce dil, sonra sayıyı yazın, örneğin: dil 1

language-chosen = Bundan sonra size şu dilde yazıyorum: { $name }.

language-offer = { $names }: language

language-go-on = Türkçe devam etmek için { $word } yazın.
