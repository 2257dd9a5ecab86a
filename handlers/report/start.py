"""The words that begin a report, and the first messages somebody reads."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.announcements.drafts import open_draft
from handlers.report.chat import Desk
from handlers.report.listing import helplines_text, team_lines
from handlers.report.questions import ask_first
from handlers.report.typed import begins_with_report, is_codeword, starts_report
from handlers.report.voice import Voice
from handlers.report.writing import take_message
from relay.safeguarding import Manner, Refusal, TeamChoice, Track


class Start(DataMessageHandler):
    """Begins a report: for members, admins and officers alike."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks for it; what only begins so must not be part of something else."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if starts_report(message.text) or self._is_codeword(message):
            return True
        elsewhere = self._desk.is_elsewhere(message.source_uuid or "")
        return begins_with_report(message.text) and not elsewhere

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say what this is, and ask the first question."""
        desk, message = self._desk, context.message
        person = message.source_uuid or ""
        services = desk.services
        manner = Manner.DISCREET if self._is_codeword(message) else Manner.PLAIN
        voice, teams = desk.voice(manner), self._teams(person)
        if not teams:
            desk.farewell(person, self._nobody(voice))
            return
        if not services.vault.reports.allows(person):
            desk.farewell(person, voice.say("report-too-many"))
            return
        dropped = self._drop_announcement(person)
        draft = services.vault.reports.begin(person, manner)
        chat = desk.chat(person, draft)
        lines = team_lines(chat.voice, teams)
        chat.say("report-opening", count=len(teams), teams=lines)
        if manner is Manner.PLAIN:
            chat.say_text(helplines_text(chat.voice, desk.helplines))
        if dropped:
            chat.say("report-announcement-dropped")
        if begins_with_report(message.text) and not starts_report(message.text):
            added = take_message(chat, message)
            if added.number is not None:
                chat.say("report-kept")
            elif added.refusal is Refusal.TOO_MANY:
                chat.say("report-too-many")
        ask_first(chat, draft)

    def _is_codeword(self, message: DataMessage) -> bool:
        codeword = self._desk.services.settings.safeguarding.codeword
        return not message.attachments and is_codeword(message.text, codeword)

    def _teams(self, person: str) -> tuple[TeamChoice, ...]:
        reports = self._desk.services.vault.reports
        found = {team.slug: team for track in Track for team in reports.teams(track, person)}
        return tuple(found.values())

    def _nobody(self, voice: Voice) -> str:
        text = voice.say("report-no-team")
        if voice.manner is Manner.DISCREET:
            return text
        return f"{text}\n\n{helplines_text(voice, self._desk.helplines)}"

    def _drop_announcement(self, person: str) -> bool:
        draft = open_draft(self._desk.services, person)
        if draft is None:
            return False
        self._desk.services.store.announcements.discard(draft.number)
        self._desk.services.store.conversations.end(person)
        return True
