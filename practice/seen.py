"""Messages as they stand on somebody's screen, and how an app quotes one."""

from dataclasses import dataclass, replace

from practice.attachments import Attachment
from practice.chats import Chat
from practice.messages import (
    THUMBNAIL,
    Content,
    Mention,
    Message,
    Quote,
    QuotedFile,
    ReceiptKind,
)
from practice.world import World


@dataclass(frozen=True)
class SeenMessage:
    """A message as it stands on somebody's screen.

    Args:
        chat: the group's internal id, or both account ids joined by `+`.
        sender, sender_name, sender_number: who wrote it; the number is None while hidden.
        timestamp: of the original, in milliseconds.
        newest: of the newest version, by which this phone names the message.
        text: the newest version; empty once deleted.
        history: every version's text, the original first.
        reactions: emoji by account id.
        multiple: for a poll, whether several options may be chosen.
        votes: for a poll, the chosen options (from 0) by account id.
        receipts: account ids by `delivery`, `read` and `viewed`.
        timer: seconds after which it disappears, from when it was read; 0 is never.
    """

    chat: str
    sender: str
    sender_name: str
    sender_number: str | None
    timestamp: int
    newest: int
    text: str
    history: tuple[str, ...]
    deleted: bool
    reactions: dict[str, str]
    attachments: tuple[Attachment, ...]
    quote: Quote | None
    mentions: tuple[Mention, ...]
    content: Content
    question: str
    options: tuple[str, ...]
    multiple: bool
    votes: dict[str, tuple[int, ...]]
    poll_closed: bool
    receipts: dict[ReceiptKind, frozenset[str]]
    timer: int

    def as_of(self, version: int) -> "SeenMessage":
        """Return it as it was when its newest version was the one of this timestamp."""
        return replace(self, newest=version)


def look_at(world: World, chat: Chat, message: Message) -> SeenMessage:
    """A message as everybody who holds it sees it now."""
    sender = world.people[message.author]
    content, poll = message.content, message.poll
    return SeenMessage(
        chat=chat.id,
        sender=sender.aci,
        sender_name=sender.name,
        sender_number=sender.visible_number,
        timestamp=message.timestamp,
        newest=message.newest,
        text=content.text,
        history=tuple(revision.content.text for revision in message.revisions),
        deleted=message.deleted,
        reactions=dict(message.reactions),
        attachments=content.attachments,
        quote=content.quote,
        mentions=content.mentions,
        content=content,
        question=poll.question if poll else "",
        options=poll.options if poll else (),
        multiple=bool(poll and poll.allow_multiple),
        votes=dict(poll.votes) if poll else {},
        poll_closed=bool(poll and poll.closed),
        receipts={kind: frozenset(acis) for kind, acis in message.receipts.items()},
        timer=message.timer,
    )


def quote_of(seen: SeenMessage) -> Quote:
    """A message as an app quotes it: named by its newest version, pictures as small ones."""
    files = tuple(
        QuotedFile(
            file.content_type,
            file.filename,
            THUMBNAIL if file.content_type.startswith("image/") else None,
        )
        for file in seen.attachments
    )
    return Quote(seen.newest, seen.sender, seen.text, seen.mentions, seen.content.styles, files)
