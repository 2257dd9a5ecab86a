"""What comes beside a command or an answer of somebody who reports, and goes nowhere: it is said.

reporter: 1 (and shares a contact)
bot:      Is it about any of these people …
bot:      Something in that message was not text, and it did not come along. …
"""

from dataclasses import replace

from signalbot import DataMessage

from handlers.conversation.filters import member
from handlers.conversation.heard import HeardMessage
from handlers.left_out import has_lost, has_lost_part
from handlers.report.context import about, farewell, newest_report, plain_tone
from handlers.services import Services

_OF_REPORTS = "report"
"""How the names of routers begin that hear what somebody says who reports."""

_OF_LIMITS = "limits."


def say_left_beside(heard: HeardMessage, route: str) -> None:
    """Say what came with a message and was neither carried nor said to stay behind.

    Args:
        heard: the message, which was carried out.
        route: the name of what carried it out.
    """
    services, message = heard.services, heard.message
    if services.bot.accounted or heard.mark is not None or route.startswith(_OF_LIMITS):
        return
    found = (lost_beside(services, message), "report-file-beside" if message.attachments else None)
    told = [one for one in found if one is not None]
    if not told:
        return
    # As it is now: by a command it may have begun, or be gone.
    heard = replace(heard)
    report = newest_report(heard)
    if not route.startswith(_OF_REPORTS) and (report is None or not member(heard)):
        return
    for one in told:
        if report is None:
            farewell(heard, plain_tone(services).say(one))
        else:
            about(heard, report).say(one)


def lost_beside(services: Services, message: DataMessage) -> str | None:
    """What is said of what came beside words and files, or stood among them; None if nothing did.

    Args:
        services: the parts of the relay, which hear it just now.
        message: it.
    """
    if has_lost(message.text):
        return "report-mention-unknown" if message.mentions else "report-object-lost"
    return "report-object-lost" if has_lost_part(services.bot.entry) else None
