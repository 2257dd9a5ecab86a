"""Once, after sending: may the bot write by itself, and when?

bot:      One last question, so that I write to you at no bad moment. …
reporter: 2
bot:      Between which hours? For example 9 to 15.
reporter: 9 to 5
bot:      I write between 09:00 and 17:00 only.
"""

from datetime import time
from typing import ClassVar

from handlers.casework.relaying import tell_of_danger_of_being_seen
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import named, new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import (
    PATIENCE,
    CaseChoice,
    ReportContext,
    about,
    cases_of,
    has_reported,
    here,
)
from handlers.report.parsing import report_words
from handlers.report.remarks import Remark, remark_of
from relay.language.cries import cries_out
from relay.safeguarding import Consent, Contact, ReporterCase

contacting = Router("report_contact")

_AGREED = {
    "any-time": "report-contact-any-time",
    "never": "report-contact-never",
    "notice": "report-contact-notice",
}
"""What is said to the ways to write that are chosen by their number."""


_NO_YES = (None, Remark.ENDS)
"""What "ok" and "yes" are not: they say nothing of hours."""


class ContactQuestion(CaseChoice):
    """A question of when the bot may write. Whatever is no answer to it means something else."""


class AskContact(ContactQuestion):
    """May the bot write by itself?"""

    name: ClassVar[str] = "report.contact"


class AskHours(ContactQuestion):
    """Between which hours?"""

    name: ClassVar[str] = "report.hours"


def ask_contact(context: ReportContext[ReporterCase]) -> None:
    """Ask it after sending, unless it was answered after an earlier report.

    No state waits for the answer: it would hold an account id beside what was just sent.
    """
    if context.report.contact.consent is Consent.UNASKED:
        context.say("report-ask-contact")


def is_asked(heard: HeardMessage) -> bool:
    """Whether the question is open, or was put after a report that was sent a while ago."""
    return _asked_about(heard) is not None


def names_hours(heard: HeardMessage) -> bool:
    """Whether two times of day are named, and nothing else."""
    return _hours(heard) is not None


def chooses(heard: HeardMessage) -> bool:
    """Whether one of the ways to write is chosen, and not asked for its hours already."""
    choice = _choice(heard)
    if isinstance(heard.state, AskHours):
        return is_surely(heard) or is_unclear(heard)
    return choice is not None


def is_surely(heard: HeardMessage) -> bool:
    """Whether one of the ways is chosen by its words, where a number may be meant as an hour."""
    clear = _choice(heard) in ("any-time", "never", "notice") and remark_of(heard) in _NO_YES
    return clear and not any(letter.isdigit() for letter in heard.bare)


def is_unclear(heard: HeardMessage) -> bool:
    """Whether it is about hours and names no two: "mornings", "after 5", "ok", "not sure"."""
    words, text = report_words(heard.services.words.locale), heard.message.text
    if cries_out(text):
        return False
    about_times = words.contact.may_be_hours(text) or words.is_not_sure(text)
    return about_times or _choice(heard) is not None or remark_of(heard) is Remark.ACKNOWLEDGES


@contacting.message(new, without_files, names_hours, is_asked)
async def take_hours(heard: HeardMessage) -> None:
    """Write between these hours only."""
    case, hours = _asked_about(heard), _hours(heard)
    if case is None or hours is None:
        return
    context = about(heard, case)
    context.end()
    _agree(context, Contact(Consent.HOURS, *hours))
    start, end = (f"{moment:%H:%M}" for moment in hours)
    context.say("report-contact-hours", start=start, end=end)


@contacting.message(new, without_files, chooses, is_asked)
async def take_contact(heard: HeardMessage) -> None:
    """Keep the answer, or ask for the hours."""
    case, choice = _asked_about(heard), _choice(heard)
    if case is None:
        return
    context = about(heard, case)
    if isinstance(heard.state, AskHours) and not is_surely(heard):
        context.say("report-ask-hours-again")
        return
    if choice == "hours":
        context.enter(AskHours(case=case.id))
        context.say("report-ask-hours")
        return
    if choice is None:
        return
    context.end()
    if choice == "notice" and context.reports.expose(case.id):
        tell_of_danger_of_being_seen(heard.services, [case.id])
    _agree(context, Contact(Consent.NEVER if choice == "never" else Consent.ANY_TIME))
    context.say(_AGREED[choice])


@contacting.command(
    "contact", new, without_files, here, may=has_reported, by=named, section=Section.REPORTED
)
async def change(heard: HeardMessage) -> None:
    """Ask once more: what is safe changes."""
    context = about(heard, cases_of(heard)[0])
    context.enter(AskContact(case=context.report.id))
    context.say("report-ask-contact")


def _asked_about(heard: HeardMessage) -> ReporterCase | None:
    state, newest = heard.state, next(iter(cases_of(heard)), None)
    if isinstance(state, ContactQuestion):
        return state.sent_case(heard)
    if state is not None or newest is None or newest.contact.consent is not Consent.UNASKED:
        return None
    if newest.answered_at is not None:
        # A "yes" by then is for those who have asked something themselves.
        return None
    return newest if heard.services.clock.now() < newest.sent_at + PATIENCE else None


def _agree(context: ReportContext[ReporterCase], contact: Contact) -> None:
    """Keep it with all they have sent: there is one phone."""
    for case in context.reports.cases_of(context.person):
        context.reports.agree(case.id, contact)


def _choice(heard: HeardMessage) -> str | None:
    return report_words(heard.services.words.locale).contact.choice(heard.message.text)


def _hours(heard: HeardMessage) -> tuple[time, time] | None:
    return report_words(heard.services.words.locale).contact.hours(heard.message.text)
