### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Escreve-nos no Signal
contact-card-about = Pergunta ao nosso bot quando é a próxima reunião e ele avisa-te de cada mudança. O Signal é uma aplicação de mensagens gratuita.
contact-card-scan = Aponta a câmara do telemóvel para o código. O Signal abre.
contact-card-report = Aconteceu alguma coisa contigo ou com outra pessoa? Envia a palavra { $word }. Quem lê não vê quem és.
contact-card-notice = Ninguém lê logo. Em perigo, liga para o número de emergência.
contact-card-page = Reuniões: { $page }
contact-card-key = Uma mensagem é mesmo nossa? A nossa chave: { $key }
contact-card-code = Código para a câmara. Abre uma conversa com o nosso bot no Signal.
