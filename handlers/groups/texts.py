"""How a group stands, and what in it is not as declared, in words."""

from collections.abc import Iterable, Sequence

from handlers.services import Services
from relay.groups.comparing import Difference, read_differences
from relay.groups.declared import DeclaredGroup
from relay.groups.newcomers import Newcomers
from relay.groups.tables import KeptGroup, Standing
from relay.settings.groups import GroupKind


def difference_lines(services: Services, differing: Sequence[Difference]) -> str:
    """Return one line for each thing that is not as declared: how it is, and how it should be."""
    return "\n".join(
        services.words.say(
            "group-difference",
            # An empty pair of quotation marks says nothing to anybody.
            aspect=one.aspect if one.found or one.aspect != "description" else "no_description",
            found=_in_one_line(one.found),
            declared=_in_one_line(one.declared),
        )
        for one in differing
    )


def group_line(services: Services, kept: KeptGroup, declared: DeclaredGroup) -> str:
    """Return how a group stands: a line, and what is not as declared below it."""
    say = services.words.say
    branch = services.branches[kept.branch].name
    differing = read_differences(kept.differing)
    state = kept.standing.value
    if kept.standing is Standing.KEPT and differing:
        state = "mending"
    elif kept.standing is Standing.KEPT and kept.paused_until is not None:
        state = "paused"
    lines = [
        say(
            "group-line",
            number=str(kept.number),
            name=declared.name,
            branch=branch,
            kind=declared.kind.value,
            state=state,
            until="" if kept.paused_until is None else services.time.spoken(kept.paused_until),
        )
    ]
    if kept.standing is not Standing.MISSING and differing:
        lines.append(difference_lines(services, differing))
    if kept.taken:
        lines.append(say("group-line-taken", aspects=_aspects(services, kept.taken)))
    # Nothing of a caucus: whoever looks often sees each one come and go.
    came = 0
    if declared.kind is not GroupKind.CAUCUS:
        came = services.store[Newcomers].count(kept.number)
    if came:
        lines.append(say("group-line-new", count=came))
    return "\n".join(lines)


def _aspects(services: Services, aspects: Iterable[str]) -> str:
    return ", ".join(services.words.say("group-aspect", aspect=one) for one in aspects)


def _in_one_line(value: str) -> str:
    return " ".join(value.split())
