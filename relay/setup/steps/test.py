"""A test: an announcement in a group of its own, which is taken away again."""

from contextlib import suppress

from relay.setup import draft as at
from relay.setup.desk import Desk, Step
from relay.setup.line import Ask, sending
from relay.setup.steps.group import ONLY_ADMINS
from relay.signal.errors import SignalApiError
from relay.signal.types import Sent


def _run(desk: Desk) -> None:
    talk, say = desk.talk, desk.words.say
    talk.say("setup-test-about")
    if not talk.agreed("test.send", say("setup-test-now"), "yes"):
        return
    admins = desk.draft.texts(at.ADMINS)
    name = say("setup-test-group", branch=desk.branch)
    group = desk.signal(
        lambda client: client.create_group(
            name,
            members=admins,
            description=say("setup-test-description"),
            permissions=ONLY_ADMINS,
        )
    )
    try:
        sent = desk.signal(sending(group, say("setup-test-text")))
        talk.say("setup-test-look", group=name)
        arrived = talk.agreed("test.arrived", say("setup-test-arrived"), "yes")
        desk.signal(_deleting(group, sent))
    finally:
        _leave(desk, group, admins)
    if sent.failures:
        talk.say("setup-test-not-all", count=len(sent.failures))
    if not arrived:
        raise desk.stopped("setup-test-lost")
    talk.say("setup-test-done")


def _leave(desk: Desk, group: str, admins: list[str]) -> None:
    """Take everybody out and go. What is left of the group is only seen by those who were in it."""
    with suppress(SignalApiError):
        if admins:
            desk.signal(lambda client: client.remove_members(group, admins))
    with suppress(SignalApiError):
        desk.signal(lambda client: client.quit_group(group))


def _deleting(group: str, sent: Sent) -> Ask[int]:
    return lambda client: client.remote_delete(group, sent.timestamp)


STEP = Step("test", "setup-step-test", _run, needs=("number", "profile", "admins"))
