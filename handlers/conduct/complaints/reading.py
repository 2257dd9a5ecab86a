"""`complaints`, `complaint 412`, `ask 412 …`, `offer 412` and `close 412 …`: for moderators.

For a matter that somebody may not know of, every answer is that of a number which nobody has drawn.
"""

from typing import Any

from handlers.conduct.complaints.complaining import begin, may_complain
from handlers.conduct.complaints.own import hear_about
from handlers.conduct.complaints.places import name_of
from handlers.conduct.complaints.speaking import Talk
from handlers.conduct.talks.texts import plain_text
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from relay.conduct.matters.complaints import MOST_ENTRY
from relay.conduct.matters.matter import EntryKind, MatterEntry, MatterView
from relay.conduct.matters.matter import MatterState as State
from relay.language.cries import cries_out
from relay.language.graphemes import is_within

complaint_begins = Router("complaint_begins")
complaint_readings = Router("complaint_readings")

MOST_LISTED = 25


@looked_up_once
def has_complained(heard: Heard[Any]) -> bool:
    """Whether somebody has complained of something that is not hidden."""
    return bool(heard.services.complaints.all_of(heard.person))


def is_concerned(heard: HeardMessage) -> bool:
    """Whether the word means anything to somebody: else it begins a report, as everywhere."""
    return moderator(heard) or may_complain(heard) or has_complained(heard)


def is_idle(heard: HeardMessage) -> bool:
    """Whether nothing else is under way, or a number leaves no doubt, or nothing follows."""
    number, _ = read_number(heard.typed.rest)
    return heard.state is None or number is not None or not heard.typed.rest


@complaint_begins.command("complain", new, is_idle, may=is_concerned, section=Section.CONDUCT)
@complaint_begins.command(
    "complaint",
    new,
    is_idle,
    may=is_concerned,
    section=Section.CONDUCT,
    usages=(
        (Follows.NUMBER,),
        (Follows.NUMBER, Follows.TEXT),
        (Follows.NUMBER, Follows.MOVE),
        (Follows.NUMBER, Follows.WITHDRAW),
    ),
)
async def complain(heard: HeardMessage) -> None:
    """Begin a complaint, or say or add something about one."""
    services, person = heard.services, heard.person
    number, words = read_number(heard.typed.rest)
    if number is None:
        if not may_complain(heard):
            await _list(heard)
        elif cries_out(heard.typed.rest):
            await heard.say_text(services.said_in_danger("complaint-danger-first"))
        else:
            begin(services, person, heard.typed.rest)
        return
    services.complaints.bring_back(person, number)
    mine = services.complaints.mine(person, number)
    matter = None if mine is not None else services.matters.matter(person, number)
    if mine is not None:
        hear_about(heard, mine, words)
    elif await _answers_a_cry(heard, words):
        return
    elif matter is not None:
        show(services, person, matter)
    else:
        await heard.say("complaint-unknown", number=str(number))


@complaint_begins.command("complaints", new, may=is_concerned, section=Section.CONDUCT)
async def list_all(heard: HeardMessage) -> None:
    """List what somebody has complained of, and what waits for them as a moderator."""
    await _list(heard)


async def _list(heard: HeardMessage) -> None:
    services, person = heard.services, heard.person
    own = [one for one in services.complaints.all_of(person) if not one.is_draft]
    seen = services.matters.visible_to(person)
    open_ones = [one for one in seen if one.state is State.OPEN]
    others = [one for one in seen if one.state is not State.OPEN]
    lines = [_line(services, one, seen) for one in (*open_ones, *reversed(others))]
    text = services.words.say(
        "complaints",
        own="\n".join(
            services.words.say(
                "complaints-own-line",
                number=str(one.number),
                day=services.time.day(one.created),
                state=services.words.say("complaint-state", state=one.state.value),
            )
            for one in own
        )
        or "none",
        moderator="yes" if moderator(heard) else "no",
        lines="\n".join(lines[:MOST_LISTED]) or "none",
        more=max(0, len(lines) - MOST_LISTED),
    )
    await heard.say_text(text)


def _line(services: Services, matter: MatterView, seen: list[MatterView]) -> str:
    first = next(
        (
            one.number
            for one in seen
            if matter.subject is not None
            and one.subject == matter.subject
            and one.number != matter.number
            and one.created <= matter.created
        ),
        None,
    )
    waits = matter.waiting_since
    return services.words.say(
        "complaints-line",
        number=str(matter.number),
        branch=services.branches[matter.branch].name,
        state=matter.state.value,
        day=services.time.day(waits or matter.created),
        waits="yes" if waits is not None else "no",
        same="none" if first is None else str(first),
    )


def show(services: Services, moderator: str, matter: MatterView) -> None:
    """Show a matter to a moderator who may know of it, as far as Signal lets it be taken back."""
    talk, people = Talk(services, moderator, matter.number), services.hearing.people
    say = services.words.say
    same = [
        one
        for one in services.matters.visible_to(moderator)
        if matter.subject is not None
        and one.subject == matter.subject
        and one.number != matter.number
    ]
    log = services.matters.entries(matter.number)
    subject = "unknown" if matter.subject is None else people.named(matter.subject)
    delivery = talk.say(
        "complaint-shown",
        number=str(matter.number),
        branch=services.branches[matter.branch].name,
        origin=matter.origin.value,
        groups=", ".join(name_of(services, one) for one in matter.groups) or "none",
        subject=subject,
        subject_words=plain_text(services, matter.subject_words) or "none",
        message="none" if matter.message is None else plain_text(services, matter.message.text),
        pasted=plain_text(services, matter.pasted) or "none",
        about=plain_text(services, matter.about) or "none",
        words=plain_text(services, matter.words) or "none",
        others=len(same),
        log="\n".join(_entry(services, one) for one in log) or "none",
        answers="yes" if matter.has_complainer else "no",
        hint=say("complaint-belief-hint"),
    )
    services.matters.shown(matter.number, moderator, delivery)


def _entry(services: Services, entry: MatterEntry) -> str:
    return services.words.say(
        "complaint-entry-line",
        kind=entry.kind,
        day=services.time.day(entry.at),
        text=plain_text(services, entry.text),
    )


def names_matter(heard: HeardMessage) -> bool:
    """Whether a number follows that a moderator may know of, and that is no report's name."""
    number, _ = _number(heard)
    return number is not None and heard.services.matters.matter(heard.person, number) is not None


def _number(heard: HeardMessage) -> tuple[int | None, str]:
    """Read `412 …`, and `safeguarding 412` as people say it."""
    says = heard.goes_on_with("complaint_move")
    return read_number(heard.further if says else heard.typed.rest)


@complaint_readings.command(
    "ask",
    new,
    names_matter,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER, Follows.TEXT),),
)
async def ask(heard: HeardMessage) -> None:
    """Ask who complained something; neither side learns who the other is.

    Nothing in it can be tapped: whoever opens a link of another's is known to them.
    """
    services, (matter, words) = heard.services, _named(heard)
    if await _answers_a_cry(heard, words):
        return
    if not words:
        await heard.say("complaint-ask-what", number=str(matter.number))
    elif not is_within(words, MOST_ENTRY):
        await heard.say("complaint-entry-too-long", most=str(MOST_ENTRY))
    elif not matter.has_complainer:
        await heard.say("complaint-no-complainer", number=str(matter.number))
    else:
        words = plain_text(services, words)
        services.matters.add_entry(matter.number, EntryKind.QUESTION, words)
        services.matters.dealt_with(matter.number)
        services.matters.tell_complainer(
            matter.number,
            "complaint-asked",
            number=str(matter.number),
            branch=services.branches[matter.branch].name,
            text=words,
        )
        await heard.say("complaint-asked-moderator", number=str(matter.number))


@complaint_readings.command(
    "offer",
    new,
    names_matter,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER,),),
)
async def offer(heard: HeardMessage) -> None:
    """Offer who complained to move it to safeguarding."""
    services, (matter, words) = heard.services, _named(heard)
    if await _answers_a_cry(heard, words):
        return
    if not matter.has_complainer:
        await heard.say("complaint-no-complainer", number=str(matter.number))
        return
    services.matters.add_entry(matter.number, EntryKind.OFFERED, "")
    services.matters.dealt_with(matter.number)
    services.matters.tell_complainer(
        matter.number,
        "complaint-offered",
        number=str(matter.number),
        branch=services.branches[matter.branch].name,
    )
    await heard.say("complaint-offered-moderator", number=str(matter.number))


@complaint_readings.command(
    "close",
    new,
    names_matter,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER, Follows.REASON),),
)
async def close(heard: HeardMessage) -> None:
    """Close a matter without deciding anything, for a reason that who complained reads."""
    services, (matter, reason) = heard.services, _named(heard)
    number = str(matter.number)
    if await _answers_a_cry(heard, reason):
        return
    if not reason:
        await heard.say("complaint-close-why", number=number)
    elif not is_within(reason, MOST_ENTRY):
        await heard.say("complaint-entry-too-long", most=str(MOST_ENTRY))
    elif matter.state is State.CLOSED:
        await heard.say("complaint-closed-already", number=number)
    else:
        reason = plain_text(services, reason)
        services.matters.add_entry(matter.number, EntryKind.CLOSED, reason)
        services.matters.close(matter.number)
        branch = services.branches[matter.branch].name
        args = {"number": number, "branch": branch, "reason": reason}
        services.matters.tell_complainer(matter.number, "complaint-closed", **args)
        services.matters.tell_moderators(
            matter.number, "complaint-closed-other", (heard.person,), number=number
        )
        await heard.say("complaint-closed-moderator", number=number)


async def _answers_a_cry(heard: HeardMessage, words: str) -> bool:
    """Say what to do in danger where words beside a number call out; return whether they do."""
    if cries_out(words):
        await heard.say_text(heard.services.said_in_danger("complaint-danger-beside"))
        return True
    return False


def _named(heard: HeardMessage) -> tuple[MatterView, str]:
    number, words = _number(heard)
    matter = None if number is None else heard.services.matters.matter(heard.person, number)
    assert matter is not None  # noqa: S101 -- what the filter let through
    return matter, words
