"""What a reporter is told without having asked: a reminder of a draft, and that an offer ended."""

from collections.abc import Callable

from handlers.report.chat import OFFER
from handlers.report.voice import Voice
from handlers.services import Services
from relay.safeguarding import Manner


class ReportRounds:
    """Goes round with the others. Each round may be repeated and changes nothing twice."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round, in order."""
        return (self.end_offers, self.nudge)

    def end_offers(self) -> None:
        """Tell people that what they wrote after sending was not passed on."""
        conversations, now = self._services.store.conversations, self._services.clock.now()
        for conversation in conversations.expired(now):
            if conversation.name == OFFER:
                with self._services.store.transaction():
                    conversations.end(conversation.person)
                    self._services.store.shredder.shred(now)
                    self._services.vault.post.answer(
                        conversation.person,
                        conversation.data["case"],
                        Voice(self._services.words, Manner.PLAIN).say("report-offer-ended"),
                    )

    def nudge(self) -> None:
        """Remind people once of what they began, in words that tell nobody what it is."""
        vault, hours = self._services.vault, self._services.settings.safeguarding.draft_hours
        for nudge in vault.timetable.nudges():
            with self._services.store.transaction():
                text = Voice(self._services.words, nudge.manner).say("report-nudge", hours=hours)
                vault.post.to_reporter(nudge.case_id, text)
                vault.timetable.nudged(nudge.case_id)
