"""After a restore the admins are told once, and what was due in between waits for them."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from harness.restoring import restored
from harness.running import KEY, RelayHarness, branch, from_bot, relay_harness

from relay.store import Store
from relay.store.announcements import State


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[RelayHarness]:
    async with relay_harness(tmp_path) as built:
        yield built


async def test_nothing_is_sent_by_surprise_and_admins_are_told_once(play: RelayHarness) -> None:
    group = play.group("Members")
    hackney = branch("hackney", play.alex, play.bea, groups=[group])
    async with play.running(hackney):
        with play.store.transaction():
            due = play.store.announcements.draft(
                branch="hackney", text="Tomorrow", author=play.alex.aci, now=play.clock.now()
            )
            later = play.store.announcements.draft(
                branch="hackney", text="Next week", author=play.alex.aci, now=play.clock.now()
            )
            for number, days in ((due, 1), (later, 7)):
                play.store.announcements.reschedule(number, play.clock.now() + timedelta(days=days))
                play.store.announcements.move_to(number, State.SCHEDULED)
            play.relay.services.tell_text(play.mo.aci, lambda _: "an answer that waits")
    restored(play)

    async with play.running(hackney):
        await play.settle()
        await play.settle()
        assert from_bot(play.mo) == from_bot(play.mo, group) == []
        for admin in (play.alex, play.bea):
            [told] = [message.text for message in from_bot(admin)]
            assert "restored from a backup" in told
            assert f"Number {due} was due while I was away" in told
        play.clock.move(timedelta(minutes=1))
        # It is shown first: nobody has its words in mind after a restore.
        shown = await play.ask(play.bea, f"agree {due}")
        assert "Tomorrow" in shown
        assert f"agree {due} 1" in shown
        assert from_bot(play.mo, group) == []
        await play.say(play.bea, f"agree {due} 1")
        assert [m.text for m in from_bot(play.mo, group)] == ["Tomorrow"]
        await play.wait(timedelta(days=6))
        assert [m.text for m in from_bot(play.mo, group)] == ["Tomorrow", "Next week"]


async def test_an_only_admin_decides_on_what_was_due(play: RelayHarness) -> None:
    group = play.group("Members")
    hackney = branch("hackney", play.alex, groups=[group])
    async with play.running(hackney):
        with play.store.transaction():
            due = play.store.announcements.draft(
                branch="hackney", text="Tomorrow", author=play.alex.aci, now=play.clock.now()
            )
            play.store.announcements.reschedule(due, play.clock.now() + timedelta(days=1))
            play.store.announcements.move_to(due, State.SCHEDULED)
    restored(play)
    async with play.running(hackney):
        await play.settle()
        assert "Tomorrow" in await play.ask(play.alex, f"agree {due}")
        await play.say(play.alex, f"agree {due} 1")
        assert [m.text for m in from_bot(play.mo, group)] == ["Tomorrow"]


async def test_an_admin_hears_what_became_of_what_waited(play: RelayHarness) -> None:
    group = play.group("Members")
    hackney = branch("hackney", play.alex, groups=[group])
    async with play.running(hackney):
        with play.store.transaction():
            number = play.store.announcements.draft(
                branch="hackney", text="News", author=play.alex.aci, now=play.clock.now()
            )
            announcement = play.store.announcements.get(number)
            assert announcement is not None
            play.relay.services.announcements.post(announcement, asked_by=play.alex.aci)
        assert play.store.outbox.queued() == 1
    restored(play)

    async with play.running(hackney):
        await play.settle()
        assert from_bot(play.mo) == from_bot(play.mo, group) == []
        told = "\n".join(message.text for message in from_bot(play.alex))
        assert "it waited when it was made" in told
        with Store(play.folder / "other.db", KEY) as other:
            assert other.backups.restored() is None
