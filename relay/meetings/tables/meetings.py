"""Meetings: their facts, the dates that differ, and their papers."""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from relay.meetings.meeting import Change, Meeting, MeetingState, Paper, Place
from relay.meetings.recurrence import ends_at
from relay.store.moments import from_ms, maybe_to_ms, to_ms
from relay.store.table import Table

_COLUMNS = (
    "id, branch, title, start_at, length, zone, rule, address, online, access, agenda, state,"
    " reason, uid, sequence, created_at, changed_at"
)
_MILLISECOND = timedelta(milliseconds=1)


class NoSuchMeeting(KeyError):
    """There is no meeting with this number."""


class Meetings(Table):
    """The tables meetings, meeting_changes and meeting_papers."""

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
        names = f"{_COLUMNS}, ends_at"
        row = _row(meeting)
        self._db.execute(
            f"INSERT INTO meetings ({names}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
            row,
        )
        self._keep_parts(meeting)

    def save(self, meeting: Meeting) -> None:
        """Replace everything that is known about a meeting, dates and papers included.

        Raises:
            NoSuchMeeting: it was never added.
        """
        self._version += 1
        names = [name.strip() for name in f"{_COLUMNS}, ends_at".split(",")]
        given = ", ".join(f"{name} = ?" for name in names)
        cursor = self._db.execute(
            f"UPDATE meetings SET {given} WHERE id = ?",  # noqa: S608
            [*_row(meeting), meeting.id],
        )
        if not cursor.rowcount:
            raise NoSuchMeeting(meeting.id)
        self._db.execute("DELETE FROM meeting_changes WHERE meeting = ?", [meeting.id])
        self._db.execute("DELETE FROM meeting_papers WHERE meeting = ?", [meeting.id])
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
            [json.dumps(sorted(branches)), to_ms(since)],
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
        self._db.execute("DELETE FROM meetings WHERE id = ?", [number])

    def to_plan(self, until: datetime) -> list[Meeting]:
        """Return the meetings whose reminders are planned to before `until` only."""
        return self._select(
            "state = 'scheduled' AND planned_until IS NOT NULL AND planned_until < ?",
            [to_ms(until)],
        )

    def planned(self, number: int, until: datetime | None) -> None:
        """Note how far reminders are planned; None when there is nothing left to plan."""
        self._db.execute(
            "UPDATE meetings SET planned_until = ? WHERE id = ?", [maybe_to_ms(until), number]
        )

    def _keep_parts(self, meeting: Meeting) -> None:
        for change in meeting.changes:
            place = change.place
            self._db.execute(
                "INSERT INTO meeting_changes"
                " (meeting, original, start_at, cancelled, reason, address, online)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    meeting.id,
                    to_ms(change.original),
                    to_ms(change.start),
                    change.cancelled,
                    change.reason,
                    None if place is None else place.address,
                    None if place is None else place.online,
                ],
            )
        for paper in meeting.papers:
            self._keep_paper(meeting.id, paper)

    def _keep_paper(self, number: int, paper: Paper) -> None:
        self._db.execute(
            "INSERT INTO meeting_papers (meeting, position, name, media_type, file, url)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [number, paper.position, paper.name, paper.media_type, paper.file, paper.url],
        )

    def _select(self, condition: str, values: list[Any]) -> list[Meeting]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM meetings WHERE {condition} ORDER BY id",  # noqa: S608
            values,
        ).fetchall()
        numbers = json.dumps([row[0] for row in rows])
        changes: dict[int, list[Change]] = {}
        papers: dict[int, list[Paper]] = {}
        for row in self._db.execute(
            "SELECT meeting, original, start_at, cancelled, reason, address, online"
            " FROM meeting_changes WHERE meeting IN (SELECT value FROM json_each(?))"
            " ORDER BY meeting, original",
            [numbers],
        ):
            changes.setdefault(row[0], []).append(_change(row[1:]))
        for row in self._db.execute(
            "SELECT meeting, position, name, media_type, file, url"
            " FROM meeting_papers WHERE meeting IN (SELECT value FROM json_each(?))"
            " ORDER BY meeting, position",
            [numbers],
        ):
            papers.setdefault(row[0], []).append(Paper(*row[1:]))
        return [
            _meeting(row, tuple(changes.get(row[0], ())), tuple(papers.get(row[0], ())))
            for row in rows
        ]


def _row(meeting: Meeting) -> list[Any]:
    return [
        meeting.id,
        meeting.branch,
        meeting.title,
        to_ms(meeting.start),
        meeting.length // _MILLISECOND,
        meeting.zone,
        meeting.rule,
        meeting.place.address,
        meeting.place.online,
        meeting.access,
        meeting.agenda,
        meeting.state.value,
        meeting.reason,
        meeting.uid,
        meeting.sequence,
        to_ms(meeting.created_at),
        to_ms(meeting.changed_at),
        maybe_to_ms(ends_at(meeting)),
    ]


def _change(row: tuple[Any, ...]) -> Change:
    original, start, cancelled, reason, address, online = row
    return Change(
        original=from_ms(original),
        start=from_ms(start),
        cancelled=bool(cancelled),
        reason=reason,
        place=None if address is None else Place(address, online),
    )


def _meeting(
    row: tuple[Any, ...], changes: tuple[Change, ...], papers: tuple[Paper, ...]
) -> Meeting:
    return Meeting(
        id=row[0],
        branch=row[1],
        title=row[2],
        start=from_ms(row[3]),
        length=row[4] * _MILLISECOND,
        zone=row[5],
        rule=row[6],
        place=Place(row[7], row[8]),
        access=row[9],
        agenda=row[10],
        state=MeetingState(row[11]),
        reason=row[12],
        uid=row[13],
        sequence=row[14],
        created_at=from_ms(row[15]),
        changed_at=from_ms(row[16]),
        changes=changes,
        papers=papers,
    )
