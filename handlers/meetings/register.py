"""In which order the conversations about meetings are heard. All of them go after a report's."""

from handlers.meetings.enter import Answer, Enter, PreviewChange, Withdrawn
from handlers.services import Services

_ANSWER, _COMMAND, _PREVIEW = 31, 30, 26


def register_meetings(services: Services) -> None:
    """Register the conversations about meetings with the bot."""
    bot = services.bot
    answer, enter, change = Answer(services), Enter(services), PreviewChange(services)
    bot.register(answer, f=answer.wants, priority=_ANSWER)
    bot.register(enter, f=enter.wants, priority=_COMMAND)
    bot.register(change, f=change.wants, priority=_PREVIEW)
    bot.register(Withdrawn(services))
