### What "relay check" says, one line each. Read by the host, in a terminal.
### Each message says how it is; its "fix" says what to do about it.

check-help = Look at everything the relay needs, without starting it.

    Each line says what is well and what is not, and what to do about it. Nothing is sent to anybody. The exit code is 1 if there is a problem.
check-help-config = The settings file.
check-help-wait = While the relay does not run: wait this many seconds for somebody to send the bot a message. It is kept and answered when the relay starts.

check-ok = ok
check-note = note
check-problem = problem

check-settings-fine = The settings can be read.
check-rest-later = The rest was not looked at.
    .fix = Mend the settings first, then check again.

check-wording-fine = Your own wording can be used.
check-wording-no-folder = This folder does not exist.
    .fix = Create it, or correct wording.folder.
check-wording-syntax = Line { $detail } is not valid Fluent.
    .fix = Compare it with the shipped files in config/wording. Until then the shipped message is used.
check-wording-unknown-id = There is no message called { $message }.
    .fix = Copy the name from the shipped files in config/wording.
check-wording-unknown-variable = { $message } uses ${ $detail }, which this message is not given.
    .fix = Use only what the shipped message uses. Until then the shipped message is used.
check-wording-unknown-reference = { $message } refers to { $detail }, which does not exist.
    .fix = Correct the name. Until then the shipped message is used.
check-wording-unknown-function = { $message } calls { $detail }, which does not exist.
    .fix = Leave it out. Until then the shipped message is used.
check-wording-refers-to-itself = { $message } refers to itself, perhaps by way of another message.
    .fix = Write out what it should say. Until then the shipped message is used.
check-wording-too-deep = { $message } has too many choices inside one another.
    .fix = Make it plainer. Until then the shipped message is used.
check-wording-too-long = { $message } becomes too long, with what it refers to.
    .fix = Make it shorter. Until then the shipped message is used.
check-wording-fails = { $message } cannot be put together, perhaps because it takes a text for a number or a date.
    .fix = Compare it with the shipped message, which is used until then.
check-wording-unknown-locale = This folder is named after no language there is.
    .fix = Name it like one of those in config/wording, such as cy or pl. Until then nothing in it is used.
check-wording-leaves-out = { $message } leaves out ${ $detail }, which people need from it.
    .fix = Put it where the shipped message has it, in each of its choices. The shipped message is used until then.
check-wording-says-nothing = { $message } says nothing.
    .fix = Give it words. Until then the shipped message is used.
# What a branch's own wording for discreet mode may not say: beginnings of words, and of a few words together. What
# helplines are called is among them.
check-discreet-telling = safeguard, welfare, wellbeing, well-being, abus, harass, violen, harm, hurt, injur, assault, attack, rape, rapist, grop, molest, sexual, sexis, racis, stalk, threat, bully, bullie, victim, survivor, perpetrator, offender, predator, complain, grievance, alleg, accus, incident, misconduct, conduct issue, code of conduct, disciplin, investigat, tribunal, prosecut, report, officer, moderator, caseworker, casework, case worker, case team, case number, case handler, your case, the case, this case, a case, case is, disclos, witness, police, emergenc, crisis, danger, helpline, help line, hotline, refuge, samaritan, childline, galop, live fear free, advice line, support line, support worker, support team, support service, care team, response team, counsel, therap, trauma, confid, anonym, secret, whistleblow, domestic, coerc, frighten, scared, afraid, unsafe, not safe, safe to talk, safe to speak, safety, protect, suicid, self-harm, what happened, happened to you, something that happened, what he did, what she did, what they did, who did this, did to you, escap, grooming, forced, exploit, traffick, crime, criminal, 999, 101

check-wording-tells = { $message } says “{ $detail }”. Somebody who looks at the phone of whoever reports may read it, and that word tells what the chat is about.
    .fix = Say it in words that anybody may read, as the shipped message does. Until then the shipped message is used.

check-helplines-tells = The helpline { $number } is called “{ $said }” in discreet mode. Somebody who looks at the phone may read that, and “{ $word }” tells what it is.
    .fix = Give it one or two harmless words under discreet, as the shipped list does.
check-helplines-unreadable = Your helplines cannot be read: { $reason }.
    .fix = Compare the file with config/helplines.toml. Until then the shipped ones are shown.
check-helplines-untold = In { $language }, people read these helplines in the words of your own list: { $lines }.
    .fix = Write about, hours and discreet in that language into this file, under the number, as in config/wording/pl/helplines.toml.

check-secret-short = This secret is short enough to be guessed.
    .fix = Make one of at least { $length } characters: openssl rand -hex 32

check-files-closed = Nobody else on this computer can read the secrets, the settings or the store.
check-file-open = Others on this computer can read or change this.
    .fix = Run: chmod go= '{ $path }'
check-leftover = This lies beside the store and is named after it, but the relay does not know it.
    .fix = If it is a copy of the store, delete it: it keeps what was erased since. Make copies with "relay backup".

check-disk-fine = { $free } MB are free on this disk.
check-disk-little = Only { $free } MB are free on this disk.
    .fix = Make room soon. A full disk stops the relay.
check-disk-full = Only { $free } MB are free on this disk.
    .fix = Make room now, or take a larger disk. A full disk stops the relay.

check-clock-fine = This computer knows what time it is.
check-clock-off = This computer's clock is { $seconds } seconds { $side ->
        [slow] slow
       *[fast] fast
    }.
    .fix = Let it be set by the network: timedatectl set-ntp true. Then check again.
check-clock-unknown = There is no server to compare the clock with.
    .fix = Run "date" and compare it with a phone.

check-last-message = The last message came on { $when }.

check-backup-fine = The last backup was made on { $when }.
check-data-protection-fine = The privacy notice names who is responsible.
check-data-protection-unsaid = The privacy notice names nobody who is responsible for what is kept of people.
    .fix = Ask your party who that is, and fill in controller and contact under [data_protection]. What to do besides: docs/data-protection.md.
check-backup-none = There are no backups.
    .fix = Name a folder and a key under [backup] in the settings. Without a backup, a broken disk ends everything.
check-backup-never = No backup has been made yet.
    .fix = Run: relay backup
check-backup-old = The last backup was made on { $when }.
    .fix = Run "relay backup", which says what is wrong. A relay that runs makes one each day.
check-backup-failed = The last backup failed.
    .fix = Run "relay backup", which says what is wrong.
check-backup-unknown = Whether there is a backup could not be seen.
    .fix = Run "relay backup" to make one.

check-store-new = There is no store yet. The relay will make it.
check-store-fine = The store opens with its key.
check-store-audit-broken = The store opens with its key, but row { $row } of its record of who did what does not follow from the one before. Something other than the relay changed it, or took something out.
    .fix = Keep a copy of the store and your backups as they are. Find out who else could write to this computer: docs/what-if.md says more.
check-store-records-broken = The store opens with its key, but record { $row } of case number { $case } does not follow from the one before. Something other than the relay changed it, or took something out.
    .fix = Keep a copy of the store and your backups as they are. Tell the safeguarding team, and find out who else could write to this computer: docs/what-if.md says more.
check-store-in-use = The store is in use by a relay that is running.
check-store-full = The disk has no room for the store.
    .fix = Make room: docs/what-if.md says what may be deleted. The relay goes on by itself then.
check-store-folder = The store cannot be made or read here.
    .fix = Let the user that runs the relay write to this folder, or correct the path.
check-store-key = The store does not open with RELAY_STORE_KEY.
    .fix = Give the key the store was made with. Without it nobody can read the store. Nothing was changed.
check-store-newer = A newer version of the relay has changed the store.
    .fix = Install that version again, or go back to a backup from before. Nothing was changed.
check-store-damaged = The store is damaged.
    .fix = Stop the relay and go back to a backup. Nothing was changed.

check-api-fine = signal-cli-rest-api { $version } answers, in the right mode.
check-api-unreachable = signal-cli-rest-api does not answer: { $reason }.
    .fix = Start it, or correct the address. If it does not stay, its log says why: docker compose logs signal, or journalctl -u signal-cli-rest-api.
check-api-mode = signal-cli-rest-api runs in mode "{ $mode }".
    .fix = Start it with MODE=json-rpc. The other modes cannot hand messages on.
check-api-failed = signal-cli-rest-api answers, but signal-cli behind it does not: { $reason }.
    .fix = If a message is being held for the relay, nothing else is answered: check again with --wait 60. Otherwise look at the logs of signal-cli-rest-api, and start it again.
check-rpc-fine = signal-cli { $version } itself answers.
check-rpc-unreachable = signal-cli itself cannot be asked: { $reason }.
    .fix = See "Deleting and banning" in docs/host.md, or take the setting out. Everything else works without it.
check-rpc-untried = Nobody has tried this on a live account yet. What the relay does there was read in signal-cli's source.
    .fix = Try it in a group of your own before you rely on it, and tell us.
check-rpc-not-here = This is not on this computer, and signal-cli asks for no password. Whoever reaches it can do everything that the branch can.
    .fix = Use a unix socket, or 127.0.0.1. See "Deleting and banning" in docs/host.md.
check-rpc-all-programs = Every program on this computer can reach this address, unless a firewall keeps it away. signal-cli asks for no password.
    .fix = The rules in deploy/systemd/branch-relay.nft let only the relay reach it. Otherwise use a unix socket.
check-rpc-others = Other users of this computer can use { $path }. signal-cli asks for no password.
    .fix = Let only the relay's user into its folder: chmod 700.
check-rpc-unknown-release = What answers there does not say which release of signal-cli it is.
    .fix = Look whether the address is right.
check-rpc-deletes-nothing = signal-cli { $version } cannot delete what others wrote.
    .fix = Use { $needed } or newer.
check-rpc-removes-nobody = signal-cli { $version } may take nobody out of a group when it bans them, and does not say so.
    .fix = Use { $needed } or newer.
check-rpc-fetches-nothing = signal-cli { $version } tells of a group what it has stored, however old that is.
    .fix = Use { $needed } or newer.
check-version-fine = signal-cli-rest-api { $version } is recent enough for Signal.
check-version-old = signal-cli-rest-api { $version } is { $days } days old. Signal may stop working with programs older than 90 days.
    .fix = Look for a newer version at github.com/bbernhard/signal-cli-rest-api/releases, and for a newer version of this relay.
check-version-too-old = signal-cli-rest-api { $version } is too old. Signal may stop working with it any day.
    .fix = Install version { $newer } or newer. Registration and groups stay as they are.
check-version-unknown = signal-cli-rest-api does not say its version.
    .fix = Make sure that it is less than 90 days old. Signal may stop working with older programs.
check-release-loses-errors = signal-cli-rest-api { $version } says of some changes that they were made when they failed, such as trusting somebody's new phone, and passes on more than messages.
    .fix = The relay supports versions from { $supported } on. Install version { $newest }.
check-release-never-reconnects = signal-cli-rest-api { $version } stays cut off once signal-cli restarts, until it is restarted itself.
    .fix = The relay supports versions from { $supported } on. Install version { $newest }.
check-release-no-permissions = signal-cli-rest-api { $version } does not say who may write in a group, so setup cannot see whether only admins can.
    .fix = The relay supports versions from { $supported } on. Install version { $newest }.
check-release-untested = The relay was never tried with signal-cli-rest-api { $version }.
    .fix = The relay supports versions from { $supported } on. Install version { $newest }.
check-release-names-nobody = signal-cli-rest-api { $version } does not say whom a message to a group did not reach. Receipts cannot say it either.
    .fix = Nothing is wrong. Versions after { $silent } can.
check-unreadable = { $count ->
        [one] One message could not be read in the last two weeks
       *[other] { $count } messages could not be read in the last two weeks
    } ({ $shape }).
    .fix = Look for a newer version of the relay, and report the word in brackets. It says nothing about what was written.
check-signal-left-alone = The number and the groups were not looked at.
    .fix = The API can crash when the relay and this check ask it at the same time. To look at everything, stop the relay and check again.

check-number-fine = The bot's number is registered.
check-number-unknown = The bot's number is not registered with this API. { $others ->
        [0] It has no other number either.
        [one] It has one other number.
       *[other] It has { $others } other numbers.
    }
    .fix = Register it with signal-cli-rest-api, or correct the number.

check-no-admins = { $branch } has no admins, so nobody can post.
    .fix = Send "whoami" to the bot and add the account id it answers with to admins.
check-no-groups = { $branch } has no announcement groups.
    .fix = Add the ids of its groups to announcement_groups, unless it only posts elsewhere.
check-moderators-without-end = { $count ->
    [one] A moderator stands
   *[other] { $count } moderators stand
    } in the settings, without an end to their term.
    .fix = Better have two admins name them in the chat, for a term: they write "moderate" to the bot. Then take them out here.
check-moderator-both = This moderator is an admin of the branch too, or an officer. Nobody should decide about complaints and do one of these as well, if somebody else can.
    .fix = Leave it only if you mean it.
check-appeals-one-sided = Appeals do not go to { $other }: there is no such branch, or its appeals_to does not name this one.
    .fix = If both have agreed, name each in the appeals_to of the other.

check-moderators-one-admin = { $branch } has one admin, and it takes two to name a moderator in the chat.
    .fix = Add another admin, or name moderators here.
check-moderators-few = { $count ->
    [one] One person moderates
   *[other] { $count } people moderate
    }. It takes { $need } to agree to a removal.
    .fix = Ask admins to name more of them: whoever is ready writes "moderate" to the bot.
check-moderators-fine = { $count } people moderate.
check-feed-reached = The feed of { $name } is reached.
check-feed-read = The feed of { $name } was last read on { $when }.
check-feed-unreached = The feed of { $name } is not reached: { $reason }.
    .fix = Open its page in a browser. If it is in your own network, name that in private_networks under [following].
check-feed-not-read = { $when ->
        [never] The feed of { $name } was never read.
       *[other] The feed of { $name } could not be read of late; last on { $when }.
    }
    .fix = Open its page in a browser. Admins are told after a day.
check-feed-broken = The feed of { $name } is not in order: { $reason }. Nothing of it is passed on.
    .fix = Admins have been told what to do: they ring whoever it is of.
check-group-fine = The bot is an admin of "{ $group }".
check-group-unknown = The bot has never been in this group, or the id is wrong.
    .fix = Add the bot to the group in Signal and make it an admin, or correct the id.
check-group-left = The bot is no longer in "{ $group }".
    .fix = Add it again in Signal and make it an admin.
check-group-not-admin = The bot is in "{ $group }" but is not an admin.
    .fix = Open the group in Signal, tap the bot, and choose "Make admin".

check-group-description = Its description is { $length } characters long, with the disclaimer. Signal takes { $most }.
    .fix = Make the description shorter, or the disclaimer (group-disclaimer in your wording).
check-group-not-posted-to = "{ $group }" is a group for announcements, but nothing is announced there.
    .fix = Add its id to announcement_groups of the branch.
check-group-one-admin = The bot is the only admin of "{ $group }". If its number is lost, nobody can run the group.
    .fix = Keep a second Signal account for this, on a phone that stays locked away: add it to the group and make it an admin. Its number need not be anybody's own. See “A second admin, sealed” in docs/host.md.

check-group-no-keeper = Whoever asks to join "{ $group }" waits for an answer, and there is nobody to give it.
    .fix = Name its keepers, or admins of the branch, or set entry = "open".
check-group-open-link = The bot asks somebody before it lets people into "{ $group }", but everybody with its link walks in.
    .fix = Set link = "approval" or link = "off".
check-group-open-caucus = The bot lets everybody into "{ $group }" who asks. It is a caucus.
    .fix = If that is not what you want, set entry = "asked".

check-group-fills = { $people } of the { $most } people that Signal takes in a group are in it.
    .fix = Begin with smaller groups, for example one for each neighbourhood (kind = "area"). When it is full, nobody else gets in.
check-groups-limits = Signal takes { $most } people in a group and { $pins } pinned messages in a chat. { $people ->
        [0] {""}
       *[other] The fullest group is "{ $group }", with { $people }.{" "}
    }All of them hang on one number: docs/what-if.md says what to do when it is lost.
check-groups-links = The links of { $count } groups ask an admin first. Signal does not say that somebody asks, and the bot looks at a few groups at a time: in one that nobody has asked for lately, it can take { $minutes } minutes.
    .fix = Set link = "off" where people come in through the bot (join).

check-webhook-arrives = Messages arrive. The last call came on { $when }.
check-webhook-arrived = A message arrived. It is kept, and answered when the relay starts.
check-webhook-silent = The relay runs, but nothing has arrived since it was started.
    .fix = Send "help" to the bot and check again. If this stays, start signal-cli-rest-api with RECEIVE_WEBHOOK_URL=http://relay:RELAY_WEBHOOK_TOKEN@{ $listen }/signal/receive with your token in it, or the address of the proxy in front.
check-webhook-not-told = The relay runs and accepts your token. It does not say whether messages arrive.
    .fix = Send "help" to the bot and see whether it answers.
check-webhook-other-token = A relay runs here, with another token than yours.
    .fix = Give RELAY_WEBHOOK_TOKEN here as the relay has it, or start the relay again.
check-webhook-something-else = Another program uses this address.
    .fix = Stop it, or choose another port for listen.
check-webhook-no-listen = The relay cannot listen here: { $reason }.
    .fix = Choose an address of this computer and a free port above 1023.
check-webhook-not-seen = The address is free. Whether messages arrive cannot be seen while nothing listens.
    .fix = Run this again with --wait 60 and send the bot a message, or check again when the relay runs.
check-webhook-waiting = Listening for { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
    .fix = Send any message to the bot now.
check-webhook-wrong-token = signal-cli-rest-api calls, but with the wrong token.
    .fix = Start it with RECEIVE_WEBHOOK_URL=http://relay:RELAY_WEBHOOK_TOKEN@{ $listen }/signal/receive with your token in it. Messages it called with so far are lost.
check-webhook-other-number = signal-cli-rest-api calls, but for another number.
    .fix = Correct signal.number, or use an API server with only this number.
check-webhook-nothing-came = No message arrived in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
    .fix = Send the bot a message while this waits. If you did, start signal-cli-rest-api with RECEIVE_WEBHOOK_URL=http://relay:RELAY_WEBHOOK_TOKEN@{ $listen }/signal/receive with your token in it, or the address of the proxy in front.

check-certificate-fine = The certificate of the public pages is good for { $days } more days.
check-certificate-ends = The certificate of the public pages ends in { $days ->
        [0] less than a day
        [one] one day
       *[other] { $days } days
    }, and should have been renewed by now.
    .fix = Look at the log of Caddy, or of whatever speaks HTTPS here. Ports 80 and 443 must be reachable from outside.
check-certificate-refused = Browsers refuse the certificate of the public pages: { $reason }.
    .fix = Look at the log of Caddy, or of whatever speaks HTTPS here, and correct the name in public_url.
check-certificate-unseen = The certificate of the public pages could not be seen from here.
    .fix = Open public_url on a phone that is not on this network.
check-certificate-none = The public pages are not on HTTPS.
    .fix = Use the Caddyfile in deploy/caddy, and begin public_url with https://.

check-key-record-fine = Its DNS has the key that it signs with: { $fingerprint }.
check-key-record-none = Its DNS does not have the key that it signs with. People then have it only from the page itself, the card and the bot's profile.
    .fix = Where you look after your domain, add this line: { $record }
check-key-record-other = Its DNS has another key than the one that it signs with. Whoever checks a message there believes that the branch's page is false.
    .fix = Where you look after your domain, have this line and no other of this branch: { $record } If you did not change the key yourself, somebody else may have: ask who can change your domain.
check-key-record-unseen = Whether its DNS has the key that it signs with could not be looked up.
    .fix = Try again where there is a connection to the internet.

check-contacts-strangers = { $count ->
        [one] 1 person
       *[other] { $count } people
    } of an imported list may be asked in a day. Signal punishes a number that writes to strangers, in the end by taking it away.
    .fix = Put invitations_a_day back to 0 once all are asked. See docs/host.md.

check-contacts-no-key = The contact list of { $branch } cannot be taken out: it has no key.
    .fix = Make a key with age-keygen, and put its public half into export_key of contact_list.
