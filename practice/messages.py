"""Messages as phones hold them: with edits, reactions, votes, receipts and deletion."""

from dataclasses import dataclass, field, replace
from typing import Literal

from practice.attachments import Attachment

ReceiptKind = Literal["delivery", "read", "viewed"]

# Phones drop an edit or a remote delete that reaches them later than this after the message:
# RECEIVE_THRESHOLD in MessageConstraintsUtil of Signal-Android.
CHANGE_WINDOW_MS = 2 * 24 * 60 * 60 * 1000

# Phones drop an edit of a message that was edited this often: maxReceiveEdits in EditManagerImpl of
# Signal-iOS. The apps themselves stop at ten and after a day (maxSendEdits; MAX_EDIT_COUNT in
# Signal-Android), but nobody holds others to that.
EDITS_AT_MOST = 100


@dataclass(frozen=True)
class Mention:
    """Somebody named in a text; `start` and `length` count UTF-16 units."""

    start: int
    length: int
    aci: str


@dataclass(frozen=True)
class TextStyle:
    """A styled stretch of a text; `start` and `length` count UTF-16 units."""

    start: int
    length: int
    style: str


@dataclass(frozen=True)
class QuotedFile:
    """A file of a quoted message; apps send a small picture of it along where it has one."""

    content_type: str
    filename: str | None = None
    thumbnail: Attachment | None = None


THUMBNAIL = Attachment(b"\xff\xd8\xff\xd9", "image/jpeg", width=1, height=1)
"""The small picture that goes with a quoted one."""


@dataclass(frozen=True)
class Quote:
    """The message that another one answers, as its author quoted it."""

    timestamp: int
    author: str
    text: str
    mentions: tuple[Mention, ...] = ()
    styles: tuple[TextStyle, ...] = ()
    files: tuple[QuotedFile, ...] = ()


@dataclass(frozen=True)
class Preview:
    """A link preview; the picture is optional."""

    url: str
    title: str
    description: str = ""
    image: Attachment | None = None


@dataclass(frozen=True)
class SharedContact:
    """A card from somebody's address book."""

    given: str
    family: str | None = None
    number: str | None = None
    email: str | None = None
    town: str | None = None
    street: str | None = None
    postcode: str | None = None
    picture: Attachment | None = None


@dataclass(frozen=True)
class Content:
    """What somebody sends: a text and what goes with it.

    Args:
        sticker: the pack's id, a colon and the number of the sticker in it.
        payment: the note of a payment, empty for none; None where nothing is paid.
        story: the story that is answered, as its author's account id and its timestamp.
    """

    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    quote: Quote | None = None
    mentions: tuple[Mention, ...] = ()
    styles: tuple[TextStyle, ...] = ()
    previews: tuple[Preview, ...] = ()
    sticker: str | None = None
    view_once: bool = False
    contacts: tuple[SharedContact, ...] = ()
    payment: str | None = None
    story: tuple[str, int] | None = None


@dataclass(frozen=True)
class Revision:
    """One version of a message's content and the timestamp it was sent with."""

    timestamp: int
    content: Content


@dataclass
class Poll:
    """A poll, who voted for which option (counted from 0), and how often they have voted."""

    question: str
    options: tuple[str, ...]
    allow_multiple: bool
    votes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    closed: bool = False


@dataclass
class Message:
    """A message in a chat.

    Args:
        author: account id of who wrote it.
        timestamp: milliseconds; with the author, the message's identity for ever.
        revisions: its versions, the original first.
        missed: account ids of members it did not reach.
        timer: seconds after which phones let it disappear; 0 is never.
        counting: by account id, since when (milliseconds) a phone counts them: its author's from
            when it was sent, anybody else's from when they have read it.
    """

    author: str
    timestamp: int
    revisions: list[Revision]
    missed: frozenset[str] = frozenset()
    timer: int = 0
    poll: Poll | None = None
    deleted: bool = False
    counting: dict[str, int] = field(default_factory=dict)
    reactions: dict[str, str] = field(default_factory=dict)
    receipts: dict[ReceiptKind, set[str]] = field(
        default_factory=lambda: {"delivery": set(), "read": set(), "viewed": set()}
    )

    def count_down(self, aci: str, now: int) -> None:
        """Let a phone begin to count, unless it does already."""
        if self.timer:
            self.counting.setdefault(aci, now)

    def has_run_out(self, aci: str, now: int) -> bool:
        """Whether it has disappeared from a phone by `now` (milliseconds)."""
        return aci in self.counting and now - self.counting[aci] >= self.timer * 1000

    @property
    def content(self) -> Content:
        """The newest version; empty once deleted."""
        return Content() if self.deleted else self.revisions[-1].content

    @property
    def text(self) -> str:
        """The newest version's text."""
        return self.content.text

    def may_change(self, now: int) -> bool:
        """Whether a phone still accepts an edit or a remote delete at `now` (milliseconds)."""
        return not self.deleted and now - self.timestamp < CHANGE_WINDOW_MS

    @property
    def newest(self) -> int:
        """The timestamp of the newest version, by which apps name the message from then on."""
        return self.revisions[-1].timestamp

    def takes_edit(self, target: int, now: int) -> bool:
        """Whether phones follow an edit that names the version `target`, at `now`.

        It must be the newest: on Signal-iOS an edit of an older one changes what nobody sees (see
        `wasRead` in EditMessageWrapper), on Signal-Android the message then stands there twice
        (`insertEditMessageInbox` in MessageTable). Some kinds are never edited:
        `editMessageTypeSupported` in EditManagerImpl, `validTarget` in EditMessageProcessor.
        """
        content = self.content
        fixed = bool(
            self.poll
            or content.view_once
            or content.contacts
            or content.sticker
            or any(file.content_type.startswith("audio/") for file in content.attachments)
        )
        often = len(self.revisions) > EDITS_AT_MOST
        return self.may_change(now) and target == self.newest and not fixed and not often

    def revised(self, edit: Content) -> Content:
        """What phones show once an edit came: its words, and the files that were there before.

        `reconcileBodyMediaAttachments` in EditManagerAttachmentsImpl (Signal-iOS),
        `handleEditMediaMessage` in EditMessageProcessor (Signal-Android, which keeps only a long
        text of what an edit brings) and `handleEditMessage` in Signal-Desktop. A quote can be
        taken away but not changed.
        """
        before = self.content
        quote = before.quote if edit.quote else None
        return replace(edit, attachments=before.attachments, quote=quote)
