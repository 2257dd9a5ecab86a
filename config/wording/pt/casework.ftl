### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Portuguese.

casework-answer =
    Da equipa, sobre { $case }:

    { $text }
    .discreet =
    Sobre { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] Sobre { $case }: a equipa deu isto por terminado.
        [one] Sobre { $case }: a equipa deu isto por terminado. Se não está certo, escreva aqui antes de passar um dia.
       *[other] Sobre { $case }: a equipa deu isto por terminado. Se não está certo, escreva aqui antes de passarem { $days } dias.
    }

casework-reopened-reporter = Sobre { $case }: a equipa abriu isto outra vez.

casework-escalated-reporter =
    Sobre { $case }: a partir de agora outra equipa cuida disto. { $count ->
        [0] Não lê isto ninguém que não pudesse ler antes.
        [one] Agora mais uma pessoa lê isto.
       *[other] Agora mais { $count } pessoas leem isto.
    } Não sabem quem é. Para ver como está, escreva caso.

casework-escalation-reporter =
    Sobre { $case }: o que escreveu ainda está à espera de resposta, e lamento. Não está esquecido. { $next ->
        [told] Digo à equipa seguinte que há algo à espera, não o que diz.
       *[nobody] Não há mais ninguém a quem possa dizer. Continuo a lembrar a equipa.
    }

casework-unreached-reporter = Sobre { $case }: o que enviou ainda não chegou a ninguém, e lamento. Está guardado aqui. Continuo a tentar, e não precisa de mandar outra vez.
