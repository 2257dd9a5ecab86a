"""How often somebody tried or wrote lately, by keyed hashes of who."""

from datetime import datetime

from relay.store.moments import to_ms
from relay.store.table import Table


class Tries(Table):
    """The passphrase_tries and case_pace tables."""

    def tried(self, subject: str, now: datetime) -> None:
        """Note a try with a passphrase."""
        self._db.execute(
            "INSERT INTO passphrase_tries (subject, at) VALUES (?, ?)", [subject, to_ms(now)]
        )

    def tries(self, subject: str, since: datetime) -> int:
        """Return how many tries there were since a moment."""
        row = self._db.execute(
            "SELECT count(*) FROM passphrase_tries WHERE subject = ? AND at > ?",
            [subject, to_ms(since)],
        ).fetchone()
        return int(row[0])

    def wrote(self, person: str, now: datetime) -> None:
        """Note that somebody wrote to a report."""
        self._db.execute("INSERT INTO case_pace (person, at) VALUES (?, ?)", [person, to_ms(now)])

    def pace(self, person: str, since: datetime) -> int:
        """Return how often somebody wrote since a moment."""
        row = self._db.execute(
            "SELECT count(*) FROM case_pace WHERE person = ? AND at > ?", [person, to_ms(since)]
        ).fetchone()
        return int(row[0])

    def forget_person(self, person: str) -> None:
        """Forget what somebody wrote and tried."""
        self._db.execute("DELETE FROM case_pace WHERE person = ?", [person])
        self._db.execute("DELETE FROM passphrase_tries WHERE subject = ?", [person])

    def forget_before(self, *, tried: datetime, wrote: datetime) -> None:
        """Forget tries and pace from before these moments."""
        self._db.execute("DELETE FROM passphrase_tries WHERE at <= ?", [to_ms(tried)])
        self._db.execute("DELETE FROM case_pace WHERE at <= ?", [to_ms(wrote)])
