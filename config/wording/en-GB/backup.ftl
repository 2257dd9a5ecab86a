# What a host reads from the commands backup and restore, and admins after a restore.

settings-backup-recipient = Backups have a folder but no key to encrypt them with.
    .fix = Run "age-keygen" on your own computer, keep the file it makes there, and write the public key that it shows into recipient under [backup]. It starts with "age1".

## relay backup

backup-help = Make a backup now, whether the relay runs or not. It goes to the folder in the settings.

backup-no-config = Name the settings file with --config.

backup-done =
    Backup made: { $path }, { $size } kB. It was restored on trial first.
    Beside it is { $beside }, with people and cases. A restore needs both. Keep only the newest of that one, wherever you copy it.

backup-signer =
    It is signed. So that a restore can tell it from one that somebody else made, this line has to stand in the file with your key, on your own computer:
    { $line }

backup-signer-help = Show who signs the backups of this server. Put the line into the file with your key, on your own computer.

backup-verify-help = Find out whether a backup can be restored. Nothing is changed, nothing is left behind. FILE is a file that starts with relay-.

backup-verified =
    This backup can be restored. It is from { $when }, in UTC: { $days ->
        [0] less than a day old
        [one] one day old
       *[other] { $days } days old
    }.
    { $announcements ->
        [one] One announcement
       *[other] { $announcements } announcements
    }, { $meetings ->
        [one] one meeting
       *[other] { $meetings } meetings
    } and { $cases ->
        [one] one case
       *[other] { $cases } cases
    }, drafts included.

backup-failed = The backup could not be made. Look at the log.

backup-not-set-up = The settings do not say where backups go. Give folder and recipient under [backup].

backup-no-store = There is no store at { $path } yet, so there is nothing to back up. Start the relay once.

backup-no-room = There is no room left in { $path }. Nothing was changed. Make room, then try again.

backup-not-writable = { $path } cannot be written to. Nothing was changed. Look at who owns the folder, and whether the disk is there.

backup-busy = Another backup is being made in { $path }. Wait until it is done.

backup-stopped = The backup was given up because the relay is being stopped. The ones from before are as they were.

backup-store-unsound = The store { $path } could not be read through, so no backup was made of it. It is damaged, or RELAY_STORE_KEY is not its key: relay check says which. The backups from before are as they were: keep them.

backup-signal-not-read = signal-cli’s folder { $path } cannot be read, so its data is not in the backup. Correct signal_folder under [backup], or take that line out.

# Said by verify and restore.
backup-audit-broken = But row { $row } of its record of who did what does not follow from the one before. Something other than the relay changed the store, or took something out, before this backup was made. Verify an older one, keep them all as they are, and read docs/what-if.md.

backup-records-broken = But record { $row } of case number { $case } does not follow from the one before. Something other than the relay changed the store, or took something out, before this backup was made. Verify an older one, keep them all as they are, and read docs/what-if.md.

# Said by verify and restore.
backup-proven = It is signed by your server.

backup-unproven = Nothing proves who made it. Whoever can write where it lies may have put it there, with themselves in charge.

## relay restore

restore-help = Make a folder from a backup, from which the relay can be started. FILE is a file that starts with relay-.

restore-help-identity = The file that age-keygen made, with the secret half of the key.

restore-help-confidential = The file with people and cases. Without this option, it is looked for beside FILE.

restore-help-to = The folder to make. It must not exist yet, or be empty.

restore-help-without-confidential = Restore without people and cases. All reports are then lost.

restore-help-unproven = Do without the signature: for a backup that is older than signatures, or if you never noted the signer. Then look twice at who is in charge.

restore-help-older = Restore a backup although the store that is there knows of more.

# Everything up to restore-older-refused is said by restore, before it asks.
restore-is-from =
    This backup is from { $when }, in UTC: { $days ->
        [0] less than a day old
        [one] one day old
       *[other] { $days } days old
    }. What happened since is not in it. Nothing has been restored yet.

restore-reports-from =
    Its reports are from { $when }, in UTC: { $days ->
        [0] less than a day old
        [one] one day old
       *[other] { $days } days old
    }. Reports since are not in it, and what was erased since would come back.

restore-newer-beside = There is a newer one in the same folder: { $file }.

restore-store-unread = There is a store at { $path } already, and the key in this backup does not open it. So nothing shows whether it is newer.

restore-store-newer =
    The store at { $path } is newer: it goes on until { $when }, in UTC, { $days ->
        [0] less than a day
        [one] one day
       *[other] { $days } days
    } after this backup. This backup lacks { $announcements ->
        [0] no announcement
        [one] one announcement
       *[other] { $announcements } announcements
    } and { $reports ->
        [0] no report
        [one] one report
       *[other] { $reports } reports
    } of it.

restore-brings-back =
    It brings back { $reports ->
        [one] one report that is no longer there: it was
       *[other] { $reports } reports that are no longer there: they were
    } erased, or had { $reports ->
        [one] its
       *[other] their
    } time.

restore-older-refused = Somebody may have put an old backup in the place of a newer one. If you know that this is the one you want, add --older.

restore-in-charge =
    Who decides and reads from then on. The bot’s number is { $number }. Anybody here who should not be, or has left since?

restore-in-charge-branch = Admins of { $name }:

restore-in-charge-team = Officers of { $name }, who read reports:

restore-in-charge-person =
    { $role ->
        [none] • { $id }
       *[other] • { $role }: { $id }
    }

restore-in-charge-nobody = • nobody

restore-in-charge-group = Reports go to the Signal group { $group }.

restore-in-charge-key = Backups or exports are made so that this key opens them: { $key }

restore-in-charge-unknown = It holds no settings file, so who decides and reads is up to the one that you write.

restore-agree = Are these the right people? To restore, type yes.

restore-not-agreed = Nothing was restored.

restore-no-signer =
    { $path } does not say who signs your backups, so nothing would show whether somebody else made this one. Nothing was restored.
    On the server, run relay backup signer, and put the line that it shows into that file. If there is no server any more, or the backup is older than signatures, add --unproven, and look twice at who is in charge.

restore-not-signed = { $path } is not signed. It was made by an older version of the relay, or by somebody else. Nothing was restored. Use a newer one. If there is none, add --unproven, and look twice at who is in charge.

restore-wrong-signer = { $path } was not made by your server: somebody else has signed it, or changed it. Nothing was restored. Keep it as it is, find out who can write where it lies, and use a backup from another place.

restore-done =
    Restored to { $path }, as it was on { $when }, in UTC.
    { $announcements ->
        [one] One announcement
       *[other] { $announcements } announcements
    }, { $meetings ->
        [one] one meeting
       *[other] { $meetings } meetings
    } and { $cases ->
        [one] one case
       *[other] { $cases } cases
    }, drafts included.
    What people wrote after that is not in it. Ask them to write again.

restore-not-twice =
    Nothing is sent a second time. { $stopped ->
        [0] Nothing waited to be sent.
        [one] One message that waited then will not be sent.
       *[other] { $stopped } messages that waited then will not be sent.
    } { $held ->
        [0] No announcement was due in between.
        [one] One announcement was due in between, and waits for an admin.
       *[other] { $held } announcements were due in between, and wait for an admin.
    } The bot tells the admins when it starts.

restore-one-only = Make sure that the old relay and the old signal-cli never run again. Two at once send everything twice, and spoil each other’s keys.

restore-signal-data =
    signal-cli’s data is in { $path }. Put it where signal-cli looks for it, before you start signal-cli.
    No safety number changes. If a message cannot be read at first, send one from the bot to that person.
    If Signal says that the number is not registered, register it again. You need the registration PIN.

restore-signal-anew =
    This backup holds no data of signal-cli. Register the number again, with its registration PIN.
    Everybody’s safety number with the bot changes. Tell people before, so that nobody thinks of a fake.
    An admin has to put the bot back into the groups, and make it an admin there.
    Officers may have to be confirmed again. The bot asks for it.

restore-start =
    Look through { $config }, above all at addresses and folders. Then start the relay:
      RELAY_SECRETS_DIR={ $secrets } relay run --config { $config }

restore-no-settings = This backup holds no settings file. Write a new one, with the store in the folder var. The secrets are in { $secrets }.

restore-wrong-identity = This identity does not open { $path }. Use the one whose public key stood in the settings when it was made.

restore-no-identity = There is no identity in { $path }. It is the file that age-keygen made, with a line that starts with AGE-SECRET-KEY.

restore-not-a-backup = { $path } is not a backup that can be restored. Name a file that starts with relay-, and look at how it is spelt.

restore-damaged = { $path } is damaged or cut short, and nothing was restored. Fetch it again, or use an older one.

restore-newer = { $path } was made by a newer version of the relay. Install that version, then restore again.

restore-no-confidential = There is no { $path }, which holds people and cases. Put the newest one there, or name it with --confidential. If there is none any more, add --without-confidential: all reports are then lost.

restore-confidential-older = { $path } is older than the backup. What was erased in between would come back. Fetch the newest one.

restore-not-empty = { $path } is not empty, and was left as it is. Name a folder that does not exist yet.

restored-reason = none, because it waited when a backup was made. It may have been sent since, so it is not sent again. Look whether it is there.

restored-told =
    I was restored from a backup. I know what happened until { $when }, and nothing after that.
    Please send me again what you asked for since. To see what is planned, type queue, and cancel what you no longer want.

restored-held = Number { $number } was due while I was away. It may have been posted, so I hold it back. To see it and decide, type agree { $number }: I show it first. If it is no longer wanted, type cancel { $number }.
