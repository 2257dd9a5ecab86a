"""`contact 12 Sam 07700 900123`: whom to ask about a meeting, for admins alone.

It is kept at once: nothing of it is published, so there is nothing to agree to.
"""

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.meetings.facts import MOST
from handlers.meetings.listing import asked_about
from handlers.meetings.parsing import says
from handlers.meetings.requested import own_meeting
from handlers.meetings.texts import one_line
from handlers.parsing import read_number
from handlers.services import Services
from relay.meetings.tables import Contacts, Meetings

meeting_contacts = Router("meeting_contacts")


def names_meeting(heard: HeardMessage) -> bool:
    """Whether a number of a meeting follows: without one, it is about a report."""
    number, _ = read_number(heard.typed.rest)
    return number is not None and heard.services.store[Meetings].get(number) is not None


@meeting_contacts.command(
    "contact",
    new,
    names_meeting,
    may=admin,
    section=Section.ARRANGING,
    usages=((Follows.NUMBER, Follows.TEXT),),
)
async def set_contact(heard: HeardMessage) -> None:
    """Keep whom to ask, or say who it is."""
    services = heard.services
    number, rest = read_number(heard.typed.rest)
    meeting = None if number is None else own_meeting(services, heard.person, number)
    if meeting is None:
        await heard.say("meeting-number-unknown", number=str(number))
        return
    contact, most = one_line(rest), MOST["contact"]
    named = {"number": str(meeting.id), "title": meeting.title}
    if not contact:
        known = private_contact_text(services, meeting.id)
        await heard.say_text(known or services.words.say("meeting-contact-none", **named))
    elif len(contact) > most:
        await heard.say("meeting-too-long", length=len(contact), most=most)
    elif says(services.vocabulary, "skip", contact):
        services.store[Contacts].keep(meeting.id, "")
        services.store.shredder.shred(services.clock.now())
        await heard.say("meeting-contact-forgotten", **named)
    else:
        services.store[Contacts].keep(meeting.id, contact)
        await heard.say("meeting-contact-kept", contact=contact, **named)
    services.record(heard.person, "meeting-contact", meeting.id)


@meeting_contacts.command("contact", new, names_meeting)
async def tell_contact(heard: HeardMessage) -> None:
    """Tell a member whom everybody may ask, or how to ask."""
    asked = asked_about(heard.services, heard.typed.rest)
    if asked.meeting is None:
        await heard.say("meeting-unknown-to-members", number=str(asked.number))
    elif asked.meeting.contact:
        await heard.say("meeting-text-contact", contact=asked.meeting.contact)
    else:
        await heard.say("meeting-contact-private")


def private_contact_text(services: Services, number: int) -> str:
    """Return whom only admins may know, in a sentence; nothing where nobody is named."""
    contact = services.store[Contacts].of(number)
    return services.words.say("meeting-contact-known", contact=contact) if contact else ""
