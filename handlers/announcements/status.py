"""`status` and `status N`: where an announcement stands, and what waits."""

from datetime import timedelta

from handlers.announcements.lookup import beginning, find_own
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.notices import place_lines
from handlers.public_places import place_and_branch
from handlers.services import Services
from relay.store.announcements import Announcement, State

status = Router("status")
_NEWEST = 3
_LATELY = timedelta(hours=24)


@status.command("status", may=admin, section=Section.POSTING, usages=((), (Follows.NUMBER,)))
async def show_status(heard: HeardMessage) -> None:
    """Say where one announcement stands, or how the relay is."""
    services = heard.services
    if not heard.typed.rest:
        await heard.say_text(_overview(services, heard.person))
        return
    found = await find_own(heard, "status")
    if found is not None:
        await heard.say_text(_of(services, found[0]))


def _overview(services: Services, person: str) -> str:
    say = services.words.say
    lines = [say("status-waiting", count=services.store.outbox.queued_for_operations())]
    lines += [
        say(
            "status-blocked",
            place=place_and_branch(services, breaker.lane),
            since=services.time.spoken(breaker.since),
            cause=breaker.cause,
        )
        for breaker in services.store.breakers.all()
    ]
    now = services.clock.now()
    if phones := services.store.missed_messages.trusted_since(now - _LATELY):
        lines.append(say("status-new-phones", count=phones))
    own = services.slugs_of(person)
    newest = services.store.announcements.newest(own, _NEWEST)
    if newest:
        lines += [
            say("status-newest", count=len(newest)),
            *(_line(services, announcement) for announcement in newest),
            _of(services, newest[0]),
        ]
    return "\n".join(lines)


def _line(services: Services, announcement: Announcement) -> str:
    return services.words.say(
        "status-newest-line", number=str(announcement.id), text=beginning(announcement.text)
    )


def _of(services: Services, announcement: Announcement) -> str:
    say = services.words.say
    number = announcement.id
    match announcement.state:
        case State.PROPOSED:
            return say("status-proposed", number=str(number))
        case State.DROPPED:
            return say("status-dropped", number=str(number))
        case State.SCHEDULED if announcement.post_at is not None:
            when = services.time.spoken(announcement.post_at)
            return say("status-scheduled", number=str(number), when=when)
    operation = services.store.operations.latest(number)
    if operation is None or announcement.posted_at is None:
        return say("status-dropped", number=str(number))
    heading = say(
        "status-posted",
        number=str(number),
        when=services.time.spoken(announcement.posted_at),
        kind=operation.kind,
    )
    told = [listener.status(services, number) for listener in services.listeners]
    return "\n".join([heading, *place_lines(services, operation), *(one for one in told if one)])
