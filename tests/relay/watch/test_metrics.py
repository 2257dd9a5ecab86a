"""Metrics: how much waits, since when, and nobody's name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from harness.running import RelayHarness, branch, relay_harness
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from relay.delivery.errors import DeliveryDelayed, DeliveryError, DeliveryRefused, LaneBlocked
from relay.delivery.worker import DeliveryWorker
from relay.store import Store
from relay.store.backups import BackupRow
from relay.store.outbox import Delivery
from relay.time.clock import StillClock
from relay.watch.metrics import DeliveryMetrics, build_registry

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
        store.breakers.block("signal", cause="captcha", reason="r", now=NOW)
        clock.move(timedelta(seconds=90))
        assert value(registry, "relay_inbox_waiting") == 2
        assert value(registry, "relay_inbox_dead_letters") == 1
        assert value(registry, "relay_inbox_oldest_seconds") == pytest.approx(90)
        assert value(registry, "relay_outbox_queued", lane="signal") == 3
        assert value(registry, "relay_outbox_oldest_seconds", lane="signal") == pytest.approx(90)
        assert value(registry, "relay_lane_blocked", lane="signal", cause="captcha") == 1
        assert value(registry, "relay_lane_blocked_seconds", lane="signal") == pytest.approx(90)
        assert value(registry, "relay_captcha_needed") == 1


class Stubborn:
    """An adapter whose next answers are given."""

    def __init__(self, *answers: DeliveryError | ZeroDivisionError | None) -> None:
        self._answers = list(answers)

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        answer = self._answers.pop(0)
        if answer is not None:
            raise answer
        return {}


async def test_every_try_and_every_end_is_counted(tmp_path: Path) -> None:
    clock = StillClock(NOW)
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        counts = DeliveryMetrics(("signal",))
        registry = build_registry(store, clock, ("signal",), *counts.collectors)
        tried = ("delivered", "delayed", "refused", "blocked", "fault")
        for outcome in tried:
            name = "relay_delivery_attempts_total"
            assert value(registry, name, lane="signal", outcome=outcome) == 0
        adapter = Stubborn(
            DeliveryDelayed("r"), ZeroDivisionError(), LaneBlocked("captcha", "r"), None,
            DeliveryRefused("r"),
        )  # fmt: skip
        lane = DeliveryWorker("signal", counts.counting("signal", adapter), store, clock, counts)
        for target in ("a", "b"):
            store.outbox.queue(
                lane="signal", target=target, action="send", payload={}, priority=1, now=NOW
            )
        for _ in range(5):
            clock.move(timedelta(hours=1))
            assert await lane.step()
        for outcome in tried:
            name = "relay_delivery_attempts_total"
            assert value(registry, name, lane="signal", outcome=outcome) == 1
        assert value(registry, "relay_deliveries_total", lane="signal", outcome="delivered") == 1
        assert value(registry, "relay_deliveries_total", lane="signal", outcome="failed") == 1


async def test_a_whole_relay_says_how_it_is(tmp_path: Path) -> None:
    async with relay_harness(tmp_path) as on_stage:
        on_stage.more_settings["backup"] = {
            "folder": tmp_path / "backups",
            "recipient": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        }
        async with on_stage.running(branch("hackney", on_stage.alex)):
            await on_stage.settle()
            shown = await metrics_of(on_stage)
            assert shown["relay_build_info"] == 1
            assert "relay_last_envelope_seconds" not in shown
            assert "relay_backup_age_seconds" not in shown
            assert shown["relay_backup_success"] == 1
            await on_stage.say(on_stage.alex, "help")
            row = BackupRow("whole", on_stage.clock.now(), "done", "f", 1)
            on_stage.store.backups.record(row)
            on_stage.clock.move(timedelta(minutes=3))
            on_stage.store.backups.record(
                BackupRow("whole", on_stage.clock.now(), "no-room", None, 0)
            )
            shown = await metrics_of(on_stage)
            assert shown["relay_last_envelope_seconds"] == 180
            assert shown["relay_api_seen_seconds"] == 180
            assert shown["relay_scheduler_lag_seconds"] == 178
            assert shown["relay_backup_age_seconds"] == 180
            assert shown["relay_backup_success"] == 0
            assert shown["process_open_fds"] > 0


@pytest.mark.parametrize(("behind", "shown"), [(3600, 3600), (-3600, 0)])
async def test_a_clock_that_is_behind_signals_is_seen(
    tmp_path: Path, behind: int, shown: int
) -> None:
    # The stand-in for Signal has the computer's own clock.
    at = datetime.now(UTC) - timedelta(seconds=behind)
    async with (
        relay_harness(tmp_path, at) as on_stage,
        on_stage.running(branch("hackney", on_stage.alex)),
    ):
        await on_stage.say(on_stage.alex, "help")
        figures = await metrics_of(on_stage)
    assert figures["relay_clock_slow_seconds"] == pytest.approx(shown, abs=60)


async def metrics_of(on_stage: RelayHarness) -> dict[str, float]:
    async with TestClient(TestServer(on_stage.relay.web_application())) as client:
        text = await (await client.get("/metrics")).text()
    return {
        sample.name: sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
