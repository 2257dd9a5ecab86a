"""Whether the relay is well, part by part."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from relay.store import Store
from relay.watch.heartbeat import Heartbeat
from relay.watch.silence import Silence

LATE = timedelta(minutes=1)
"""Rounds that are later than this mean that nothing happens by itself any more."""


class Condition:
    """Says which parts of the relay are well.

    Args:
        checks: what `relay.web.health.Health` sees.
        store: where deliveries wait.
        silence: which lanes let nothing through.
        heartbeat: whether rounds are in time.
    """

    def __init__(
        self,
        checks: Callable[[], Mapping[str, bool]],
        store: Store,
        silence: Silence,
        heartbeat: Heartbeat,
    ) -> None:
        self._checks = checks
        self._store = store
        self._silence = silence
        self._heartbeat = heartbeat

    def parts(self) -> dict[str, bool]:
        """Return what is well: `store`, `disk`, `api`, `inbox`, `lanes`, `rounds`."""
        waits_for_a_person = any(one.needs_a_person for one in self._store.breakers.all())
        return {
            **self._checks(),
            "lanes": not waits_for_a_person and not self._silence.silent(),
            "rounds": self._heartbeat.late() < LATE,
        }

    def is_well(self) -> bool:
        """Return whether all of it is well, and whether the store can be written."""
        return all(self.parts().values()) and self._store.writable()
