# Adverts of members in a board: the conversation with whoever writes one, and with moderators.

# What stands in the board. Its first line is the bot's, so that nobody can write in the branch's name.
advert-post =
    Advert { $number }, from a member. Until { $until }.

    { $text }{ $photo ->
        [yes] {""}

        Photo: { $description }
       *[no] {""}
    }

# Said in the board of one that was taken down after Signal had stopped deleting it.
advert-no-longer = Advert { $number } no longer stands.

board-list =
    { $count ->
        [0] Nothing stands here at the moment.
       *[other] What stands here now:
        { $lines }
    }

    To put in an advert of your own, write to this bot: advert

board-list-line = { $number }. { $text } (until { $until })

board-pin-by-hand =
    I keep a list of what stands in { $board }, and could not pin it: this release of the Signal service cannot do that, or did not. You can, once: open { $board }, press the list, “Pin”.
    I tell you this only once. When I have to post the list anew, pin the new one in its place.

help-board =
    Members can put adverts in the branch’s board:
    { $lines }

advert-no-member = Adverts are for members: I see you in none of the branch’s groups. To find out about meetings: next

advert-board-shut = I cannot post in { $board } at the moment. An admin has to make me an admin there. Nothing of yours is lost; try again tomorrow.

advert-ask-board =
    Which board is it for? Answer with its number.
    { $lines }

advert-board-choice = { $index }. { $board }

advert-ask-text =
    What should your advert say? Write it as you want it read: what it is, where, and how people can answer you. A photo can go with it.
    Everybody in { $board } can read it. I do not say whose it is. To stop: no

# After what to do in danger.
advert-danger = I have taken no advert, and passed your words on to nobody. If you did mean an advert, write it with a few more words: advert and the text

advert-danger-draft = If you did not mean this as an advert, answer no: then I keep nothing of it. Nobody has seen it.

advert-too-long = That is { $length } characters. An advert can have up to { $most }. Please make it shorter.

advert-too-many = You have put in { $most } adverts within a week. So that everybody finds room, please wait a few days.

advert-ask-personal =
    This looks like somebody’s own:
    { $lines }

    Everybody in { $board } would read it, and could pass it on. Answer with a number:
    1. It is mine, or they have said yes. Leave it.
    2. Take it out.

advert-personal-unclear = Please answer 1 to leave it, or 2 to take it out. To stop: no

advert-nothing-left = Without that nothing would be left. Please write it anew.

advert-ask-description =
    What does the photo show? Some members cannot see it: a few words help, for example “a blue two-seater sofa, one worn arm”.
    To go on without: skip

advert-description-unclear = Please say in a few words what the photo shows, up to { $most } characters. To go on without: skip

advert-photo-left-out =
    { $why ->
        [too_large] • The photo is too large for me to take.
        [too_many] • An advert has one photo. I have left out the others.
        [damaged] • I could not open the photo. Please send it again.
        [moved] • Of the moving picture I have taken the first one.
       *[other] • I have left a file out: only photos can go with an advert.
    }

advert-preview =
    Nothing is posted yet. In { $board } it would say:

    { $post }

    { $photo ->
        [yes] Your photo goes with it. Where and when it was taken, and with which phone, is taken out of it.
       *[no] It has no photo.
    } { $contact ->
        [yes] I do not say whose it is.
       *[no] I do not say whose it is, and it says no way to reach you: if you want answers, say how.
    }{ $left_out ->
        [none] {""}
       *[other] {""}
        { $left_out }
    }{ $read ->
        [yes] {""}
        A moderator reads it before it is posted. They are not told whose it is.
       *[no] {""}
    }{ $before ->
        [none] {""}
       *[other] {""}
        Your advert { $before } is taken down once this one stands.
    }

    Shall I? yes, no, edit and the new text, or until and another day, such as: until { $example }

advert-until-unclear = I did not understand until when. For example: until { $example }, or until 10 days. It can stand up to { $most } days.

advert-answer-unclear = I am not sure what you mean, so nothing is posted yet. Please answer yes, no, edit and the new text, or until and a day.

advert-dropped = Fine. Nothing is posted, and I have kept nothing of it.

advert-expired = You did not answer, so your advert is not posted. I have kept nothing of it. To begin again: advert

advert-asked =
    Thank you. A moderator reads it first, usually within two days. They are not told whose it is. I tell you what they say.
    How it stands: advert. To take it back: advert down

advert-posting =
    { $night ->
        [yes] I post it in the morning, so that nobody is woken.
       *[no] I am posting it now.
    } I tell you when it stands.

advert-stands =
    Your advert { $number } stands in { $board } until { $until }. To take it down before: advert down
    Delete it soon if you want it gone from phones: Signal lets me do that for a day. After that I can take it off the list and say that it no longer stands; its message stays, and earlier lists with its first words may.

advert-not-taken = Signal did not let me post your advert { $number }. Nothing of it is kept. The branch’s admins know that something is wrong with the board. Please try again tomorrow: advert

advert-not-taken-admin = I could not post an advert in { $board }. Its writer knows. Look whether I am an admin there: groups check

advert-standing =
    { $stage ->
        [asked] Your advert { $number } waits for a moderator. To take it back: advert down
        [ready] Your advert { $number } is posted in the morning, so that nobody is woken. To take it back: advert down
        [posting] Your advert { $number } is on its way. To take it back: advert down
       *[standing] Your advert { $number } stands in { $board } until { $until }. To take it down: advert down
    }
    “{ $text }”
    To put another in its place: advert and the new text. You can have one at a time.

advert-standing-over =
    Your advert { $number } has had its time. To put it up again: advert again
    “{ $text }”
    To write a new one: advert and the text

advert-none-to-end = You have no advert. To write one: advert

advert-none-again = I have no advert of yours that I could put up again. I keep one for a week after its time. To write one: advert

advert-over =
    { $left ->
        [nothing] Your advert { $number } has had its time, and I have deleted it.
       *[message] The time of your advert { $number } is over, and I have taken it off the list. Its message stays in the group: Signal lets me delete a message only within a day. It says itself until when it stood.
    }
    To put it up again within a week: advert again

advert-replaced =
    { $left ->
        [nothing] Your earlier advert { $number } is deleted.
       *[message] Your earlier advert { $number } is off the list, and I have said in the group that it no longer stands. Its message stays there, and earlier lists with its first words may: Signal lets me delete a message only within about a day.
    }

advert-ended =
    { $left ->
        [nothing] Done. Advert { $number } is taken down.
       *[message] Done. Advert { $number } is off the list, and I say in the group that it no longer stands. Its message stays there, and earlier lists with its first words may: Signal lets me delete a message only within about a day.
    }

advert-ended-by-deletion =
    { $left ->
        [nothing] You have deleted what your advert { $number } was written in, so I have taken it down too.
       *[message] You have deleted what your advert { $number } was written in, so I have taken it off the list, and say in the group that it no longer stands. Its message stays there, and earlier lists with its first words may: Signal lets me delete a message only within about a day.
    }

advert-change-how = What is posted I do not change with your message. To put another in its place: advert and the new text. To take it down: advert down

## Moderators

advert-offer =
    Advert { $number } is for { $board }, and its writer waits. Nobody is told whose it is.

    “{ $text }”
    { $photo ->
        [yes] The photo comes with this message. Its description: { $description }
       *[no] It has no photo.
    }

    To have it posted: a thumbs up on this message, or advert yes { $number }
    Not this one: advert no { $number }. I ask you which standard it goes against, and its writer gets the answer. The first answer of you all counts.

advert-answered-other =
    { $how ->
        [yes] Advert { $number } is answered: it is posted.
       *[no] Advert { $number } is answered: it is not posted.
    } You need do nothing.

advert-agreed = Thank you. Advert { $number } is posted. What its writer puts in next goes without being read, unless it has a link.

advert-agreed-all = Thank you. Advert { $number } is posted.

advert-read-and-posted = A moderator has read your advert { $number }, and it is fine. I post it, by day, and tell you when it stands.

advert-refuse-ask =
    What does advert { $number } go against? Answer with a number, and your own words after it if you like. Its writer reads just that, and not who said it.
    { $standards }

advert-standards =
    1. It is a business, or asks for money.
    2. It may not be true, or leads to a page that people should not trust.
    3. It shows something of somebody else’s: a name, a number, an address, a face.
    4. It speaks as if it were the branch.
    5. It hurts, mocks or leaves out people.
    6. Something else (say what)

advert-standard =
    { $standard ->
        [1] It is a business, or asks for money.
        [2] It may not be true, or leads to a page that people should not trust.
        [3] It shows something of somebody else’s: a name, a number, an address, a face.
        [4] It speaks as if it were the branch.
        [5] It hurts, mocks or leaves out people.
       *[other] {""}
    }

advert-reason-needed = Please say which, with a number from 1 to 6, and for 6 your own words after it: its writer should know why. Nothing has gone to them yet. To leave the advert as it is: no

advert-refused-told = Done. Advert { $number } is not posted, and its writer knows why.

advert-down-told =
    { $left ->
        [nothing] Done. Advert { $number } is deleted, and its writer knows why.
       *[message] Done. Advert { $number } is off the list, and I say in the group that it no longer stands. Its writer knows why. Its message stays there, and earlier lists with its first words may: Signal lets me delete a message only within about a day. An admin of the group may be able to, in Signal.
    }

advert-refused =
    Your advert { $number } is not posted. A moderator wrote:
    { $reason }

    You can change it and try again: advert

advert-taken-down =
    Your advert { $number } was taken down. A moderator wrote:
    { $reason }

    { $left ->
        [nothing] It is deleted.
       *[message] It is off the list, and the group is told that it no longer stands. Its message stays there, and earlier lists with its first words may: Signal lets me delete a message only within about a day.
    } You can put in another: advert

advert-refuse-expired = You did not say why, so advert { $number } stays as it is.

advert-refuse-left = Fine. Advert { $number } stays as it is.

advert-own = Advert { $number } is your own, so somebody else has to read it. To take it back: advert down { $number }

advert-unread = No moderator has read your advert { $number } yet. They have been told again. You need do nothing; to take it back: advert down

advert-unread-moderator = Advert { $number } has waited for two days, and nobody has answered. Its writer knows. To have it posted: advert yes { $number }. If not: advert no { $number }

advert-never-read = Nobody has read your advert { $number }, so it was not posted, and its time is over. I am sorry. To try again: advert

advert-never-read-moderator = Advert { $number } was never answered, and its time is over. Its writer knows.

advert-answered-already = Advert { $number } waits for no answer: it was answered already, or taken back.

advert-number-missing = Which advert? Add its number, for example: { $example }

advert-unknown = I know no advert { $number } in a board of yours.
