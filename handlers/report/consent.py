"""The consent that what is written next goes to a case by itself, and how it ends.

reporter: yes
bot:      I am passing it on to the people who read wagtail cushion 99. …
reporter: no, sorry, wrong chat
bot:      I have not passed that on. From now on I pass on nothing … To take back the last thing …
"""

from datetime import timedelta
from typing import ClassVar

from handlers.conversation.filters import new, unofficial
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import ReportState, about, stops_reminders
from handlers.report.remarks import Remark, remark_of
from handlers.services import Services

remarks = Router("report_remarks")

CONSENT = timedelta(minutes=10)
"""How long after a yes, or after the last words that went, the next ones go without asking."""


class PassingOn(ReportState):
    """What a member writes goes to those who read the case, for a short while.

    Attributes:
        part: the number of the last part that went since the yes, if one did.
    """

    name: ClassVar[str] = "report.passing"
    takes_files: ClassVar[bool] = True

    part: int | None = None

    def waits(self, services: Services) -> timedelta:
        """Until they have paused."""
        return CONSENT


def is_remark(heard: HeardMessage) -> bool:
    """Whether "no", "wrong chat" or "thanks" is said to the bot alone.

    `stop` to reminders is not, nor what is a reply to something that the bot said of a case.
    """
    quote = heard.message.quote
    if quote is not None and heard.services.vault.reports.quoted(heard.person, quote.id):
        return False
    return remark_of(heard) is not None and not stops_reminders(heard)


@remarks.answer(PassingOn, new, unofficial, is_remark)
async def end_or_go_on(heard: HeardMessage, passing: PassingOn) -> None:
    """Pass it on to nobody. A no ends the consent; then say how to take back what went last."""
    case = passing.sent_case(heard)
    if case is None:
        heard.leave()
        return
    context = about(heard, case)
    if remark_of(heard) is Remark.ACKNOWLEDGES:
        context.say("report-passing-goes-on", case=case.name)
        return
    parts = context.reports.parts(case.id)
    stands = any(part.number == passing.part and not part.deleted for part in parts)
    context.end()
    context.say("report-passing-ended", case=case.name, part=1 if stands else 0)
