"""Commands about what was sent, and of those who have sent nothing that is known here."""

from collections.abc import Callable

from handlers.casework.answering import hand_out_answers
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import exactly, member, named, new, whole, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.consent import PassingOn
from handlers.report.context import (
    ReportContext,
    about,
    cases_of,
    farewell,
    has_reported,
    here,
    plain_tone,
    stops_reminders,
)
from handlers.report.erasing import ConfirmErasure, ask_to_erase
from handlers.report.listing import helplines_text
from handlers.report.passing_on import OfferToPassOn, open_for
from handlers.report.reading import show
from handlers.report.recovery import behind_command, give_back, set_phrase
from handlers.report.tone import Tone
from handlers.report.traces import let_vanish
from relay.language.cries import may_call_out
from relay.safeguarding import Manner, ReporterCase, State
from relay.safeguarding.names import match

sent_reports = Router("reports_sent")
helping = Router("report_help")


def names_own(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a command that is followed by the name of a case of the sender's."""

    def names(heard: HeardMessage) -> bool:
        known = heard.typed.command in heard.services.vocabulary.words(command)
        return known and _named(heard) is not None

    return names


def sets_phrase(command: str) -> Callable[[HeardMessage], bool]:
    """Let through the word alone from members, and from everybody with a phrase behind it."""

    def sets(heard: HeardMessage) -> bool:
        first, _, rest = heard.bare.partition(" ")
        if first not in heard.services.vocabulary.words(command):
            return False
        return bool(rest) or (heard.typed.command == first and member(heard))

    return sets


def goes_on(command: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins with the word, also as it is copied with its quotation marks."""

    def is_begun(heard: HeardMessage) -> bool:
        first = heard.bare.partition(" ")[0]
        return heard.begins_with(command) or first in heard.services.vocabulary.words(command)

    return is_begun


def is_idle(heard: HeardMessage) -> bool:
    """Whether nobody waits for a yes or no that `stop` would be, and nothing waits to go on."""
    waits = isinstance(heard.state, OfferToPassOn) and heard.state.said
    return not waits and not isinstance(heard.state, ConfirmErasure)


def takes_back(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a sentence that means the command: "take it back", "delete everything"."""

    def is_meant(heard: HeardMessage) -> bool:
        return heard.services.vocabulary.means(command, heard.message.text)

    return is_meant


def has_no_reminders(heard: HeardMessage) -> bool:
    """Whether `stop` is no word to the bot's reminders."""
    return not stops_reminders(heard)


def has_teams(heard: HeardMessage) -> bool:
    """Whether anything can be reported here."""
    return bool(heard.services.settings.safeguarding.teams)


@sent_reports.command("erase", new, without_files, has_reported, by=names_own)
async def erase_that(heard: HeardMessage) -> None:
    """Ask whether the case that is named is to be erased; also in the middle of something else."""
    if (case := _named(heard)) is not None:
        ask_to_erase(heard, [case])


@sent_reports.command("own_case", new, without_files, has_reported, here, by=names_own)
async def listen_now(heard: HeardMessage) -> None:
    """Let the case that is named hear what is written next."""
    if (case := _named(heard)) is not None:
        open_for(heard, case)
        hand_out_answers(heard.services, case.id, case.name)


@sent_reports.command(
    "tidy", new, without_files, here, may=has_reported, by=exactly, section=Section.REPORTED
)
async def tidy(heard: HeardMessage) -> None:
    """Let new messages of the chat disappear."""
    let_vanish(_current(heard))


@sent_reports.command(
    "phrase", new, without_files, here, may=has_reported, by=sets_phrase, section=Section.REPORTED
)
async def keep_phrase(heard: HeardMessage) -> None:
    """Keep a passphrase, or say how."""
    set_phrase(_current(heard), behind_command(heard))


@sent_reports.command(
    "own_case", new, without_files, here, may=has_reported, by=whole, section=Section.REPORTED
)
@sent_reports.command("own_cases", new, without_files, has_reported, here, may=member, by=whole)
async def show_cases(heard: HeardMessage) -> None:
    """Say where everything stands. Who has commands of their own gets those for `cases`."""
    show(heard)


@sent_reports.command(
    "erase", new, without_files, may=has_reported, by=whole, section=Section.REPORTED
)
@sent_reports.command("erase", new, without_files, has_reported, here, may=member, by=takes_back)
async def erase(heard: HeardMessage) -> None:
    """Ask whether, or which, to erase; also in the middle of something else."""
    ask_to_erase(heard, cases_of(heard))


@sent_reports.command("help", new, without_files, has_reported, here, may=member, by=named)
async def help_on(heard: HeardMessage) -> None:
    """Say what can be typed."""
    context = _current(heard)
    if may_call_out(heard.message.text):
        context.say_in_danger("report-case-help", case=context.report.name)
    else:
        context.say("report-case-help", case=context.report.name)


@sent_reports.command(
    "stop", new, without_files, has_reported, here, is_idle, has_no_reminders, by=whole
)
@sent_reports.command("done", new, without_files, has_reported, here, is_idle, by=whole)
@sent_reports.command("send", new, without_files, has_reported, here, is_idle, by=whole)
async def say_all_is_sent(heard: HeardMessage) -> None:
    """Say that nothing waits to be sent."""
    context = _current(heard)
    context.say("report-nothing-to-send", case=context.report.name)


@helping.command("resume", new, here, by=goes_on, section=Section.REPORTED)
async def resume(heard: HeardMessage) -> None:
    """Give a case back to whoever has another phone now."""
    give_back(heard)


@helping.command("helplines", new, here, by=exactly, section=Section.REPORTING)
async def show_helplines(heard: HeardMessage) -> None:
    """Show people outside the branch to talk to, and remember nothing of it."""
    cases = cases_of(heard)
    tone = Tone(heard.services.words, cases[0].manner if cases else Manner.PLAIN)
    farewell(heard, helplines_text(tone, heard.services.helplines))


@helping.command("done", new, here, is_idle, has_teams, may=member, by=whole)
@helping.command("send", new, here, is_idle, has_teams, may=member, by=whole)
async def say_nothing_is_here(heard: HeardMessage) -> None:
    """Say that what was begun is gone by now."""
    hours = heard.services.settings.safeguarding.draft_hours
    farewell(heard, plain_tone(heard.services).say("report-nothing-here", hours=hours))


@helping.command("own_case", new, here, may=member, by=whole)
@helping.command("own_cases", new, here, may=member, by=whole)
@helping.command("erase", new, here, may=member, by=whole)
async def say_none_is_known(heard: HeardMessage) -> None:
    """Say that nothing of theirs is known here, and how to come back to it."""
    farewell(heard, plain_tone(heard.services).say("report-case-none"))


def _current(heard: HeardMessage) -> ReportContext[ReporterCase]:
    """About the case that hears what is written, else the newest that is open, else the newest."""
    passing = heard.state.case if isinstance(heard.state, PassingOn) else None
    cases = cases_of(heard)
    return about(heard, min(cases, key=lambda c: (c.id != passing, c.state is State.CLOSED)))


def _named(heard: HeardMessage) -> ReporterCase | None:
    """The case of theirs that a command names, slips included, or None."""
    cases = {case.name: case for case in cases_of(heard)}
    name = match(heard.typed.rest, cases) if heard.typed.rest else None
    return None if name is None else cases[name]
