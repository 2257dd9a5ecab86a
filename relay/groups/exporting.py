"""All declared groups as they are wanted now, as a piece of a settings file.

It holds what a branch has declared and what its admins have taken over, and nobody's membership:
keepers are in it, because they stand in the settings.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import tomlkit

from relay.groups.declared import LINKS, PERMISSIONS, DeclaredGroup
from relay.groups.keeping import GroupKeeper
from relay.groups.suggestions import MadeGroup
from relay.groups.tables import KeptGroup
from relay.settings import Settings
from relay.settings.groups import KINDS, GroupSettings

_UNITS = (("d", timedelta(days=1)), ("h", timedelta(hours=1)), ("m", timedelta(minutes=1)))


def groups_as_toml(settings: Settings, keeper: GroupKeeper, made: Sequence[MadeGroup]) -> str:
    """Return `[[branches.groups]]` for each group, below a comment that names its branch.

    Args:
        settings: complete and valid.
        keeper: knows what admins have taken over.
        made: the groups that were made in chat; those that are declared meanwhile included.
    """
    kept = {one.id: one for one in keeper.of_branches(one.slug for one in settings.branches)}
    declared = {group.id for branch in settings.branches for group in branch.groups}
    new = [one for one in made if one.id not in declared]
    pieces: list[str] = []
    for branch in settings.branches:
        own = [one.settings() for one in new if one.branch == branch.slug]
        if branch.groups or own:
            pieces.append(f"# {' '.join(branch.name.split())} ({branch.slug})\n")
        for group in (*branch.groups, *own):
            entries = dict(_entries(group, _wanted(keeper, kept.get(group.id))))
            lines = [f"{name} = {tomlkit.item(one).as_string()}" for name, one in entries.items()]
            pieces.append("\n".join(["[[branches.groups]]", *lines, ""]))
    return "\n".join(pieces)


def _wanted(keeper: GroupKeeper, kept: KeptGroup | None) -> DeclaredGroup | None:
    return None if kept is None else keeper.declared(kept)


def _entries(group: GroupSettings, wanted: DeclaredGroup | None) -> Iterator[tuple[str, Any]]:
    """The settings of a group, in their order; what its kind says anyway only where it was said."""
    written = group.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    if group.timer is not None:
        written["timer"] = _length(group.timer)
    for name in ("quiet_from", "quiet_until"):
        if (hour := getattr(group, name)) is not None:
            written[name] = f"{hour:%H:%M}"
    if wanted is not None:
        written |= _taken_over(group, wanted)
    yield from ((name, written[name]) for name in GroupSettings.model_fields if name in written)


def _taken_over(group: GroupSettings, wanted: DeclaredGroup) -> dict[str, Any]:
    """What differs from the settings because admins have left it as somebody made it."""
    usual = KINDS[group.kind]
    permissions = wanted.permissions
    now = {
        "posts": _named(PERMISSIONS, permissions.send_messages),
        "adds": _named(PERMISSIONS, permissions.add_members),
        "link": _named(LINKS, wanted.link),
    }
    differing: dict[str, Any] = {
        name: value
        for name, value in now.items()
        if value != (getattr(group, name) or getattr(usual, name))
    }
    if wanted.name != group.name:
        differing["name"] = wanted.name
    # Without the disclaimer, which is added to it again.
    description = wanted.description.strip().removesuffix(wanted.disclaimer).strip()
    if description != wanted.about:
        differing["description"] = description
    return differing


def _named(names: dict[str, Any], value: Any) -> str:
    return next(name for name, one in names.items() if one == value)


def _length(length: timedelta) -> str:
    unit, size = next((unit, size) for unit, size in _UNITS if not length % size)
    return f"{length // size}{unit}"
