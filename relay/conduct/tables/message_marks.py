"""The tables of the message index: keys for parts of a day, and marks of messages under them."""

from collections.abc import Iterable

from relay.store.marks import KEY_BYTES
from relay.store.table import Table


class MessageMarks(Table):
    """The tables message_keys and message_marks."""

    def keys(self) -> dict[int, bytes]:
        """Return the keys that are not destroyed, by their part of a day."""
        return dict(self._db.execute("SELECT period, secret FROM message_keys").fetchall())

    def keep_key(self, period: int, key: bytes) -> None:
        """Keep the key of a part of a day, unless it has one."""
        self._insert_new("message_keys", period=period, secret=key)

    def keep(self, rows: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Keep marks: the part of a day, the mark, and what it has sealed."""
        self._db.conn.executemany(
            "INSERT INTO message_marks (period, mark, sealed) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            rows,
        )

    def sealed_under(self, period: int, mark: bytes) -> list[bytes]:
        """Return what stands under a mark."""
        question = "SELECT sealed FROM message_marks WHERE period = ? AND mark = ?"
        return [bytes(one) for one in self._values(question, [period, mark])]

    def destroy(self, before: int) -> bool:
        """Destroy the marks of all parts of a day before one, and first their keys.

        Returns:
            Whether there were any.
        """
        self._run(
            f"UPDATE message_keys SET secret = zeroblob({KEY_BYTES})"  # noqa: S608 -- a constant
            " WHERE period < ?",
            [before],
        )
        destroyed = self._run("DELETE FROM message_keys WHERE period < ?", [before])
        return bool(self._run("DELETE FROM message_marks WHERE period < ?", [before]) or destroyed)
