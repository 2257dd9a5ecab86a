"""From a moderator's yes to what is done, or to the other moderators."""

from dataclasses import replace
from typing import Any

from handlers.conduct.decisions.texts import proposal_text, what_text
from handlers.conversation.heard import Heard
from handlers.services import Services
from relay.conduct.decisions.decision import Change, Decision, DecisionState, Step
from relay.conduct.matters.matter import ReportedMessage


async def carry_out(heard: Heard[Any], number: int, text: str = "") -> None:
    """Decide or propose what was shown, if that may still be, and say which.

    Args:
        heard: the yes.
        number: of the draft.
        text: the message it is about, where the matter does not hold it yet.
    """
    services, deciding = heard.services, heard.services.deciding
    draft = deciding.decisions.draft_of(number)
    if draft is None:
        await heard.say("decision-dropped")
        return
    proposals = deciding.proposals
    mandate = proposals.mandate(heard.person, draft.branch)
    if mandate is None or not proposals.may_decide(heard.person, draft):
        deciding.decisions.drop(number)
        await heard.say("decision-no-mandate")
        return
    stands = stands_in_way(services, heard.person, draft)
    if stands is not None:
        deciding.decisions.drop(number)
        await heard.say_text(stands)
        return
    if not note_who(services, heard.person, draft, text):
        deciding.decisions.drop(number)
        command = services.vocabulary.name("decide")
        await heard.say("decision-somebody-else", number=str(draft.matter), command=command)
        return
    done = proposals.submit(draft, heard.person)
    services.matters.dealt_with(draft.matter)
    if done.state is DecisionState.PROPOSED:
        until = services.time.spoken(done.deadline or services.clock.now())
        refuse = f"{services.vocabulary.name('decision')} no {done.matter}"
        await heard.say(
            "decision-proposed-own", number=str(done.matter), until=until, refuse=refuse
        )
    else:
        await heard.say_text(done_text(services, done))


def note_who(services: Services, moderator: str, draft: Decision, text: str) -> bool:
    """Note in a matter whom it is about, where nobody has; return whether it is them.

    Args:
        services: the parts of the relay.
        moderator: account id of who decides.
        draft: about whom they found.
        text: the message it is about, if they found them by one.
    """
    matters = services.matters
    view, row = matters.matter(moderator, draft.matter), matters.table.get(draft.matter)
    contents = None if row is None else matters.contents(row)
    if view is None or row is None or contents is None:
        return False
    if contents.subject is None:
        place, message = draft.message, contents.message
        if message is None and place is not None and place.timestamp is not None:
            message = ReportedMessage(place.id, draft.person, place.timestamp, text)
        matters.put(row, replace(contents, subject=draft.person, message=message))
        return True
    return contents.subject == draft.person


def stands_in_way(services: Services, person: str, draft: Decision) -> str | None:
    """Return what is said where something else has been proposed or decided meanwhile."""
    decisions, proposals = services.deciding.decisions, services.deciding.proposals
    number = str(draft.matter)
    waiting = proposals.proposed(draft.matter)
    if waiting is not None and waiting.proposer != person:
        text = proposal_text(services, waiting)
        return services.words.say("decision-already-proposed", number=number, text=text)
    holds = decisions.in_force(draft.matter)
    if draft.change is not Change.NEW:
        still = None if draft.changes is None else decisions.get(draft.changes)
        gone = still is None or not still.is_in_force
        return services.words.say("decision-not-in-force", number=number) if gone else None
    if holds is None or not holds.keeps_out:
        return None
    name = services.vocabulary.name
    return services.words.say(
        "decision-in-force",
        number=number,
        what=what_text(services, holds),
        lift=f"{name('lift')} {number}",
        shorten=f"{name('shorten')} {number} 3 days",
        undo=f"{name('undo')} {number}",
    )


def done_text(services: Services, done: Decision) -> str:
    """Return what is said to a moderator whose yes has decided something."""
    number = str(done.matter)
    if done.change is not Change.NEW:
        return services.words.say("decision-change-done", number=number, change=done.change.value)
    until = services.clock.now() if done.until is None else done.until
    by_hand = done.step is Step.DELETE and not services.can_delete_others
    return services.words.say(
        "decision-done",
        number=number,
        step="delete_by_hand" if by_hand else done.step.value,
        until=services.time.spoken(until) if done.step is Step.TIMEOUT else "–",
    )
