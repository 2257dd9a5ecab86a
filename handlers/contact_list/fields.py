"""What somebody can give for the contact list: in which order it is asked, and how it is read."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlers.left_out import without_lost
from handlers.parsing import read_number
from relay.contact_list.entries import Given
from relay.groups.harmless import INVISIBLE, harmless
from relay.language.graphemes import is_within
from relay.language.vocabulary import Vocabulary, bare, clean
from relay.settings import Branch

FIELDS = ("name", "area", "interests", "speaks", "reach")
"""In the order in which they are asked."""

MOST = {"name": 40, "area": 40, "interests": 30, "speaks": 40, "reach": 80}
"""Characters of each; of interests, of each single one."""
MOST_INTERESTS = 5

_INSTEAD = "…"
_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+(?:&|\+)\s+")
_INVISIBLE = INVISIBLE | {"Zl", "Zp"}


@dataclass(frozen=True)
class Read:
    """What was read of an answer.

    Attributes:
        values: what they gave: one, or several interests; none where it is left out.
        problem: why it was not taken: `long`, `many`, `choice`; None where it was.
    """

    values: tuple[str, ...] = ()
    problem: str | None = None


def choices_of(branch: Branch, field: str) -> tuple[str, ...]:
    """Return what people choose from for a field; nothing where they write their own words."""
    settings = branch.contact_list
    if settings is None:
        return ()
    return {"area": settings.areas, "interests": settings.interests}.get(field, ())


def field_named(known: Vocabulary, word: str) -> str | None:
    """Return which field a word is for, or None."""
    said = bare(word)
    return next((one for one in FIELDS if known.answers_with(f"contact_field_{one}", said)), None)


def read_field(known: Vocabulary, branch: Branch, field: str, text: str | None) -> Read:
    """Read what somebody gives.

    Args:
        known: what is typed.
        branch: whose list it is for: it may say what people choose from.
        field: one of `FIELDS`.
        text: as it was typed, however long.
    """
    said = without_lost(clean(text))
    if not said or known.answers_with("skip", said):
        return Read()
    choices = choices_of(branch, field)
    parts = [one for one in _BETWEEN.split(said) if one] if field == "interests" else [said]
    if choices:
        return _chosen(parts, choices)
    if len(parts) > MOST_INTERESTS:
        return Read(problem="many")
    if not all(is_within(one, MOST[field]) for one in parts):
        return Read(problem="long")
    shown = [_one_line(one) if field == "reach" else _harmless(one, field) for one in parts]
    return Read(tuple(dict.fromkeys(one for one in shown if one)))


def given_with(given: Given, field: str, values: tuple[str, ...]) -> Given:
    """Return what somebody gives with a field as they say it now."""
    if field == "interests":
        return replace(given, interests=values)
    one = values[0] if values else ""
    match field:
        case "name":
            return replace(given, name=one)
        case "area":
            return replace(given, area=one)
        case "speaks":
            return replace(given, speaks=one)
    return replace(given, reach=one)


def _chosen(parts: Iterable[str], choices: tuple[str, ...]) -> Read:
    """Read numbers and names of a list; "1 3" are two of them."""
    by_name = {bare(one): one for one in choices}
    chosen: list[str] = []
    for part in parts:
        words = part.split()
        several = words if all(word.strip(".").isdecimal() for word in words) else [part]
        for said in several:
            number, rest = read_number(said)
            if number is not None and not rest and 1 <= number <= len(choices):
                chosen.append(choices[number - 1])
            elif bare(said) in by_name:
                chosen.append(by_name[bare(said)])
            else:
                return Read(problem="choice")
    return Read(tuple(dict.fromkeys(chosen)))


def _harmless(text: str, field: str) -> str:
    # Some marks take more characters than people count.
    return harmless(text, 4 * MOST[field], _INSTEAD)


def _one_line(text: str) -> str:
    visible = (" " if unicodedata.category(char) in _INVISIBLE else char for char in text)
    return " ".join("".join(visible).split())
