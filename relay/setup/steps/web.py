"""The public pages: where people outside see them, if the branch wants any."""

from relay.setup import draft as at
from relay.setup.checks import BadAnswer, a_public_address
from relay.setup.context import SetupContext, SetupStopped, Step
from relay.setup.steps.profile import NAME, put_profile
from relay.signal.errors import SignalApiError


def _run(context: SetupContext) -> None:
    talk = context.talk
    talk.say("setup-web-about")
    usual = context.draft.text(at.PUBLIC_URL)
    address = talk.ask(
        "web.public_url", context.words.say("setup-web-url"), a_public_address, usual
    )
    if not address:
        talk.say("setup-web-none")
        return
    context.draft.set(at.PUBLIC_URL, address)
    if address.startswith("http://"):
        talk.say("setup-web-plain")
    talk.say("setup-web-done", listen=str(context.listen()))
    if context.progress.note(NAME):
        _tell_key(context)


def _tell_key(context: SetupContext) -> None:
    """Put the key into the bot's profile, which was set before there was known to be a page."""
    try:
        put_profile(context)
    except (SetupStopped, SignalApiError, BadAnswer):
        # The relay runs, or Signal cannot be reached; the page is set up all the same.
        context.talk.say("setup-web-key-later")
    else:
        context.talk.say("setup-web-key")


STEP = Step("web", "setup-step-web", _run, needs=("keys",))
