"""What is done without words by an officer: marks and pins on a case, timers, and deletions.

Whoever wrote the case sees nothing of it, and what was sent to them stays. Signal shows it as done,
so officers are told, once in a while.
"""

from typing import Any

from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from relay.safeguarding import OfficerCase, Shown
from relay.signal.marks import MarkKind

case_marks = Router("case_marks")
case_reactions = Router("case_reactions")
case_deletions = Router("case_deletions")


def pins_case(heard: HeardMessage) -> bool:
    """Whether a pin is on a message about a case that its sender may read."""
    mark = heard.mark
    return (
        mark is not None and mark.kind is MarkKind.PIN and _marked(heard, mark.target) is not None
    )


@case_marks.message(pins_case)
async def say_pin_is_unseen(heard: HeardMessage) -> None:
    """Say that nobody sees it."""
    if heard.mark is not None:
        _say_unseen(heard, heard.mark.target)


def votes(heard: HeardMessage) -> bool:
    """Whether an officer with cases votes in this chat, or closes a poll of it."""
    mark = heard.mark
    return mark is not None and mark.kind is MarkKind.POLL and _reads_cases(heard)


@case_marks.message(votes)
async def say_vote_is_unseen(heard: HeardMessage) -> None:
    """Say that nobody sees it."""
    await _say_once(heard, "casework-poll")


def sets_timer(heard: HeardMessage) -> bool:
    """Whether an officer with cases lets new messages of the chat disappear."""
    mark = heard.mark
    return mark is not None and mark.kind is MarkKind.TIMER and _reads_cases(heard)


@case_marks.message(sets_timer)
async def say_what_disappears(heard: HeardMessage) -> None:
    """Say that it is about their own chat."""
    if heard.mark is not None and heard.mark.seconds:
        await _say_once(heard, "casework-timer")


def marks_case(heard: HeardReaction) -> bool:
    """Whether an emoji is on a message about a case that its sender may read."""
    return _marked(heard, heard.signal.message.timestamp) is not None


@case_reactions.reaction(marks_case)
async def say_mark_is_unseen(heard: HeardReaction) -> None:
    """Say that nobody sees it."""
    _say_unseen(heard, heard.signal.message.timestamp)


def reads_cases(heard: HeardDeletion) -> bool:
    """Whether an officer has cases: what was deleted may have been an answer, or a command."""
    return _reads_cases(heard)


@case_deletions.deletion(reads_cases)
async def say_it_stands(heard: HeardDeletion) -> None:
    """Say that what was done with it stands."""
    await _say_once(heard, "casework-deletion-too-late")


def _marked(heard: Heard[Any], moment: int | None) -> OfficerCase | None:
    cases = heard.services.vault.for_officer(heard.person)
    quoted = None if cases is None or moment is None else cases.by_quote(moment)
    return None if quoted is None else quoted.case


def _reads_cases(heard: Heard[Any]) -> bool:
    cases = heard.services.vault.for_officer(heard.person)
    return cases is not None and bool(cases.cases(Shown.ALL))


def _say_unseen(heard: Heard[Any], moment: int | None) -> None:
    case, services = _marked(heard, moment), heard.services
    if case is not None and services.limits.takes_mark(heard.person, "casework-mark"):
        text = services.words.say("casework-mark", case=case.name)
        services.vault.post.to_reader(heard.person, case.id, text)


async def _say_once(heard: Heard[Any], message: str) -> None:
    if heard.services.limits.takes_mark(heard.person, message):
        await heard.say(message)
