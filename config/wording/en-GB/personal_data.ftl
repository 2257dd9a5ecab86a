# What somebody reads who asks what is kept of them, or wants to be forgotten.
# Somebody else may hold their phone: nothing here says whether there is a report or a complaint.

## about me

about-me =
    { $count ->
        [0] Of you in particular I keep nothing now.
       *[other] What I keep of you in particular:

        { $lines }
    }

    { $everybody }

    As a file: about me file. To have it destroyed: forget me. Why it is kept, and what your rights are: privacy.

about-me-line = • { $text }

# Said to everybody in the same words, so that it tells nothing of anybody.
about-me-everybody =
    The rest I tell everybody in the same words, because somebody else may hold this phone:

    • What you are in the middle of with me, and have not sent or finished, is kept until you do, or for { $open } minutes.
    • What you write to me is deleted once it is answered. Some fingerprints stay for hours or days, 30 days at most: so that nothing is answered twice, for limits, for “hide”, and to find a message in a group that somebody complains about. A fingerprint cannot be turned back into an account.
    • Of what you have checked with “is this real” nothing is kept. That you asked is sealed under the very thing you asked about, for 14 days, so that I can tell you if it turns out to be false.
    { $reports ->
        [yes] • Reports of harm: whether you have written one, I do not say here. If you have, type about me and its name. A report is encrypted. It is destroyed { $content } days after it is closed, who wrote it after { $link } days, and one that was never sent after { $draft } hours.
       *[no] {""}
    }
    • Complaints about conduct: whether you have written one, or somebody has about you, I do not say here. If you have, type complaint and its number. They are encrypted, and destroyed { $record } days after their end. What is decided about you, you hear from me.
    • If somebody gave a branch your phone number so that it can ask you whether you want to be on its contact list, a fingerprint of the number is kept for two years, ten if you said no, so that nobody asks you again.
    • What admins wrote in announcements, such as a speaker’s name: please ask an admin.

about-me-long = That is more than fits into a message. It is in the file.

about-me-file = Here is what I keep of you, as a file. I keep no copy of it. Your phone does: delete it there if somebody else should not read it.

about-me-file-name = about-me.txt

about-me-file-text =
    What this bot keeps of one account, { $day }

    { $entries }

    { $everybody }

    Who is responsible: { $controller }
    You may have what is wrong put right, object, have it destroyed (write “forget me” to the bot) and complain: to whoever is responsible, and to the Information Commissioner’s Office, ico.org.uk.

about-me-file-nothing = Of this account in particular nothing is kept.

about-me-file-entry =
    { $text }
    Why: { $why }
    On the basis of UK GDPR Article { $basis }
    Where: { $tables }. In backups: { $backups ->
        [dated] those that are kept for weeks
        [newest] the newest alone
        [both] those that are kept for weeks, without whom it went to
       *[none] none
    }
    { $stays ->
        [none] {""}
       *[other] If you have yourself forgotten: { $stays }
    }

## about me, with the name of a report: for whoever wrote it. The discreet ones tell nothing to who looks on.

about-my-report =
    Of it I keep { $parts ->
        [one] what you wrote (one message)
       *[other] what you wrote ({ $parts } messages)
    }{ $files ->
        [0] {""}
        [one] {" "}and one file
       *[other] {" "}and { $files } files
    }, what was answered and noted, and that it came from this account. All of it is encrypted. It is kept so that they can help you and answer you.
    { $until ->
        [open] Until when: that it came from you, until { $link_days } days after they finish with it. The rest, until { $content_days } days after.
        [held] Until when: they have said that it has to be kept longer than usual. Ask them why, and how long.
       *[closed] Until when: that it came from you, until { $link }. The rest, until { $content }.
    }
    .discreet =
    Of it I keep what you wrote and what was answered, encrypted.
    { $until ->
        [open] Until when: { $content_days } days after they finish with it, and from whom it is { $link_days } days.
        [held] Until when: longer than usual. Ask them how long.
       *[closed] Until when: { $content }, and from whom it is until { $link }.
    }

about-my-report-more = As a file: about me file { $case }. To take it back for good: erase { $case }.

about-my-report-file =
    What this bot keeps of { $case }, { $day }

    { $stands }

    { $kept }

    Why: { $why }
    On the basis of UK GDPR Article { $basis }
    Who reads it: { $seen }

    Who is responsible: { $controller }
    You may have what is wrong put right, object, have it destroyed (write “erase { $case }” to the bot) and complain: to whoever is responsible, and to the Information Commissioner’s Office, ico.org.uk.
    .discreet =
    What this bot keeps of { $case }, { $day }

    { $stands }

    { $kept }

    Who is responsible: { $controller }

## forget me

forget-me-first =
    Before I can forget you:

    { $lines }

    Then write forget me again. Nothing has changed. “unsubscribe” and “stop” work at once.

forget-me-ask =
    { $count ->
        [0] Of you in particular there is nothing that I could destroy.
       *[other] If you say yes, I destroy this now:

        { $lines }
    }

    { $stays ->
        [none] {""}
       *[other] This stays for a while:

        { $stays }
    }

    Fingerprints stay, too, so that nothing is answered twice, and for limits: 30 days at most. That you had something checked, sealed under that very thing: 14 days.
    { $reports ->
        [yes] Reports of harm and complaints are not touched by this, whether there are any or not: nobody who only holds your phone is to destroy one. Whoever wrote a report ends it with erase and its name, and a complaint with complaint, its number and withdraw.
       *[no] Complaints are not touched by this, whether there are any or not: nobody who only holds your phone is to destroy one. Whoever wrote one ends it with complaint, its number and withdraw.
    }

    yes: I destroy it, and you stay in your groups.
    leave: I destroy it, and take you out of all groups that I look after.
    no: everything stays as it is.
    What is destroyed nobody can bring back.

forget-me-kept = Nothing was destroyed. Everything is as it was.

forget-me-done =
    { $count ->
        [0] There was nothing more to destroy.
       *[other] It is destroyed. { $backups ->
            [yes] In the newest backup it is gone within minutes; older ones never had it.
           *[no] {""}
        }
    }
    { $leaving ->
        [yes] I am taking you out of the groups that I look after. That takes a minute.
       *[no] {""}
    }
    { $left ->
        [none] {""}
       *[other] These you have to leave yourself, in Signal: { $left }
    }
    { $stays ->
        [none] {""}
       *[other] This stays for a while:

        { $stays }
    }
    If you write to me again, I answer as I answer somebody new. In Signal, you can delete this chat.

forget-first-admin = You are an admin of { $branches }. Ask whoever runs this bot’s computer to take you out of the admins.
forget-first-officer = You are a safeguarding officer. Ask whoever runs this bot’s computer to take you out of your team, once somebody else has taken over.
forget-first-keeper = You look after a group. Ask whoever runs this bot’s computer to name somebody else.
forget-first-suggestion = The group that you suggested is just being made. Try again in a few minutes.
forget-first-moderator = You are a moderator. Give that up with { $command }.
forget-first-moderator-settings = You are a moderator. Ask whoever runs this bot’s computer to take you out of the moderators.

## What is kept, thing by thing

held-subscription =
    { $waiting ->
        [yes] You are on the list for a free place to get what { $branch } posts by direct message, since { $since }.
       *[no] You get { $scope ->
            [meetings] the meetings of
           *[all] everything from
        } { $branch } by direct message, since { $since }.
    } Your account id is kept for that, until you type unsubscribe. Which messages went to you is known for a day.

held-left-alone = You want nothing from me that you have not asked for. A fingerprint of your account says so, until you type unsilence.
held-left-alone-stays = That you want nothing unasked: without that mark, I would write to you again. It goes if you type unsilence.

held-reminder = You are reminded of “{ $title }”, { $when }. Your account id is kept until it is over, or until you type stop.
held-poll-answers =
    You have answered { $count ->
        [one] a poll
       *[other] { $count } polls
    } on who will come. That is kept as a fingerprint until the meeting is over, so that you count once; then only numbers are left.

held-rosters =
    You are in { $count ->
        [one] a group
       *[other] { $count } groups
    } that I look after; I do not count private ones here. A fingerprint of your account is kept, by which I notice who comes and goes, until you are out of it.
held-rosters-stays = In which groups you are: as a fingerprint, as long as you are in them.
held-standards = You have agreed to the standards of { $branch }. A fingerprint says so, as long as you are in one of its groups.
held-join-request =
    { $state ->
        [leaving] I am taking you out of { $name ->
            [none] a group
           *[other] { $name }
        }.
       *[coming] You have asked to be let into { $name ->
            [none] a group
           *[other] { $name }
        } on { $since }. Your account id, your name in Signal and what you wrote are kept until it is answered, 14 days at most. Those who let people in read it.
    }
held-leaving-stays = That I am taking you out of a group: until Signal has done it.
held-vouches =
    You have vouched for { $count ->
        [one] somebody
       *[other] { $count } people
    }. A fingerprint says so until they are answered.
held-vouches-stays = That you have vouched for somebody: until they are answered. It is theirs, too.
held-newcomer-awaited = I am about to welcome you, or to explain an invitation. Your account id is kept for that, 14 days at most.
held-newcomer-told = I have welcomed you, or explained an invitation to you. A fingerprint says so for 180 days, so that it does not come twice.
held-newcomer-told-stays = That you were welcomed: as a fingerprint, for 180 days at most. Without it, you would be welcomed again.
held-newcomer-came = You have come into a group within the last week. A fingerprint says so for that week.
held-newcomer-came-stays = That you are new in a group: as a fingerprint, for a week at most. Newcomers vouch for nobody.
held-suggestion = You have suggested the group “{ $name }”. Your account id is kept with it until admins have answered, 14 days at most.
held-keeper = You look after the group “{ $name }”, because you suggested it. Your account id is kept as long as you do.

held-advert =
    Your advert { $number } in { $board } { $stage ->
        [draft] is not finished
        [asked] waits for a moderator
        [ready] is about to be posted
        [posting] is about to be posted
        [standing] stands until { $until }
       *[over] has had its time
    }. It is kept with your account id until a week after its end. Nobody is told that it is yours.
held-advert-stays = A copy of your advert may stay in the board, on other people’s phones: Signal lets me delete it for a day only. I keep none.
held-advert-read = Your adverts in { $branch } need not be read by a moderator first. A fingerprint says so for a year.
held-advert-posted = You have posted an advert in { $branch } this week. A fingerprint says so for that week.
held-advert-posted-stays = That you have posted an advert this week: as a fingerprint, for that week.

held-vote =
    { $answered ->
        [yes] You have answered question { $number } to members.
       *[no] You are asked in question { $number } to members.
    } That is kept as a fingerprint under a secret that is destroyed when it ends, { $until }. Nobody can see what you chose.
held-vote-stays = That you are among those who are asked: as a fingerprint, until { $until }. Your answer and your words go now.

held-decision =
    Moderators of { $branch } have decided about you (number { $number }, { $day }): { $step }.{ $appeal ->
        [none] {""}
       *[yes] {" "}You have appealed.
    } It is encrypted. You can read all of it with my decisions.
held-decision-stays =
    What was decided about you (number { $number }), and the fingerprint that keeps somebody out for as long as that holds: { $until ->
        [none] for { $days } days after its end
       *[other] until { $until }
    }. Else it would end for whoever asks me to forget them.
held-talk = Moderators of { $branch } and you have written to each other about number { $number }. It is encrypted, and goes with what it is about.
held-talk-stays = What you and moderators have written about number { $number }: as long as the rest of it.
held-talk-along = You read along with somebody who talks with the moderators of { $branch }. Your account id is encrypted there.
held-mandate = You are a moderator of { $branch }. Your account id and your name are kept until your term ends.
held-mandate-over = You have been a moderator of { $branch }. A fingerprint says so for 366 days after the end.
held-mandate-stays = That you were a moderator: as a fingerprint, for 366 days after the end, so that nobody answers an appeal against what they decided.
held-mandate-offer = You have said that you would moderate. Your account id and your name are kept for that, 14 days at most.
held-mandate-asked = Admins would have you as a moderator. Your account id and your name are kept with that, 14 days at most.

held-following = You wanted your branch to follow { $name }, or to trust it. Your account id is kept with it until that is agreed to; if it is trusted, for the receipts, until it is not.

held-language = You are answered in { $language }. Your account id is kept for that until you choose otherwise.
held-on-its-way = Reminders or copies that went to you, or will: that they did is kept with your account id for up to 30 days, not what they said.
held-admin = You are an admin of { $branches }. Your account id stands in the settings.
held-officer = You are a safeguarding officer. Your account id stands in the settings, and with every report that you may read or have answered, as long as that is kept.
held-safety-number = Your safety number in Signal, by which I notice a new phone of yours, because you have or had a role here. It is kept with your account id.
held-posts =
    What you did as an admin, { $count ->
        [one] one line
       *[other] { $count } lines
    }: which announcement, when, with your account id. There is no end to that yet.
held-posts-stays = What you did as an admin: it proves who announced what in the branch’s name, in a chain from which no line can be taken. Ask whoever is responsible for data if you object.

suggest-withdrawn = The suggestion { $number }, “{ $name }”, was taken back. There is nothing to answer any more.

forget-me-private-group = a private group
