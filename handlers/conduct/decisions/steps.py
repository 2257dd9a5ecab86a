"""What a moderator is asked next about a decision, and how their answers are read."""

from datetime import UTC, datetime
from typing import Any

from handlers.conduct.decisions.states import (
    AskDays,
    AskKnown,
    AskStep,
    AskWhat,
    AskWhere,
    ConfirmDecision,
    Deciding,
)
from handlers.conduct.decisions.texts import notice_text, person_name, place_of
from handlers.conversation.heard import Heard, HeardMessage
from handlers.parsing import read_number
from handlers.services import Services
from relay.conduct.decisions.decision import LADDER, Decision, Step
from relay.conduct.hearing.message_index import KEPT_FOR
from relay.conduct.matters.matter import MatterView
from relay.groups.declared import DeclaredGroup
from relay.groups.tables import KeptGroup
from relay.language.vocabulary import clean

LONGEST = 600
"""Characters, as people count them, of how it affected others, and of why."""

_WEEK = 7


def begin_draft(
    heard: Heard[Any], view: MatterView, *, opened: bool = False, text: str = ""
) -> Deciding:
    """Begin a decision in a matter; return the state that goes on with it.

    Args:
        heard: whoever decides.
        view: the matter, of which it is known whom it is about.
        opened: whether it was opened just for this.
        text: the message it is about, where the matter does not hold it yet.
    """
    draft = heard.services.deciding.decisions.draft(
        view.number,
        view.branch,
        person=view.subject or "",
        message=place_of(heard.services, view),
    )
    return Deciding(decision=draft.number, opened=opened, text=text)


async def ask_known(heard: Heard[Any], state: Deciding) -> None:
    """Ask for a conflict of interest."""
    draft = state.draft(heard.services)
    if draft is None:
        return
    heard.enter(state.becomes(AskKnown))
    name = person_name(heard.services, draft.person)
    await heard.say("decision-ask-known", number=str(draft.matter), name=name)


async def ask_standard(heard: Heard[Any], state: Deciding) -> None:
    """Ask what was done."""
    draft = state.draft(heard.services)
    if draft is None:
        return
    heard.enter(state.becomes(AskWhat))
    lines = "\n".join(heard.services.standards.lines(draft.branch))
    await heard.say("decision-ask-standard", standards=lines)


def steps_for(heard: Heard[Any], draft: Decision) -> list[Step]:
    """Return what whoever decides can choose from, in the order of the list."""
    services = heard.services
    steps = list(LADDER)
    if not services.deciding.proposals.may_decide(heard.person, draft.but(step=Step.REMOVAL)):
        steps.remove(Step.REMOVAL)
    if not groups_for(heard, draft):
        steps.remove(Step.TIMEOUT)
    return [*steps, *([Step.DELETE] if _may_be_deleted(services, draft) else [])]


def _may_be_deleted(services: Services, draft: Decision) -> bool:
    """Whether phones still delete the message, as far as is known (`KEPT_FOR`)."""
    message = draft.message
    if message is None or message.timestamp is None:
        return False
    return datetime.fromtimestamp(message.timestamp / 1000, UTC) > services.clock.now() - KEPT_FOR


async def ask_step(heard: Heard[Any], state: Deciding, draft: Decision) -> None:
    """Ask what should happen, and say where another moderator has to agree."""
    say, proposals = heard.services.words.say, heard.services.deciding.proposals
    steps = steps_for(heard, draft)
    needs = [proposals.needed(draft.but(step=step)) for step in steps]
    lines = [
        say(
            "decision-step-line",
            index=str(index),
            step=step.value,
            second="yes" if needed else "no",
        )
        for index, (step, needed) in enumerate(zip(steps, needs, strict=True), start=1)
    ]
    heard.enter(state.becomes(AskStep))
    marked = "yes" if any(needs) else "no"
    await heard.say("decision-ask-step", lines="\n".join(lines), marked=marked)


def groups_for(heard: Heard[Any], draft: Decision) -> list[tuple[KeptGroup, DeclaredGroup]]:
    """Return the groups out of which whoever decides can take somebody.

    A private group is among them only where they moderate just that one, or the matter is about it.
    """
    services, person = heard.services, heard.person
    view = services.matters.known(draft.matter)
    about = frozenset() if view is None else frozenset(view.groups)
    mandate = services.moderators.mandate_of(person, draft.branch)
    own = frozenset() if mandate is None else frozenset(mandate.groups)
    return [
        (kept, group)
        for kept, group in services.groups.known()
        if kept.branch == draft.branch
        and services.deciding.proposals.may_decide(person, draft.but(groups=(kept.number,)))
        and (group.listed or kept.number in about | own)
    ]


async def ask_where(heard: Heard[Any], state: Deciding, draft: Decision) -> None:
    """Ask out of which groups somebody is taken."""
    say = heard.services.words.say
    lines = [
        say("decision-group-line", number=str(index), name=group.name)
        for index, (_, group) in enumerate(groups_for(heard, draft), start=1)
    ]
    heard.enter(state.becomes(AskWhere))
    await heard.say("decision-ask-where", lines="\n".join(lines))


def groups_said(
    heard: HeardMessage, groups: list[tuple[KeptGroup, DeclaredGroup]]
) -> tuple[int, ...]:
    """Return the groups that somebody has chosen from a list; none where that is unclear."""
    if heard.answers("all"):
        return tuple(kept.number for kept, _ in groups)
    said = clean(heard.message.text).replace(",", " ").replace("+", " ").split()
    places = [int(one) if one.isdecimal() and one.isascii() else 0 for one in said]
    if not places or not all(1 <= place <= len(groups) for place in places):
        return ()
    return tuple(sorted({groups[place - 1][0].number for place in places}))


async def ask_days(heard: Heard[Any], state: Deciding, draft: Decision) -> None:
    """Ask for how many days."""
    heard.enter(state.becomes(AskDays))
    most = heard.services.branches[draft.branch].conduct.longest_timeout_days
    await heard.say("decision-ask-days", most=most)


def days_said(services: Services, words: str) -> int | None:
    """Return how many days were typed, None where that is unclear."""
    said, known = words.casefold().strip(" .!"), services.vocabulary
    for name, days in (("pause_days", 1), ("advert_weeks", _WEEK)):
        found = known.phrase(name).fullmatch(said)
        if found is not None:
            return days * (int(found["count"]) if found["count"].isdecimal() else 1)
    number, more = read_number(said)
    return number if not more else None


async def preview(heard: Heard[Any], state: Deciding, draft: Decision) -> None:
    """Show a decision just as the person will read it."""
    services = heard.services
    needs = services.deciding.proposals.needed(draft.but(proposer=heard.person))
    sent = await heard.say(
        "decision-preview",
        name=person_name(services, draft.person),
        text=notice_text(services.speaking_to(draft.person), draft),
        needs=needs,
        change=draft.change.value,
    )
    heard.enter(state.becomes(ConfirmDecision, preview=sent.delivery))
