"""Which message in whose chat carries what of a case."""

from dataclasses import dataclass, field

from relay.store.table import Rows, Table

WRITER = ""
"""Stands where a reader's chat would: the message went to who wrote the case."""


@dataclass(frozen=True)
class Relay:
    """One message. `state` is queued, sent, failed, or told (failed, and people know).

    `timestamp` is Signal's, of its newest version.
    """

    delivery: int
    case_id: int
    entry: int | None
    target: str = field(repr=False)
    state: str
    timestamp: int | None


_ROWS = Rows(Relay, timestamp="case_relays.timestamp")


class Relays(Table):
    """The case_relays table."""

    def add(self, delivery: int, case_id: int, entry: int | None, target: str) -> None:
        """Note a queued message; `target` is a chat of readers, or `WRITER`."""
        self._insert("case_relays", delivery=delivery, case_id=case_id, entry=entry, target=target)

    def get(self, delivery: int) -> Relay | None:
        """Return what a delivery carries, or None if it carries nothing of a case."""
        return self._one(_ROWS, "FROM case_relays WHERE delivery = ?", [delivery])

    def sent(self, delivery: int, timestamp: int | None) -> None:
        """Note that a message went out, or a newer version of it."""
        self._run(
            "UPDATE case_relays SET state = 'sent', timestamp = ? WHERE delivery = ?",
            [timestamp, delivery],
        )
        self._run(
            "INSERT INTO case_relay_versions (delivery, timestamp)"
            " SELECT delivery, timestamp FROM case_relays"
            " WHERE delivery = ? AND timestamp IS NOT NULL ON CONFLICT DO NOTHING",
            [delivery],
        )

    def failed(self, delivery: int) -> None:
        """Note that a message was given up."""
        self._run("UPDATE case_relays SET state = 'failed' WHERE delivery = ?", [delivery])

    def told(self, delivery: int) -> None:
        """Note that people know that a message was given up."""
        self._run("UPDATE case_relays SET state = 'told' WHERE delivery = ?", [delivery])

    def replaced(self, delivery: int) -> None:
        """Note that a message that went out no longer stands for its entry; it can be quoted."""
        self._run("UPDATE case_relays SET entry = NULL WHERE delivery = ?", [delivery])

    def forget(self, delivery: int) -> None:
        """Forget a message that is not sent after all."""
        self._run("DELETE FROM case_relays WHERE delivery = ?", [delivery])

    def forget_queued(self, case_id: int, target: str) -> None:
        """Forget the messages of a case that will not go to one chat any more."""
        self._run(
            "DELETE FROM case_relays WHERE case_id = ? AND target = ? AND state = 'queued'",
            [case_id, target],
        )

    def forget_failed(self, target: str) -> None:
        """Forget the messages that were given up for one chat."""
        self._run(
            "DELETE FROM case_relays WHERE target = ? AND state IN ('failed', 'told')", [target]
        )

    def of(self, case_id: int, entry: int | None = None) -> list[Relay]:
        """Return the messages of a case, or those of one entry, in order."""
        return self._all(
            _ROWS,
            "FROM case_relays WHERE case_id = :case AND (:entry IS NULL OR entry = :entry)"
            " ORDER BY delivery",
            {"case": case_id, "entry": entry},
        )

    def all_failed(self) -> list[Relay]:
        """Return every message that was given up and that nobody was told of."""
        return self._all(_ROWS, "FROM case_relays WHERE state = 'failed' ORDER BY delivery")

    def quoted(self, target: str, timestamp: int) -> Relay | None:
        """Return the message of a chat of which a version has this timestamp of Signal, or None."""
        return self._one(
            _ROWS,
            "FROM case_relays JOIN case_relay_versions AS v USING (delivery)"
            " WHERE target = ? AND v.timestamp = ?",
            [target, timestamp],
        )
