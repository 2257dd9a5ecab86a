"""A lane: what each way of failing leads to, and that nothing holds the rest up for long."""

import asyncio
from datetime import timedelta

from lane_bench import SECOND, START, Bench, blocked

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.delivery.worker import GIVE_UP_AFTER, LONGEST_RETRY, MOST_FAULTS


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
    assert bench.breaker is None
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
    assert bench.breaker is None


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
    """When the pause of a breaker is over and nothing waits, there is nothing to look for."""
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
