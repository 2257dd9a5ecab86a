"""A flood pauses groups for a time; moderators are asked, and may open them at once.

Nobody is taken out of anything, and nothing that was written is looked at or deleted: what follows
from it for whoever wrote it, moderators decide as they decide everything.
"""

from typing import Any

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import is_thumb
from handlers.services import Services
from relay.conduct.floods import Flood
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
            asked = self._ask(flood, paused, flowing)
            if paused:
                numbers = tuple(one.number for one in paused)
                services.store[FloodAlarms].raise_one(flood.branch, numbers, until, asked)

    def _ask(
        self, flood: Flood, paused: list[KeptGroup], flowing: list[KeptGroup]
    ) -> tuple[int, ...]:
        services, pause = self._services, self._services.branches[flood.branch].conduct.flood_pause
        name = services.hearing.people.named(flood.person)
        until = services.clock.now() + pause if pause is not None else services.clock.now()

        def text(speaking: Services) -> str:
            return speaking.words.say(
                "flood-stopped" if paused else "flood-not-stopped",
                kind=flood.kind.value,
                name=name,
                groups=_names(speaking, paused or flowing),
                until=speaking.time.spoken(until),
            )

        moderators = {
            one: None
            for group in flowing
            for one in services.moderators.of(flood.branch, group.number)
        }
        return tuple(
            services.tell_text(one, text)
            for one in moderators
            if not services.vault.hiding.has_hidden(one)
        )


def has_flood(heard: HeardMessage) -> bool:
    """Let a moderator through of a group that a flood has paused; else the word means nothing."""
    return bool(_open_for(heard))


@floods.command(
    "flood",
    new,
    lambda heard: heard.services.vocabulary.answers_with("flood_over", heard.typed.rest),
    may=has_flood,
    section=Section.RUNNING,
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
    """Open the groups of some alarms that are still paused as those left them; tell the others."""
    services = heard.services
    opened = []
    for alarm in alarms:
        services.store[FloodAlarms].end(alarm)
        for number in alarm.groups:
            group = services.groups.numbered(number)
            # Whoever has paused it anew meanwhile meant it.
            if group is not None and group.paused_until == alarm.until:
                mandate = services.moderators.mandate_of(heard.person, alarm.branch)
                by = heard.person if mandate is None else f"mandate:{mandate.number}"
                services.groups.resume(number, by=by)
                opened.append(group)
        _tell_others(services, alarm, heard.person)
    if opened:
        await heard.say("flood-opened", groups=_names(services, opened))
    else:
        await heard.say("flood-open-already")


def _tell_others(services: Services, alarm: FloodAlarm, but: str) -> None:
    def text(speaking: Services) -> str:
        return speaking.words.say(
            "flood-opened-other", groups=_numbered_names(speaking, alarm.groups)
        )

    for other in services.moderators.of(alarm.branch, alarm.groups[0]):
        if other != but and not services.vault.hiding.has_hidden(other):
            services.tell_text(other, text)


def _open_for(heard: Heard[Any]) -> list[FloodAlarm]:
    """Return what floods have paused in groups that somebody moderates."""
    services = heard.services
    if not services.moderators.is_moderator(heard.person):
        return []
    return [
        alarm
        for alarm in services.store[FloodAlarms].all()
        if all(services.moderators.may(heard.person, alarm.branch, one) for one in alarm.groups)
    ]


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


def _numbered_names(services: Services, numbers: tuple[int, ...]) -> str:
    found = (services.groups.numbered(one) for one in numbers)
    return _names(services, [one for one in found if one is not None])
