"""The branch's Bluesky account, opened with an app password."""

from relay.destinations.bluesky.door import Door, try_door
from relay.destinations.bluesky.kind import BlueskyKind
from relay.destinations.bluesky.settings import Handle
from relay.setup import draft as at
from relay.setup.checks import a_text, a_web_address, checked_by
from relay.setup.context import SetupContext, Step
from relay.setup.draft import Path_

HANDLE: Path_ = ("branches", 0, "bluesky", "handle")
SERVICE: Path_ = ("branches", 0, "bluesky", "service")

USUAL_SERVICE = "https://bsky.social"
_PROFILE = "https://bsky.app/profile/"
_SAID = {
    Door.MAIN_PASSWORD: "setup-bluesky-main",
    Door.REFUSED: "setup-bluesky-refused",
    Door.AWAY: "setup-bluesky-away",
}


_a_handle = checked_by(Handle)


def a_handle(answer: str) -> str:
    """A Bluesky handle, also as the address of a profile."""
    return _a_handle(answer.removeprefix(_PROFILE).strip("/"))


def _run(context: SetupContext) -> None:
    talk, say, draft = context.talk, context.words.say, context.draft
    talk.say("setup-bluesky-about")
    handle, service = draft.text(HANDLE), draft.text(SERVICE) or USUAL_SERVICE
    usual = "yes" if handle or talk.given("bluesky.handle") else "no"
    if not talk.agreed("bluesky.account", say("setup-bluesky-now"), usual):
        talk.say("setup-bluesky-none")
        return
    while True:
        handle = talk.ask("bluesky.handle", say("setup-bluesky-handle"), a_handle, handle or None)
        service = talk.ask("bluesky.service", say("setup-bluesky-service"), a_web_address, service)
        talk.say("setup-bluesky-password-how")
        password = talk.ask_secret("bluesky.app_password", say("setup-bluesky-password"), a_text)
        door = context.session.wait_for(try_door(service, handle, password))
        if door is Door.OPEN:
            break
        if door is Door.TOO_OFTEN:
            raise context.stopped("setup-bluesky-often")
        talk.say(_SAID[door])
        if not talk.agreed("bluesky.again", say("setup-again"), "yes"):
            raise context.stopped("setup-bluesky-later")
    # The secret first: an account without one keeps the relay from starting.
    context.secrets.put(BlueskyKind().secret_variable(draft.text(at.SLUG)), password)
    draft.update({HANDLE: handle, SERVICE: service})
    talk.say("setup-bluesky-done", handle=handle)


STEP = Step("bluesky", "setup-step-bluesky", _run, needs=("keys", "branch"))
