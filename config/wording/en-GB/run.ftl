# What a host reads from the commands run and status.

run-help = Run the relay until it is told to stop.

run-help-keep-trying = Where something keeps the relay from starting, say what it is, answer relay status, and go on as soon as it is gone, instead of ending.

reload-help = Look at the settings, then let the relay that runs read them again. A mistake changes nothing.

reload-done = The relay has read its settings again.

reload-nobody = No relay runs with these settings. Start it.

reload-not-allowed = The relay runs as another user. Do this as that user, or as root.

reload-refused = The relay goes on with the settings from before. Its log says why.

reload-late = The relay has not answered yet. Look at relay status, and at its log.

run-address-taken = The relay cannot listen on { $address }: something else does already, perhaps another relay. Stop that one, or choose another address under [web] in the settings.

run-address-unusable = The relay cannot listen on { $address }. Choose an address of this computer and a port above 1023, under [web] in the settings.

run-needs-restart = The relay goes on with the settings it has. It cannot change these while it runs: { $names }. Put them back, or stop the relay and start it again.

store-locked = The store { $path } is open in another relay. Stop that one first: two relays on one store would send everything twice.

store-key-wrong = The store { $path } does not open with this RELAY_STORE_KEY, and was left as it is. Give the key it was made with. If the key is right, the beginning of the file is damaged: restore it from a backup.

store-newer = The store { $path } was made by a newer version of the relay, and was left as it is. Install that version again, or restore a backup from before the update.

store-no-room = No copy of the store { $path } could be written beside it before its update, so nothing was changed. Make room on the disk, then start again.

store-out-of-reach = The store { $path } cannot be written to, and was left as it is. Look whether the disk is full (df -h), and whether the file and its folder belong to the user that runs the relay. Then start again.

store-full = The disk is full: there is no room for the store { $path }. Make room (df -h says which disk); docs/what-if.md says what may be deleted.

store-damaged = The store { $path } is damaged, and was left as it is. Keep a copy of it, then restore it from a backup.

status-help = Say what waits, and since when. The relay must be running.

status-not-running = No relay answers at { $address }. Start it, and look at its log if it does not stay up.

status-cannot-start = The relay cannot start yet. It waits for this to be mended, then goes on by itself:

status-check =
    { $check ->
        [store] Store: { $well ->
            [yes] well
           *[no] does not answer. Look at the log and the disk.
        }
        [disk] Disk: { $well ->
            [yes] well
           *[no] almost full. Make room: docs/what-if.md says what may be deleted.
        }
        [api] Signal API: { $well ->
            [yes] well
           *[no] has not answered lately. Check that signal-cli-rest-api runs.
        }
       *[inbox] Inbox: { $well ->
            [yes] well
           *[no] messages wait for too long. Look at the log, then start the relay again.
        }
    }

# A time, as it stands in the sentences below.
status-age =
    { $unit ->
        [days] { $count } days
        [hours] { $count } hours
       *[minutes] { $count ->
            [0] less than a minute
            [one] one minute
           *[other] { $count } minutes
        }
    }

status-well = The relay runs, and all is well.

status-unwell = The relay runs, but not everything is well.

status-settings-refused = The settings in the file cannot be used, so the relay goes on with those from before. Look at relay check, then relay reload.

status-rounds-late = Reminders and scheduled posts are late. See what else this computer is doing. If nothing, start the relay again.

status-inbox =
    { $count ->
        [one] One message waits to be read, for { $age }.
       *[other] { $count } messages wait to be read, the oldest for { $age }.
    }

status-inbox-empty = No message waits to be read. Signal’s side last called { $age } ago.

status-inbox-never = No message waits to be read. None has ever come: send the bot “help”.

status-dead-letters =
    { $count ->
        [one] One message could not be handled. Look for dead_letter in the log.
       *[other] { $count } messages could not be handled. Look for dead_letter in the log.
    }

# $shape is the name of a field or an exception of signal-cli, never what was said.
status-unreadable =
    { $count ->
        [one] One message could not be read ({ $shape }) in the last two weeks.
       *[other] { $count } messages could not be read ({ $shape }) in the last two weeks.
    } Look for a newer version of the relay, and report the word in brackets. It says nothing about what was written.

status-other-lines = signal-cli-rest-api hands over more than messages. The relay throws the rest away. Install a newer version of it; relay check names one.

status-place-signal = Signal

status-place-captcha = Solutions of captchas

status-place-public = { $place }, { $branch }

status-lane-empty = { $place }: nothing waits to be sent.

status-lane-queued =
    { $count ->
        [one] { $place }: one thing waits to be sent, for { $age }.
       *[other] { $place }: { $count } things wait to be sent, the oldest for { $age }.
    }

status-lane-blocked =
    { $place }: nothing has passed for { $age }. { $cause ->
        [captcha] Signal wants a captcha: an admin types captcha to the bot and is told how. Everything is kept and waits.
        [signed_out] The password or registration is not accepted. For Bluesky, make a new app password in its settings and replace the secret. For Signal, register the number again. For a webhook, relay check says more. Then start the relay again.
        [rate_limited] It was asked to slow down and goes on by itself.
       *[unreachable] The other side cannot be reached. It is tried again by itself.
    }

status-invitations = Contact list of { $branch }: { $asked } people of imported lists were asked, { $waiting } wait, { $not_on_signal } cannot be found on Signal by their number, { $unsent } could not be asked.

status-backup =
    { $failed ->
        [yes] The last backup failed. The one before was made { $age } ago. Run relay backup, which says what is wrong.
       *[no] The last backup was made { $age } ago.
    }

status-backup-never =
    { $failed ->
        [yes] There is no backup: the last one failed. Run relay backup, which says what is wrong.
       *[no] There is no backup yet. The first is made by itself.
    }

status-backup-none = No backups are made. Name a folder and a key under [backup] in the settings.

status-watch = A service outside hears every few minutes how the relay is.

status-watch-soon = A service outside will soon hear how the relay is.

status-watch-unheard = A service outside should hear how the relay is, but did not take the last call. Look whether RELAY_WATCH_PING_URL is right.

status-watch-none = Nobody outside hears when this computer is off. How to change that: docs/watch.md.

## Groups

groups-help = What a host can do with the groups that are kept as declared.
groups-export-help = Write all declared groups as they are wanted now, with what admins have taken over, to put into the settings. Nobody who is in a group is in it.
groups-export-none = The settings declare no groups.

## Cases

cases-help = What a host can do with cases, without reading them.

cases-export-help = Write one case into an encrypted file for its officers. NAME is the case’s name, such as amber river 42. Stop the relay first, or ask an officer to type export to the bot instead.

cases-export-help-out = The file to write. It must not exist yet.

cases-export-no-key = The settings name no key to encrypt with. Put the officers’ age key into export_key under [safeguarding].

cases-export-exists = { $path } exists already and was left as it is. Name another file.

cases-export-unknown = Nobody in the settings reads a case of that name. Look at how it is spelt.

cases-export-done = Written to { $path }. Only the officers’ key opens it. The case’s records say that it was exported.

## relay contacts

contacts-help = The contact list of a branch. Only people who ask to be on it are on it.

contacts-import-help = Have the people of a list asked, one by one, whether they want to be on the contact list. FILE is a CSV file with mobile numbers; the relay must not be running.

contacts-import-help-branch = the slug of the branch

contacts-import-help-yes = do not ask before

contacts-import-no-branch = The settings have no branch of that name.

contacts-import-no-list = That branch has no contact list. Put a table [branches.contact_list] into the settings.

contacts-import-off = Nobody is asked: invitations_a_day of that branch is 0. Read “The contact list” in docs/host.md first: Signal punishes a bot that writes to strangers.

contacts-import-no-store = There is no store yet. Let the relay run once first.

contacts-import-unusable =
    { $why ->
        [too-large] The file is too large. Take out the columns that are not needed, or part it.
        [too-many] The file has more than { $most } rows. Nothing was taken. Part it, and import one part after the other.
        [spreadsheet] That is no CSV file. In your spreadsheet: Save as, then CSV.
        [no-numbers] I found no column with mobile numbers in it. A number needs its leading 0, or its country code with a +.
       *[unreadable] I cannot read the file. In your spreadsheet: Save as, then CSV UTF-8.
    }

contacts-import-read =
    { $count ->
        [one] 1 mobile number, read from column { $column }.
       *[other] { $count } mobile numbers, read from column { $column }.
    } Each is asked once, at most { $pace } a day.

contacts-import-passed =
    { $why ->
        [empty] Rows without a number: { $count }
        [rounded] Rows whose number a spreadsheet has rounded, such as 4.47E+11: { $count }
        [landline] Rows with a landline, or another number that is no mobile: { $count }
        [twice] Rows with a number that is in the file already: { $count }
       *[unreadable] Rows whose number I cannot read: { $count }
    }

contacts-import-confirm = Do these people know that the branch has their number, and is that the right column?

contacts-import-dropped = Nothing was taken.

contacts-import-done =
    { $queued ->
        [one] 1 person is asked from now on.
       *[other] { $queued } people are asked from now on.
    }{ $known ->
        [0] { "" }
       *[other] { " " }{ $known } were in a list before and are not asked again.
    } Nothing else of the file was kept. Please delete the file. How it goes on: relay status
