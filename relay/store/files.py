"""Pictures and papers, kept encrypted with everything else, and what came with which envelope."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table

MOVED = "moved"
"""A moving picture, of which the first one was kept."""
PICTURED = "pictured"
"""A paper of which a page or more became a picture."""


@dataclass(frozen=True)
class StoredFile:
    """A cleaned file."""

    id: int
    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Arrival:
    """What became of one attachment of a waiting envelope: a cleaned file, or why it was refused.

    Attributes:
        attachment: the API server's id of it.
        file: the cleaned file's id, or None.
        refused: without a file, why there is none: the code of a `MediaError`, `stranger`,
            `not_found` (it did not arrive) or `too_many`. With a file, what of it was left out
            (`MOVED`, `PICTURED`), or None.
    """

    attachment: str
    file: int | None
    refused: str | None


_ROWS = Rows(StoredFile)
_ARRIVALS = Rows(Arrival)


class Files(Table):
    """The files and arrivals tables."""

    def add(self, *, name: str, media_type: str, data: bytes, now: datetime) -> int:
        """Keep a cleaned file and return its id."""
        return self._insert("files", name=name, media_type=media_type, data=data, created_at=now)

    def get(self, file_id: int) -> StoredFile:
        """Return a file.

        Raises:
            KeyError: there is none with this id (any more).
        """
        found = self._one(_ROWS, "FROM files WHERE id = ?", [file_id])
        if found is None:
            raise KeyError(file_id)
        return found

    def arrived(
        self, *, inbox: int, attachment: str, file: int | None = None, refused: str | None = None
    ) -> None:
        """Note what became of one attachment of a waiting envelope."""
        self._insert_new("arrivals", inbox=inbox, attachment=attachment, file=file, refused=refused)

    def arrivals(self, inbox: int) -> list[Arrival]:
        """Return what came with an envelope, in the order it was fetched."""
        return self._all(_ARRIVALS, "FROM arrivals WHERE inbox = ? ORDER BY rowid", [inbox])

    def forget_arrivals(self, inbox: int) -> None:
        """Forget what came with an envelope; the files stay until nothing refers to them."""
        self._run("DELETE FROM arrivals WHERE inbox = ?", [inbox])

    def remove(self, file_id: int) -> None:
        """Delete a file that was taken over elsewhere."""
        self._run("UPDATE arrivals SET file = NULL WHERE file = ?", [file_id])
        self._run("DELETE FROM files WHERE id = ?", [file_id])

    def forget_orphans(self) -> int:
        """Delete the files that nothing kept and nothing on its way needs."""
        return self._run(
            "DELETE FROM files WHERE id NOT IN (SELECT file FROM announcement_files)"
            " AND id NOT IN (SELECT file FROM meeting_papers WHERE file IS NOT NULL)"
            " AND id NOT IN (SELECT photo FROM adverts WHERE photo IS NOT NULL)"
            " AND id NOT IN (SELECT f.value FROM outbox, json_each(outbox.payload, '$.files') AS f"
            " WHERE outbox.state = 'queued')"
            " AND id NOT IN (SELECT f.value FROM mailings, json_each(mailings.steps) AS s,"
            " json_each(s.value, '$.files') AS f WHERE mailings.is_open)"
            " AND id NOT IN (SELECT file FROM arrivals WHERE file IS NOT NULL)"
        )
