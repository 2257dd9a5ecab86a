"""Meetings: their facts, the dates that differ, and their papers."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from relay.meetings.meeting import Change, Meeting, Paper, Place, Session
from relay.meetings.recurrence import ends_at
from relay.store.moments import to_ms
from relay.store.table import Rows, Table

_PLACE = Rows(Place, without=["has_private_link"])
_PARTS = ["place", "changes", "papers", "programme"]
_ROWS = Rows(Meeting, without=_PARTS, start="start_at", length="lasts")
_CHANGES = Rows(Change, without=["place"], start="start_at", length="lasts")
_PAPERS = Rows(Paper)
_SESSIONS = Rows(Session)


class NoSuchMeeting(KeyError):
    """There is no meeting with this number."""


class Meetings(Table):
    """The tables meetings, meeting_changes, meeting_papers and meeting_sessions."""

    _version = 0

    @property
    def version(self) -> int:
        """Another number after every change of a meeting; starts anew with each opening.

        Raised as soon as something is written, so it is to be read between transactions.
        """
        return self._version

    def add(self, meeting: Meeting) -> None:
        """Keep a new meeting.

        Args:
            meeting: complete; its `id` is the number of an announcement that exists, which the
                meeting belongs to from now on.
        """
        self._version += 1
        self._insert("meetings", **_row(meeting))
        self._keep_parts(meeting)

    def save(self, meeting: Meeting) -> None:
        """Replace everything that is known about a meeting, dates and papers included.

        Raises:
            NoSuchMeeting: it was never added.
        """
        self._version += 1
        row = _row(meeting)
        given = ", ".join(f"{name} = ?" for name in row)
        if not self._run(
            f"UPDATE meetings SET {given} WHERE id = ?",  # noqa: S608 -- names of columns
            [*row.values(), meeting.id],
        ):
            raise NoSuchMeeting(meeting.id)
        for table in ("meeting_changes", "meeting_papers", "meeting_sessions"):
            self._run(f"DELETE FROM {table} WHERE meeting = ?", [meeting.id])  # noqa: S608
        self._keep_parts(meeting)

    def get(self, number: int) -> Meeting | None:
        """Return a meeting in whatever state, or None."""
        found = self._select("id = ?", [number])
        return found[0] if found else None

    def public(self, branches: Collection[str], since: datetime) -> list[Meeting]:
        """Return the public meetings of some branches, cancelled ones too, by number.

        Args:
            branches: slugs.
            since: aware; what ended before is left out. `relay.meetings.recurrence` says which
                date is next.
        """
        return self._select(
            "branch IN (SELECT value FROM json_each(?)) AND state != 'draft'"
            " AND (ends_at IS NULL OR ends_at > ?)",
            [sorted(branches), since],
        )

    def undecided(self) -> list[tuple[Meeting, str]]:
        """Return each draft whose announcement has left its preview, with that one's state."""
        rows = self._db.execute(
            "SELECT m.id, a.state FROM meetings AS m JOIN announcements AS a ON a.id = m.id"
            " WHERE m.state = 'draft' AND a.state IN ('posted', 'retracted', 'dropped')"
        ).fetchall()
        found = [(self.get(row[0]), str(row[1])) for row in rows]
        return [(meeting, state) for meeting, state in found if meeting is not None]

    def retracted(self, now: datetime) -> list[Meeting]:
        """Return the meetings still on whose announcement somebody has taken down."""
        return self._select(
            "state = 'scheduled' AND (ends_at IS NULL OR ends_at > ?) AND"
            " id IN (SELECT id FROM announcements WHERE state = 'retracted')",
            [to_ms(now)],
        )

    def discard(self, number: int) -> None:
        """Forget a meeting, with all that hangs on it."""
        self._version += 1
        self._run("DELETE FROM meetings WHERE id = ?", [number])

    def to_plan(self, until: datetime) -> list[Meeting]:
        """Return the meetings whose reminders are planned to before `until` only."""
        return self._select(
            "state = 'scheduled' AND planned_until IS NOT NULL AND planned_until < ?",
            [to_ms(until)],
        )

    def planned(self, number: int, until: datetime | None) -> None:
        """Note how far reminders are planned; None when there is nothing left to plan."""
        self._run("UPDATE meetings SET planned_until = ? WHERE id = ?", [until, number])

    def still_open(self, now: datetime) -> list[tuple[Meeting, datetime | None]]:
        """Return the meetings whose time or usual place is to be confirmed.

        Args:
            now: aware; what is over is left out.

        Returns:
            Each with the start of the date of which admins were last told so.
        """
        found = self._select(
            "state = 'scheduled' AND (times = 'open' OR (address = '' AND online = ''))"
            " AND (ends_at IS NULL OR ends_at > ?)",
            [to_ms(now)],
        )
        told = "SELECT open_told FROM meetings WHERE id = ?"
        return [(meeting, self._moment(told, [meeting.id])) for meeting in found]

    def told_open(self, number: int, start: datetime) -> None:
        """Note of which date admins were told that something is to be confirmed."""
        self._run("UPDATE meetings SET open_told = ? WHERE id = ?", [start, number])

    def _keep_parts(self, meeting: Meeting) -> None:
        for change in meeting.changes:
            place = {} if change.place is None else _PLACE.values(change.place)
            self._insert("meeting_changes", meeting=meeting.id, **_CHANGES.values(change), **place)
        for paper in meeting.papers:
            self._insert("meeting_papers", meeting=meeting.id, **_PAPERS.values(paper))
        for position, session in enumerate(meeting.programme, start=1):
            values = _SESSIONS.values(session)
            self._insert("meeting_sessions", meeting=meeting.id, position=position, **values)

    def _select(self, condition: str, values: list[Any]) -> list[Meeting]:
        rows = self._db.execute(
            f"SELECT {_ROWS.columns}, {_PLACE.columns} FROM meetings"  # noqa: S608 -- constants
            f" WHERE {condition} ORDER BY id",
            values,
        ).fetchall()
        if not rows:
            return []
        numbers = [row[0] for row in rows]
        changes: dict[int, list[Change]] = {}
        papers: dict[int, list[Paper]] = {}
        for *row, address, online, number in self._parts(
            f"{_CHANGES.columns}, {_PLACE.columns}", "meeting_changes", "original", numbers
        ):
            place = None if address is None else _PLACE.read([address, online])
            changes.setdefault(number, []).append(_CHANGES.read(row, place=place))
        for *row, number in self._parts(_PAPERS.columns, "meeting_papers", "position", numbers):
            papers.setdefault(number, []).append(_PAPERS.read(row))
        sessions: dict[int, list[Session]] = {}
        for *row, number in self._parts(_SESSIONS.columns, "meeting_sessions", "position", numbers):
            sessions.setdefault(number, []).append(_SESSIONS.read(row))
        return [
            _ROWS.read(
                row,
                place=_PLACE.read(row[-2:]),
                changes=tuple(changes.get(row[0], ())),
                papers=tuple(papers.get(row[0], ())),
                programme=tuple(sessions.get(row[0], ())),
            )
            for row in rows
        ]

    def _parts(self, columns: str, table: str, order: str, numbers: list[int]) -> Iterable[Any]:
        return self._db.execute(
            f"SELECT {columns}, meeting FROM {table}"  # noqa: S608 -- constants
            f" WHERE meeting IN (SELECT value FROM json_each(?)) ORDER BY meeting, {order}",
            [numbers],
        )


def _row(meeting: Meeting) -> dict[str, Any]:
    place = _PLACE.values(meeting.place)
    return {**_ROWS.values(meeting), **place, "ends_at": ends_at(meeting)}
