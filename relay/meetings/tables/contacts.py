"""Whom to ask about a meeting, where only the branch's admins may know."""

from datetime import datetime

from relay.store.moments import to_ms
from relay.store.table import Table

_OVER = (
    "meeting IN (SELECT id FROM meetings WHERE ends_at IS NOT NULL AND ends_at <= :now)"
    " OR meeting IN (SELECT id FROM meetings WHERE state = 'cancelled')"
)


class Contacts(Table):
    """The table meeting_contacts.

    A table of its own, which nothing reads that publishes a meeting: pages, posts and calendars are
    made from a `Meeting`, which does not hold this.
    """

    def keep(self, meeting: int, contact: str) -> None:
        """Keep whom to ask about a meeting instead of whoever it was; empty for nobody.

        Args:
            meeting: number.
            contact: in one line.
        """
        self._run("DELETE FROM meeting_contacts WHERE meeting = ?", [meeting])
        if contact:
            self._insert("meeting_contacts", meeting=meeting, contact=contact)

    def of(self, meeting: int) -> str:
        """Return whom to ask, empty where nobody said or it is forgotten."""
        found = self._value("SELECT contact FROM meeting_contacts WHERE meeting = ?", [meeting])
        return str(found or "")

    def has_ended(self, now: datetime) -> bool:
        """Whether anybody is still named for a meeting that is over or off."""
        return self._holds(
            f"SELECT EXISTS (SELECT 1 FROM meeting_contacts WHERE {_OVER})",  # noqa: S608
            {"now": to_ms(now)},
        )

    def forget_ended(self, now: datetime) -> None:
        """Forget whom to ask about what is over or off."""
        self._run(f"DELETE FROM meeting_contacts WHERE {_OVER}", {"now": to_ms(now)})  # noqa: S608
