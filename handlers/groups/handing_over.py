"""`groups hand over 3`: a caucus is given into its keepers' hands, and the bot leaves it."""

from typing import Any, ClassVar

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.parsing import first_word, read_number
from handlers.services import Services
from relay.groups.declared import DeclaredGroup
from relay.groups.tables import KeptGroup, Standing
from relay.settings.groups import GroupKind

handing_over = Router("handing_over")


class ConfirmHandover(Pending):
    """What the bot can no longer do once it has left is shown.

    Attributes:
        number: of the group.
    """

    name: ClassVar[str] = "groups.hand_over"

    number: int

    async def accept(self, heard: Heard[Any]) -> None:
        """Begin, if it can still be done."""
        heard.leave()
        group = _own(heard, self.number)
        if group is None or (why := _why_not(heard.services, group)):
            message = "group-unknown" if group is None else why
            await heard.say(message, number=str(self.number), name=_name(heard, group))
            return
        heard.services.groups.hand_over(self.number, by=heard.person)
        await heard.say("group-handing-over", name=_name(heard, group))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        await heard.say("group-left")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was changed."""
        services.tell(person, "group-expired", number=str(self.number))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that nothing was changed."""
        services.tell(person, "group-expired", number=str(self.number))

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's or a keeper's."""
        return True


def may_hand_over(heard: HeardMessage) -> bool:
    """Let through who is an admin of a branch, or a keeper, of a caucus that is declared."""
    return any(True for _ in _theirs(heard))


def asks_to_hand_over(heard: HeardMessage) -> bool:
    """Whether it is `groups hand over`."""
    return heard.services.vocabulary.phrase("hand_over_group").match(heard.typed.rest) is not None


@handing_over.command(
    "groups",
    new,
    asks_to_hand_over,
    may=may_hand_over,
    section=Section.RUNNING,
    usages=((Follows.OVER, Follows.NUMBER),),
)
async def hand_over(heard: HeardMessage) -> None:
    """Say what the bot can no longer do once it has left, and ask."""
    services = heard.services
    begun = services.vocabulary.phrase("hand_over_group").match(heard.typed.rest)
    rest = heard.typed.rest[begun.end() :] if begun else ""
    number, _ = read_number(rest.strip())
    if number is None:
        named = [k for k, g in _theirs(heard) if g.name.casefold() == rest.strip().casefold()]
        number = named[0].number if named else None
    if number is None:
        word = f"{heard.typed.command} {first_word(heard.typed.rest)} over 3"
        await heard.say("group-number-missing", example=word)
        return
    group = _own(heard, number)
    if group is None or (why := _why_not(services, group)):
        message = "group-unknown" if group is None else why
        await heard.say(message, number=str(number), name=_name(heard, group))
        return
    sent = await heard.say("group-hand-over-ask", name=_name(heard, group))
    heard.enter(ConfirmHandover(number=number, preview=sent.delivery))


def _theirs(heard: Heard[Any]) -> list[tuple[KeptGroup, DeclaredGroup]]:
    """Return the caucuses that somebody may hand over."""
    services, person = heard.services, heard.person
    if services.admins.waits(person):
        return []
    every = services.groups.of_branches(services.branches)
    pairs = [(kept, services.groups.declared(kept)) for kept in every]
    own = services.slugs_of(person)
    return [
        (kept, group)
        for kept, group in pairs
        if group.kind is GroupKind.CAUCUS and (person in group.keepers or kept.branch in own)
    ]


def _own(heard: Heard[Any], number: int) -> KeptGroup | None:
    return next((kept for kept, _ in _theirs(heard) if kept.number == number), None)


def _why_not(services: Services, kept: KeptGroup) -> str:
    """Return the message that says why a group cannot be handed over now; empty if it can."""
    group = services.groups.declared(kept)
    if kept.standing is Standing.HANDING_OVER:
        return "group-handing-over"
    if kept.standing is not Standing.KEPT or kept.paused_until is not None:
        return "group-hand-over-not-now"
    if any(services.admins.waits(keeper) for keeper in group.keepers):
        return "group-hand-over-new-phone"
    people = services.people_in(kept.id)
    return "" if people & set(group.keepers) else "group-hand-over-nobody"


def _name(heard: Heard[Any], group: KeptGroup | None) -> str:
    return "" if group is None else heard.services.groups.declared(group).name
