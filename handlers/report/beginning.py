"""The words that begin a report, and the first messages somebody reads."""

from collections.abc import Callable

from handlers.announcements.drafts import open_draft
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import about, cases_of, draft_of, farewell, here
from handlers.report.listing import helplines_text
from handlers.report.parsing import begins_with_report, is_codeword, starts_report
from handlers.report.questions import ask_first
from handlers.report.tone import Tone
from handlers.report.writing import take_message
from relay.safeguarding import Manner, Refusal, TeamChoice, Track

beginning = Router("report_start")
_LEAVING = ("stop", "erase")


def asks_to_report(_: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins a report; what only begins so must not be part of something else."""

    def asks(heard: HeardMessage) -> bool:
        if starts_report(heard.message.text, heard.services.vocabulary) or says_codeword(heard):
            return True
        return _goes_on(heard) and here(heard)

    return asks


def is_urgent(heard: HeardMessage) -> bool:
    """Whether it begins a report that may still be begun, or takes one back: that always works."""
    commands, text = heard.services.vocabulary, heard.message.text
    if draft_of(heard) is not None or cases_of(heard):
        return any(heard.bare.strip("? ") in commands.words(command) for command in _LEAVING)
    codeword = heard.services.settings.safeguarding.codeword
    begins = starts_report(text, commands) or _goes_on(heard) or is_codeword(text, codeword)
    return begins and heard.services.vault.reports.allows(heard.person)


@beginning.command("report", new, by=asks_to_report, section=Section.REPORTING)
async def begin(heard: HeardMessage) -> None:
    """Say what this is, and ask the first question."""
    services, person = heard.services, heard.person
    reports = services.vault.reports
    manner = Manner.DISCREET if says_codeword(heard) else Manner.PLAIN
    tone, teams = Tone(services.words, manner), _teams(heard)
    if not teams:
        farewell(heard, _nobody(heard, tone))
        return
    if not reports.allows(person):
        farewell(heard, tone.say_in_danger(services.helplines, "report-too-many"))
        return
    dropped = _drop_announcement(heard)
    context = about(heard, reports.begin(person, manner))
    if manner is Manner.PLAIN:
        context.say_in_danger("report-opening")
    else:
        context.say("report-opening")
    if services.vault.standing(person) is not None:
        context.say("report-officer-reports")
    if dropped:
        context.say("report-announcement-dropped")
    if _goes_on(heard) and not starts_report(heard.message.text, services.vocabulary):
        added = take_message(context, heard.message)
        if added.number is not None:
            context.say("report-kept")
        elif added.refusal is Refusal.TOO_MANY:
            context.say_in_danger("report-too-many")
    ask_first(context)


def _goes_on(heard: HeardMessage) -> bool:
    return begins_with_report(heard.message.text, heard.services.vocabulary)


def says_codeword(heard: HeardMessage) -> bool:
    """Whether a whole message is the branch's code word."""
    codeword = heard.services.settings.safeguarding.codeword
    return not heard.message.attachments and is_codeword(heard.message.text, codeword)


def _teams(heard: HeardMessage) -> tuple[TeamChoice, ...]:
    reports = heard.services.vault.reports
    found = {team.slug: team for track in Track for team in reports.teams(track, heard.person)}
    return tuple(found.values())


def _nobody(heard: HeardMessage, tone: Tone) -> str:
    text = tone.say("report-no-team")
    if tone.manner is Manner.DISCREET:
        return text
    return f"{text}\n\n{helplines_text(tone, heard.services.helplines)}"


def _drop_announcement(heard: HeardMessage) -> bool:
    draft = open_draft(heard.services, heard.person)
    if draft is None:
        return False
    heard.services.store.announcements.discard(draft.number)
    heard.leave()
    return True
