"""A test: an announcement in a group of its own, which is taken away again."""

from contextlib import suppress

from relay.setup import draft as at
from relay.setup.context import SetupContext, Step
from relay.setup.signal_session import Ask, sending
from relay.setup.steps.group import ONLY_ADMINS
from relay.signal.errors import SignalApiError
from relay.signal.types import Sent


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-test-about")
    if not talk.agreed("test.send", say("setup-test-now"), "yes"):
        return
    admins = context.draft.texts(at.ADMINS)
    name = say("setup-test-group", branch=context.branch)
    group = context.signal(
        lambda client: client.create_group(
            name,
            members=admins,
            description=say("setup-test-description"),
            permissions=ONLY_ADMINS,
        )
    )
    try:
        sent = context.signal(sending(group, say("setup-test-text")))
        talk.say("setup-test-look", group=name)
        arrived = talk.agreed("test.arrived", say("setup-test-arrived"), "yes")
        context.signal(_deleting(group, sent))
    finally:
        _leave(context, group, admins)
    if sent.failures:
        talk.say("setup-test-not-all", count=len(sent.failures))
    if not arrived:
        raise context.stopped("setup-test-lost")
    talk.say("setup-test-done")


def _leave(context: SetupContext, group: str, admins: list[str]) -> None:
    """Take everybody out and go. What is left of the group is only seen by those who were in it."""
    with suppress(SignalApiError):
        if admins:
            context.signal(lambda client: client.remove_members(group, admins))
    with suppress(SignalApiError):
        context.signal(lambda client: client.quit_group(group))


def _deleting(group: str, sent: Sent) -> Ask[int]:
    return lambda client: client.remote_delete(group, sent.timestamp)


STEP = Step("test", "setup-step-test", _run, needs=("number", "profile", "admins"))
