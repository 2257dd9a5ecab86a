"""Metrics for Prometheus. No label could name a person, a branch's member or a text."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from relay.clock import Clock
from relay.store import Store


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
        oldest = inbox.oldest_waiting()
        age = 0.0 if oldest is None else (now - oldest).total_seconds()
        yield GaugeMetricFamily("relay_inbox_oldest_seconds", "Age of the oldest envelope", age)
        queued = GaugeMetricFamily("relay_outbox_queued", "Deliveries that wait", labels=["lane"])
        ages = GaugeMetricFamily(
            "relay_outbox_oldest_seconds", "Age of the oldest delivery", labels=["lane"]
        )
        blocked = GaugeMetricFamily(
            "relay_lane_blocked", "1 while nothing passes", labels=["lane", "cause"]
        )
        for lane in self._lanes:
            queued.add_metric([lane], self._store.outbox.queued(lane))
            since = self._store.outbox.oldest_queued(lane)
            ages.add_metric([lane], 0.0 if since is None else (now - since).total_seconds())
        for blockage in self._store.blockages.all():
            blocked.add_metric([blockage.lane, blockage.cause], 1)
        yield from (queued, ages, blocked)


def build_registry(store: Store, clock: Clock, lanes: tuple[str, ...]) -> CollectorRegistry:
    """Return the registry that `/metrics` shows."""
    registry = CollectorRegistry()
    registry.register(StoreMetrics(store, clock, lanes))
    return registry
