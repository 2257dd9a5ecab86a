### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Bengali.

language-name = বাংলা

language-only = এখন পর্যন্ত আপনাকে শুধু এই ভাষায় লিখতে পারি: { $name }।

language-line = { $index } – { $name }

language-choices =
    আপনাকে এই ভাষাগুলোতে লিখতে পারি:
    { $lines }
    ভাষা শব্দটি লিখুন, তারপর সংখ্যা, যেমন: ভাষা 1

language-chosen = এখন থেকে আপনাকে এই ভাষায় লিখি: { $name }।

language-offer = { $names }: language

language-go-on = বাংলায় লিখে যেতে { $word } লিখুন।
