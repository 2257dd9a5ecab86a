"""Signed-in sessions with public destinations, encrypted with everything else."""

from relay.store.table import Table


class Sessions(Table):
    """The sessions table."""

    def load(self, destination: str) -> str | None:
        """Return the kept session of a destination, or None."""
        found: str | None = self._value(
            "SELECT session FROM sessions WHERE destination = ?", [destination]
        )
        return found

    def save(self, destination: str, session: str) -> None:
        """Keep the session of a destination."""
        self._insert(
            "sessions",
            "ON CONFLICT (destination) DO UPDATE SET session = excluded.session",
            destination=destination,
            session=session,
        )
