"""The store: one encrypted database, one connection, one rule about transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

from relay.store.announcements import Announcements
from relay.store.audit import Audit
from relay.store.backups import Backups
from relay.store.breakers import CircuitBreakers
from relay.store.chains import BrokenChain, broken_chain
from relay.store.conversations import Conversations
from relay.store.database import open_database
from relay.store.files import Files
from relay.store.groups import Groups
from relay.store.inbox import Inbox
from relay.store.missed_messages import MissedMessages
from relay.store.operations import Operations
from relay.store.outbox import Outbox
from relay.store.premigration import PreMigrationBackup
from relay.store.records import Records
from relay.store.safety_numbers import SafetyNumbers
from relay.store.sessions import Sessions
from relay.store.shredder import Shredder
from relay.store.silences import Silences
from relay.store.table import Table
from relay.store.topics import Topics
from relay.store.unreadable import UnreadableMessages

T = TypeVar("T", bound=Table)


class Store:
    """All tables of one database file.

    Those that everything goes through are attributes. A feature has its own in its folder and gets
    them by their class: `store[Meetings].get(7)`. There is one of each.

    The relay is one thread with one connection: a transaction never waits for anything but the
    disk, so none can see another half done. Do not await inside `transaction()`; a handler is run
    in one, and `relay.signal.dispatch` refuses handlers that try.

    Attributes:
        path: its file.

    Raises (on opening):
        StoreError: one of its kinds; the file is as it was.
    """

    def __init__(self, path: Path, key: str) -> None:
        self.path = path
        self._db, self._lock = open_database(path, key)
        self._changed: set[str] = set()
        self._listeners: dict[str, list[Callable[[], None]]] = {}
        self._tables: dict[type[Table], Any] = {}
        self.admin_keys = SafetyNumbers(self._db, "admin_keys", "admin")
        self.announcements = Announcements(self._db)
        self.premigration = PreMigrationBackup(path)
        self.audit = Audit(self._db)
        self.backups = Backups(self._db)
        self.breakers = CircuitBreakers(self._db, self._changed)
        self.conversations = Conversations(self._db)
        self.files = Files(self._db)
        self.groups = Groups(self._db)
        self.inbox = Inbox(self._db, self._changed)
        self.missed_messages = MissedMessages(self._db)
        self.operations = Operations(self._db)
        self.outbox = Outbox(self._db, self._changed)
        self.records = Records(self._db)
        self.sessions = Sessions(self._db)
        self.silences = Silences(self._db)
        self.topics = Topics(self._db)
        self.unreadable = UnreadableMessages(self._db)
        self.shredder = Shredder(self._db, self.premigration)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __getitem__(self, table: type[T]) -> T:
        """Return the tables of a feature, always the same ones."""
        if table not in self._tables:
            self._tables[table] = table(self._db)
        found: T = self._tables[table]
        return found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block as one durable change: all of it is on disk afterwards, or nothing."""
        self._changed.clear()
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise
        self.shredder.after_commit()
        for topic in tuple(self._changed):
            for listener in self._listeners.get(topic, ()):
                listener()

    def on_commit(self, topic: str, listener: Callable[[], None]) -> None:
        """Call `listener` after each transaction that gave `topic` something to do.

        Args:
            topic: `inbox`, or the name of a lane.
            listener: must return at once.
        """
        self._listeners.setdefault(topic, []).append(listener)

    def intact(self) -> bool:
        """Return whether the database answers."""
        try:
            self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.Error:
            return False
        return True

    def broken_chain(self) -> BrokenChain | None:
        """Return where a row was changed or taken out by anything else than the relay, or None."""
        return broken_chain(self.audit, self.records)

    def writable(self) -> bool:
        """Return whether something can be written: the disk has room, and nothing is read-only."""
        try:
            with self.transaction():
                self.silences.rewrite()
        except (sqlcipher.Error, OSError):
            return False
        return True

    def close(self) -> None:
        """Close the database and let another process open it."""
        self._db.close()
        self._lock.close()
