### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = ہمیں Signal پر لکھیں
contact-card-about = ہمارے بوٹ سے پوچھیں کہ اگلا اجلاس کب ہے، وہ ہر تبدیلی بھی بتاتا ہے۔ Signal پیغامات کی ایک مفت ایپ ہے۔
contact-card-scan = اپنے فون کا کیمرا کوڈ کی طرف کریں۔ Signal کھل جائے گا۔
contact-card-report = کیا آپ کے ساتھ یا کسی اور کے ساتھ کچھ ہوا ہے؟ لفظ { $word } بھیجیں۔ پڑھنے والے نہیں دیکھتے کہ آپ کون ہیں۔
contact-card-notice = اسے فوراً کوئی نہیں پڑھتا۔ خطرے میں ہنگامی نمبر پر فون کریں۔
contact-card-page = اجلاس: { $page }
contact-card-key = کیا پیغام واقعی ہمارا ہے؟ ہماری کلید: { $key }
contact-card-code = کیمرے کے لیے کوڈ۔ اس سے Signal میں ہمارے بوٹ کے ساتھ چیٹ کھلتی ہے۔
