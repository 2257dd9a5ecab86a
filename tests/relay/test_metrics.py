"""Metrics: how much waits, since when, and nobody's name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from relay.clock import StillClock
from relay.metrics import build_registry
from relay.store import Store

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def value(registry: CollectorRegistry, name: str, **labels: str) -> float | None:
    return registry.get_sample_value(name, labels)


def test_an_idle_relay_shows_zeros(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        registry = build_registry(store, StillClock(NOW), ("signal", "bluesky:hackney"))
        assert value(registry, "relay_inbox_waiting") == 0
        assert value(registry, "relay_inbox_oldest_seconds") == 0
        assert value(registry, "relay_inbox_dead_letters") == 0
        for lane in ("signal", "bluesky:hackney"):
            assert value(registry, "relay_outbox_queued", lane=lane) == 0
            assert value(registry, "relay_outbox_oldest_seconds", lane=lane) == 0
        assert value(registry, "relay_lane_blocked", lane="signal", cause="captcha") is None


def test_what_waits_is_counted_with_its_age(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        clock = StillClock(NOW)
        registry = build_registry(store, clock, ("signal",))
        for number in range(3):
            store.inbox.accept(
                account="+447700900000", source="person", timestamp=number, body={}, now=NOW
            )
            store.outbox.queue(
                lane="signal", target="person", action="send", payload={}, priority=1, now=NOW
            )
        entry = store.inbox.next(NOW)
        assert entry is not None
        store.inbox.bury(entry, "Fault", NOW)
        store.blockages.block("signal", cause="captcha", reason="r", now=NOW)
        clock.move(timedelta(seconds=90))
        assert value(registry, "relay_inbox_waiting") == 2
        assert value(registry, "relay_inbox_dead_letters") == 1
        assert value(registry, "relay_inbox_oldest_seconds") == pytest.approx(90)
        assert value(registry, "relay_outbox_queued", lane="signal") == 3
        assert value(registry, "relay_outbox_oldest_seconds", lane="signal") == pytest.approx(90)
        assert value(registry, "relay_lane_blocked", lane="signal", cause="captcha") == 1
