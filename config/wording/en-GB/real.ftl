# `is this real`: what is said of a message, link, picture or paper that goes round. Whoever reads it is worried.

real-ask =
    Send me what you want checked: forward or paste the message or the link here, or send the picture or PDF. Your next message is looked at, and not kept.
    To stop: no

# After what is said to a message with a link in it that nobody understood.
real-hint = Has somebody sent you this, and you want to know whether it is real? Then type: is this real

real-stopped = All right. I have checked nothing.

real-nothing-to-check = I found nothing in that to check. Please forward or paste the message or the link itself, or send the picture or PDF.

real-too-often = You have had a lot checked in the last hour. Please try again later. Until then: do not pay, log in or give your details because of a message you are not sure of.

real-file-unreadable = { $why ->
        [too_many] I look at up to three files at a time, and left out the others. Please send them by themselves.
        [not_found] A file did not arrive here. Please send it again.
       *[other] I can look at pictures and PDFs. One of the files is of another kind, or cannot be opened, so I know nothing about it.
    }

# Whose post it is: a branch of this bot, or one that is followed.
real-whose = { $own ->
        [yes] number { $number }, which { $who } posted on { $when }
       *[no] what { $who } posted on { $when }
    }

real-same =
    ✅ Yes, this is real. It is { $whose }.{ $changed ->
        [no] {""}
       *[other] {" "}It was corrected on { $changed }. These are the words that hold now.
    }

# Somebody has put words round it that want money, a login or details.
real-same-within =
    ⚠️ Careful: only a part of this is real. That part is { $whose }.{ $changed ->
        [no] {""}
       *[other] {" "}It was corrected on { $changed }. These are the words that hold now.
    }

# A post may warn of just that part, so it is shown with all round it.
real-same-part =
    ⚠️ This is only a part of { $whose }. A part can mean something else than the whole. Please read all of it:

    { $text }

real-same-file = ✅ Yes, this is real. It is the very file that came with { $whose }.

real-beside =
    Other words stand round it. Those were not posted, so do not rely on them:
    “{ $beside }”

real-sent = ✅ Yes, this is real. I sent it to the branch’s groups on { $when }. It is not a post with a number but a notice or a reminder, so something may have changed since.

real-earlier =
    ⚠️ This was real, but it no longer holds. It is an earlier version of { $whose }. It was changed on { $changed }.{ $text ->
        [none] {""}
       *[other] {" "}It says now:

        { $text }
    }

real-retracted = ⚠️ This was posted and then taken back. It is { $whose }. It was taken back on { $changed }. Please do not act on it, and do not pass it on.

real-differs =
    ⛔ No, this is not what was posted. It looks like { $whose }, but it is not the same:
    { $lines }
    Please do not act on it, and do not pass it on.

real-differs-text =
    What was really posted:

    { $text }

real-differs-hidden = ⛔ This is not what was posted. It looks like something for members of the branch, but it is not the same. Please do not act on it. An admin of the branch can tell you more.

real-difference = • { $kind ->
        [account] Account
        [domain] Web or email address
        [link] Link
        [phone] Phone number
        [amount] Amount
        [date] Date
        [time] Time
        [address] Place
        [name] Name
        [number] Number
       *[words] Words
    }: { $way ->
        [added] “{ $asked }” was added.
        [missing] “{ $known }” is missing.
       *[changed] it should be “{ $known }”, and this says “{ $asked }”.
    }

real-difference-order = • Hidden signs turn letters or figures round, so it may not show what it says

real-difference-more = • and more

# A site’s name that is made to look like another one. Dots stand in brackets so that nobody taps it.
real-alike = ⛔ Careful: { $host } is not { $known }. { $trick ->
        [letters] It uses letters that only look the same.
        [slip] A letter or two, or a hyphen, are different.
        [ending] It ends differently, so it belongs to somebody else.
        [user] What stands before the @ means nothing. What counts comes after it.
       *[within] The known name is put in as a decoy. What counts is the end.
    }

real-alike-close = I put the dots in brackets so that nobody taps it by mistake. Do not open it, and do not log in or pay there.

real-false =
    ⛔ No. This is known to be false. { $who } warned of it on { $when }:
    “{ $text }”
    Please do not act on it, and do not pass it on.

# A post may warn of an address, so it is shown with what is said of it.
real-linked =
    This address stands in { $whose }. Please read what is said of it there, and check that your browser shows just this address before you type anything:

    { $text }

real-same-site =
    { $known ->
        [own] This page is on the branch’s own site.
       *[posted] This page is on a site that stands in { $whose }, but just this page does not.
    } I have not looked at the page itself.

real-looks-like =
    ⚠️ This { $media ->
        [paper] PDF
       *[picture] picture
    } looks like the one that came with { $whose }. But I cannot read what is written in it, and a figure, a date or an account number in it may have been changed.{ $text ->
        [none] {""}
       *[other] {" "}Please compare it with what was really posted:

        { $text }
    }

real-unknown = { $what ->
        [file] ❓ I do not know this file.
       *[words] ❓ I do not know this.
    } Neither the branch nor anybody it follows has posted it, as far as I can see. That does not prove that it is false, but please be careful.

real-unread-picture = I cannot read what is written in a picture. If it shows a message, type or paste its words or the link here, and I look again.

# What to do about what is not real, or not known. One line each; read on a phone by somebody who may have paid already.
real-advice =
    What to do:
    • Do not pay, log in, or give your details because of it.
    • If you have paid or given card or bank details, ring your bank now. In the UK, 159 puts you through to most banks.
    • If you cancelled a direct debit because of it, tell your bank and the branch. Set it up again only in a way that the branch itself has posted.
    • If you set up a new payment because of it, ask your bank to stop it. What went by a direct debit that you did not agree to, the bank has to give back (Direct Debit Guarantee).
    • Ask an admin of the branch, at a meeting or in the group, before you do anything.

# The same where no money, link, account or login is in it: only the hour of a meeting, say.
real-advice-short =
    What to do:
    • Do not act on it before somebody has confirmed it: ask an admin of the branch, at a meeting or in the group.
    • What I know of the next meetings: type next

real-advice-report = • If it does harm to you or somebody else, you can tell people here in confidence: type report

real-advice-page = • To check a post yourself: { $url }

real-kept = I keep none of what you sent, and tell nobody that you asked. Admins hear only how many ask about the same thing and, of a link, its address.

# To admins, unasked.
real-asked =
    { $people } people have asked me whether this is real:
    { $link }
    I do not know it. If it is false, warn everybody who asked: false, then the link or the text. I keep neither what they sent nor who they are.

real-asked-text =
    { $people } people have asked me whether the same { $what ->
        [file] picture or PDF
       *[words] message
    } is real. I do not know it, and I keep neither it nor who they are. Ask in the groups whether somebody can forward it to you. If it is false, warn everybody who asked: false, then the text

# To whoever has asked before, unasked.
real-now-false =
    You asked me whether something is real. It is not: { $who } says that this is false:
    “{ $text }”
    If you have paid or given your details because of it, ring your bank now. In the UK, 159 puts you through to most banks.

real-now-not-false =
    I told you that something is false:
    “{ $text }”
    That warning was wrong, and is taken back. Sorry for the worry.

## Admins

false-ask = What is false? Send me the text or the link as people got it: type it, paste it or forward it here. You will see it before anything happens. To stop: no

false-list =
    What your branch says is false:
    { $lines }
    To take one back: not false, then its number. To add one: false, then the text or the link.

false-list-line = { $number }. { $when }: { $text }

false-list-waits = { $number }. Waits for another admin: { $text }

false-ask-branch = For which branch? Begin with its short name: { $example }

false-is-own = That is just what your branch posted as number { $number }. If it is wrong, correct it or take it back: edit { $number }, or retract { $number }. I have warned nobody.

false-too-long = That is { $length } characters. A warning can have up to { $most }. Please send the part that matters, or only the link.

false-no-text = I need words or a link for a warning. I cannot read what is written in a picture. I have done nothing.

false-preview =
    Nothing has happened yet. { $branch } would warn everybody that this is false:

    “{ $text }”

    • { $people ->
        [0] Nobody has asked about it in the last 14 days.
        [one] One person who asked about it is told.
       *[other] { $people } people who asked about it are told.
    } Whoever asks from now on is told at once.
    • It goes into the branch’s signed feed on the public page, for everybody to read and for all who follow.{ $approvals ->
        [two] {" "}Another admin has to agree first.
       *[one] {""}
    }
    Do not put names of people in it. Is that right? yes or no

false-stands =
    Done. Warning { $number } stands.
    { $people ->
        [0] Nobody has asked about it so far.
        [one] One person who asked about it is told.
       *[other] { $people } people who asked about it are told.
    } To take it back: not false { $number }
    To tell the groups, too, I have kept a draft for you. See it and post it: post draft { $draft }

# The draft for the groups.
false-post =
    Warning: this is false and not from us.

    “{ $text }”

    Please do not act on it, and do not pass it on. If you have paid or given your details, ring your bank now. To have anything checked, write to this bot: is this real

false-dropped = All right. I have warned nobody.

false-expired = You did not answer, so I have warned nobody.

false-waits = Another admin has to agree. I have asked { $others ->
        [0] nobody, because there is no other admin
        [one] one
       *[other] { $others }
    }. Until then nobody is warned. To call it off: false no { $number }

false-proposed =
    Another admin of { $branch } wants to warn everybody that this is false:

    “{ $text }”

    To agree: false yes { $number }
    To say no: false no { $number }

false-own = You asked for warning { $number } yourself. Another admin has to agree.

false-agreed = Another admin has agreed: warning { $number } stands.

false-refused = Another admin said no to warning { $number }. Nobody was warned.

false-refused-done = Done. Nobody is warned.

false-unknown = I know no warning { $number } of your branch that this could be about. To see all: false

false-which = Which one? { $example }

not-false-done = Done. Warning { $number } is taken back, in the signed feed too. { $people ->
        [0] Nobody had asked about it.
        [one] One person who had asked about it is told.
       *[other] { $people } people who had asked about it are told.
    } If you posted it to the groups, take that back as well: retract, then its number.

false-withdrawn-by-other = Another admin has taken back warning { $number }: “{ $text }”

false-agreed-by-other = Warning { $number } stands, with another admin’s word: “{ $text }”
