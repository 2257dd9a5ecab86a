### What somebody reads who tells the branch that something happened.
###
### Read every sentence as somebody frightened would, on a phone that another person may look at.
### No blame, no legal words, nothing in capitals, no exclamation marks, no emoji. Short lines.
###
### `.discreet` is the same message in discreet mode, which a branch's code word starts. On a lock
### screen it must read as an ordinary chat. Messages without it are used in both modes.

# In discreet mode, words that begin like one of these are cut to their first letter where they
# stand in the name of a team or a role. Lower case, with commas between them.
report-discreet-hidden = safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

# With the line that says what to do in danger before it (report-danger), and the first question after it,
# this fits on one screen of a phone: a test measures it.
report-opening =
    You can tell us here about something that happened. Nothing goes to anybody until you type send, and nobody reads it at once.
    They do not see your number, your name or your picture.
    To leave, type stop: nothing is kept. To find people to talk to, type helplines.
    .discreet =
    Hello. You can leave a note here. It goes to nobody until you type send, and nobody picks it up at once.
    They do not see your number, name or picture.
    To leave, type stop: nothing is kept. Type tidy if new messages here should disappear after an hour, hide to take mine off this phone, or numbers for some useful numbers.

report-danger = If you are in danger now, call { $number }. If you cannot speak, call from a mobile, listen, and press { $silent } when asked.
    .discreet = The three-digit number you know works at any time. On a mobile, without speaking: listen, and press { $silent } when asked.

report-helplines =
    You can also talk to people outside the branch. They are not told that you wrote here.
    { $lines }
    Hours can change. To read this list again, type helplines.
    .discreet =
    Numbers:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

# Put behind the line before, for each.
report-helpline-way =
    {" "}{ $kind ->
        [text] Or text { $at }.
        [chat] Or chat at { $at }.
        [email] Or write to { $at }.
       *[bsl] Or in British Sign Language at { $at }.
    }

report-danger-bsl = In British Sign Language: { $at }

report-danger-text = If you cannot hear or speak, you can also text { $number }, but only from a phone that was registered before: text { $word } to { $number }.

report-helpline-label = { $name }, for { $about }

# To somebody who seems to have told something in a group, alone and at once. It may be a false alarm.
report-in-group =
    Only you see this. Everybody in the group can read what you just wrote there.
    If you do not want that: press and hold it, choose Delete, then Delete for everyone.
    If something has happened, you can tell it here instead. Type report. Those who read it do not see who you are.
    If I have misunderstood, there is nothing to do.
    .discreet =
    Only you see this. Everybody in the group can read what you just wrote there.
    If you do not want that: press and hold it, choose Delete, then Delete for everyone. You can write it to me here.

# To an officer who begins a report of their own.
report-officer-reports =
    You read for this yourself, so please know what your colleagues could notice. This one does not go to you. When they look at it, I show in which roles it is read, and yours is not among them.
    They also know how you write, and that you do not speak of it. If that could give you away, choose a team that you are not in, if there is one, or talk to people outside the branch: type helplines.
    .discreet =
    This one does not go to you. The others could notice: they are shown in which roles it is read, and yours is not among them. They also know how you write. If that matters, choose people you are not one of, if you are asked. For others to talk to, type numbers.

report-announcement-dropped = The announcement you were writing is dropped. It has not been posted.

# After the line that says what to do in danger.
report-kept = I have kept what you wrote as the beginning. One question first, then you can go on.

## The questions

report-ask-track =
    What is it about?
    1. Somebody was hurt, frightened or pressured, or might be
    2. How somebody behaves in the branch
    3. I am not sure
    Please answer with a number.
    .discreet =
    What kind of note is it?
    1. A personal one
    2. One about how somebody acts in the group
    3. Not sure
    Please answer with a number.

report-ask-track-again = Please answer with 1, 2 or 3. If you are not sure, 3 is a good answer.

report-ask-team =
    Who should read it?
    { $lines }
    Please answer with a number. If you are not sure, answer 1.

report-ask-team-again = Please answer with one of the numbers from 1 to { $most }. If you are not sure, answer 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] one person ({ $roles })
       *[other] { $readers } people ({ $roles })
    }

report-ask-about =
    Is it about any of these people, or should any of them not read it?
    { $lines }
    Answer with their numbers, for example { $example }. I will not give it to them or let them know that it exists, and I ask the others to keep it to themselves.
    { $known ->
        [all] You can type a name, too.
        [some] You can type a name, too. I do not know the names of all of them: to be on the safe side, leave out everybody it could be.
       *[none] I do not know their names. If you know a name and not what they do here, leave out everybody it could be, to be on the safe side.
    }
    If it is none of them, answer 0.
    .discreet =
    Should any of these people not get it?
    { $lines }
    Answer with their numbers, for example { $example }. They will not get it or hear of it from me, and I ask the others to keep it to themselves.
    { $known ->
        [all] You can type a name, too.
        [some] You can type a name, too. I do not know the names of all of them: to be on the safe side, leave out everybody it could be.
       *[none] I do not know their names. If you know a name and not what they do here, leave out everybody it could be, to be on the safe side.
    }
    If it is fine for all of them to read it, answer 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    I want to be certain about this. Please answer with numbers only, for example { $example }, with a name, or 0 for nobody.
    { $known ->
        [all] Only the people in the list would read it.
       *[other] I do not know the names of all of them. If you know a name and not what they do here, leave out everybody it could be, to be on the safe side.
    }

report-about-meant =
    Do you mean { $roles }? Type yes, and I leave out all I have just named.
    If it is somebody else, answer with a number or another name, or 0 for nobody.

# To “everyone but Nia” and “only 2”, which mean one thing or the opposite of it.
report-about-all-but =
    I am not sure how you mean that, so I have left nobody out yet.
    If { $roles } should not get it, and everybody else may: type yes.
    If only { $roles } may get it: answer with the numbers of the others, { $others }.

report-about-some =
    I understood { $roles }, and not everything else you wrote. If it is only them, type yes, and I leave them out.
    If it is others too, answer with all the numbers or names, for example { $example }, or 0 for nobody.

# Somebody's role and name, where the branch shows names.
report-officer = { $role } ({ $name })

# One of several who have the same role, where the branch shows no names.
report-officer-one = { $role } (the one you named)

report-about-not-sure = If you are not sure about somebody, you can leave them out. Please answer with their numbers, for example { $example }, or 0 for nobody.

# Who reads it, by role. A role that somebody else has too, who does not read it, is not named.
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
    Nobody is left there who could read it, so it would go to other people. { $readers ->
        [one] One person would read it{ $people }.
       *[other] { $readers } people would read it{ $people }.
    }

report-nobody =
    I am sorry. There is nobody here who could read it, apart from people you want to leave out, so I cannot pass it on. Nothing has been sent to anybody, and nobody has been told.
    To leave, type stop.
    .discreet =
    I am sorry, there is nobody left who could read it. It has gone to nobody, and nobody has been told. To leave, type stop.

report-no-team =
    I am sorry. This branch has nobody yet who reads such messages, so I cannot pass anything on. Nothing you wrote is kept.
    .discreet = I am sorry, nobody picks up notes here yet. Nothing you wrote is kept.

## Writing

report-ask-write =
    { $audience }

    Now write what you want to tell them, in your own words, in as many messages as you like. You need not tell everything.
    You can add pictures and PDF files. I take out hidden details, such as where a picture was taken.
    If you change or delete a message in Signal, I do the same here.
    What you write can still show who you are. So can your voice in a recording, or what a picture shows.
    Signal can tell that your account wrote to me. So can whoever runs this server, who could also read it if they tried.
    When you have finished, type done. Nothing goes to anybody before you have agreed.
    .discreet =
    { $audience }

    Now write your note, in as many messages as you like. Pictures and PDF files are fine too. I take out of them where they were made, and by whom.
    If you change or delete a message in Signal, I do the same here.
    What you write can still show who you are, and so can your voice or a picture.
    Signal can tell that you wrote to me. So can whoever runs this server, who could also read it if they tried.
    When you have finished, type done. It goes to nobody before you have agreed.

report-first-part = I have that. Go on for as long as you like, and type done when you have finished.

report-count =
    I have { $parts ->
        [one] one message
       *[other] { $parts } messages
    } from you so far. Nothing has gone to anybody yet.

report-hint = I took that as part of what you want to say. If you meant { $word }, type { $word } by itself.

# To admins and officers alone.
report-part-or-command =
    I have put that into your report. Nobody has it yet. Did you mean the command { $command }? While you write a report, I carry out none.
    To take it out again, press and hold your message and delete it for everyone. Then go on. Or type stop: then nothing of the report is kept.
    .discreet =
        I have put that into your note. Nobody has it yet. Did you mean the command { $command }? While you write a note, I carry out none.
        To take it out again, press and hold your message and delete it for everyone. Then go on. Or type stop: then nothing of the note is kept.

report-unreadable = I could not read that. Please put it in words, or send a picture.

report-voice = I have your recording. A voice can be recognised by people who know it. If you would rather write it, delete the recording in Signal, and I will delete it too.
    .discreet = I have your recording. If you would rather write it, delete the recording in Signal, and I will delete it too.

report-file-unsupported = I could not take one of the files. It is of a kind that I do not know, so I cannot take hidden details out of it. I can take pictures, recordings and PDF files. A picture of the screen often works, or you can say in words what it shows.
    .discreet = I could not take one of the files: I do not know its kind. I can take pictures, recordings and PDF files. A picture of the screen often works, or you can say in words what it shows.

report-file-too-large = One of the files is larger than 25 MB, which is too big for me. A smaller one, or a picture of the screen, often works.

report-file-too-many = There were more than 32 files in one message, and I did not take the rest. Please send those again, in another message.

report-file-too-many-pixels = One of the pictures is too large for me to open. Please send it as a photo and not as a file, or send a picture of the screen.

report-file-too-long = One of the recordings is longer than an hour, and I did not take it. Please send it in shorter pieces, or say in words what can be heard.

report-file-too-complex = One of the files takes too long or too much memory to open, so I did not take it. Please send it in smaller pieces, or send pictures of the screen.

report-file-picture-kind = One of the pictures is of a kind I cannot open, such as TIFF, RAW or SVG. Please send it as a JPEG or PNG, or send a picture of the screen.

report-file-film = I cannot take videos. You can send pictures of the screen from it, or say in words what it shows. Keep the video if it is safe for you: you can say here that you have it.
    .discreet = I cannot take videos. You can send pictures of the screen from it, or say in words what it shows.

report-file-office = One of the files is a document from an office program. I cannot take hidden names out of those, so I did not keep it. Please save it as a PDF and send that, or send pictures of the screen.
    .discreet = One of the files is a document from an office program, and I did not keep it. Please save it as a PDF and send that, or send pictures of the screen.

report-file-archive = One of the files is a ZIP or another packed file, and I did not take it. Please take out what is in it and send that.

report-file-text = One of the files is a text file, and I did not take it. Please copy its words into a message to me.

report-file-empty = One of the files has nothing in it. Please look whether it is the right one, and send it again.

report-file-missing = One of the files did not reach me. Please send it again.

report-file-moved = Of the moving picture I kept the first image only. If the rest matters, please send pictures of the screen, or say in words what it shows.

report-file-pictured = Of the PDF I kept a picture of each page. So nothing hidden in the file goes along. A screen reader cannot read pictures. If its words should go along too, send the PDF once more and write beside it: with text
    .discreet = Of the PDF I kept a picture of each page. A screen reader cannot read pictures. If its words should go along too, send the PDF once more and write beside it: with text

report-file-encrypted = One of the files is locked with a password. Please send it without one, or send a picture of the screen.

report-file-damaged = I could not open one of the files. Please send it again, or send a picture of the screen.

report-file-full = There is no more room for files. Please say in words what the others show.

report-file-again = I did not expect a file just then, so I did not take it. Please send it again now.

# While it is written, to "no wait, delete that" and the like.
report-take-back = I have not added that, and nobody has got anything. To take out a message of yours: press and hold it, choose Delete, then Delete for everyone. To leave, so that nothing is kept, type stop. If it was part of what you want to tell, please say it in other words.

report-removed = I have removed that message here.

# The same, after sending. Signal deletes a message for others for a day.
report-removed-late = I have removed that message here, and asked Signal to delete it from the phones of the people who read it. It is more than a day old, so it may stay there.
    .discreet = I have removed that message here. It is more than a day old, so it may stay where it went.

# To an edit in Signal of what was sent already. $stands: whether the old words can be deleted.
report-changed =
    { $stands ->
        [waits] I have changed it here. Nobody has been sent it yet, so they read only the new words.
        [late] I am passing on the new words to the people who read { $case }, and have asked Signal to delete what you wrote before. That is more than a day old, so it may stay on their phones.
       *[deleted] I am passing on the new words to the people who read { $case }, and have asked Signal to delete what you wrote before from their phones.
    }
    .discreet =
    { $stands ->
        [waits] I have changed it here. It has gone to nobody yet, so only the new words go.
        [late] I am passing on the new words, and have asked Signal to delete what you wrote before. That is more than a day old, so it may stay where it went.
       *[deleted] I am passing on the new words, and have asked Signal to delete what you wrote before.
    }

# To an edit in Signal of what was no part of it, such as an answer to a question.
report-change-unknown = What you changed was not part of what you are writing here, so I have kept nothing of the new words. If they belong to it, please send them as a new message.

report-too-many =
    You have written a lot in a short time, and I can only take so much in an hour. What you wrote before is safe.
    I could not take the last message. Please wait a while and then send it again. You are not being ignored.
    .discreet =
    That was a lot in a short time, and I can only take so much in an hour. What came before is here.
    I could not take the last message. Please wait a while and then send it again.

report-nothing-yet = You have not written anything yet. Write as much or as little as you like, and then type done. To leave, type stop.

report-question-first = Before that, I have one question.

report-going-on = Go on for as long as you like. Type done when you have finished.

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

# Before sending, where the language is not the branch's own.
report-language-seen = They see which language you write in. They may answer in another one: I translate nothing.

report-left-out = { $roles } will not get it or hear of it from me.

report-summary-answers = Type send to send it, or no to go on writing. Type stop to leave, and nothing is kept.

report-review-unclear = Nothing has gone to anybody yet. Type send to send it, or no to go on writing.

report-added = I have added that. Nothing has gone to anybody yet. Type done when you have finished.

report-sent =
    It is on its way. Thank you for telling us. Nobody reads it at once.
    I call it { $case }. With that name you can ask about it without saying who you are.
    { $readers ->
        [one] One person gets it, and is asked to answer
       *[other] { $readers } people get it, and are asked to answer
    } within { $hours } hours. The answer comes to you here, from the team.
    If nobody has answered after { $later } hours, I tell you, and I tell the next team, if there is one, that somebody is waiting.
    To see where it stands, type case. To take it back, type erase. To add something, begin your message with { $case }.
    .discreet =
    Your note has gone off. Nobody reads it at once. I call it { $case }.
    { $readers ->
        [one] One person gets it, and is asked to answer
       *[other] { $readers } people get it, and are asked to answer
    } within { $hours } hours. The answer comes here.
    If nobody has answered after { $later } hours, I tell you, and I tell the next people, if there are any, that a note is waiting.
    To see where it stands, type note. To take it back, type erase. To add something, begin your message with { $case }.

report-phrase-offer =
    One more thing, only if you want it. If you lose this phone or number, a passphrase lets you go on from another one.
    Type phrase and then at least four words of your own. Or use these: phrase { $example }
    Anybody who knows the name and the passphrase could read the answers. Keep it where only you find it, and then delete your message.
    .discreet =
    If you ever change phones, you can go on with your note there. Type phrase and then at least four words of your own. Or use these: phrase { $example }
    Keep them where only you find them, and then delete your message.

report-help =
    Write what you want to say, in as many messages as you like.
    done: you have finished, and want to see what would be sent
    stop: leave, and nothing is kept
    hide: delete my messages in this chat, and say nothing of this until you type five or more words that one of your messages here begins with
    tidy: let new messages here disappear after an hour
    remind me: I write once if you do not finish, in words that tell nothing. Without that I do not.
    helplines: people outside the branch to talk to
    Nothing has gone to anybody yet.
    .discreet =
    Write what you want to say, in as many messages as you like.
    done: you have finished
    stop: leave, and nothing is kept
    hide: take my messages off this phone, and say nothing of this until you type the word you began with
    tidy: let new messages here disappear after an hour
    remind me: I write once if you do not finish. Without that I do not.
    numbers: some useful numbers
    It has gone to nobody yet.

## Leaving

report-stopped =
    I have deleted what you had begun here. None of it was sent to anybody.
    This chat is still on your phone. You can delete it there.
    You can come back whenever you like.

report-stopped-hidden =
    What you had begun is gone here, and it went to nobody. I have asked Signal to delete my earlier messages too. What is left in this chat, you can delete on your phone.

report-erase-which =
    Which one?
    { $lines }
    Please answer with a number, or no to leave everything as it is.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    Take { $case } back for good?
    I would destroy everything I have of it and of you, and ask Signal to delete what the readers got. Signal does not delete what is more than about a day old, and people remember what they have read. Whoever runs this server may have an older copy.
    They are told only that it was taken back. They cannot answer you any more, and nobody can undo this.
    Type yes to take it back, or no to leave it.
    .discreet =
    Take { $case } back for good?
    I would delete all I have of it, and ask Signal to delete what others got. What is more than about a day old stays with them. Whoever runs this server may have an older copy.
    They are told only that it was taken back, and nobody can undo this.
    Type yes to take it back, or no to leave it.

report-erased =
    { $case } is gone. I hold nothing of it any more, and nothing that says it came from you.
    I have asked Signal to delete my earlier messages here as well. What is left in this chat, you can delete on your phone.
    .discreet =
    { $case } is gone. I have nothing of it any more.
    I have asked Signal to delete my earlier messages here as well. What is left in this chat, you can delete on your phone.

report-erase-kept = Nothing has changed. { $case } is still there.

report-erase-draft-only = What you sent before is still there. To take that back as well, type erase again.

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
        [reminded] Nobody has answered yet. They were reminded on { $since }.
        [escalated] Nobody has answered yet. I am sorry. On { $since } I told the next team that somebody is waiting.
        [answered] They last answered on { $since }.
       *[closed] They finished with it on { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Nobody has answered yet.
        [reminded] Nobody has answered yet. They were reminded on { $since }.
        [escalated] Nobody has answered yet. I am sorry. On { $since } I told the next people that a note is waiting.
        [answered] They last answered on { $since }.
       *[closed] They finished with it on { $since }.
    }

report-status = They say: { $status }

report-until = You can still get answers about it here until { $when }. After that I no longer know who wrote it.
    .discreet = You can still get answers about it here until { $when }.

report-add-to = To add something, begin your message with { $case }.

report-listening-now = For the next { $minutes } minutes, what you write here goes to the people who read { $case }. After that, begin your message with { $case }.
    .discreet = For the next { $minutes } minutes, what you write here goes to the people who have { $case }. After that, begin your message with { $case }.

report-did-you-mean = I have passed nothing on. Did you mean { $command }? Then type that again. If it was meant for the people who read { $case }, begin your message with { $case }.
    .discreet = I have passed nothing on. Did you mean { $command }? Then type that again. If it was meant for the people who have { $case }, begin your message with { $case }.

# What everybody gets who has nothing here that is spoken of, also those who typed hide.
report-case-none = I know of nothing that you have sent from this account. If you have sent something, type its name. From another phone or number, type resume, its name and its passphrase. If you began something and have not sent it, type how one of your messages began: five words of it or more.

report-nothing-here = There is nothing here that could be sent. What is begun here and not finished goes away by itself after { $hours } hours, and nobody gets it.

# This one and the next come after the line that says what to do in danger.
report-offer =
    { $count ->
        [one] Is this for the people who read { $case }? Type yes or no.
       *[other] Is this for the people who read one of these?
        { $lines }
        Answer with its number, or no.
    } Nobody has it yet.{ $minutes ->
        [0] {""}
       *[other] {" "}If it is for them, I also pass on what you write next, until you pause for { $minutes } minutes.
    }
    .discreet =
    { $count ->
        [one] Does this belong to { $case }? Type yes or no.
       *[other] Does this belong to one of these?
        { $lines }
        Answer with its number, or no.
    } Nobody has it yet.{ $minutes ->
        [0] {""}
       *[other] {" "}If it does, I also pass on what you write next, until you pause for { $minutes } minutes.
    }

report-offer-more =
    { $count ->
        [one] Is all of it for the people who read { $case }? Type yes or no. Nobody has it yet.
       *[other] For the people who read which one? Nobody has it yet. Answer with its number, or no.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Does all of it belong to { $case }? Type yes or no. Nobody has it yet.
       *[other] To which one does it belong? Nobody has it yet. Answer with its number, or no.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Is this for the people who read { $case }? Nobody has it yet.
    1. Yes, pass it on to them
    2. No, nobody gets it
    Please answer with 1 or 2.
    .discreet =
    Does this belong to { $case }? Nobody has it yet.
    1. Yes, add it
    2. No, leave it out
    Please answer with 1 or 2.

report-offer-choice = { $index }. { $case }

report-offer-file = I could not keep the file until you answer. Please send it again after that.

# After the line that says what to do in danger.
# After report-sent: many new reports have come within an hour, and this one is on the list that officers get.
report-waits-flood = Very many reports have come in this last hour. So that none is buried, the people who read them get a list with yours on it, and can open it from there. I send them yours by itself as soon as there is room. Nothing of it is lost.
    .discreet = Very many notes have come in this last hour. So yours is on a list that is read, and goes on by itself as soon as there is room. Nothing of it is lost.

# Instead of report-sent: an officer muted an earlier report of the same writer.
report-sent-muted =
    I have taken it. Thank you for telling us. I call it { $case }.
    An officer decided earlier that I take nothing more from you. So this one waits until another officer lets it through; they have been asked to look. Nothing of it is lost.
    If you hear nothing, people outside the branch can help: type helplines.
    To see where it stands, type case. To take it back, type erase.
    .discreet =
    I have taken your note. I call it { $case }.
    It was decided earlier that I take nothing more from you. So this one waits until somebody else lets it through; they have been asked to look. Nothing of it is lost.
    To see where it stands, type note. To take it back, type erase.

# What somebody writes to a case that is muted.
report-muted = Nobody was sent that: an officer decided that I take nothing more for { $case }. Another officer can change it. To write about something else, or to other people, type report.
    .discreet = Nobody was sent that: it was decided that I take nothing more for { $case }. That can be changed by somebody else.

report-passed-on = I am passing it on to the people who read { $case }. Nobody reads it at once.
    .discreet = I am passing it on to the people who have { $case }. Nobody reads it at once.

# To no, stop, wrong chat and the like, while what they write goes to a case by itself.
report-passing-ended =
    I have not passed that on. From now on I pass on nothing to the people who read { $case }, until you say so again.{ $part ->
        [0] {""}
       *[other] {" "}To take back the last thing they got: press and hold your message with it, choose Delete, then Delete for everyone. I then delete it for them too, as far as Signal does that.
    }
    If it was meant for them, begin your message with { $case }.
    .discreet =
    I have not passed that on. From now on I pass on nothing to the people who have { $case }, until you say so again.{ $part ->
        [0] {""}
       *[other] {" "}To take back the last thing they got: press and hold your message with it, choose Delete, then Delete for everyone. I then delete it for them too, as far as Signal does that.
    }
    If it was meant for them, begin your message with { $case }.

# To yes, ok, thanks, a thumb: while what they write goes to a case by itself.
report-passing-goes-on = I have not passed that on. If it was meant for the people who read { $case }, begin your message with { $case }. What else you write here still goes to them. To end that, type no.
    .discreet = I have not passed that on. If it was meant for the people who have { $case }, begin your message with { $case }. What else you write here still goes to them. To end that, type no.

report-not-passed-on = I have passed nothing on, and kept nothing of it. If you change your mind, begin your message with { $case }.

report-offer-ended = I have passed on nothing of what you wrote last, and kept nothing of it. If it was meant for somebody, please write it again.

report-closed = { $case } is finished, so I did not pass that on. To begin a new one, type report.
    .discreet = { $case } is finished, so I did not pass that on. To begin a new one, type the word you began with.

report-nothing-to-send = Nothing is waiting to be sent. { $case } has arrived. To see where it stands, type case. To take it back, type erase.
    .discreet = Nothing is waiting to be sent. { $case } has arrived. To see where it stands, type note. To take it back, type erase.

report-case-help =
    Type case to see where { $case } stands.
    erase: take it back for good
    hide: delete my messages in this chat, and say nothing of this until you type { $case }
    tidy: let new messages here disappear after an hour
    contact: when it is safe for me to write to you
    phrase, then four words of your own: go on from another phone later
    helplines: people outside the branch to talk to
    report: begin a new one
    .discreet =
    Type note to see where { $case } stands.
    erase: take it back for good
    hide: take my messages off this phone, and say nothing of this until you type { $case }
    tidy: let new messages here disappear after an hour
    contact: when I may write to you
    phrase, then four words of your own: go on from another phone later
    numbers: some useful numbers

## Traces on the phone

# To anybody who types hide, whatever they have here: it gives nothing away.
report-hidden = I have asked Signal to delete what I wrote to you here in the last day. What is older, marks that something was deleted, this message and your own messages only go when you delete the chat on your phone.

# To somebody who has typed the name or the word again, and had not sent what they began.
report-back = You can go on. What you began is still here, and has gone to nobody.

# After report-back or the state of a case, where it began in the plain manner and was hidden.
report-back-short = I keep it short here. To have everything in full again, type full.

report-full = Good. I write in full here again, answers too. To stop that, type hide.

report-tidy = I have asked Signal to let new messages in this chat disappear an hour after they were read. What is here already stays until you delete it. To switch it off, use the settings of this chat in Signal.

## When the bot may write by itself

report-ask-contact =
    One last question, so that I write at no bad moment. May I write to you here when there is an answer?
    1. Yes, at any time
    2. Yes, but only at certain hours
    3. No. I come and look
    4. Yes, but say only that there is something. Somebody else may look at this phone
    Please answer with a number. Until you do, I write when there is an answer.
    .discreet =
    One last question. May I write here by myself? I would only say that there is something for you, and you read it when you type note.
    1. Yes, at any time
    2. Yes, but only at certain hours
    3. No. I come and look
    Please answer with a number. Until you do, I write when there is something.

report-ask-hours = Between which hours? For example 9 to 15.

report-ask-hours-again = I need two times. For example 9 to 15. Or type never, and I do not write first.

report-contact-any-time = Good. I write when there is something. To change that, type contact.

report-contact-hours = Good. I write between { $start } and { $end } only. To change that, type contact.

report-contact-never =
    Good. I do not write first. To see whether there is an answer, type case. To change that, type contact.
    .discreet = Good. I do not write first. To see whether there is something, type note. To change that, type contact.

report-contact-notice = Good. I only say that there is something. To read it, type note. To change that, type contact.

# What comes by itself where somebody else may look at the phone.
report-notice = There is something for you. To read it, type note.

report-agreed-to-remind = Good. If you have not finished in a while, I write once. To leave, type stop.

## Another phone

report-phrase-how = Type phrase and then at least four words that only you know, for example: phrase { $example }

report-phrase-ok = That is set. From another phone or number, write to me: resume { $case } and then your words. Now please delete your message with the words in it.{ $old ->
        [0] {""}
       *[other] {" "}Mine with the words I suggested is too old for me to delete. Please delete that too.
    }

report-phrase-set-already = There are words already, so nothing has changed. To set others, type phrase, the old words, the word new, and then the new words. If it was not you who chose them, take everything back by typing erase, and begin again from a phone that nobody else has.

report-phrase-wrong = The old words do not fit, so nothing has changed. Please look at them again. Capitals and commas do not matter.

report-phrase-short = That is too short to be safe. Please use at least four words.

report-phrase-easy = That would be too easy to guess. Please use four words that have nothing to do with each other.

# To words that seem to set or to hold a passphrase, where they would have been a part of what goes on.
report-secret = That looks like a passphrase, so nobody gets it, and I have kept nothing of it.{ $file ->
        [no] {""}
       *[yes] {" "}I have not kept the file that came with it either.
    } Please delete your message. { $sent ->
        [no] You can set one after sending.
       *[yes] To set one, type phrase and then the words.
    } If it was something else, please say it in other words.

report-resume-how = Type resume, then the name of what you sent, then your passphrase. For example: resume amber river 12 and then your words.

report-resume-wrong = That did not fit. Please look at the name and the words again. Capitals and commas do not matter.

report-resume-locked = There have been too many tries. Please try again tomorrow. Nothing is lost.

report-resumed =
    You are back with { $case }. Answers come here from now on, and no longer to where you wrote from before.{ $told ->
        [yes] {" "}They are told that it goes on from another phone, not whose.
       *[no] {""}
    } Please delete your message with the words in it.

# To the account that it was written from before. Somebody else may have that phone, or this one.
report-moved-away = Hello. There is nothing more to do in this chat. If you did not expect to read that, write to me again.

## What comes by itself

report-nudge = Hello. You began something here and have not finished. There is no hurry. You can go on whenever you like, and if you do not, it goes away by itself { $hours } hours after your last message.

## What of a message did not come along

report-mention-instead = [somebody was mentioned here with @; the name did not come along]

report-mention-unknown = You mentioned somebody with @, and I cannot see which name you saw. Please type it, so that it is clear who you mean.
    .discreet = I cannot see one of the names. Please type it.

report-object-lost = Something in that message was not text, and it did not come along. If it matters, please put it in words or send a picture.

# To a file beside a command or an answer: only the word was read.
report-file-beside = I read only the words of that message, and have not kept the file. If it matters, please send it again by itself.

# To a quote of anything but a part or an answer of the same case.
report-quote-lost = What you quoted does not go along, only what you wrote yourself. If it matters, please put it in words.

# To words under a spoiler of Signal's.
report-uncovered = You covered some of the words. I cannot keep them covered: they go along as plain text.

# To a deletion, soon after sending, of what was no part of it: perhaps of the word that sent it.
report-deletion-late = The message you deleted was not part of what went on from here, so nothing has changed. To take back what you sent, type erase.

# To whoever lets messages of the chat disappear: that is not carried over to what was handed on.
report-timer = In this chat, new messages disappear after a while. That is about this chat alone: the people who read what you send keep it. To take it back after sending, type erase.
    .discreet = In this chat, new messages disappear after a while. That is about this chat alone: what goes on from here stays where it went. To take it back later, type erase.

# To an emoji or a pin on a message.
report-mark = Marks on a message, such as a thumb, a heart or a pin, go to nobody. If yours was to say something, please write it in words.

# To the deletion of an answer to a question, while it is being written.
report-deletion-unknown = The message you deleted was not part of what you are writing here, so nothing has changed.

report-view-once = You sent that to be viewed once. I keep it with the rest of what you sent. If you do not want that, delete the message in Signal, and I will delete it too.
