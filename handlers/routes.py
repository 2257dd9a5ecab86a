"""Which conversation hears a message: the first here that wants it. This is the only order.

A message runs through four stretches: what is never put off (too much of anything, a quote of a
case, leaving and hiding a report), what somebody is in the middle of, what they ask for by a
command, and what may be meant where nobody else wants the words.
"""

from handlers.admins.confirming import confirming
from handlers.announcements.agree import approvals
from handlers.announcements.announce import draft_answers, draft_marks, drafts
from handlers.announcements.change import change_answers, change_marks, changes
from handlers.announcements.queue import queue
from handlers.announcements.status import status
from handlers.captcha import captcha
from handlers.casework.commands import (
    BareName,
    NamedCommand,
    OfficerEdited,
    QuotedReply,
    UnknownQuote,
    UnnamedCommand,
)
from handlers.casework.pausing import ConfirmOfficer, PausedCommand
from handlers.casework.pending import WordsAnswer, WordsEdited, officers_words
from handlers.conversation.conversations import Conversations
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.help import menu
from handlers.limits import too_much
from handlers.meetings.change import ChangeAnswer as MeetingChangeAnswer
from handlers.meetings.change import ChangeMeeting, meeting_changes
from handlers.meetings.enter import Answer, Enter, PreviewChange, entering
from handlers.meetings.members import Ask
from handlers.meetings.remind import RemindMe, StopReminding
from handlers.meetings.second import AgreeToChange
from handlers.meetings.why import Why
from handlers.not_understood import not_understood
from handlers.report.changes import ReportDeleted, ReportEdited
from handlers.report.chat import open_desk
from handlers.report.commands import Anybody, CaseCommand, EraseAnswer
from handlers.report.draft import DraftMessage
from handlers.report.later import Later
from handlers.report.start import Start
from handlers.report.unheard import Unheard
from handlers.services import Services


def register(services: Services) -> None:
    """Register every conversation with the bot."""
    services.bot.register(Conversations(services, routes(services), _count))


def routes(services: Services) -> Router:
    """Return every conversation, in the order in which they are asked."""
    router = Router("relay")
    router.include(too_much)
    _add_what_is_never_put_off(router, services)
    _add_what_is_under_way(router, services)
    _add_commands(router, services)
    _add_what_may_be_meant(router, services)
    _add_emoji_and_deletions(router, services)
    return router


def _add_what_is_never_put_off(router: Router, services: Services) -> None:
    desk = open_desk(services)
    # Before a report of one's own, too: a quote was meant for whoever wrote the case.
    quoted = QuotedReply(services)
    router.add(quoted, quoted.wants)
    edited, draft = ReportEdited(desk), DraftMessage(desk)
    router.add(edited, edited.wants)
    router.add(draft, draft.wants)
    # Before what members, or whoever has a report, may mean by the same words.
    paused, words = PausedCommand(services), WordsEdited(services)
    router.include(confirming)
    router.add(paused, paused.wants_first)
    router.add(words, words.wants)
    # A name of one of their own cases leaves no doubt.
    for casework in (
        WordsAnswer(services),
        NamedCommand(services),
        OfficerEdited(services),
        ConfirmOfficer(services),
    ):
        router.add(casework, casework.wants)
    for report in (Start(desk), EraseAnswer(desk), CaseCommand(desk), Anybody(desk)):
        router.add(report, report.wants)
    later = Later(desk)
    router.add(later, later.wants_of_members)


def _add_what_is_under_way(router: Router, services: Services) -> None:
    for meeting in (Answer(services), Why(services)):
        router.add(meeting, meeting.wants)
    router.include(drafts)
    enter, shown = Enter(services), PreviewChange(services)
    router.add(enter, enter.wants)
    router.add(shown, shown.wants)
    # Inside a draft, "edit …" and "cancel" belong to the draft.
    router.include(draft_answers, change_answers)
    for answer in (AgreeToChange(services), MeetingChangeAnswer(services)):
        router.add(answer, answer.wants)


def _add_commands(router: Router, services: Services) -> None:
    for meeting in (
        ChangeMeeting(services),
        Ask(services),
        RemindMe(services),
        StopReminding(services),
    ):
        router.add(meeting, meeting.wants)
    router.include(approvals, captcha, changes, queue, status, menu)


def _add_what_may_be_meant(router: Router, services: Services) -> None:
    desk = open_desk(services)
    for casework in (UnnamedCommand(services), BareName(services)):
        router.add(casework, casework.wants)
    paused, unknown = PausedCommand(services), UnknownQuote(services)
    router.add(paused, paused.wants)
    router.add(unknown, unknown.wants)
    later, unheard = Later(desk), Unheard(desk)
    router.add(later, later.wants)
    router.add(unheard, unheard.wants)
    router.include(not_understood)


def _add_emoji_and_deletions(router: Router, services: Services) -> None:
    router.include(draft_marks, change_marks, meeting_changes, entering, officers_words)
    router.add(ReportDeleted(open_desk(services)))


def _count(heard: HeardMessage) -> None:
    heard.services.limits.anything.note(heard.person)
