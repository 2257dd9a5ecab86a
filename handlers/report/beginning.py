"""The words that begin a report, and the first messages somebody reads."""

from collections.abc import Callable

from handlers.announcements.drafts import open_draft
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import ReportContext, cases_of, draft_of, farewell, here
from handlers.report.listing import helplines_text
from handlers.report.parsing import begins_with_report, is_codeword, starts_report
from handlers.report.questions import ask_first
from handlers.report.tone import Tone
from handlers.report.writing import take_message
from handlers.services import Services
from handlers.tongue import answering, guessed, offers_text
from relay.language.recognised import NOTHING, Guess, begins_report_in, first_word_reports_in
from relay.safeguarding import Draft, Manner, Refusal, TeamChoice, Track

beginning = Router("report_start")
_LEAVING = ("stop", "erase")


def asks_to_report(_: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins a report; what only begins so must not be part of something else."""

    def asks(heard: HeardMessage) -> bool:
        if says_codeword(heard) or _asks_by_itself(heard):
            return True
        return _goes_on(heard) and here(heard)

    return asks


def is_urgent(heard: HeardMessage) -> bool:
    """Whether it begins a report that may still be begun, or takes one back: that always works."""
    commands, text = heard.services.vocabulary, heard.message.text
    if draft_of(heard) is not None or cases_of(heard):
        return any(heard.bare.strip("? ") in commands.words(command) for command in _LEAVING)
    codeword = heard.services.settings.safeguarding.codeword
    begins = _asks_by_itself(heard) or _goes_on(heard) or is_codeword(text, codeword)
    return begins and heard.services.vault.reports.allows(heard.person)


@beginning.command("report", new, by=asks_to_report, section=Section.REPORTING)
async def begin(heard: HeardMessage) -> None:
    """Say what this is, and ask the first question."""
    guess, person = _begins_in(heard), heard.person
    services = answering(heard.services, person, guess)
    reports = services.vault.reports
    manner = Manner.DISCREET if says_codeword(heard) else Manner.PLAIN
    tone = Tone(services.words, manner)
    if not _teams(heard):
        farewell(heard, _nobody(heard, tone))
        return
    if not reports.allows(person):
        farewell(heard, tone.say_in_danger(services.helplines, "report-too-many"))
        return
    dropped = _drop_announcement(heard)
    context = _open(services, person, manner, guess)
    if services.vault.standing(person) is not None:
        context.say("report-officer-reports")
    if dropped:
        context.say("report-announcement-dropped")
    if _goes_on(heard) and not _asks_by_itself(heard):
        added = take_message(context, heard.message)
        if added.number is not None:
            context.say("report-kept")
        elif added.refusal is Refusal.TOO_MANY:
            context.say_in_danger("report-too-many")
    ask_first(context)


def _open(services: Services, person: str, manner: Manner, guess: Guess) -> ReportContext[Draft]:
    """Begin it, in its language, and say what this is."""
    reports = services.vault.reports
    # What is hidden stays so, and nothing tells of it: anybody can type `report`
    # (`handlers.report.hiding`).
    draft = reports.begin(person, manner)
    is_own = services.words.locale == services.in_public.words.locale
    reports.speak(person, None if is_own else services.words.locale)
    context = ReportContext(services, person, draft)
    # By itself and first: what follows fits on one screen, with what to do in danger on it.
    if offers := offers_text(services, person, guess):
        context.say_text(offers)
    if draft.manner is Manner.PLAIN:
        context.say_in_danger("report-opening")
    else:
        context.say("report-opening")
    return context


def _asks_by_itself(heard: HeardMessage) -> bool:
    """Whether the whole message asks to report something, in any language there is."""
    text = heard.message.text
    exact = bool(begins_report_in(text).locales)
    return exact or starts_report(text, heard.services.vocabulary)


def _goes_on(heard: HeardMessage) -> bool:
    """Whether it begins with a word for that, in any language, and goes on."""
    typed = heard.typed
    begins = bool(typed.rest) and bool(first_word_reports_in(typed.command).locales)
    return begins or begins_with_report(heard.message.text, heard.services.vocabulary)


def _begins_in(heard: HeardMessage) -> Guess:
    """In which language it is, by what it says, or else by the word for a report."""
    if heard.services.languages.locale_of(heard.person) is not None or says_codeword(heard):
        return NOTHING
    typed, text = heard.typed, heard.message.text
    by_word = begins_report_in(text)
    if typed.rest and not by_word.locales:
        by_word = first_word_reports_in(typed.command, text)
    by_rest = guessed(heard.services, heard.person, typed.rest)
    if by_rest.sure or not by_word.locales:
        return by_rest
    return by_word


def says_codeword(heard: HeardMessage) -> bool:
    """Whether a whole message is the branch's code word, small slips included.

    That begins a report, and opens nothing that is hidden.
    """
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
