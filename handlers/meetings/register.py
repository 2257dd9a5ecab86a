"""In which order the conversations about meetings are heard. All of them go after a report's."""

from handlers.meetings.change import ChangeAnswer, ChangeMeeting, ChangeThumb
from handlers.meetings.enter import Answer, Enter, PreviewChange, Withdrawn
from handlers.meetings.members import Ask
from handlers.meetings.remind import RemindMe, StopReminding
from handlers.meetings.second import AgreeToChange
from handlers.meetings.why import Why
from handlers.services import Services

_ANSWER, _COMMAND, _PREVIEW, _CHANGE, _ELSE = 31, 30, 26, 20, 16


def register_meetings(services: Services) -> None:
    """Register the conversations about meetings with the bot."""
    bot = services.bot
    answer, enter, change = Answer(services), Enter(services), PreviewChange(services)
    why = Why(services)
    bot.register(answer, f=answer.wants, priority=_ANSWER)
    bot.register(why, f=why.wants, priority=_ANSWER)
    bot.register(enter, f=enter.wants, priority=_COMMAND)
    bot.register(change, f=change.wants, priority=_PREVIEW)
    changed, begin = ChangeAnswer(services), ChangeMeeting(services)
    agree = AgreeToChange(services)
    bot.register(agree, f=agree.wants, priority=_CHANGE)
    bot.register(changed, f=changed.wants, priority=_CHANGE)
    bot.register(begin, f=begin.wants, priority=_ELSE)
    for handler in (Ask(services), RemindMe(services), StopReminding(services)):
        bot.register(handler, f=handler.wants, priority=_ELSE)
    bot.register(ChangeThumb(services))
    bot.register(Withdrawn(services))
