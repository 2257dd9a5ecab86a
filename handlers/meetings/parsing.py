"""Reading what people type about meetings: the commands, small slips included, and the answers."""

from handlers.parsing import nearest
from relay.language.links import find_links
from relay.language.vocabulary import Typed, Vocabulary, clean, plain
from relay.meetings.reading.links import links_in as any_links_in
from relay.meetings.reading.links import ticket_links_in, without_bookings
from relay.meetings.reading.vocabulary import vocabulary

_TYPO = 0.85
_SHORTEST_TYPO = 5
_LONGEST_QUESTION = 80
_MARKS = str.maketrans("?,!.", "    ")


def read_meeting_command(words: Vocabulary, text: str | None) -> Typed:
    """Split a message; a slip in `meeting` or `meetings` counts as the word."""
    typed = words.read(text)
    word = typed.command
    if len(word) >= _SHORTEST_TYPO and words.command(word, ("meeting", "meetings")) is None:
        close = nearest(word, sorted(words.names(("meeting", "meetings"))), _TYPO)
        if close and word[0] == close[0]:
            return Typed(close, typed.rest)
    return typed


def asks_for_next(words: Vocabulary, text: str | None) -> bool:
    """Whether a whole message asks in free words for the next meeting."""
    return words.phrase("asks_for_next").fullmatch(_question(words, text)) is not None


def asks_what_is_on(words: Vocabulary, text: str | None) -> bool:
    """Whether a whole message asks in free words which meetings there are."""
    return words.phrase("asks_what_is_on").fullmatch(_question(words, text)) is not None


def says_when(words: Vocabulary, rest: str) -> bool:
    """Whether only times and politeness stand there: "meetings frighten me" asks nothing."""
    return words.phrase("only_times").fullmatch(_question(words, rest)) is not None


def says(words: Vocabulary, answer: str, text: str | None) -> bool:
    """Whether a whole message is an answer of the vocabulary, with or without apostrophes."""
    return words.answers_with(answer, _without_apostrophes(text))


def without_because(words: Vocabulary, text: str) -> str:
    """Return a reason as it can follow "Why:"; the first letter is made a capital."""
    reason = words.phrase("because").sub("", clean(text)).strip()
    return reason[:1].upper() + reason[1:]


def without_to(words: Vocabulary, text: str) -> str:
    """Return what follows "to" in `move 12 to Friday 7pm`."""
    return words.phrase("to").sub("", clean(text)).strip()


def without_in_person(words: Vocabulary, text: str) -> tuple[str, bool]:
    """Return a place without "in person only" at its end, and whether that was there."""
    place = words.phrase("in_person").sub("", text)
    return place.strip(), place != text


def without_to_come(words: Vocabulary, address: str) -> str:
    """Return a place, or nothing for one that is to be confirmed."""
    return "" if words.phrase("to_come").fullmatch(address) else address


def split_place(words: Vocabulary, text: str) -> tuple[str, str]:
    """Split an answer into the address and the link to take part; either may be empty."""
    # A link to book is no way in.
    text = without_bookings(text, vocabulary())
    links, joins = links_in(text), words.phrase("only_joins")
    if not links and joins.fullmatch(text.strip()):
        # "Zoom" and no link: all that is known.
        return text.strip(" :"), ""
    address = text
    for link in links:
        address = address.replace(link, " ")
    lines = (" ".join(line.split()).strip(" ,;") for line in address.splitlines())
    kept = [
        words.phrase("joins_at_end").sub("", line).strip(" ,;")
        for line in lines
        if not joins.fullmatch(line)
    ]
    return "\n".join(line for line in kept if line), links[0] if links else ""


def first_booking(text: str) -> str:
    """Return the first link to book in a text, whole; empty where there is none."""
    found = next(ticket_links_in(text, vocabulary()), None)
    return first_link(text[slice(*found)]) if found else ""


def first_link(text: str) -> str:
    """Return the first link of a text with its scheme, also of one that is written without."""
    found = next((link.address for link in find_links(text) if link.address), "")
    if found:
        return found
    bare = next(any_links_in(text), None)
    return f"https://{text[slice(*bare)]}" if bare else ""


def links_in(text: str | None) -> tuple[str, ...]:
    """Return the web links in a text, in order, each once."""
    found = find_links(text or "")
    return tuple(dict.fromkeys(link.address for link in found if link.written_out))


def _question(words: Vocabulary, text: str | None) -> str:
    """A short message without politeness around it; a long one asks for nothing in particular."""
    bare = " ".join(plain(_without_apostrophes(text)).translate(_MARKS).split())
    return words.phrase("politeness").sub("", bare[:_LONGEST_QUESTION])


def _without_apostrophes(text: str | None) -> str:
    return (text or "").replace("’", "").replace("'", "")
