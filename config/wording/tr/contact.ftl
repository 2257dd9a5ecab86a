### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Bize Signal’den yazın
contact-card-about = Bir sonraki toplantının ne zaman olduğunu botumuza sorun. Her değişikliği de haber verir. Signal ücretsiz bir mesaj uygulamasıdır.
contact-card-scan = Telefonunuzun kamerasını koda tutun. Signal açılır.
contact-card-report = Size ya da başkasına bir şey mi oldu? { $word } kelimesini gönderin. Okuyanlar kim olduğunuzu görmez.
contact-card-notice = Kimse hemen okumaz. Tehlikedeyseniz acil numarayı arayın.
contact-card-page = Toplantılar: { $page }
contact-card-key = Bir mesaj gerçekten bizden mi? Anahtarımız: { $key }
contact-card-code = Kamera için kod. Signal’de botumuzla bir sohbet açar.
