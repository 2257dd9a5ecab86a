"""How a group differs from what it was declared to be."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from relay.groups.declared import ASPECTS, Aspect, DeclaredGroup
from relay.signal.types import Group


@dataclass(frozen=True)
class Difference:
    """One thing that is not as declared.

    Attributes:
        aspect: what.
        found: how it is in Signal.
        declared: how it should be; both in the form of `DeclaredGroup.value`.
    """

    aspect: Aspect
    found: str = field(repr=False)
    declared: str = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        """Return it as the store keeps it."""
        return asdict(self)


def differences(declared: DeclaredGroup, group: Group) -> tuple[Difference, ...]:
    """Return what is not as declared, of what the API tells.

    What it does not tell counts as being right: 0.97 tells nothing of permissions.
    """
    found = _found(group)
    return tuple(
        Difference(aspect, found[aspect], declared.value(aspect))
        for aspect in ASPECTS
        if aspect in found and not _same(found[aspect], declared.value(aspect))
    )


def _found(group: Group) -> dict[Aspect, str]:
    found: dict[Aspect, str] = {
        "name": group.name,
        "description": group.description,
        "link": "on" if group.invite_link else "off",
    }
    if group.permissions.send_messages is not None:
        found["posts"] = str(group.permissions.send_messages)
    if group.permissions.add_members is not None:
        found["adds"] = str(group.permissions.add_members)
    return found


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def read_differences(kept: Sequence[dict[str, Any]]) -> tuple[Difference, ...]:
    """Return differences that the store has kept."""
    return tuple(Difference(**one) for one in kept)
