### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = اكتب إلينا في Signal
contact-card-about = اسأل البوت عن موعد الاجتماع القادم، وسيخبرك بكل تغيير. Signal تطبيق رسائل مجاني.
contact-card-scan = وجّه كاميرا هاتفك إلى الرمز، فيُفتح Signal.
contact-card-report = هل حدث شيء لك أو لغيرك؟ أرسل كلمة { $word }. من يقرؤها لا يرى من أنت.
contact-card-notice = لا أحد يقرؤها فوراً. عند الخطر اتصل برقم الطوارئ.
contact-card-page = الاجتماعات: { $page }
contact-card-key = هل الرسالة منّا حقًّا؟ مفتاحنا: { $key }
contact-card-code = رمز للكاميرا. يفتح محادثة مع البوت في Signal.
