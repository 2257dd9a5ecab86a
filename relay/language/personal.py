"""What in a text may be somebody's own: a phone number, an email address, a home, a bank account.

Whether everybody may read it is asked before it is posted. So too much is found rather than too
little, but for what is surely nobody's: freephone and national numbers, numbers to dial into a call
(`relay.language.dialling`), and mailboxes of a role.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from relay.language.dialling import is_dial_in, keys_in_a_code
from relay.language.links import find_links
from relay.language.vocabulary import Vocabulary

Kind = Literal["phone", "mail", "home", "bank"]
_DIALLED = re.compile(r"\+\d|\(?0[1-9]|00[1-9]")
"""How numbers are written that can be rung: neither a date nor an online meeting's id begins so."""

_SHORTEST = 9
"""Digits of the shortest number that is dialled from everywhere in a country, its 0 included (8 for
some in Ireland, and the 0): what is shorter is a date, an hour, a flat."""

_LONGEST_MAILBOX = 64
"""What stands before an @ (RFC 5321, 4.5.3.1.1)."""

_MOBILE = re.compile(r"44 7|353 8")
"""How mobiles begin where branches are; numbers for drama are of no type to the library."""

LONGEST = 8_000
"""Characters that are looked through: what is longer is not posted (`announcements.service`)."""

_DATE = re.compile(r"(\d{1,2})[ .-](\d{1,2})[ .-](?:19|20)?\d\d(?!\d)")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_WORD = r"[^\W\d_][\w.'’-]*+"
_NAME = re.compile(
    rf"(?<![^\W\d_])(?:{_WORD}[ ,:(–][ ,:(–-]{{0,2}}+){{0,3}}"
    rf"{_WORD}(?:[ ,:(–][ ,:(–-]{{0,2}}|(?<=-))$"
)
"""Four words at most, and what stands between them and a number. A hyphen between two of them is
always part of the first: a link has many, and to try each of them both ways takes hours."""


@dataclass(frozen=True)
class Personal:
    """Something in a text that may be somebody's own.

    Attributes:
        kind: what it looks like.
        words: as written.
        at: where it stands, half-open.
    """

    kind: Kind
    words: str
    at: tuple[int, int]


def personal_in(text: str, known: Vocabulary, region: str) -> tuple[Personal, ...]:
    """Return what may be somebody's own, in order.

    Args:
        text: any.
        known: the vocabulary, whose phrases say what a home, a bank account and a shared mailbox
            are called.
        region: where numbers without a country are dialled (ISO 3166), such as `GB`.
    """
    text = text[:LONGEST]
    links = tuple(find_links(text))
    found = [
        *_phones(text, region, known),
        *_mail(text, known, [(one.start, one.end) for one in links]),
    ]
    spans = [(link.start, link.end) for link in links if link.address]
    found = [one for one in found if not any(a <= one.at[0] < b for a, b in spans)]
    for kind, phrase in _PHRASES:
        found += [
            Personal(kind, match.group().strip(), match.span())
            for match in known.phrase(phrase).finditer(text)
        ]
    return tuple(sorted(found, key=lambda one: one.at))


def without_personal(text: str, found: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return a text without the sentences in which some words stand, and those sentences.

    A sentence without its number helps nobody, so it goes as a whole.

    Args:
        text: any.
        found: the words that must not stay.
    """
    kept, taken = [], []
    for line in text.split("\n"):
        sentences = _SENTENCE.split(line)
        out = [one for one in sentences if any(words in one for words in found)]
        taken += [one.strip() for one in out]
        left = " ".join(one for one in sentences if one not in out)
        if left.strip() or not out:
            kept.append(left)
    return "\n".join(kept).strip(), tuple(taken)


def with_name(text: str, one: Personal) -> str:
    """Return what was found with the name that stands before it: `Sam 07700 900123`."""
    start = text.rfind("\n", 0, one.at[0]) + 1
    before = _SENTENCE.split(text[start : one.at[0]])[-1].rpartition(":")[2]
    name = _NAME.search(before)
    words = name.group() if name else ""
    first = re.search(r"(?-i:[A-Z]).*", words, re.DOTALL)
    lead = "" if first is None else first.group().strip()
    closes = ")" if lead.endswith("(") and text[one.at[1] : one.at[1] + 1] == ")" else ""
    lead = lead if closes else lead.rstrip(" (,:–-")
    return f"{lead}{'' if closes else ' '}{one.words}{closes}".strip()


def region_of(number: str) -> str:
    """Return where a number with its country code is (ISO 3166); the United Kingdom if nowhere."""
    import phonenumbers

    try:
        code = phonenumbers.parse(number).country_code
    except phonenumbers.NumberParseException:
        return "GB"
    return phonenumbers.region_code_for_country_code(code or 44)


def _phones(text: str, region: str, known: Vocabulary) -> Iterator[Personal]:
    # Drama numbers and new ranges are no valid numbers to the library, but can be dialled.
    import phonenumbers
    from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType

    shared = {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    }
    if not _DIALLED.search(text):
        return
    for match in PhoneNumberMatcher(text, region, leniency=Leniency.POSSIBLE):
        written = match.raw_string
        if sum(map(str.isdigit, written)) < _SHORTEST or _DATE.match(written):
            continue
        if not _DIALLED.match(written) or phonenumbers.number_type(match.number) in shared:
            continue
        at = (match.start, match.end)
        # A mobile is somebody's, whatever it is said to be for.
        shared_line = not _MOBILE.match(
            f"{match.number.country_code} {match.number.national_number}"
        )
        if keys_in_a_code(text, at[1]) or (shared_line and is_dial_in(text, at, known)):
            continue
        yield Personal("phone", written, at)


def _mail(text: str, known: Vocabulary, links: Sequence[tuple[int, int]]) -> Iterator[Personal]:
    for start, end in links:
        words = text[start:end].removeprefix("mailto:")
        mailbox, at, _ = words.partition("@")
        if len(mailbox) > _LONGEST_MAILBOX:
            continue
        if at and "/" not in mailbox and not known.phrase("shared_mailbox").fullmatch(mailbox):
            yield Personal("mail", words, (end - len(words), end))


_PHRASES: tuple[tuple[Kind, str], ...] = (("home", "at_home"), ("bank", "bank_account"))
