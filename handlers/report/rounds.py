"""What a reporter is told without having asked: a reminder of a draft."""

from collections.abc import Callable

from handlers.report.voice import Voice
from handlers.services import Services


class ReportRounds:
    """Goes round with the others. Each round may be repeated and changes nothing twice."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round, in order."""
        return (self.nudge,)

    def nudge(self) -> None:
        """Remind people once of what they began, in words that tell nobody what it is."""
        vault, hours = self._services.vault, self._services.settings.safeguarding.draft_hours
        for nudge in vault.timetable.nudges():
            with self._services.store.transaction():
                text = Voice(self._services.words, nudge.manner).say("report-nudge", hours=hours)
                vault.post.to_reporter(nudge.case_id, text)
                vault.timetable.nudged(nudge.case_id)
