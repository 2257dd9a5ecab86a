"""The branch's Bluesky posts on Mastodon and the rest of the fediverse, through Bridgy Fed."""

from collections.abc import Awaitable, Callable
from enum import Enum

from relay.destinations.bluesky.bridge import (
    BridgedAccount,
    BridgeNotFound,
    Bridging,
    fediverse_name,
    signed_in,
)
from relay.destinations.bluesky.kind import BlueskyKind
from relay.destinations.bluesky.records import timestamp
from relay.destinations.bluesky.setup import HANDLE, SERVICE, USUAL_SERVICE
from relay.destinations.bluesky.signing_in import AccountAway
from relay.setup import draft as at
from relay.setup.context import SetupContext, Step
from relay.time.clock import SystemClock


class Outcome(Enum):
    """What came of it; the value is the sentence that says so."""

    ON = "setup-fediverse-on"
    STILL_ON = "setup-fediverse-still-on"
    ENDED = "setup-fediverse-ended"
    OFF = "setup-fediverse-off"
    NO_PICTURE = "setup-fediverse-picture"


_Change = Callable[[BridgedAccount, Bridging], Awaitable[Outcome]]


def _run(context: SetupContext) -> None:
    talk, say, draft = context.talk, context.words.say, context.draft
    handle, service = draft.text(HANDLE), draft.text(SERVICE) or USUAL_SERVICE
    if not handle:
        talk.say("setup-fediverse-no-account")
        return
    secret = BlueskyKind().secret_variable(draft.text(at.SLUG))
    password = context.environ.get(secret) or context.secrets.get(secret)
    if not password:
        raise context.stopped("setup-first", step="bluesky")
    name = fediverse_name(handle)
    talk.say("setup-fediverse-about", name=name)
    try:
        before = context.session.wait_for(_bridging(service, handle, password))
        usual = "yes" if before is Bridging.ASKED_FOR else "no"
        wanted = talk.agreed("bluesky.fediverse", say("setup-fediverse-now"), usual)
        change = _turned_on if wanted else _turned_off
        outcome = context.session.wait_for(_changed(service, handle, password, change, before))
    except BridgeNotFound:
        talk.say("setup-fediverse-not-found", service=service)
        return
    except AccountAway:
        raise context.stopped("setup-fediverse-away") from None
    talk.say(outcome.value, name=name)


async def _bridging(service: str, handle: str, password: str) -> Bridging:
    async with signed_in(service, handle, password) as account:
        return await account.bridging()


async def _changed(
    service: str, handle: str, password: str, change: _Change, before: Bridging
) -> Outcome:
    async with signed_in(service, handle, password) as account:
        return await change(account, before)


async def _turned_on(account: BridgedAccount, before: Bridging) -> Outcome:
    if before is Bridging.ASKED_FOR:
        return Outcome.STILL_ON
    if not await account.has_picture():
        return Outcome.NO_PICTURE
    await account.ask(timestamp(SystemClock().now()))
    return Outcome.ON


async def _turned_off(account: BridgedAccount, before: Bridging) -> Outcome:
    if before is not Bridging.ASKED_FOR:
        return Outcome.OFF
    await account.end(timestamp(SystemClock().now()))
    return Outcome.ENDED


STEP = Step("fediverse", "setup-step-fediverse", _run, needs=("bluesky",))
