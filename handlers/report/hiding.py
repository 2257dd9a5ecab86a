"""`hide`, at any time and for anybody, and how somebody comes back to what they have hidden.

reporter: hide
bot:      (deletes what it has said) I have asked Signal to delete what I wrote to you here …
anybody:  case
bot:      I know of nothing here …
reporter: wagtail cushion 99
bot:      wagtail cushion 99, from …
reporter: full
bot:      Good. I write in full here again …

What is hidden comes back with just its name or the code word, letter for letter, and in words that
give nothing away, until somebody says that they want it in full. What was not sent has no name: it
comes back with how one of its messages begins. `report` begins another one, as for anybody.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.casework.relaying import tell_of_danger_of_being_seen
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import named, new, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import nearest
from handlers.report.context import (
    ReportContext,
    ReportState,
    about,
    cases_of,
    draft_of,
    farewell,
    newest_report,
)
from handlers.report.erasing import ask_to_erase
from handlers.report.own_data import name_after_about_me
from handlers.report.parsing import is_very_codeword
from handlers.report.passing_on import take_addressed
from handlers.report.question import Question
from handlers.report.questions import question_of
from handlers.report.reading import show_state
from handlers.tongue import is_unknown
from relay.language.recognised import hides_first_in, hides_in
from relay.language.vocabulary import vocabulary
from relay.language.words import SOURCE
from relay.safeguarding import Draft, Manner, ReporterCase

hiding = Router("report_hiding")

_SLIP = 0.85
_LONGEST = 100
"""Characters of what somebody types in haste."""

_NAMING = ("own_case", "erase")
"""Commands that a name may follow."""


def is_or_nearly(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a word for a command, a sentence for it, and what a hurried finger makes of it.

    Nobody is harmed by a chat that is emptied without need.
    """

    def is_meant(heard: HeardMessage) -> bool:
        mine, said = heard.services.vocabulary, heard.bare.strip("? ")
        words = mine.words(command)
        # Typed in a hurry, it is typed more than once. "Hid it" may be part of a story.
        core = " ".join(dict.fromkeys(heard.core.split()))
        said = core if len(core) >= min(map(len, words)) else said
        if mine.means(command, heard.message.text) or hides_in(heard.message.text):
            return True
        if _hides_in_haste(heard):
            return True
        swapped = any(len(said) == len(word) and sorted(said) == sorted(word) for word in words)
        return swapped or bool(nearest(said, words, _SLIP))

    return is_meant


@hiding.command("hide", by=is_or_nearly, section=Section.REPORTING)
async def hide(heard: HeardMessage) -> None:
    """Delete all that the bot has said here; also in the middle of something, or by an edit."""
    services, person = heard.services, heard.person
    locale = hides_first_in(heard.message.text)
    if locale and locale in services.languages.locales and is_unknown(services, person):
        services = services.speaking(locale)
    exposed = services.vault.hiding.hide(person)
    services.to_moderators.hide(services, person)
    if isinstance(heard.state, ReportState) or (heard.state and heard.state.ends_hidden):
        heard.leave()
    tell_of_danger_of_being_seen(services, exposed)
    farewell(heard, services.words.say("report-hidden"))


def _hides_in_haste(heard: HeardMessage) -> bool:
    """Whether more is said with it, such as who is coming: in English, or briefly in another."""
    said = heard.bare.replace("?", " ").replace("’", "").replace("'", "")
    in_english = vocabulary(SOURCE).phrase("hides_in_haste")
    hides = len(said) <= _LONGEST and in_english.search(" ".join(said.split())) is not None
    return hides or hides_first_in(heard.message.text) is not None


def asks_for_hidden(heard: HeardMessage) -> bool:
    """Whether somebody names what they have hidden, says the code word, or what they wrote."""
    if not _has_hidden(heard):
        return False
    return _says_codeword(heard) or _name(heard) is not None or _writes_again(heard)


@hiding.message(new, asks_for_hidden)
async def come_back(heard: HeardMessage) -> None:
    """Show what was hidden, and go on with it: as if it were there already and were named now."""
    hidden, name = heard.services.vault.hiding, _name(heard)
    before = {case.id for case in cases_of(heard)}
    if name is None and _writes_again(heard):
        hidden.bring_back_draft(heard.person, heard.message.text)
    else:
        hidden.bring_back(heard.person, name)
    # In its own language, which it has hidden too.
    heard = replace(heard, services=heard.services.speaking_to(heard.person))
    cases = [case for case in cases_of(heard) if case.id not in before]
    if cases and heard.begins_with("erase"):
        ask_to_erase(heard, cases)
    elif cases and name == heard.message.text and _goes_on(heard):
        await take_addressed(heard)
    elif cases:
        show_state(heard, cases)
    draft = draft_of(heard)
    if draft is not None:
        context = about(heard, draft)
        context.say("report-back")
        _say_that_it_is_short(heard, (*cases, draft))
        question_of(draft).ask(context)
    else:
        _say_that_it_is_short(heard, cases)


def could_be_full(heard: HeardMessage) -> bool:
    """Whether they are spoken to in the discreet manner, and began in the plain one."""
    draft = draft_of(heard)
    return any(map(_is_short, (*cases_of(heard), *(() if draft is None else (draft,)))))


@hiding.command("full", new, without_files, could_be_full, by=named)
async def speak_in_full(heard: HeardMessage) -> None:
    """Go on in the plain manner: nobody else looks on any more."""
    heard.services.vault.hiding.speak_in_full(heard.person)
    state, services = heard.state, heard.services
    # It is looked up anew, as it is now.
    heard = replace(heard, services=services)
    report = newest_report(heard)
    if report is None:
        return
    context: ReportContext[Any] = about(heard, report)
    context.say("report-full")
    if isinstance(state, Question) and isinstance(report, Draft):
        state.ask(context)


def is_about_hiding(heard: HeardMessage) -> bool:
    """Whether it hides something or asks for what is hidden: that always works."""
    return is_or_nearly("hide")(heard) or asks_for_hidden(heard)


def _is_short(report: Draft | ReporterCase) -> bool:
    return report.manner is Manner.DISCREET and report.begun is Manner.PLAIN


def _say_that_it_is_short(heard: HeardMessage, came_back: Sequence[Draft | ReporterCase]) -> None:
    if any(map(_is_short, came_back)):
        about(heard, came_back[-1]).say("report-back-short")


def _says_codeword(heard: HeardMessage) -> bool:
    codeword = heard.services.settings.safeguarding.codeword
    return is_very_codeword(heard.message.text, codeword) and not heard.message.attachments


def _goes_on(heard: HeardMessage) -> bool:
    """Whether something follows the name of what has come back, or came with it."""
    named_one = heard.services.vault.reports.addressed(heard.person, heard.message.text or "")
    return bool(heard.message.attachments) or bool(named_one and named_one[1])


@looked_up_once
def _has_hidden(heard: Heard[Any]) -> bool:
    return heard.services.vault.hiding.has_hidden(heard.person)


@looked_up_once
def _writes_again(heard: Heard[Any]) -> bool:
    message = heard.signal.message
    hidden = heard.services.vault.hiding
    return not message.attachments and hidden.is_in_draft(heard.person, message.text)


def _name(heard: HeardMessage) -> str | None:
    """What of a message names a hidden case: all of it, or what follows a command."""
    hidden, text = heard.services.vault.hiding, heard.message.text
    if hidden.is_named(heard.person, text):
        return text
    follows = any(heard.begins_with(command) for command in _NAMING)
    asked = heard.typed.rest if follows else name_after_about_me(heard)
    return asked if asked and hidden.is_named(heard.person, asked) else None
