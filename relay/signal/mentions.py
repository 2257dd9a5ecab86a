"""Putting the name back where somebody is mentioned.

In Signal a mention is U+FFFC in the text and, beside it, whom it stands for; each phone shows a
name of its own. signal-cli passes on an account id and perhaps a number, never a name: in its
`org.asamk.signal.json.JsonMention`, `name` is the "legacy identifier". So the names are asked for,
and put into the text, before anything reads it: what a conversation sees is what the sender saw,
but for names that the sender alone has given to somebody.

A mention whose name nobody knows stays U+FFFC; the conversations say so.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from relay.clock import Clock
from relay.delivery.errors import DeliveryError
from relay.signal.contacts import Contacts
from relay.signal.errors import ApiUnreachable
from relay.signal.reading import part_of, parts_of, text_of, whole_of
from relay.store.inbox import InboxEntry

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

    def __init__(self, client: Contacts, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._names: dict[str, str] = {}
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
            await self._learn(mentioned)
        except ApiUnreachable:
            if self._clock.now() - entry.received_at < WAITED_FOR:
                raise
        except DeliveryError:
            # An answer that cannot be read will not be read later either.
            pass
        # Who mentions themselves in a report would be named to those who read it.
        others = {person: name for person, name in self._names.items() if person != entry.source}
        for part in _texts(entry):
            for key in ("message", "text"):
                if written := text_of(part.get(key)):
                    part[key] = spelled_out(written, parts_of(part["mentions"]), others)

    async def _learn(self, people: Iterable[str]) -> None:
        now = self._clock.now()
        age = KEPT_FOR if self._asked is None else now - self._asked
        known = all(person in self._names for person in people)
        if age < (KEPT_FOR if known else ASK_AGAIN_AFTER):
            return
        if age >= KEPT_FOR:
            # A name that may be another's by now is worse than none.
            self._names = {}
        self._names = await self._client.names()
        self._asked = now


def spelled_out(text: str, mentions: Iterable[Mapping[str, Any]], names: Mapping[str, str]) -> str:
    """Return a text with names where people are mentioned in it.

    Args:
        text: as written.
        mentions: `{"start", "length", "uuid"}` each, counted in UTF-16 units as all of Signal does;
            one that does not stand on a placeholder, or on another one's, is passed over.
        names: by account id.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    pieces: list[bytes] = []
    done = 0
    for start, end, person in sorted(_ranges(mentions)):
        here = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        name = _plain(names.get(person))
        if start < done or not here or here.strip(PLACEHOLDER) or not name:
            continue
        pieces += [units[2 * done : 2 * start], f"@{name}".encode("utf-16-le")]
        done = end
    pieces.append(units[2 * done :])
    return b"".join(pieces).decode("utf-16-le", "surrogatepass")


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
