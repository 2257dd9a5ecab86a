"""What a reporter is told without having asked: a reminder of a draft."""

from functools import partial

from handlers.report.tone import Tone
from handlers.services import Services
from relay.safeguarding import Manner


def remind_of_drafts(services: Services) -> None:
    """Remind people once of what they began, in words that tell nobody what it is."""
    vault = services.vault
    for nudge in vault.timetable.nudges():
        with services.store.transaction():
            vault.post.to_reporter(nudge.case_id, partial(_reminder, services, nudge.manner))
            vault.timetable.nudged(nudge.case_id)


def _reminder(services: Services, manner: Manner, person: str) -> str:
    hours = services.settings.safeguarding.draft_hours
    return Tone(services.speaking_to(person).words, manner).say("report-nudge", hours=hours)
