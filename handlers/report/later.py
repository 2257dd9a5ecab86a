"""What is written after sending: offered to the open case once, and passed on from then on."""

from typing import Any

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.casework.relaying import relay_report
from handlers.report.cases import listen_to
from handlers.report.chat import OFFER, Chat, Desk
from handlers.report.listing import case_choices
from handlers.report.typed import bare, read_choice
from handlers.report.writing import COUNT_EVERY, say_lost, take_message, written
from handlers.typed import is_no, is_yes
from relay.safeguarding import Added, Entry, Listening, Refusal, ReporterCase

_MENU = frozenset({"help", "menu", "commands", "whoami", "start"})


class Later(DataMessageHandler):
    """What somebody writes who has sent a report, and that is no command.

    People without commands of their own are heard before the menu: a message that begins with "hi"
    is meant for those who read the case.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants_of_members(self, message: ReceivedMessage) -> bool:
        """Whether it comes from somebody who has no commands of their own here."""
        if not self.wants(message) or not isinstance(message, DataMessage):
            return False
        return not self._desk.is_official(message.source_uuid or "") or self._answers(message)

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether a case of the sender may be meant."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        person = message.source_uuid or ""
        if bare(message.text) in _MENU or self._desk.is_elsewhere(person):
            return False
        return bool(self._heard_by(person))

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Pass it on, or ask whether it is meant to be."""
        message = context.message
        person = message.source_uuid or ""
        state, data = self._desk.state(person)
        cases = self._heard_by(person)
        if cases[0].listening is Listening.YES:
            self._pass_on(self._desk.chat(person, cases[0]), cases[0], message)
        elif state == OFFER and not message.attachments and self._take(person, data, message.text):
            return
        else:
            self._offer(person, cases, data if state == OFFER else {}, message)

    def _heard_by(self, person: str) -> tuple[ReporterCase, ...]:
        """The case that takes what is written, or those that have not been asked about."""
        reports = self._desk.services.vault.reports
        listening = reports.listening(person)
        if listening is not None and listening.listening is Listening.YES:
            return (listening,)
        cases = reports.cases_of(person)
        return tuple(case for case in cases if case.listening is Listening.UNASKED)

    def _answers(self, message: DataMessage) -> bool:
        state, _ = self._desk.state(message.source_uuid or "")
        text = message.text
        return state == OFFER and (is_yes(text) or is_no(text) or read_choice(text) is not None)

    def _offer(
        self,
        person: str,
        cases: tuple[ReporterCase, ...],
        data: dict[str, Any],
        message: DataMessage,
    ) -> None:
        chat = self._desk.chat(person, cases[0])
        said = list(data.get("said", ()))
        if len(said) >= self._desk.services.settings.safeguarding.messages_per_hour:
            chat.slow_down()
            return
        if text := written(self._desk, message):
            said.append([message.timestamp, text])
            say_lost(chat, message)
        if message.attachments:
            chat.say("report-offer-file")
        elif not said:
            chat.say("report-unreadable")
            return
        chat.wait_a_while(OFFER, said=said, cases=[case.id for case in cases])
        if not data:
            lines = case_choices(chat.voice, "report-offer-choice", cases)
            chat.say("report-offer", case=cases[0].name, count=len(cases), lines=lines)

    def _take(self, person: str, data: dict[str, Any], text: str | None) -> bool:
        reports = self._desk.services.vault.reports
        mine = {case.id: case for case in reports.cases_of(person)}
        cases = [mine[case_id] for case_id in data["cases"] if case_id in mine]
        choice = 1 if is_yes(text) and len(cases) == 1 else read_choice(text)
        if not cases:
            return False
        if is_no(text):
            for case in cases:
                reports.listen(case.id, Listening.NO)
            chat = self._desk.chat(person, cases[0])
            chat.end()
            chat.say("report-not-passed-on", case=cases[0].name)
            return True
        if choice is None or not 1 <= choice <= len(cases):
            return False
        chosen = cases[choice - 1]
        listen_to(self._desk, person, chosen)
        chat = self._desk.chat(person, chosen)
        chat.end()
        added = [self._add(chat, *one) for one in data["said"]]
        if any(one.number is not None for one in added):
            chat.say("report-passed-on")
        if any(one.refusal is Refusal.TOO_MANY for one in added):
            chat.slow_down()
        return True

    def _add(self, chat: Chat, origin: int, text: str, *edits: int) -> Added:
        reports = self._desk.services.vault.reports
        added = reports.add(chat.person, text=text, origin=origin, edits=edits)
        self._relay(chat, added)
        return added

    def _pass_on(self, chat: Chat, case: ReporterCase, message: DataMessage) -> None:
        added = take_message(chat, message)
        self._relay(chat, added)
        if added.refusal is Refusal.TOO_MANY:
            chat.slow_down()
        elif added.refusal in (Refusal.CLOSED, Refusal.GONE):
            chat.say("report-closed", case=case.name)
        elif added.number is not None:
            parts = [p for p in self._parts(chat) if not p.deleted]
            if any(f.media_type.startswith("audio/") for p in parts[-1:] for f in p.files):
                chat.say("report-voice")
            elif len(parts) % COUNT_EVERY == 0:
                chat.say("report-passed-count", parts=len(parts), case=case.name)

    def _relay(self, chat: Chat, added: Added) -> None:
        if added.number is None or not added.sent:
            return
        new = [part for part in self._parts(chat) if part.number == added.number]
        relay_report(self._desk.services, chat.case_id, new)

    def _parts(self, chat: Chat) -> tuple[Entry, ...]:
        return self._desk.services.vault.reports.parts(chat.case_id)
