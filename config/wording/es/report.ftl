### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in Spanish, who tells the branch that something happened.
###
### "Tú", and no words that tell a man from a woman. Understood in Spain and in Latin America.

report-discreet-hidden = seguridad, bienestar, proteg, protecc, abus, acos, violen, agres, maltrat, víctim, victim, sobrevivient, supervivient, denunci, quej, apoyo, dignidad, igualdad, polic, mujer, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    Aquí puedes contar algo que ha pasado. Nada llega a nadie hasta que escribas enviar. Nadie lo lee enseguida.
    Quien lo lea no ve tu número, tu nombre ni tu foto.
    Para irte, escribe salir: no se guarda nada. Para ver con quién hablar, escribe teléfonos.
    .discreet =
    Hola. Aquí puedes dejar una nota. No le llega a nadie hasta que escribas enviar, y nadie la recoge enseguida.
    Nadie ve tu número, tu nombre ni tu foto.
    Para irte, escribe salir: no se guarda nada. Escribe limpiar si quieres que los mensajes nuevos desaparezcan en una hora, ocultar para quitar los míos de este teléfono, o números para ver algunos números útiles.

report-danger = Si estás en peligro ahora, llama al { $number }. Si no puedes hablar, llama desde un móvil, escucha y marca { $silent } cuando te lo pidan.
    .discreet = El número de tres cifras que conoces funciona a cualquier hora. Desde un móvil, sin hablar: escucha y marca { $silent } cuando te lo pidan.

report-helplines =
    También puedes hablar con gente de fuera de la sección. Nadie les dice que has escrito aquí.
    { $lines }
    Los horarios pueden cambiar. Para ver esta lista otra vez, escribe teléfonos.
    .discreet =
    Números:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

report-helpline-way =
    {" "}{ $kind ->
        [text] O manda un SMS al { $at }.
        [chat] O por chat en { $at }.
        [email] O escribe a { $at }.
       *[bsl] O en lengua de signos británica en { $at }.
    }

report-danger-bsl = En lengua de signos británica: { $at }

report-danger-text = Si no puedes oír o hablar, también puedes mandar un SMS al { $number }, pero solo desde un teléfono que ya esté registrado allí: para registrarlo, manda { $word } al { $number }.

report-helpline-label = { $name } ({ $about })

report-in-group =
    Esto solo lo ves tú. Lo que acabas de escribir en el grupo lo puede leer todo el mundo allí.
    Si no quieres eso: mantén pulsado el mensaje, elige Eliminar y después Eliminar para todos.
    Si ha pasado algo, puedes contarlo aquí. Escribe avisar. Quien lo lea no ve quién eres.
    Si lo he entendido mal, no tienes que hacer nada.
    .discreet =
    Esto solo lo ves tú. Lo que acabas de escribir en el grupo lo puede leer todo el mundo allí.
    Si no quieres eso: mantén pulsado el mensaje, elige Eliminar y después Eliminar para todos. Puedes escribírmelo a mí aquí.

report-officer-reports =
    Tú también lees mensajes así, por eso conviene que sepas qué podrían notar quienes los leen contigo. Este no te llega a ti. Cuando lo miran, les muestro en qué cargos se lee, y el tuyo no está.
    También saben cómo escribes, y que no hablas de esto. Si eso puede delatarte, elige un equipo en el que no estés, si lo hay, o habla con gente de fuera de la sección: escribe teléfonos.
    .discreet =
    Esta nota no te llega a ti. Las demás personas podrían notarlo: ven en qué cargos se lee, y el tuyo no está. También saben cómo escribes. Si eso importa, elige personas entre las que no estés, si te pregunto. Para hablar con otra gente, escribe números.

report-announcement-dropped = El anuncio que estabas escribiendo se ha descartado. No se ha publicado.

report-kept = He guardado lo que has escrito como comienzo. Primero una pregunta, y después puedes seguir.

## The questions

report-ask-track =
    ¿De qué se trata?
    1. Alguien ha sufrido daño, miedo o presión, o podría pasar
    2. Cómo se comporta alguien en la sección
    3. No lo sé
    Contesta con un número.
    .discreet =
    ¿Qué tipo de nota es?
    1. Personal
    2. Sobre cómo se porta alguien en el grupo
    3. No lo sé
    Contesta con un número.

report-ask-track-again = Contesta con 1, 2 o 3. Si no lo sabes, 3 es una buena respuesta.

report-ask-team =
    ¿Quién debe leerlo?
    { $lines }
    Contesta con un número. Si no lo sabes, contesta 1.

report-ask-team-again = Contesta con un número del 1 al { $most }. Si no lo sabes, contesta 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] una persona ({ $roles })
       *[other] { $readers } personas ({ $roles })
    }

report-ask-about =
    ¿Se trata de alguna de estas personas, o hay alguna que no deba leerlo?
    { $lines }
    Contesta con sus números, por ejemplo { $example }. No se lo daré ni les haré saber que existe, y pido a las demás que no lo cuenten.
    { $known ->
        [all] También puedes escribir un nombre.
        [some] También puedes escribir un nombre. No sé cómo se llaman todas: por si acaso, deja fuera a cualquiera que pueda ser.
       *[none] No sé cómo se llaman. Si sabes un nombre pero no qué hace aquí esa persona, por si acaso deja fuera a cualquiera que pueda ser.
    }
    Si no es ninguna, contesta 0.
    .discreet =
    ¿Hay alguna de estas personas que no deba recibirla?
    { $lines }
    Contesta con sus números, por ejemplo { $example }. No la recibirán ni sabrán de ella por mí, y pido a las demás que no lo cuenten.
    { $known ->
        [all] También puedes escribir un nombre.
        [some] También puedes escribir un nombre. No sé cómo se llaman todas: por si acaso, deja fuera a cualquiera que pueda ser.
       *[none] No sé cómo se llaman. Si sabes un nombre pero no qué hace aquí esa persona, por si acaso deja fuera a cualquiera que pueda ser.
    }
    Si todas pueden leerla, contesta 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    Quiero tener esto claro. Contesta solo con números, por ejemplo { $example }, con un nombre, o 0 si no es nadie.
    { $known ->
        [all] Solo lo leerían las personas de la lista.
       *[other] No sé cómo se llaman todas. Si sabes un nombre pero no qué hace aquí esa persona, por si acaso deja fuera a cualquiera que pueda ser.
    }

report-about-meant =
    ¿Quieres decir { $roles }? Escribe sí, y dejo fuera a quienes acabo de nombrar.
    Si es otra persona, contesta con un número o con otro nombre, o 0 si no es nadie.

report-about-all-but =
    No sé bien cómo lo dices, así que todavía no he dejado fuera a nadie.
    Si { $roles } no debe recibirlo y los demás sí: escribe sí.
    Si solo { $roles } puede recibirlo: contesta con los números de los demás, { $others }.

report-about-some =
    He entendido { $roles }, pero no todo lo demás que has escrito. Si solo es eso, escribe sí, y lo dejo fuera.
    Si hay más personas, contesta con todos los números o nombres, por ejemplo { $example }, o 0 si no es nadie.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (la persona que has nombrado)

report-about-not-sure = Si tienes dudas con alguien, puedes dejar fuera a esa persona. Contesta con sus números, por ejemplo { $example }, o 0 si no es nadie.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } y una persona más)
           *[other] {" "}({ $roles } y { $more } personas más)
        }
    }

report-audience =
    { $readers ->
        [one] Lo leería una persona{ $people }.
       *[other] Lo leerían { $readers } personas{ $people }.
    }

report-audience-moved =
    Ahí ya no queda nadie que pueda leerlo, así que iría a otras personas. { $readers ->
        [one] Lo leería una persona{ $people }.
       *[other] Lo leerían { $readers } personas{ $people }.
    }

report-nobody =
    Lo siento. Aparte de las personas que quieres dejar fuera, aquí no hay nadie que pueda leerlo, así que no puedo pasarlo. No se ha enviado nada a nadie, y nadie lo sabe.
    Para irte, escribe salir.
    .discreet =
    Lo siento, no queda nadie que pueda leerla. No le ha llegado a nadie, y nadie lo sabe. Para irte, escribe salir.

report-no-team =
    Lo siento. En esta sección todavía no hay nadie que lea estos mensajes, así que no puedo pasar nada. No se guarda nada de lo que has escrito.
    .discreet = Lo siento, aquí todavía nadie recoge notas. No se guarda nada de lo que has escrito.

## Writing

report-ask-write =
    { $audience }

    Ahora escribe lo que quieras decirles, con tus palabras, en todos los mensajes que quieras. No hace falta contarlo todo.
    Puedes añadir fotos y archivos PDF. Les quito los datos ocultos, como el lugar donde se hizo una foto.
    Si cambias o eliminas un mensaje en Signal, aquí hago lo mismo.
    Lo que escribes puede mostrar quién eres. También tu voz en una grabación, o lo que se ve en una foto.
    Signal puede saber que tu cuenta me ha escrito. También quien lleva este servidor, que además podría leerlo si lo intentara.
    Cuando termines, escribe fin. Nada llega a nadie antes de que tú lo aceptes.
    .discreet =
    { $audience }

    Ahora escribe tu nota, en todos los mensajes que quieras. También valen fotos y archivos PDF. Les quito dónde y por quién se hicieron.
    Si cambias o eliminas un mensaje en Signal, aquí hago lo mismo.
    Lo que escribes puede mostrar quién eres, y también tu voz o una foto.
    Signal puede saber que me has escrito. También quien lleva este servidor, que además podría leerlo si lo intentara.
    Cuando termines, escribe fin. No le llega a nadie antes de que tú lo aceptes.

report-first-part = Ya lo tengo. Sigue todo el tiempo que quieras, y cuando termines escribe fin.

report-count =
    Hasta ahora tengo { $parts ->
        [one] un mensaje tuyo
       *[other] { $parts } mensajes tuyos
    }. Todavía no le ha llegado nada a nadie.

report-hint = Lo he tomado como parte de lo que quieres contar. Si querías decir { $word }, escribe solo { $word }.

report-part-or-command =
    He puesto eso en lo que estás contando. Todavía no lo tiene nadie. ¿Querías decir la orden { $command }? Mientras escribes esto, no hago ninguna.
    Para sacarlo, mantén pulsado tu mensaje y elimínalo para todos. Después sigue. O escribe salir: entonces no se guarda nada de esto.
    .discreet =
    He puesto eso en tu nota. Todavía no lo tiene nadie. ¿Querías decir la orden { $command }? Mientras escribes una nota, no hago ninguna.
    Para sacarlo, mantén pulsado tu mensaje y elimínalo para todos. Después sigue. O escribe salir: entonces no se guarda nada de la nota.

report-unreadable = No he podido leer eso. Escríbelo con palabras, o manda una foto.

report-voice = Tengo tu grabación. Quien conoce una voz puede reconocerla. Si prefieres escribirlo, elimina la grabación en Signal y yo también la elimino.
    .discreet = Tengo tu grabación. Si prefieres escribirlo, elimina la grabación en Signal y yo también la elimino.

report-file-unsupported = No he podido aceptar uno de los archivos. No conozco ese tipo, así que no puedo quitarle los datos ocultos. Acepto fotos, grabaciones y archivos PDF. Una captura de pantalla suele funcionar, o puedes contar con palabras lo que se ve.
    .discreet = No he podido aceptar uno de los archivos: no conozco ese tipo. Acepto fotos, grabaciones y archivos PDF. Una captura de pantalla suele funcionar, o puedes contar con palabras lo que se ve.

report-file-too-large = Uno de los archivos pasa de 25 MB, y es demasiado grande para mí. Uno más pequeño, o una captura de pantalla, suele funcionar.

report-file-too-many = Había más de 32 archivos en un mensaje, y no he aceptado el resto. Manda esos otra vez, en otro mensaje.

report-file-too-many-pixels = Una de las fotos es demasiado grande y no puedo abrirla. Mándala como foto y no como archivo, o manda una captura de pantalla.

report-file-too-long = Una de las grabaciones dura más de una hora, y no la he aceptado. Mándala en partes más cortas, o cuenta con palabras lo que se oye.

report-file-too-complex = Abrir uno de los archivos lleva demasiado tiempo o memoria, así que no lo he aceptado. Mándalo en partes más pequeñas, o manda capturas de pantalla.

report-file-picture-kind = Una de las imágenes es de un tipo que no puedo abrir, como TIFF, RAW o SVG. Mándala como JPEG o PNG, o manda una captura de pantalla.

report-file-film = No puedo aceptar vídeos. Puedes mandar capturas de pantalla, o contar con palabras lo que se ve. Guarda el vídeo si eso no es un riesgo para ti: puedes decir aquí que lo tienes.
    .discreet = No puedo aceptar vídeos. Puedes mandar capturas de pantalla, o contar con palabras lo que se ve.

report-file-office = Uno de los archivos es un documento de un programa de oficina. No puedo quitarle los nombres ocultos, así que no lo he guardado. Guárdalo como PDF y mándalo así, o manda capturas de pantalla.
    .discreet = Uno de los archivos es un documento de un programa de oficina, y no lo he guardado. Guárdalo como PDF y mándalo así, o manda capturas de pantalla.

report-file-archive = Uno de los archivos es un ZIP u otro archivo comprimido, y no lo he aceptado. Saca lo que tiene dentro y manda eso.

report-file-text = Uno de los archivos es un archivo de texto, y no lo he aceptado. Copia sus palabras en un mensaje para mí.

report-file-empty = Uno de los archivos no tiene nada dentro. Mira si es el que querías, y mándalo otra vez.

report-file-missing = Uno de los archivos no me ha llegado. Mándalo otra vez.

report-file-moved = De la imagen en movimiento he guardado solo el primer cuadro. Si el resto importa, manda capturas de pantalla, o cuenta con palabras lo que se ve.

report-file-pictured = Del PDF he guardado una imagen de cada página. Así no va nada oculto que haya en el archivo. Un lector de pantalla no puede leer imágenes. Si también deben ir las palabras, manda el PDF otra vez y escribe al lado: con texto
    .discreet = Del PDF he guardado una imagen de cada página. Un lector de pantalla no puede leer imágenes. Si también deben ir las palabras, manda el PDF otra vez y escribe al lado: con texto

report-file-encrypted = Uno de los archivos está cerrado con una contraseña. Mándalo sin ella, o manda una captura de pantalla.

report-file-damaged = No he podido abrir uno de los archivos. Mándalo otra vez, o manda una captura de pantalla.

report-file-full = Ya no queda sitio para archivos. Cuenta con palabras lo que hay en los demás.

report-file-again = No esperaba un archivo en ese momento, así que no lo he aceptado. Mándalo ahora otra vez.

report-take-back = No he añadido eso, y nadie ha recibido nada. Para quitar un mensaje tuyo: mantenlo pulsado, elige Eliminar y después Eliminar para todos. Para irte sin que se guarde nada, escribe salir. Si era parte de lo que quieres contar, dilo con otras palabras.

report-removed = He quitado ese mensaje de aquí.

report-removed-late = He quitado ese mensaje de aquí, y he pedido a Signal que lo elimine de los teléfonos de las personas que lo leen. Tiene más de un día, así que puede que se quede allí.
    .discreet = He quitado ese mensaje de aquí. Tiene más de un día, así que puede que se quede donde llegó.

report-changed =
    { $stands ->
        [waits] Lo he cambiado aquí. Todavía no se le ha enviado a nadie, así que solo se leerán las palabras nuevas.
        [late] Paso las palabras nuevas a las personas que leen { $case }, y he pedido a Signal que elimine lo que escribiste antes. Eso tiene más de un día, así que puede que se quede en sus teléfonos.
       *[deleted] Paso las palabras nuevas a las personas que leen { $case }, y he pedido a Signal que elimine de sus teléfonos lo que escribiste antes.
    }
    .discreet =
    { $stands ->
        [waits] Lo he cambiado aquí. Todavía no le ha llegado a nadie, así que solo van las palabras nuevas.
        [late] Paso las palabras nuevas, y he pedido a Signal que elimine lo que escribiste antes. Eso tiene más de un día, así que puede que se quede donde llegó.
       *[deleted] Paso las palabras nuevas, y he pedido a Signal que elimine lo que escribiste antes.
    }

report-change-unknown = Lo que has cambiado no era parte de lo que estás escribiendo aquí, así que no he guardado nada de las palabras nuevas. Si van con ello, mándalas en un mensaje nuevo.

report-timer = En este chat, los mensajes nuevos desaparecen después de un rato. Eso solo vale para este chat: las personas que leen lo que envías lo conservan. Para retirarlo después de enviarlo, escribe borrar.
    .discreet = En este chat, los mensajes nuevos desaparecen después de un rato. Eso solo vale para este chat: lo que sale de aquí se queda donde llegó. Para retirarlo más tarde, escribe borrar.

report-mark = Las marcas en un mensaje, como un pulgar, un corazón o un mensaje fijado, no le llegan a nadie. Si la tuya quería decir algo, escríbelo con palabras.

report-deletion-unknown = El mensaje que has eliminado no era parte de lo que estás escribiendo aquí, así que no ha cambiado nada.

report-too-many =
    Son muchos mensajes en poco tiempo, y en una hora solo puedo recibir unos cuantos. Lo que escribiste antes no se pierde.
    No he podido recibir el último mensaje. Espera un rato y mándalo otra vez. Nadie te está ignorando.
    .discreet =
    Son muchos mensajes en poco tiempo, y en una hora solo puedo recibir unos cuantos. Lo de antes está aquí.
    No he podido recibir el último mensaje. Espera un rato y mándalo otra vez.

report-nothing-yet = Todavía no has escrito nada. Escribe mucho o poco, como quieras, y después escribe fin. Para irte, escribe salir.

report-question-first = Antes de eso, tengo una pregunta.

report-going-on = Sigue todo el tiempo que quieras. Cuando termines, escribe fin.

report-summary =
    Tengo { $parts ->
        [one] un mensaje tuyo
       *[other] { $parts } mensajes tuyos
    }{ $files ->
        [0] {""}
        [one] {" "}con un archivo
       *[other] {" "}con { $files } archivos
    }.

report-unseen = Quien lo lea no verá tu número, tu nombre ni tu foto.

report-left-out = No lo recibe ni sabe de ello por mí: { $roles }.

report-summary-answers = Escribe enviar para mandarlo, o no para seguir escribiendo. Escribe salir para irte, y no se guarda nada.

report-review-unclear = Todavía no le ha llegado nada a nadie. Escribe enviar para mandarlo, o no para seguir escribiendo.

report-added = Lo he añadido. Todavía no le ha llegado nada a nadie. Cuando termines, escribe fin.

report-sent =
    Ya va en camino. Gracias por contarlo. Nadie lo lee enseguida.
    Lo llamo { $case }. Con ese nombre puedes preguntar por ello sin decir quién eres.
    { $readers ->
        [one] Lo recibe una persona, y se le pide que conteste
       *[other] Lo reciben { $readers } personas, y se les pide que contesten
    } en { $hours } horas. La respuesta te llega aquí, de parte del equipo.
    Si nadie ha contestado después de { $later } horas, te lo digo, y digo al siguiente equipo, si lo hay, que alguien está esperando.
    Para ver cómo va, escribe caso. Para retirarlo, escribe borrar. Para añadir algo, empieza tu mensaje con { $case }.
    .discreet =
    Tu nota ya va en camino. Nadie la lee enseguida. La llamo { $case }.
    { $readers ->
        [one] La recibe una persona, y se le pide que conteste
       *[other] La reciben { $readers } personas, y se les pide que contesten
    } en { $hours } horas. La respuesta llega aquí.
    Si nadie ha contestado después de { $later } horas, te lo digo, y digo a las siguientes personas, si las hay, que hay una nota esperando.
    Para ver cómo va, escribe nota. Para retirarla, escribe borrar. Para añadir algo, empieza tu mensaje con { $case }.

report-phrase-offer =
    Una cosa más, solo si la quieres. Si pierdes este teléfono o este número, una frase secreta te deja seguir desde otro.
    Escribe frase y después al menos cuatro palabras tuyas. O usa estas: frase { $example }
    Cualquiera que sepa el nombre y la frase podría leer las respuestas. Guárdala donde solo tú la encuentres, y después elimina tu mensaje.
    .discreet =
    Si alguna vez cambias de teléfono, puedes seguir allí con tu nota. Escribe frase y después al menos cuatro palabras tuyas. O usa estas: frase { $example }
    Guárdalas donde solo tú las encuentres, y después elimina tu mensaje.

report-help =
    Escribe lo que quieras decir, en todos los mensajes que quieras.
    fin: has terminado y quieres ver qué se enviaría
    salir: te vas y no se guarda nada
    ocultar: elimino mis mensajes de este chat y no hablo de esto hasta que escribas al menos las cinco primeras palabras de uno de tus mensajes de aquí
    limpiar: los mensajes nuevos desaparecen aquí en una hora
    recordar: te escribo una vez si no terminas, sin decir de qué se trata. Si no lo pides, no escribo.
    teléfonos: gente de fuera de la sección con quien hablar
    Todavía no le ha llegado nada a nadie.
    .discreet =
    Escribe lo que quieras decir, en todos los mensajes que quieras.
    fin: has terminado
    salir: te vas y no se guarda nada
    ocultar: quito mis mensajes de este teléfono y no hablo de esto hasta que escribas la palabra con la que empezaste
    limpiar: los mensajes nuevos desaparecen aquí en una hora
    recordar: te escribo una vez si no terminas. Si no lo pides, no escribo.
    números: algunos números útiles
    Todavía no le ha llegado nada a nadie.

## Leaving

report-stopped =
    He eliminado lo que habías empezado aquí. No se ha enviado nada a nadie.
    Este chat sigue en tu teléfono. Puedes eliminarlo allí.
    Puedes volver cuando quieras.

report-stopped-hidden =
    Lo que habías empezado ya no está aquí, y no le ha llegado a nadie. También he pedido a Signal que elimine mis mensajes anteriores. Lo que quede en este chat lo puedes eliminar en tu teléfono.

report-erase-which =
    ¿Cuál?
    { $lines }
    Contesta con un número, o no para dejar todo como está.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    ¿Retirar { $case } para siempre?
    Destruiría todo lo que tengo de ello y de ti, y pediría a Signal que elimine lo que recibieron quienes lo leen. Signal no elimina lo que tiene más de un día, más o menos, y la gente recuerda lo que ha leído. Quien lleva este servidor puede tener una copia más antigua.
    Solo se les dice que se ha retirado. Ya no te pueden contestar, y nadie puede deshacerlo.
    Escribe sí para retirarlo, o no para dejarlo.
    .discreet =
    ¿Retirar { $case } para siempre?
    Eliminaría todo lo que tengo de ello, y pediría a Signal que elimine lo que recibieron otras personas. Lo que tiene más de un día, más o menos, se queda con ellas. Quien lleva este servidor puede tener una copia más antigua.
    Solo se les dice que se ha retirado, y nadie puede deshacerlo.
    Escribe sí para retirarlo, o no para dejarlo.

report-erased =
    { $case } ya no está. No tengo nada de ello, ni nada que diga que vino de ti.
    También he pedido a Signal que elimine mis mensajes anteriores de aquí. Lo que quede en este chat lo puedes eliminar en tu teléfono.
    .discreet =
    { $case } ya no está. No tengo nada de ello.
    También he pedido a Signal que elimine mis mensajes anteriores de aquí. Lo que quede en este chat lo puedes eliminar en tu teléfono.

report-erase-kept = No ha cambiado nada. { $case } sigue ahí.

report-erase-draft-only = Lo que enviaste antes sigue ahí. Para retirar eso también, escribe borrar otra vez.

## After sending

report-case =
    { $case }, se envió: { $when }. { $readers ->
        [one] Lo puede leer una persona{ $people }.
       *[other] Lo pueden leer { $readers } personas{ $people }.
    }
    { $progress }
    .discreet =
    { $case }, fecha: { $when }. { $readers ->
        [one] Lo tiene una persona{ $people }.
       *[other] Lo tienen { $readers } personas{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Todavía no ha contestado nadie.
        [reminded] Todavía no ha contestado nadie. Se lo recordé: { $since }.
        [escalated] Todavía no ha contestado nadie. Lo siento. Dije al siguiente equipo que alguien está esperando: { $since }.
        [answered] Su última respuesta: { $since }.
       *[closed] Lo dieron por terminado: { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Todavía no ha contestado nadie.
        [reminded] Todavía no ha contestado nadie. Se lo recordé: { $since }.
        [escalated] Todavía no ha contestado nadie. Lo siento. Dije a las siguientes personas que hay una nota esperando: { $since }.
        [answered] Su última respuesta: { $since }.
       *[closed] Lo dieron por terminado: { $since }.
    }

report-status = Dicen: { $status }

report-until = Todavía puedes recibir respuestas sobre esto aquí hasta: { $when }. Después ya no sé quién lo escribió.
    .discreet = Todavía puedes recibir respuestas sobre esto aquí hasta: { $when }.

report-add-to = Para añadir algo, empieza tu mensaje con { $case }.

report-listening-now = Durante los próximos { $minutes } minutos, lo que escribas aquí va a las personas que leen { $case }. Después, empieza tu mensaje con { $case }.
    .discreet = Durante los próximos { $minutes } minutos, lo que escribas aquí va a las personas que tienen { $case }. Después, empieza tu mensaje con { $case }.

report-did-you-mean = No he pasado nada. ¿Querías decir { $command }? Entonces escríbelo otra vez. Si era para las personas que leen { $case }, empieza tu mensaje con { $case }.
    .discreet = No he pasado nada. ¿Querías decir { $command }? Entonces escríbelo otra vez. Si era para las personas que tienen { $case }, empieza tu mensaje con { $case }.

report-case-none = No sé de nada que hayas enviado desde esta cuenta. Si has enviado algo, escribe su nombre. Desde otro teléfono o número, escribe volver, su nombre y su frase. Si empezaste algo y no lo has enviado, escribe cómo empezaba uno de tus mensajes: cinco palabras o más.

report-nothing-here = Aquí no hay nada que se pueda enviar. Lo que se empieza aquí y no se termina desaparece solo después de { $hours } horas, y no lo recibe nadie.

report-offer =
    { $count ->
        [one] ¿Esto es para las personas que leen { $case }? Escribe sí o no.
       *[other] ¿Esto es para las personas que leen uno de estos?
        { $lines }
        Contesta con su número, o no.
    } Todavía no lo tiene nadie.{ $minutes ->
        [0] {""}
       *[other] {" "}Si es para ellas, también paso lo que escribas después, hasta que hagas una pausa de { $minutes } minutos.
    }
    .discreet =
    { $count ->
        [one] ¿Esto va con { $case }? Escribe sí o no.
       *[other] ¿Esto va con uno de estos?
        { $lines }
        Contesta con su número, o no.
    } Todavía no lo tiene nadie.{ $minutes ->
        [0] {""}
       *[other] {" "}Si es así, también paso lo que escribas después, hasta que hagas una pausa de { $minutes } minutos.
    }

report-offer-more =
    { $count ->
        [one] ¿Todo esto es para las personas que leen { $case }? Escribe sí o no. Todavía no lo tiene nadie.
       *[other] ¿Para las personas que leen cuál? Todavía no lo tiene nadie. Contesta con su número, o no.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] ¿Todo esto va con { $case }? Escribe sí o no. Todavía no lo tiene nadie.
       *[other] ¿Con cuál va? Todavía no lo tiene nadie. Contesta con su número, o no.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    ¿Esto es para las personas que leen { $case }? Todavía no lo tiene nadie.
    1. Sí, pásaselo
    2. No, que no lo reciba nadie
    Contesta con 1 o 2.
    .discreet =
    ¿Esto va con { $case }? Todavía no lo tiene nadie.
    1. Sí, añádelo
    2. No, déjalo fuera
    Contesta con 1 o 2.

report-offer-choice = { $index }. { $case }

report-offer-file = No he podido guardar el archivo hasta que contestes. Mándalo otra vez después.

report-waits-flood = En la última hora han llegado muchísimos mensajes. Para que no se pierda ninguno, las personas que los leen reciben una lista en la que está el tuyo, y pueden abrirlo desde allí. Les mando el tuyo aparte en cuanto haya sitio. No se pierde nada.
    .discreet = En la última hora han llegado muchísimas notas. Por eso la tuya está en una lista que alguien lee, y sigue su camino sola en cuanto haya sitio. No se pierde nada.

report-sent-muted =
    Lo he recibido. Gracias por contarlo. Lo llamo { $case }.
    Una de las personas que leen decidió antes que no reciba nada más de ti. Por eso este espera hasta que otra de ellas lo deje pasar; ya se les ha pedido que lo miren. No se pierde nada.
    Si no tienes noticias, hay gente de fuera de la sección que puede ayudar: escribe teléfonos.
    Para ver cómo va, escribe caso. Para retirarlo, escribe borrar.
    .discreet =
    He recibido tu nota. La llamo { $case }.
    Antes se decidió que no reciba nada más de ti. Por eso esta espera hasta que otra persona la deje pasar; ya se les ha pedido que la miren. No se pierde nada.
    Para ver cómo va, escribe nota. Para retirarla, escribe borrar.

report-muted = Eso no se ha enviado a nadie: una de las personas que leen decidió que no reciba nada más para { $case }. Otra de ellas puede cambiarlo. Para escribir de otra cosa, o a otras personas, escribe avisar.
    .discreet = Eso no se ha enviado a nadie: se decidió que no reciba nada más para { $case }. Otra persona puede cambiarlo.

report-passed-on = Se lo paso a las personas que leen { $case }. Nadie lo lee enseguida.
    .discreet = Se lo paso a las personas que tienen { $case }. Nadie lo lee enseguida.

report-passing-ended =
    No he pasado eso. Desde ahora no paso nada a las personas que leen { $case }, hasta que lo digas otra vez.{ $part ->
        [0] {""}
       *[other] {" "}Para retirar lo último que les llegó: mantén pulsado tu mensaje, elige Eliminar y después Eliminar para todos. Entonces también lo elimino allí, hasta donde Signal lo hace.
    }
    Si era para esas personas, empieza tu mensaje con { $case }.
    .discreet =
    No he pasado eso. Desde ahora no paso nada a las personas que tienen { $case }, hasta que lo digas otra vez.{ $part ->
        [0] {""}
       *[other] {" "}Para retirar lo último que les llegó: mantén pulsado tu mensaje, elige Eliminar y después Eliminar para todos. Entonces también lo elimino allí, hasta donde Signal lo hace.
    }
    Si era para esas personas, empieza tu mensaje con { $case }.

report-passing-goes-on = No he pasado eso. Si era para las personas que leen { $case }, empieza tu mensaje con { $case }. Lo demás que escribas aquí les sigue llegando. Para terminar eso, escribe no.
    .discreet = No he pasado eso. Si era para las personas que tienen { $case }, empieza tu mensaje con { $case }. Lo demás que escribas aquí les sigue llegando. Para terminar eso, escribe no.

report-not-passed-on = No he pasado nada, y no he guardado nada de ello. Si cambias de idea, empieza tu mensaje con { $case }.

report-offer-ended = No he pasado nada de lo último que escribiste, y no he guardado nada de ello. Si era para alguien, escríbelo otra vez.

report-closed = { $case } está terminado, así que no he pasado eso. Para empezar otro, escribe avisar.
    .discreet = { $case } está terminado, así que no he pasado eso. Para empezar otro, escribe la palabra con la que empezaste.

report-nothing-to-send = No hay nada esperando para enviarse. { $case } ha llegado. Para ver cómo va, escribe caso. Para retirarlo, escribe borrar.
    .discreet = No hay nada esperando para enviarse. { $case } ha llegado. Para ver cómo va, escribe nota. Para retirarlo, escribe borrar.

report-case-help =
    Escribe caso para ver cómo va { $case }.
    borrar: retirarlo para siempre
    ocultar: elimino mis mensajes de este chat y no hablo de esto hasta que escribas { $case }
    limpiar: los mensajes nuevos desaparecen aquí en una hora
    contacto: cuándo puedo escribirte sin riesgo
    frase, y después cuatro palabras tuyas: para seguir más tarde desde otro teléfono
    teléfonos: gente de fuera de la sección con quien hablar
    avisar: empezar otro
    .discreet =
    Escribe nota para ver cómo va { $case }.
    borrar: retirarlo para siempre
    ocultar: quito mis mensajes de este teléfono y no hablo de esto hasta que escribas { $case }
    limpiar: los mensajes nuevos desaparecen aquí en una hora
    contacto: cuándo puedo escribirte
    frase, y después cuatro palabras tuyas: para seguir más tarde desde otro teléfono
    números: algunos números útiles

## Traces on the phone

report-hidden = He pedido a Signal que elimine lo que te escribí aquí en el último día. Lo más antiguo, las marcas de que se eliminó algo, este mensaje y los tuyos solo se van cuando elimines el chat en tu teléfono.

report-back = Puedes seguir. Lo que empezaste sigue aquí, y no le ha llegado a nadie.

report-back-short = Aquí escribo poco. Para tenerlo todo completo otra vez, escribe completo.

report-full = Bien. Vuelvo a escribir aquí completo, las respuestas también. Para dejarlo, escribe ocultar.

report-tidy = He pedido a Signal que los mensajes nuevos de este chat desaparezcan una hora después de leerse. Lo que ya está aquí se queda hasta que lo elimines. Para quitar esto, usa los ajustes de este chat en Signal.

## When the bot may write by itself

report-ask-contact =
    Una última pregunta, para no escribir en mal momento. ¿Puedo escribirte aquí cuando haya una respuesta?
    1. Sí, a cualquier hora
    2. Sí, pero solo a ciertas horas
    3. No. Ya vengo yo a mirar
    4. Sí, pero di solo que hay algo. Puede que otra persona mire este teléfono
    Contesta con un número. Hasta que lo hagas, te escribo cuando haya una respuesta.
    .discreet =
    Una última pregunta. ¿Puedo escribir aquí por mi cuenta? Solo diría que hay algo para ti, y lo lees cuando escribas nota.
    1. Sí, a cualquier hora
    2. Sí, pero solo a ciertas horas
    3. No. Ya vengo yo a mirar
    Contesta con un número. Hasta que lo hagas, te escribo cuando haya algo.

report-ask-hours = ¿Entre qué horas? Por ejemplo, de 9 a 15.

report-ask-hours-again = Necesito dos horas. Por ejemplo, de 9 a 15. O escribe nunca, y no escribiré por mi cuenta.

report-contact-any-time = Bien. Escribo cuando haya algo. Para cambiarlo, escribe contacto.

report-contact-hours = Bien. Escribo solo entre { $start } y { $end }. Para cambiarlo, escribe contacto.

report-contact-never =
    Bien. No escribo por mi cuenta. Para ver si hay una respuesta, escribe caso. Para cambiar esto, escribe contacto.
    .discreet = Bien. No escribo por mi cuenta. Para ver si hay algo, escribe nota. Para cambiar esto, escribe contacto.

report-contact-notice = Bien. Solo digo que hay algo. Para leerlo, escribe nota. Para cambiar esto, escribe contacto.

report-notice = Hay algo para ti. Para leerlo, escribe nota.

report-agreed-to-remind = Bien. Si pasa un tiempo y no has terminado, escribo una vez. Para irte, escribe salir.

## Another phone

report-phrase-how = Escribe frase y después al menos cuatro palabras que solo tú sepas, por ejemplo: frase { $example }

report-phrase-ok = Ya está puesta. Desde otro teléfono o número, escríbeme: volver { $case } y después tus palabras. Ahora elimina tu mensaje con las palabras.{ $old ->
        [0] {""}
       *[other] {" "}El mío, con las palabras que propuse, es demasiado antiguo y no lo puedo eliminar. Elimina ese también.
    }

report-phrase-set-already = Ya hay palabras, así que no ha cambiado nada. Para poner otras, escribe frase, las palabras de antes, la palabra nueva, y después las palabras nuevas. Si no las elegiste tú, retira todo escribiendo borrar, y empieza otra vez desde un teléfono que no tenga nadie más.

report-phrase-wrong = Las palabras de antes no coinciden, así que no ha cambiado nada. Míralas otra vez. Las mayúsculas y las comas no importan.

report-phrase-short = Es demasiado corta y sería fácil adivinarla. Usa al menos cuatro palabras.

report-phrase-easy = Sería demasiado fácil de adivinar. Usa cuatro palabras que no tengan nada que ver entre sí.

report-secret = Eso parece una frase secreta, así que nadie la recibe, y no he guardado nada de ella.{ $file ->
        [no] {""}
       *[yes] {" "}Tampoco he guardado el archivo que venía con ella.
    } Elimina tu mensaje. { $sent ->
        [no] Puedes poner una después de enviar.
       *[yes] Para poner una, escribe frase y después las palabras.
    } Si era otra cosa, dilo con otras palabras.

report-resume-how = Escribe volver, después el nombre de lo que enviaste y después tu frase. Por ejemplo: volver amber river 12 y después tus palabras.

report-resume-wrong = Eso no coincide. Mira otra vez el nombre y las palabras. Las mayúsculas y las comas no importan.

report-resume-locked = Ha habido demasiados intentos. Prueba otra vez mañana. No se ha perdido nada.

report-resumed =
    Has vuelto a { $case }. Desde ahora las respuestas llegan aquí, y ya no a donde escribías antes.{ $told ->
        [yes] {" "}Se les dice que sigue desde otro teléfono, pero no de quién es.
       *[no] {""}
    } Elimina tu mensaje con las palabras.

report-moved-away = Hola. En este chat ya no hay nada que hacer. Si no esperabas leer esto, escríbeme otra vez.

## What comes by itself

report-nudge = Hola. Empezaste algo aquí y no has terminado. No hay prisa. Puedes seguir cuando quieras, y si no sigues, desaparece solo { $hours } horas después de tu último mensaje.

## What of a message did not come along

report-mention-instead = [aquí se mencionó a alguien con @; el nombre no ha llegado]

report-mention-unknown = Has mencionado a alguien con @, y no puedo ver qué nombre viste tú. Escríbelo, para que quede claro a quién te refieres.
    .discreet = No puedo ver uno de los nombres. Escríbelo.

report-object-lost = Algo de ese mensaje no era texto, y no ha llegado. Si importa, escríbelo con palabras o manda una foto.

report-file-beside = De ese mensaje solo he leído las palabras, y no he guardado el archivo. Si importa, mándalo otra vez solo.

report-quote-lost = Lo que has citado no va con tu mensaje, solo lo que has escrito tú. Si importa, escríbelo con palabras.

report-uncovered = Has tapado algunas palabras. No puedo mantenerlas tapadas: van como texto normal.

report-deletion-late = El mensaje que has eliminado no era parte de lo que salió de aquí, así que no ha cambiado nada. Para retirar lo que mandaste, escribe borrar.

report-view-once = Mandaste eso para que se viera una sola vez. Lo guardo con el resto de lo que mandaste. Si no quieres eso, elimina el mensaje en Signal y yo también lo elimino.

report-language-seen = Se ve en qué idioma escribes. Puede que te contesten en otro: yo no traduzco nada.
