"""Lanes that have let nothing through for long, so that people hear of each silence once."""

from collections.abc import Mapping
from datetime import datetime

from relay.store.moments import from_ms
from relay.store.table import Table


class Silences(Table):
    """The silences table: at most one row a lane. What a silence is, `relay.watch` decides."""

    def all(self) -> Mapping[str, datetime]:
        """Return since when each silent lane is silent."""
        rows = self._db.execute("SELECT lane, since FROM silences ORDER BY lane")
        return {row[0]: from_ms(row[1]) for row in rows}

    def begin(self, lane: str, since: datetime) -> None:
        """Note that a lane is silent; one that is known stays as it is."""
        self._insert_new("silences", lane=lane, since=since)

    def end(self, lane: str) -> bool:
        """Forget a silence; return whether there was one."""
        return bool(self._run("DELETE FROM silences WHERE lane = ?", [lane]))

    def rewrite(self) -> None:
        """Write a row and take it away again, to see whether anything can be written."""
        self._insert("silences", lane="", since=0)
        self._run("DELETE FROM silences WHERE lane = ''")
