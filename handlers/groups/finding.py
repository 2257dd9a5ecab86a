"""Which group somebody means who looks for a way in or out: by its number or by its name.

A group that is not listed is found by exactly its name, and where it would not let somebody in, a
name that exists is answered as one that does not.
"""

from dataclasses import dataclass
from typing import Any

from handlers.conversation.heard import Heard
from handlers.parsing import nearest, read_number
from handlers.services import Services
from relay.groups.declared import DeclaredGroup
from relay.groups.door_rules import No
from relay.groups.tables import KeptGroup
from relay.groups.wishes import is_passed_on
from relay.settings.groups import LONGEST_NAME

_ALIKE = 0.75
_UNTOLD = frozenset({No.SHUT, No.FULL, No.REFUSED, No.TOO_OFTEN, No.CROWDED})

Pair = tuple[KeptGroup, DeclaredGroup]


@dataclass(frozen=True)
class Found:
    """What was meant.

    Attributes:
        group: it, or None.
        near: the name of a listed group that may have been meant, or nothing.
        number: what was typed as its number, if one was.
    """

    group: Pair | None = None
    near: str = ""
    number: int | None = None


def listed(services: Services) -> list[Pair]:
    """Return the groups that the directory shows, by number."""
    return [(kept, group) for kept, group in _ways_in(services) if group.listed]


def _ways_in(services: Services) -> list[Pair]:
    """Those that the bot can let people into, and those whose keepers it can only ask."""
    alone = [pair for pair in services.doors.known() if is_passed_on(pair[0])]
    return sorted([*services.doors.open_groups(), *alone], key=lambda pair: pair[0].number)


def to_join(heard: Heard[Any], text: str) -> Found:
    """Return which group somebody wants to join."""
    found = _find(heard.services, text, _ways_in(heard.services))
    if found.group is None:
        return found
    kept, group = found.group
    if not group.listed and not is_passed_on(kept):
        why = heard.services.doors.why_not(kept, group, heard.person)
        if why in _UNTOLD or (why is No.IN_ALREADY and found.number is not None):
            return Found(number=found.number)
    return found


def to_leave(heard: Heard[Any], text: str) -> Found:
    """Return which group somebody wants to leave, or no longer wait for."""
    # Also of those that the bot cannot change: how to leave them is said then.
    found = _find(heard.services, text, heard.services.doors.known())
    if found.group is None:
        return found
    kept, group = found.group
    doors = heard.services.doors
    has_to_do = doors.is_in(kept, heard.person) or doors.request_of(kept, heard.person) is not None
    return found if group.listed or has_to_do else Found(number=found.number)


def _find(services: Services, text: str, among: list[Pair]) -> Found:
    shown = [(kept, group) for kept, group in among if group.listed]
    number, rest = read_number(_bare(services, text))
    if number is not None and not rest:
        pair = next((one for one in shown if one[0].number == number), None)
        return Found(pair, number=number)
    wanted = _folded(_bare(services, text))
    if not wanted or len(wanted) > 2 * LONGEST_NAME:
        return Found()
    for pair in [*shown, *among]:
        if _folded(pair[1].name) == wanted or _folded(_bare(services, pair[1].name)) == wanted:
            return Found(pair)
    names = {_folded(group.name): group.name for _, group in shown}
    return Found(near=names.get(nearest(wanted, names, _ALIKE), ""))


def _bare(services: Services, text: str) -> str:
    """It without what may stand round the name or the number of a group."""
    return services.vocabulary.phrase("round_a_group").sub("", text.strip()).strip()


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
