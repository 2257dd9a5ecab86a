"""`contacts`: how many are on the list, for admins; and the list itself as a file they cannot open.

Counts are said in fives, and what fewer than five people say is not said at all where they wrote it
in their own words: two numbers of one list, or of two days, must not tell who one person is.
"""

from handlers.contact_list.fields import choices_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.contact_list.entries import Entry, counted
from relay.contact_list.exporting import FIELDS, export_contacts
from relay.contact_list.outcomes import ASKED, NOT_ON_SIGNAL, UNSENT
from relay.language.vocabulary import bare
from relay.sealing.envelope import AGE_TYPE
from relay.settings import Branch

contact_listing = Router("contact_listing")

STEP = 5
_MOST_LINES = 15


def has_a_list(heard: HeardMessage) -> bool:
    """Let admins through of whose branches one has a contact list; none with a new phone."""
    return admin(heard) and bool(own_lists(heard))


def asks_for_counts(heard: HeardMessage) -> bool:
    """Whether nothing follows."""
    return not bare(heard.typed.rest).strip("? ")


def asks_for_export(heard: HeardMessage) -> bool:
    """Whether it is `contacts export`."""
    return heard.goes_on_with("contacts_export") and not heard.further


@contact_listing.command("contacts", new, asks_for_export, may=has_a_list)
async def export(heard: HeardMessage) -> None:
    """Send the list as a file that only the holder of the branch's key opens."""
    services, now = heard.services, heard.services.clock.now()
    for branch in own_lists(heard):
        entries = services.contacts.of_branch(branch.slug)
        settings = branch.contact_list
        key = None if settings is None else settings.export_key
        if key is None:
            await heard.say("contacts-export-no-key", branch=branch.name)
            continue
        if not entries:
            await heard.say("contacts-none", branch=branch.name)
            continue
        in_public = services.in_public.words
        headings = {
            one: in_public.say("contacts-heading", field=one) for one in (*FIELDS, "through-bot")
        }
        file = services.store.files.add(
            name=services.words.say("contacts-export-name"),
            media_type=AGE_TYPE,
            data=export_contacts(entries, key, headings, services.settings.timezone),
            now=now,
        )
        text = services.words.say("contacts-export", branch=branch.name)
        await heard.say_text(text, (file,))
        subject = f"contact list {branch.slug}"
        services.store.audit.record(
            actor=heard.person, action="contacts-exported", subject=subject, now=now
        )
        for other in branch.admins:
            if other != heard.person and not services.admins.waits(other):
                tell_unasked(services, other, "contacts-exported-by-another", branch=branch.name)


@contact_listing.command(
    "contacts",
    new,
    asks_for_counts,
    may=has_a_list,
    section=Section.RUNNING,
    usages=((), (Follows.EXPORT,)),
)
async def count(heard: HeardMessage) -> None:
    """Say how many there are, by area and by interest."""
    services = heard.services
    texts = []
    for branch in own_lists(heard):
        entries = services.contacts.of_branch(branch.slug)
        if not entries:
            texts.append(services.words.say("contacts-none", branch=branch.name))
        else:
            texts.append(_counts(services, branch, entries))
        if asked := _asked(services, branch):
            texts.append(asked)
    await heard.say_text("\n\n".join(texts))


def _counts(services: Services, branch: Branch, entries: list[Entry]) -> str:
    by_area = [one.given.area for one in entries]
    by_interest = [wish for one in entries for wish in one.given.interests]
    return services.words.say(
        "contacts",
        branch=branch.name,
        people=in_fives(services, len(entries)),
        areas=_lines(services, branch, "area", by_area) or "none",
        interests=_lines(services, branch, "interests", by_interest) or "none",
        step=STEP,
    )


def _lines(services: Services, branch: Branch, field: str, values: list[str]) -> str:
    choices, counts = choices_of(branch, field), counted(values)
    told = {what: count for what, count in counts.items() if what in choices or count >= STEP}
    lines = [
        services.words.say("contacts-line", what=what, count=in_fives(services, count))
        for what, count in list(told.items())[:_MOST_LINES]
    ]
    if len(lines) < len(counts):
        lines.append(services.words.say("contacts-others"))
    return "\n".join(lines)


def _asked(services: Services, branch: Branch) -> str:
    """What became of imported lists; nothing where there was none."""
    table = services.invitations.table
    outcomes, waiting = table.outcomes(branch.slug), table.waiting(branch.slug)
    if not outcomes and not waiting:
        return ""
    return services.words.say(
        "contacts-asked",
        asked=outcomes.get(ASKED, 0),
        waiting=waiting,
        absent=outcomes.get(NOT_ON_SIGNAL, 0),
        unsent=outcomes.get(UNSENT, 0),
    )


def in_fives(services: Services, count: int) -> str:
    """Return a count as it can be told: in fives, so that no two of them tell one person."""
    return services.words.say("contacts-count", count=count - count % STEP, step=STEP)


def own_lists(heard: HeardMessage) -> list[Branch]:
    """Return the branches with a contact list that somebody acts for."""
    own = heard.services.branches_of(heard.person)
    return [one for one in own if one.contact_list is not None]
