"""Reading an envelope: whom it is from, what it says to the bot, and which files came with it.

Field names are those of signal-cli's `JsonMessageEnvelope`. Fields that are left out, null, unknown
or of another type never lose the words and their sender. What somebody said to the bot in a way
that is not known here has a *shape*: the name of the field, or of signal-cli's exception, and
nothing of what was said. See `relay.signal.unreadable`.
"""

import hashlib
import json
import re
from typing import Any, NamedTuple
from uuid import UUID

from relay.signal.fields import MOST, Part, part_of, parts_of, text_of, whole_of

LONG_TEXT = "text/x-signal-plain"
"""Signal sends a text of more than 2,000 bytes as a file of this type. signal-cli puts the text
together and lists the file all the same."""

MISSING = "missing:"
"""Begins the id that stands for a file which signal-cli itself could not fetch, and gave none."""

_OF_FILES = ("contentType", "uploadTimestamp", "isVoiceNote")
"""Fields by which a `JsonAttachment` is known, wherever it stands."""

_QUIET = frozenset(
    {
        "adminDelete",
        "groupCallUpdate",
        "groupInfo",
        "mentions",
        "pinMessage",
        "pollTerminate",
        "pollVote",
        "previews",
        "quote",
        "storyContext",
        "textStyles",
        "unpinMessage",
    }
)
"""Parts of a `JsonDataMessage` that say nothing by themselves."""

_POINTING = ("pinMessage", "unpinMessage", "pollTerminate", "pollVote")
"""Those of them that point at a message of the chat; see `relay.signal.marks`."""

_KINDS = frozenset(
    {
        "callMessage",
        "dataMessage",
        "editMessage",
        "receiptMessage",
        "source",
        "sourceName",
        "sourceNumber",
        "sourceUuid",
        "storyMessage",
        "syncMessage",
        "typingMessage",
    }
)
"""Fields of a `JsonMessageEnvelope` that are known here; of those with a number, none matters."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}", re.ASCII)


class FileTraits(NamedTuple):
    """What signal-cli tells of a file (`JsonAttachment`) besides where it lies.

    Attributes:
        kind: its media type.
        size: in bytes.
        width: of a picture or a film, in pixels; 0 where that is not told.
        height: the same.
    """

    kind: str
    size: int
    width: int
    height: int


def person_of(envelope: Part) -> str | None:
    """The sender's account id, or None. Who shares no number has it as their `source`, too."""
    for name in ("sourceUuid", "source"):
        value = envelope.get(name)
        try:
            if isinstance(value, str) and len(value) == 36:
                return str(UUID(value))
        except ValueError:
            continue
    return None


def timestamp_of(envelope: Part) -> int:
    """When it was sent, in milliseconds, which with its sender names a message.

    Where it is not told: that of its content, and else a number that the same envelope has again.
    """
    for part in (envelope, content_of(envelope) or {}):
        if told := whole_of(part.get("timestamp")):
            return told
    text = json.dumps(envelope, sort_keys=True, default=str)
    return int.from_bytes(hashlib.sha256(text.encode(errors="replace")).digest()[:6]) % MOST


def content_of(envelope: Part) -> Part | None:
    """The `JsonDataMessage` of a message or of an edit; None where there is none."""
    content = envelope.get("dataMessage")
    if content is None:
        content = part_of(envelope.get("editMessage")).get("dataMessage")
    return content if isinstance(content, dict) else None


def stored_content_of(params: Part) -> Part:
    """The `JsonDataMessage` of a stored envelope; an empty one where there is none."""
    return content_of(part_of(params.get("envelope"))) or {}


def words_of(params: Part) -> str:
    """The text of a stored envelope; none where there is none."""
    content = stored_content_of(params)
    return text_of(content.get("message"))


def quoted_of(params: Part) -> int | None:
    """The timestamp of the message that a stored envelope quotes, or None."""
    content = stored_content_of(params)
    return whole_of(part_of(content.get("quote")).get("id"))


def edited_of(envelope: Part) -> int | None:
    """The timestamp of the message that this one is an edit of, or None."""
    if envelope.get("dataMessage") is not None:
        return None
    return whole_of(part_of(envelope.get("editMessage")).get("targetSentTimestamp"))


def is_call(params: Part) -> bool:
    """Whether a stored envelope is somebody who rings the bot; what follows of a call is not."""
    return _rings(part_of(params.get("envelope")))


def _rings(envelope: Part) -> bool:
    return bool(part_of(part_of(envelope.get("callMessage")).get("offerMessage")))


def speaks_directly(envelope: Part) -> bool:
    """Whether somebody does something in their chat with the bot that can be read, or rings it."""
    if _rings(envelope):
        return True
    content = content_of(envelope)
    if content is None or content.get("groupInfo") is not None:
        return False
    return bool(
        has_words(content)
        or part_of(content.get("sticker"))
        or whole_of(part_of(content.get("reaction")).get("targetSentTimestamp")) is not None
        or whole_of(part_of(content.get("remoteDelete")).get("timestamp")) is not None
        or sets_timer(content)
        or _points(content)
    )


def _points(content: Part) -> bool:
    return any(part_of(content.get(name)) for name in _POINTING)


def sets_timer(content: Part) -> bool:
    """Whether a message says nothing but how long messages stay in the chat from now on."""
    return content.get("isExpirationUpdate") is True and not has_words(content)


def has_words(content: Part) -> bool:
    """Whether a message has words or files, which count for more than whatever else it is.

    Signal's apps send an emoji, a deletion, a pin or a timer as messages of their own. What comes
    with words all the same must not take them away.
    """
    return bool(text_of(content.get("message")) or parts_of(content.get("attachments")))


def shape_of(envelope: Part) -> str | None:
    """The shape of what an envelope says to the bot and cannot be read; None where all can be."""
    if speaks_directly(envelope):
        return "sender" if person_of(envelope) is None else None
    content = content_of(envelope)
    if content is not None:
        if content.get("groupInfo") is not None:
            return None
        # A newer version that says nothing: what it was to become is not known.
        nothing = None if edited_of(envelope) is None else "editMessage"
        return next((f"dataMessage.{name}" for name in _unknown(content)), nothing)
    for name in ("dataMessage", "editMessage"):
        if envelope.get(name):
            return name
    unknown = (name for name in envelope if name not in _KINDS and _says(envelope[name]))
    return next((f"envelope.{name_of(name)}" for name in unknown), None)


def _unknown(content: Part) -> list[str]:
    """The names of the parts that may say something and cannot be read, in their order."""
    return [name_of(name) for name in content if name not in _QUIET and _says(content[name])]


def is_known_beside_words(content: Part) -> bool:
    """Whether a message has nothing but words, files, and what is known to say nothing more.

    A mark of any kind, or a sticker, says something of its own beside words.
    """
    more = {*_unknown(content)} - {"message", "attachments"}
    if has_words(content):
        return not more and not _points(content)
    return more <= {"sticker"}


def _says(value: Any) -> bool:
    """Whether a value may hold words: flags and numbers do not."""
    return isinstance(value, str | dict | list) and bool(value)


def name_of(value: Any) -> str:
    """A name of a field or a class of signal-cli's; anything else might be somebody's words."""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else "other"


def attachments(params: Part) -> list[Part]:
    """Return how a stored envelope describes the files it brought, in order, each once by `id`.

    One that signal-cli could not fetch has an id that begins with `MISSING`. A text that was too
    long for its message is no file of its sender's.
    """
    content = stored_content_of(params)
    has_text = bool(text_of(content.get("message")))
    named: dict[str, Part] = {}
    for place, file in enumerate(parts_of(content.get("attachments"))):
        if has_text and file.get("contentType") == LONG_TEXT:
            continue
        name = text_of(file.get("id")) or f"{MISSING}{place}"
        named.setdefault(name, {**file, "id": name})
    return list(named.values())


def traits_of(params: Part) -> tuple[FileTraits, ...]:
    """Return what is told of the files of a stored envelope, as far as a forward of them has it.

    Signal uploads a file anew for each message, so neither its id nor its key is the same then.
    """
    return tuple(
        FileTraits(
            text_of(file.get("contentType")),
            whole_of(file.get("size")) or 0,
            whole_of(file.get("width")) or 0,
            whole_of(file.get("height")) or 0,
        )
        for file in attachments(params)
        if whole_of(file.get("size"))
    )


def file_ids(envelope: Any) -> list[str]:
    """Return the ids of all files that came with an envelope of whatever kind, each once.

    signal-cli puts them on its disk: what people share in groups, their stories, the thumbnails of
    quotes and links, long texts. It describes each as a `JsonAttachment`, wherever it stands.
    """
    found: dict[str, None] = {}
    waiting = [envelope]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(part.get("id"), str) and any(name in part for name in _OF_FILES):
                found[part["id"]] = None
            waiting.extend(reversed(part.values()))
        elif isinstance(part, list):
            waiting.extend(reversed(part))
    found.pop("", None)
    return list(found)
