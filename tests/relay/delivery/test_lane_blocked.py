"""A lane and a captcha, and a lane from under which a delivery is dropped."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from lane_bench import SECOND, START, Bench, blocked

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.delivery.worker import LOOK_AGAIN, LOOK_SOON


class TestCaptcha:
    """Signal may want a captcha for some sends while others pass."""

    async def test_the_lane_looks_every_minute_at_first_and_then_seldom(self, bench: Bench) -> None:
        bench.wire.answers["a"] = blocked("captcha")
        bench.queue("a")
        await bench.lane.drain()
        pauses = []
        while bench.clock.now() - START < timedelta(minutes=50):
            assert bench.breaker is not None
            assert bench.breaker.retry_at is not None
            pauses.append(bench.breaker.retry_at - bench.clock.now())
            await bench.wait(pauses[-1])
        assert set(pauses[:15]) == {LOOK_SOON}
        assert set(pauses[15:]) == {LOOK_AGAIN}

    async def test_what_passes_meanwhile_does_not_forget_the_challenge(self, bench: Bench) -> None:
        bench.wire.answers["group"] = blocked("captcha", challenge_tokens=("token",))
        bench.queue("group", "admin", "member")
        assert await bench.wait(timedelta()) == ["group"]
        assert await bench.wait(LOOK_SOON) == ["admin", "member"]
        assert bench.breaker is not None
        assert bench.breaker.challenge_tokens == ("token",)
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
        assert bench.breaker is None
        assert bench.witness.events[-2:] == ["delivered group", "freed captcha"]

    async def test_tokens_outlive_an_answer_that_lost_them(self, bench: Bench) -> None:
        bench.queue("a")
        for tokens in (("one",), (), ("two",)):
            bench.wire.answers["a"] = blocked("captcha", challenge_tokens=tokens)
            await bench.wait(LOOK_AGAIN)
            assert bench.breaker is not None
            assert bench.breaker.challenge_tokens == (tokens or ("one",))

    async def test_once_it_is_lifted_from_outside_everything_goes_out(self, bench: Bench) -> None:
        bench.wire.answers["a"] = blocked("captcha")
        bench.queue("a", "b")
        await bench.lane.drain()
        bench.wire.answers.clear()
        with bench.store.transaction():
            bench.store.outbox.release("signal")
            bench.store.breakers.lift("signal")
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
