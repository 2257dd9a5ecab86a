### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Signal-এ আমাদের লিখুন
contact-card-about = পরের সভা কখন, আমাদের বটকে জিজ্ঞেস করুন। কিছু বদলালে সে তাও জানায়। Signal একটি বিনামূল্যের মেসেজ অ্যাপ।
contact-card-scan = আপনার ফোনের ক্যামেরা কোডের দিকে ধরুন। Signal খুলবে।
contact-card-report = আপনার বা অন্য কারও সঙ্গে কিছু ঘটেছে? { $word } শব্দটি পাঠান। যাঁরা পড়েন, তাঁরা দেখেন না আপনি কে।
contact-card-notice = কেউ সঙ্গে সঙ্গে পড়ে না। বিপদে থাকলে জরুরি নম্বরে ফোন করুন।
contact-card-page = সভা: { $page }
contact-card-key = বার্তাটি কি সত্যিই আমাদের? আমাদের চাবি: { $key }
contact-card-code = ক্যামেরার জন্য কোড। এটি Signal-এ আমাদের বটের সঙ্গে চ্যাট খোলে।
