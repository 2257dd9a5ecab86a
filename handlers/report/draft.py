"""What is typed while a report is written: all of it belongs to the report.

Only a few whole messages (`stop`, `done`, `send`, `no`, …) are read as commands, also where an
admin or an officer writes.
"""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.report.cases import describe_cases
from handlers.report.chat import ABOUT, OURS, REVIEW, TEAM, TRACK, WRITING, Chat, Desk
from handlers.report.leaving import stop_draft
from handlers.report.listing import helplines_text
from handlers.report.questions import ask_again, say_unclear, take_about, take_team, take_track
from handlers.report.traces import hide, is_tidy, tidy
from handlers.report.typed import NUMBERS, bare, escape_word
from handlers.report.writing import review, send, take_message, take_part
from handlers.typed import is_thanks, is_yes
from relay.safeguarding import Draft, Refusal
from relay.safeguarding.reports import Reports

_QUESTIONS = {TRACK: take_track, TEAM: take_team, ABOUT: take_about}
_STORY = 6
"""An answer of this many words that is not understood is somebody's story, and is kept."""


class DraftMessage(DataMessageHandler):
    """Everything but edits from a person who has begun a report."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender has an open draft."""
        return (
            isinstance(message, DataMessage)
            and not isinstance(message, EditMessage)
            and self._reports.draft_of(message.source_uuid or "") is not None
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take it as a command, as an answer, or as part of the report."""
        message = context.message
        person = message.source_uuid or ""
        draft = self._reports.draft_of(person)
        if draft is None:
            return
        chat = self._desk.chat(person, draft)
        state = self._state(person, draft)
        if is_tidy(message.text):
            tidy(chat)
        elif bare(message.text) in NUMBERS:
            chat.say_text(helplines_text(chat.voice, self._desk.helplines))
        elif word := "" if message.attachments else escape_word(message.text):
            self._command(chat, draft, state, word)
        elif state in _QUESTIONS:
            self._answer(chat, draft, state, message)
        elif state == REVIEW and is_yes(message.text) and not message.attachments:
            send(chat, draft)
        elif state == REVIEW and is_thanks(message.text) and not message.attachments:
            # "ok" may mean either; silence would let somebody believe that it was sent.
            chat.wait(REVIEW)
            chat.say("report-review-unclear")
        else:
            take_part(chat, draft, message)

    def _command(self, chat: Chat, draft: Draft, state: str, word: str) -> None:
        match word:
            case "stop" | "erase":
                stop_draft(chat, word)
            case "hide":
                hide(chat)
            case "case":
                describe_cases(chat)
            case "help":
                chat.say("report-help")
                ask_again(chat, draft, state)
            case "no" if state == ABOUT:
                take_about(chat, draft, word)
            case _ if state in _QUESTIONS:
                chat.say("report-question-first")
                ask_again(chat, draft, state)
            case "send" if state == REVIEW:
                send(chat, draft)
            case "no":
                chat.wait(WRITING)
                chat.say("report-going-on")
            case _:
                review(chat, draft)

    def _answer(self, chat: Chat, draft: Draft, state: str, message: DataMessage) -> None:
        text = message.text or ""
        if not message.attachments and _QUESTIONS[state](chat, draft, text):
            return
        if not message.attachments and len(text.split()) < _STORY:
            say_unclear(chat, draft, state, text)
            return
        _, data = self._desk.state(chat.person)
        added = take_message(chat, message)
        if added.refusal is Refusal.TOO_MANY:
            chat.slow_down()
            return
        if added.number is not None and not data.get("kept"):
            chat.say("report-kept")
        chat.wait(state, **{**data, "kept": True})
        say_unclear(chat, draft, state, text)

    def _state(self, person: str, draft: Draft) -> str:
        name, data = self._desk.state(person)
        if name.startswith(OURS) and data.get("case") == draft.id:
            return name
        # Another conversation has taken its place: what is known of the draft tells where it was.
        if draft.track is None:
            return TRACK
        return TEAM if draft.team is None else ABOUT

    @property
    def _reports(self) -> Reports:
        return self._desk.services.vault.reports
