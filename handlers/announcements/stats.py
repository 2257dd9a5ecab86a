"""`stats 12`: how many phones an announcement has arrived on, and what people did with it."""

from handlers.announcements.lookup import find_own_or_newest
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.public_places import place_name, places_said
from handlers.services import Services
from relay.announcements.reach import groups_among
from relay.announcements.receipts import COUNTED_FOR, ReceiptCount, ReceiptCounts
from relay.signal.editing import reference_key
from relay.store.announcements import Announcement, State

stats = Router("stats")


@stats.command("stats", may=admin, section=Section.POSTING, usages=((Follows.NUMBER,), ()))
async def show_stats(heard: HeardMessage) -> None:
    """Answer with numbers, and ask the public places for theirs."""
    found = await find_own_or_newest(heard, "stats")
    if found is None:
        return
    services, (announcement, _) = heard.services, found
    if announcement.state is not State.POSTED or announcement.posted_at is None:
        waits = announcement.state in (State.SCHEDULED, State.PROPOSED)
        message = "change-not-posted-yet" if waits else "change-not-posted"
        await heard.say(message, number=str(announcement.id))
        return
    parts = [_in_groups(services, announcement)]
    sent = services.mailings.sent(announcement.id)
    if sent is not None:
        readers = services.mailings.readers(announcement.branch, announcement.id)
        parts.append(services.words.say("stats-direct", sent=str(sent), readers=readers))
    lanes = services.announcements.ask_for_counts(announcement, asked_by=heard.person)
    if lanes:
        names = dict.fromkeys(place_name(services, lane) for lane in lanes)
        blocked = any(services.store.breakers.of(lane) for lane in lanes)
        places = places_said(services, names)
        said = services.words.say("stats-asked", places=places, blocked="yes" if blocked else "no")
        parts.append(said)
    await heard.say_text("\n\n".join(parts))


def _in_groups(services: Services, announcement: Announcement) -> str:
    say, posted_at = services.words.say, announcement.posted_at
    groups = groups_among(list(services.store.announcements.standing(announcement.id)))
    if not groups or posted_at is None:
        return say("stats-nowhere", number=str(announcement.id))
    counts = {one.place: one for one in services.store[ReceiptCounts].of(announcement.id)}
    lines = "\n".join(_line(services, counts.get(reference_key(one)), one) for one in groups)
    when = services.time.spoken(posted_at)
    return say("stats", number=str(announcement.id), when=when, lines=lines)


def _line(services: Services, count: ReceiptCount | None, group: str) -> str:
    say, name = services.words.say, services.group_name(group)
    if count is None:
        return say("stats-group-unknown", group=name)
    known = services.store.groups.get(group)
    people = 0 if known is None else known.members
    over = services.clock.now() - count.since >= COUNTED_FOR or count.delivered >= people > 0
    # Some may have left since.
    delivered = min(count.delivered, people) if people else count.delivered
    return say(
        "stats-group",
        group=name,
        delivered=delivered,
        people=people,
        over="yes" if over else "no",
    )
