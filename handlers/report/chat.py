"""Speaking with a reporter about one report: in its manner, through the vault, in its state.

States of the conversation, each with the `case` it is about:

    report.track    what is it about?
    report.team     which team?
    report.about    is it about somebody who would read it?
    report.writing  the report itself
    report.review   send it?
    report.offer    is what was written after sending (`said`) meant for the team?
    report.erase    erase it?
    report.paced    too much was written after sending, and that was said
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from handlers.report.helplines import Helplines, load_helplines
from handlers.report.voice import Voice
from handlers.services import Services
from relay.safeguarding import Draft, Manner, ReporterCase

TRACK = "report.track"
TEAM = "report.team"
ABOUT = "report.about"
WRITING = "report.writing"
REVIEW = "report.review"
OFFER = "report.offer"
ERASE = "report.erase"
PACED = "report.paced"
OURS = "report."

PATIENCE = timedelta(hours=1)
"""How long an answer to a question about a sent report is waited for."""


@dataclass(frozen=True)
class Desk:
    """What all handlers of a report work with."""

    services: Services
    helplines: Helplines

    def chat(self, person: str, case: Draft | ReporterCase) -> "Chat":
        """Return the chat about a draft or a sent report."""
        return Chat(self, person, case.id, case.manner)

    def voice(self, manner: Manner = Manner.PLAIN) -> Voice:
        """Return how the bot speaks in a manner."""
        return Voice(self.services.words, manner)

    def farewell(self, person: str, text: str) -> None:
        """Say something that belongs to no report and that nothing is kept of."""
        self.services.vault.post.farewell(person, text)

    def state(self, person: str) -> tuple[str, dict[str, Any]]:
        """Return the state of a person's conversation and its data; empty where none is open."""
        conversation = self.services.store.conversations.of(person)
        if conversation is None or conversation.expires_at <= self.services.clock.now():
            return "", {}
        return conversation.name, conversation.data

    def is_elsewhere(self, person: str) -> bool:
        """Whether the person is in the middle of a conversation that is no report's."""
        name, _ = self.state(person)
        return bool(name) and not name.startswith(OURS)

    def is_official(self, person: str) -> bool:
        """Whether the person has commands of their own here, or waits for them, by their role."""
        admin = bool(self.services.admins.branches_of(person))
        return admin or self.services.vault.standing(person) is not None


@dataclass(frozen=True)
class Chat:
    """One person's chat with the bot about one report."""

    desk: Desk
    person: str = field(repr=False)
    case_id: int
    manner: Manner

    @property
    def voice(self) -> Voice:
        """How the bot speaks here."""
        return self.desk.voice(self.manner)

    def say(self, message: str, **args: str | int) -> None:
        """Answer with one message of the wording."""
        self.say_text(self.voice.say(message, **args))

    def say_text(self, text: str) -> None:
        """Answer with a text that was put together from wording."""
        self.desk.services.vault.post.answer(self.person, self.case_id, text)

    def wait(self, state: str, **data: Any) -> None:
        """Wait for the next message of a draft, for as long as the draft is kept."""
        draft = self.desk.services.vault.reports.draft_of(self.person)
        if draft is not None:
            self._set(state, draft.expires_at, data)

    def wait_a_while(self, state: str, **data: Any) -> None:
        """Wait for an answer to a question about a sent report."""
        self._set(state, self.desk.services.clock.now() + PATIENCE, data)

    def slow_down(self) -> None:
        """Say it once: answers to every message of a flood would be a flood of their own."""
        open_now = self.desk.services.store.conversations.of(self.person)
        state, data = self.desk.state(self.person)
        if data.get("paced"):
            return
        if open_now is None or not state:
            self.wait_a_while(PACED, paced=True)
        else:
            self.desk.services.store.conversations.set(
                self.person, state, {**data, "paced": True}, open_now.expires_at
            )
        self.say("report-too-many")

    def end(self) -> None:
        """Wait for nothing any more, and keep no copy of what was said meanwhile."""
        services = self.desk.services
        services.store.conversations.end(self.person)
        services.store.shredder.shred(services.clock.now())

    def _set(self, state: str, until: datetime, data: dict[str, Any]) -> None:
        services = self.desk.services
        services.turn_to(self.person, state, data)
        data = {**data, "case": self.case_id}
        services.store.conversations.set(self.person, state, data, until)


def open_desk(services: Services) -> Desk:
    """Return what the conversations of a report work with."""
    return Desk(services, load_helplines(services.settings.wording.folder))
