"""In which order the conversations of a report are heard. All of them go before announcements."""

from handlers.report.changes import ReportDeleted, ReportEdited
from handlers.report.chat import Desk
from handlers.report.commands import Anybody, CaseCommand, EraseAnswer
from handlers.report.draft import DraftMessage
from handlers.report.helplines import load_helplines
from handlers.report.later import Later
from handlers.report.start import Start
from handlers.report.unheard import Unheard
from handlers.services import Services

_DRAFT, _START, _ANSWER, _COMMAND, _LATER, _LAST = 90, 80, 75, 70, 45, 1


def open_desk(services: Services) -> Desk:
    """Return what the conversations of a report work with."""
    return Desk(services, load_helplines(services.settings.wording.folder))


def register_report(services: Services) -> None:
    """Register the conversations of a report with the bot."""
    bot, desk = services.bot, open_desk(services)
    edited, draft, start = ReportEdited(desk), DraftMessage(desk), Start(desk)
    answer, command, anybody, later = (
        EraseAnswer(desk),
        CaseCommand(desk),
        Anybody(desk),
        Later(desk),
    )
    bot.register(edited, f=edited.wants, priority=_DRAFT)
    bot.register(draft, f=draft.wants, priority=_DRAFT)
    bot.register(start, f=start.wants, priority=_START)
    bot.register(answer, f=answer.wants, priority=_ANSWER)
    bot.register(command, f=command.wants, priority=_COMMAND)
    bot.register(anybody, f=anybody.wants, priority=_COMMAND)
    bot.register(later, f=later.wants_of_members, priority=_LATER)
    bot.register(later, f=later.wants, priority=_LAST)
    unheard = Unheard(desk)
    bot.register(unheard, f=unheard.wants, priority=_LAST)
    bot.register(ReportDeleted(desk))
