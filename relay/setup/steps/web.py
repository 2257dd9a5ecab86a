"""The public pages: where people outside see them, if the branch wants any."""

from relay.setup import draft as at
from relay.setup.checks import a_public_address
from relay.setup.desk import Desk, Step


def _run(desk: Desk) -> None:
    talk = desk.talk
    talk.say("setup-web-about")
    usual = desk.draft.text(at.PUBLIC_URL)
    address = talk.ask("web.public_url", desk.words.say("setup-web-url"), a_public_address, usual)
    if not address:
        talk.say("setup-web-none")
        return
    desk.draft.set(at.PUBLIC_URL, address)
    if address.startswith("http://"):
        talk.say("setup-web-plain")
    talk.say("setup-web-done", listen=str(desk.listen()))


STEP = Step("web", "setup-step-web", _run, needs=("keys",))
