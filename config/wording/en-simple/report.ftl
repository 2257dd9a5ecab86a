### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in easy English, who tells the branch that something happened.
###
### Very short sentences. Common words. One idea in each. Easy Read, without pictures.

report-discreet-hidden = harm, bully, bullie, rape, assault, threat, attack, danger, crime, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    You can tell us here about something that happened. We send nothing until you type send. Nobody reads it at once.
    They do not see your number, your name or your picture.
    To leave, type stop: nothing is kept. To find people to talk to, type helplines.
    .discreet =
    Hello. You can leave a note here. It goes to nobody until you type send. Nobody picks it up at once.
    They do not see your number, your name or your picture.
    To leave, type stop. Then nothing is kept.
    Type tidy: then new messages here go away after an hour.
    Type hide: then I take my messages off this phone.
    Type numbers: then you get some useful numbers.

report-danger = Are you in danger now? Call { $number }. If you cannot speak, call from a mobile. Listen. Press { $silent } when asked.
    .discreet = The three-digit number you know works at any time. If you cannot speak, call from a mobile. Listen. Press { $silent } when asked.

report-helplines =
    You can also talk to people outside the branch. We do not tell them that you wrote here.
    { $lines }
    The times can change. To read this list again, type helplines.
    .discreet =
    Numbers:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

report-helpline-way =
    {" "}{ $kind ->
        [text] Or text { $at }.
        [chat] Or chat at { $at }.
        [email] Or write to { $at }.
       *[bsl] Or use British Sign Language at { $at }.
    }

report-danger-bsl = In British Sign Language: { $at }

report-danger-text = If you cannot hear or speak, you can also text { $number }. Your phone must be on their list first. To put it on the list, text { $word } to { $number }.

report-helpline-label = { $name }, for { $about }

report-in-group =
    Only you see this message. Everybody in the group can read what you wrote there.
    Do you want to take it away? Press and hold it. Choose Delete. Then choose Delete for everyone.
    If something has happened, you can tell it here. Type report. The people who read it do not see who you are.
    I may be wrong. Then you do not need to do anything.
    .discreet =
    Only you see this message. Everybody in the group can read what you wrote there.
    Do you want to take it away? Press and hold it. Choose Delete. Then choose Delete for everyone. You can write it to me here.

report-officer-reports =
    You read these messages too. So please know what the others could notice. This one does not go to you. I show the others which roles read it. Your role is not on that list.
    They know how you write. They can see that you do not talk about it. Could that show them who you are? Then choose a team that you are not in, if there is one. Or talk to people outside the branch: type helplines.
    .discreet =
    This one does not go to you. The others could notice. I show them which roles read it. Your role is not on that list. They know how you write. If that matters, choose people you are not one of, if I ask you. To talk to other people, type numbers.

report-announcement-dropped = You were writing an announcement. I have thrown it away. It has not been posted.

report-kept = I have kept what you wrote. It is the beginning. First I have one question. Then you can go on.

## The questions

report-ask-track =
    What is it about?
    1. Somebody was hurt, scared or pushed, or might be
    2. How somebody acts in the branch
    3. I am not sure
    Please answer with a number.
    .discreet =
    What kind of note is it?
    1. A personal one
    2. One about how somebody acts in the group
    3. Not sure
    Please answer with a number.

report-ask-track-again = Please answer with 1, 2 or 3. Not sure? Then 3 is a good answer.

report-ask-team =
    Who should read it?
    { $lines }
    Please answer with a number. Not sure? Then answer 1.

report-ask-team-again = Please answer with one number, from 1 to { $most }. Not sure? Then answer 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] one person ({ $roles })
       *[other] { $readers } people ({ $roles })
    }

report-ask-about =
    Is it about one of these people? Or should one of them not read it?
    { $lines }
    Answer with their numbers. For example { $example }.
    I will not give it to them. I will not let them know about it. I ask the others to keep it to themselves.
    { $known ->
        [all] You can type a name, too.
        [some] You can type a name, too. I do not know all their names. To be on the safe side, leave out everybody it could be.
       *[none] I do not know their names. Do you know a name, but not what they do here? Then leave out everybody it could be, to be on the safe side.
    }
    If it is none of them, answer 0.
    .discreet =
    Should one of these people not get it?
    { $lines }
    Answer with their numbers. For example { $example }.
    They will not get it. They will not hear of it from me. I ask the others to keep it to themselves.
    { $known ->
        [all] You can type a name, too.
        [some] You can type a name, too. I do not know all their names. To be on the safe side, leave out everybody it could be.
       *[none] I do not know their names. Do you know a name, but not what they do here? Then leave out everybody it could be, to be on the safe side.
    }
    If all of them can read it, answer 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    I want to be sure about this. Please answer with numbers only. For example { $example }. You can also type a name. Answer 0 for nobody.
    { $known ->
        [all] Only the people in the list would read it.
       *[other] I do not know all their names. Do you know a name, but not what they do here? Then leave out everybody it could be, to be on the safe side.
    }

report-about-meant =
    Do you mean { $roles }? Type yes. Then I leave out all the people I named just now.
    Is it somebody else? Answer with a number or another name. Answer 0 for nobody.

report-about-all-but =
    I am not sure what you mean. I have left nobody out yet.
    Should { $roles } not get it, and all the others can? Then type yes.
    Should only { $roles } get it? Then answer with the numbers of the others: { $others }.

report-about-some =
    I understood { $roles }. I did not understand all the rest. Is it only them? Type yes. Then I leave them out.
    Is it others too? Answer with all the numbers or names. For example { $example }. Answer 0 for nobody.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (the one you named)

report-about-not-sure = Not sure about somebody? You can leave them out. Please answer with their numbers. For example { $example }. Answer 0 for nobody.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } and one more person)
           *[other] {" "}({ $roles } and { $more } more people)
        }
    }

report-audience =
    { $readers ->
        [one] One person would read it{ $people }.
       *[other] { $readers } people would read it{ $people }.
    }

report-audience-moved =
    Nobody is left there who could read it. So it would go to other people. { $readers ->
        [one] One person would read it{ $people }.
       *[other] { $readers } people would read it{ $people }.
    }

report-nobody =
    I am sorry. You want to leave some people out. There is nobody else here who could read it. So I cannot pass it on. I have sent nothing. I have told nobody.
    To leave, type stop.
    .discreet =
    I am sorry. There is nobody left who could read it. It has gone to nobody. I have told nobody. To leave, type stop.

report-no-team =
    I am sorry. This branch has nobody yet who reads such messages. So I cannot pass anything on. Nothing you wrote is kept.
    .discreet = I am sorry. Nobody picks up notes here yet. Nothing you wrote is kept.

## Writing

report-ask-write =
    { $audience }

    Now write what you want to tell them. Use your own words. You can send many messages. You do not have to tell everything.
    You can add pictures and PDF files. I take out hidden facts. One is where a picture was taken.
    Do you change or delete a message in Signal? Then I do the same here.
    What you write can still show who you are. Your voice can, too. A picture can, too.
    Signal can tell that your account wrote to me. The person who runs this server can tell that, too. They could also read it, if they tried.
    Have you finished? Then type done. Nothing goes to anybody before you say yes.
    .discreet =
    { $audience }

    Now write your note. You can send many messages. You can add pictures and PDF files. I take out where they were made, and who made them.
    Do you change or delete a message in Signal? Then I do the same here.
    What you write can still show who you are. Your voice can, too. A picture can, too.
    Signal can tell that you wrote to me. The person who runs this server can tell that, too. They could also read it, if they tried.
    Have you finished? Then type done. It goes to nobody before you say yes.

report-first-part = I have that. You can write more. Type done when you have finished.

report-count =
    I have { $parts ->
        [one] one message
       *[other] { $parts } messages
    } from you so far. Nothing has gone to anybody yet.

report-hint = I took that as part of what you want to say. Did you mean { $word }? Then type only { $word }.

report-part-or-command =
    I have put that into your report. Nobody has it yet. Did you mean the command { $command }? While you write a report, I do not do commands.
    To take it out, press and hold your message. Delete it for everyone. Then go on. Or type stop. Then nothing of the report is kept.
    .discreet =
    I have put that into your note. Nobody has it yet. Did you mean the command { $command }? While you write a note, I do not do commands.
    To take it out, press and hold your message. Delete it for everyone. Then go on. Or type stop. Then nothing of the note is kept.

report-unreadable = I could not read that. Please write it in words. Or send a picture.

report-voice = I have your recording. People who know your voice may know that it is you. Would you rather write it? Then delete the recording in Signal. I will delete it, too.
    .discreet = I have your recording. Would you rather write it? Then delete the recording in Signal. I will delete it, too.

report-file-unsupported = I could not take one of the files. I do not know this kind of file. So I cannot take out what is hidden in it. I can take pictures, recordings and PDF files. You can send a picture of the screen. Or write what the file shows.
    .discreet = I could not take one of the files. I do not know this kind of file. I can take pictures, recordings and PDF files. You can send a picture of the screen. Or write what the file shows.

report-file-too-large = One of the files is too big for me. It is larger than 25 MB. Try a smaller one. Or send a picture of the screen.

report-file-too-many = There were more than 32 files in one message. I did not take the rest. Please send those again, in a new message.

report-file-too-many-pixels = One of the pictures is too large for me. Please send it as a photo, not as a file. Or send a picture of the screen.

report-file-too-long = One of the recordings is too long. It is longer than an hour. I did not take it. Please send it in shorter pieces. Or write what you can hear in it.

report-file-too-complex = One of the files is too hard for me to open. I did not take it. Please send it in smaller pieces. Or send pictures of the screen.

report-file-picture-kind = I cannot open one of the pictures. It may be a TIFF, RAW or SVG. Please send it as a JPEG or PNG. Or send a picture of the screen.

report-file-film = I cannot take videos. You can send pictures of the screen. Or write what the video shows. Keep the video if that is safe for you. You can say here that you have it.
    .discreet = I cannot take videos. You can send pictures of the screen. Or write what the video shows.

report-file-office = One of the files is a document from an office program. There may be hidden names in it. I cannot take them out. So I did not keep it. Please save it as a PDF and send that. Or send pictures of the screen.
    .discreet = One of the files is a document from an office program. I did not keep it. Please save it as a PDF and send that. Or send pictures of the screen.

report-file-archive = One of the files is a ZIP, or another file with files in it. I did not take it. Please take out what is in it. Then send that.

report-file-text = One of the files is a text file. I did not take it. Please copy its words into a message to me.

report-file-empty = One of the files has nothing in it. Is it the right one? Please send it again.

report-file-missing = One of the files did not reach me. Please send it again.

report-file-moved = That was a moving picture. I kept only the first picture of it. Do you need the rest? Then send pictures of the screen. Or write what it shows.

report-file-pictured = I made a picture of each page of the PDF. I kept the pictures. Nothing hidden in the file goes along. A screen reader cannot read pictures. Should the words go, too? Then send the PDF again. Write beside it: with text
    .discreet = I made a picture of each page of the PDF. I kept the pictures. A screen reader cannot read pictures. Should the words go, too? Then send the PDF again. Write beside it: with text

report-file-encrypted = One of the files is locked with a password. Please send it without one. Or send a picture of the screen.

report-file-damaged = I could not open one of the files. Please send it again. Or send a picture of the screen.

report-file-full = There is no more room for files. Please write what the others show.

report-file-again = I did not expect a file just then. I did not take it. Please send it again now.

report-take-back = I did not add that. Nobody has got anything. To take out a message of yours, press and hold it. Choose Delete. Then choose Delete for everyone. To leave, type stop. Then nothing is kept. Was it part of what you want to tell? Then please say it in other words.

report-removed = I have removed that message here.

report-removed-late = I have removed that message here. I have asked Signal to delete it from the phones of the people who read it. It is more than a day old. So it may stay there.
    .discreet = I have removed that message here. It is more than a day old. So it may stay where it went.

report-changed =
    { $stands ->
        [waits] I have changed it here. Nobody has been sent it yet. So they read only the new words.
        [late] I am passing on the new words to the people who read { $case }. I have asked Signal to delete what you wrote before. That is more than a day old. So it may stay on their phones.
       *[deleted] I am passing on the new words to the people who read { $case }. I have asked Signal to delete what you wrote before from their phones.
    }
    .discreet =
    { $stands ->
        [waits] I have changed it here. It has gone to nobody yet. So only the new words go.
        [late] I am passing on the new words. I have asked Signal to delete what you wrote before. That is more than a day old. So it may stay where it went.
       *[deleted] I am passing on the new words. I have asked Signal to delete what you wrote before.
    }

report-change-unknown = What you changed was not part of what you are writing here. So I have kept nothing of the new words. Do they belong to it? Then please send them as a new message.

report-timer = In this chat, new messages go away after a while. That is about this chat only. The people who read what you send keep it. To take it back after you have sent it, type erase.
    .discreet = In this chat, new messages go away after a while. That is about this chat only. What goes on from here stays where it went. To take it back later, type erase.

report-mark = Marks on a message go to nobody. A mark is a thumb, a heart or a pin. Did you want to say something with it? Then please write it in words.

report-deletion-unknown = The message you deleted was not part of what you are writing here. So nothing has changed.

report-too-many =
    You have written a lot in a short time. I can take only so much in an hour. What you wrote before is safe.
    I could not take the last message. Please wait a while. Then send it again. Nobody is ignoring you.
    .discreet =
    That was a lot in a short time. I can take only so much in an hour. What came before is here.
    I could not take the last message. Please wait a while. Then send it again.

report-nothing-yet = You have not written anything yet. Write a lot, or a little. Then type done. To leave, type stop.

report-question-first = First I have one question.

report-going-on = You can write more. Type done when you have finished.

report-summary =
    I have { $parts ->
        [one] one message
       *[other] { $parts } messages
    }{ $files ->
        [0] {""}
        [one] {" "}with one file
       *[other] {" "}with { $files } files
    } from you.

report-unseen = They will not see your number, your name or your picture.

report-left-out = { $roles } will not get it. They will not hear of it from me.

report-summary-answers = To send it, type send. To write more, type no. To leave, type stop. Then nothing is kept.

report-review-unclear = Nothing has gone to anybody yet. To send it, type send. To write more, type no.

report-added = I have added that. Nothing has gone to anybody yet. Type done when you have finished.

report-sent =
    It is on its way. Thank you for telling us. Nobody reads it at once.
    I call it { $case }. Use that name to ask about it. You do not have to say who you are.
    { $readers ->
        [one] One person gets it. I ask them to answer
       *[other] { $readers } people get it. I ask them to answer
    } within { $hours } hours. The answer comes to you here, from the team.
    Has nobody answered after { $later } hours? Then I tell you. I also tell the next team, if there is one, that somebody is waiting.
    To see what is happening, type case. To take it back, type erase. To add something, begin your message with { $case }.
    .discreet =
    Your note is on its way. Nobody reads it at once. I call it { $case }.
    { $readers ->
        [one] One person gets it. I ask them to answer
       *[other] { $readers } people get it. I ask them to answer
    } within { $hours } hours. The answer comes here.
    Has nobody answered after { $later } hours? Then I tell you. I also tell the next people, if there are any, that a note is waiting.
    To see what is happening, type note. To take it back, type erase. To add something, begin your message with { $case }.

report-phrase-offer =
    One more thing. You do not have to do it. You might lose this phone or number. Four secret words let you go on from another phone.
    Type phrase. Then type at least four words of your own. Or use these: phrase { $example }
    The name and the words open the answers to anybody who knows them. Keep them where only you find them. Then delete your message.
    .discreet =
    You might get another phone one day. You can go on with your note there. Type phrase. Then type at least four words of your own. Or use these: phrase { $example }
    Keep them where only you find them. Then delete your message.

report-help =
    Write what you want to say. You can send many messages.
    done: you have finished. You see what would be sent
    stop: you leave. Nothing is kept
    hide: I delete my messages in this chat. I say nothing of this until you type the first five words, or more, of one of your messages here
    tidy: new messages here go away after an hour
    remind me: I write once if you do not finish. My words tell nothing. If you do not ask for it, I do not write
    helplines: people outside the branch to talk to
    Nothing has gone to anybody yet.
    .discreet =
    Write what you want to say. You can send many messages.
    done: you have finished
    stop: you leave. Nothing is kept
    hide: I take my messages off this phone. I say nothing of this until you type the word you began with
    tidy: new messages here go away after an hour
    remind me: I write once if you do not finish. If you do not ask for it, I do not write
    numbers: some useful numbers
    It has gone to nobody yet.

## Leaving

report-stopped =
    I have deleted what you began here. None of it was sent to anybody.
    This chat is still on your phone. You can delete it there.
    You can come back at any time.

report-stopped-hidden =
    What you began here is gone. It went to nobody. I have asked Signal to delete my older messages, too. Some things may still be in this chat. You can delete them on your phone.

report-erase-which =
    Which one?
    { $lines }
    Please answer with a number. Or type no. Then everything stays as it is.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    Take { $case } back for good?
    I would destroy all I have of it and of you. I would ask Signal to delete what the readers got. Signal does not delete what is more than about a day old. People remember what they have read. The person who runs this server may have an older copy.
    I tell them only that it was taken back. They cannot answer you any more. Nobody can undo this.
    To take it back, type yes. To leave it, type no.
    .discreet =
    Take { $case } back for good?
    I would delete all I have of it. I would ask Signal to delete what others got. What is more than about a day old stays with them. The person who runs this server may have an older copy.
    I tell them only that it was taken back. Nobody can undo this.
    To take it back, type yes. To leave it, type no.

report-erased =
    { $case } is gone. I have nothing of it any more. I have nothing that says it came from you.
    I have asked Signal to delete my older messages here, too. Some things may still be in this chat. You can delete them on your phone.
    .discreet =
    { $case } is gone. I have nothing of it any more.
    I have asked Signal to delete my older messages here, too. Some things may still be in this chat. You can delete them on your phone.

report-erase-kept = Nothing has changed. { $case } is still there.

report-erase-draft-only = What you sent before is still there. To take that back, too, type erase again.

## After sending

report-case =
    { $case }: sent on { $when }. { $readers ->
        [one] One person can read it{ $people }.
       *[other] { $readers } people can read it{ $people }.
    }
    { $progress }
    .discreet =
    { $case }, from { $when }. { $readers ->
        [one] One person has it{ $people }.
       *[other] { $readers } people have it{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Nobody has answered yet.
        [reminded] Nobody has answered yet. I reminded them on { $since }.
        [escalated] Nobody has answered yet. I am sorry. On { $since } I told the next team that somebody is waiting.
        [answered] They last answered on { $since }.
       *[closed] They finished with it on { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Nobody has answered yet.
        [reminded] Nobody has answered yet. I reminded them on { $since }.
        [escalated] Nobody has answered yet. I am sorry. On { $since } I told the next people that a note is waiting.
        [answered] They last answered on { $since }.
       *[closed] They finished with it on { $since }.
    }

report-status = They say: { $status }

report-until = You can still get answers about it here until { $when }. After that I no longer know who wrote it.
    .discreet = You can still get answers about it here until { $when }.

report-add-to = To add something, begin your message with { $case }.

report-listening-now = For the next { $minutes } minutes, I pass on what you write here. It goes to the people who read { $case }. After that, begin your message with { $case }.
    .discreet = For the next { $minutes } minutes, I pass on what you write here. It goes to the people who have { $case }. After that, begin your message with { $case }.

report-did-you-mean = I have passed nothing on. Did you mean { $command }? Then type that again. Was it for the people who read { $case }? Then begin your message with { $case }.
    .discreet = I have passed nothing on. Did you mean { $command }? Then type that again. Was it for the people who have { $case }? Then begin your message with { $case }.

report-case-none = I know of nothing that you have sent from this account. Have you sent something? Then type its name. Are you on another phone or number? Then type resume, its name and your four words. Did you begin something and not send it? Then type how one of your messages began. Five words of it, or more.

report-nothing-here = There is nothing here that could be sent. If you begin something here and do not finish it, it goes away by itself. That happens after { $hours } hours. Nobody gets it.

report-offer =
    { $count ->
        [one] Is this for the people who read { $case }? Type yes or no.
       *[other] Is this for the people who read one of these?
        { $lines }
        Answer with its number. Or type no.
    } Nobody has it yet.{ $minutes ->
        [0] {""}
       *[other] {" "}If it is for them, I also pass on what you write next. I do that until you pause for { $minutes } minutes.
    }
    .discreet =
    { $count ->
        [one] Does this belong to { $case }? Type yes or no.
       *[other] Does this belong to one of these?
        { $lines }
        Answer with its number. Or type no.
    } Nobody has it yet.{ $minutes ->
        [0] {""}
       *[other] {" "}If it does, I also pass on what you write next. I do that until you pause for { $minutes } minutes.
    }

report-offer-more =
    { $count ->
        [one] Is all of it for the people who read { $case }? Type yes or no. Nobody has it yet.
       *[other] For the people who read which one? Nobody has it yet. Answer with its number. Or type no.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Does all of it belong to { $case }? Type yes or no. Nobody has it yet.
       *[other] Which one does it belong to? Nobody has it yet. Answer with its number. Or type no.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Is this for the people who read { $case }? Nobody has it yet.
    1. Yes. They get it
    2. No. Nobody gets it
    Please answer with 1 or 2.
    .discreet =
    Does this belong to { $case }? Nobody has it yet.
    1. Yes. Add it
    2. No. Leave it out
    Please answer with 1 or 2.

report-offer-choice = { $index }. { $case }

report-offer-file = I cannot keep the file until you answer. Please answer first. Then send it again.

report-waits-flood = Very many messages like yours have come in the last hour. I do not want to lose any of them. So the people who read them get a list. Yours is on it, and they can open it. I send them yours by itself as soon as there is room. Nothing of it is lost.
    .discreet = Very many notes have come in the last hour. So yours is on a list. People read the list. It goes on by itself as soon as there is room. Nothing of it is lost.

report-sent-muted =
    I have taken it. Thank you for telling us. I call it { $case }.
    One of the people who read these said earlier that I take nothing more from you. So this one waits. Another one of them must let it through. I have asked them to look. Nothing of it is lost.
    If you hear nothing, people outside the branch can help. Type helplines.
    To see what is happening, type case. To take it back, type erase.
    .discreet =
    I have taken your note. I call it { $case }.
    Somebody said earlier that I take nothing more from you. So this one waits. Somebody else must let it through. I have asked them to look. Nothing of it is lost.
    To see what is happening, type note. To take it back, type erase.

report-muted = I did not send that to anybody. One of the people who read these said that I take nothing more for { $case }. Another one of them can change that. To write about something else, or to other people, type report.
    .discreet = I did not send that to anybody. Somebody said that I take nothing more for { $case }. Somebody else can change that.

report-passed-on = I am passing it on to the people who read { $case }. Nobody reads it at once.
    .discreet = I am passing it on to the people who have { $case }. Nobody reads it at once.

report-passing-ended =
    I have not passed that on. From now on I pass on nothing to the people who read { $case }. You can say so again at any time.{ $part ->
        [0] {""}
       *[other] {" "}Do you want to take back the last thing they got? Press and hold your message. Choose Delete. Then choose Delete for everyone. I then delete it for them too, as far as Signal does that.
    }
    Was it for them? Then begin your message with { $case }.
    .discreet =
    I have not passed that on. From now on I pass on nothing to the people who have { $case }. You can say so again at any time.{ $part ->
        [0] {""}
       *[other] {" "}Do you want to take back the last thing they got? Press and hold your message. Choose Delete. Then choose Delete for everyone. I then delete it for them too, as far as Signal does that.
    }
    Was it for them? Then begin your message with { $case }.

report-passing-goes-on = I have not passed that on. Was it for the people who read { $case }? Then begin your message with { $case }. What else you write here still goes to them. To end that, type no.
    .discreet = I have not passed that on. Was it for the people who have { $case }? Then begin your message with { $case }. What else you write here still goes to them. To end that, type no.

report-not-passed-on = I have passed nothing on. I have kept nothing of it. You can change your mind. Then begin your message with { $case }.

report-offer-ended = I have not passed on what you wrote last. I have kept nothing of it. Was it for somebody? Then please write it again.

report-closed = { $case } is finished. So I did not pass that on. To begin a new one, type report.
    .discreet = { $case } is finished. So I did not pass that on. To begin a new one, type the word you began with.

report-nothing-to-send = Nothing is waiting to be sent. { $case } has arrived. To see what is happening, type case. To take it back, type erase.
    .discreet = Nothing is waiting to be sent. { $case } has arrived. To see what is happening, type note. To take it back, type erase.

report-case-help =
    To see what is happening with { $case }, type case.
    erase: take it back for good
    hide: I delete my messages in this chat. I say nothing of this until you type { $case }
    tidy: new messages here go away after an hour
    contact: when it is safe for me to write to you
    phrase, then four words of your own: go on from another phone later
    helplines: people outside the branch to talk to
    report: begin a new one
    .discreet =
    To see what is happening with { $case }, type note.
    erase: take it back for good
    hide: I take my messages off this phone. I say nothing of this until you type { $case }
    tidy: new messages here go away after an hour
    contact: when I may write to you
    phrase, then four words of your own: go on from another phone later
    numbers: some useful numbers

## Traces on the phone

report-hidden = I have asked Signal to delete what I wrote to you here in the last day. Some things stay: older messages, marks that something was deleted, this message and your own messages. To remove those, delete the chat on your phone.

report-back = You can go on. What you began is still here. It has gone to nobody.

report-back-short = I write only a little here. To read everything in full, type full.

report-full = Good. I write everything in full here again, answers too. To stop that, type hide.

report-tidy = New messages in this chat should go away an hour after they were read. I have asked Signal for that. What is here already stays until you delete it. To stop this, use the settings of this chat in Signal.

## When the bot may write by itself

report-ask-contact =
    One last question. I do not want to write at a bad time. May I write to you here when there is an answer?
    1. Yes, at any time
    2. Yes, but only at certain hours
    3. No. I come and look
    4. Yes, but say only that there is something. Somebody else may look at this phone
    Please answer with a number. Until you do, I write when there is an answer.
    .discreet =
    One last question. May I write here by myself? I would only say that there is something for you. To read it, you type note.
    1. Yes, at any time
    2. Yes, but only at certain hours
    3. No. I come and look
    Please answer with a number. Until you do, I write when there is something.

report-ask-hours = Between which hours? For example 9 to 15.

report-ask-hours-again = I need two times. For example 9 to 15. Or type never. Then I do not write first.

report-contact-any-time = Good. I write when there is something. To change that, type contact.

report-contact-hours = Good. I write only between { $start } and { $end }. To change that, type contact.

report-contact-never =
    Good. I do not write first. To see if there is an answer, type case. To change that, type contact.
    .discreet = Good. I do not write first. To see if there is something, type note. To change that, type contact.

report-contact-notice = Good. I only say that there is something. To read it, type note. To change that, type contact.

report-notice = There is something for you. To read it, type note.

report-agreed-to-remind = Good. If you do not finish for some time, I write once. To leave, type stop.

## Another phone

report-phrase-how = Type phrase. Then type at least four words that only you know. For example: phrase { $example }

report-phrase-ok = Your words are set. On another phone or number, write to me: resume { $case } and then your words. Now please delete your message with the words in it.{ $old ->
        [0] {""}
       *[other] {" "}My message with words for you is too old. I cannot delete it. Please delete that, too.
    }

report-phrase-set-already = There are words already. So nothing has changed. To set others, type phrase, the old words, the word new, and then the new words. Did somebody else choose the old words? Then take everything back: type erase. Begin again on a phone that nobody else has.

report-phrase-wrong = The old words are not right. So nothing has changed. Please look at them again. Capital letters and commas do not matter.

report-phrase-short = That is too short. It would be easy to guess. Please use at least four words.

report-phrase-easy = That would be too easy to guess. Please use four words that do not belong together.

report-secret = That looks like a passphrase. So nobody gets it. I kept nothing of it.{ $file ->
        [no] {""}
       *[yes] {" "}I did not keep the file that came with it.
    } Please delete your message. { $sent ->
        [no] You can set words after you send.
       *[yes] To set words, type phrase and then the words.
    } Was it something else? Then please say it in other words.

report-resume-how = Type resume. Then type the name of what you sent. Then type your four words. For example: resume amber river 12 and then your words.

report-resume-wrong = That was not right. Please look at the name and the words again. Capital letters and commas do not matter.

report-resume-locked = You have tried too many times. Please try again tomorrow. Nothing is lost.

report-resumed =
    You are back with { $case }. Answers now come here. They no longer go to where you wrote before.{ $told ->
        [yes] {" "}I tell the readers that it goes on from another phone. I do not tell them whose phone.
       *[no] {""}
    } Please delete your message with the words in it.

report-moved-away = Hello. There is nothing more to do in this chat. Did you not expect to read that? Then write to me again.

## What comes by itself

report-nudge = Hello. You began something here. You have not finished. There is no hurry. You can go on at any time. If you do not, it goes away by itself. That happens { $hours } hours after your last message.

## What of a message did not come along

report-mention-instead = [somebody was named here with @; the name did not come along]

report-mention-unknown = You named somebody with @. I cannot see which name you saw. Please type it. Then it is clear who you mean.
    .discreet = I cannot see one of the names. Please type it.

report-object-lost = Something in that message was not text. It did not come along. If it matters, please write it in words. Or send a picture.

report-file-beside = I read only the words of that message. I did not keep the file. If it matters, please send it again alone.

report-quote-lost = What you quoted does not go along. Only your own words do. If it matters, please write it in words.

report-uncovered = You covered some of the words. I cannot keep them covered. They go along as plain text.

report-deletion-late = The message you deleted was not part of what went on from here. So nothing has changed. To take back what you sent, type erase.

report-view-once = You sent that to be viewed once. I keep it with the rest of what you sent. Is that not what you want? Then delete the message in Signal. I will delete it, too.

report-language-seen = They see which language you write in. They may answer in another one. I do not translate.
