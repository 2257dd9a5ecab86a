### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in Portuguese, who tells the branch that something happened.
###
### The spelling of Portugal, and words that are understood in Brazil. "Você" without the word: "escreva",
### "pode". No words that tell a man from a woman. What is said of a person is said of "quem lê".

report-discreet-hidden = segurança, seguranca, bem-estar, proteg, proteção, protecao, abus, assédi, assedi, violên, violen, agress, maltrat, vítim, vitim, sobrevivent, denúnci, denunci, queix, reclamaç, apoio, dignidade, igualdade, políci, polici, mulher, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    Aqui pode contar algo que aconteceu. Nada chega a ninguém até escrever enviar. Ninguém lê logo.
    Quem ler não vê o seu número, nome ou foto.
    Para sair, escreva sair: nada fica guardado. Para ver com quem falar, escreva telefones.
    .discreet =
    Olá. Aqui pode deixar uma nota. Não chega a ninguém até escrever enviar, e ninguém a recolhe logo.
    Ninguém vê o seu número, nome ou foto.
    Para sair, escreva sair: nada fica guardado. Escreva limpar para as novas mensagens desaparecerem ao fim de uma hora, esconder para tirar as minhas deste telefone, ou números para ver alguns números úteis.

report-danger = Se está em perigo agora, ligue { $number }. Se não pode falar, ligue de um telemóvel (celular), ouça e marque { $silent } quando pedirem.
    .discreet = O número de três algarismos que conhece funciona a qualquer hora. De um telemóvel (celular), sem falar: ouça e marque { $silent } quando pedirem.

report-helplines =
    Também pode falar com pessoas de fora do núcleo. Ninguém lhes diz que escreveu aqui.
    { $lines }
    Os horários podem mudar. Para ver esta lista outra vez, escreva telefones.
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
        [text] Ou mande um SMS para { $at }.
        [chat] Ou por chat em { $at }.
        [email] Ou escreva para { $at }.
       *[bsl] Ou em língua gestual britânica (língua de sinais) em { $at }.
    }

report-danger-bsl = Em língua gestual britânica (língua de sinais): { $at }

report-danger-text = Se não pode ouvir ou falar, também pode mandar um SMS para { $number }, mas só de um telefone que já esteja registado lá: para o registar, mande { $word } para { $number }.

report-helpline-label = { $name } ({ $about })

report-in-group =
    Só você vê isto. O que acabou de escrever no grupo pode ser lido por todas as pessoas de lá.
    Se não quer isso: toque na mensagem e mantenha o dedo nela, escolha Eliminar e depois a opção de eliminar para todos.
    Se aconteceu alguma coisa, pode contar aqui. Escreva contar. Quem ler não vê quem é.
    Se entendi mal, não precisa de fazer nada.
    .discreet =
    Só você vê isto. O que acabou de escrever no grupo pode ser lido por todas as pessoas de lá.
    Se não quer isso: toque na mensagem e mantenha o dedo nela, escolha Eliminar e depois a opção de eliminar para todos. Pode escrever-me isso aqui.

report-officer-reports =
    Também lê mensagens destas, por isso é bom saber o que as outras pessoas que as leem podem notar. Esta não chega até si. Quando olham para ela, mostro em que funções é lida, e a sua não está lá.
    Também sabem como escreve, e que não fala disto. Se isso puder revelar quem é, escolha uma equipa em que não esteja, se houver, ou fale com pessoas de fora do núcleo: escreva telefones.
    .discreet =
    Esta nota não chega até si. As outras pessoas podem notar: veem em que funções é lida, e a sua não está lá. Também sabem como escreve. Se isso importar, escolha pessoas entre as quais não esteja, se eu perguntar. Para falar com outras pessoas, escreva números.

report-announcement-dropped = O anúncio que estava a escrever foi posto de lado. Não foi publicado.

report-kept = Guardei o que escreveu como começo. Primeiro uma pergunta, depois pode continuar.

## The questions

report-ask-track =
    De que se trata?
    1. Alguém sofreu algum mal, medo ou pressão, ou isso pode acontecer
    2. Como alguém se comporta no núcleo
    3. Não sei
    Responda com um número.
    .discreet =
    Que tipo de nota é?
    1. Pessoal
    2. Sobre como alguém se comporta no grupo
    3. Não sei
    Responda com um número.

report-ask-track-again = Responda com 1, 2 ou 3. Se não sabe, 3 é uma boa resposta.

report-ask-team =
    Quem deve ler?
    { $lines }
    Responda com um número. Se não sabe, responda 1.

report-ask-team-again = Responda com um número de 1 a { $most }. Se não sabe, responda 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] uma pessoa ({ $roles })
       *[other] { $readers } pessoas ({ $roles })
    }

report-ask-about =
    É sobre alguma destas pessoas, ou há alguma que não deva ler?
    { $lines }
    Responda com os números, por exemplo { $example }. Não lhes dou isto nem as deixo saber que existe, e peço às outras que não contem a ninguém.
    { $known ->
        [all] Também pode escrever um nome.
        [some] Também pode escrever um nome. Não sei o nome de todas: por precaução, deixe de fora quem quer que possa ser.
       *[none] Não sei os nomes. Se sabe um nome mas não o que essa pessoa faz aqui, por precaução deixe de fora quem quer que possa ser.
    }
    Se não for nenhuma, responda 0.
    .discreet =
    Há alguma destas pessoas que não deva receber a nota?
    { $lines }
    Responda com os números, por exemplo { $example }. Não a recebem nem sabem dela por mim, e peço às outras que não contem a ninguém.
    { $known ->
        [all] Também pode escrever um nome.
        [some] Também pode escrever um nome. Não sei o nome de todas: por precaução, deixe de fora quem quer que possa ser.
       *[none] Não sei os nomes. Se sabe um nome mas não o que essa pessoa faz aqui, por precaução deixe de fora quem quer que possa ser.
    }
    Se todas puderem ler, responda 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    Quero ter a certeza. Responda só com números, por exemplo { $example }, com um nome, ou 0 se não for ninguém.
    { $known ->
        [all] Só as pessoas da lista leriam.
       *[other] Não sei o nome de todas. Se sabe um nome mas não o que essa pessoa faz aqui, por precaução deixe de fora quem quer que possa ser.
    }

report-about-meant =
    Quer dizer { $roles }? Escreva sim, e deixo de fora tudo o que acabei de nomear.
    Se for outra pessoa, responda com um número ou com outro nome, ou 0 se não for ninguém.

report-about-all-but =
    Não sei bem como quer dizer isso, por isso ainda não deixei ninguém de fora.
    Se { $roles } não deve receber isto e todas as outras pessoas podem: escreva sim.
    Se só { $roles } pode receber isto: responda com os números das outras pessoas, { $others }.

report-about-some =
    Entendi { $roles }, mas não tudo o resto que escreveu. Se for só isso, escreva sim, e deixo de fora.
    Se houver mais pessoas, responda com todos os números ou nomes, por exemplo { $example }, ou 0 se não for ninguém.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (a pessoa que nomeou)

report-about-not-sure = Se tem dúvidas sobre alguém, pode deixar essa pessoa de fora. Responda com os números, por exemplo { $example }, ou 0 se não for ninguém.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } e mais uma pessoa)
           *[other] {" "}({ $roles } e mais { $more } pessoas)
        }
    }

report-audience =
    { $readers ->
        [one] Uma pessoa leria isto{ $people }.
       *[other] { $readers } pessoas leriam isto{ $people }.
    }

report-audience-moved =
    Já não há lá ninguém que possa ler, por isso iria para outras pessoas. { $readers ->
        [one] Uma pessoa leria isto{ $people }.
       *[other] { $readers } pessoas leriam isto{ $people }.
    }

report-nobody =
    Lamento. Além das pessoas que quer deixar de fora, não há aqui ninguém que possa ler, por isso não posso passar isto. Nada foi enviado a ninguém, e ninguém ficou a saber.
    Para sair, escreva sair.
    .discreet =
    Lamento, não há mais ninguém que possa ler. Não chegou a ninguém, e ninguém ficou a saber. Para sair, escreva sair.

report-no-team =
    Lamento. Este núcleo ainda não tem ninguém que leia estas mensagens, por isso não posso passar nada. Nada do que escreveu fica guardado.
    .discreet = Lamento, ainda ninguém recolhe notas aqui. Nada do que escreveu fica guardado.

## Writing

report-ask-write =
    { $audience }

    Agora escreva o que quer dizer, com as suas palavras, em quantas mensagens quiser. Não precisa de contar tudo.
    Pode acrescentar fotos e PDF. Retiro os dados escondidos, como o lugar onde uma foto foi tirada.
    Se mudar ou apagar uma mensagem no Signal, faço o mesmo aqui.
    O que escreve pode ainda mostrar quem é. A sua voz numa gravação, ou o que se vê numa foto, também.
    O Signal pode saber que a sua conta me escreveu. Quem cuida deste servidor também, e poderia ler isto se tentasse.
    Quando acabar, escreva fim. Nada chega a ninguém antes de concordar.
    .discreet =
    { $audience }

    Agora escreva a sua nota, em quantas mensagens quiser. Fotos e PDF também servem. Retiro deles onde e por quem foram feitos.
    Se mudar ou apagar uma mensagem no Signal, faço o mesmo aqui.
    O que escreve pode ainda mostrar quem é, e a sua voz ou uma foto também.
    O Signal pode saber que me escreveu. Quem cuida deste servidor também, e poderia ler isto se tentasse.
    Quando acabar, escreva fim. Não chega a ninguém antes de concordar.

report-first-part = Já tenho. Continue o tempo que quiser, e quando acabar escreva fim.

report-count =
    Até agora tenho { $parts ->
        [one] uma mensagem sua
       *[other] { $parts } mensagens suas
    }. Ainda nada chegou a ninguém.

report-hint = Tomei isso como parte do que quer dizer. Se queria dizer { $word }, escreva só { $word }.

report-part-or-command =
    Pus isso no que está a contar. Ainda ninguém o tem. Queria dizer o comando { $command }? Enquanto escreve isto, não faço nenhum.
    Para o tirar, toque na sua mensagem, mantenha o dedo nela e elimine para todos. Depois continue. Ou escreva sair: então nada disto fica guardado.
    .discreet =
    Pus isso na sua nota. Ainda ninguém o tem. Queria dizer o comando { $command }? Enquanto escreve uma nota, não faço nenhum.
    Para o tirar, toque na sua mensagem, mantenha o dedo nela e elimine para todos. Depois continue. Ou escreva sair: então nada da nota fica guardado.

report-unreadable = Não consegui ler isso. Escreva por palavras, ou mande uma foto.

report-voice = Tenho a sua gravação. Quem conhece uma voz pode reconhecê-la. Se preferir escrever, apague a gravação no Signal e eu apago-a também.
    .discreet = Tenho a sua gravação. Se preferir escrever, apague a gravação no Signal e eu apago-a também.

report-file-unsupported = Não pude aceitar um dos anexos. É de um tipo que não conheço, por isso não posso retirar os dados escondidos. Aceito fotos, gravações e PDF. Uma imagem do que se vê no telefone muitas vezes funciona, ou pode dizer por palavras o que mostra.
    .discreet = Não pude aceitar um dos anexos: não conheço o tipo. Aceito fotos, gravações e PDF. Uma imagem do que se vê no telefone muitas vezes funciona, ou pode dizer por palavras o que mostra.

report-file-too-large = Um dos anexos tem mais de 25 MB, e é grande demais para mim. Um mais pequeno, ou uma imagem do que se vê no telefone, muitas vezes funciona.

report-file-too-many = Havia mais de 32 anexos numa mensagem, e não aceitei o resto. Mande esses outra vez, noutra mensagem.

report-file-too-many-pixels = Uma das fotos é grande demais para eu abrir. Mande-a como foto e não como documento, ou mande uma imagem do que se vê no telefone.

report-file-too-long = Uma das gravações tem mais de uma hora, e não a aceitei. Mande-a em partes mais curtas, ou diga por palavras o que se ouve.

report-file-too-complex = Abrir um dos anexos leva tempo ou memória demais, por isso não o aceitei. Mande-o em partes mais pequenas, ou mande imagens do que se vê no telefone.

report-file-picture-kind = Uma das imagens é de um tipo que não consigo abrir, como TIFF, RAW ou SVG. Mande-a como JPEG ou PNG, ou mande uma imagem do que se vê no telefone.

report-file-film = Não posso aceitar vídeos. Pode mandar imagens do que se vê no telefone, ou dizer por palavras o que mostra. Guarde o vídeo se isso não for um risco para si: pode dizer aqui que o tem.
    .discreet = Não posso aceitar vídeos. Pode mandar imagens do que se vê no telefone, ou dizer por palavras o que mostra.

report-file-office = Um dos anexos é um documento de um programa de escritório. Não posso retirar os nomes escondidos, por isso não o guardei. Guarde-o como PDF e mande esse, ou mande imagens do que se vê no telefone.
    .discreet = Um dos anexos é um documento de um programa de escritório, e não o guardei. Guarde-o como PDF e mande esse, ou mande imagens do que se vê no telefone.

report-file-archive = Um dos anexos é um ZIP ou parecido, e não o aceitei. Tire o que está lá dentro e mande isso.

report-file-text = Um dos anexos é um documento só de texto, e não o aceitei. Copie as palavras para uma mensagem para mim.

report-file-empty = Um dos anexos não tem nada dentro. Veja se é o certo, e mande-o outra vez.

report-file-missing = Um dos anexos não me chegou. Mande-o outra vez.

report-file-moved = Da imagem em movimento guardei só a primeira imagem. Se o resto importar, mande imagens do que se vê no telefone, ou diga por palavras o que mostra.

report-file-pictured = Do PDF guardei uma imagem de cada página. Assim não vai nada escondido que esteja nele. Um leitor de ecrã (leitor de tela) não lê imagens. Se as palavras também devem ir, mande o PDF outra vez e escreva ao lado: com texto
    .discreet = Do PDF guardei uma imagem de cada página. Um leitor de ecrã (leitor de tela) não lê imagens. Se as palavras também devem ir, mande o PDF outra vez e escreva ao lado: com texto

report-file-encrypted = Um dos anexos está fechado com uma senha. Mande-o sem ela, ou mande uma imagem do que se vê no telefone.

report-file-damaged = Não consegui abrir um dos anexos. Mande-o outra vez, ou mande uma imagem do que se vê no telefone.

report-file-full = Já não há espaço para anexos. Diga por palavras o que os outros mostram.

report-file-again = Não esperava um anexo nesse momento, por isso não o aceitei. Mande-o outra vez agora.

report-take-back = Não acrescentei isso, e ninguém recebeu nada. Para tirar uma mensagem sua: mantenha-a premida, escolha Eliminar e depois Eliminar para todos. Para sair sem que nada fique guardado, escreva sair. Se fazia parte do que quer contar, diga-o por outras palavras.

report-removed = Retirei essa mensagem daqui.

report-removed-late = Retirei essa mensagem daqui, e pedi ao Signal para a apagar dos telefones das pessoas que a leem. Tem mais de um dia, por isso pode ficar lá.
    .discreet = Retirei essa mensagem daqui. Tem mais de um dia, por isso pode ficar onde chegou.

report-changed =
    { $stands ->
        [waits] Já mudei aqui. Ainda não foi enviado a ninguém, por isso só se leem as palavras novas.
        [late] Passo as palavras novas às pessoas que leem { $case }, e pedi ao Signal para apagar o que escreveu antes. Isso tem mais de um dia, por isso pode ficar nos telefones dessas pessoas.
       *[deleted] Passo as palavras novas às pessoas que leem { $case }, e pedi ao Signal para apagar dos telefones dessas pessoas o que escreveu antes.
    }
    .discreet =
    { $stands ->
        [waits] Já mudei aqui. Ainda não chegou a ninguém, por isso só vão as palavras novas.
        [late] Passo as palavras novas, e pedi ao Signal para apagar o que escreveu antes. Isso tem mais de um dia, por isso pode ficar onde chegou.
       *[deleted] Passo as palavras novas, e pedi ao Signal para apagar o que escreveu antes.
    }

report-change-unknown = O que mudou não fazia parte do que está a escrever aqui, por isso não guardei nada das palavras novas. Se fazem parte disto, mande-as numa mensagem nova.

report-timer = Nesta conversa, as novas mensagens desaparecem ao fim de algum tempo. Isso é só nesta conversa: as pessoas que leem o que envia ficam com isso. Para retirar depois de enviar, escreva apagar.
    .discreet = Nesta conversa, as novas mensagens desaparecem ao fim de algum tempo. Isso é só nesta conversa: o que sai daqui fica onde chegou. Para retirar mais tarde, escreva apagar.

report-mark = As marcas numa mensagem, como um polegar, um coração ou uma mensagem fixada, não chegam a ninguém. Se a sua queria dizer alguma coisa, escreva por palavras.

report-deletion-unknown = A mensagem que apagou não fazia parte do que está a escrever aqui, por isso nada mudou.

report-too-many =
    São muitas mensagens em pouco tempo, e numa hora só posso receber algumas. O que escreveu antes não se perde.
    Não pude receber a última mensagem. Espere um pouco e mande-a outra vez. Ninguém está a ignorar o que escreve.
    .discreet =
    São muitas mensagens em pouco tempo, e numa hora só posso receber algumas. O que veio antes está aqui.
    Não pude receber a última mensagem. Espere um pouco e mande-a outra vez.

report-nothing-yet = Ainda não escreveu nada. Escreva muito ou pouco, como quiser, e depois escreva fim. Para sair, escreva sair.

report-question-first = Antes disso, tenho uma pergunta.

report-going-on = Continue o tempo que quiser. Quando acabar, escreva fim.

report-summary =
    Tenho { $parts ->
        [one] uma mensagem sua
       *[other] { $parts } mensagens suas
    }{ $files ->
        [0] {""}
        [one] {" "}com um anexo
       *[other] {" "}com { $files } anexos
    }.

report-unseen = Quem ler não vai ver o seu número, nome ou foto.

report-left-out = Não recebe isto nem sabe disto por mim: { $roles }.

report-summary-answers = Escreva enviar para mandar, ou não para continuar a escrever. Escreva sair para sair, e nada fica guardado.

report-review-unclear = Ainda nada chegou a ninguém. Escreva enviar para mandar, ou não para continuar a escrever.

report-added = Já acrescentei isso. Ainda nada chegou a ninguém. Quando acabar, escreva fim.

report-sent =
    Já vai a caminho. Agradecemos que tenha contado. Ninguém lê logo.
    Dou a isto o nome { $case }. Com esse nome pode perguntar sem dizer quem é.
    { $readers ->
        [one] Uma pessoa recebe isto, com o pedido de responder
       *[other] { $readers } pessoas recebem isto, com o pedido de responder
    } em { $hours } horas. A resposta chega aqui, da parte da equipa.
    Se ninguém tiver respondido ao fim de { $later } horas, digo-lhe isso, e digo à equipa seguinte, se houver, que há alguém à espera.
    Para ver como está, escreva caso. Para retirar tudo, escreva apagar. Para acrescentar algo, comece a mensagem com { $case }.
    .discreet =
    A sua nota já foi. Ninguém a lê logo. Dou-lhe o nome { $case }.
    { $readers ->
        [one] Uma pessoa recebe a nota, com o pedido de responder
       *[other] { $readers } pessoas recebem a nota, com o pedido de responder
    } em { $hours } horas. A resposta chega aqui.
    Se ninguém tiver respondido ao fim de { $later } horas, digo-lhe isso, e digo às pessoas seguintes, se houver, que há uma nota à espera.
    Para ver como está, escreva nota. Para retirar tudo, escreva apagar. Para acrescentar algo, comece a mensagem com { $case }.

report-phrase-offer =
    Mais uma coisa, só se quiser. Se perder este telefone ou este número, uma frase secreta permite continuar de outro.
    Escreva frase e depois pelo menos quatro palavras suas. Ou use estas: frase { $example }
    Quem souber o nome e a frase pode ler as respostas. Guarde-a onde só você a encontre, e depois apague a sua mensagem.
    .discreet =
    Se um dia mudar de telefone, pode continuar lá a sua nota. Escreva frase e depois pelo menos quatro palavras suas. Ou use estas: frase { $example }
    Guarde-as onde só você as encontre, e depois apague a sua mensagem.

report-help =
    Escreva o que quer dizer, em quantas mensagens quiser.
    fim: acabou e quer ver o que seria enviado
    sair: vai embora e nada fica guardado
    esconder: apago as minhas mensagens desta conversa e não falo disto até escrever pelo menos as cinco primeiras palavras de uma das suas mensagens aqui
    limpar: as novas mensagens desaparecem aqui ao fim de uma hora
    lembrar: escrevo uma vez se não acabar, sem dizer do que se trata. Se não pedir, não escrevo.
    telefones: pessoas de fora do núcleo com quem falar
    Ainda nada chegou a ninguém.
    .discreet =
    Escreva o que quer dizer, em quantas mensagens quiser.
    fim: acabou
    sair: vai embora e nada fica guardado
    esconder: tiro as minhas mensagens deste telefone e não falo disto até escrever a palavra com que começou
    limpar: as novas mensagens desaparecem aqui ao fim de uma hora
    lembrar: escrevo uma vez se não acabar. Se não pedir, não escrevo.
    números: alguns números úteis
    Ainda nada chegou a ninguém.

## Leaving

report-stopped =
    Apaguei o que tinha começado aqui. Nada foi enviado a ninguém.
    Esta conversa ainda está no seu telefone. Pode apagá-la lá.
    Pode voltar quando quiser.

report-stopped-hidden =
    O que tinha começado já não está aqui, e não chegou a ninguém. Também pedi ao Signal para apagar as minhas mensagens anteriores. O que ficar nesta conversa pode apagar no seu telefone.

report-erase-which =
    Qual?
    { $lines }
    Responda com um número, ou não para deixar tudo como está.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    Retirar { $case } para sempre?
    Destruo tudo o que tenho sobre isto e sobre si, e peço ao Signal para apagar o que quem lê recebeu. O Signal não apaga o que tem mais de um dia, mais ou menos, e as pessoas lembram-se do que leram. Quem cuida deste servidor pode ter uma cópia mais antiga.
    Só ficam a saber que foi retirado. Já não podem responder, e ninguém pode voltar atrás.
    Escreva sim para retirar, ou não para deixar.
    .discreet =
    Retirar { $case } para sempre?
    Apago tudo o que tenho sobre isto, e peço ao Signal para apagar o que outras pessoas receberam. O que tem mais de um dia, mais ou menos, fica com elas. Quem cuida deste servidor pode ter uma cópia mais antiga.
    Só ficam a saber que foi retirado, e ninguém pode voltar atrás.
    Escreva sim para retirar, ou não para deixar.

report-erased =
    { $case } já não existe. Não tenho nada disso, nem nada que diga que veio de si.
    Também pedi ao Signal para apagar as minhas mensagens anteriores daqui. O que ficar nesta conversa pode apagar no seu telefone.
    .discreet =
    { $case } já não existe. Não tenho nada disso.
    Também pedi ao Signal para apagar as minhas mensagens anteriores daqui. O que ficar nesta conversa pode apagar no seu telefone.

report-erase-kept = Nada mudou. { $case } ainda está lá.

report-erase-draft-only = O que enviou antes ainda está lá. Para retirar isso também, escreva apagar outra vez.

## After sending

report-case =
    { $case }, enviado: { $when }. { $readers ->
        [one] Uma pessoa pode ler{ $people }.
       *[other] { $readers } pessoas podem ler{ $people }.
    }
    { $progress }
    .discreet =
    { $case }, data: { $when }. { $readers ->
        [one] Uma pessoa tem isto{ $people }.
       *[other] { $readers } pessoas têm isto{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Ainda ninguém respondeu.
        [reminded] Ainda ninguém respondeu. Lembrei quem lê: { $since }.
        [escalated] Ainda ninguém respondeu. Lamento. Disse à equipa seguinte que há alguém à espera: { $since }.
        [answered] A última resposta: { $since }.
       *[closed] Deram isto por terminado: { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Ainda ninguém respondeu.
        [reminded] Ainda ninguém respondeu. Lembrei quem lê: { $since }.
        [escalated] Ainda ninguém respondeu. Lamento. Disse às pessoas seguintes que há uma nota à espera: { $since }.
        [answered] A última resposta: { $since }.
       *[closed] Deram isto por terminado: { $since }.
    }

report-status = Dizem: { $status }

report-until = Ainda pode receber respostas sobre isto aqui até: { $when }. Depois disso já não sei quem escreveu.
    .discreet = Ainda pode receber respostas sobre isto aqui até: { $when }.

report-add-to = Para acrescentar algo, comece a mensagem com { $case }.

report-listening-now = Durante os próximos { $minutes } minutos, o que escrever aqui vai para as pessoas que leem { $case }. Depois disso, comece a mensagem com { $case }.
    .discreet = Durante os próximos { $minutes } minutos, o que escrever aqui vai para as pessoas que têm { $case }. Depois disso, comece a mensagem com { $case }.

report-did-you-mean = Não passei nada. Queria dizer { $command }? Então escreva isso outra vez. Se era para as pessoas que leem { $case }, comece a mensagem com { $case }.
    .discreet = Não passei nada. Queria dizer { $command }? Então escreva isso outra vez. Se era para as pessoas que têm { $case }, comece a mensagem com { $case }.

report-case-none = Não sei de nada que tenha enviado desta conta. Se enviou alguma coisa, escreva o nome. De outro telefone ou número, escreva voltar, o nome e a frase. Se começou alguma coisa e não a enviou, escreva como começava uma das suas mensagens: cinco palavras ou mais.

report-nothing-here = Não há aqui nada que se possa enviar. O que se começa aqui e não se acaba desaparece sozinho ao fim de { $hours } horas, e ninguém o recebe.

report-offer =
    { $count ->
        [one] Isto é para as pessoas que leem { $case }? Escreva sim ou não.
       *[other] Isto é para as pessoas que leem um destes?
        { $lines }
        Responda com o número, ou não.
    } Ainda ninguém tem isto.{ $minutes ->
        [0] {""}
       *[other] {" "}Se for, passo também o que escrever a seguir, até fazer uma pausa de { $minutes } minutos.
    }
    .discreet =
    { $count ->
        [one] Isto pertence a { $case }? Escreva sim ou não.
       *[other] Isto pertence a um destes?
        { $lines }
        Responda com o número, ou não.
    } Ainda ninguém tem isto.{ $minutes ->
        [0] {""}
       *[other] {" "}Se for, passo também o que escrever a seguir, até fazer uma pausa de { $minutes } minutos.
    }

report-offer-more =
    { $count ->
        [one] Isto tudo é para as pessoas que leem { $case }? Escreva sim ou não. Ainda ninguém tem isto.
       *[other] Para as pessoas que leem qual? Ainda ninguém tem isto. Responda com o número, ou não.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Isto tudo pertence a { $case }? Escreva sim ou não. Ainda ninguém tem isto.
       *[other] A qual pertence? Ainda ninguém tem isto. Responda com o número, ou não.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Isto é para as pessoas que leem { $case }? Ainda ninguém tem isto.
    1. Sim, passe-o a elas
    2. Não, ninguém o recebe
    Responda com 1 ou 2.
    .discreet =
    Isto pertence a { $case }? Ainda ninguém tem isto.
    1. Sim, acrescente-o
    2. Não, deixe-o de fora
    Responda com 1 ou 2.

report-offer-choice = { $index }. { $case }

report-offer-file = Não pude guardar o anexo até responder. Mande-o outra vez depois disso.

report-waits-flood = Na última hora chegaram muitíssimas mensagens. Para nenhuma ficar esquecida, as pessoas que as leem recebem uma lista com a sua, e podem abri-la a partir daí. Mando-lhes a sua à parte assim que houver espaço. Nada se perde.
    .discreet = Na última hora chegaram muitíssimas notas. Por isso a sua está numa lista que alguém lê, e segue sozinha assim que houver espaço. Nada se perde.

report-sent-muted =
    Já recebi. Agradecemos que tenha contado. Dou a isto o nome { $case }.
    Uma das pessoas que leem decidiu antes que não aceito mais nada de si. Por isso isto espera até outra delas deixar passar; já lhes foi pedido que vejam. Nada se perde.
    Se não tiver notícias, há pessoas de fora do núcleo que podem ajudar: escreva telefones.
    Para ver como está, escreva caso. Para retirar tudo, escreva apagar.
    .discreet =
    Já recebi a sua nota. Dou-lhe o nome { $case }.
    Antes foi decidido que não aceito mais nada de si. Por isso esta espera até outra pessoa a deixar passar; já lhes foi pedido que vejam. Nada se perde.
    Para ver como está, escreva nota. Para retirar tudo, escreva apagar.

report-muted = Isso não foi enviado a ninguém: uma das pessoas que leem decidiu que não aceito mais nada para { $case }. Outra delas pode mudar isso. Para escrever sobre outra coisa, ou a outras pessoas, escreva contar.
    .discreet = Isso não foi enviado a ninguém: foi decidido que não aceito mais nada para { $case }. Outra pessoa pode mudar isso.

report-passed-on = Vou passar isto às pessoas que leem { $case }. Ninguém lê logo.
    .discreet = Vou passar isto às pessoas que têm { $case }. Ninguém lê logo.

report-passing-ended =
    Não passei isso. A partir de agora não passo nada às pessoas que leem { $case }, até que o diga outra vez.{ $part ->
        [0] {""}
       *[other] {" "}Para retirar a última coisa que receberam: toque na sua mensagem e mantenha o dedo nela, escolha Eliminar e depois a opção de eliminar para todos. Então elimino-a também lá, até onde o Signal o faz.
    }
    Se era para essas pessoas, comece a mensagem com { $case }.
    .discreet =
    Não passei isso. A partir de agora não passo nada às pessoas que têm { $case }, até que o diga outra vez.{ $part ->
        [0] {""}
       *[other] {" "}Para retirar a última coisa que receberam: toque na sua mensagem e mantenha o dedo nela, escolha Eliminar e depois a opção de eliminar para todos. Então elimino-a também lá, até onde o Signal o faz.
    }
    Se era para essas pessoas, comece a mensagem com { $case }.

report-passing-goes-on = Não passei isso às pessoas que leem { $case }. Se era para essas pessoas, comece a mensagem com { $case }. O resto que escrever aqui continua a ir para elas. Para terminar isso, escreva não.
    .discreet = Não passei isso às pessoas que têm { $case }. Se era para essas pessoas, comece a mensagem com { $case }. O resto que escrever aqui continua a ir para elas. Para terminar isso, escreva não.

report-not-passed-on = Não passei nada, e não guardei nada disso. Se mudar de ideia, comece a mensagem com { $case }.

report-offer-ended = Não passei nada do que escreveu por último, e não guardei nada disso. Se era para alguém, escreva outra vez.

report-closed = { $case } está terminado, por isso não passei isso. Para começar outra vez, escreva contar.
    .discreet = { $case } está terminado, por isso não passei isso. Para começar outra vez, escreva a palavra com que começou.

report-nothing-to-send = Não há nada à espera de ser enviado. { $case } já chegou. Para ver como está, escreva caso. Para retirar tudo, escreva apagar.
    .discreet = Não há nada à espera de ser enviado. { $case } já chegou. Para ver como está, escreva nota. Para retirar tudo, escreva apagar.

report-case-help =
    Escreva caso para ver como está { $case }.
    apagar: retirar para sempre
    esconder: apago as minhas mensagens desta conversa e não falo disto até escrever { $case }
    limpar: as novas mensagens desaparecem aqui ao fim de uma hora
    contacto: quando posso escrever sem risco para si
    frase, e depois quatro palavras suas: continuar mais tarde de outro telefone
    telefones: pessoas de fora do núcleo com quem falar
    contar: começar outra vez
    .discreet =
    Escreva nota para ver como está { $case }.
    apagar: retirar para sempre
    esconder: tiro as minhas mensagens deste telefone e não falo disto até escrever { $case }
    limpar: as novas mensagens desaparecem aqui ao fim de uma hora
    contacto: quando posso escrever
    frase, e depois quatro palavras suas: continuar mais tarde de outro telefone
    números: alguns números úteis

## Traces on the phone

report-hidden = Pedi ao Signal para apagar o que lhe escrevi aqui no último dia. O que é mais antigo, os sinais de que algo foi apagado, esta mensagem e as suas só desaparecem quando apagar a conversa no seu telefone.

report-back = Pode continuar. O que começou ainda está aqui, e não chegou a ninguém.

report-back-short = Aqui escrevo pouco. Para ter tudo completo outra vez, escreva completo.

report-full = Está bem. Volto a escrever aqui completo, as respostas também. Para parar isso, escreva esconder.

report-tidy = Pedi ao Signal que as novas mensagens desta conversa desapareçam uma hora depois de lidas. O que já está aqui fica até você apagar. Para desligar isto, use as definições (configurações) desta conversa no Signal.

## When the bot may write by itself

report-ask-contact =
    Uma última pergunta, para não escrever em má hora. Posso escrever aqui quando houver uma resposta?
    1. Sim, a qualquer hora
    2. Sim, mas só a certas horas
    3. Não. Eu venho ver
    4. Sim, mas diga só que há alguma coisa. Outra pessoa pode ver este telefone
    Responda com um número. Até responder, escrevo quando houver uma resposta.
    .discreet =
    Uma última pergunta. Posso escrever aqui de vez em quando? Só diria que há alguma coisa para si, e lê quando escrever nota.
    1. Sim, a qualquer hora
    2. Sim, mas só a certas horas
    3. Não. Eu venho ver
    Responda com um número. Até responder, escrevo quando houver alguma coisa.

report-ask-hours = Entre que horas? Por exemplo, das 9 às 15.

report-ask-hours-again = Preciso de duas horas. Por exemplo, das 9 às 15. Ou escreva nunca, e não escrevo por iniciativa própria.

report-contact-any-time = Está bem. Escrevo quando houver alguma coisa. Para mudar isso, escreva contacto.

report-contact-hours = Está bem. Escrevo só entre { $start } e { $end }. Para mudar isso, escreva contacto.

report-contact-never =
    Está bem. Não escrevo primeiro. Para ver se há uma resposta, escreva caso. Para mudar isso, escreva contacto.
    .discreet = Está bem. Não escrevo primeiro. Para ver se há alguma coisa, escreva nota. Para mudar isso, escreva contacto.

report-contact-notice = Está bem. Só digo que há alguma coisa. Para ler, escreva nota. Para mudar isso, escreva contacto.

report-notice = Há alguma coisa para si. Para ler, escreva nota.

report-agreed-to-remind = Está bem. Se passar algum tempo e não tiver acabado, escrevo uma vez. Para sair, escreva sair.

## Another phone

report-phrase-how = Escreva frase e depois pelo menos quatro palavras que só você saiba, por exemplo: frase { $example }

report-phrase-ok = Está feito. De outro telefone ou número, escreva-me: voltar { $case } e depois as suas palavras. Agora apague a sua mensagem com as palavras.{ $old ->
        [0] {""}
       *[other] {" "}A minha, com as palavras que propus, é antiga demais para eu apagar. Apague essa também.
    }

report-phrase-set-already = Já há palavras, por isso nada mudou. Para pôr outras, escreva frase, as palavras antigas, a palavra nova, e depois as palavras novas. Se não foi você quem as escolheu, retire tudo escrevendo apagar, e comece outra vez de um telefone que mais ninguém tenha.

report-phrase-wrong = As palavras antigas não estão certas, por isso nada mudou. Veja-as outra vez. Maiúsculas e vírgulas não importam.

report-phrase-short = É curta demais e seria fácil de adivinhar. Use pelo menos quatro palavras.

report-phrase-easy = Seria fácil demais de adivinhar. Use quatro palavras que não tenham nada a ver umas com as outras.

report-secret = Isso parece uma frase secreta, por isso ninguém a recebe, e não guardei nada dela.{ $file ->
        [no] {""}
       *[yes] {" "}Também não guardei o anexo que veio com ela.
    } Apague a sua mensagem. { $sent ->
        [no] Pode pôr uma depois de enviar.
       *[yes] Para pôr uma, escreva frase e depois as palavras.
    } Se era outra coisa, diga-o por outras palavras.

report-resume-how = Escreva voltar, depois o nome do que enviou e depois a sua frase. Por exemplo: voltar amber river 12 e depois as suas palavras.

report-resume-wrong = Isso não está certo. Veja outra vez o nome e as palavras. Maiúsculas e vírgulas não importam.

report-resume-locked = Houve tentativas demais. Tente outra vez amanhã. Nada se perdeu.

report-resumed =
    Está de volta a { $case }. A partir de agora as respostas chegam aqui, e já não ao lugar de onde escrevia antes.{ $told ->
        [yes] {" "}Quem lê fica a saber que continua de outro telefone, mas não de quem é.
       *[no] {""}
    } Apague a sua mensagem com as palavras.

report-moved-away = Olá. Já não há nada para fazer nesta conversa. Se não esperava ler isto, escreva-me outra vez.

## What comes by itself

report-nudge = Olá. Começou uma coisa aqui e não acabou. Não há pressa. Pode continuar quando quiser, e se não continuar, desaparece sozinha { $hours } horas depois da sua última mensagem.

## What of a message did not come along

report-mention-instead = [aqui foi mencionada uma pessoa com @; o nome não veio]

report-mention-unknown = Mencionou alguém com @, e não consigo ver que nome lhe aparece. Escreva-o, para ficar claro de quem fala.
    .discreet = Não consigo ver um dos nomes. Escreva-o.

report-object-lost = Alguma coisa nessa mensagem não era texto, e não veio. Se importar, escreva por palavras ou mande uma foto.

report-file-beside = Dessa mensagem só li as palavras, e não guardei o anexo. Se importar, mande-o outra vez sozinho.

report-quote-lost = O que citou não segue com a mensagem, só o que escreveu. Se for importante, escreva por palavras.

report-uncovered = Tapou algumas palavras. Não as consigo manter tapadas: seguem como texto normal.

report-deletion-late = A mensagem que apagou não fazia parte do que seguiu daqui, por isso nada mudou. Para retirar o que enviou, escreva apagar.

report-view-once = Mandou isso para ser visto uma só vez. Guardo-o com o resto do que mandou. Se não quer isso, apague a mensagem no Signal e eu apago-a também.

report-language-seen = Vê-se em que língua escreve. Podem responder noutra: eu não traduzo nada.
