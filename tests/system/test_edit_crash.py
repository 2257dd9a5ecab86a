"""Killed in the middle of a change: Signal has done it, and the relay never hears of it.

What stands afterwards is one message with the newest text, on every phone, and it can be changed
again. The kill comes in the moment in which an edit is done, or a part of a report that was changed
is deleted, before the answer can be read.
"""

import asyncio
from functools import partial

import pytest
from harness.running import from_bot
from marked import officers_table, teams_table
from relayprocess import BranchTable, MakeRelay, RelayProcess, until, webhook_url

from practice.groups import Group
from practice.phones import Phone
from practice.server import PracticeSignal

PATIENCE = 60.0


async def dies_in_the_edit(relay: RelayProcess, signal: PracticeSignal, phone: Phone) -> None:
    """Wait until a phone shows an edit of the bot's, and kill the relay before it knows."""
    async with asyncio.timeout(PATIENCE):
        seen = signal.world.events.last
        await signal.world.events.next(
            lambda event: event.kind == "edit" and signal.world.is_account(event.actor),
            after=seen,
            within=PATIENCE,
        )
    await relay.kill()
    attempted = relay.rows(
        "SELECT count(*) FROM outbox WHERE state = 'queued' AND action = 'edit'"
        " AND json_extract(payload, '$.attempted')"
    )
    # Else the kill came too late, and nothing is proved.
    assert attempted == [(1,)]


async def dies_in_the_deletion(relay: RelayProcess, signal: PracticeSignal, phone: Phone) -> None:
    """Wait until the old words are gone from a phone, and kill the relay before it knows."""
    async with asyncio.timeout(PATIENCE):
        seen = signal.world.events.last
        await signal.world.events.next(
            lambda event: event.kind == "deletion" and signal.world.is_account(event.actor),
            after=seen,
            within=PATIENCE,
        )
    await relay.kill()
    waits = "SELECT action FROM outbox WHERE state = 'queued' AND action IN ('delete', 'send')"
    # Else the kill came too late, and nothing is proved.
    assert relay.rows(f"{waits} AND target = '{phone.aci}' ORDER BY id") == [("delete",), ("send",)]


async def calm(relay: RelayProcess, signal: PracticeSignal) -> None:
    await signal.signal_cli.drained()
    await relay.idle(PATIENCE)


def standing(phone: Phone, place: Group | None = None) -> list[str]:
    return [one.text for one in from_bot(phone, place) if not one.deleted]


@pytest.mark.timeout(180)
async def test_an_announcement_stands_once_with_its_newest_text(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    board = signal.new_group("Board", (mo,))
    relay: RelayProcess = make_relay([BranchTable("hackney", (alex,), (board,))])
    await relay.start()
    await relay.ready()
    signal.webhook.url = webhook_url(relay.port)
    for said in ("announce Supper in the hall", "yes", "edit 1 Supper in the yard", "yes"):
        alex.say(said)
        await calm(relay, signal)
    assert standing(mo, board) == ["Supper in the yard"]

    for place in ("library", "park"):
        alex.say(f"edit 1 Supper in the *{place}*")
        await calm(relay, signal)
        death = asyncio.create_task(dies_in_the_edit(relay, signal, mo))
        await asyncio.sleep(0)
        alex.say("yes")
        await death
        await relay.start()
        await calm(relay, signal)
        assert standing(mo, board) == [f"Supper in the {place}"]
        (style,) = from_bot(mo, board)[-1].content.styles
        assert (style.start, style.length, style.style) == (14, len(place), "BOLD")
        [told] = [m for m in from_bot(alex)[-2:] if "Number 1 is changed in" in m.text]
        assert "1 of 1 group" in told.text

    alex.say("edit 1 Supper in the square")
    alex.say("yes")
    await calm(relay, signal)
    assert standing(mo, board) == ["Supper in the square"]
    alex.say("retract 1")
    alex.say("yes")
    await calm(relay, signal)
    assert standing(mo, board) == []
    assert relay.rows("SELECT DISTINCT state FROM outbox") == [("delivered",)]
    assert await relay.stop() == 0


@pytest.mark.timeout(180)
async def test_a_part_of_a_report_stands_once_with_its_newest_text(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    rio, ada, alex = (signal.new_phone(name) for name in ("Rio", "Ada", "Alex"))
    relay: RelayProcess = make_relay(
        [BranchTable("hackney", (alex,))],
        teams=teams_table({}, ("local", officers_table((ada, "Lead")), "")),
    )
    await relay.start()
    signal.webhook.url = webhook_url(relay.port)
    for said in ("report", "1", "0"):
        rio.say(said)
        await calm(relay, signal)
    part = rio.say("It was at the old mill")
    for said in ("done", "send"):
        rio.say(said)
        await calm(relay, signal)

    def told() -> list[str]:
        return [text.rpartition("\n")[2] for text in standing(ada) if "It was at the" in text]

    def told_only(text: str) -> bool:
        return told() == [text]

    assert told() == ["It was at the old mill"]
    for place in ("new mill", "station"):
        death = asyncio.create_task(dies_in_the_deletion(relay, signal, ada))
        await asyncio.sleep(0)
        part = rio.edit(part, f"It was at the {place}")
        await death
        await relay.start()
        await calm(relay, signal)
        await until(
            partial(told_only, f"It was at the {place}"),
            within=PATIENCE,
            what=f"only the newest text stands, not {told()}",
        )
    rio.edit(part, "It was at the harbour")
    await calm(relay, signal)
    assert told() == ["It was at the harbour"]
    assert await relay.stop() == 0
