"""Who is meant when somebody says who must not read their report: by number, role or name.

A wrong guess could send a report to whom it is about. So what is not certain is asked about, and
where several people have a name, all of them are meant.
"""

import difflib
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

_Group = tuple[OfficerChoice, ...]


@dataclass(frozen=True)
class Meant:
    """Who is meant.

    Attributes:
        people: they; none if it is nobody.
        sure: whether nothing else can have been meant.
        whole: whether nothing was said besides.
    """

    people: tuple[OfficerChoice, ...]
    sure: bool = True
    whole: bool = True


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
    said = bare((text or "")[:_LONGEST]).strip("? ")
    if said in words.nobody:
        return Meant(())
    if said in words.everybody:
        return Meant(tuple(listed))
    numbers = words.numbers_in(said, len(listed))
    if numbers is not None:
        return Meant(tuple(one for index, one in enumerate(listed, start=1) if index in numbers))
    roles = words.people(text, tuple(one.role for one in listed))
    if roles is not None:
        return Meant(tuple(one for one in listed if one.role in roles))
    rest, found = _roles_in(said, listed)
    said_words = list(_words(words, rest))
    groups, unknown = _groups(said_words, lambda word: _spelt(word, named))
    sure = not found and not unknown and all(len(group) == 1 for group in groups)
    if not found and not groups and len(said_words) <= _MOST_WORDS:
        groups, unknown = _groups(said_words, lambda word: _slipped(word, named))
        sure = False
    people = (*found, *(one for group in groups for one in group))
    return Meant(tuple(dict.fromkeys(people)), sure, not unknown) if people else None


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
    for word in said.split():
        if word in words.fillers or word in words.around_names:
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
