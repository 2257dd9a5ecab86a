"""A message that cannot be read: kept sealed, its sender told once, the host told its shape."""

import copy
from datetime import timedelta
from typing import Any

from aiohttp import ClientSession
from harness.running import RelayHarness, branch, from_bot
from recordings import webhook_bodies
from reporting import send, with_teams

from practice.phones import Phone
from relay.signal.unreadable import PATIENCE
from relay.store.finished import KEEP_UNREADABLE

KIND = "That is something I cannot read"
LOST = "A message of yours reached me, but I could not open it."
WORDS = "quince marmalade behind the stairs"


def recorded(name: str) -> Any:
    """A body as the deployed release posts it."""
    return next(body for body in webhook_bodies("0.100") if body.name == name).notification


async def post(
    stage: RelayHarness, phone: Phone, name: str, *, at: int = 0, **content: Any
) -> None:
    """Have the webhook called with a recorded body as if it came from a phone."""
    body = copy.deepcopy(recorded(name))
    envelope = body["params"]["envelope"]
    envelope |= {"source": phone.aci, "sourceUuid": phone.aci, "sourceNumber": None}
    envelope["timestamp"] += at
    if content:
        envelope["dataMessage"] |= content
    body["params"]["account"] = stage.signal.number
    url = stage.signal.webhook.url
    assert url is not None
    async with ClientSession() as session, session.post(url, json=body) as got:
        assert got.status == 200
    await stage.settle()
    await stage.wait(timedelta(seconds=2))


async def test_who_sends_what_cannot_be_read_is_asked_once_to_write_it(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for place, name in enumerate(("shared contact", "payment", "poll in a direct chat")):
            await post(on_stage, on_stage.mo, name, at=place)
            assert len(from_bot(on_stage.mo)) == place + 1
            danger, _, kind = from_bot(on_stage.mo)[-1].text.partition("\n\n")
            assert danger.startswith("If you are in danger now, call 999.")
            assert kind.startswith(KIND)
        await post(on_stage, on_stage.mo, "payment", at=1)
        assert len(from_bot(on_stage.mo)) == 3
        shapes = {shape.name: shape.count for shape in on_stage.store.unreadable.shapes()}
        assert shapes == {
            "dataMessage.contacts": 1,
            "dataMessage.payment": 1,
            "dataMessage.pollCreate": 1,
        }
        assert from_bot(on_stage.alex) == []


async def test_what_could_not_be_read_is_sealed_and_then_destroyed(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await post(on_stage, on_stage.mo, "payment", newPart={"text": WORDS})
        rows = on_stage.store._db.execute("SELECT * FROM unreadable").fetchall()
        assert len(rows) == 1
        assert WORDS not in repr(rows)
        assert on_stage.mo.aci not in repr(rows)
        on_stage.clock.move(KEEP_UNREADABLE + timedelta(minutes=1))
        await on_stage.relay.tidy()
        assert on_stage.store.unreadable.kept() == 0


async def test_what_could_not_be_read_goes_with_the_report_of_who_sent_it(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await post(on_stage, on_stage.mo, "payment", newPart={"text": WORDS})
        await send(on_stage, cast.rio)
        await post(on_stage, cast.rio, "payment", newPart={"text": WORDS})
        await post(on_stage, cast.rio, "undecryptable", at=1)
        assert on_stage.store.unreadable.kept() == 3
        await on_stage.say(cast.rio, "erase")
        await on_stage.say(cast.rio, "yes")
        assert on_stage.store.unreadable.kept() == 1
        await on_stage.wait(PATIENCE)
        assert not [one for one in from_bot(cast.rio) if LOST in one.text]


async def test_who_could_not_be_decrypted_hears_of_it_unless_it_comes_again(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await post(on_stage, on_stage.mo, "undecryptable")
        await post(on_stage, on_stage.bea, "undecryptable")
        assert from_bot(on_stage.mo) == []
        # signal-cli has asked the app for it once more; it comes with the same timestamp.
        await post(on_stage, on_stage.bea, "text")
        before = len(from_bot(on_stage.bea))
        assert before
        await on_stage.wait(PATIENCE)
        [said] = from_bot(on_stage.mo)
        danger, _, lost = said.text.partition("\n\n")
        assert danger.startswith("If you are in danger now, call 999.")
        assert lost.startswith(LOST)
        assert len(from_bot(on_stage.bea)) == before


async def test_a_safety_number_that_changed_is_not_answered_here(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await post(on_stage, on_stage.mo, "untrusted sender")
        await on_stage.wait(PATIENCE)
        assert not [message for message in from_bot(on_stage.mo) if LOST in message.text]
        [shape] = on_stage.store.unreadable.shapes()
        assert shape.name == "exception.UntrustedIdentityException"
