"""Leaving no copy of what was destroyed.

`secure_delete` overwrites rows and free pages, but two kinds of copies survive it: earlier pages in
the write-ahead log, and, now and then, a row that the database moved from one page to another and
left behind in the unused middle of the first (SQLite does not clear that when it balances a tree).
So the log is emptied right after the commit, and the file is rewritten soon after. With it ends the
copy from before the last change of the schema, if there is one.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from relay.store.moments import to_ms
from relay.store.premigration import PreMigrationBackup

AT_MOST_EVERY = timedelta(minutes=1)
"""Rewriting reads the whole database into memory: nobody can make it happen more often."""


class Shredder:
    """Empties the log and rewrites the file. What a crash interrupts goes on at the next start."""

    def __init__(self, database: Database, premigration: PreMigrationBackup) -> None:
        self._db = database
        self._premigration = premigration
        self._emptying = True
        self._rewritten_at: datetime | None = None
        self.after_commit()

    def shred(self, now: datetime) -> None:
        """Leave no copy of what the open transaction destroys."""
        self._emptying = True
        if not self.is_due():
            self._db.execute("INSERT INTO shredding (asked_at) VALUES (?)", [to_ms(now)])

    def after_commit(self) -> None:
        """Empty the log if a transaction has destroyed something; called by the store."""
        if self._emptying:
            self._emptying = not self._empty_log()

    def is_due(self) -> bool:
        """Return whether the file has to be rewritten."""
        return bool(self._db.execute("SELECT EXISTS (SELECT 1 FROM shredding)").fetchone()[0])

    def work(self, now: datetime) -> bool:
        """Rewrite the file if that is due; outside a transaction. Return whether it was done."""
        if self._rewritten_at is not None and now - self._rewritten_at < AT_MOST_EVERY:
            return False
        if not self.is_due():
            return False
        self._db.execute("VACUUM")
        self._premigration.forget()
        if not self._empty_log():
            return False
        self._db.execute("DELETE FROM shredding")
        self._empty_log()
        self._rewritten_at = now
        return True

    def _empty_log(self) -> bool:
        """Empty the log; False while somebody reads the file, who is making a backup."""
        row = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not row[0]
