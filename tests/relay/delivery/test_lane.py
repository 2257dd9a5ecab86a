"""A lane: what each way of failing leads to, and that nothing holds the rest up for long."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from relay.clock import StillClock
from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.delivery.lane import (
    GIVE_UP_AFTER,
    LONGEST_RETRY,
    LOOK_AGAIN,
    LOOK_SOON,
    MOST_FAULTS,
    Lane,
)
from relay.store import Store
from relay.store.blockages import Blockage
from relay.store.outbox import Delivery

START = datetime(2026, 11, 22, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Wire:
    """An adapter that does with each target what the test says; by default it sends."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.answers: dict[str, Exception] = {}
        self.holds: asyncio.Event | None = None
        self.arrived = asyncio.Event()

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        self.tried.append(delivery.target)
        self.arrived.set()
        if self.holds is not None:
            await self.holds.wait()
        if delivery.target in self.answers:
            raise self.answers[delivery.target]
        return {"timestamp": len(self.tried)}


class Witness:
    """Notes what a lane tells its observer."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        self.events.append(f"delivered {delivery.target}")

    def failed(self, delivery: Delivery, reason: str) -> None:
        self.events.append(f"failed {delivery.target}: {reason}")

    def blocked(self, blockage: Blockage) -> None:
        self.events.append(f"blocked {blockage.cause}")

    def freed(self, blockage: Blockage) -> None:
        self.events.append(f"freed {blockage.cause}")


class Bench:
    """A lane on a bench, with a clock that the test moves."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = StillClock(START)
        self.wire = Wire()
        self.witness = Witness()
        self.lane = Lane("signal", self.wire, store, self.clock, self.witness)

    def queue(self, *targets: str, operation: int | None = None) -> None:
        with self.store.transaction():
            for target in targets:
                self.store.outbox.queue(
                    lane="signal",
                    target=target,
                    action="send",
                    payload={},
                    priority=2,
                    now=self.clock.now(),
                    operation=operation,
                )

    async def wait(self, by: timedelta) -> list[str]:
        """Let time pass; return whom the lane tried then."""
        self.clock.move(by)
        before = len(self.wire.tried)
        await self.lane.drain()
        return self.wire.tried[before:]

    def state(self, target: str) -> tuple[str, str | None, int]:
        row = self.store._db.execute(
            "SELECT state, reason, attempts FROM outbox WHERE target = ?", [target]
        ).fetchone()
        return (row[0], row[1], row[2])

    @property
    def blockage(self) -> Blockage | None:
        return self.store.blockages.of("signal")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        yield Bench(store)


def blocked(cause: str = "unreachable", **more: Any) -> LaneBlocked:
    return LaneBlocked(cause, "no answer", **more)


async def test_what_was_sent_is_recorded_with_what_came_back(bench: Bench) -> None:
    bench.queue("a", "b")
    assert await bench.wait(SECOND) == ["a", "b"]
    assert bench.state("a") == ("delivered", None, 1)
    assert bench.store.outbox.result(2) == {"timestamp": 2}
    assert bench.witness.events == ["delivered a", "delivered b"]


async def test_what_is_refused_is_given_up_at_once(bench: Bench) -> None:
    bench.wire.answers["a"] = DeliveryRefused("not a member of the group", code="not_a_member")
    bench.queue("a", "b")
    assert await bench.wait(SECOND) == ["a", "b"]
    assert bench.state("a") == ("failed", "not a member of the group", 1)
    assert bench.witness.events == ["failed a: not a member of the group", "delivered b"]


async def test_the_waits_double_up_to_ten_minutes_until_a_day_is_over(bench: Bench) -> None:
    bench.wire.answers["a"] = DeliveryDelayed("network")
    bench.queue("a")
    await bench.lane.drain()
    waits = []
    while (due := bench.store.outbox.next_retry("signal", bench.clock.now())) is not None:
        waits.append(due - bench.clock.now())
        assert await bench.wait(waits[-1] - SECOND / 1000) == []
        assert await bench.wait(SECOND / 1000) == ["a"]
    assert waits[:9] == [SECOND * 2**power for power in range(1, 10)]
    assert set(waits[9:]) == {LONGEST_RETRY}
    assert bench.state("a")[:2] == ("failed", "network")
    assert bench.witness.events == ["failed a: network"]
    assert GIVE_UP_AFTER <= bench.clock.now() - START < GIVE_UP_AFTER + LONGEST_RETRY


async def test_the_other_side_may_ask_for_a_longer_wait_but_not_a_shorter(bench: Bench) -> None:
    bench.queue("a", "b")
    bench.wire.answers["a"] = DeliveryDelayed("busy", retry_at=START + timedelta(minutes=3))
    bench.wire.answers["b"] = DeliveryDelayed("busy", retry_at=START - timedelta(minutes=3))
    await bench.lane.drain()
    assert await bench.wait(2 * SECOND) == ["b"]
    assert await bench.wait(timedelta(minutes=3)) == ["a", "b"]


async def test_an_error_may_say_how_often_it_is_worth_trying(bench: Bench) -> None:
    bench.wire.answers["a"] = DeliveryDelayed("it may have arrived", most_attempts=3)
    bench.queue("a")
    for _ in range(10):
        await bench.wait(timedelta(minutes=1))
    assert bench.wire.tried == ["a"] * 3
    assert bench.state("a") == ("failed", "it may have arrived", 3)


async def test_a_fault_of_ours_neither_stops_the_lane_nor_lasts_all_day(bench: Bench) -> None:
    bench.wire.answers["a"] = KeyError("secret words")
    bench.queue("a", "b")
    assert await bench.wait(SECOND) == ["a", "b"]
    assert bench.state("a") == ("queued", "KeyError", 1)
    for _ in range(MOST_FAULTS):
        await bench.wait(timedelta(hours=1))
    assert bench.state("a") == ("failed", "KeyError", MOST_FAULTS)


async def test_a_delayed_delivery_keeps_the_order_of_its_own_target(bench: Bench) -> None:
    bench.wire.answers["a"] = DeliveryDelayed("network")
    bench.queue("a", "a", "b")
    assert await bench.wait(SECOND) == ["a", "b"]
    del bench.wire.answers["a"]
    assert await bench.wait(2 * SECOND) == ["a", "a"]


async def test_a_blocked_lane_stays_quiet_until_it_is_time(bench: Bench) -> None:
    bench.wire.answers["a"] = blocked(retry_at=START + 15 * SECOND)
    bench.queue("a", "b")
    assert await bench.wait(timedelta()) == ["a"]
    assert bench.witness.events == ["blocked unreachable"]
    assert bench.state("a") == ("queued", "no answer", 0)
    assert await bench.wait(14 * SECOND) == []
    assert bench.wire.tried == ["a"]


async def test_a_lane_is_free_again_once_something_passes(bench: Bench) -> None:
    bench.wire.answers["a"] = blocked(retry_at=START + 15 * SECOND)
    bench.queue("a")
    await bench.lane.drain()
    bench.wire.answers.clear()
    bench.queue("b")
    assert await bench.wait(15 * SECOND) == ["b"]
    assert await bench.wait(2 * SECOND) == ["a"]
    assert bench.blockage is None
    assert bench.witness.events == [
        "blocked unreachable",
        "delivered b",
        "freed unreachable",
        "delivered a",
    ]


async def test_a_lane_that_is_free_again_tries_its_only_delivery_at_once(bench: Bench) -> None:
    bench.wire.answers["a"] = blocked(retry_at=START + 15 * SECOND)
    bench.queue("a")
    await bench.lane.drain()
    bench.wire.answers.clear()
    assert await bench.wait(15 * SECOND) == ["a"]
    assert bench.blockage is None


async def test_one_target_that_always_blocks_does_not_starve_the_others(bench: Bench) -> None:
    """Such as one message that the API server answers 500 to, which looks as if it were down."""
    bench.queue("poison")
    for number in range(80):
        bench.queue(f"group {number}")
        until = bench.clock.now() + 30 * SECOND
        bench.wire.answers["poison"] = blocked(retry_at=until)
        await bench.wait(15 * SECOND)
    delivered = [event for event in bench.witness.events if event.startswith("delivered")]
    assert len(delivered) >= 79
    # And the lane is not closed most of the time because of it.
    assert bench.wire.tried.count("poison") < 20
    bench.wire.answers.clear()
    assert "poison" in await bench.wait(LONGEST_RETRY)


async def test_several_that_always_block_do_not_starve_the_others_either(bench: Bench) -> None:
    bench.queue("poison 1", "poison 2", "poison 3", "group 1", "group 2")
    for _ in range(20):
        until = bench.clock.now() + 30 * SECOND
        for number in (1, 2, 3):
            bench.wire.answers[f"poison {number}"] = blocked(retry_at=until)
        await bench.wait(15 * SECOND)
    assert [e for e in bench.witness.events if e.startswith("delivered")] == [
        "delivered group 1",
        "delivered group 2",
    ]


async def test_an_outage_costs_no_delivery_an_attempt(bench: Bench) -> None:
    for hour in range(20):
        bench.wire.answers["a"] = blocked(retry_at=START + timedelta(hours=hour + 1))
        if hour == 0:
            bench.queue("a")
        await bench.wait(timedelta(hours=1) if hour else timedelta())
    assert bench.state("a") == ("queued", "no answer", 0)


async def test_after_a_day_everything_that_is_that_old_is_given_up(bench: Bench) -> None:
    bench.wire.answers = {target: blocked("captcha") for target in "abc"}
    bench.queue("a", "b")
    await bench.lane.drain()
    bench.clock.move(timedelta(hours=12))
    bench.queue("c")
    await bench.wait(timedelta(hours=12))
    assert bench.state("a")[0] == bench.state("b")[0] == "failed"
    assert bench.state("c")[0] == "queued"
    assert [e for e in bench.witness.events if "failed" in e] == [
        "failed a: no answer",
        "failed b: no answer",
    ]


async def test_a_lane_with_nothing_left_to_try_sleeps(bench: Bench) -> None:
    """When the pause of a blockage is over and nothing waits, there is nothing to look for."""
    bench.wire.answers["a"] = blocked(retry_at=START + 15 * SECOND)
    bench.queue("a")
    await bench.lane.drain()
    bench.store.outbox.failed(
        bench.store.outbox.older("signal", START)[0], "dropped", bench.clock.now()
    )
    bench.clock.move(timedelta(hours=1))
    assert bench.lane._next_look() is None


async def test_a_pause_that_is_over_already_is_a_short_one(bench: Bench) -> None:
    bench.wire.answers["a"] = blocked(retry_at=START - timedelta(hours=1))
    bench.queue("a")
    assert await bench.wait(timedelta()) == ["a"]
    assert await bench.wait(2 * SECOND) == ["a"]


class TestCaptcha:
    """Signal may want a captcha for some sends while others pass."""

    async def test_the_lane_looks_every_minute_at_first_and_then_seldom(self, bench: Bench) -> None:
        bench.wire.answers["a"] = blocked("captcha")
        bench.queue("a")
        await bench.lane.drain()
        pauses = []
        while bench.clock.now() - START < timedelta(minutes=50):
            assert bench.blockage is not None
            assert bench.blockage.retry_at is not None
            pauses.append(bench.blockage.retry_at - bench.clock.now())
            await bench.wait(pauses[-1])
        assert set(pauses[:15]) == {LOOK_SOON}
        assert set(pauses[15:]) == {LOOK_AGAIN}

    async def test_what_passes_meanwhile_does_not_forget_the_challenge(self, bench: Bench) -> None:
        bench.wire.answers["group"] = blocked("captcha", challenge_tokens=("token",))
        bench.queue("group", "admin", "member")
        assert await bench.wait(timedelta()) == ["group"]
        assert await bench.wait(LOOK_SOON) == ["admin", "member"]
        assert bench.blockage is not None
        assert bench.blockage.challenge_tokens == ("token",)
        assert "freed captcha" not in bench.witness.events
        bench.queue("admin")
        assert await bench.wait(SECOND) == ["admin"]

    async def test_what_needs_it_is_tried_now_and_then_and_frees_the_lane(
        self, bench: Bench
    ) -> None:
        bench.wire.answers["group"] = blocked("captcha")
        bench.queue("group", "admin")
        await bench.lane.drain()
        assert await bench.wait(LOOK_SOON) == ["admin"]
        assert await bench.wait(LOOK_AGAIN - SECOND) == []
        del bench.wire.answers["group"]
        assert await bench.wait(SECOND) == ["group"]
        assert bench.blockage is None
        assert bench.witness.events[-2:] == ["delivered group", "freed captcha"]

    async def test_tokens_outlive_an_answer_that_lost_them(self, bench: Bench) -> None:
        bench.queue("a")
        for tokens in (("one",), (), ("two",)):
            bench.wire.answers["a"] = blocked("captcha", challenge_tokens=tokens)
            await bench.wait(LOOK_AGAIN)
            assert bench.blockage is not None
            assert bench.blockage.challenge_tokens == (tokens or ("one",))

    async def test_once_it_is_lifted_from_outside_everything_goes_out(self, bench: Bench) -> None:
        bench.wire.answers["a"] = blocked("captcha")
        bench.queue("a", "b")
        await bench.lane.drain()
        bench.wire.answers.clear()
        with bench.store.transaction():
            bench.store.outbox.release("signal")
            bench.store.blockages.lift("signal")
        assert await bench.wait(timedelta()) == ["a", "b"]


class TestDroppedWhileUnderWay:
    """An admin retracts an announcement in the moment it is being sent."""

    @pytest.fixture
    def drop(self, bench: Bench) -> Callable[[], None]:
        number = bench.store.announcements.draft(branch="b", text="t", author="alex", now=START)
        operation = bench.store.operations.open(
            announcement=number, kind="post", asked_by="alex", now=START
        )
        bench.queue("group", operation=operation)

        def drop() -> None:
            with bench.store.transaction():
                bench.store.outbox.drop_queued(operation=operation, now=START)

        return drop

    async def _meanwhile(self, bench: Bench, drop: Callable[[], None]) -> None:
        bench.wire.holds = asyncio.Event()
        step = asyncio.create_task(bench.lane.step())
        await bench.wire.arrived.wait()
        drop()
        bench.wire.holds.set()
        await step
        bench.wire.holds = None

    async def test_what_arrived_is_known(self, bench: Bench, drop: Callable[[], None]) -> None:
        await self._meanwhile(bench, drop)
        assert bench.state("group")[0] == "delivered"
        assert bench.witness.events == ["delivered group"]

    @pytest.mark.parametrize(
        "error", [DeliveryDelayed("network"), DeliveryRefused("gone"), blocked(), ValueError()]
    )
    async def test_what_did_not_is_neither_sent_again_nor_reported(
        self, bench: Bench, drop: Callable[[], None], error: Exception
    ) -> None:
        bench.wire.answers["group"] = error
        await self._meanwhile(bench, drop)
        assert bench.state("group")[0] == "dropped"
        assert [event for event in bench.witness.events if "failed" in event] == []
        for _ in range(3):
            assert await bench.wait(timedelta(days=1)) == []


async def test_stopping_lets_the_delivery_that_is_under_way_end(bench: Bench) -> None:
    bench.wire.holds = asyncio.Event()
    bench.queue("a", "b")
    running = asyncio.create_task(bench.lane.run())
    await bench.wire.arrived.wait()
    bench.lane.stop()
    await asyncio.sleep(0)
    assert not running.done()
    bench.wire.holds.set()
    await running
    assert bench.wire.tried == ["a"]
    assert bench.state("a")[0] == "delivered"
    assert bench.state("b")[0] == "queued"


async def test_a_running_lane_is_woken_by_what_is_queued(bench: Bench) -> None:
    running = asyncio.create_task(bench.lane.run())
    await asyncio.sleep(0)
    bench.queue("a")
    await asyncio.wait_for(bench.wire.arrived.wait(), 5)
    bench.lane.stop()
    await running
    assert bench.state("a")[0] == "delivered"


async def test_stopping_an_idle_lane_ends_it_at_once(bench: Bench) -> None:
    running = asyncio.create_task(bench.lane.run())
    await asyncio.sleep(0)
    bench.lane.stop()
    await asyncio.wait_for(running, 5)
