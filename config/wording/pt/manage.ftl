### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in Portuguese.

help-report = Se aconteceu algo que não devia acontecer, escreva contar. Pode contar-nos aqui, e quem lê não vê quem é. Nada é enviado até você dizer. Para tirar as minhas mensagens deste telefone, escreva esconder.

help-member =
    Publico o que o núcleo anuncia: reuniões, agendas e mudanças.
    { $attending }
    Não publico para os membros, e o que escreve aqui não aparece nos grupos.
    Se deve poder publicar para um núcleo, escreva perfil.

whoami =
    { $role ->
        [admin] Aqui pode publicar. O código da sua conta está na mensagem seguinte.
       *[member] O código da sua conta está na mensagem seguinte. Dê-o a quem cuida deste bot, se essa pessoa quiser que publique aqui.
    } Não é o seu número de telefone, e ninguém pode ligar-lhe com ele.

fallback-thanks = De nada. Para ver o que sei fazer, escreva ajuda.

fallback-still-waiting = Não sei bem o que quer dizer, por isso ainda não fiz nada. Estou à espera de um sim ou de um não à minha última pergunta.

fallback-nothing-open = Não há nada à espera da sua resposta. Para ver o que sei fazer, escreva ajuda.

fallback-member =
    { $sent ->
        [file] Sou só um bot. Aqui não posso ver fotos nem ouvir gravações, por isso ninguém tem isso.
       *[words] Sou só um bot, e não entendi isso. Ninguém leu.
    } Para ver o que sei fazer, escreva ajuda.

fallback-reach =
    { $teams ->
        [no] Para ver com quem pode falar, escreva telefones.
       *[yes] Para contar a alguém daqui, em confiança, que aconteceu alguma coisa, escreva contar.
    }{ $who ->
        [official] {" "}Para acrescentar algo ao que já enviou assim, comece a mensagem com o nome disso.
       *[member] {""}
    }

fallback-edit = Mudou uma mensagem que eu já tinha lido, e ninguém leu as palavras novas. Se são para mim, mande-as numa mensagem nova.

fallback-did-you-mean = Não entendi isso, por isso não fiz nada. Queria dizer { $command }? Então comece a mensagem com essa palavra.

enough = São muitas mensagens em pouco tempo, por isso faço aqui uma pausa e por agora não recebo nada novo. Não há nada de mal, e o que veio antes não se perde. Escreva outra vez daqui a uma hora.

dead-letter-sender =
    Alguma coisa falhou aqui com uma mensagem sua, e não pude fazer nada com ela. A culpa não foi sua.
    Mande-a outra vez, talvez com outras palavras. Não contei a ninguém o que escreveu.

unreadable-kind =
    Isso é uma coisa que não consigo ler, como um contacto, uma sondagem (enquete) ou um pagamento. Não contei a ninguém.
    Se era para mim, escreva isso como uma mensagem de texto normal.

call-not-taken = Não me podem ligar. Ninguém ouviu, e ninguém fica a saber. Só leio o que se escreve aqui. Escreva ajuda para ver o que pode escrever.

unreadable-lost =
    Chegou-me uma mensagem sua, mas não consegui abri-la. A culpa não foi sua. Se hoje não me escreveu, não precisa de fazer nada.
    Se escreveu e não respondi, escreva outra vez como uma mensagem de texto normal.
