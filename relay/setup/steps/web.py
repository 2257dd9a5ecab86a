"""The public pages: where people outside see them, if the branch wants any."""

from relay.setup import draft as at
from relay.setup.checks import a_public_address
from relay.setup.context import SetupContext, Step


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


STEP = Step("web", "setup-step-web", _run, needs=("keys",))
