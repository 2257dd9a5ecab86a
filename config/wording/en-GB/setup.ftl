### What "relay setup" says. Read by the host, in a terminal, perhaps for the first time.

setup-help = Set this relay up, step by step, by answering questions.

    You can stop at any time with Ctrl-C. Type "relay setup" again, and it goes on where it was. Every step can be done again with --step.
setup-help-config = The settings file to write. It is made if it is not there.
setup-help-step = Do this one step, also if it was done before.
setup-help-answers = A TOML file with the answers, so that nobody has to sit in front of it.

## Around the steps

setup-welcome = This sets up the relay of your branch. There are { $count } steps, and most take a minute.

    You need: a phone number that belongs to nobody in person, and a way to read one SMS to it or to hear one call.
    signal-cli-rest-api should already run. If you use the compose file, it does.

    Your answers are kept in { $file } as you give them.
    A value in [square brackets] is used if you just press Enter.
    Ctrl-C stops at any time. Type the same command again to go on.
setup-welcome-back = Welcome back. These steps are done: { $done }.
setup-all-done = Everything is set up. To do a step again, add --step and its name to the command: { $steps }.
setup-heading = Step { $number } of { $count }: { $title } ({ $name })
setup-go-on = Nothing is lost: every answer so far is kept. To go on, type the same command again.
setup-file-heading = # Settings of a branch relay, written by "relay setup". After a change, let the relay look at it:
setup-file-not-toml = { $file } is there, but it is not a settings file that can be read. Rename it, or correct it with the help of "relay check".
setup-file-unreadable = { $file } cannot be read. Give this user the right to read and write it.
setup-file-unwritable = { $file } cannot be written. Give this user the right to write there, and look whether the disk is full.
setup-first = Another step comes first. Type the command with --step { $step }
setup-no-terminal = Nobody can answer here. Start it in a terminal, or give it a file with --answers.
setup-not-as-root = This folder belongs to another user, who could not read what root writes. Start this as that user, for example with: sudo -u USER relay setup
setup-again = Try again?
setup-yes = yes
setup-no = no
setup-choose = Type a number from 1 to { $count }
setup-hidden = { " " }(you will not see what you type)

## Answers that cannot be used

setup-bad-text = This needs an answer.
setup-bad-yes-no = Please answer yes or no.
setup-bad-choice = Please type one of the numbers from 1 to { $count }.
setup-bad-profile-name = This name is too long for Signal. Use a shorter one, of 26 letters or fewer.
setup-bad-code = Signal's code has six digits, like 123-456. Type only those.
setup-bad-pin = A PIN needs at least four digits or letters. More is better.
setup-bad-captcha = This is not the link that the captcha page gives. It starts with signalcaptcha:// and is very long. Copy the whole of it, without spaces.
setup-bad-file = This file cannot be read. Check how its name is spelt, and that this user may read it.
setup-bad-username = A username is 3 to 32 letters, digits or underscores, and does not begin with a digit. It may end in a full stop and a number, like hackney_branch.42.
setup-bad-picture = This picture cannot be used. Give a JPEG or PNG picture of less than 20 MB.

## Answers from a file

setup-answers-unreadable = { $file } cannot be read as a TOML file. Check its name and what is in it.
setup-answer-no-such = The answers file says { $key }, which nothing asks for. config/answers.example.toml shows all there is.
setup-answer-no-such-near = The answers file says { $key }, which nothing asks for. Did you mean { $near }?
setup-answer-missing = The answers file does not say { $key }, and there is no usual answer to it. Add it, then start this again.
setup-answer-refused = The answer to { $key } was not accepted. Correct it in the answers file, then start this again.
setup-answer-unknown = { $key } in the answers file can be one of these: { $known }.
setup-answer-is-secret = { $key } is a secret and must not stand in the answers file. Put it into a file of its own, and give that file's name as { $key }_file.
setup-answer-file = The file { $file }, named by { $key }, cannot be read.
setup-answer-person = This needs somebody in front of it ({ $key }). Start this step without --answers.
setup-answer-officer = Each officer in the answers file needs an id and a role.

## Calls to Signal

setup-api-away = signal-cli-rest-api does not answer at { $address }. Look whether it runs, then go on.
setup-rate-limited = Signal wants us to wait: too much was asked for in a short time. Wait an hour. If it says the same then, wait a day.
setup-captcha-lost = Signal wants a captcha, but the server did not say for what. Wait an hour, then go on.
setup-number-gone = This number is not registered with the server. Type the command with --step number
setup-call-failed = Signal did not do this. It says: { $reason }. Go on in a few minutes. If it says the same again, look into docs/what-if.md.
setup-listen-unusable = The address under [web] listen in the settings cannot be used. Write it like 127.0.0.1:8090.
setup-address-taken = Something already listens at { $address }. If it is the relay, stop it first: two programs must not use Signal at the same time. Then go on.
setup-challenge = Signal wants to know that a person is here before it sends more.

    1. Open this page in a browser: { $page }
    2. Solve the puzzle.
    3. A button "Open Signal" appears. Do not click it. Right-click it (on a phone: press and hold it), and copy its link.
    4. Paste that link here.

## Step: keys

setup-step-keys = Keys and secrets
setup-keys-made = A key for the relay's store and a token for its webhook were made. Nobody has to type them.
    They are in { $folder }, and only this user can read them.
setup-keys-there = The key and the token are there already, in { $folder }. They stay as they are: with another key, the store could not be opened.
setup-keys-copy = Make a copy of { $file } now, and keep it away from this server, for example in a password manager.
    Without it, nobody can ever open the store.

## Step: branch

setup-step-branch = Your branch
setup-branch-about = What is your branch called? People will read its name. Its short name is for commands and web addresses: small letters, with hyphens for spaces.
setup-branch-name = Name of the branch, for example Hackney branch
setup-branch-slug = Short name
setup-branch-zone = Time zone

## Step: api

setup-step-api = The Signal server
setup-api-about = The relay reaches Signal through a program called signal-cli-rest-api. Let us see whether it answers.
setup-api-url = Its address
setup-api-fixed = Its address comes from the environment: { $address }
setup-api-environment = If you start signal-cli-rest-api yourself, start it with the two settings in { $file }. With the compose file or the systemd units you need not do anything.
    They tell it to hand messages to HAProxy at { $proxy }, which holds them for the relay at { $listen } while that restarts. The file contains the token: show it to nobody.
setup-api-later = Start signal-cli-rest-api with MODE=json-rpc first. It may take a minute until it answers.

## Step: number

setup-step-number = The phone number
setup-number-about = The bot needs a phone number of its own: one that belongs to nobody in person, and that is not used with Signal on a phone.
    If Signal is registered with this number on a phone, that phone is signed out.
setup-number-ask = The number, with the country code, like +447700900123
setup-number-there = This number is already registered with the server. That is all that is needed here.
setup-number-how = How do you want to bring it to the server?
setup-number-sms = Register it with a code by SMS (the usual way)
setup-number-voice = Register it with a code by phone call (for a landline)
setup-number-link = Link the server to a phone that already uses Signal with this number (like Signal on a computer)
setup-number-code-sent = Signal has been asked for a code for this number. What now?
setup-number-have-code = I have the code
setup-number-new-code = Ask for a new one
setup-number-code-texted = Signal is sending an SMS with a code of six digits. It can take a few minutes.
setup-number-code-called = Signal is calling the number. A voice will read a code of six digits.
setup-number-sms-first = Signal calls only after it has sent an SMS, so one was asked for. It does not matter if that never arrives. Wait a minute now.
setup-number-no-sms = Signal cannot send an SMS to this number. It can call it instead, after a minute.
setup-number-minute = Press Enter when a minute has passed.
setup-number-no-call = Signal does not offer a call for this number now. Wait a few minutes, then go on and choose SMS.
setup-number-wait = Signal wants us to wait before it sends or takes another code. Wait an hour. If it says the same then, wait a day: every further try makes it longer.
setup-number-refused = Signal refused this number. It says: { $reason }. Check the number. If it is right, wait an hour, then go on.
setup-captcha = Signal wants to know that you are a person, not a program.

    1. Open this page in a browser: { $page }
       The browser should use the same internet connection as this server, if that is possible.
    2. Solve the puzzle. Sometimes it goes by itself.
    3. A button "Open Signal" appears. Do not click it. Right-click it (on a phone: press and hold it), and copy its link.
    4. Paste that link here within a few minutes: it grows old fast.
       If pasting does not work, save it in a file on this server and type @ and the name of the file.
setup-captcha-ask = The link, which starts with signalcaptcha://
setup-captcha-rejected = Signal did not take this solution. It was too old, used before, or not copied as a whole. Please solve a new one.
setup-number-code = The code
setup-number-code-wrong = Signal did not take this code. Check the digits, and use the newest code if there was more than one.
setup-number-code-old = This code is too old. Go on and ask for a new one.
setup-number-locked = This number is locked with a PIN that somebody set before, and Signal wants it.
    If nobody knows it, keep the number off Signal for seven days. Then the lock ends by itself.
setup-number-pin = The PIN of this number
setup-number-pin-wrong = This is not the PIN. Be careful: after a few wrong ones, Signal locks the number for days.
setup-number-pin-lost = This number is locked with a PIN that Signal no longer knows. Wait seven days, then go on.
setup-number-done = The number is registered.
setup-number-later = Go on when the phone is at hand.
setup-link-about = The phone keeps the account, and the server may use it, like Signal on a computer. The phone must come online at least once a month.
    Whoever holds that phone can read everything that people send to the bot, also reports of harm. A number of its own, registered here, is safer.
setup-link-scan = On the phone: Signal, Settings, Linked devices, Link a new device. Point its camera at the square above. It is good for about a minute.
setup-link-scanned = Press Enter when the phone says that the device was linked.
setup-link-again = The number is not there yet. Show a new square?
setup-link-done = The server is linked to the phone.

## Step: pin

setup-step-pin = The registration PIN
setup-pin-about = A PIN protects the number: without it, somebody who gets hold of the SIM, or of the number after you, could become the bot.
setup-pin-how = Which PIN?
setup-pin-make = Make a long one for me (best)
setup-pin-own = I type one myself
setup-pin-ask = The PIN
setup-pin-done = The PIN is set. It is kept in { $file }.
    Copy it into your password manager now. You need it if you ever register this number again.
setup-pin-on-phone = The number lives on your phone, so its PIN is set there: Signal, Settings, Account, Signal PIN. Switch on Registration Lock below it.

## Step: profile

setup-step-profile = How the bot looks
setup-profile-about = People see a name, a line about the bot, and a picture. Choose what makes clear that this is the branch, not a person.
    For a picture, give the name of a JPEG or PNG file on this server.
setup-profile-name = Name
setup-profile-line = A line about it
setup-profile-line-usual = News of { $branch }. Run by volunteers.
setup-profile-picture = Picture file (just Enter for none)
setup-profile-line-key = { $count ->
    [one] Key
   *[other] Keys
}: { $key }
setup-profile-done = The profile is set.

## Step: privacy

setup-step-privacy = Hiding the number
setup-privacy-hidden = Nobody can find the bot by its number now, and nobody who talks to it sees the number.
setup-privacy-on-phone = The number lives on your phone, so it is hidden there: Signal, Settings, Privacy, Phone number. Choose Nobody twice.
    Then give it a username: Signal, Settings, tap your name, Username.
setup-username-about = Instead of the number, people use a username. Signal puts a number behind it, for example hackney_branch.42.
setup-username-ask = Username
setup-username-refused = Signal did not take this username. Somebody else may have it. Try another, or leave out the number at its end.
setup-username-change = The bot has a username. Take another one?
setup-username-done = The bot's username is { $name }
    A link that opens a chat with it, to put on a poster: { $link }

## Step: groups

setup-step-groups = The groups that you have declared
setup-groups-about = Groups that stand in the settings as [[branches.groups]] are kept as they are declared there. If the bot has a new number, it is in none of them, and they can be made anew.
setup-groups-none = The settings declare no groups, so there is nothing to do.
setup-groups-unreadable = The settings cannot be read yet: { $problem }
setup-groups-all-there =
    The bot is in all of them.
    { $lines }
setup-groups-lost = { $count ->
        [one] The bot is not in this group:
       *[other] The bot is not in these { $count } groups:
    }
    { $names }
    If the old number still works, add the bot to them instead: then nobody has to move.
setup-groups-rebuild = Make them anew, with the bot as their admin?
setup-groups-made = A group is made, and its id stands in the settings.
setup-groups-done = { $count ->
        [one] The group is there. The admins of the branch and its keepers are invited; who else was in it is kept nowhere.
       *[other] The { $count } groups are there. The admins of the branch and their keepers are invited; who else was in them is kept nowhere.
    }
setup-groups-tell = This is for everybody else. Give it only to people you know, in person or by another chat, and not in public:

    Our groups in Signal have moved, because the old number was lost. The old groups are no longer looked after. Please join again:
    { $lines }
setup-groups-link = { $name }: { $link }
setup-groups-no-link = { $name }: ask its keepers, or write join to the bot

## Step: group

setup-step-group = The announcement group
setup-group-about = Announcements go to a Signal group in which only the bot can write. The bot is its only admin, so nobody sees which of you posted.
setup-group-lost = { $count ->
        [one] The bot is not in one of the groups in the settings, so that one was taken out.
       *[other] The bot is not in { $count } of the groups in the settings, so those were taken out.
    }
setup-group-there = The bot has a group for announcements: { $name }
setup-group-another = Make another one?
setup-group-name = Name of the group
setup-group-name-usual = { $branch }: announcements
setup-group-found = There is a group called { $name } already, and the bot is its admin.
setup-group-use = Use that one?
setup-group-says = This will stand in its description. To word it in another way, see [wording] in the settings.

    { $description }
setup-group-description = Announcements of { $branch }: dates, agendas and papers, nothing else. Only admins post here.

    This group is temporary and private, and run by volunteers. It is for people who signed up to the party's list. It is not the party itself.

    A question, or something to report? Write to the admin of this group in a direct message. It is a bot.
setup-group-link-about = People can join by a link. Without one, only the bot could add each person.
setup-group-link = Make a link to join?
setup-group-done = The group { $name } is ready.
setup-group-link-is = The link to join it. Give it only to members: { $link }
setup-group-open = The group was made, but Signal did not keep everybody else from writing in it. Type the command with --step group

## Naming people by a code

setup-person-by-code = They send the bot a code (they need their phone now)
setup-person-by-id = I have their Signal account id
setup-person-done = Nobody else for now
setup-person-id = Their account id
setup-person-not-told = They could not be told by a message. Please tell them yourself.
setup-code-where = People find the bot by its username, { $username }, or by this link: { $link }
setup-code-where-number = People find the bot by its username. If it has none yet, they need its number.
setup-code = Ask them to send this code to the bot in Signal, as a direct message, from their own phone:

    { $code }

    Give it to that person only, by voice if you can. It works once, and for { $minutes } minutes.
    Waiting for it now. Ctrl-C stops.
setup-code-came = The code has arrived.
setup-code-void = The code has not arrived in time, or too many wrong ones came.
    If they did send it, their message may not reach the relay: look whether signal-cli-rest-api was started with RECEIVE_WEBHOOK_URL, and whether HAProxy runs.

## Step: admins

setup-step-admins = The admins
setup-admins-about = Admins are the people who may post for the branch, by messaging the bot. They are known by their Signal account, never by a number or a name.
    Name yourself first if you are one. Two or three are a good beginning.
setup-admins-how = { $count ->
        [0] The first admin: how do you name them?
        [one] There is one admin. Another one?
       *[other] There are { $count } admins. Another one?
    }
setup-admins-added = Added.
setup-admins-again = This person is an admin already.
setup-admins-welcome = You can now post for { $branch }. Send me "help" to see how. If I do not answer yet, I am still being set up.

    If you did not expect this, tell the person who runs this bot.
setup-admins-not-invited = They could not be added to the announcement group. Give them the link to it, or add them later.
setup-admins-in-group = They can post through the bot now. It is better not to make them admins of the Signal group as well: there, everybody would see who they are.
setup-admins-in-group-too = Make them admins of the group all the same?
setup-admins-done = { $count ->
        [one] One admin can post now.
       *[other] { $count } admins can post now.
    }

## Step: web

setup-step-web = The public pages
setup-web-about = The relay can show announcements and meetings on public web pages, with a calendar people can subscribe to.
    For that you need an address that leads to this server, for example https://hackney.example.org.
    You can leave this out, and do it later.
setup-web-url = Their address (just Enter for none)
setup-web-none = Without public pages, then. To add them later, type the command with --step web
setup-web-plain = This address begins with http://, so what people read there can be seen and changed on the way. Use https:// as soon as you can.
setup-web-done = The relay shows them at { $listen }. Let a web server of yours pass them on, and nothing else that is there: deploy/caddy/Caddyfile and deploy/pages/haproxy.cfg do that.

setup-web-key = The line in the bot’s profile now ends with the key that the branch signs its posts with. It is on the page and on the printed card, too.
setup-web-key-later = I could not put the key that the branch signs with into the bot’s profile. Do it later, while no relay runs: relay setup --step profile
## Step: safeguarding

setup-step-safeguarding = The safeguarding team
setup-team-about = People can report harm to the bot in confidence. A safeguarding team reads it and answers. They never see who wrote it.
    Choose at least two people, so that a report about one of them can be read by another. It is better if they are not admins.
    The team's name, and the role of each officer, are read by people who report.
setup-team-now = Name the team now?
setup-team-none = Without a team, nobody can report harm here. To add one, type the command with --step safeguarding
setup-team-name = Name of the team
setup-team-name-usual = { $branch } safeguarding team
setup-team-slug = Short name of the team
setup-team-how = { $count ->
        [0] The first officer: how do you name them?
        [one] There is one officer. Another one?
       *[other] There are { $count } officers. Another one?
    }
setup-team-role = Their role, for example Welfare officer
setup-team-welcome = You are now an officer of { $team } ({ $role }). You will get reports of harm here, from people whom you cannot see. Keep your phone locked, and what you read to yourself.

    If you did not expect this, tell the person who runs this bot.
setup-team-also-admin = This person is also an admin. That works, but two different people are safer.
setup-team-small = There is only one officer. If somebody reports that person, nobody here could read it. Please add another.
setup-team-done = { $count ->
        [one] The team has one officer.
       *[other] The team has { $count } officers.
    }

## Step: helplines

setup-step-helplines = Helplines
setup-helplines-about = Whoever begins a report is shown telephone helplines, for when they need somebody at once. A wrong number would be worse than none.
setup-helplines-where = These { $count } helplines are in { $file }. Ring each of them, or look at its web page, before your branch uses the bot, and again every few months.
setup-helplines-checked = Has somebody done that?
setup-helplines-later = Please do it before the first report. To see the list again, type the command with --step helplines

## Step: test

setup-step-test = A test
setup-test-about = The bot makes a small group with the admins in it, posts a test there, deletes it, and leaves. Nobody else sees anything.
setup-test-now = Do it now?
setup-test-group = Test of { $branch }
setup-test-description = A test of the bot. It goes away by itself.
setup-test-text = This is a test. It will be deleted in a moment. There is nothing to do.
setup-test-look = A test was sent to the group "{ $group }". Look at an admin's phone. It may ask to accept an invitation first.
setup-test-arrived = Has the message arrived?
setup-test-not-all = { $count ->
        [one] Signal could not reach one of the admins. Ask them whether they still use Signal on the same phone.
       *[other] Signal could not reach { $count } of the admins. Ask them whether they still use Signal on the same phone.
    }
setup-test-lost = Then something is not right yet. Look whether the admin still has an invitation to accept. Then do this step again.
setup-test-done = It works, and the test was deleted again.

## Step: check

setup-step-check = Looking at everything
setup-check-about = Now the relay's own check looks at everything, as "relay check" does. "ok" is good. A "note" is something to know. A "problem" has to be put right.
setup-check-problems = { $count ->
        [one] One problem is left. Put it right as it says, then go on.
       *[other] { $count } problems are left. Put them right as they say, then go on.
    }
setup-check-start = All is well. Start the relay with: relay run --config { $config }
    With the compose file or systemd, start it as docs/host.md says.
setup-check-start-with = All is well. Start the relay with: RELAY_SECRETS_DIR={ $folder } relay run --config { $config }
    With the compose file or systemd, start it as docs/host.md says.
setup-check-next = Next: send "help" to the bot. Then arrange backups, as docs/host.md says. A second branch is added in the settings file, as another [[branches]] table.
