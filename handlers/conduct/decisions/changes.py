"""`lift 412`, `shorten 412 3 days`, `undo 412`, `out 412`: what moderators do about what holds.

What one moderator decided alone, one may change alone, and all others hear of it. What others had
to agree to, as many have to agree to change.
"""

from datetime import datetime

from handlers.conduct.decisions.deciding import say_unknown
from handlers.conduct.decisions.ending import stands_in_way
from handlers.conduct.decisions.states import Deciding
from handlers.conduct.decisions.steps import days_said, preview
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.decisions.decision import Change, Decision, end_after

decision_changes = Router("decision_changes")


def names_matter(heard: HeardMessage) -> bool:
    """Whether the number of a matter follows that its sender may know of."""
    number, _ = read_number(heard.typed.rest)
    services = heard.services
    return number is not None and services.matters.matter(heard.person, number) is not None


def names_matter_alone(heard: HeardMessage) -> bool:
    """The same, and nothing after it."""
    return not read_number(heard.typed.rest)[1] and names_matter(heard)


@decision_changes.command(
    "lift",
    new,
    names_matter_alone,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER,),),
)
async def lift(heard: HeardMessage) -> None:
    """End what holds, from now on."""
    await _begin(heard, Change.LIFT)


@decision_changes.command(
    "undo",
    new,
    names_matter_alone,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER,),),
)
async def undo(heard: HeardMessage) -> None:
    """Take back what was decided, as if it had never been."""
    await _begin(heard, Change.UNDO)


@decision_changes.command(
    "shorten",
    new,
    names_matter,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER, Follows.DAYS),),
)
async def shorten(heard: HeardMessage) -> None:
    """Have a time-out or a removal end earlier: after so many days in all."""
    number, more = read_number(heard.typed.rest)
    services = heard.services
    days = days_said(services, more)
    holds = services.deciding.decisions.in_force(number or 0)
    if holds is None or not holds.keeps_out or holds.until is None:
        await heard.say("decision-not-in-force", number=str(number))
    elif days is None or days < 1:
        command = services.vocabulary.name("shorten")
        await heard.say("decision-shorten-how", command=command, number=str(number))
    elif _end(heard, holds, days) >= holds.until:
        await heard.say("decision-not-shorter", until=services.time.spoken(holds.until))
    else:
        await _begin(heard, Change.SHORTEN, days)


@decision_changes.command(
    "out",
    new,
    names_matter_alone,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER,),),
)
async def take_out_again(heard: HeardMessage) -> None:
    """Take somebody out whom others have let in by hand."""
    number, _ = read_number(heard.typed.rest)
    deciding = heard.services.deciding
    holds = deciding.decisions.in_force(number or 0)
    if holds is None or not holds.keeps_out:
        await heard.say("decision-not-in-force", number=str(number))
    elif not deciding.proposals.may_decide(heard.person, holds):
        await say_unknown(heard, number or 0)
    else:
        await heard.say("decision-out-again", count=deciding.effects.take_out_again(holds))


async def _begin(heard: HeardMessage, change: Change, days: int | None = None) -> None:
    """Show what the person would read; a yes carries it out, or asks the others."""
    number, _ = read_number(heard.typed.rest)
    services = heard.services
    holds = services.deciding.decisions.in_force(number or 0)
    if holds is None or (change is not Change.UNDO and not holds.keeps_out):
        await heard.say("decision-not-in-force", number=str(number))
        return
    if not services.deciding.proposals.may_decide(heard.person, holds):
        await say_unknown(heard, holds.matter)
        return
    draft = services.deciding.decisions.draft(
        holds.matter,
        holds.branch,
        step=holds.step,
        change=change,
        changes=holds.number,
        person=holds.person,
        groups=holds.groups,
        taken=holds.taken,
        days=days,
    )
    stands = stands_in_way(services, heard.person, draft)
    if stands is not None:
        services.deciding.decisions.drop(draft.number)
        await heard.say_text(stands)
        return
    await preview(heard, Deciding(decision=draft.number), draft)


def _end(heard: HeardMessage, holds: Decision, days: int) -> datetime:
    zone = heard.services.settings.timezone
    return end_after(holds.decided or heard.services.clock.now(), days, zone)
