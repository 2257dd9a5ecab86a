"""In which language a report is written: as it begins, as it goes on, or by `language`.

reporter: raport
bot:      (in Polish) Jeśli grozi Ci teraz niebezpieczeństwo …
reporter: język english
bot:      From now on I write to you in English. …
"""

from dataclasses import replace
from typing import TypeVar

from handlers.conversation.filters import without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.language import choices_text, chosen_language
from handlers.report.context import ReportContext, ReportState, about, draft_of
from handlers.report.question import Question
from handlers.report.questions import question_of
from handlers.tongue import answering, guessed
from relay.language.recognised import NOTHING, Guess
from relay.safeguarding import Draft, ReporterCase

speaking = Router("report_language")

R = TypeVar("R", bound=Draft | ReporterCase)


def chooses_language(heard: HeardMessage) -> bool:
    """Whether somebody who writes a report asks for a language, or which there are."""
    return not heard.is_edit and draft_of(heard) is not None and chosen_language(heard) is not None


@speaking.message(chooses_language, without_files)
async def choose(heard: HeardMessage) -> None:
    """Go on in it: the choice is the report's, and goes with it."""
    draft, locale = draft_of(heard), chosen_language(heard)
    assert draft is not None  # noqa: S101 -- what the filter let through
    context = about(heard, draft)
    if not locale:
        context.say_text(choices_text(heard.services))
        return
    context.reports.speak(context.person, locale)
    context = replace(context, services=heard.services.speaking(locale))
    name = context.services.languages.names[locale]
    context.say("language-chosen", name=name)
    state = heard.state if isinstance(heard.state, ReportState) else question_of(draft)
    if isinstance(state, Question):
        state.ask(context)


def taking_up(context: ReportContext[R], text: str | None) -> tuple[ReportContext[R], Guess]:
    """Go on in the language of the first words, where nothing was known of it before.

    Returns:
        What they are answered with, and what was guessed.
    """
    services, person = context.services, context.person
    if context.report.language is not None:
        return context, NOTHING
    guess = guessed(services, person, text)
    if guess.locale is not None:
        context.reports.speak(person, guess.locale)
    return replace(context, services=answering(services, person, guess)), guess
