"""Who can come, what it costs and where to book: three things that people write in one breath."""

import re
from dataclasses import dataclass

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.lines import Line
from relay.meetings.reading.links import links_in, ticket_links_in
from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.vocabulary import Vocabulary

_PARTS = re.compile(r"(?<=[.;!|])\s+|(?:(?<!\s)\s+)?[;|]\s*(?=\s|$)")
_SENTENCE = re.compile(r"[.;|!](?=\s|$)")
_CONTACT = re.compile(r"(?<!\d)(?:\+\d|0)[\d ]{8,}\d|\w@\w")
_NOT_ABOUT = ("access", "agenda", "papers", "head", "sign-off")
_AROUND = " ,;:–—-•|"
_LEADS = re.compile(r"\b(?:from|at|via|here|on|online)$")
"""Words that lead to a link: "tickets from https://…"."""


@dataclass(frozen=True)
class Conditions:
    """What people need to know who want to come.

    Attributes:
        access: lines on who can come.
        cost: lines on what it costs.
    """

    access: tuple[str, ...] = ()
    cost: tuple[str, ...] = ()


def conditions_of(plain: str, layout: Layout, words: Vocabulary) -> Conditions:
    """Return the lines and sentences on who can come and on what it costs.

    Args:
        plain: the text.
        layout: its lines.
        words: the vocabulary.
    """
    bare = mask(plain, *links_in(plain))
    access: list[str] = []
    cost: list[str] = []
    for line in layout.of("access"):
        said, labelled = _clean(bare[slice(*line.at)]), _is_cost_label(bare, line, words)
        if labelled and len(said.split()) <= 1 and HIDDEN in bare[slice(*line.at)]:
            # "Tickets: https://…", "Tickets: here https://…".
            continue
        if labelled and said:
            cost.append(said)
        elif said:
            _sort(said, words, access, cost)
    telling = words.regex("text", "access")
    hidden = [line.at for line in layout.lines if line.kind in _NOT_ABOUT]
    for row in mask(bare, *hidden).split("\n"):
        for sentence in _SENTENCE.split(row):
            cost += [part.strip() for part in sentence.split(",") if _is_free(part, words)]
            found = telling.search(sentence)
            match = found or _price(sentence, words)
            if match is None:
                continue
            begin = sentence.rfind(",", 0, match.start()) + 1
            line_said = _clean(_without_contact(sentence[begin:]))
            known = [*access, *cost]
            if line_said and not any(line_said in one or one in line_said for one in known):
                (access if found else cost).append(line_said)
    return Conditions(tuple(access), tuple(cost))


def conditions_in(text: str, words: Vocabulary) -> tuple[Conditions, str]:
    """Return what an answer says of access and cost, and the link to book in it or nothing.

    Args:
        text: an answer to the question who can come.
        words: the vocabulary.
    """
    links = list(ticket_links_in(text, words))
    access: list[str] = []
    cost: list[str] = []
    for row in mask(text, *links).split("\n"):
        _sort(row.strip(), words, access, cost)
    return Conditions(tuple(access), tuple(cost)), text[slice(*links[0])] if links else ""


def _sort(said: str, words: Vocabulary, access: list[str], cost: list[str]) -> None:
    """Put what of a line is about access, and what is about money, where it belongs."""
    parts = [part.strip() for part in _PARTS.split(said) if part.strip()]
    costs = [part for part in parts if _price(part, words) or _is_free(part, words)]
    rest = " ".join(part for part in parts if part not in costs) if costs else said
    if kept := _clean(rest):
        access.append(kept)
    cost += [_clean(part) for part in costs]


def _price(sentence: str, words: Vocabulary) -> re.Match[str] | None:
    """What of a sentence says what it costs to come, or that it costs nothing."""
    if words.regex("money", "no_price").search(sentence):
        return None
    for name in ("amount", "free", "gift"):
        match = words.regex("money", name).search(sentence)
        if match:
            return match
    return None


def _is_free(part: str, words: Vocabulary) -> bool:
    return words.regex("money", "alone").fullmatch(part.strip(" .!,")) is not None


def _is_cost_label(plain: str, line: Line, words: Vocabulary) -> bool:
    row = plain.rfind("\n", 0, line.at[0]) + 1
    before = plain[row : line.at[0]].rstrip(" :：?-–—=*_")
    label = words.regex("money", "label")
    return line.label and any(match.end() == len(before) for match in label.finditer(before))


def _without_contact(said: str) -> str:
    """Without the parts that say whom to ask: a number is asked about apart, and may be private."""
    parts = said.split(",")
    return ",".join(part for part in parts if not _CONTACT.search(part)) or said


def _clean(said: str) -> str:
    """A piece without the link that stood in it, and without what led to it."""
    *led, rest = " ".join(said.split()).split(HIDDEN)
    pieces = [_LEADS.sub("", piece.rstrip(" :–—-")).rstrip(" (") for piece in led]
    return " ".join(" ".join((*pieces, rest)).split()).strip(_AROUND)
