"""`silence`: nothing comes any more that somebody has not asked for; and `unsilence`.

So does a mere "stop" of whoever has got something unasked, and is in the middle of nothing else.
What they did ask for goes on: a report, a group, announcements, reminders; and what is about
themselves.
"""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import asked_for, new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.services import Services
from handlers.subscriptions.leaving import is_asked_nothing
from relay.groups.newcomers import Newcomers, invitation_to, welcome_to
from relay.language.vocabulary import clean
from relay.meetings.tables import PlannedReminders

silencing = Router("silencing")


def says_stop(heard: HeardMessage) -> bool:
    """Whether somebody says only that, who was written to without having asked."""
    services, person = heard.services, heard.person
    if services.mailings.places.of(person) or services.store[PlannedReminders].followed(person):
        return False
    if not services.vocabulary.answers_with("stop_reminding", clean(heard.message.text)):
        return False
    return not services.has_role(person) and _was_written_to(services, person)


def is_no_unsubscribing(heard: HeardMessage) -> bool:
    """Whether it does not rather end announcements that they get: "stop messaging me"."""
    services = heard.services
    ends = services.vocabulary.means("unsubscribe", heard.message.text)
    return not (ends and services.mailings.places.of(heard.person))


@silencing.command(
    "silence",
    new,
    without_files,
    is_asked_nothing,
    is_no_unsubscribing,
    by=asked_for,
    section=Section.ATTENDING,
)
@silencing.message(new, without_files, is_asked_nothing, says_stop)
async def be_silent(heard: HeardMessage) -> None:
    """Remember that nothing unasked is to come."""
    services, person = heard.services, heard.person
    services.left_alone.begin(person)
    goes_on = "none"
    if services.mailings.places.of(person):
        goes_on = "announcements"
    elif services.store[PlannedReminders].followed(person):
        goes_on = "reminders"
    await heard.say("silence-on", comes=goes_on)


@silencing.command(
    "unsilence", new, without_files, is_asked_nothing, by=asked_for, section=Section.ATTENDING
)
async def write_again(heard: HeardMessage) -> None:
    """Forget it."""
    was_on = heard.services.left_alone.wants(heard.person)
    heard.services.left_alone.end(heard.person)
    await heard.say("silence-off" if was_on else "silence-not-on")


def _was_written_to(services: Services, person: str) -> bool:
    told = services.store[Newcomers].was_told
    kept = services.groups.of_branches(services.branches)
    return (
        any(told(welcome_to(slug), person) for slug in services.branches)
        or any(told(invitation_to(one.number), person) for one in kept)
        or any(one.by_link for one in services.doors.requests.of_person(person))
        or bool(services.mailings.ballots.asks(person))
    )
