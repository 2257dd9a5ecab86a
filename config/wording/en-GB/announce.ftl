# What an admin reads on the way from "announce" to a posted announcement.

announce-not-admin =
    Only people who look after a branch can post through me, so I have not posted anything.
    If you should be one of them, type whoami and give the answer to the person who runs this bot.

announce-ask-text =
    What should it say? Send me the text. You can add pictures and PDFs.
    To leave, type no.

announce-file-first = I have that, and nothing has been posted. To post it, it needs a few words.

announce-file-refused =
    I have done nothing with that.
    { $lines }

announce-ask-branch =
    Which branch is this for? Answer with the number.
    { $choices }

announce-branch-choice = { $index }. { $branch }

announce-branch-unclear =
    I did not recognise that branch. Please answer with a number from 1 to { $count }, or type no to leave.

announce-ask-description =
    { $total ->
        [one] Please describe the picture for people who use a screen reader.
       *[other] Please describe picture { $index } of { $total } for people who use a screen reader.
    }
    Say in a sentence what it shows, and write out any words in it.

announce-description-needed =
    I need the description in words. Please type what the picture shows, or type no to drop the announcement.

announce-description-too-long =
    That is too long for a description: { $length } characters, and the most is { $most }. Please send a shorter one.

announce-too-long =
    That is too long for one announcement: { $length } characters, and the most is { $most }.
    Please send a shorter text, or put the long one into a PDF and attach it.

announce-time-past =
    I read “{ $words }” as a time that has already passed, so I have not kept the announcement.
    Please send it again with a time in the future, or without a time to post it now.

announce-time-skipped =
    The clocks go forward at “{ $words }”, so that time does not exist. I have not kept the announcement.
    Please send it again with another time.

announce-edit-too-late =
    I saw that you edited a message, but I can no longer follow that. Nothing has changed.
    To change something that is posted, type edit and its number, for example: edit 12 New text.

announce-draft-replaced = I have dropped the announcement you had not finished, and started this one.

announce-groups-unknown =
    I have only just started and do not know my groups yet, so I cannot show you where this would go. Nothing has been posted.
    Please send me the text again in a minute, or type no to leave.

announce-reaches-nobody =
    There is nowhere I could post this: I can post in none of the branch’s groups, and it has no Bluesky account.
    { $kept ->
        [yes] The draft is still kept.
       *[no] I have not kept it.
    } Please ask the person who runs this bot to check the groups in the settings.

announce-answer-unclear =
    I am not sure what you mean, so nothing has been posted.
    Type yes to post it, no to drop it, or edit followed by the new text.

announce-nothing-open =
    There is nothing waiting for an answer from you. A preview may have expired.
    To post something, type announce followed by the text.

announce-dropped = Dropped. Nothing has been posted.

announce-expired =
    The preview has expired, so I have dropped the announcement. Nothing has been posted.
    If you still want it, send it to me again.

announce-posting = Number { $number } is on its way. I will tell you when it has arrived.

announce-scheduled =
    Number { $number } will be posted on { $when }.
    To see what is waiting, type queue. To stop it, type cancel { $number }.

announce-proposed =
    Number { $number } needs the agreement of one more admin. I am asking { $others ->
        [one] the other admin
       *[other] the { $others } other admins
    }, and will tell you what they decide.
    To take it back, type cancel { $number }.

## The preview

preview-heading-now = Nothing has been posted yet. This is what I will post now for { $branch }, if you say yes.

preview-heading-later =
    Nothing has been posted yet. This is what I will post for { $branch } on { $when }.
    If you want it posted now instead, type now.

preview-groups =
    Signal: { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }
    { $names }

preview-group =
    • { $group } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    })

preview-text =
    ———
    { $text }
    ———

preview-picture = With a picture, described as: { $description }

preview-paper = With a file: { $name }

preview-post =
    { $total ->
        [one] ———
       *[other] — Post { $index } —
    }
    { $text }
    ———

preview-links =
    { $count ->
        [one] What people can tap on there:
       *[other] What people can tap on there:
    }
    { $links }

preview-card = The card below the post is of { $link }, if that page has one.

preview-page =
    The public page and its feed, which everybody can read{ $address ->
        [none] {""}
       *[other] : { $address }
    }

preview-left-out =
    Not included:
    { $lines }

left-out-closed-group = • { $group }: I am not allowed to post there. A group admin has to make me an admin.

left-out-unknown-groups =
    { $count ->
        [one] • One group in the settings, because I am not in it.
       *[other] • { $count } groups in the settings, because I am not in them.
    }

left-out-files-page = • Files on the public page. They go to the groups only.

left-out-formatting = • Bold, italics and other formatting. The words are all there.

# Where two kinds of formatting meet, or one stands beside a sign such as *.
left-out-formatting-part = • Part of the bold, italics or other formatting: Signal cannot show just this. You see above what it shows. The words are all there.

left-out-formatting-public = • Bold, italics and other formatting on { $places }. The words are all there.

left-out-spoiler-public = • The cover over hidden words (a spoiler) on { $places }. Everybody reads those words there at once.

left-out-mentions = • The alert that an @mention gives. The name stays in the text, as you see it above.

left-out-mention-unknown = • The name of somebody you mentioned with @, because I do not know it. If it belongs in the text, type it.

left-out-object = • Something in your text that was not text, perhaps a picture that was copied along with it.

left-out-spoiler = • The cover over hidden words (a spoiler). Everybody reads those words at once.

left-out-link-preview = • The preview that Signal showed you for the link. The link itself is there.

left-out-sticker = • The sticker.

left-out-view-once = • “View once”. People can look at the picture for as long as they like.

left-out-edit-files = • The files with that message. A change can only be to the words.

left-out-unclear-time =
    • A time to post at: I found none that I was sure of. To post it later, begin with a day and a time, for example: announce tomorrow 9am: Your text

left-out-file-too-large = • A file that is too large. Please send one under 25 MB.

left-out-file-missing = • A file that did not arrive. Please send it again.

left-out-file-again = • A file that I did not expect, so I did not take it. Please send it again.

left-out-file-too-many = • Some of the files: I take 32 in one message. Please send the others in another one.

left-out-file-empty = • A file with nothing in it. Please look whether it is the right one, and send it again.

left-out-file-encrypted = • A PDF with a password. Please send one without.

left-out-file-damaged = • A file that I could not open. Please send it again, or save it anew first.

left-out-file-too-many-pixels = • A picture that is too large to open. Please send it as a photo and not as a file, or send a screenshot of it.

left-out-file-too-complex = • A file that takes too long or too much memory to open. Please save it anew, with fewer pages or smaller pictures.

left-out-file-picture-kind = • A picture of a kind I do not open, such as TIFF, RAW or SVG. Please send it as a JPEG or PNG, or send a screenshot of it.

left-out-file-picture = • A picture. As papers I take PDFs and links.

left-out-file-moved = • The movement of a moving picture. Its first image is kept.

left-out-file-pictured = • Words in the PDF that nobody can see, or a part of it that I do not know. I made pictures of those pages. A screen reader cannot read them.

left-out-file-sound = • A recording. I take pictures and PDFs. Please put what it says into words.

left-out-file-film = • A video. I take pictures and PDFs. Please send a picture from it, or put a link to it into the text.

left-out-file-office = • A document, table or slides from an office program. Please save it as a PDF and send that.

left-out-file-archive = • A ZIP or another packed file. Please take out what is in it and send that.

left-out-file-text = • A text file. Please copy its words into your message.

left-out-file-unsupported = • A file of a kind I do not know, so I cannot take hidden details out of it. I take pictures and PDFs.

preview-needs-second-admin = After your yes, another admin has to agree before it is posted.

preview-answers =
    Type yes to post it, no to drop it, or edit followed by the new text. A 👍 on this message also means yes.
    I will wait until { $until }.

## Another text for the public

public-may-be-short = That is long for { $places }. To give a shorter text for everybody to read there, type public: and the text.

public-own = The text that is meant for the public goes to { $places }. To use the same text as in the groups, type public: same.

public-nowhere = This branch posts in groups only, so there is no text for the public. What I showed you still waits for your answer.

## When the groups get it

# $groups is how many groups are meant; $ago is one of the ago-… below.
preview-last-post =
    { $groups ->
        [one] The last post there was { $ago }.
       *[other] The last post in one of these groups was { $ago }.
    }

preview-near = Number { $number } is to be posted about then too: on { $when }.

preview-behind =
    { $count ->
        [one] One message to a group goes out before it.
       *[other] { $count } messages to groups go out before it.
    }

preview-blocked =
    Signal has let nothing through since { $since }. { $cause ->
        [captcha] It wants a captcha to be solved: type captcha to hear how. The groups get this as soon as that is done.
        [signed_out] The groups get this once the person who runs this bot has put it right.
       *[other] The groups get this as soon as it does.
    }

preview-at-night = That is at night. To have it posted in the morning instead, type morning.

# Asked before a post that would arrive while people sleep. The numbers are answers.
preview-night =
    It is { $time }, and phones may wake people. When should it go out?
    1. Now: type now.
    2. On { $when }: type morning.

preview-night-answers = To drop it, type no. To change it, type edit followed by the new text.

# A correction, or a change of a meeting, that would reach groups at night.
change-night =
    It is { $time }, and phones may wake people. If it cannot wait, type now. Else type no, and send it again in the morning.

# After "morning" to the question above: what stays as it is was said before.
change-in-the-morning = I cannot keep a change until then. Please send it again after { $when }.

ago-minutes =
    { $count ->
        [0] just now
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }

ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }

ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }

## Another admin's agreement

proposal-heading = Another admin of { $branch } wants to post this, as number { $number }. It has not been posted yet.

proposal-when = It would be posted on { $when }.

proposal-answers = To post it, type agree { $number }. To drop it, type refuse { $number }.

agree-already-decided = Number { $number } is not waiting for anybody’s agreement.

# What another admin may answer who could mean, by the number alone, what was shown under it before.
agree-which =
    If you agree to this, type both numbers: agree { $number } { $round }. The number alone could mean what I have shown as number { $number } before.
    If not, type refuse { $number }.

# Goes before what waits, which is shown once more.
agree-look-again = I have done nothing yet, because number { $number } may not be what you have in mind. This is what waits:

agree-time-over = I have done nothing yet: the time at which number { $number } was to be posted is over. If you agree now, it is posted at once. This is what waits:

agree-at-night =
    I have done nothing yet: it is night, and phones may wake people. If you agree to number { $number } now, it is posted at once.
    You can also agree in the morning: it waits for you. This is what waits:

agree-own = Number { $number } is yours. Another admin has to agree to it. To take it back, type cancel { $number }.

agree-refused = Dropped. Number { $number } will not be posted.

agree-was-refused = Another admin decided against number { $number }, so it will not be posted. You may want to talk about it.

agree-was-agreed = Another admin agreed to number { $number }.
