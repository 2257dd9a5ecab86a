### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Welsh.

language-name = Cymraeg

language-only = Hyd yn hyn, dim ond yn yr iaith yma y galla i ysgrifennu atoch chi: { $name }.

language-line = { $index } – { $name }

language-choices =
    Galla i ysgrifennu atoch chi yn yr ieithoedd yma:
    { $lines }
    Teipiwch y gair iaith ac yna’r rhif, er enghraifft: iaith 1

language-chosen = O hyn ymlaen, dw i’n ysgrifennu atoch chi yn yr iaith yma: { $name }.

language-offer = { $names }: language

language-go-on = I fynd ymlaen yn Gymraeg, teipiwch { $word }.
