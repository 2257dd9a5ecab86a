"""Which conversation hears a message, in which order: of those that want it, the highest runs."""

from handlers.admins.confirming import ConfirmAdmin, PausedAdminCommand
from handlers.announcements.agree import Agree
from handlers.announcements.announce import Announce, DraftAnswer, DraftThumb, DraftWithdrawn
from handlers.announcements.change import Change, ChangeAnswer, ChangeThumb
from handlers.announcements.queue import CancelQueued, Queue
from handlers.announcements.status import Status
from handlers.captcha import Captcha
from handlers.casework.register import register_casework
from handlers.enough import Counted, Enough, Patience
from handlers.help import Fallback, Help, Whoami
from handlers.meetings.register import register_meetings
from handlers.report.register import register_report
from handlers.report.urgent import is_urgent
from handlers.services import Services

_ENOUGH, _PAUSED, _COMMAND, _ANSWER, _ELSE = 100, 86, 30, 20, 0


def register(services: Services) -> None:
    """Register every conversation with the bot."""
    bot, patience = services.bot, Patience(services)
    enough = Enough(services, patience, is_urgent)
    bot.register(enough, f=enough.wants, priority=_ENOUGH)
    bot.register(Counted(patience))
    paused = PausedAdminCommand(services)
    # Before what members, or whoever has a report, may mean by the same words.
    bot.register(paused, f=paused.wants, priority=_PAUSED)
    confirm = ConfirmAdmin(services)
    bot.register(confirm, f=confirm.wants, priority=_PAUSED + 1)
    announce, answer = Announce(services), DraftAnswer(services)
    bot.register(announce, f=announce.wants, priority=_COMMAND)
    # Inside a draft, "edit …" and "cancel" belong to the draft.
    bot.register(answer, f=answer.wants, priority=_ANSWER + 5)
    change = ChangeAnswer(services)
    bot.register(change, f=change.wants, priority=_ANSWER)
    for handler in (
        Agree(services),
        Captcha(services),
        CancelQueued(services),
        Change(services),
        Queue(services),
        Status(services),
        Help(services),
        Whoami(services),
    ):
        bot.register(handler, f=handler.wants, priority=_ANSWER - 5)
    bot.register(Fallback(services, patience), priority=_ELSE)
    bot.register(DraftThumb(services))
    bot.register(ChangeThumb(services))
    bot.register(DraftWithdrawn(services))
    register_meetings(services)
    register_casework(services)
    register_report(services)
