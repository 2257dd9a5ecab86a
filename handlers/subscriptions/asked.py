"""What follows `subscribe` and `unsubscribe`: which branch, and whether only meetings."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.parsing import read_number
from relay.language.vocabulary import Vocabulary, bare
from relay.settings import Branch
from relay.subscriptions.tables import Scope

_MOST_WORDS = 8


@dataclass(frozen=True)
class Asked:
    """What somebody has typed after the command.

    Attributes:
        branches: those that may be meant: all, where none is named.
        scope: what they want to get.
        is_clear: whether every word was understood.
    """

    branches: tuple[Branch, ...]
    scope: Scope
    is_clear: bool


def read_asked(words: Vocabulary, text: str, branches: Iterable[Branch]) -> Asked:
    """Read what follows the command.

    Args:
        words: what is typed.
        text: what follows the command, however long.
        branches: those that may be named, in the order in which they are numbered.
    """
    all_of_them = tuple(branches)
    number, after = read_number(text.strip())
    if number is not None and 1 <= number <= len(all_of_them):
        named: tuple[Branch, ...] = (all_of_them[number - 1],)
        rest = bare(after).split()
    else:
        named, rest = _named(bare(text).strip("? ").split(), all_of_them)
    if len(rest) > _MOST_WORDS:
        return Asked(all_of_them, Scope.ALL, is_clear=False)
    meetings, filler = words.answers["of_meetings_only"], words.answers["of_subscribing"]
    scope = Scope.MEETINGS if meetings & set(rest) else Scope.ALL
    is_clear = all(word in meetings or word in filler for word in rest)
    return Asked(named or all_of_them, scope, is_clear)


def _named(said: list[str], branches: tuple[Branch, ...]) -> tuple[tuple[Branch, ...], list[str]]:
    """The branches whose slug, or name, stands among some words, and the other words."""
    found, left = [], said
    for branch in branches:
        own = set(bare(branch.name).split()) | set(bare(branch.slug).split()) | {branch.slug}
        first = bare(branch.name).split()[0]
        if branch.slug in said or first in said:
            found.append(branch)
            left = [word for word in left if word not in own]
    return tuple(found), left
