"""`queue` and `cancel N`: what waits for its time or for another admin."""

from handlers.announcements.lookup import beginning, find_own
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.services import Services
from relay.store.announcements import Announcement, State

queue = Router("queue")


@queue.command("queue", may=admin, section=Section.POSTING)
async def list_queue(heard: HeardMessage) -> None:
    """Answer with one line for each that waits."""
    services = heard.services
    waiting = services.store.announcements.scheduled(services.slugs_of(heard.person))
    if not waiting:
        await heard.say("queue-empty")
        return
    lines = "\n".join(_line(services, announcement) for announcement in waiting)
    await heard.say("queue-list", count=len(waiting), lines=lines)


@queue.command("cancel", may=admin, section=Section.POSTING, usages=((Follows.NUMBER,),))
async def cancel(heard: HeardMessage) -> None:
    """Drop one that waits. Not for what has been posted: that is `retract`."""
    services = heard.services
    found = await find_own(heard, "cancel")
    if found is None:
        return
    announcement, _ = found
    if announcement.state not in (State.SCHEDULED, State.PROPOSED):
        await heard.say("cancel-too-late", number=str(announcement.id))
        return
    services.store.announcements.move_to(announcement.id, State.DROPPED)
    services.record(heard.person, "cancel", announcement.id)
    await heard.say("cancel-done", number=str(announcement.id))


def _line(services: Services, announcement: Announcement) -> str:
    branch = services.branches[announcement.branch].name
    text = beginning(announcement.text)
    if announcement.state is State.PROPOSED:
        return services.words.say(
            "queue-line-proposed", number=str(announcement.id), branch=branch, text=text
        )
    assert announcement.post_at is not None  # noqa: S101 -- nothing is scheduled without
    return services.words.say(
        "queue-line",
        number=str(announcement.id),
        branch=branch,
        when=services.time.spoken(announcement.post_at),
        text=text,
    )
