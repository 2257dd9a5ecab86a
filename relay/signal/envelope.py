"""Reading a webhook notification: what it is, whom it is from, and whether anybody wants it.

Field names are those of signal-cli's JSON-RPC `receive` notification. Only what a person says to
the bot in a direct message is kept. Everything else (typing, receipts, calls, stories, our own
other devices, what people say in groups) is acknowledged and dropped without being stored. A vote
in a poll of ours is counted.

Fields that are left out, null, unknown or of another type never lose the words and their sender.
What somebody said to the bot in a way that is not known here has a *shape*: the name of the field,
or of signal-cli's exception, and nothing of what was said. See `relay.signal.unreadable`.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from relay.signal.fields import MOST, Part, list_of, part_of, parts_of, text_of, whole_of

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

POINTING = ("pinMessage", "unpinMessage", "pollTerminate")
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

_NOTHING_LOST = ("Duplicate", "SelfSend")
"""In the names of signal-cli's exceptions about a message that has come before, or is our own."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}", re.ASCII)


@dataclass(frozen=True)
class Vote:
    """A vote in a poll.

    Attributes:
        poll: the poll's own timestamp, which names it.
        choices: places of the chosen answers, from 0; empty where somebody took theirs back.
        count: how often this person has voted in this poll, this one included.
        group: in which it was, by its internal id; empty outside of groups.
    """

    poll: int
    choices: tuple[int, ...] = field(repr=False)
    count: int
    group: str = field(default="", repr=False)


@dataclass(frozen=True)
class SaidInGroup:
    """What somebody wrote into a group. It is looked at and kept nowhere.

    Attributes:
        person: the account id of who wrote it.
        group: in which it was, by its internal id.
    """

    person: str = field(repr=False)
    group: str = field(repr=False)
    text: str = field(repr=False)


class MalformedNotification(Exception):
    """The body is not a `receive` notification of signal-cli."""


class OtherLine(Exception):
    """The body is another line of signal-cli, such as the answer to a call.

    Up to 0.98 the API server posts every line to the webhook.
    """


@dataclass(frozen=True)
class Notification:
    """One notification that was understood.

    Attributes:
        account: the number it came in on; empty where it is not told.
        source: the sender's account id (ACI), or None where Signal did not tell.
        timestamp: the envelope's own, in milliseconds.
        params: what is stored: `{"envelope": {…}, "account": …}`.
        exception: the name of signal-cli's exception where it could not read the message itself.
    """

    account: str = field(repr=False)
    source: str | None = field(repr=False)
    timestamp: int
    params: Part = field(repr=False)
    exception: str = ""

    @property
    def is_for_us(self) -> bool:
        """Whether a person said something to the bot in a direct message."""
        return self.source is not None and speaks_directly(self.params["envelope"])

    @property
    def unreadable(self) -> str | None:
        """The shape of what cannot be read and was, or may have been, said to the bot; else None.

        It begins with `exception.` where signal-cli could not read it, with `envelope.` where it is
        of a new kind altogether, and is `sender` where it is not known whom it is from.
        """
        if self.exception:
            quiet = any(one in self.exception for one in _NOTHING_LOST)
            return None if quiet else f"exception.{self.exception}"
        return shape_of(self.params["envelope"])

    @property
    def is_withheld(self) -> bool:
        """Whether signal-cli keeps back what was said, because of a new key of the sender's.

        It delivers that, with this very timestamp, once the key is trusted.
        """
        return self.exception == "UntrustedIdentityException"

    @property
    def delivered_ms(self) -> int | None:
        """When Signal's servers handed it on, by their clock, in milliseconds; None if untold."""
        return whole_of(self.params["envelope"].get("serverDeliveredTimestamp")) or None

    @property
    def vote(self) -> Vote | None:
        """The vote it is, or None. It comes from a group, and of it only a count is kept."""
        content = part_of(self.params["envelope"].get("dataMessage"))
        vote = part_of(content.get("pollVote"))
        poll, count = whole_of(vote.get("targetSentTimestamp")), whole_of(vote.get("voteCount"))
        chosen = [whole_of(one) for one in list_of(vote.get("optionIndexes"))]
        choices = tuple(one for one in chosen if one is not None)
        if self.source is None or poll is None or count is None or len(choices) < len(chosen):
            return None
        group = text_of(part_of(content.get("groupInfo")).get("groupId"))
        return Vote(poll, choices, count, group)

    @property
    def said_in_group(self) -> SaidInGroup | None:
        """What somebody wrote into a group, also as a newer version of it; None if nothing."""
        content = content_of(self.params["envelope"]) or {}
        group = text_of(part_of(content.get("groupInfo")).get("groupId"))
        text = text_of(content.get("message"))
        if self.source is None or not group or not text:
            return None
        return SaidInGroup(self.source, group, text)

    @property
    def unwanted_files(self) -> list[str]:
        """The ids of the files that came along and that nobody will fetch."""
        wanted = {file["id"] for file in attachments(self.params)} if self.is_for_us else set()
        return [file for file in file_ids(self.params["envelope"]) if file not in wanted]

    @property
    def changes_groups(self) -> bool:
        """Whether it tells that a group was changed, so that what we know of it is out of date."""
        content = part_of(self.params["envelope"].get("dataMessage"))
        return part_of(content.get("groupInfo")).get("type") == "UPDATE"


def read_notification(body: Any) -> Notification:
    """Read the JSON body of a webhook call.

    Args:
        body: `{"jsonrpc": "2.0", "method": "receive", "params": {"envelope": {…}, "account": …}}`,
            already decoded.

    Raises:
        OtherLine: it is another line of signal-cli's JSON-RPC.
        MalformedNotification: it is nothing of signal-cli's.
    """
    if not isinstance(body, dict):
        raise MalformedNotification("not a receive notification")
    params = part_of(body.get("params"))
    exception = part_of(params.get("exception"))
    envelope = params.get("envelope") or ({} if exception else None)
    if body.get("method") != "receive" or not isinstance(envelope, dict):
        if body.get("jsonrpc") == "2.0":
            raise OtherLine
        raise MalformedNotification("not a receive notification")
    account = text_of(params.get("account"))
    return Notification(
        account=account,
        source=person_of(envelope),
        timestamp=timestamp_of(envelope),
        params={"envelope": envelope, "account": account},
        exception=_name(exception.get("type")) if exception else "",
    )


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


def words_of(params: Part) -> str:
    """The text of a stored envelope; none where there is none."""
    content = content_of(part_of(params.get("envelope"))) or {}
    return text_of(content.get("message"))


def quoted_of(params: Part) -> int | None:
    """The timestamp of the message that a stored envelope quotes, or None."""
    content = content_of(part_of(params.get("envelope"))) or {}
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
        text_of(content.get("message"))
        or parts_of(content.get("attachments"))
        or part_of(content.get("sticker"))
        or whole_of(part_of(content.get("reaction")).get("targetSentTimestamp")) is not None
        or whole_of(part_of(content.get("remoteDelete")).get("timestamp")) is not None
        or sets_timer(content)
        or any(part_of(content.get(name)) for name in POINTING)
    )


def sets_timer(content: Part) -> bool:
    """Whether a message says nothing but how long messages stay in the chat from now on."""
    says = text_of(content.get("message")) or parts_of(content.get("attachments"))
    return content.get("isExpirationUpdate") is True and not says


def shape_of(envelope: Part) -> str | None:
    """The shape of what an envelope says to the bot and cannot be read; None where all can be."""
    if speaks_directly(envelope):
        return "sender" if person_of(envelope) is None else None
    content = content_of(envelope)
    if content is not None:
        if content.get("groupInfo") is not None:
            return None
        return next((f"dataMessage.{name}" for name in _unknown(content)), None)
    for name in ("dataMessage", "editMessage"):
        if envelope.get(name):
            return name
    unknown = (name for name in envelope if name not in _KINDS and _says(envelope[name]))
    return next((f"envelope.{_name(name)}" for name in unknown), None)


def _unknown(content: Part) -> list[str]:
    """The names of the parts that may say something and cannot be read, in their order."""
    return [_name(name) for name in content if name not in _QUIET and _says(content[name])]


def is_known_beside_words(content: Part) -> bool:
    """Whether a message has nothing but words, files, and what is known to say nothing more."""
    return {"message", "attachments", "sticker"}.issuperset(_unknown(content))


def _says(value: Any) -> bool:
    """Whether a value may hold words: flags and numbers do not."""
    return isinstance(value, str | dict | list) and bool(value)


def _name(value: Any) -> str:
    """A name of a field or a class of signal-cli's; anything else might be somebody's words."""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else "other"


def attachments(params: Part) -> list[Part]:
    """Return how a stored envelope describes the files it brought, in order, each once by `id`.

    One that signal-cli could not fetch has an id that begins with `MISSING`. A text that was too
    long for its message is no file of its sender's.
    """
    content = content_of(part_of(params.get("envelope"))) or {}
    has_text = bool(text_of(content.get("message")))
    named: dict[str, Part] = {}
    for place, file in enumerate(parts_of(content.get("attachments"))):
        if has_text and file.get("contentType") == LONG_TEXT:
            continue
        name = text_of(file.get("id")) or f"{MISSING}{place}"
        named.setdefault(name, {**file, "id": name})
    return list(named.values())


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
