"""What is written after sending: offered to the open case once, and passed on from then on.

reporter: It happened again.
bot:      Is this for the people who read wagtail cushion 99? … yes or no
reporter: yes
"""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from handlers.casework.relaying import relay_report
from handlers.conversation.filters import member, new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.report.context import (
    CaseChoice,
    ReportContext,
    ReportState,
    about,
    cases_of,
    has_reported,
    here,
    plain_tone,
)
from handlers.report.listing import case_choices
from handlers.report.parsing import report_words
from handlers.report.writing import say_counted, say_lost, take_message, written
from handlers.services import Services
from relay.safeguarding import Added, Listening, Refusal, ReporterCase

more_words = Router("report_more")
unheard = Router("report_unheard")


class Said(BaseModel):
    """One message that waits to be passed on.

    Attributes:
        moment: Signal's, of the message.
        text: as it reads now.
        edits: the moments of its edits.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    moment: int
    text: str = Field(repr=False)
    edits: tuple[int, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read_list(cls, value: Any) -> Any:
        """Stores that were written earlier hold `[moment, text, *edits]`."""
        if isinstance(value, list):
            moment, text, *edits = value
            return {"moment": moment, "text": text, "edits": edits}
        return value

    def is_named(self, moment: int) -> bool:
        """Whether a moment is that of any version of it."""
        return moment == self.moment or moment in self.edits

    def edited(self, text: str, moment: int) -> Self:
        """Return its next version."""
        return self.model_copy(update={"text": text, "edits": (*self.edits, moment)})


class OfferToPassOn(CaseChoice):
    """Is what was written after sending meant for those who read the case?

    Attributes:
        said: it.
    """

    name: ClassVar[str] = "report.offer"

    said: tuple[Said, ...] = ()

    def expired(self, services: Services, person: str) -> None:
        """Keep no copy of what was said, and tell that it was not passed on."""
        text = plain_tone(services.speaking_to(person)).say("report-offer-ended")
        services.vault.post.answer(person, self.case, text)
        services.store.shredder.shred(services.clock.now())

    def left(self, services: Services, person: str, coming: State) -> None:
        """Do the same for something else; another question about a report is no surprise."""
        if self.said and not isinstance(coming, ReportState):
            self.expired(services, person)


def may_be_meant(heard: HeardMessage) -> bool:
    """Whether a case of the sender may be meant, and they are not after the menu."""
    if _asks_for_menu(heard) or not here(heard):
        return False
    return bool(_heard_by(heard))


def is_surely_meant(heard: HeardMessage) -> bool:
    """Whether it is an answer to the offer, or from somebody without commands of their own."""
    if member(heard):
        return True
    answers = heard.answers("yes") or heard.answers("no") or _choice(heard) is not None
    return isinstance(heard.state, OfferToPassOn) and answers


@more_words.message(new, may_be_meant)
async def hear_more(heard: HeardMessage) -> None:
    """Pass it on, or ask whether it is meant to be."""
    cases, state = _heard_by(heard), heard.state
    if cases[0].listening is Listening.YES:
        _pass_on(heard, about(heard, cases[0]))
        return
    offer = state if isinstance(state, OfferToPassOn) else None
    if offer is None or heard.message.attachments or not _answer(heard, offer):
        _offer(heard, cases, offer)


@unheard.message(new, here, has_reported, member)
async def say_nobody_heard(heard: HeardMessage) -> None:
    """Say that nobody got it, and how it gets there, to who has said that it is for no case.

    "I did not understand that" would be wrong: it may be an answer.
    """
    newest = cases_of(heard)[0]
    about(heard, newest).say("report-unheard", case=newest.name)


@looked_up_once
def _heard_by(heard: Heard[Any]) -> tuple[ReporterCase, ...]:
    return heard.services.vault.reports.heard_by(heard.person)


def _asks_for_menu(heard: HeardMessage) -> bool:
    words, commands = report_words(heard.services.words.locale), heard.services.vocabulary
    menu = frozenset(commands.words("help")) - words.greetings
    return heard.bare in menu or heard.bare in commands.words("whoami")


def _choice(heard: HeardMessage) -> int | None:
    return report_words(heard.services.words.locale).choice(heard.message.text)


def _offer(
    heard: HeardMessage, cases: tuple[ReporterCase, ...], earlier: OfferToPassOn | None
) -> None:
    message, context = heard.message, about(heard, cases[0])
    said = () if earlier is None else earlier.said
    if len(said) >= heard.services.settings.safeguarding.messages_per_hour:
        context.slow_down()
        return
    if text := written(heard.services, message):
        said = (*said, Said(moment=message.timestamp, text=text))
        say_lost(context, message)
    if message.attachments:
        context.say("report-offer-file")
    elif not said:
        context.say("report-unreadable")
        return
    ids = tuple(case.id for case in cases)
    context.enter(OfferToPassOn(case=cases[0].id, said=said, cases=ids))
    if earlier is None:
        lines = case_choices(context.tone, "report-offer-choice", cases)
        context.say("report-offer", case=cases[0].name, count=len(cases), lines=lines)


def _answer(heard: HeardMessage, offer: OfferToPassOn) -> bool:
    """Take the answer; return whether it was one."""
    cases = offer.choices(heard)
    choice = 1 if heard.answers("yes") and len(cases) == 1 else _choice(heard)
    if cases and heard.answers("no"):
        for case in cases:
            heard.services.vault.reports.listen(case.id, Listening.NO)
        context = about(heard, cases[0])
        context.end()
        context.say("report-not-passed-on", case=cases[0].name)
        return True
    if choice is None or not 1 <= choice <= len(cases):
        return False
    context = about(heard, cases[choice - 1])
    context.reports.listen_only(heard.person, context.report.id)
    context.end()
    added = [_add(context, one) for one in offer.said]
    if any(one.number is not None for one in added):
        context.say("report-passed-on")
    if any(one.refusal is Refusal.TOO_MANY for one in added):
        context.slow_down()
    return True


def _add(context: ReportContext[ReporterCase], said: Said) -> Added:
    added = context.reports.add(
        context.person, text=said.text, origin=said.moment, edits=said.edits
    )
    _relay(context, added)
    return added


def _pass_on(heard: HeardMessage, context: ReportContext[ReporterCase]) -> None:
    added = take_message(context, heard.message)
    _relay(context, added)
    name = context.report.name
    if added.refusal is Refusal.TOO_MANY:
        context.slow_down()
    elif added.refusal in (Refusal.CLOSED, Refusal.GONE):
        context.say("report-closed", case=name)
    elif added.number is not None:
        say_counted(context, "report-passed-count", case=name)


def _relay(context: ReportContext[ReporterCase], added: Added) -> None:
    if added.number is not None and added.sent:
        parts = context.reports.parts(context.report.id)
        new_parts = [part for part in parts if part.number == added.number]
        relay_report(context.services, context.report.id, new_parts)
