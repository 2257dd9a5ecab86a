"""What is typed while a report is written: all of it belongs to the report.

Only a few whole messages (`stop`, `done`, `send`, `no`, …) are read as commands, also where an
admin or an officer writes. They are told of each part that it is one, and what may have been meant
as a command of theirs.
"""

from collections.abc import Callable

from handlers.conversation.filters import (
    everybody,
    exactly,
    named,
    says_yes,
    unofficial,
    whole,
    without_files,
)
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import (
    ReportContext,
    ReportState,
    Write,
    about,
    cases_of,
    draft_of,
)
from handlers.report.erasing import leave_draft
from handlers.report.leaving_out import AskAbout
from handlers.report.listing import helplines_text
from handlers.report.parsing import nearly_command, report_words, starts_report
from handlers.report.question import Question
from handlers.report.questions import question_of
from handlers.report.reading import show as show_sent
from handlers.report.remarks import Remark, remark_of, takes_back
from handlers.report.speaking import taking_up
from handlers.report.traces import let_vanish
from handlers.report.writing import ConfirmSending, go_on, review, take_message, take_part
from handlers.tongue import with_offers
from relay.language.cries import cries_out, may_call_out
from relay.language.recognised import NOTHING, Guess
from relay.language.telling import is_in_danger_now
from relay.safeguarding import Consent, Contact, Draft, Refusal

drafting = Router("report_draft")

_REMIND_ME = 2
"""Words."""

_MOST_TOLD = 3
"""Messages that are kept at a question before it is taken for one that has no answer."""


def writes(heard: HeardMessage) -> bool:
    """Whether somebody has begun a report; of edits see `handlers.report.edits`."""
    return not heard.is_edit and draft_of(heard) is not None


def asked(*kinds: type[ReportState]) -> Callable[[HeardMessage], bool]:
    """Let through where the draft is in one of these states."""

    def is_asked(heard: HeardMessage) -> bool:
        return isinstance(_state(heard), kinds)

    # How `relay commands` shows it.
    is_asked.__name__ = f"in {' or '.join(kind.__name__ for kind in kinds)}"
    return is_asked


def alone(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a word for a command with one more word at most, such as `remind me`."""

    def is_alone(heard: HeardMessage) -> bool:
        return heard.begins_with(command) and len(heard.bare.split()) <= _REMIND_ME

    return is_alone


def declines(heard: HeardMessage) -> bool:
    """Whether it is a no, and no word for leaving either."""
    words = report_words(heard.services.words.locale)
    text, vocabulary = heard.message.text, heard.services.vocabulary
    no = heard.answers("no") or heard.answers("not_for_them")
    return no and not nearly_command(text, vocabulary, words)


def wants_it_back(heard: HeardMessage) -> bool:
    """Whether what was written is taken back, in words for which no command stands already."""
    words = report_words(heard.services.words.locale)
    text, vocabulary = heard.message.text, heard.services.vocabulary
    return takes_back(heard) and not nearly_command(text, vocabulary, words)


def said(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a whole message that is a word or a sentence for a command."""

    def is_said(heard: HeardMessage) -> bool:
        text = heard.message.text
        return exactly(command)(heard) or heard.services.vocabulary.means(command, text)

    return is_said


def is_vague(heard: HeardMessage) -> bool:
    """Whether it is only a courtesy, or a yes that may be none: "ok", "yeah"."""
    return heard.answers("thanks") or remark_of(heard) is Remark.ACKNOWLEDGES


@drafting.command("tidy", writes, by=named)
async def tidy(heard: HeardMessage) -> None:
    """Let new messages of the chat disappear."""
    let_vanish(_context(heard))


@drafting.command("remind", writes, without_files, by=alone)
async def remind(heard: HeardMessage) -> None:
    """Agree to be reminded of it: without that nothing comes by itself."""
    context = _context(heard)
    context.reports.agree(context.report.id, Contact(Consent.ANY_TIME))
    context.say("report-agreed-to-remind")


@drafting.command("helplines", writes, by=exactly)
async def show_helplines(heard: HeardMessage) -> None:
    """Show people outside the branch to talk to."""
    context = _context(heard)
    context.say_text(helplines_text(context.tone, heard.services.helplines))


@drafting.command("stop", writes, without_files, by=named)
async def stop(heard: HeardMessage) -> None:
    """Destroy what is being written; nothing is asked."""
    leave_draft(_context(heard))


@drafting.command("erase", writes, without_files, by=named)
async def erase(heard: HeardMessage) -> None:
    """Do the same, and say that what was sent before stays."""
    leave_draft(_context(heard), *(["report-erase-draft-only"] if cases_of(heard) else []))


@drafting.command("own_case", writes, without_files, by=named)
async def show_cases(heard: HeardMessage) -> None:
    """Say where everything stands that was sent before."""
    if cases_of(heard):
        show_sent(heard)
    else:
        _context(heard).say("report-case-none")


@drafting.command("help", writes, without_files, by=named)
async def help_on(heard: HeardMessage) -> None:
    """Say what can be typed, and ask once more what was asked."""
    context, state = _context(heard), _state(heard)
    if may_call_out(heard.message.text):
        context.say_in_danger("report-help")
    else:
        context.say("report-help")
    if isinstance(state, Question):
        state.ask(context)


@drafting.command("go_on", writes, asked(AskAbout), without_files, by=named)
async def exclude_nobody(heard: HeardMessage) -> None:
    """Take "no" as the answer that it is to whether it is about a reader."""
    state = _state(heard)
    if isinstance(state, AskAbout):
        state.take(_context(heard), heard.message.text or "")


@drafting.command("done", writes, asked(Question), without_files, by=whole)
@drafting.command("send", writes, asked(Question), without_files, by=whole)
@drafting.command("go_on", writes, asked(Question), without_files, by=named)
async def answer_first(heard: HeardMessage) -> None:
    """Say that the question comes first, and ask it once more."""
    context, state = _context(heard), _state(heard)
    context.say("report-question-first")
    if isinstance(state, Question):
        state.ask(context)


@drafting.message(writes, without_files, wants_it_back)
async def say_how_to_take_back(heard: HeardMessage) -> None:
    """Say how: it is no part of a report, and nothing that was written goes by itself."""
    context = _context(heard)
    if isinstance(_state(heard), ConfirmSending):
        context.enter(Write(case=context.report.id))
    context.say("report-take-back")


@drafting.message(writes, asked(Question))
async def take_answer(heard: HeardMessage) -> None:
    """Take the answer. What is none is the beginning of the report, however short it is."""
    context, state, message = _context(heard), _state(heard), heard.message
    if not isinstance(state, Question):
        return
    text = message.text or ""
    if not message.attachments:
        if state.take(context, text):
            return
        if _only_tries(heard, context):
            if may_call_out(text):
                context.say_text(context.tone.danger(heard.services.helplines))
            state.say_unclear(context, text)
            return
    context, guess = taking_up(context, text)
    if _keep(heard, context, guess):
        told = state.told + 1
        context.enter(state.but(kept=True, told=told))
        # Who goes on telling is not asked the same for ever.
        if told < _MOST_TOLD or not state.settle(context):
            state.say_unclear(context, text)


@drafting.command("send", writes, asked(ConfirmSending), without_files, by=said)
@drafting.message(writes, asked(ConfirmSending), without_files, says_yes)
async def send(heard: HeardMessage) -> None:
    """Send what is shown."""
    state = _state(heard)
    if isinstance(state, ConfirmSending):
        await state.accept(heard)


@drafting.command("go_on", writes, without_files, by=named)
@drafting.message(writes, asked(ConfirmSending), without_files, declines)
async def write_on(heard: HeardMessage) -> None:
    """Send nothing yet."""
    go_on(_context(heard))


@drafting.command("done", writes, without_files, by=exactly)
@drafting.command("send", writes, without_files, by=said)
async def show(heard: HeardMessage) -> None:
    """Show what would be sent, and ask."""
    review(_context(heard))


@drafting.message(writes, asked(ConfirmSending), without_files, is_vague)
async def ask_again(heard: HeardMessage) -> None:
    """Ask what was meant: "ok" may be either, and silence would look as if it had been sent."""
    context = _context(heard)
    context.enter(ConfirmSending(case=context.report.id))
    context.say("report-review-unclear")


@drafting.message(writes)
async def tell(heard: HeardMessage) -> None:
    """Take it as part of the report."""
    context, guess = _context(heard), NOTHING
    if not context.report.parts:
        context, guess = taking_up(context, heard.message.text)
    text, known = heard.message.text or "", heard.services.vocabulary
    # Who has written too much reads the same before that.
    tells_of_now = is_in_danger_now(known, text) and context.reports.allows(context.person)
    if cries_out(text) or tells_of_now:
        context.say_text(context.tone.danger(heard.services.helplines))
    take_part(context, heard.message, _state(heard), guess, command=_official_command(heard))


def _keep(heard: HeardMessage, context: ReportContext[Draft], guess: Guess) -> bool:
    """Keep what is said at a question, and say so; False if somebody has to wait."""
    added = take_message(context, heard.message)
    if added.refusal is Refusal.TOO_MANY:
        context.slow_down()
        return False
    commands, words = heard.services.vocabulary, context.words
    if added.number is not None:
        word = "" if added.files else nearly_command(heard.message.text, commands, words)
        if word:
            context.say("report-hint", word=word)
        elif command := _official_command(heard):
            context.say("report-part-or-command", command=command)
        else:
            kept = context.tone.say_in_danger(heard.services.helplines, "report-kept")
            context.say_text(with_offers(context.services, context.person, guess, kept))
    return True


def _official_command(heard: HeardMessage) -> str | None:
    """Which command of theirs an official may have meant, slips included; None for a member.

    What was begun yesterday is easily forgotten, and they type to the same bot all day.
    """
    if unofficial(heard):
        return None
    commands, vocabulary = heard.services.commands, heard.services.vocabulary
    begun = [one for one in commands.of(heard) if heard.begins_with(one.id)]
    nearly = commands.nearest(heard)
    found = next((one for one in (*begun, nearly) if one and one.may is not everybody), None)
    return "" if found is None else vocabulary.name(found.id)


def _only_tries(heard: HeardMessage, context: ReportContext[Draft]) -> bool:
    """Whether it holds no words of a report: numbers, courtesies, or the word that began it."""
    if nearly_command(heard.message.text, heard.services.vocabulary, context.words):
        # "cancel": they are told how to leave.
        return False
    answers = any(heard.answers(one) for one in ("yes", "no", "thanks"))
    begins = starts_report(heard.message.text, heard.services.vocabulary)
    return answers or begins or context.words.is_a_try(heard.message.text)


def _context(heard: HeardMessage) -> ReportContext[Draft]:
    draft, services = draft_of(heard), heard.services
    assert draft is not None  # noqa: S101 -- what the filter let through
    if draft.language is None and services.words is not services.in_public.words:
        # A command in a language of which nothing was known before: the report goes on in it.
        services.vault.reports.speak(heard.person, services.words.locale)
    return about(heard, draft)


def _state(heard: HeardMessage) -> ReportState:
    """The state of the draft, also where another conversation has taken its place."""
    draft, state = draft_of(heard), heard.state
    assert draft is not None  # noqa: S101 -- what the filter let through
    if isinstance(state, ReportState) and state.case == draft.id:
        return state
    return question_of(draft)
