"""A ballot ends: its outcome goes to the admins, who decide what is announced."""

from handlers.services import Services
from relay.ballots.service import Outcome


def end_ballots(services: Services) -> None:
    """Count what has ended, and tell; called every round."""
    for ballot in services.mailings.ballots.due():
        with services.store.transaction():
            _tell(services, services.mailings.ballots.close(ballot), ballot.asked_by)


def _tell(services: Services, outcome: Outcome, asked_by: str | None) -> None:
    branch = services.branches.get(outcome.ballot.branch)
    if branch is None:
        return
    ballot, now = outcome.ballot, services.clock.now()
    services.store.announcements.rewrite(ballot.number, _announcement(services, outcome))
    services.store.announcements.keep(ballot.number, now)
    if asked_by not in branch.admins and branch.admins:
        services.store.announcements.adopt(ballot.number, branch.admins[0])
    for admin in branch.admins:
        services.tell_text(admin, lambda speaking: _outcome_text(speaking, outcome))


def _announcement(services: Services, outcome: Outcome) -> str:
    return services.in_public.words.say(
        "ballot-announcement",
        question=outcome.ballot.question,
        total=outcome.total,
        lines=_lines(services.in_public, outcome),
    )


def _outcome_text(services: Services, outcome: Outcome) -> str:
    say, ballot = services.words.say, outcome.ballot
    parts = [
        say(
            "ballot-outcome",
            question=ballot.question,
            total=outcome.total,
            asked=ballot.asked,
            lines=_lines(services, outcome),
        )
    ]
    for choice, reasons in sorted(
        outcome.reasons.items(), key=lambda one: (one[0] is None, one[0] or 0)
    ):
        lines = "\n".join(say("ballot-reason", reason=reason) for reason in reasons)
        if choice is None:
            parts.append(say("ballot-outcome-other-reasons", lines=lines))
        else:
            answer = ballot.answers[choice]
            parts.append(say("ballot-outcome-reasons", answer=answer, lines=lines))
    if outcome.withheld:
        parts.append(say("ballot-outcome-withheld"))
    parts.append(say("ballot-outcome-draft", number=str(ballot.number)))
    return "\n\n".join(parts)


def _lines(services: Services, outcome: Outcome) -> str:
    return "\n".join(
        services.words.say("ballot-outcome-line", answer=answer, count=count)
        for answer, count in zip(outcome.ballot.answers, outcome.counts, strict=True)
    )
