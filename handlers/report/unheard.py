"""What is written after sending by somebody who has said that it is not for those who read it."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.report.chat import Desk


class Unheard(DataMessageHandler):
    """Says that nobody got it. "I did not understand that" would be wrong: it may be an answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether it comes from somebody with a case, and without commands of their own."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        person = message.source_uuid or ""
        if self._desk.is_official(person) or self._desk.is_elsewhere(person):
            return False
        return bool(self._desk.services.vault.reports.cases_of(person))

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say that nobody got it, and how it gets there."""
        person = context.message.source_uuid or ""
        newest = self._desk.services.vault.reports.cases_of(person)[0]
        self._desk.chat(person, newest).say("report-unheard", case=newest.name)
