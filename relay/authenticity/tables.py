"""The tables of what is false, of what was sent to groups, and of files' prints."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.media.prints import Prints
from relay.store.marks import mark
from relay.store.table import Rows, Table

_MARK_BYTES = 16


class Stage(StrEnum):
    """How far a warning has come."""

    ASKED = "asked"
    """One admin has said yes; the branch wants two."""
    STANDING = "standing"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class FalseClaim:
    """Something that admins say is false.

    Attributes:
        number: by which they know it.
        branch: slug of whose admins say so.
        text: what it is, in words that everybody may read.
        stage: how far it has come.
        at: since when it is there.
        ended_at: since when it is taken back.
        entry: by what the branch's signed feed knows it; None where there is none.
    """

    number: int
    branch: str
    text: str = field(repr=False)
    stage: Stage
    at: datetime
    ended_at: datetime | None = None
    entry: int | None = None


@dataclass(frozen=True)
class PostedRow:
    """A post of a branch as the store has it; `changed_at` is when it was last changed."""

    id: int
    branch: str
    text: str = field(repr=False)
    public_text: str | None = field(repr=False)
    is_retracted: bool
    is_on_page: bool
    posted_at: datetime
    changed_at: datetime | None


@dataclass(frozen=True)
class TextSent:
    """What is known of a text that was once sent to groups: never the text."""

    announcement: int | None
    at: datetime


_CLAIMS = Rows(FalseClaim)
_POSTED = Rows(
    PostedRow,
    is_retracted="state = 'retracted'",
    is_on_page="on_page != 'nothing'",
    changed_at=(
        "(SELECT max(o.created_at) FROM operations AS o"
        " WHERE o.announcement = announcements.id AND o.kind != 'post')"
    ),
)
_SENT = Rows(TextSent)


class FalseClaims(Table):
    """The tables false_claims and false_claim_authors."""

    def add(self, branch: str, text: str, stage: Stage, now: datetime) -> int:
        """Keep one and return its number."""
        return self._insert("false_claims", branch=branch, text=text, stage=stage, at=now)

    def get(self, number: int) -> FalseClaim | None:
        """Return one, or None."""
        return self._one(_CLAIMS, "FROM false_claims WHERE number = ?", [number])

    def at(self, stage: Stage) -> list[FalseClaim]:
        """Return those that have come so far, the newest first."""
        return self._all(_CLAIMS, "FROM false_claims WHERE stage = ? ORDER BY number DESC", [stage])

    def save(self, claim: FalseClaim) -> None:
        """Keep one as it is now."""
        self._save("false_claims", _CLAIMS, claim)

    def forget(self, number: int) -> None:
        """Forget one that nobody agreed to."""
        self._run("DELETE FROM false_claim_authors WHERE claim = ?", [number])
        self._run("DELETE FROM false_claims WHERE number = ?", [number])

    def wait(self, number: int, author: str) -> None:
        """Keep who waits for another admin, by account id."""
        self._insert("false_claim_authors", claim=number, author=author)

    def author(self, number: int) -> str | None:
        """Return who waits for another admin."""
        found = self._value("SELECT author FROM false_claim_authors WHERE claim = ?", [number])
        return None if found is None else str(found)

    def end_waiting(self, number: int) -> None:
        """Forget who waited."""
        self._run("DELETE FROM false_claim_authors WHERE claim = ?", [number])

    def forget_before(self, asked: datetime, *, ended_before: datetime) -> None:
        """Forget what nobody agreed to since before a moment, and what is taken back for long."""
        for number in self._values(
            "SELECT number FROM false_claims WHERE ended_at < ? OR (stage = 'asked' AND at < ?)",
            [ended_before, asked],
        ):
            self.forget(number)


class ToldWarnings(Table):
    """The table told_warnings: of which warnings those who had asked were told."""

    def all(self) -> dict[tuple[str, int], str]:
        """Return the text of each, by its source and number."""
        rows = self._db.execute("SELECT source, number, text FROM told_warnings")
        return {(row[0], row[1]): row[2] for row in rows.fetchall()}

    def add(self, source: str, number: int, text: str, now: datetime) -> None:
        """Note that they are told of one."""
        self._insert_new("told_warnings", source=source, number=number, text=text, at=now)

    def remove(self, source: str, number: int) -> None:
        """Note that they are told that it was wrong."""
        self._run("DELETE FROM told_warnings WHERE source = ? AND number = ?", [source, number])


class PostedTexts(Table):
    """What branches have posted, as the store has it."""

    def newest(self, branches: Collection[str], most: int) -> list[PostedRow]:
        """Return posts of branches (slugs), those taken back among them, the newest first."""
        return self._all(
            _POSTED,
            "FROM announcements WHERE state IN ('posted', 'retracted') AND posted_at IS NOT NULL"
            " AND branch IN (SELECT value FROM json_each(?))"
            " ORDER BY posted_at DESC, id DESC LIMIT ?",
            [sorted(branches), most],
        )

    def files(self) -> dict[int, list[tuple[int, str]]]:
        """Return the ids and media types of the files of each announcement."""
        found: dict[int, list[tuple[int, str]]] = {}
        rows = self._db.execute(
            "SELECT a.announcement, f.id, f.media_type FROM announcement_files AS a"
            " JOIN files AS f ON f.id = a.file ORDER BY a.announcement, a.position"
        )
        for announcement, file, media_type in rows.fetchall():
            found.setdefault(announcement, []).append((file, media_type))
        return found

    def places(self) -> dict[int, list[str]]:
        """Return the lanes of public places at which each announcement stands."""
        found: dict[int, list[str]] = {}
        rows = self._db.execute(
            "SELECT announcement, destination FROM posts WHERE reference IS NOT NULL"
        )
        for announcement, destination in rows.fetchall():
            found.setdefault(announcement, []).append(destination)
        return found


class SentMarks(Table):
    """The tables sent_key and sent_marks: what was sent to groups, by keyed hash."""

    def note(self, text: str, announcement: int | None, now: datetime) -> None:
        """Note that a text (`Prepared.canonical`) was sent."""
        self._insert_new("sent_marks", mark=self._mark(text), announcement=announcement, at=now)

    def find(self, text: str) -> TextSent | None:
        """Return what is known of a text, or None if it was never sent."""
        return self._one(_SENT, "FROM sent_marks WHERE mark = ?", [self._mark(text)])

    def forget_before(self, moment: datetime) -> None:
        """Forget what was sent before a moment."""
        self._run("DELETE FROM sent_marks WHERE at < ?", [moment])

    def _mark(self, text: str) -> bytes:
        return mark(self._key_of("sent_key", id=1), _MARK_BYTES, "sent", text)


class FollowedMarks(Table):
    """The table followed_marks: what those have posted whom a branch follows, by keyed hash."""

    def note(self, text: str, feed: str, number: int, now: datetime) -> None:
        """Note what a post says (`Prepared.canonical`)."""
        made = self._mark(text)
        self._insert_new("followed_marks", mark=made, feed=feed, number=number, at=now)

    def find(self, text: str) -> tuple[str, int] | None:
        """Return the feed and the number of the post that once said a text, or None."""
        row = self._db.execute(
            "SELECT feed, number FROM followed_marks WHERE mark = ?", [self._mark(text)]
        ).fetchone()
        return None if row is None else (str(row[0]), int(row[1]))

    def forget_before(self, moment: datetime) -> None:
        """Forget what was noted before a moment."""
        self._run("DELETE FROM followed_marks WHERE at < ?", [moment])

    def _mark(self, text: str) -> bytes:
        return mark(self._key_of("sent_key", id=1), _MARK_BYTES, "followed", text)


class FilePrints(Table):
    """The tables file_prints and asked_prints."""

    def waiting(self, most: int) -> list[int]:
        """Return the ids of posts' files whose prints are not made yet."""
        return self._values(
            "SELECT DISTINCT a.file FROM announcement_files AS a JOIN announcements AS n"
            " ON n.id = a.announcement WHERE n.state = 'posted'"
            " AND a.file NOT IN (SELECT file FROM file_prints) LIMIT ?",
            [most],
        )

    def keep(self, file: int, prints: Prints | None) -> None:
        """Keep the prints of a post's file; None for one that has none."""
        text = "" if prints is None else prints.to_json()
        self._insert_new("file_prints", file=file, prints=text)

    def all(self) -> Mapping[int, Prints]:
        """Return the prints of posts' files, by the file's id."""
        rows = self._db.execute("SELECT file, prints FROM file_prints WHERE prints != ''")
        return {row[0]: Prints.from_json(row[1]) for row in rows.fetchall()}

    def arrived(self, inbox: int, attachment: str, prints: str) -> None:
        """Keep what was made of a file that somebody asks about, until they are answered."""
        self._insert_new("asked_prints", inbox=inbox, attachment=attachment, prints=prints)

    def asked(self, inbox: int) -> list[Prints]:
        """Return what was made of the files of an envelope."""
        question = "SELECT prints FROM asked_prints WHERE inbox = ? ORDER BY rowid"
        return [Prints.from_json(text) for text in self._values(question, [inbox])]

    def forget_asked(self, inbox: int) -> None:
        """Forget it: they are answered."""
        self._run("DELETE FROM asked_prints WHERE inbox = ?", [inbox])

    def forget_answered(self) -> None:
        """Forget what belongs to an envelope that was handled in another way."""
        self._run(
            "DELETE FROM asked_prints WHERE inbox IN"
            " (SELECT id FROM inbox WHERE state != 'waiting')"
        )
