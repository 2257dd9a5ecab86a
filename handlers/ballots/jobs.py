"""A ballot ends: its outcome goes to the admins, who decide what is announced."""

from collections.abc import Callable, Sequence

from handlers.services import Services
from relay.announcements.service import MAX_TEXT
from relay.ballots.service import Outcome

_HEADING = 500
"""Characters: more than the words above reasons have, with the answer."""


def end_ballots(services: Services, counted: Callable[[Services, Outcome], None]) -> None:
    """Count what has ended, and tell; called every round.

    Args:
        services: the parts of the relay.
        counted: is told of each, in the same transaction, after the admins.
    """
    for ballot in services.mailings.ballots.due():
        with services.store.transaction():
            outcome = services.mailings.ballots.close(ballot)
            _tell(services, outcome, ballot.asked_by)
            counted(services, outcome)


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
        for text in outcome_texts(services.speaking_to(admin), outcome):
            _say(services, admin, text)


def _say(services: Services, admin: str, text: str) -> None:
    services.tell_text(admin, lambda _: text)


def _announcement(services: Services, outcome: Outcome) -> str:
    return services.in_public.words.say(
        "ballot-announcement",
        question=outcome.ballot.question,
        total=outcome.total,
        lines=_lines(services.in_public, outcome),
    )


def outcome_texts(services: Services, outcome: Outcome) -> list[str]:
    """Return what an admin reads: the counts, then all reasons, in as many messages as it takes."""
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
        for some in _in_portions([say("ballot-reason", reason=reason) for reason in reasons]):
            if choice is None:
                parts.append(say("ballot-outcome-other-reasons", lines=some))
            else:
                answer = ballot.answers[choice]
                parts.append(say("ballot-outcome-reasons", answer=answer, lines=some))
    if outcome.withheld:
        parts.append(say("ballot-outcome-withheld", reasons=outcome.withheld))
    parts.append(say("ballot-outcome-draft", number=str(ballot.number)))
    return _joined(parts, "\n\n", MAX_TEXT)


def _in_portions(lines: Sequence[str]) -> list[str]:
    """Lines, in as few texts as leave room for the words above them in one message."""
    return _joined(lines, "\n", MAX_TEXT - _HEADING)


def _joined(parts: Sequence[str], between: str, most: int) -> list[str]:
    """Put as many neighbours together as fit into a text; none of them is longer."""
    texts = list[str]()
    for part in parts:
        if texts and len(texts[-1]) + len(between) + len(part) <= most:
            texts[-1] += between + part
        else:
            texts.append(part)
    return texts


def _lines(services: Services, outcome: Outcome) -> str:
    return "\n".join(
        services.words.say("ballot-outcome-line", answer=answer, count=count)
        for answer, count in zip(outcome.ballot.answers, outcome.counts, strict=True)
    )
