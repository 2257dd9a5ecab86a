"""What one person has answered in open polls, for themselves alone."""

from typing import Any

from relay.meetings.tables.polls import hashed_voter
from relay.store.table import Table


class PollAnswers(Table):
    """Looks into the tables of `relay.meetings.tables.polls` with somebody's account id."""

    def count(self, person: str) -> int:
        """Return in how many open polls somebody has answered."""
        return sum(
            self._holds(
                "SELECT EXISTS (SELECT 1 FROM meeting_votes WHERE poll = ? AND voter = ?)", found
            )
            for found in self._voters(person)
        )

    def forget(self, person: str) -> None:
        """Take back what somebody has answered in open polls."""
        for found in self._voters(person):
            self._run("DELETE FROM meeting_votes WHERE poll = ? AND voter = ?", found)

    def _voters(self, person: str) -> list[list[Any]]:
        """Every open poll with what somebody is in it."""
        rows = self._db.execute("SELECT id, secret FROM meeting_polls WHERE secret IS NOT NULL")
        return [[poll, hashed_voter(secret, person)] for poll, secret in rows.fetchall()]
