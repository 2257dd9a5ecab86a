"""What follows a code or the number of a mandate: for how long, where and in which branch.

In any order.
"""

import re
from dataclasses import dataclass

from handlers.conversation.heard import HeardMessage
from relay.settings import Branch

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True)
class MandateWords:
    """What was understood.

    Attributes:
        branch: the one that is named, or the only one of the admin; None if it could be several.
        months: for how long; None where nothing is said of it.
        groups: numbers of groups of the branch; empty for all.
        both: whether it is said that somebody does it beside being an admin.
        is_unclear: whether something was typed that is none of these.
    """

    branch: Branch | None
    months: int | None = None
    groups: tuple[int, ...] = ()
    both: bool = False
    is_unclear: bool = False


def read_words(heard: HeardMessage, text: str) -> MandateWords:
    """Read what follows a code or a number.

    Args:
        heard: the message, of an admin.
        text: what is left of it.
    """
    known, rest = heard.services.vocabulary, f" {' '.join(text.split())} "
    months, groups = None, list[int]()
    if (found := known.phrase("mandate_months").search(rest)) is not None:
        count = found["count"]
        months = int(count) if count.isdecimal() else 1
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    if (found := known.phrase("mandate_groups").search(rest)) is not None:
        groups = [int(one) for one in _NUMBER.findall(found["groups"])]
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    branch, rest = named_branch(heard, rest)
    words = rest.strip(" .,!").split()
    both = any(known.answers_with("both", one) for one in words)
    left = [one for one in words if not known.answers_with("both", one)]
    kept = set[int]()
    if branch is not None:
        here = heard.services.groups.of_branches(frozenset({branch.slug}))
        kept = {one.number for one in here}
    return MandateWords(
        branch,
        months,
        tuple(dict.fromkeys(groups)),
        both,
        is_unclear=bool(left) or months == 0 or not kept.issuperset(groups if branch else ()),
    )


def named_branch(heard: HeardMessage, text: str) -> tuple[Branch | None, str]:
    """Return which of an admin's branches a text names, else the only one, and the rest of it."""
    branches, folded = heard.services.branches_of(heard.person), f" {text} ".casefold()
    for branch in branches:
        for name in (branch.name, branch.slug):
            at = folded.find(f" {name.casefold()} ")
            if at >= 0:
                spaced = f" {text} "
                return branch, f"{spaced[:at]} {spaced[at + len(name) + 2 :]}"
    return (branches[0] if len(branches) == 1 else None), text
