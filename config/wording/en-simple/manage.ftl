### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in easy English.

help-report = Has something happened that should not have? Type report. You can tell us here. The people who read it do not see who you are. Nothing is sent until you say so. To take my messages off this phone, type hide.

help-member =
    I post what the branch says: meetings, agendas and changes.
    { $attending }
    I do not post for members. What you write here is not shown to the groups.
    Should you be able to post for a branch? Then type whoami.

whoami =
    { $role ->
        [admin] You are an admin here. Your account id is in the next message.
       *[member] Your account id is in the next message. Should the person who runs this bot make you an admin? Then give it to them.
    } It is not your phone number. Nobody can call you with it.

fallback-thanks = Happy to help. To see what I can do, type help.

fallback-still-waiting = I am not sure what you mean. I have done nothing yet. I asked you something. Please answer yes or no.

fallback-nothing-open = Nothing is waiting for an answer from you. To see what I can do, type help.

fallback-member =
    { $sent ->
        [file] I am only a bot. I cannot look at pictures here. I cannot listen to recordings here. So nobody has that.
       *[words] I am only a bot. I did not understand that. Nobody has read it.
    } To see what I can do, type help.

fallback-reach =
    { $teams ->
        [no] To see people you can talk to, type helplines.
       *[yes] You can tell people here in confidence that something has happened. Type report.
    }{ $who ->
        [official] {" "}To add to something you have sent that way, begin your message with its name.
       *[member] {""}
    }

fallback-edit = You changed a message that I had read. Nobody has read the new words. Are they for me? Then please send them as a new message.

fallback-did-you-mean = I did not understand that. I have done nothing. Did you mean { $command }? Then please begin your message with that word.

enough = That was a lot of messages in a short time. I stop here for a while. I take nothing new. Nothing is wrong. What came before is safe. Please write again in an hour.

dead-letter-sender =
    Something went wrong here with a message you sent. I could not act on it. It was not your fault.
    Please send it again. Maybe use other words. I have told nobody what you wrote.

unreadable-kind =
    I cannot read that. It may be a contact, a poll or a payment. I have told nobody about it.
    Was it meant for me? Then please write it as a plain text message.

call-not-taken = You cannot ring me. Nobody heard that. Nobody is told of it. I only read what is written here. Type help to see what you can write.

unreadable-lost =
    A message from you reached me. I could not open it. It was not your fault. If you have not written to me today, you need do nothing.
    Have you written, and did I not answer? Then please write it again as a plain text message.
