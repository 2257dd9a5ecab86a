### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Spanish.

casework-answer =
    Del equipo, sobre { $case }:

    { $text }
    .discreet =
    Sobre { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] Sobre { $case }: el equipo lo ha dado por terminado.
        [one] Sobre { $case }: el equipo lo ha dado por terminado. Si no es así, escribe aquí antes de que pase un día.
       *[other] Sobre { $case }: el equipo lo ha dado por terminado. Si no es así, escribe aquí antes de que pasen { $days } días.
    }

casework-reopened-reporter = Sobre { $case }: el equipo lo ha abierto otra vez.

casework-escalated-reporter =
    Sobre { $case }: desde ahora lo lleva otro equipo. { $count ->
        [0] No lo lee nadie que no pudiera leerlo antes.
        [one] Ahora lo lee una persona más.
       *[other] Ahora lo leen { $count } personas más.
    } No saben quién eres. Para ver cómo va, escribe caso.

casework-escalation-reporter =
    Sobre { $case }: lo que escribiste todavía espera una respuesta, y lo siento. No está olvidado. { $next ->
        [told] Digo al siguiente equipo que hay algo esperando, no lo que dice.
       *[nobody] No hay nadie más a quien pueda decírselo. Se lo sigo recordando al equipo.
    }

casework-unreached-reporter = Sobre { $case }: lo que enviaste todavía no le ha llegado a nadie, y lo siento. Está guardado aquí. Lo sigo intentando, y no hace falta que lo mandes otra vez.
