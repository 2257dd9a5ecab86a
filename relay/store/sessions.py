"""Signed-in sessions with public destinations, encrypted with everything else."""

from sqlite_utils import Database


class Sessions:
    """The sessions table."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def load(self, destination: str) -> str | None:
        """Return the kept session of a destination, or None."""
        row = self._db.execute(
            "SELECT session FROM sessions WHERE destination = ?", [destination]
        ).fetchone()
        return None if row is None else str(row[0])

    def save(self, destination: str, session: str) -> None:
        """Keep the session of a destination."""
        self._db.execute(
            "INSERT INTO sessions (destination, session) VALUES (?, ?)"
            " ON CONFLICT (destination) DO UPDATE SET session = excluded.session",
            [destination, session],
        )
