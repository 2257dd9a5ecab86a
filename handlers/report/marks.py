"""What is done without words by somebody who reports: marks, pins, timers, and deletions.

Nothing of it goes to those who read a report, and Signal shows it as done. So they are told, once
in a while, in words that give nothing away; nobody is told anything of what is hidden.
"""

from collections.abc import Callable
from typing import Any

from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.report.context import ReportContext, about, cases_of, draft_of, newest_report
from handlers.report.writing import ConfirmSending
from relay.signal.marks import MarkKind
from relay.signal.references import SIGNAL_WINDOW

report_marks = Router("report_marks")
report_reactions = Router("report_reactions")
report_deletions = Router("report_deletions")


def sets_timer(heard: HeardMessage) -> bool:
    """Whether somebody who reports lets new messages of the chat disappear."""
    mark = heard.mark
    return mark is not None and mark.kind is MarkKind.TIMER and newest_report(heard) is not None


@report_marks.message(sets_timer)
async def say_what_disappears(heard: HeardMessage) -> None:
    """Say that it is about the chat, and not about what was handed on."""
    if heard.mark is not None and heard.mark.seconds:
        _say_once(heard, "report-timer")


def pins_part(heard: HeardMessage) -> bool:
    """Whether a pin is on what is about a report of theirs, or they vote in this chat."""
    mark = heard.mark
    if mark is not None and mark.kind is MarkKind.POLL:
        return newest_report(heard) is not None
    return mark is not None and mark.kind is MarkKind.PIN and _is_about(heard, mark.target)


@report_marks.message(pins_part)
async def say_pin_is_unseen(heard: HeardMessage) -> None:
    """Say that nobody sees it."""
    _say_once(heard, "report-mark")


def marks_part(heard: HeardReaction) -> bool:
    """Whether an emoji is on what is about a report of theirs."""
    return _is_about(heard, heard.signal.message.timestamp)


@report_reactions.reaction(marks_part)
async def say_mark_is_unseen(heard: HeardReaction) -> None:
    """Say that nobody sees it, and that it is no answer: least of all to whether to send."""
    state = heard.state
    asked = isinstance(state, ConfirmSending)
    _say_once(heard, "report-review-unclear" if asked else "report-mark")


def writes_draft(heard: HeardDeletion) -> bool:
    """Whether they write a report, of which what they have deleted is no part."""
    return draft_of(heard) is not None


@report_deletions.deletion(writes_draft)
async def say_nothing_is_removed(heard: HeardDeletion) -> None:
    """Say that what they have answered stands."""
    _say_once(heard, "report-deletion-unknown")


def has_just_sent(heard: HeardDeletion) -> bool:
    """Whether they have sent a report lately: what they deleted may be the word that sent it."""
    newest, now = next(iter(cases_of(heard)), None), heard.services.clock.now()
    return newest is not None and now - newest.sent_at < SIGNAL_WINDOW


@report_deletions.deletion(has_just_sent)
async def say_it_stands(heard: HeardDeletion) -> None:
    """Say that what went on stands, and how to take it back."""
    _say_once(heard, "report-deletion-late")


def _is_about(heard: Heard[Any], moment: int | None) -> bool:
    """Whether a message of the chat is about a report; while one is written, all are."""
    if draft_of(heard) is not None:
        return True
    reports = heard.services.vault.reports
    if moment is None or not cases_of(heard):
        return False
    find: tuple[Callable[[str, int], object], ...] = (reports.quoted, reports.case_of_part)
    return any(look(heard.person, moment) is not None for look in find)


def _say_once(heard: Heard[Any], message: str) -> None:
    newest = newest_report(heard)
    if newest is not None and heard.services.limits.takes_mark(heard.person, message):
        context: ReportContext[Any] = about(heard, newest)
        context.say(message)
