"""What is written after sending: handed on only where it is surely meant for a case.

reporter: It happened again.
bot:      Is this for the people who read wagtail cushion 99? … yes or no
reporter: yes
reporter: wagtail cushion 99 And there is a witness.

A yes holds for a short while. Whoever is an admin, an officer, a moderator or a keeper of a group
is never asked about words that nobody understood: what they say may be a slip of any of their
commands, and a yes may be meant for something else. Theirs goes to a case only under its name, or
as a quote of what the bot said of it.
"""

from datetime import timedelta
from typing import Any, ClassVar

from handlers.casework.notice import notice
from handlers.casework.relaying import hand_on
from handlers.conversation.filters import new, unofficial, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.report.consent import CONSENT, PassingOn
from handlers.report.context import (
    CaseChoice,
    ReportContext,
    about,
    cases_of,
    draft_of,
    has_reported,
    here,
    plain_tone,
    stops_reminders,
)
from handlers.report.listing import case_choices
from handlers.report.parsing import report_words
from handlers.report.quoting import with_quoted
from handlers.report.reading import show
from handlers.report.remarks import Remark, remark_of
from handlers.report.said import Said
from handlers.report.writing import say_lost, say_recorded, take_message, written
from handlers.services import Services
from relay.language.cries import cries_out
from relay.language.vocabulary import clean
from relay.safeguarding import Added, Refusal, ReporterCase
from relay.safeguarding.names import begins_with_name

offered = Router("report_offer")
addressed = Router("report_addressed")
more_words = Router("report_more")

_REFUSES = 2
"""The number of a no, where both answers have one."""


class OfferToPassOn(CaseChoice):
    """Is what was written after sending meant for those who read the case?

    Attributes:
        said: it.
        numbered: whether the two answers were named as 1 and 2, because an answer was unclear.
    """

    name: ClassVar[str] = "report.offer"

    said: tuple[Said, ...] = ()
    numbered: bool = False

    def expired(self, services: Services, person: str) -> None:
        """Keep no copy of what was said, and tell that it was not passed on."""
        text = plain_tone(services.speaking_to(person)).say("report-offer-ended")
        services.vault.post.write_first(self.case, text, notice=notice(services))
        services.store.shredder.shred(services.clock.now())

    def left(self, services: Services, person: str, coming: State) -> None:
        """Do the same for something else; another question about a report is no surprise."""
        if self.said and not isinstance(coming, CaseChoice):
            self.expired(services, person)


def answers_offer(heard: HeardMessage) -> bool:
    """Whether it is a yes, a no or the number of a case, and not `stop` to reminders.

    "Wrong chat" is a no; "ok" is asked about once more, and is no part of what was said.
    """
    if stops_reminders(heard):
        return False
    says = heard.answers("agrees") or remark_of(heard) is not None
    return says or _choice(heard) is not None or _finishes(heard)


@offered.answer(OfferToPassOn, new, without_files, answers_offer)
async def take_answer(heard: HeardMessage, offer: OfferToPassOn) -> None:
    """Pass on what was kept, or drop it; ask once more what was no answer to it.

    Nobody goes round in a circle: the answers are numbers then, and what is none of them again is
    a no, which is said. "Send" and "done" are asked about as often as they are said.
    """
    if _answer(heard, offer):
        return
    cases = offer.choices(heard) or _cases(heard)
    context = about(heard, cases[0])
    if cries_out(heard.message.text):
        _ask(heard, cases, offer.said)
    elif offer.numbered and not _finishes(heard):
        _drop(context)
    elif len(cases) == 1:
        context.enter(offer.but(numbered=True))
        context.say_in_danger("report-offer-numbered", case=cases[0].name)
    else:
        # They have numbers already.
        _ask(heard, cases, offer.said)
        context.enter(offer.but(numbered=True))


def is_addressed(heard: HeardMessage) -> bool:
    """Whether it begins with the name of a case of theirs, or quotes what the bot said of one.

    A name that is only nearly right is nothing in the middle of something else.
    """
    if draft_of(heard) is not None or not cases_of(heard):
        return False
    if _quoted(heard) is not None:
        return True
    found = _named(heard)
    return found is not None and (here(heard) or _is_named_exactly(heard, found[0]))


@addressed.message(new, is_addressed)
async def take_addressed(heard: HeardMessage) -> None:
    """Hand it to those who read the case, or ask first where there is any doubt."""
    found, quoted = _named(heard), _quoted(heard)
    if found is None:
        assert quoted is not None  # noqa: S101 -- what the filter let through
        if _may_be_command(heard):
            _offer(heard, (quoted,))
        else:
            _pass_on(heard, about(heard, quoted))
        return
    case, rest = found
    other = quoted is not None and quoted.id != case.id
    if other or not _is_named_exactly(heard, case):
        _offer(heard, (case,))
    elif rest or heard.message.attachments:
        _pass_on(heard, about(heard, case))
    else:
        show(heard, [case])


def open_for(heard: HeardMessage, case: ReporterCase) -> None:
    """Let a member's next words go to a case; tell everybody else how theirs get there."""
    context = about(heard, case)
    if unofficial(heard):
        context.enter(PassingOn(case=case.id))
        context.say("report-listening-now", case=case.name, minutes=_minutes())
    else:
        show(heard, [case])


@more_words.answer(PassingOn, new, unofficial)
async def hear_more(heard: HeardMessage, passing: PassingOn) -> None:
    """Pass on what is written while the yes holds."""
    case = passing.sent_case(heard)
    if case is None:
        heard.leave()
    else:
        _pass_on(heard, about(heard, case))


@more_words.message(new, unofficial, here, has_reported)
async def ask_about_more(heard: HeardMessage) -> None:
    """Ask whether it is meant for those who read a case."""
    _offer(heard, _cases(heard))


def _cases(heard: Heard[Any]) -> tuple[ReporterCase, ...]:
    """Their cases: those that an open question is about, else all."""
    state = heard.state
    offered_ones = state.choices(heard) if isinstance(state, OfferToPassOn) else ()
    return tuple(offered_ones) or cases_of(heard)


@looked_up_once
def _named(heard: Heard[Any]) -> tuple[ReporterCase, str] | None:
    text = clean(heard.signal.message.text)
    return heard.services.vault.reports.addressed(heard.person, text)


@looked_up_once
def _quoted(heard: Heard[Any]) -> ReporterCase | None:
    quote = heard.signal.message.quote
    if quote is None:
        return None
    return heard.services.vault.reports.quoted(heard.person, quote.id)


def _is_named_exactly(heard: HeardMessage, case: ReporterCase) -> bool:
    return begins_with_name(clean(heard.message.text), case.name)


def _may_be_command(heard: HeardMessage) -> bool:
    """Whether it begins, slips included, with a command that its sender has."""
    commands = heard.services.commands
    begun = any(heard.begins_with(one.id) for one in commands.of(heard))
    return begun or commands.nearest(heard) is not None


def _choice(heard: HeardMessage) -> int | None:
    return report_words(heard.services.words.locale).choice(heard.message.text)


def _minutes() -> int:
    return CONSENT // timedelta(minutes=1)


def _offer(heard: HeardMessage, cases: tuple[ReporterCase, ...] | list[ReporterCase]) -> None:
    """Keep it, and ask whether it is for those who read one of some cases."""
    message, context, state = heard.message, about(heard, cases[0]), heard.state
    heard.services.bot.accounted = True
    said = state.said if isinstance(state, OfferToPassOn) else ()
    if len(said) >= heard.services.settings.safeguarding.messages_per_hour:
        context.slow_down()
        return
    if text := written(heard.services, message):
        if len(cases) == 1:
            text = with_quoted(context, message, text)
        said = (*said, Said(moment=message.timestamp, text=text))
        say_lost(context, message)
    if message.attachments:
        context.say("report-offer-file")
    elif not text:
        context.say_in_danger("report-unreadable")
        if not said:
            return
    _ask(heard, cases, said)


def _ask(
    heard: HeardMessage,
    cases: tuple[ReporterCase, ...] | list[ReporterCase],
    said: tuple[Said, ...],
) -> None:
    """Ask whether what is kept is for those who read one of some cases."""
    context, ids = about(heard, cases[0]), tuple(case.id for case in cases)
    context.enter(OfferToPassOn(case=cases[0].id, said=said, cases=ids))
    lines = case_choices(context.tone, "report-offer-choice", cases)
    context.say_in_danger(
        "report-offer-more" if len(said) > 1 else "report-offer",
        case=cases[0].name,
        count=len(cases),
        lines=lines,
        minutes=_minutes() if unofficial(heard) else 0,
    )


def _finishes(heard: HeardMessage) -> bool:
    words = heard.services.vocabulary.words
    return heard.bare.strip("? ") in (*words("send"), *words("done"))


def _answer(heard: HeardMessage, offer: OfferToPassOn) -> bool:
    """Take the answer; return whether it was one."""
    cases = offer.choices(heard)
    agrees = heard.answers("yes") or heard.answers("agrees")
    choice = 1 if agrees and len(cases) == 1 else _choice(heard)
    if _finishes(heard):
        # It would send a report. Here it may be a yes, or only that they have written enough.
        return False
    refuses = offer.numbered and len(cases) == 1 and choice == _REFUSES
    if cases and (refuses or (not agrees and remark_of(heard) is Remark.ENDS)):
        _drop(about(heard, cases[0]))
        return True
    if choice is None or not 1 <= choice <= len(cases):
        return False
    context = about(heard, cases[choice - 1])
    context.end()
    added = [_add(context, one) for one in offer.said]
    if unofficial(heard):
        numbers = [one.number for one in added if one.number is not None]
        context.enter(PassingOn(case=context.report.id, part=max(numbers, default=None)))
    if any(one.number is not None for one in added):
        _say_passed_on(context)
    if any(one.refusal is Refusal.TOO_MANY for one in added):
        context.slow_down()
    if any(one.refusal is Refusal.MUTED for one in added):
        _say_muted(context)
    return True


def _drop(context: ReportContext[ReporterCase]) -> None:
    context.end()
    context.say("report-not-passed-on", case=context.report.name)


def _add(context: ReportContext[ReporterCase], said: Said) -> Added:
    added = context.reports.add(
        context.person, text=said.text, origin=said.moment, to=context.report.id, edits=said.edits
    )
    _relay(context, added)
    return added


def _pass_on(heard: HeardMessage, context: ReportContext[ReporterCase]) -> None:
    added = take_message(context, heard.message, to=context.report.id)
    _relay(context, added)
    if added.refusal is Refusal.TOO_MANY:
        context.slow_down()
        return
    if added.refusal is Refusal.MUTED:
        _say_muted(context)
        return
    if unofficial(heard):
        before = heard.state.part if isinstance(heard.state, PassingOn) else None
        part = before if added.number is None else added.number
        context.enter(PassingOn(case=context.report.id, part=part))
    if added.refusal in (Refusal.CLOSED, Refusal.GONE):
        context.say("report-closed", case=context.report.name)
    elif added.number is not None:
        say_recorded(context)
        _say_passed_on(context)


def _say_muted(context: ReportContext[ReporterCase]) -> None:
    """Say that nobody is sent it; not more than once in some minutes."""
    if context.services.limits.told.takes(context.person):
        context.say_in_danger("report-muted", case=context.report.name)


def _say_passed_on(context: ReportContext[ReporterCase]) -> None:
    context.say_in_danger("report-passed-on", case=context.report.name)


def _relay(context: ReportContext[ReporterCase], added: Added) -> None:
    if added.number is not None and added.sent:
        parts = context.reports.parts(context.report.id)
        new_parts = [part for part in parts if part.number == added.number]
        hand_on(context.services, context.person, context.report.id, new_parts)
