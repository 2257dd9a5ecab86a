# One to one, through the bot: what moderators, the person and whoever they bring read.
#
# No moderator is named, and nobody sees a number. What somebody says stands in { $said }.

## What moderators read

talk-unknown = I know of nothing with the number { $number } that you deal with.

talk-which = Which one? For example: { $example }

talk-subject-unknown = I do not know whose message { $number } is about, so I cannot reach them.

talk-preview =
    They will read:

    The moderators of { $branch } would like to talk with you, here, through me. They write:

    { $said }

    After it I say that they need not answer, that nobody sees their number or yours, and that they may bring somebody.
    Is the text about what was done, and not about what somebody believes?

    Send it? yes or no

talk-sent = They have it. What they answer, I tell all moderators who deal with { $number }.

talk-said = They have it.

talk-dropped = Nothing was sent.

talk-not-sent = Your text about { $number } was not sent. It begins with: { $begins }

talk-nothing-yet = Nobody has talked about { $number } yet. To begin, write for example: talk { $number } Hello, can we talk about Tuesday?

talk-lines =
    Talk { $number }:

    { $lines }

    { $more ->
        [yes] There is more. To read on: talk { $number }
       *[no] { $state ->
            [declined] They have said that they do not want to talk.
            [closed] The talk is over. You can open it again: talk { $number } and your words.
           *[open] To answer: talk { $number } and your words. To end it: talk { $number } close
        }
    }

talk-line-moderators = Moderators, { $when }: { $said }

talk-line-person = They, { $when }: { $said }

talk-new = There is something new in talk { $number }. To read it: talk { $number }

talk-declined-told = In talk { $number } they say that they do not want to talk. That is their right. To go on without: decide { $number }

talk-declined-already = They have said that they do not want to talk. I send them nothing more about { $number }, unless they write first.

talk-companion-came = They have brought somebody to talk { $number }, who reads what is said from now on. I do not tell who it is.

talk-companion-gone = Nobody reads along in talk { $number } any more but they and you.

talk-closed-by-you = The talk about { $number } is over. They know.

talk-closed-told = The talk about { $number } is over: another moderator has ended it.

talk-ended-told = The talk about { $number } is over: nobody has written for two weeks. You can open it again: talk { $number } and your words.

talk-remind-moderators = In talk { $number } they have waited for an answer for three days. To read it: talk { $number }

## What everybody reads whose words are not taken

talk-too-long = That is too long: { $most } characters at most. I have passed nothing on. Please send it in parts.

talk-too-many = That was much for one hour. I have not passed this on. Please go on in an hour.

talk-full = This talk is so long that it takes no more. I have not passed this on.

talk-only-words = Only words go through here. I have passed on no picture, file or recording.

talk-no-words = There are no words in it, so I have passed nothing on.

talk-gone = There is nothing left of this talk. I have passed nothing on.

talk-link = (a link or a number was here)

## What the person reads

talk-opening =
    The moderators of { $branch } would like to talk with you, here, through me. They write:

    { $said }

    You need not answer, and a no is not held against you. They do not see your number, and you are not told who of them writes.
    To answer, just write here.
    To say no: talk no
    To bring somebody who reads along: talk bring
    If somebody has harmed you, that is not for them: report takes you to the safeguarding team.

talk-from-moderators =
    The moderators of { $branch } write:

    { $said }

talk-passed-on = I have passed it on to the moderators of { $branch }.

talk-passed-on-first =
    I have passed it on to the moderators of { $branch }. While this talk is open, what you write here goes to them, unless it is a command.
    If somebody has harmed you, that is not for them: report takes you to the safeguarding team.

talk-ask-meant =
    I have passed nothing on yet. Is this for the moderators of { $branch }?

    1. yes, pass it on
    2. no

    If somebody has harmed you, write report: then the safeguarding team reads it, and no moderator does. In that case copy your text into it.

talk-ask-command =
    I have passed nothing on yet. Did you mean { $command }? Then write it once more.
    Or is it for the moderators of { $branch }?

    1. yes, pass it on
    2. no

talk-not-passed-on = I have passed nothing on.

talk-ask-expired = You did not say whether your words were for the moderators. I have passed nothing on.

talk-which-of-yours = You have more than one talk open: { $numbers }. Please say which, for example: talk { $example } and your words.

talk-stands =
    Talk { $number }, with the moderators of { $branch }:

    { $lines }

    { $more ->
        [yes] There is more. To read on: talk { $number }
       *[no] { $state ->
            [declined] You have said that you do not want to talk. If you do after all, write: talk { $number } and your words.
            [closed] It is over. If there is something left to say, write: talk { $number } and your words.
           *[open] To answer, just write. To say no: talk no. To bring somebody: talk bring
        }
    }

talk-you = You, { $when }: { $said }

talk-declined =
    That is fine. I tell the moderators, and they write to you about { $number } no more.
    They may still decide something about it. If they do, I tell you what and why, and how to appeal.
    If you want to talk after all: talk { $number } and your words.

talk-closed = The moderators of { $branch } have ended the talk { $number }. If there is something left to say: talk { $number } and your words.

talk-ended = The talk { $number } with the moderators of { $branch } is over: nobody has written for two weeks. If there is something left to say: talk { $number } and your words.

talk-remind-person =
    The moderators of { $branch } have written to you about { $number }, and wait to hear from you. You need not answer.
    To say no: talk no. To read it: talk

## Somebody whom the person brings

talk-code =
    Give this code to whoever you want to bring, for example in a message of your own:

    { $code }

    They write to me: talk with { $code }
    It works once, for two days. Whoever has it reads what is said from then on, and nothing from before. They cannot write in the talk. The moderators learn that somebody is there, and not who.
    To be alone again: talk alone

talk-code-unknown = I know no such code. It works once, for two days. Please ask for a new one: whoever gave it to you writes talk bring.

talk-code-own = This is your own code. It is for whoever you want to bring.

talk-code-moderates = You moderate there, so you read the talk already. This code is for somebody from outside.

talk-code-again-taken = Somebody is with you already. To be alone first: talk alone

talk-joined =
    You are with somebody who talks with the moderators of { $branch }. From now on you read here what both sides write. What was said before you do not see, and you cannot write in the talk.
    Please keep it to yourself. Who brought you can see that you have come. The moderators are not told who you are.
    To leave: talk leave

talk-friend-came = Whoever had your code reads along from now on. To be alone again: talk alone

talk-friend-gone = Whoever you brought has left. To bring somebody: talk bring

talk-friend-sent-away = You are alone in the talk again. Whoever was with you reads no more.

talk-friend-none = Nobody is with you in the talk.

talk-left = You have left. You read nothing more of it.

talk-sent-away = You read nothing more of the talk that you were brought to.

talk-companion-moderators =
    The moderators of { $branch } write in the talk that you were brought to:

    { $said }

talk-companion-person =
    Whoever brought you to the talk with the moderators of { $branch } writes:

    { $said }

talk-companion-over = The talk with the moderators of { $branch } that you were brought to is over.

talk-companion-reads = You can read along, and not write, in the talk that you were brought to. I have passed nothing on. To leave: talk leave
