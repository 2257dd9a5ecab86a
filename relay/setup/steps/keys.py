"""The keys and secrets of this relay: made here, kept in files, never shown."""

from relay.setup.desk import Desk, Step
from relay.setup.secrets import STORE_KEY, WEBHOOK_TOKEN


def _run(desk: Desk) -> None:
    secrets, talk = desk.secrets, desk.talk
    made = [name for name in (WEBHOOK_TOKEN, STORE_KEY) if secrets.make(name)]
    secrets.close()
    desk.draft.save()
    folder = str(secrets.folder)
    if made:
        talk.say("setup-keys-made", folder=folder)
    else:
        talk.say("setup-keys-there", folder=folder)
    talk.say("setup-keys-copy", file=str(secrets.path(STORE_KEY)))


def _is_done(desk: Desk) -> bool:
    kept = all(desk.secrets.get(name) for name in (WEBHOOK_TOKEN, STORE_KEY))
    return kept and desk.draft.path.is_file()


STEP = Step("keys", "setup-step-keys", _run, is_done=_is_done)
