"""When groups get an announcement, what they had last, and what may better wait for the morning."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.conversation.heard import HeardMessage
from handlers.services import Services
from relay.announcements import Preview
from relay.signal.editing import reference_key
from relay.signal.outgoing import SIGNAL_LANE
from relay.store.announcements import Announcement, State
from relay.time.quiet import next_at

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_NEAR = timedelta(hours=3)
"""What else is to be posted this soon before or after is worth knowing."""


def is_night(services: Services, moment: datetime) -> bool:
    """Whether people sleep at a moment, as the settings say.

    Args:
        services: the parts of the relay.
        moment: aware.
    """
    return services.settings.announcements.is_night(moment, services.time.zone)


def morning_after(services: Services, moment: datetime) -> datetime:
    """Return when it is morning next: what is not posted at night is posted then."""
    return next_at(moment, services.time.zone, services.settings.announcements.morning)


def wakes_people(services: Services, announcement: Announcement) -> bool:
    """Whether groups would get it at night if it were posted now: then it is asked about."""
    now = services.clock.now()
    at_once = announcement.post_at is None or announcement.post_at <= now
    return at_once and is_night(services, now) and _reaches_groups(services, announcement)


def wakes_with_change(services: Services, announcement: Announcement) -> bool:
    """Whether groups would get a change of it at night: then it is asked about."""
    return is_night(services, services.clock.now()) and _reaches_groups(services, announcement)


def says_now(heard: HeardMessage) -> bool:
    """Whether a message says at night that something is urgent."""
    services = heard.services
    return is_night(services, services.clock.now()) and heard.answers("at_once")


def says_morning(heard: HeardMessage) -> bool:
    """Whether a message says at night that something can wait for the morning."""
    services = heard.services
    return is_night(services, services.clock.now()) and heard.answers("in_the_morning")


def again_in_the_morning(services: Services) -> str:
    """Return that a change is kept by nobody and when it can be sent again."""
    morning = morning_after(services, services.clock.now())
    return services.words.say("change-in-the-morning", when=services.time.spoken(morning))


def night_change_text(services: Services) -> str:
    """Return the question whether a change is to reach people at night."""
    return services.words.say("change-night", time=services.time.time(services.clock.now()))


def says_when(heard: HeardMessage, number: int) -> bool:
    """Whether a message answers the question that a post at night is asked about.

    Args:
        heard: the message.
        number: what is shown.
    """
    announcement = heard.services.store.announcements.get(number)
    if announcement is None:
        return False
    if wakes_people(heard.services, announcement):
        return heard.answers("at_once") or heard.answers("in_the_morning")
    at = announcement.post_at
    return at is not None and is_night(heard.services, at) and heard.answers("in_the_morning")


def _reaches_groups(services: Services, announcement: Announcement) -> bool:
    branch = services.branches.get(announcement.branch)
    return branch is not None and bool(branch.announcement_groups)


def arrival(services: Services, announcement: Announcement, preview: Preview) -> list[str]:
    """Return one part of a preview: what delays it, and what the groups had before or get soon."""
    if not preview.groups:
        return []
    say, now = services.words.say, services.clock.now()
    lines = _what_delays(services) if announcement.post_at is None else []
    keys = [reference_key(group.id) for group in preview.groups]
    last = services.store.announcements.last_posted(keys)
    if last is not None:
        lines.append(say("preview-last-post", ago=ago(services, last), groups=len(preview.groups)))
    for other in _posted_near(services, announcement, announcement.post_at or now):
        if other.post_at is not None:
            when = services.time.spoken(other.post_at)
            lines.append(say("preview-near", number=str(other.id), when=when))
    if announcement.post_at is not None and is_night(services, announcement.post_at):
        lines.append(say("preview-at-night"))
    return ["\n".join(lines)] if lines else []


def night_text(services: Services) -> str:
    """Return the question about the night: now, or in the morning?"""
    now = services.clock.now()
    return services.words.say(
        "preview-night",
        time=services.time.time(now),
        when=services.time.spoken(morning_after(services, now)),
    )


def ago(services: Services, moment: datetime) -> str:
    """Return how long ago something was: "2 hours ago"."""
    past = max(services.clock.now() - moment, timedelta())
    say = services.words.say
    if past < _HOUR:
        return say("ago-minutes", count=past // _MINUTE)
    if past < 2 * _DAY:
        return say("ago-hours", count=past // _HOUR)
    return say("ago-days", count=past // _DAY)


def _what_delays(services: Services) -> list[str]:
    say = services.words.say
    breaker = services.store.breakers.of(SIGNAL_LANE)
    if breaker is not None:
        since = services.time.spoken(breaker.since)
        return [say("preview-blocked", since=since, cause=breaker.cause)]
    before = services.store.outbox.queued_for_operations(SIGNAL_LANE)
    return [say("preview-behind", count=before)] if before else []


def _posted_near(
    services: Services, announcement: Announcement, moment: datetime
) -> Sequence[Announcement]:
    """What else of the branch is to be posted about then."""
    return [
        other
        for other in services.store.announcements.scheduled([announcement.branch])
        if other.id != announcement.id
        and other.state is State.SCHEDULED
        and other.post_at is not None
        and abs(other.post_at - moment) <= _NEAR
    ]
