### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in Spanish.

help-report = Si ha pasado algo que no tenía que pasar, escribe avisar. Nos lo puedes contar aquí, y quienes lo leen no ven quién eres. No se envía nada hasta que tú lo digas. Para quitar mis mensajes de este teléfono, escribe ocultar.

help-member =
    Publico lo que anuncia la sección: reuniones, órdenes del día y cambios.
    { $attending }
    No publico para los miembros, y lo que escribes aquí no se ve en los grupos.
    Si tienes que poder publicar para una sección, escribe perfil.

whoami =
    { $role ->
        [admin] Aquí tienes permiso para publicar. El código de tu cuenta está en el mensaje siguiente.
       *[member] El código de tu cuenta está en el mensaje siguiente. Dáselo a quien lleva este bot, si tiene que darte permiso para publicar.
    } No es tu número de teléfono, y nadie puede llamarte con él.

fallback-thanks = Con mucho gusto. Para ver lo que puedo hacer, escribe ayuda.

fallback-still-waiting = No sé muy bien qué quieres decir, así que todavía no he hecho nada. Espero un sí o un no a lo último que pregunté.

fallback-nothing-open = No hay nada esperando tu respuesta. Para ver lo que puedo hacer, escribe ayuda.

fallback-member =
    { $sent ->
        [file] Solo soy un bot. Aquí no puedo mirar fotos ni escuchar grabaciones, así que eso no lo tiene nadie.
       *[words] Solo soy un bot, y no he entendido eso. No lo ha leído nadie.
    } Para ver lo que puedo hacer, escribe ayuda.

fallback-reach =
    { $teams ->
        [no] Para ver con quién puedes hablar, escribe teléfonos.
       *[yes] Para contar a alguien de aquí, en confianza, que ha pasado algo, escribe avisar.
    }{ $who ->
        [official] {" "}Para añadir algo a lo que ya enviaste así, empieza tu mensaje con su nombre.
       *[member] {""}
    }

fallback-edit = Has cambiado un mensaje que yo ya había leído, y nadie ha leído las palabras nuevas. Si son para mí, mándalas en un mensaje nuevo.

fallback-did-you-mean = No he entendido eso, así que no he hecho nada. ¿Querías decir { $command }? Entonces empieza tu mensaje con esa palabra.

enough = Son muchos mensajes en poco tiempo, así que hago una pausa y por un rato no recibo nada nuevo. No pasa nada malo, y lo de antes no se pierde. Escribe otra vez dentro de una hora.

dead-letter-sender =
    Algo ha fallado aquí con un mensaje tuyo, y no he podido hacer nada con él. No ha sido culpa tuya.
    Mándalo otra vez, quizá con otras palabras. No he contado a nadie lo que escribiste.

unreadable-kind =
    Eso es algo que no puedo leer, como un contacto, una encuesta o un pago. No se lo he contado a nadie.
    Si era para mí, escríbelo como un mensaje de texto normal.

call-not-taken = A mí no se me puede llamar. Nadie lo ha oído, y no se le dice a nadie. Solo leo lo que se escribe aquí. Escribe ayuda para ver qué puedes escribir.

unreadable-lost =
    Me ha llegado un mensaje tuyo, pero no he podido abrirlo. No ha sido culpa tuya. Si hoy no me has escrito, no tienes que hacer nada.
    Si me has escrito y no he contestado, escríbelo otra vez como un mensaje de texto normal.
