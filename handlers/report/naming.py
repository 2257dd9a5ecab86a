"""Who is meant when somebody says who must not read their report: by number, role or name.

A wrong guess could send a report to whom it is about. So what is not certain is asked about, and
where several people have a name, all of them are meant. "Everyone but Nia" may leave out everybody
but her, or nobody but her: it is always asked about.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers.report.parsing import ReportWords
from relay.language.vocabulary import bare
from relay.safeguarding import OfficerChoice

_SLIP = 0.66
_SHORTEST = 3
_MOST_WORDS = 4
"""In more words than these a name is only heard as it is spelt: they tell a story."""
_LONGEST = 300
"""Characters that are looked at."""
_MOST_UNKNOWN = 1
"""With more words than this that mean nobody, a number is one of a story: "he hit me 3 times"."""

_RANGE = re.compile(r"\b(\d{1,2})\s*(?:[-\u2010-\u2015~\u2192]|\.\.+|\u2026)\s*(\d{1,2})\b")
"""Numbers from one to another: "1-3"."""

_Group = tuple[OfficerChoice, ...]


@dataclass(frozen=True)
class Meant:
    """Who is meant.

    Attributes:
        people: they; none if it is nobody.
        sure: whether nothing else can have been meant.
        whole: whether nothing was said besides.
        turned: whether it may be meant the other way round: "everyone but", "only".
    """

    people: tuple[OfficerChoice, ...]
    sure: bool = True
    whole: bool = True
    turned: bool = False


def read_people(
    words: ReportWords,
    text: str | None,
    listed: Sequence[OfficerChoice],
    named: Sequence[OfficerChoice],
) -> Meant | None:
    """Return whom an answer means, or None where nobody is found in it.

    Args:
        words: what people answer.
        text: the answer.
        listed: those who were shown with numbers.
        named: everybody of any team whose name is known, whether it was shown or not.
    """
    text = (text or "")[:_LONGEST]
    said = _without_courtesies(words, bare(text).replace("?", " "))
    if said in words.nobody:
        return Meant(())
    if said in words.everybody:
        return Meant(tuple(listed))
    if ranged := _ranged(text, len(listed)):
        # In doubt it is one more.
        numbers = words.numbers_in(_RANGE.sub(" ", said), len(listed)) or frozenset[int]()
        return Meant(_numbered(ranged | numbers, listed), sure=False)
    numbers_alone = words.numbers_in(said, len(listed))
    if numbers_alone is not None:
        return Meant(_numbered(numbers_alone, listed))
    roles = words.people(said, tuple(one.role for one in listed))
    if roles is not None:
        return Meant(tuple(one for one in listed if one.role in roles))
    return _mixed(words, said, listed, named)


def _mixed(
    words: ReportWords,
    said: str,
    listed: Sequence[OfficerChoice],
    named: Sequence[OfficerChoice],
) -> Meant | None:
    """Whom roles, names and numbers mean that stand beside each other, or beside other words."""
    rest, found = _roles_in(said, listed)
    turned = any(word in words.all_but for word in rest.split())
    everybody = words.everybody - words.not_sure
    all_of_them = any(word in everybody for word in rest.split())
    said_words = list(_words(words, rest))
    numbers, said_words = _numbers_among(words, said_words, len(listed), roles=bool(found))
    groups, unknown = _groups(said_words, lambda word: _spelt(word, named))
    sure = not found and not unknown and all(len(group) == 1 for group in groups)
    short = len(said_words) <= _MOST_WORDS
    if unknown and short:

        def slipped(word: str) -> _Group:
            return _spelt(word, named) or _in_part(word, listed) or _slipped(word, named)

        groups, unknown = _groups(said_words, slipped)
        sure = False
    told = [one for group in groups for one in group]
    if numbers and unknown <= _MOST_UNKNOWN and short:
        told += _numbered(numbers, listed)
    people = tuple(dict.fromkeys((*found, *told)))
    if all_of_them and people and not turned:
        people, sure = tuple(dict.fromkeys((*listed, *people))), False
    if not people:
        return None
    return Meant(people, sure and not turned, not unknown, turned)


def _numbers_among(
    words: ReportWords, said: Sequence[tuple[str, bool]], most: int, *, roles: bool
) -> tuple[frozenset[int], list[tuple[str, bool]]]:
    """The numbers among some words, and the others: "the welfare one" is no number."""
    digits = [word for word, _ in said if word.isdecimal() and 1 <= int(word) <= most]
    spelt = [word for word, _ in said if 1 <= words.numbers.get(word, 0) <= most]
    others = [one for one in said if one[0] not in (*digits, *spelt)]
    if spelt and (others or roles) and not digits:
        # "The other two", "the welfare one": they count somebody, and number nobody.
        return frozenset(), others
    return frozenset((*map(int, digits), *(words.numbers[word] for word in spelt))), others


def _numbered(numbers: frozenset[int], listed: Sequence[OfficerChoice]) -> _Group:
    return tuple(one for index, one in enumerate(listed, start=1) if index in numbers)


def _ranged(text: str, most: int) -> frozenset[int]:
    """The numbers that "1-3" goes over; none where nothing does."""
    found = set[int]()
    for one in _RANGE.finditer(text):
        first, last = sorted((int(one[1]), int(one[2])))
        found.update(range(max(1, first), min(most, last) + 1))
    return frozenset(found)


def _without_courtesies(words: ReportWords, said: str) -> str:
    """A message without "please" and the like at its ends."""
    left = said.split()
    while left and left[-1] in words.courtesies:
        left.pop()
    while left and left[0] in words.courtesies:
        left.pop(0)
    return " ".join(left)


def _roles_in(said: str, listed: Sequence[OfficerChoice]) -> tuple[str, _Group]:
    """What is left of an answer without the roles in it, and who has those."""
    rest, found = f" {said} ", dict[OfficerChoice, None]()
    for one in sorted(listed, key=lambda one: len(one.role), reverse=True):
        role = f" {bare(one.role)} "
        if role in rest:
            found |= dict.fromkeys(other for other in listed if other.role == one.role)
            rest = rest.replace(role, " ")
    return rest.strip(), tuple(found)


def _words(words: ReportWords, said: str) -> Iterator[tuple[str, bool]]:
    """The words that tell something, and whether each follows right upon the one before."""
    joined = False
    silent = words.fillers | words.around_names | words.all_but | words.courtesies
    phrases = words.everybody | words.nobody
    silent |= {word for phrase in phrases for word in phrase.split() if not word.isdecimal()}
    for word in said.split():
        if word in silent and word not in words.numbers:
            joined = False
        else:
            yield _folded(word), joined
            joined = True


def _groups(
    said: Sequence[tuple[str, bool]], match: Callable[[str], _Group]
) -> tuple[list[_Group], int]:
    """Whom names may mean, one group for each of them, and how many words name nobody."""
    groups: list[_Group] = []
    before: _Group = ()
    unknown = 0
    for word, joined in said:
        found = match(word)
        both = tuple(one for one in before if one in found) if joined else ()
        if both:
            # A first name and a last name.
            groups[-1] = both
        elif found:
            groups.append(found)
        else:
            unknown += 1
        before = both or found
    return groups, unknown


def _spelt(word: str, named: Sequence[OfficerChoice]) -> _Group:
    return tuple(one for one in named if word in _name_words(one))


def _in_part(word: str, listed: Sequence[OfficerChoice]) -> _Group:
    """Those whose role has that word in it: "the welfare one"."""
    if len(word) < _SHORTEST:
        return ()
    return tuple(one for one in listed if word in _folded(bare(one.role)).split())


def _slipped(word: str, named: Sequence[OfficerChoice]) -> _Group:
    if len(word) < _SHORTEST:
        return ()
    return tuple(
        one for one in named if difflib.get_close_matches(word, _name_words(one), 1, _SLIP)
    )


def _name_words(one: OfficerChoice) -> list[str]:
    words = _folded(bare(one.name)).split()
    return [*words, "".join(words)]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char))
