"""Makes declared groups anew for a number that is in none of them: the old number was lost.

Who was in a group is kept nowhere. So those are invited whom the settings name anyway, the admins
of the branch and the keepers of the group, and the link of each new group goes round for the rest.
Officers are not: who they are is nobody's business in a group.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from relay.groups.declared import DeclaredGroup
from relay.settings.groups import GroupKind
from relay.signal.client import SignalClient
from relay.signal.types import Group


@dataclass(frozen=True)
class Rebuilt:
    """A declared group that stands in Signal.

    Attributes:
        declared: as it should be; with the id from before.
        group: what Signal has now.
        made: whether it stands in for one that the number is not in.
    """

    declared: DeclaredGroup = field(repr=False)
    group: Group = field(repr=False)
    made: bool


async def lost_among(
    client: SignalClient, declared: Iterable[DeclaredGroup]
) -> list[DeclaredGroup]:
    """Return the declared groups that the number is not in.

    Raises:
        SignalApiError: of the kind that fits.
    """
    known = {group.id for group in await client.groups() if group.member}
    return [one for one in declared if one.id not in known]


async def rebuild(
    client: SignalClient,
    lost: Iterable[DeclaredGroup],
    noted: Collection[str],
    invited: Mapping[str, Collection[str]],
    note: Callable[[str, str], None],
) -> list[Rebuilt]:
    """Make each of some groups anew, one after the other, and note each at once.

    One that was made and not noted, because something ended in between, is known by its name and
    taken, so that none is made twice.

    Args:
        client: calls for the new number.
        lost: the groups, as they should be.
        noted: ids that stand in the settings: no such group is taken for one that was not noted.
        invited: account ids of those who are invited, by the slug of their branch.
        note: called with the old and the new id of each group as soon as it stands.

    Returns:
        The groups, in order.

    Raises:
        SignalApiError: of the kind that fits; what was made until then is noted.
    """
    taken = set(noted)
    rebuilt = []
    for one in lost:
        groups = [group for group in await client.groups() if group.member and group.admin]
        left_over = next(
            (group.id for group in groups if group.id not in taken and _is_ours(group, one)), None
        )
        # A caucus is the affair of its keepers alone.
        admins = () if one.kind is GroupKind.CAUCUS else invited.get(one.branch, ())
        members = dict.fromkeys((*admins, *one.keepers))
        made = left_over or await client.create_group(
            one.name,
            members=tuple(members),
            description=one.description,
            permissions=one.permissions,
            link=one.link,
            expiration_seconds=None if one.timer is None else int(one.timer.total_seconds()),
        )
        taken.add(made)
        note(one.id, made)
        rebuilt.append(Rebuilt(one, await client.group(made), made=left_over is None))
    return rebuilt


def _is_ours(group: Group, wanted: DeclaredGroup) -> bool:
    """Whether a group is as it was made here, and nobody else's that the bot was put into."""
    same = group.name == wanted.name and group.description.split() == wanted.description.split()
    return same and len(group.admins) == 1
