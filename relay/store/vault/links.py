"""Who wrote a case: a keyed hash to find them by, the sealed account id, a passphrase's hash."""

from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True)
class Link:
    """The link between a case and who wrote it."""

    case_id: int
    person: str = field(repr=False)
    sealed: bytes = field(repr=False)
    passphrase: str | None = field(repr=False)


class Links:
    """The case_links table."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def set(self, case_id: int, *, person: str, sealed: bytes) -> None:
        """Link a case to a person, in place of the one before; a passphrase stays.

        Args:
            case_id: the case.
            person: keyed hash of the account id.
            sealed: the account id, sealed with the link key.
        """
        self._db.execute(
            "INSERT INTO case_links (case_id, person, sealed) VALUES (?, ?, ?)"
            " ON CONFLICT (case_id) DO UPDATE SET person = excluded.person,"
            " sealed = excluded.sealed",
            [case_id, person, sealed],
        )

    def of(self, case_id: int) -> Link | None:
        """Return the link of a case, or None once it is destroyed."""
        row = self._db.execute(
            "SELECT case_id, person, sealed, passphrase FROM case_links WHERE case_id = ?",
            [case_id],
        ).fetchone()
        return None if row is None else _link(row)

    def cases_of(self, person: str) -> list[int]:
        """Return the cases of a person, newest first."""
        rows = self._db.execute(
            "SELECT case_id FROM case_links WHERE person = ? ORDER BY case_id DESC", [person]
        )
        return [int(row[0]) for row in rows]

    def set_passphrase(self, case_id: int, passphrase: str) -> None:
        """Keep the memory-hard hash of a passphrase."""
        self._db.execute(
            "UPDATE case_links SET passphrase = ? WHERE case_id = ?", [passphrase, case_id]
        )

    def destroy(self, case_id: int) -> None:
        """Destroy a link, passphrase included."""
        self._db.execute("DELETE FROM case_links WHERE case_id = ?", [case_id])


def _link(row: tuple[Any, ...]) -> Link:
    return Link(int(row[0]), str(row[1]), bytes(row[2]), row[3])
