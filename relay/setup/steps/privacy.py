"""Hiding the number: not to be found by it, not shown to anybody, and a username instead."""

from relay.schema.values import is_contact_link
from relay.setup import draft as at
from relay.setup.checks import a_username
from relay.setup.context import SetupContext, Step
from relay.setup.signal_session import Ask
from relay.setup.steps.number import LINKED
from relay.signal.errors import CallRefused
from relay.signal.types import Username

USERNAME = "username"
LINK = "username-link"


def _run(context: SetupContext) -> None:
    talk = context.talk
    if context.progress.has(LINKED):
        talk.say("setup-privacy-on-phone")
        return
    context.signal(
        lambda client: client.update_settings(discoverable_by_number=False, share_number=False)
    )
    talk.say("setup-privacy-hidden")
    if context.progress.note(USERNAME) and not talk.agreed(
        "privacy.change", context.words.say("setup-username-change"), "no"
    ):
        return
    _take_username(context)


def _take_username(context: SetupContext) -> None:
    talk = context.talk
    talk.say("setup-username-about")
    usual = f"{context.draft.text(at.SLUG).replace('-', '_')}_branch"[:32]
    usual = usual if usual[0].isalpha() else f"b_{usual}"[:32]
    while True:
        wanted = talk.ask(
            "privacy.username", context.words.say("setup-username-ask"), a_username, usual
        )
        try:
            taken = context.signal(_taking(wanted))
        except CallRefused:
            # The API server loses the reason: taken, or not allowed.
            talk.say("setup-username-refused")
            continue
        context.progress.take_note(USERNAME, taken.name)
        context.progress.take_note(LINK, taken.link)
        if is_contact_link(taken.link):
            context.draft.set(at.LINK, taken.link)
        talk.say("setup-username-done", name=taken.name, link=taken.link or "-")
        return


def _taking(username: str) -> Ask[Username]:
    return lambda client: client.set_username(username)


STEP = Step("privacy", "setup-step-privacy", _run, needs=("branch", "number"))
