"""How what was written elsewhere becomes a report: a draft that holds it, and the first question.

It is not sent. Who reads it, and who must not, is asked as of any report; until then it is kept as
long as any draft.
"""

from handlers.report.context import ReportContext
from handlers.report.questions import ask_about_harm
from handlers.services import Services
from relay.safeguarding import Manner, Track
from relay.store.moments import to_ms


class ReportDoor:
    """Takes in what somebody brings to those who read reports of harm."""

    def is_open_to(self, services: Services, person: str) -> bool:
        """Whether anybody would read it, and they have not written too much."""
        reports = services.vault.reports
        return bool(reports.teams(Track.SAFEGUARDING, person)) and reports.allows(person)

    def take(self, services: Services, person: str, words: str) -> bool:
        """Begin a report with it, or add it to the draft there is, and ask what comes first."""
        if not self.is_open_to(services, person):
            return False
        reports = services.vault.reports
        draft = reports.begin(person, Manner.PLAIN)
        if words.strip():
            moment = to_ms(services.clock.now())
            added = reports.add(person, text=words, origin=moment)
            if added.number is None:
                reports.stop(person)
                return False
        draft = reports.draft_of(person) or draft
        context = ReportContext(services, person, draft)
        context.say_in_danger("report-brought")
        ask_about_harm(context)
        return True

    def hide(self, services: Services, person: str) -> None:
        """Do nothing: the vault hides what is its own."""
