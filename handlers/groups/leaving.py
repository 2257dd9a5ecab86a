"""`leave 3`: out of a group, or no longer waiting for one."""

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.groups.door_notices import DoorNotices
from handlers.groups.finding import Pair, to_leave
from relay.groups.requests import Waiting
from relay.groups.tables import KeptGroup, Standing

leaving_groups = Router("leaving_groups")


def asks_to_leave(heard: HeardMessage) -> bool:
    """Whether a group is meant. "Leave me alone" and "leave him" are no command."""
    rest = heard.typed.rest
    if not rest:
        return len(_waits_for(heard)) > 0
    found = to_leave(heard, rest)
    return found.group is not None or found.number is not None or bool(found.near)


@leaving_groups.command(
    "leave", new, asks_to_leave, section=Section.JOINING, usages=((Follows.NUMBER,),)
)
async def leave(heard: HeardMessage) -> None:
    """Take somebody out of a group, or take back what they asked."""
    services, rest = heard.services, heard.typed.rest
    found = to_leave(heard, rest)
    pair = found.group
    if not rest:
        waits = _waits_for(heard)
        pair = waits[0] if len(waits) == 1 else None
        if pair is None:
            await heard.say("leave-which", command=services.vocabulary.name("leave"))
            return
    if pair is None:
        if found.near:
            command = f"{services.vocabulary.name('leave')} {found.near}"
            await heard.say("leave-did-you-mean", name=found.near, command=command)
        else:
            await heard.say("leave-unknown", command=services.vocabulary.name("groups"))
        return
    kept, group = pair
    request = services.doors.request_of(kept, heard.person)
    if request is not None and request.state is Waiting.LEAVING:
        await heard.say("leave-under-way", name=group.name)
    elif request is not None and not services.doors.is_in(kept, heard.person):
        services.doors.withdraw(request, DoorNotices(services))
        await heard.say("leave-taken-back", name=group.name)
    elif why := _why_not(heard, kept):
        await heard.say(why, name=group.name)
    else:
        services.doors.take_out(kept, heard.person)
        await heard.say("leave-under-way", name=group.name)


def _why_not(heard: HeardMessage, kept: KeptGroup) -> str:
    """Return the message that says why somebody is not taken out now; empty if they are."""
    doors = heard.services.doors
    if doors.knows(kept) and not doors.is_in(kept, heard.person):
        return "leave-not-in"
    if kept.standing is not Standing.KEPT:
        return "leave-powerless"
    if not doors.admins.knows(kept):
        return "leave-not-yet"
    return "leave-last-admin" if doors.admins.is_last(kept, heard.person) else ""


def _waits_for(heard: HeardMessage) -> list[Pair]:
    """The groups that somebody asked to be let into and is not in yet."""
    doors = heard.services.doors
    numbers = {
        request.group_number
        for request in doors.requests.of_person(heard.person)
        if request.state is not Waiting.LEAVING
    }
    return [pair for pair in doors.known() if pair[0].number in numbers]
