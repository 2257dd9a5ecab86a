"""Admins hear once that nothing gets through, and once that it does again."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from harness.running import RelayHarness, branch, from_bot, relay_harness

from practice.faults import Fault
from practice.groups import Group
from relay.delivery.errors import DeliveryDelayed, DeliveryError, LaneBlocked
from relay.destinations.base import (
    Picture,
    Plan,
    PlannedPost,
    Publication,
    PublishedPost,
    Subject,
)
from relay.store import Store
from relay.time.clock import StillClock
from relay.watch import Silence

LANE = "bluesky:hackney"
HALF_AN_HOUR = timedelta(minutes=30)


class Place:
    """A public destination that takes nothing for as long as it has trouble."""

    def __init__(self) -> None:
        self.trouble: DeliveryError | None = None

    def plan(
        self,
        text: str,
        descriptions: Sequence[str] = (),
        *,
        files: int = 0,
        now: datetime,
        langs: Sequence[str],
    ) -> Plan:
        return Plan(posts=(PlannedPost(key="3l", text=text),), created_at=now)

    async def publish(self, plan: Plan, pictures: Sequence[Picture], about: Subject) -> Publication:
        if self.trouble is not None:
            raise self.trouble
        return Publication(posts=(PublishedPost(uri="at://x", cid="y"),), link="https://x.example")

    def __getattr__(self, name: str) -> Any:
        raise NotImplementedError(name)


@asynccontextmanager
async def bluesky(tmp_path: Path, **watch: object) -> AsyncIterator[tuple[RelayHarness, Place]]:
    place = Place()
    async with relay_harness(tmp_path) as on_stage:
        on_stage.more_settings["watch"] = watch
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney, destinations={"hackney": {LANE: place}}):
            yield on_stage, place


async def post(on_stage: RelayHarness) -> None:
    await on_stage.ask(on_stage.alex, "announce Hello")
    await on_stage.say(on_stage.alex, "yes")


async def heard(on_stage: RelayHarness, by: timedelta, place: Group | None = None) -> list[str]:
    """What Alex reads of troubles while time passes, minute by minute."""
    before = len(from_bot(on_stage.alex, place))
    for _ in range(int(by / timedelta(minutes=1))):
        await on_stage.wait(timedelta(minutes=1))
    said = [message.text for message in from_bot(on_stage.alex, place)[before:]]
    return [text for text in said if "let nothing through" in text or "works again" in text]


async def test_a_lane_that_only_puts_off_is_told_once_and_its_end_once(tmp_path: Path) -> None:
    async with bluesky(tmp_path) as (on_stage, place):
        place.trouble = DeliveryDelayed("busy")
        await post(on_stage)
        assert await heard(on_stage, timedelta(minutes=29)) == []
        [told] = await heard(on_stage, timedelta(minutes=90))
        assert told.startswith("Bluesky has let nothing through since Sunday 22 November at 1 pm.")
        place.trouble = None
        assert await heard(on_stage, timedelta(minutes=30)) == [
            "Bluesky works again. What was waiting is going out now."
        ]
        assert on_stage.store.silences.all() == {}
        assert await heard(on_stage, timedelta(hours=2)) == []


async def test_who_was_told_of_an_open_breaker_does_not_hear_of_the_silence(tmp_path: Path) -> None:
    async with bluesky(tmp_path) as (on_stage, place):
        place.trouble = LaneBlocked("unreachable", "no answer")
        await post(on_stage)
        assert len(await heard(on_stage, timedelta(hours=2))) == 1
        place.trouble = None
        assert len(await heard(on_stage, timedelta(hours=2))) == 1


async def test_who_was_told_of_the_silence_does_not_hear_of_the_open_breaker(
    tmp_path: Path,
) -> None:
    async with bluesky(tmp_path, silent_minutes=5) as (on_stage, place):
        place.trouble = LaneBlocked("unreachable", "no answer")
        await post(on_stage)
        assert len(await heard(on_stage, timedelta(minutes=6))) == 1
        assert await heard(on_stage, timedelta(hours=2)) == []
        place.trouble = None
        assert len(await heard(on_stage, timedelta(hours=1))) == 1


async def test_what_only_a_person_can_mend_is_said_all_the_same(tmp_path: Path) -> None:
    async with bluesky(tmp_path) as (on_stage, place):
        place.trouble = DeliveryDelayed("busy")
        await post(on_stage)
        assert len(await heard(on_stage, timedelta(minutes=40))) == 1
        place.trouble = LaneBlocked("signed_out", "revoked")
        await on_stage.wait(timedelta(minutes=15))
        assert "app password" in from_bot(on_stage.alex)[-1].text
        place.trouble = None
        assert len(await heard(on_stage, timedelta(hours=1))) == 1


async def test_a_group_of_admins_hears_in_place_of_each_of_them(tmp_path: Path) -> None:
    place = Place()
    async with relay_harness(tmp_path) as on_stage:
        admins = on_stage.group("Admins", on_stage.alex, on_stage.bea)
        on_stage.more_settings["watch"] = {"admin_group": admins.api_id}
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney, destinations={"hackney": {LANE: place}}):
            place.trouble = DeliveryDelayed("busy")
            await post(on_stage)
            assert len(await heard(on_stage, timedelta(minutes=31), admins)) == 1
            place.trouble = None
            assert len(await heard(on_stage, timedelta(minutes=31), admins)) == 1
            direct = [message.text for message in from_bot(on_stage.alex)]
            assert not any("let nothing through" in text for text in direct)
            assert len(from_bot(on_stage.bea, admins)) == 2


async def test_of_signals_silence_admins_hear_when_it_is_over(tmp_path: Path) -> None:
    async with bluesky(tmp_path) as (on_stage, _):
        await on_stage.settle()
        on_stage.signal.put_in_the_way(
            Fault("refuse", times=None, path="/v2/send", status=502, text="upstream")
        )
        on_stage.alex.say("help")
        assert await heard(on_stage, timedelta(hours=2)) == []
        assert on_stage.relay.condition.parts()["lanes"] is False
        on_stage.signal.faults.clear()
        told = await heard(on_stage, timedelta(hours=1))
        assert [text for text in told if "works again" in text] == told
        assert len(told) == 1
        assert "From Sunday 22 November" in told[0]
        assert on_stage.relay.condition.parts()["lanes"] is True


class Teller:
    """Remembers what it was asked to tell."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def lane_silent(self, lane: str, since: datetime) -> None:
        self.told.append(f"silent {lane}")

    def lane_freed(self, lane: str) -> None:
        self.told.append(f"freed {lane}")

    def lane_was_silent(self, lane: str, since: datetime) -> None:
        self.told.append(f"was silent {lane}")


def queue(store: Store, clock: StillClock, target: str) -> None:
    store.outbox.queue(
        lane="signal", target=target, action="send", payload={}, priority=1, now=clock.now()
    )


def test_one_chat_that_nothing_reaches_says_nothing_about_signal(tmp_path: Path) -> None:
    clock, teller = StillClock(datetime.fromisoformat("2026-11-22T13:00+00:00")), Teller()
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        silence = Silence(store, clock, ["signal"], HALF_AN_HOUR, teller)
        queue(store, clock, "one")
        queue(store, clock, "one")
        clock.move(timedelta(hours=5))
        assert silence.silent() == ()
        queue(store, clock, "two")
        assert silence.silent() == ()
        clock.move(HALF_AN_HOUR)
        assert silence.silent() == ("signal",)


def test_each_silence_is_known_once_also_after_a_restart(tmp_path: Path) -> None:
    clock, teller = StillClock(datetime.fromisoformat("2026-11-22T13:00+00:00")), Teller()
    for _ in range(3):
        with Store(tmp_path / "relay.db", "ab" * 32) as store:
            if not store.outbox.queued():
                store.outbox.queue(
                    lane=LANE, target="x", action="send", payload={}, priority=1, now=clock.now()
                )
            clock.move(HALF_AN_HOUR)
            Silence(store, clock, [LANE], HALF_AN_HOUR, teller).look()
    assert teller.told == [f"silent {LANE}"]
