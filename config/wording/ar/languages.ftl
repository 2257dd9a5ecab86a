### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Arabic.

language-name = العربية

language-only = لا أستطيع أن أكتب لكم حتى الآن إلا بهذه اللغة: { $name }.

language-line = { $index } – { $name }

language-choices =
    يمكنني أن أكتب لكم بهذه اللغات:
    { $lines }
    اكتبوا كلمة لغة ثم الرقم، مثلًا: لغة 1

language-chosen = من الآن أكتب لكم بهذه اللغة: { $name }.

language-offer = { $names }: language

language-go-on = للمتابعة بالعربية اكتبوا { $word }.
