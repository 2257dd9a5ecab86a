"""How many people of imported lists were asked, for whoever runs the server. Nobody is named."""

from collections.abc import Iterable, Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from relay.contact_list.outcomes import METRIC, OUTCOMES, WAITING
from relay.contact_list.tables import InvitationTable


class InvitationMetrics(Collector):
    """Reads how many were asked at the moment somebody wants to know.

    Args:
        table: where they are counted.
        branches: the slugs of the branches.
    """

    def __init__(self, table: InvitationTable, branches: Iterable[str]) -> None:
        self._table = table
        self._branches = tuple(branches)

    def collect(self) -> Iterator[Metric]:
        """Yield a number for each outcome in each branch that has had a list."""
        counted = GaugeMetricFamily(
            METRIC, "People of imported lists, by what became of them", labels=["branch", "outcome"]
        )
        for branch in self._branches:
            outcomes = self._table.outcomes(branch)
            waiting = self._table.waiting(branch)
            if outcomes or waiting:
                for outcome in OUTCOMES:
                    count = waiting if outcome == WAITING else outcomes.get(outcome, 0)
                    counted.add_metric([branch, outcome], count)
        yield counted
