"""Hiding the number: not to be found by it, not shown to anybody, and a username instead."""

from relay.setup import draft as at
from relay.setup.checks import a_username
from relay.setup.desk import Desk, Step
from relay.setup.line import Ask
from relay.setup.steps.number import LINKED
from relay.signal.errors import CallRefused
from relay.signal.types import Username

USERNAME = "username"
LINK = "username-link"


def _run(desk: Desk) -> None:
    talk = desk.talk
    if desk.progress.has(LINKED):
        talk.say("setup-privacy-on-phone")
        return
    desk.signal(
        lambda client: client.update_settings(discoverable_by_number=False, share_number=False)
    )
    talk.say("setup-privacy-hidden")
    if desk.progress.note(USERNAME) and not talk.agreed(
        "privacy.change", desk.words.say("setup-username-change"), "no"
    ):
        return
    _take_username(desk)


def _take_username(desk: Desk) -> None:
    talk = desk.talk
    talk.say("setup-username-about")
    usual = f"{desk.draft.text(at.SLUG).replace('-', '_')}_branch"[:32]
    usual = usual if usual[0].isalpha() else f"b_{usual}"[:32]
    while True:
        wanted = talk.ask(
            "privacy.username", desk.words.say("setup-username-ask"), a_username, usual
        )
        try:
            taken = desk.signal(_taking(wanted))
        except CallRefused:
            # The API server loses the reason: taken, or not allowed.
            talk.say("setup-username-refused")
            continue
        desk.progress.take_note(USERNAME, taken.name)
        desk.progress.take_note(LINK, taken.link)
        talk.say("setup-username-done", name=taken.name, link=taken.link or "-")
        return


def _taking(username: str) -> Ask[Username]:
    return lambda client: client.set_username(username)


STEP = Step("privacy", "setup-step-privacy", _run, needs=("branch", "number"))
