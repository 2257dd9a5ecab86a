"""Who wrote a case: a keyed hash to find them by, the sealed account id, a passphrase's hash."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class Link:
    """The link between a case and who wrote it.

    `safety` is a hash of the safety number they are known by. While the case waits for its name and
    passphrase, because that number has changed, `waits_since` is set; `hidden_at`, while it is not
    spoken of to them (`relay.safeguarding.hiding`).
    """

    case_id: int
    person: str = field(repr=False)
    sealed: bytes = field(repr=False)
    passphrase: str | None = field(repr=False)
    safety: str | None = field(repr=False)
    waits_since: datetime | None
    hidden_at: datetime | None


_ROWS = Rows(Link)


class Links(Table):
    """The case_links table."""

    def set(self, case_id: int, *, person: str, sealed: bytes) -> None:
        """Link a case to a person, in place of the one before; a passphrase stays.

        It waits for nothing, and the next safety number that is seen is accepted.

        Args:
            case_id: the case.
            person: keyed hash of the account id.
            sealed: the account id, sealed with the link key.
        """
        self._insert(
            "case_links",
            "ON CONFLICT (case_id) DO UPDATE SET person = excluded.person, sealed ="
            " excluded.sealed, safety = NULL, waits_since = NULL, hidden_at = NULL",
            case_id=case_id,
            person=person,
            sealed=sealed,
        )

    def of(self, case_id: int) -> Link | None:
        """Return the link of a case, or None once it is destroyed."""
        return self._one(_ROWS, "FROM case_links WHERE case_id = ?", [case_id])

    def cases_of(self, person: str) -> list[int]:
        """Return the cases of a person, newest first, but for those that wait or are hidden."""
        return self._values(
            "SELECT case_id FROM case_links WHERE person = ? AND waits_since IS NULL"
            " AND hidden_at IS NULL ORDER BY case_id DESC",
            [person],
        )

    def hidden_of(self, person: str) -> list[int]:
        """Return the cases of a person that are hidden and do not wait, newest first."""
        return self._values(
            "SELECT case_id FROM case_links WHERE person = ? AND waits_since IS NULL"
            " AND hidden_at IS NOT NULL ORDER BY case_id DESC",
            [person],
        )

    def hide(self, person: str, now: datetime) -> None:
        """Hide all cases of a person."""
        self._run(
            "UPDATE case_links SET hidden_at = ? WHERE person = ? AND hidden_at IS NULL",
            [now, person],
        )

    def show(self, case_id: int) -> None:
        """Hide a case no longer."""
        self._run("UPDATE case_links SET hidden_at = NULL WHERE case_id = ?", [case_id])

    def open_cases(self) -> dict[str, list[int]]:
        """Return by what people are found by their cases, newest first, but for those that wait."""
        rows = self._db.execute(
            "SELECT person, case_id FROM case_links WHERE waits_since IS NULL ORDER BY case_id DESC"
        )
        found: dict[str, list[int]] = {}
        for person, case_id in rows:
            found.setdefault(person, []).append(int(case_id))
        return found

    def know(self, case_id: int, safety: str) -> None:
        """Keep the hash of the safety number that the writer is known by."""
        self._run("UPDATE case_links SET safety = ? WHERE case_id = ?", [safety, case_id])

    def wait(self, case_id: int, now: datetime) -> None:
        """Let a case wait for its name and passphrase: its writer's safety number has changed."""
        self._run("UPDATE case_links SET waits_since = ? WHERE case_id = ?", [now, case_id])

    def set_passphrase(self, case_id: int, passphrase: str) -> None:
        """Keep the memory-hard hash of a passphrase."""
        self._run("UPDATE case_links SET passphrase = ? WHERE case_id = ?", [passphrase, case_id])

    def destroy(self, case_id: int) -> None:
        """Destroy a link, passphrase included."""
        self._run("DELETE FROM case_links WHERE case_id = ?", [case_id])
