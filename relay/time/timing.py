"""Understanding "tomorrow 9am: …": a moment in words at the beginning of a text.

It is read as the moments of meetings are (`relay.time.when`), so that what is understood there
is understood here. Only words that can belong to a moment are read as one, and a time of day has to
be among them: "Friday's meeting is off" stays a text.
"""

import difflib
import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from relay.language.vocabulary import Vocabulary
from relay.time.moments import Problem, is_moment_word, read_moment
from relay.time.when import When, read_when

_SET_OFF = re.compile(r":(?=\s|$|[^\W\d])|：|\s[-–—](?=\s)")
"""What stands between a moment and the text: a colon, a blank after it or not, or a dash."""

_LONGEST = 60
_SLIP = 0.8


@dataclass(frozen=True)
class Timing:
    """A moment found at the beginning of a text.

    Attributes:
        moment: aware, UTC; None where there is a problem.
        problem: `past`, `no-such-time` for an hour that a clock change leaves out, or
            `no-time-of-day` for what may be meant as a moment but is not one (`Thursday: …`).
        words: the words that were read as the moment.
        rest: the text after them.
    """

    moment: datetime | None
    problem: Problem | None
    words: str
    rest: str


def read_timing(text: str, *, now: datetime, zone: ZoneInfo, known: Vocabulary) -> Timing | None:
    """Find a moment at the beginning of `text`, or return None.

    Three forms are understood: everything before a colon (`tomorrow 9am: …`), a beginning with
    "on" or "at" (`on Friday at 18:30 …`), and nothing but a moment (`tomorrow 9am`).

    Args:
        text: what was typed after the command.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.
        known: the words of moments.
    """
    unclear: Timing | None = None
    for words, rest, explicit in _candidates(text, known):
        found = _read(words, now, zone, known, explicit)
        if isinstance(found, datetime):
            return Timing(found, None, words, rest)
        if found in ("past", "no-such-time"):
            return Timing(None, found, words, rest)
        if explicit:
            unclear = Timing(None, "no-time-of-day", words, rest)
    return unclear or _misspelt(text, known)


def _read(
    words: str, now: datetime, zone: ZoneInfo, known: Vocabulary, explicit: bool
) -> datetime | Problem | None:
    """A moment, or what is wrong with it; None where it is none, or is one again and again.

    What says morning or evening for itself is taken at its word ("8.30" is in the morning); where
    nothing does ("half 7"), it is read as for a meeting, if the words can be nothing else.
    """
    found = read_moment(words, now=now, zone=zone, known=known)
    if isinstance(found, datetime) or found == "no-such-time":
        return found
    when = read_when(words, now=now, zone=zone, known=known)
    if isinstance(when, When):
        return when.start if when.rule is None and (explicit or not when.guessed) else None
    return found or when


def _misspelt(text: str, known: Vocabulary) -> Timing | None:
    """`tomorow 9am: …`: nearly a moment. It is not guessed, and neither is it passed over."""
    colon = _SET_OFF.search(text[:_LONGEST])
    words = text[: colon.start()].split() if colon is not None else []
    if colon is None or not words or not all(_is_nearly_moment_word(word, known) for word in words):
        return None
    rest = text[colon.end() :].strip()
    return Timing(None, "no-time-of-day", " ".join(words), rest)


def _is_nearly_moment_word(word: str, known: Vocabulary) -> bool:
    bare = word.casefold().strip(".,;:")
    lists = (known.lists[name] for name in ("days", "months", "easily_misspelt"))
    words = [one for some in lists for one in some]
    close = difflib.get_close_matches(bare, words, n=1, cutoff=_SLIP)
    return _belongs(word, known) or bool(close)


def _candidates(text: str, known: Vocabulary) -> list[tuple[str, str, bool]]:
    """Pieces that may be a moment: the words, what follows, and whether a colon set them off."""
    found = []
    for colon in _SET_OFF.finditer(text[:_LONGEST]):
        before = text[: colon.start()].strip()
        if before and all(_belongs(word, known) for word in before.split()):
            found.append((before, text[colon.end() :].strip(), True))
            break
    else:
        if (
            len(text) <= _LONGEST
            and text.split()
            and all(_belongs(word, known) for word in text.split())
        ):
            found.append((text.strip(), "", True))
    if text.casefold().startswith(tuple(f"{opener} " for opener in known.lists["openers"])):
        pieces = re.split(r"(\s+)", text)
        count = 0
        while count < len(pieces) and (not pieces[count].strip() or _belongs(pieces[count], known)):
            count += 1
        # "at 6.30pm in the hall": the last of them belong to what follows.
        while count and (
            not pieces[count - 1].strip() or pieces[count - 1].casefold() in known.lists["links"]
        ):
            count -= 1
        found.append(("".join(pieces[:count]).strip(), "".join(pieces[count:]).strip(), False))
    return found


def _belongs(word: str, known: Vocabulary) -> bool:
    bare = word.casefold().replace("’", "'").strip(".,;:")
    return (
        is_moment_word(word, known)
        or bare in known.lists["more_moments"]
        or known.phrase("only_hour_mark").fullmatch(bare) is not None
    )
