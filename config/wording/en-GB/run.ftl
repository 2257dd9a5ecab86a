# What a host reads from the commands run and status.

run-help = Run the relay until it is told to stop.

run-address-taken = The relay cannot listen on { $address }: something else does already, perhaps another relay. Stop that one, or choose another address under [web] in the settings.

run-needs-restart = The relay goes on with the settings it has. It cannot change these while it runs: { $names }. Put them back, or stop the relay and start it again.

store-locked = The store { $path } is open in another relay. Stop that one first: two relays on one store would send everything twice.

store-key-wrong = The store { $path } does not open with this RELAY_STORE_KEY, and was left as it is. Give the key it was made with. If the key is right, the beginning of the file is damaged: restore it from a backup.

store-newer = The store { $path } was made by a newer version of the relay, and was left as it is. Install that version again, or restore a backup from before the update.

store-no-room = No copy of the store { $path } could be written beside it before its update, so nothing was changed. Make room on the disk, then start again.

store-damaged = The store { $path } is damaged, and was left as it is. Keep a copy of it, then restore it from a backup.

status-help = Say what waits, and since when. The relay must be running.

status-not-running = No relay answers at { $address }. Start it, and look at its log if it does not stay up.

status-check =
    { $check ->
        [store] Store: { $well ->
            [yes] well
           *[no] does not answer. Look at the log and the disk.
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

status-inbox =
    { $count ->
        [0] No message waits to be read.
        [one] One message waits to be read.
       *[other] { $count } messages wait to be read.
    }

status-dead-letters =
    { $count ->
        [one] One message could not be handled. Look for dead_letter in the log.
       *[other] { $count } messages could not be handled. Look for dead_letter in the log.
    }

status-lane-queued =
    { $count ->
        [one] Lane { $lane }: one delivery waits.
       *[other] Lane { $lane }: { $count } deliveries wait.
    }

status-lane-oldest =
    { $minutes ->
        [0] Lane { $lane }: the oldest waits for less than a minute.
        [one] Lane { $lane }: the oldest waits for a minute.
       *[other] Lane { $lane }: the oldest waits for { $minutes } minutes.
    }

status-lane-blocked =
    Lane { $lane } is blocked. { $cause ->
        [captcha] Signal wants a captcha: an admin types captcha to the bot and is told how. Everything is kept and waits.
        [signed_out] The app password is not accepted: make a new one in Bluesky’s settings, replace the secret, start the relay again.
        [rate_limited] It was asked to slow down and goes on by itself.
       *[unreachable] The other side cannot be reached. It is tried again by itself.
    }

## Cases

cases-help = What a host can do with cases, without reading them.

cases-export-help = Write one case into an encrypted file for its officers. NAME is the case’s name, such as amber river 42. Stop the relay first, or ask an officer to type export to the bot instead.

cases-export-help-out = The file to write. It must not exist yet.

cases-export-no-key = The settings name no key to encrypt with. Put the officers’ age key into export_key under [safeguarding].

cases-export-exists = { $path } exists already and was left as it is. Name another file.

cases-export-unknown = Nobody in the settings reads a case of that name. Look at how it is spelt.

cases-export-done = Written to { $path }. Only the officers’ key opens it. The case’s records say that it was exported.
