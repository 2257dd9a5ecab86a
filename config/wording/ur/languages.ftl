### Reviewed: no. Not yet read by a native speaker.
### In which language somebody is answered, in Urdu.

language-name = اردو

language-only = ابھی آپ کو صرف اس زبان میں لکھا جا سکتا ہے: { $name }۔

language-line = { $index } – { $name }

language-choices =
    آپ کو ان زبانوں میں لکھا جا سکتا ہے:
    { $lines }
    لفظ زبان لکھیں اور پھر نمبر، مثلاً: زبان 1

language-chosen = اب سے آپ کو اس زبان میں لکھا جائے گا: { $name }۔

language-offer = { $names }: language

language-go-on = اردو میں جاری رکھنے کے لیے { $word } لکھیں۔
