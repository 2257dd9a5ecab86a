### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Escríbenos en Signal
contact-card-about = Pregunta a nuestro bot cuándo es la próxima reunión y te avisará de cada cambio. Signal es una aplicación gratuita de mensajes.
contact-card-scan = Apunta la cámara del móvil al código. Se abre Signal.
contact-card-report = ¿Te ha pasado algo a ti o a otra persona? Envía la palabra { $word }. Quienes lo leen no ven quién eres.
contact-card-notice = Nadie lo lee al momento. Si hay peligro, llama al número de emergencias.
contact-card-page = Reuniones: { $page }
contact-card-key = ¿Es de verdad nuestro un mensaje? Nuestra clave: { $key }
contact-card-code = Código para la cámara. Abre un chat con nuestro bot en Signal.
