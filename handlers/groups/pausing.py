"""`pause 3 30m` and `open 3`: only admins write in a group for a time, and then all again."""

from datetime import datetime, timedelta

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.groups.own import own_group
from handlers.groups.texts import group_line
from handlers.parsing import read_number
from handlers.services import Services
from relay.groups.tables import KeptGroup, Standing
from relay.schema.values import length_of_time
from relay.time.moments import read_moment

pauses = Router("pauses")
_USUAL = timedelta(minutes=30)
_LONGEST = timedelta(days=7)
_UNITS = {
    "pause_minutes": timedelta(minutes=1),
    "pause_hours": timedelta(hours=1),
    "pause_days": timedelta(days=1),
}


@pauses.command(
    "pause",
    new,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.NUMBER, Follows.MOMENT), ()),
)
async def pause(heard: HeardMessage) -> None:
    """Let only admins write in a group; at once, since it may be needed, and it ends by itself."""
    group, words = await _named(heard, "pause")
    if group is None:
        return
    services, now = heard.services, heard.services.clock.now()
    until = _until(services, words, now)
    if until is None:
        await heard.say("group-pause-how-long", number=str(group.number))
    elif not now < until <= now + _LONGEST:
        await heard.say("group-pause-too-long", number=str(group.number))
    else:
        services.groups.pause(group.number, until, by=heard.person)
        await heard.say("group-pausing", name=services.groups.declared(group).name)


@pauses.command("unpause", new, may=admin, section=Section.RUNNING, usages=((Follows.NUMBER,), ()))
async def unpause(heard: HeardMessage) -> None:
    """Let everybody write in a group again who did before."""
    group, _ = await _named(heard, "unpause")
    if group is None:
        return
    if group.paused_until is None:
        await heard.say("group-not-paused", number=str(group.number))
        return
    heard.services.groups.resume(group.number, by=heard.person)
    await heard.say("group-opening", name=heard.services.groups.declared(group).name)


async def _named(heard: HeardMessage, command: str) -> tuple[KeptGroup | None, str]:
    """Return the group that somebody means, by number or by name, and what follows; or say why."""
    services = heard.services
    own = services.groups.of_branches(services.slugs_of(heard.person))
    if not own:
        await heard.say("groups-none-declared")
        return None, ""
    number, rest = read_number(heard.typed.rest)
    if number is None:
        group, rest = _by_name(services, own, heard.typed.rest)
    else:
        group = own_group(services, heard.person, number)
    if group is None and number is None:
        example = f"{services.vocabulary.name(command)} {own[0].number}"
        await heard.say("group-number-missing", example=example)
    elif group is None:
        await heard.say("group-unknown", number=str(number))
    elif group.standing is not Standing.KEPT:
        line = group_line(services, group, services.groups.declared(group))
        await heard.say("groups-check", lines=line)
        group = None
    return group, rest


def _by_name(services: Services, own: list[KeptGroup], text: str) -> tuple[KeptGroup | None, str]:
    """Return the one group whose name a text begins with, and what follows it."""
    folded = text.casefold()
    named = [
        (group, services.groups.declared(group).name.casefold())
        for group in sorted(own, key=lambda one: -len(services.groups.declared(one).name))
    ]
    for group, name in named:
        if folded == name or folded.startswith(f"{name} "):
            return group, text[len(name) :].strip()
    return None, text


def _until(services: Services, words: str, now: datetime) -> datetime | None:
    """Return until when, by what was typed: nothing, a length of time, or a moment."""
    if not words.strip():
        return now + _USUAL
    length = length_of_time(words.strip().lower())
    if length is not None:
        return now + length
    known = services.vocabulary
    for name, unit in _UNITS.items():
        found = known.phrase(name).fullmatch(words.strip())
        if found is not None:
            count = found["count"]
            return now + unit * (int(count) if count.isdecimal() else 1)
    before = known.phrase("pause_until").match(words)
    moment = words if before is None else words[before.end() :]
    read = read_moment(moment, now=now, zone=services.time.zone, known=known)
    return read if isinstance(read, datetime) else None
