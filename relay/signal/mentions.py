"""Putting the name back where somebody is mentioned.

In Signal a mention is U+FFFC in the text and, beside it, whom it stands for; each phone shows a
name of its own. signal-cli passes on an account id and perhaps a number, never a name: in its
`org.asamk.signal.json.JsonMention`, `name` is the "legacy identifier". So the names are asked for,
and put into the text, before anything reads it: what a conversation sees is what the sender saw,
but for names that the sender alone has given to somebody.

Only people are named who are in a group of the bot's with who mentions them, whose phone shows that
name anyway. Everybody else whose name the server knows has written to the bot, perhaps to report
something: whoever puts an account id into a mention, which takes no more than an altered app, must
not learn from the answer that this is so, nor what they are called.

A mention whose name is not known, or not told, stays U+FFFC; the conversations say so.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from relay.delivery.errors import DeliveryError
from relay.signal.client import SignalClient
from relay.signal.errors import ApiUnreachable
from relay.signal.fields import part_of, parts_of, text_of, whole_of
from relay.signal.priority import Priority
from relay.signal.types import Contact, Group
from relay.store.inbox import InboxEntry
from relay.time.clock import Clock

PLACEHOLDER = "\ufffc"
"""What stands in a text for a mention (Signal-Android, `MentionAnnotation`; iOS, `MessageBody`)."""

ASK_AGAIN_AFTER = timedelta(seconds=30)
"""Names of people that were not known are asked for again no sooner than this."""

KEPT_FOR = timedelta(minutes=10)
"""How long a name is taken to be still somebody's."""

WAITED_FOR = timedelta(minutes=2)
"""How long a message waits for a server that does not answer."""

_MOST_LETTERS = 80
_TELLING = str.maketrans({"@": " ", "#": " ", "/": " ", ":": " ", "\\": " "})


class MentionNames:
    """Knows people's names for as long as it takes to put them into what was just written.

    Args:
        client: whom to ask.
        clock: the time.
    """

    def __init__(self, client: SignalClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._asked: datetime | None = None

    def is_needed(self, entry: InboxEntry) -> bool:
        """Whether an envelope mentions somebody whose name is not in its text yet."""
        return any(parts_of(part.get("mentions")) for part in _texts(entry))

    async def spell_out(self, entry: InboxEntry) -> None:
        """Put the names into the texts of an envelope that waits; the stored one does not change.

        Raises:
            DeliveryError: the server does not answer. After `WAITED_FOR` names count as unknown: a
                message, perhaps a report, does not wait for them any longer.
        """
        mentioned = {
            text_of(one.get("uuid")) for part in _texts(entry) for one in parts_of(part["mentions"])
        }
        try:
            await self._learn(mentioned, entry.source)
        except ApiUnreachable:
            if self._clock.now() - entry.received_at < WAITED_FOR:
                raise
        except DeliveryError:
            # An answer that cannot be read will not be read later either.
            pass
        names = self._shown_to(entry.source)
        for part in _texts(entry):
            for key in ("message", "text"):
                if written := text_of(part.get(key)):
                    named = named_in(written, parts_of(part["mentions"]), names)
                    part[key] = spelled_out(written, named)
                    if styles := parts_of(part.get("textStyles")):
                        part["textStyles"] = [moved(style, named) for style in styles]

    def _shown_to(self, sender: str) -> dict[str, str]:
        """The names of those who are in a group with the sender.

        Not the sender's own: in a report it would name them to those who read it.
        """
        own = self._known.get(sender, _Known("", frozenset()))
        return {
            person: known.name
            for person, known in self._known.items()
            if person != sender and known.name and known.groups & own.groups
        }

    async def _learn(self, people: Iterable[str], sender: str) -> None:
        now = self._clock.now()
        age = KEPT_FOR if self._asked is None else now - self._asked
        names = self._shown_to(sender)
        known = all(person in names for person in people if person != sender)
        if age < (KEPT_FOR if known else ASK_AGAIN_AFTER):
            return
        if age >= KEPT_FOR:
            # A name that may be another's by now is worse than none.
            self._known = {}
        contacts = await self._client.contacts()
        groups = await self._client.groups(priority=Priority.REPLY)
        self._known = _known(contacts, groups)
        self._asked = now


@dataclass(frozen=True)
class _Known:
    """Somebody's name, and the groups they are in with the bot."""

    name: str = field(repr=False)
    groups: frozenset[str] = field(repr=False)


def _known(contacts: Iterable[Contact], groups: Iterable[Group]) -> dict[str, _Known]:
    """What the server knows of people, by account id."""
    inside: dict[str, set[str]] = {}
    for group in groups:
        if group.member:
            for member in group.members:
                for identifier in filter(None, (member.account_id, member.number)):
                    inside.setdefault(identifier, set()).add(group.id)
    found = {}
    for one in contacts:
        by_number = inside.get(one.number, set()) if one.number else set()
        theirs = inside.get(one.account_id, set()) | by_number
        found[one.account_id] = _Known(one.name, frozenset(theirs))
    return found


def named_in(
    text: str, mentions: Iterable[Mapping[str, Any]], names: Mapping[str, str]
) -> list[tuple[int, int, str]]:
    """Return where people are mentioned whose names are known: start, end, and what to put there.

    Args:
        text: as written.
        mentions: `{"start", "length", "uuid"}` each, counted in UTF-16 units as all of Signal does;
            one that does not stand on a placeholder, or on another one's, is passed over.
        names: by account id.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    found = []
    done = 0
    for start, end, person in sorted(_ranges(mentions)):
        name = _plain(names.get(person))
        if start < done or not name:
            continue
        here = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        if not here or here.strip(PLACEHOLDER):
            continue
        found.append((start, end, f"@{name}"))
        done = end
    return found


def spelled_out(text: str, named: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with names where people are mentioned in it; see `named_in`."""
    units = text.encode("utf-16-le", "surrogatepass")
    pieces: list[bytes] = []
    done = 0
    for start, end, name in named:
        pieces += [units[2 * done : 2 * start], name.encode("utf-16-le")]
        done = end
    pieces.append(units[2 * done :])
    return b"".join(pieces).decode("utf-16-le", "surrogatepass")


def moved(style: Mapping[str, Any], named: Iterable[tuple[int, int, str]]) -> dict[str, Any]:
    """Return a `JsonTextStyle` as it stands once the names are in the text."""
    start, length = whole_of(style.get("start")), whole_of(style.get("length"))
    if start is None or length is None:
        return dict(style)
    begin, finish = start, start + length
    for place, end, name in named:
        more = len(name.encode("utf-16-le")) // 2 - (end - place)
        begin += more if end <= start else 0
        finish += more if end <= start + length else 0
    return {**style, "start": begin, "length": finish - begin}


def _ranges(mentions: Iterable[Mapping[str, Any]]) -> Iterable[tuple[int, int, str]]:
    for one in mentions:
        start, length = whole_of(one.get("start")), whole_of(one.get("length"))
        if start is not None and length:
            yield start, start + length, text_of(one.get("uuid"))


def _plain(name: str | None) -> str:
    """A name on one line, in which nothing is a link, a tag, a handle or a trick."""
    kept = "".join(
        char
        for char in (name or "").translate(_TELLING)
        if char.isspace() or char == "\u200d" or unicodedata.category(char)[0] != "C"
    ).replace(PLACEHOLDER, "")
    words = [word.strip(".") for word in kept.replace(".", ". ").split()]
    return " ".join(word for word in words if word)[:_MOST_LETTERS].strip()


def _texts(entry: InboxEntry) -> list[dict[str, Any]]:
    """The parts of an envelope that have mentions: what was said, and what is quoted."""
    envelope = part_of(entry.body.get("envelope"))
    holder = part_of(envelope.get("editMessage")) or envelope
    content = part_of(holder.get("dataMessage"))
    return [part for part in (content, part_of(content.get("quote"))) if part.get("mentions")]
