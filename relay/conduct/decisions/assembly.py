"""All that decisions are made of, put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from relay.conduct.decisions.decision import Step
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.decisions.effect_rows import EffectRows
from relay.conduct.decisions.effect_watch import EffectWatch
from relay.conduct.decisions.effects import Effects
from relay.conduct.decisions.proposals import Proposals
from relay.conduct.decisions.whereabouts import Whereabouts
from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.matters import Matters
from relay.groups.door_rules import No
from relay.groups.doors import Doors
from relay.groups.keeping import GroupKeeper
from relay.settings import Branch
from relay.signal.abilities import Abilities
from relay.store import Store
from relay.time.clock import Clock


@dataclass(frozen=True)
class Deciding:
    """What conversations about decisions work with.

    Attributes:
        decisions: what was decided and what holds now.
        proposals: how a decision comes about.
        effects: what follows from it in Signal.
        watch: whether that has come about.
        where: which groups there are, and who is in them.
    """

    decisions: Decisions
    proposals: Proposals
    effects: Effects
    watch: EffectWatch
    where: Whereabouts


def kept_out_by(decisions: Decisions) -> Callable[[str, str, int], No | None]:
    """Return what says why somebody is not let into a group, for the doors.

    Args:
        decisions: what was decided.
    """

    def kept_out(person: str, branch: str, group: int) -> No | None:
        found = decisions.kept_out(person, branch, group)
        if found is None:
            return None
        return No.REMOVED if found[0] is Step.REMOVAL else No.AWAY

    return kept_out


def build_deciding(
    store: Store,
    clock: Clock,
    zone: ZoneInfo,
    branches: Mapping[str, Branch],
    *,
    decisions: Decisions,
    matters: Matters,
    moderators: Moderators,
    keeper: GroupKeeper,
    doors: Doors,
    abilities: Abilities,
    people_in: Callable[[str], frozenset[str]],
) -> Deciding:
    """Put together what decisions are made of; whom they tell is set later.

    Args:
        store: where it is kept, and the outbox.
        clock: the time.
        zone: the branches'.
        branches: their settings, by slug.
        decisions: what was decided.
        matters: what moderators deal with.
        moderators: who moderates now.
        keeper: the groups that are declared.
        doors: who waits to be let in.
        abilities: what can be done in Signal here.
        people_in: who is in a group, by its id, as the last look said.
    """
    where = Whereabouts(store, keeper, people_in)
    rows = EffectRows(store, clock, where)
    effects = Effects(store, clock, branches, rows, where, doors, abilities)
    decisions.carrier = effects
    return Deciding(
        decisions=decisions,
        proposals=Proposals(store, clock, zone, branches, decisions, moderators, matters.readers),
        effects=effects,
        watch=EffectWatch(store, clock, decisions, rows, effects, where),
        where=where,
    )
