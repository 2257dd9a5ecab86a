"""Whether the relay is well: each part can be what is not."""

from datetime import datetime, timedelta
from pathlib import Path

from relay.store import Store
from relay.time.clock import StillClock
from relay.watch import Condition, Heartbeat, Silence

NOW = datetime.fromisoformat("2026-11-22T13:00+00:00")


class Nobody:
    """Tells nobody anything."""

    def lane_silent(self, lane: str, since: datetime) -> None: ...

    def lane_freed(self, lane: str) -> None: ...

    def lane_was_silent(self, lane: str, since: datetime) -> None: ...


def condition(store: Store, clock: StillClock, **checks: bool) -> Condition:
    silence = Silence(store, clock, ["bluesky:x"], timedelta(minutes=30), Nobody())
    heartbeat = Heartbeat(clock, timedelta(seconds=2))
    return Condition(lambda: {"store": True} | checks, store, silence, heartbeat)


def test_all_well(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        well = condition(store, StillClock(NOW))
        assert well.parts() == {"store": True, "lanes": True, "rounds": True}
        assert well.is_well()


def test_what_health_sees_counts(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        assert not condition(store, StillClock(NOW), inbox=False).is_well()


def test_a_captcha_counts_at_once(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        well = condition(store, StillClock(NOW))
        store.breakers.block("signal", cause="unreachable", reason="r", now=NOW)
        assert well.is_well()
        store.breakers.block("signal", cause="captcha", reason="r", now=NOW)
        assert well.parts()["lanes"] is False
        assert not well.is_well()


def test_a_silent_lane_counts(tmp_path: Path) -> None:
    clock = StillClock(NOW)
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        well = condition(store, clock)
        store.outbox.queue(
            lane="bluesky:x", target="x", action="send", payload={}, priority=1, now=NOW
        )
        clock.move(timedelta(minutes=30))
        assert well.parts()["lanes"] is False


def test_rounds_that_do_not_come_count(tmp_path: Path) -> None:
    clock = StillClock(NOW)
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        well = condition(store, clock)
        clock.move(timedelta(seconds=61))
        assert well.is_well()
        clock.move(timedelta(seconds=2))
        assert well.parts()["rounds"] is False


def test_a_store_that_nothing_can_be_written_to_counts(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        well = condition(store, StillClock(NOW))
        store._db.execute("PRAGMA query_only = ON")
        assert all(well.parts().values())
        assert not well.is_well()
        store._db.execute("PRAGMA query_only = OFF")
        assert well.is_well()


def test_the_heartbeat_says_how_late_the_next_round_is() -> None:
    clock = StillClock(NOW)
    heartbeat = Heartbeat(clock, timedelta(seconds=2))
    clock.move(timedelta(seconds=1))
    assert heartbeat.late() == timedelta()
    clock.move(timedelta(seconds=6))
    assert heartbeat.late() == timedelta(seconds=5)
    heartbeat.beat()
    assert heartbeat.late() == timedelta()
