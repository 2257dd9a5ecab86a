"""The keys and secrets of this relay: made here, kept in files, never shown."""

from relay.setup.context import SetupContext, Step
from relay.setup.secrets import STORE_KEY, WEBHOOK_TOKEN


def _run(context: SetupContext) -> None:
    secrets, talk = context.secrets, context.talk
    made = [name for name in (WEBHOOK_TOKEN, STORE_KEY) if secrets.make(name)]
    secrets.close()
    context.draft.save()
    folder = str(secrets.folder)
    if made:
        talk.say("setup-keys-made", folder=folder)
    else:
        talk.say("setup-keys-there", folder=folder)
    talk.say("setup-keys-copy", file=str(secrets.path(STORE_KEY)))


def _is_done(context: SetupContext) -> bool:
    kept = all(context.secrets.get(name) for name in (WEBHOOK_TOKEN, STORE_KEY))
    return kept and context.draft.path.is_file()


STEP = Step("keys", "setup-step-keys", _run, is_done=_is_done)
