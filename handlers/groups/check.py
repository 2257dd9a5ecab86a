"""`groups check`, `groups keep 3` and `groups take 3`: how a branch's groups stand, for admins."""

from typing import Any, ClassVar

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.groups.own import own_group
from handlers.groups.texts import difference_lines, group_line
from handlers.parsing import read_number
from handlers.services import Services
from relay.groups.comparing import Difference, read_differences
from relay.groups.handing_over import HANDING
from relay.groups.tables import KeptGroup, Standing

group_checks = Router("group_checks")


class ConfirmGroup(Pending):
    """What would become of a group is shown.

    Attributes:
        number: of the group.
        differing: what was shown, as it is kept; if it is another by the yes, nothing is done.
    """

    number: int
    differing: tuple[dict[str, str], ...]

    async def accept(self, heard: Heard[Any]) -> None:
        """Do what was shown, if it is still so."""
        heard.leave()
        group = own_group(heard.services, heard.person, self.number)
        if group is None:
            await heard.say("group-unknown", number=str(self.number))
        elif self.differing != self.shown(group):
            await heard.say("group-changed-meanwhile", number=str(self.number))
        else:
            await self.carry_out(heard)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        await heard.say("group-left")

    def shown(self, group: KeptGroup) -> tuple[dict[str, str], ...]:
        """Return what would be shown of a group now."""
        raise NotImplementedError

    async def carry_out(self, heard: Heard[Any]) -> None:
        """Do it, and say so."""
        raise NotImplementedError

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was changed."""
        services.tell(person, "group-expired", number=str(self.number))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that nothing was changed."""
        services.tell(person, "group-expired", number=str(self.number))

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True


class ConfirmKeeping(ConfirmGroup):
    """Shall the group be as it was declared?"""

    name: ClassVar[str] = "groups.keep"

    def shown(self, group: KeptGroup) -> tuple[dict[str, str], ...]:
        """Return what is not as declared."""
        return group.differing

    async def carry_out(self, heard: Heard[Any]) -> None:
        """Have it changed."""
        heard.services.groups.keep(self.number, by=heard.person)
        await heard.say("group-keep-under-way")


class ConfirmTaking(ConfirmGroup):
    """Shall the group stay, or be again, as somebody has made it?"""

    name: ClassVar[str] = "groups.take"

    def shown(self, group: KeptGroup) -> tuple[dict[str, str], ...]:
        """Return what somebody has changed."""
        return group.differing or group.mended

    async def carry_out(self, heard: Heard[Any]) -> None:
        """Take it over."""
        heard.services.groups.take(self.number, by=heard.person)
        await heard.say("group-taken")


def asks_to_keep(heard: HeardMessage) -> bool:
    """Whether a group is to be as declared."""
    return heard.goes_on_with("keep_group")


def asks_to_take(heard: HeardMessage) -> bool:
    """Whether a group is to stay as somebody has made it."""
    return heard.goes_on_with("take_group")


_NOT_KEPT = (Standing.NEW, Standing.MISSING, Standing.POWERLESS, *HANDING)
_CHECK = (Follows.CHECK,)
_KEEP = (Follows.KEEP, Follows.NUMBER)
_TAKE = (Follows.TAKE, Follows.NUMBER)


@group_checks.command("groups", asks_to_keep, new, may=admin)
async def keep(heard: HeardMessage) -> None:
    """Show what would be changed in a group, and ask."""
    group = await _named(heard)
    if group is None:
        return
    if group.standing in _NOT_KEPT:
        await _say_how(heard, group)
    elif not group.differing:
        await heard.say("group-nothing-differs", number=str(group.number))
    else:
        await _ask(heard, group, "group-keep-ask", ConfirmKeeping, group.differing)


@group_checks.command("groups", asks_to_take, new, may=admin)
async def take(heard: HeardMessage) -> None:
    """Show what would be taken over from a group, and ask."""
    group = await _named(heard)
    if group is None:
        return
    changed = group.differing or group.mended
    if group.standing in (Standing.NEW, Standing.MISSING, *HANDING):
        await _say_how(heard, group)
    elif not changed:
        await heard.say("group-nothing-differs", number=str(group.number))
    else:
        await _ask(heard, group, "group-take-ask", ConfirmTaking, changed)


def asks_to_check(heard: HeardMessage) -> bool:
    """Whether anything follows: `groups` alone is the directory, for everybody."""
    return bool(heard.typed.rest)


@group_checks.command(
    "groups", asks_to_check, new, may=admin, section=Section.RUNNING, usages=(_CHECK, _KEEP, _TAKE)
)
async def check(heard: HeardMessage) -> None:
    """Say of each group how it stands."""
    services = heard.services
    groups = services.groups.of_branches(services.slugs_of(heard.person))
    if not groups:
        await heard.say("groups-none-declared")
        return
    lines = [group_line(services, one, services.groups.declared(one)) for one in groups]
    await heard.say("groups-check", lines="\n".join(lines))


async def _named(heard: HeardMessage) -> KeptGroup | None:
    word, _, rest = heard.typed.rest.partition(" ")
    number, _ = read_number(rest.strip())
    if number is None:
        await heard.say("group-number-missing", example=f"{heard.typed.command} {word} 3")
        return None
    group = own_group(heard.services, heard.person, number)
    if group is None:
        await heard.say("group-unknown", number=str(number))
    return group


async def _say_how(heard: HeardMessage, group: KeptGroup) -> None:
    declared = heard.services.groups.declared(group)
    await heard.say("groups-check", lines=group_line(heard.services, group, declared))


async def _ask(
    heard: HeardMessage,
    group: KeptGroup,
    message: str,
    kind: type[ConfirmGroup],
    differing: tuple[dict[str, Any], ...],
) -> None:
    found: tuple[Difference, ...] = read_differences(differing)
    sent = await heard.say(
        message,
        name=heard.services.groups.declared(group).name,
        lines=difference_lines(heard.services, found),
    )
    heard.enter(kind(number=group.number, differing=differing, preview=sent.delivery))
