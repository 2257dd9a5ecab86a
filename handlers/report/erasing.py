"""`stop` while a report is written, and `erase` at any time.

reporter: erase
bot:      Take wagtail cushion 99 back for good? … yes or no
reporter: yes
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from handlers.casework.withdrawal import relay_withdrawal
from handlers.conversation.filters import new, says_no, says_yes, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.report.context import CaseChoice, ReportContext, about, cases_of
from handlers.report.listing import case_choices
from handlers.report.parsing import report_words
from handlers.report.remarks import remark_of
from relay.language.cries import cries_out
from relay.safeguarding import Draft, Manner, ReporterCase

erasing = Router("report_erasing")


_SHORT = 4
"""Words after a yes or a no."""

_MOST_UNCLEAR = 2
"""Answers that are asked about again."""


class ConfirmErasure(CaseChoice, Pending):
    """Is it to be erased, or which? A thumb is no yes: it is never meant to take something back.

    Attributes:
        unclear: how many answers were neither a yes nor a no.
    """

    name: ClassVar[str] = "report.erase"

    unclear: int = 0

    async def accept(self, heard: Heard[Any]) -> None:
        """Erase it, or ask again if it is not clear which."""
        case = self.sent_case(heard)
        if case is None or self.choices(heard):
            _ask_again(heard)
        else:
            _erase(heard, case)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it."""
        case = self.sent_case(heard)
        if case is None:
            _ask_again(heard)
        else:
            heard.leave()
            about(heard, case).say("report-erase-kept", case=case.name)


@erasing.answer(ConfirmErasure, new, without_files, says_yes)
async def erase(heard: HeardMessage, waiting: ConfirmErasure) -> None:
    """Erase it."""
    await waiting.accept(heard)


@erasing.answer(ConfirmErasure, new, without_files, says_no)
async def keep(heard: HeardMessage, waiting: ConfirmErasure) -> None:
    """Leave it."""
    await waiting.refuse(heard)


def nearly_answers(heard: HeardMessage) -> bool:
    """Whether it begins with a yes or a no, or is one in another language, and no answer here."""
    first, *rest = heard.bare.split() or [""]
    answers = heard.services.vocabulary.answers
    begins = first in answers["yes"] | answers["no"] and len(rest) <= _SHORT
    return begins or remark_of(heard) is not None


def cries_out_here(heard: HeardMessage) -> bool:
    """Whether it is a short cry: "999", "HELP", "no help me"."""
    return cries_out(heard.message.text)


@erasing.answer(ConfirmErasure, new, without_files, cries_out_here)
async def say_danger_first(heard: HeardMessage, waiting: ConfirmErasure) -> None:
    """Say what to do in danger, and that nothing was taken back; the question stays open."""
    case = waiting.sent_case(heard)
    if case is None:
        heard.leave()
    else:
        about(heard, case).say_in_danger("report-erase-kept", case=case.name)


@erasing.answer(ConfirmErasure, new, without_files, nearly_answers)
async def ask_once_more(heard: HeardMessage, waiting: ConfirmErasure) -> None:
    """Ask again: "yes delete it" is no more for those who read it than a yes, and none either.

    Twice at most. What cannot be undone is not done then.
    """
    case = waiting.sent_case(heard)
    choices = waiting.choices(heard)
    if case is None:
        heard.leave()
    elif waiting.unclear >= _MOST_UNCLEAR:
        heard.leave()
        about(heard, case).say("report-erase-kept", case=case.name)
    else:
        ask_to_erase(heard, choices or [case], unclear=waiting.unclear + 1)


@erasing.answer(ConfirmErasure, new, without_files, lambda heard: heard.bare.isdigit())
async def choose(heard: HeardMessage, waiting: ConfirmErasure) -> None:
    """Ask about the one that is chosen."""
    choices = waiting.choices(heard)
    number = report_words(heard.services.words.locale).choice(heard.message.text)
    if number is not None and 1 <= number <= len(choices):
        ask_to_erase(heard, [choices[number - 1]])
    else:
        _ask_again(heard)


def ask_to_erase(heard: Heard[Any], cases: Sequence[ReporterCase], unclear: int = 0) -> None:
    """Ask whether a sent report is to be erased, and which.

    Args:
        heard: what asks for it, or answers it.
        cases: those there are to choose from.
        unclear: how many answers before were neither a yes nor a no.
    """
    context = about(heard, cases[0])
    case = context.report.id
    if len(cases) > 1:
        lines = case_choices(context.tone, "report-erase-choice", cases)
        context.enter(
            ConfirmErasure(case=case, cases=tuple(one.id for one in cases), unclear=unclear)
        )
        context.say("report-erase-which", lines=lines)
    else:
        context.enter(ConfirmErasure(case=case, unclear=unclear))
        context.say("report-erase-ask", case=cases[0].name)


def _ask_again(heard: Heard[Any]) -> None:
    """Ask about all there is; nothing if there is nothing any more."""
    if cases := cases_of(heard):
        ask_to_erase(heard, cases)
    else:
        heard.leave()


def leave_draft(context: ReportContext[Draft], *more: str) -> None:
    """Destroy what is being written and say goodbye; nothing is asked.

    Args:
        context: of the draft.
        more: what else there is to say.
    """
    vault, tone = context.services.vault, context.tone
    hides = context.report.manner is Manner.DISCREET
    if hides:
        vault.hiding.clean(context.person)
    vault.reports.stop(context.person)
    context.end()
    messages = ("report-stopped-hidden" if hides else "report-stopped", *more)
    text = "\n".join(tone.say(message) for message in messages)
    vault.post.farewell(context.person, text)


def _erase(heard: Heard[Any], case: ReporterCase) -> None:
    vault = heard.services.vault
    vault.hiding.clean(heard.person)
    withdrawal = vault.reports.withdrawal(case.id)
    vault.reports.erase(heard.person, case.id)
    heard.leave()
    relay_withdrawal(heard.services, withdrawal)
    tone = about(heard, case).tone
    vault.post.farewell(heard.person, tone.say("report-erased", case=case.name))
