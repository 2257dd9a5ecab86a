"""Announcements, from a draft to where they stand."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from relay.formatting import StyledText, StyleRange
from relay.formatting.styles import known_styles
from relay.store.on_page import OnPage
from relay.store.table import Rows, Table


class State(StrEnum):
    """Where an announcement is in its life."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    """Its author said yes; another admin still has to."""
    SCHEDULED = "scheduled"
    POSTED = "posted"
    RETRACTED = "retracted"
    DROPPED = "dropped"


@dataclass(frozen=True)
class AttachedFile:
    """A file of an announcement; `description` is for people who use a screen reader."""

    position: int
    file: int
    media_type: str
    name: str
    description: str | None = field(repr=False)

    @property
    def is_picture(self) -> bool:
        """Whether it needs a description."""
        return self.media_type.startswith("image/")


@dataclass(frozen=True)
class Announcement:
    """An announcement.

    `id` is the number that admins know it by; `styles` is how groups get the text; `public_text` is
    what public destinations get instead of it, None where they get the same, plain as it is;
    `kept_at` is since when a draft is kept for the admins of its branch, None for any other.
    `on_page` is what its admins were shown to be on the public page, and `page_changed_at` when
    that last became something else: at its post, a correction, or when it was taken back.
    """

    id: int
    branch: str
    text: str = field(repr=False)
    state: State
    author: str = field(repr=False)
    approver: str | None = field(repr=False)
    created_at: datetime
    post_at: datetime | None
    posted_at: datetime | None
    files: tuple[AttachedFile, ...]
    public_text: str | None = field(default=None, repr=False)
    styles: tuple[StyleRange, ...] = ()
    kept_at: datetime | None = None
    on_page: OnPage = OnPage.NOTHING
    page_changed_at: datetime | None = None

    def with_text(self, text: str, styles: Sequence[StyleRange] = ()) -> Self:
        """Return it as it would be with another text."""
        return replace(self, text=text, styles=tuple(styles))

    @property
    def styled(self) -> StyledText:
        """The text as groups get it."""
        return StyledText(self.text, self.styles)

    @property
    def read_in_public(self) -> str:
        """What public destinations get."""
        return self.text if self.public_text is None else self.public_text

    @property
    def pictures(self) -> tuple[AttachedFile, ...]:
        """The files that are pictures, in order."""
        return tuple(file for file in self.files if file.is_picture)

    @property
    def papers(self) -> tuple[AttachedFile, ...]:
        """The files that are not pictures, in order."""
        return tuple(file for file in self.files if not file.is_picture)

    @property
    def file_ids(self) -> tuple[int, ...]:
        """The ids of all files, in order."""
        return tuple(file.file for file in self.files)


_ROWS = Rows(Announcement, without=["files"])
_FILES = Rows(AttachedFile, media_type="f.media_type", name="f.name")


class Announcements(Table):
    """The announcements table and what hangs on it."""

    _version = 0

    @property
    def version(self) -> int:
        """Another number after every change of what is on the public pages."""
        return self._version

    def draft(
        self,
        *,
        branch: str,
        text: str,
        author: str,
        now: datetime,
        styles: Sequence[StyleRange] = (),
    ) -> int:
        """Begin an announcement and return its number."""
        return self._insert(
            "announcements",
            branch=branch,
            text=text,
            styles=list(styles),
            state="draft",
            author=author,
            created_at=now,
        )

    def get(self, number: int) -> Announcement | None:
        """Return an announcement, or None."""
        found = self._announcements("WHERE id = ?", [number])
        return found[0] if found else None

    def keep(self, number: int, now: datetime) -> None:
        """Keep a draft for the admins of its branch, for later."""
        self._run(
            "UPDATE announcements SET kept_at = ? WHERE id = ? AND state = 'draft'",
            [now, number],
        )

    def kept(self, branches: Collection[str]) -> list[Announcement]:
        """Return the drafts that are kept in these branches, oldest first."""
        return self._announcements(
            "WHERE kept_at IS NOT NULL AND branch IN (SELECT value FROM json_each(?)) ORDER BY id",
            [sorted(branches)],
        )

    def kept_before(self, moment: datetime) -> list[Announcement]:
        """Return the drafts that are kept since before a moment."""
        return self._announcements("WHERE kept_at < ? ORDER BY id", [moment])

    def drop_kept(self, number: int) -> None:
        """Delete a draft that is kept, files and all."""
        self._run("DELETE FROM announcements WHERE id = ? AND kept_at IS NOT NULL", [number])

    def scheduled(self, branches: Collection[str]) -> list[Announcement]:
        """Return what waits to be posted or agreed to in these branches, soonest first."""
        return self._announcements(
            "WHERE state IN ('scheduled', 'proposed')"
            " AND branch IN (SELECT value FROM json_each(?)) ORDER BY post_at, id",
            [sorted(branches)],
        )

    def newest(self, branches: Collection[str], most: int) -> list[Announcement]:
        """Return what was posted last in these branches and has not been retracted, newest first.

        Args:
            branches: slugs.
            most: how many at most.
        """
        return self._announcements(
            "WHERE state = 'posted' AND branch IN (SELECT value FROM json_each(?))"
            " ORDER BY posted_at DESC, id DESC LIMIT ?",
            [sorted(branches), most],
        )

    def last_posted(self, destinations: Collection[str]) -> datetime | None:
        """Return when something was last posted that stands at one of these destinations."""
        return self._moment(
            "SELECT max(a.posted_at) FROM announcements AS a JOIN posts AS p"
            " ON p.announcement = a.id WHERE p.reference IS NOT NULL AND a.state = 'posted'"
            " AND p.destination IN (SELECT value FROM json_each(?))",
            [sorted(destinations)],
        )

    def on_pages(self, branches: Collection[str], since: datetime) -> list[Announcement]:
        """Return what is on the public pages or was taken off them, newest first.

        Args:
            branches: slugs.
            since: what was posted before is left out (aware).
        """
        return self._announcements(
            "WHERE on_page != 'nothing' AND state IN ('posted', 'retracted')"
            " AND branch IN (SELECT value FROM json_each(?)) AND posted_at > ?"
            " ORDER BY posted_at DESC, id DESC",
            [sorted(branches), since],
        )

    def due(self, now: datetime) -> list[Announcement]:
        """Return the scheduled announcements whose time has come, oldest first."""
        return self._announcements(
            "WHERE state = 'scheduled' AND post_at <= ? ORDER BY post_at, id", [now]
        )

    def assign(self, number: int, branch: str) -> None:
        """Say which branch (slug) a draft is for."""
        self._run("UPDATE announcements SET branch = ? WHERE id = ?", [branch, number])

    def rewrite(self, number: int, text: str, styles: Sequence[StyleRange] = ()) -> None:
        """Replace the text, and with it how it is formatted."""
        self._run(
            "UPDATE announcements SET text = ?, styles = ? WHERE id = ?",
            [text, list(styles), number],
        )

    def adopt(self, number: int, author: str) -> None:
        """Let somebody (an account id) be who wants it, in place of whoever wrote it."""
        self._run("UPDATE announcements SET author = ? WHERE id = ?", [author, number])

    def say_in_public(self, number: int, text: str | None) -> None:
        """Set what public destinations get instead of the text; None for the same."""
        self._run("UPDATE announcements SET public_text = ? WHERE id = ?", [text, number])

    def put_on_page(self, number: int, on_page: OnPage) -> None:
        """Keep how much of a draft its admin is shown to be on the public page."""
        self._run("UPDATE announcements SET on_page = ? WHERE id = ?", [on_page, number])

    def page_changes(self, number: int, now: datetime) -> None:
        """Note that what is on the public page becomes something else."""
        self._version += 1
        self._run("UPDATE announcements SET page_changed_at = ? WHERE id = ?", [now, number])

    def reschedule(self, number: int, post_at: datetime | None) -> None:
        """Set when it is to be posted; None is at once."""
        self._run("UPDATE announcements SET post_at = ? WHERE id = ?", [post_at, number])

    def move_to(
        self,
        number: int,
        state: State,
        *,
        approver: str | None = None,
        posted_at: datetime | None = None,
    ) -> None:
        """Put it into another state; an `approver` or `posted_at` that is None stays as it was.

        What is dropped was never posted: its text and files are forgotten with the decision.
        """
        if state is State.DROPPED:
            self.rewrite(number, "")
            self.say_in_public(number, None)
            self._run("DELETE FROM announcement_files WHERE announcement = ?", [number])
        self._run(
            "UPDATE announcements SET state = ?, approver = coalesce(?, approver),"
            " posted_at = coalesce(?, posted_at), kept_at = NULL WHERE id = ?",
            [state, approver, posted_at, number],
        )

    def discard(self, number: int) -> None:
        """Delete an announcement that was never posted, files and all; one that is kept stays."""
        self._run("DELETE FROM announcements WHERE id = ? AND kept_at IS NULL", [number])

    def attach(self, number: int, file: int) -> None:
        """Add a file at the end."""
        self._run(
            "INSERT INTO announcement_files (announcement, position, file)"
            " SELECT ?1, coalesce(max(position), 0) + 1, ?2 FROM announcement_files"
            " WHERE announcement = ?1",
            [number, file],
        )

    def detach_all(self, number: int) -> None:
        """Take all files off an announcement; those that nothing else needs are tidied away."""
        self._run("DELETE FROM announcement_files WHERE announcement = ?", [number])

    def describe(self, number: int, position: int, description: str) -> None:
        """Give the file at a position its description."""
        self._run(
            "UPDATE announcement_files SET description = ? WHERE announcement = ? AND position = ?",
            [description, number, position],
        )

    def stand(self, number: int, destination: str, reference: dict[str, Any] | None) -> None:
        """Record where an announcement stands at a destination; None when it no longer does."""
        self._insert(
            "posts",
            "ON CONFLICT (announcement, destination) DO UPDATE SET reference = excluded.reference",
            announcement=number,
            destination=destination,
            reference=reference,
        )

    def standing(self, number: int) -> dict[str, dict[str, Any]]:
        """Return the destinations at which an announcement stands, each with its reference."""
        rows = self._db.execute(
            "SELECT destination, reference FROM posts WHERE announcement = ?"
            " AND reference IS NOT NULL ORDER BY rowid",
            [number],
        )
        return {row[0]: json.loads(row[1]) for row in rows}

    def plan_posts(self, number: int, destination: str, keys: Collection[str]) -> None:
        """Keep the names under which posts will stand, to find them should sending them fail."""
        for key in keys:
            self._insert_new("planned_posts", announcement=number, destination=destination, key=key)

    def planned_posts(self, number: int) -> dict[str, list[str]]:
        """Return the names under which posts may stand at each destination, in order."""
        found: dict[str, list[str]] = {}
        for destination, key in self._db.execute(
            "SELECT destination, key FROM planned_posts WHERE announcement = ?"
            " ORDER BY destination, key",
            [number],
        ):
            found.setdefault(destination, []).append(key)
        return found

    def forget_planned_posts(self, number: int, destination: str) -> None:
        """Forget the names once nothing stands under them any more."""
        self._run(
            "DELETE FROM planned_posts WHERE announcement = ? AND destination = ?",
            [number, destination],
        )

    def _announcements(self, rest: str, values: Sequence[Any]) -> list[Announcement]:
        rows = self._db.execute(
            f"SELECT {_ROWS.columns} FROM announcements {rest}",  # noqa: S608 -- constants
            values,
        )
        found = [_ROWS.read(row, files=self._files(row[0])) for row in rows.fetchall()]
        return [replace(one, styles=tuple(known_styles(one.styles))) for one in found]

    def _files(self, number: int) -> tuple[AttachedFile, ...]:
        found = self._all(
            _FILES,
            "FROM announcement_files AS a JOIN files AS f ON f.id = a.file"
            " WHERE a.announcement = ? ORDER BY a.position",
            [number],
        )
        return tuple(found)
