"""How often somebody tried or wrote lately, by keyed hashes of who."""

from datetime import datetime

from relay.store.table import Table


class Tries(Table):
    """The passphrase_tries and case_pace tables."""

    def tried(self, subject: str, now: datetime) -> None:
        """Note a try with a passphrase."""
        self._insert("passphrase_tries", subject=subject, at=now)

    def tries(self, subject: str, since: datetime) -> int:
        """Return how many tries there were since a moment."""
        return self._count(
            "SELECT count(*) FROM passphrase_tries WHERE subject = ? AND at > ?",
            [subject, since],
        )

    def wrote(self, person: str, now: datetime) -> None:
        """Note that somebody wrote to a report."""
        self._insert("case_pace", person=person, at=now)

    def pace(self, person: str, since: datetime) -> int:
        """Return how often somebody wrote since a moment."""
        return self._count(
            "SELECT count(*) FROM case_pace WHERE person = ? AND at > ?", [person, since]
        )

    def forget_person(self, person: str) -> None:
        """Forget what somebody wrote and tried."""
        self._run("DELETE FROM case_pace WHERE person = ?", [person])
        self._run("DELETE FROM passphrase_tries WHERE subject = ?", [person])

    def forget_before(self, *, tried: datetime, wrote: datetime) -> None:
        """Forget tries and pace from before these moments."""
        self._run("DELETE FROM passphrase_tries WHERE at <= ?", [tried])
        self._run("DELETE FROM case_pace WHERE at <= ?", [wrote])
