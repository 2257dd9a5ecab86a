"""What is read of a decision and of an appeal against it, whoever reads it."""

from handlers.conduct.talks.texts import said_text
from handlers.services import Services
from relay.conduct.appeals.appeal import Appeal
from relay.conduct.decisions.decision import Decision, Step
from relay.conduct.record.record import Recorded


def name_of(services: Services, slug: str) -> str:
    """Return what a branch is called, its slug where the settings have lost it."""
    branch = services.branches.get(slug)
    return slug if branch is None else branch.name


def step_text(services: Services, decision: Decision) -> str:
    """Return which step it was and until when, in a few words."""
    until = decision.until
    return services.words.say(
        "record-step",
        step=decision.step.value,
        until="none" if until is None else services.time.spoken(until),
    )


def beyond_text(services: Services, branch: str) -> str:
    """Return to whom people can turn besides the moderators."""
    known = services.branches.get(branch)
    said = "" if known is None else known.conduct.appeals_beyond
    return said or services.words.say("appeal-beyond", branch=name_of(services, branch))


def review_text(services: Services, appeal: Appeal) -> str:
    """Return all that whoever looks again needs: what was decided, why, and what is said to it."""
    decision, matter = appeal.decision, services.matters.known(appeal.matter)
    message = None if matter is None else matter.message
    return services.words.say(
        "appeal-shown",
        number=str(appeal.matter),
        branch=name_of(services, decision.branch),
        deadline=services.time.spoken(appeal.deadline),
        step=step_text(services, decision),
        standard=decision.standard or "none",
        effect=said_text(services, decision.effect),
        reason=said_text(services, decision.reason),
        message="none" if message is None else said_text(services, message.text),
        said="\n".join(said_text(services, words) for words in appeal.words),
        shortens="yes" if services.appeals.may_shorten(appeal) else "no",
    )


def outcome_text(services: Services, appeal: Appeal) -> str:
    """Return what the person reads of the answer to their appeal."""
    decision = appeal.decision
    until = decision.until
    return services.words.say(
        "appeal-outcome",
        number=str(appeal.matter),
        court=name_of(services, appeal.court),
        state=appeal.state.value,
        step="deleted" if decision.step is Step.DELETE else decision.step.value,
        until="none" if until is None else services.time.spoken(until),
        reason=said_text(services, appeal.reason),
        beyond=beyond_text(services, decision.branch),
    )


def entry_text(services: Services, one: Recorded, message: str) -> str:
    """Return one decision of the record.

    Args:
        services: speaking to whoever reads it.
        one: the decision.
        message: which one of the wording.
    """
    decision, appeal = one.decision, one.appeal
    decided = decision.decided or decision.created
    mandates = [decision.proposed_by, *decision.agreed_by]
    answer = "" if appeal is None else appeal.reason
    return services.words.say(
        message,
        number=str(decision.matter),
        step=step_text(services, decision),
        state=decision.state.value,
        day=services.time.day(decided),
        standard=decision.standard or "none",
        effect=said_text(services, decision.effect),
        reason=said_text(services, decision.reason),
        mandates=", ".join(str(number) for number in mandates if number is not None) or "none",
        appeal="none" if appeal is None else appeal.state.value,
        answer=said_text(services, answer) if answer else "none",
    )
