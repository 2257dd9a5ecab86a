"""Metrics for Prometheus. No label could name a person, a case or a text."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from prometheus_client import CollectorRegistry, Counter
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from relay import __version__
from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.delivery.observers import QuietObserver
from relay.delivery.worker import Adapter
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock
from relay.watch import Condition, Heartbeat, Pinger

_ATTEMPTS = ("delivered", "delayed", "refused", "blocked", "fault")
_ENDS = ("delivered", "failed")


class StoreMetrics(Collector):
    """Reads the depth and age of the queues at the moment somebody asks.

    Args:
        store: what is measured.
        clock: the time, for ages.
        lanes: the lanes' names; they come from the settings.
    """

    def __init__(self, store: Store, clock: Clock, lanes: tuple[str, ...]) -> None:
        self._store = store
        self._clock = clock
        self._lanes = lanes

    def collect(self) -> Iterator[Metric]:
        """Yield every metric."""
        now = self._clock.now()
        inbox = self._store.inbox
        yield GaugeMetricFamily("relay_inbox_waiting", "Envelopes that wait", inbox.waiting())
        yield GaugeMetricFamily("relay_inbox_dead_letters", "Envelopes given up", inbox.dead())
        unreadable = GaugeMetricFamily(
            "relay_unreadable_messages",
            "Messages that could not be read in the last two weeks, by the field or exception",
            labels=["shape"],
        )
        for shape in self._store.unreadable.shapes():
            unreadable.add_metric([shape.name], shape.count)
        yield unreadable
        kept = self._store.unreadable.kept()
        yield GaugeMetricFamily(
            "relay_unreadable_kept", "Messages kept that nobody could read", kept
        )
        age = _age(now, inbox.oldest_waiting()) or 0.0
        yield GaugeMetricFamily("relay_inbox_oldest_seconds", "Age of the oldest envelope", age)
        queued = GaugeMetricFamily("relay_outbox_queued", "Deliveries that wait", labels=["lane"])
        ages = GaugeMetricFamily(
            "relay_outbox_oldest_seconds", "Age of the oldest delivery", labels=["lane"]
        )
        blocked = GaugeMetricFamily(
            "relay_lane_blocked", "1 while nothing passes", labels=["lane", "cause"]
        )
        since = GaugeMetricFamily(
            "relay_lane_blocked_seconds", "For how long nothing passes", labels=["lane"]
        )
        captcha = False
        for lane in self._lanes:
            queued.add_metric([lane], self._store.outbox.queued(lane))
            oldest = self._store.outbox.oldest_queued(lane)
            ages.add_metric([lane], _age(now, oldest) or 0.0)
        for breaker in self._store.breakers.all():
            blocked.add_metric([breaker.lane, breaker.cause], 1)
            since.add_metric([breaker.lane], _age(now, breaker.since) or 0.0)
            captcha |= breaker.cause == "captcha"
        yield from (queued, ages, blocked, since)
        yield GaugeMetricFamily("relay_captcha_needed", "1 while Signal wants one", int(captcha))


class DeliveryMetrics(QuietObserver):
    """Counts tries and ends of deliveries, as an observer of every lane."""

    def __init__(self, lanes: tuple[str, ...]) -> None:
        self._tries = Counter(
            "relay_delivery_attempts",
            "Tries to deliver, by how they went; all that are not delivered or refused come again",
            ["lane", "outcome"],
            registry=None,
        )
        self._ends = Counter(
            "relay_deliveries",
            "Deliveries that have ended, by how",
            ["lane", "outcome"],
            registry=None,
        )
        # From zero on, so that the very first one is an increase.
        for lane in lanes:
            for outcome in _ATTEMPTS:
                self._tries.labels(lane, outcome)
            for outcome in _ENDS:
                self._ends.labels(lane, outcome)

    @property
    def collectors(self) -> tuple[Collector, ...]:
        """What is registered."""
        return (self._tries, self._ends)

    def counting(self, lane: str, adapter: Adapter) -> Adapter:
        """Return an adapter that does what another one does, and counts it."""
        return _CountingAdapter(adapter, lambda outcome: self._tries.labels(lane, outcome).inc())

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out."""
        self._ends.labels(delivery.lane, "delivered").inc()

    def failed(self, delivery: Delivery, reason: str) -> None:
        """A delivery was given up."""
        self._ends.labels(delivery.lane, "failed").inc()


class _CountingAdapter:
    def __init__(self, adapter: Adapter, count: Callable[[str], None]) -> None:
        self._adapter = adapter
        self._count = count

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        try:
            result = await self._adapter.deliver(delivery)
        except Exception as error:
            self._count(_outcome(error))
            raise
        self._count("delivered")
        return result


class RunningMetrics(Collector):
    """What only the running process knows, and how its backups are.

    Args:
        store: knows the backups.
        clock: the time, for ages.
        condition: which parts are well.
        heartbeat: how late rounds are.
        last_envelope: when Signal's side last called, None for never.
        slow_by: by how much our clock was behind Signal's then.
        other_lines: how many lines of signal-cli came to the webhook that are no notifications.
        api_seen: when the API last answered, None for never.
        ping: who calls outside, None if nobody does.
        has_backups: whether the settings want any.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        condition: Condition,
        heartbeat: Heartbeat,
        last_envelope: Callable[[], datetime | None],
        slow_by: Callable[[], timedelta],
        other_lines: Callable[[], int],
        api_seen: Callable[[], datetime | None],
        new_keys: Callable[[], int],
        ping: Pinger | None,
        has_backups: bool,
    ) -> None:
        self._store = store
        self._clock = clock
        self._condition = condition
        self._heartbeat = heartbeat
        self._last_envelope = last_envelope
        self._slow_by = slow_by
        self._other_lines = other_lines
        self._api_seen = api_seen
        self._new_keys = new_keys
        self._ping = ping
        self._has_backups = has_backups

    def collect(self) -> Iterator[Metric]:
        """Yield every metric. What has never happened has no age."""
        now = self._clock.now()
        yield InfoMetricFamily("relay_build", "The version", {"version": __version__})
        well = GaugeMetricFamily("relay_well", "1 while a part is well", labels=["part"])
        for part, is_well in self._condition.parts().items():
            well.add_metric([part], int(is_well))
        yield well
        late = self._heartbeat.late().total_seconds()
        yield GaugeMetricFamily("relay_scheduler_lag_seconds", "How late rounds are", late)
        yield from _aged(
            "relay_last_envelope_seconds",
            "Since Signal's side last called",
            _age(now, self._last_envelope()),
        )
        slow = self._slow_by().total_seconds()
        yield GaugeMetricFamily("relay_clock_slow_seconds", "How far behind our clock was", slow)
        yield GaugeMetricFamily(
            "relay_webhook_other_lines",
            "Lines of signal-cli that came to the webhook and are no notifications",
            self._other_lines(),
        )
        yield CounterMetricFamily(
            "relay_new_keys_trusted", "New phones whose keys were trusted", self._new_keys()
        )
        yield from _aged(
            "relay_api_seen_seconds", "Since the API last answered", _age(now, self._api_seen())
        )
        if self._has_backups:
            yield from self._backups(now)
        if self._ping is not None and self._ping.heard is not None:
            heard = int(self._ping.heard)
            yield GaugeMetricFamily("relay_ping_heard", "1 if the last call outside was", heard)

    def _backups(self, now: datetime) -> Iterator[Metric]:
        last = self._store.backups.latest()
        age = _age(now, last.made_at)
        yield from _aged("relay_backup_age_seconds", "Age of the last backup", age)
        success = int(not last.failed)
        yield GaugeMetricFamily("relay_backup_success", "0 if the last try failed", success)


def build_registry(
    store: Store, clock: Clock, lanes: tuple[str, ...], *more: Collector
) -> CollectorRegistry:
    """Return the registry that `/metrics` shows.

    Args:
        store: see `StoreMetrics`.
        clock: the time.
        lanes: see `StoreMetrics`.
        more: further collectors.
    """
    registry = CollectorRegistry()
    for collector in (StoreMetrics(store, clock, lanes), *more):
        registry.register(collector)
    ProcessCollector(registry=registry)
    return registry


def _outcome(error: Exception) -> str:
    match error:
        case LaneBlocked():
            return "blocked"
        case DeliveryDelayed():
            return "delayed"
        case DeliveryRefused():
            return "refused"
    return "fault"


def _age(now: datetime, moment: datetime | None) -> float | None:
    return None if moment is None else max(0.0, (now - moment).total_seconds())


def _aged(name: str, text: str, age: float | None) -> Iterator[Metric]:
    if age is not None:
        yield GaugeMetricFamily(name, text, age)
