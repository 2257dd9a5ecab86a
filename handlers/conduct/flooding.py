"""A flood pauses groups for a time; moderators are asked, and may open them at once.

Nobody is taken out of anything, and nothing that was written is looked at or deleted: what follows
from it for whoever wrote it, moderators decide as they decide everything.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import is_thumb
from handlers.services import Services
from relay.conduct.hearing.floods import Flood
from relay.conduct.tables.flood_alarms import FloodAlarm, FloodAlarms
from relay.groups.tables import KeptGroup, Standing

floods = Router("floods")
flood_thumbs = Router("flood_thumbs")

BY_ITSELF = "relay"
"""Who has paused it, in the audit trail."""


class FloodStop:
    """Pauses what is flooded, and asks.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def stop(self, flood: Flood) -> None:
        """Pause the groups and ask their moderators; outside a transaction."""
        services = self._services
        pause = services.branches[flood.branch].conduct.flood_pause
        groups = [one for number in flood.groups if (one := services.groups.numbered(number))]
        flowing = [one for one in groups if one.paused_until is None]
        if pause is None or not flowing:
            return
        until = services.clock.now() + pause
        paused = [one for one in flowing if one.standing is Standing.KEPT]
        with services.store.transaction():
            for group in paused:
                services.groups.pause(group.number, until, by=BY_ITSELF)
            asked = self._ask(flood, paused or flowing, until if paused else None)
            if paused:
                numbers = tuple(one.number for one in paused)
                services.store[FloodAlarms].raise_one(flood.branch, numbers, until, asked)

    def _ask(
        self, flood: Flood, groups: list[KeptGroup], until: datetime | None
    ) -> tuple[int, ...]:
        services = self._services
        name = services.hearing.people.named(flood.person)

        def text(speaking: Services, theirs: str) -> str:
            return speaking.words.say(
                "flood-not-stopped" if until is None else "flood-stopped",
                kind=flood.kind.value,
                name=name,
                groups=theirs,
                until="" if until is None else speaking.time.spoken(until),
            )

        return _tell_each(services, groups, text)


def has_flood(heard: HeardMessage) -> bool:
    """Let a moderator through of a group that a flood has paused; else the word means nothing."""
    return bool(_open_for(heard))


@floods.command(
    "flood",
    new,
    lambda heard: heard.services.vocabulary.answers_with("flood_over", heard.typed.rest),
    may=has_flood,
    section=Section.MODERATING,
    usages=((Follows.OVER,),),
)
async def end_by_word(heard: HeardMessage) -> None:
    """Open again what floods have paused."""
    await _open(heard, _open_for(heard))


def is_on_alarm(heard: HeardReaction) -> bool:
    """Whether it is a thumb up on the message that asked a moderator."""
    return bool(_meant(heard))


@flood_thumbs.reaction(is_on_alarm)
async def end_by_thumb(heard: HeardReaction) -> None:
    """Open again what this flood has paused."""
    await _open(heard, _meant(heard))


async def _open(heard: Heard[Any], alarms: list[FloodAlarm]) -> None:
    """Open the groups of some alarms that somebody moderates and tell the others who were asked."""
    services, opened = heard.services, []
    for alarm in alarms:
        mine = [one for one in alarm.groups if _may(heard, alarm, one)]
        services.store[FloodAlarms].end(alarm, mine)
        groups = [one for number in mine if (one := services.groups.numbered(number))]
        # Whoever has paused one anew meanwhile meant it.
        ended = [one for one in groups if one.paused_until == alarm.until]
        for group in ended:
            mandate = services.moderators.mandate_of(heard.person, alarm.branch)
            by = heard.person if mandate is None else f"mandate:{mandate.number}"
            services.groups.resume(group.number, by=by)
        if ended:
            _tell_others(services, ended, but=heard.person)
        opened += ended
    if opened:
        await heard.say("flood-opened", groups=_names(services, opened))
    else:
        await heard.say("flood-open-already")


def _tell_others(services: Services, groups: list[KeptGroup], but: str) -> None:
    def text(speaking: Services, theirs: str) -> str:
        return speaking.words.say("flood-opened-other", groups=theirs)

    _tell_each(services, groups, text, but)


def _tell_each(
    services: Services,
    groups: list[KeptGroup],
    text: Callable[[Services, str], str],
    but: str | None = None,
) -> tuple[int, ...]:
    """Tell the moderators of some groups, each of their own alone, but where a chat is hidden.

    Whoever moderates one group must not learn that somebody is in another.
    """
    theirs: dict[str, list[KeptGroup]] = {}
    for group in groups:
        for person in services.moderators.of(group.branch, group.number):
            theirs.setdefault(person, []).append(group)
    return tuple(
        services.tell_text(person, partial(_about, text, mine))
        for person, mine in theirs.items()
        if person != but and not services.vault.hiding.has_hidden(person)
    )


def _about(
    text: Callable[[Services, str], str], groups: list[KeptGroup], speaking: Services
) -> str:
    return text(speaking, _names(speaking, groups))


def _open_for(heard: Heard[Any]) -> list[FloodAlarm]:
    """Return what floods have paused in groups that somebody moderates."""
    if not heard.services.moderators.is_moderator(heard.person):
        return []
    alarms = heard.services.store[FloodAlarms].all()
    return [alarm for alarm in alarms if any(_may(heard, alarm, one) for one in alarm.groups)]


def _may(heard: Heard[Any], alarm: FloodAlarm, group: int) -> bool:
    return heard.services.moderators.may(heard.person, alarm.branch, group)


def _meant(heard: HeardReaction) -> list[FloodAlarm]:
    services, reaction = heard.services, heard.signal.message
    if reaction.is_remove or not is_thumb(reaction.emoji):
        return []
    alarms = _open_for(heard)
    return [
        alarm for alarm in alarms if any(services.is_on(reaction, asked) for asked in alarm.asked)
    ]


def _names(services: Services, groups: list[KeptGroup]) -> str:
    return ", ".join(services.groups.declared(one).name for one in groups)
