"""Speaking with somebody about a report of theirs: in its manner, and through the vault."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar, Generic, TypeVar

from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.state import State
from handlers.report.parsing import ReportWords, report_words
from handlers.report.tone import Tone
from handlers.services import Services
from relay.meetings.tables import PlannedReminders
from relay.safeguarding import Draft, Manner, ReporterCase
from relay.safeguarding.reports import Reports

R = TypeVar("R", bound=Draft | ReporterCase)

PATIENCE = timedelta(hours=1)
"""How long an answer to a question about a sent report is waited for."""


class ReportState(State):
    """Something about a report. It ends without a word: others may look at the phone.

    Attributes:
        case: the id of the draft or the case. The vault ends what is about one that is destroyed
            (`relay.safeguarding.open_states`).
        paced: whether it was said that too much was written.
    """

    is_discreet: ClassVar[bool] = True

    case: int
    paced: bool = False

    def waits(self, services: Services) -> timedelta:
        """As long as for any answer about a sent report."""
        return PATIENCE

    def expired(self, services: Services, person: str) -> None:
        """Say nothing."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say nothing."""

    def sent_case(self, heard: Heard[Any]) -> ReporterCase | None:
        """Return the case that it is about, if that is sent and still theirs."""
        return next((one for one in cases_of(heard) if one.id == self.case), None)


class DraftState(ReportState):
    """Something about a report that was not sent yet."""

    def waits(self, services: Services) -> timedelta:
        """As long as the draft is kept."""
        return services.vault.reports.ends(self.case) - services.clock.now()


class Write(DraftState):
    """What happened?"""

    name: ClassVar[str] = "report.writing"


class Paced(ReportState):
    """Too much was written although nothing was asked, and that was said."""

    name: ClassVar[str] = "report.paced"


class CaseChoice(ReportState):
    """A question about one of their sent reports, or about which.

    Attributes:
        cases: those to choose from, as they were numbered.
    """

    cases: tuple[int, ...] = ()

    def choices(self, heard: Heard[Any]) -> list[ReporterCase]:
        """Return what there still is to choose from."""
        mine = {case.id: case for case in cases_of(heard)}
        return [mine[case_id] for case_id in self.cases if case_id in mine]


@dataclass(frozen=True)
class ReportContext(Generic[R]):
    """What somebody who writes is answered with, about one report.

    Attributes:
        services: the parts of the relay.
        person: the account id.
        report: the draft or the case, as it was when they were heard.
    """

    services: Services = field(repr=False)
    person: str = field(repr=False)
    report: R = field(repr=False)

    @property
    def reports(self) -> Reports:
        """The writer's side of the vault."""
        return self.services.vault.reports

    @property
    def tone(self) -> Tone:
        """How the bot speaks here."""
        return Tone(self.services.words, self.report.manner)

    @property
    def words(self) -> ReportWords:
        """What they answer with."""
        return report_words(self.services.words.locale)

    def say(self, message: str, **args: str | int) -> None:
        """Answer with one message of the wording."""
        self.say_text(self.tone.say(message, **args))

    def say_in_danger(self, message: str, **args: str | int) -> None:
        """Answer the same way, after what to do in danger: nobody reads it at once."""
        self.say_text(self.tone.say_in_danger(self.services.helplines, message, **args))

    def say_text(self, text: str) -> None:
        """Answer with a text that was put together from wording."""
        self.services.vault.post.answer(self.person, self.report.id, text)

    def enter(self, state: ReportState) -> None:
        """Wait for what comes next."""
        self.services.enter(self.person, state)

    def slow_down(self) -> None:
        """Say it, but not more than once in some minutes: answers to a flood would be another."""
        state, told = self.services.state_of(self.person), self.services.limits.told
        if isinstance(state, ReportState):
            if state.paced and told.is_full(self.person):
                return
            self.services.revise(self.person, state.but(paced=True))
        elif state is None:
            self.enter(Paced(case=self.report.id, paced=True))
        told.note(self.person)
        self.say_in_danger("report-too-many")

    def end(self) -> None:
        """Wait for nothing any more, and keep no copy of what was said meanwhile."""
        self.services.store.conversations.end(self.person)
        self.services.store.shredder.shred(self.services.clock.now())


def about(heard: Heard[Any], report: R) -> ReportContext[R]:
    """Return the context in which somebody is answered about a report of theirs."""
    return ReportContext(heard.services, heard.person, report)


def plain_tone(services: Services) -> Tone:
    """Return how the bot speaks about no report."""
    return Tone(services.words, Manner.PLAIN)


def tone_of(heard: Heard[Any]) -> Tone:
    """Return how the bot speaks to somebody: as in their draft, or else their newest case."""
    report = newest_report(heard)
    return Tone(heard.services.words, Manner.PLAIN if report is None else report.manner)


def farewell(heard: Heard[Any], text: str) -> None:
    """Say something that belongs to no report and that nothing is kept of."""
    heard.services.vault.post.farewell(heard.person, text)


@looked_up_once
def draft_of(heard: Heard[Any]) -> Draft | None:
    """Return what somebody writes and has not sent yet."""
    return heard.services.vault.reports.draft_of(heard.person)


@looked_up_once
def cases_of(heard: Heard[Any]) -> tuple[ReporterCase, ...]:
    """Return what somebody has sent, newest first."""
    return heard.services.vault.reports.cases_of(heard.person)


def newest_report(heard: Heard[Any]) -> Draft | ReporterCase | None:
    """Return what somebody writes, else what they have sent last; nothing that is hidden."""
    return draft_of(heard) or next(iter(cases_of(heard)), None)


def here(heard: HeardMessage) -> bool:
    """Let through what is not said in the middle of something that is no report."""
    return heard.state is None or isinstance(heard.state, ReportState)


def has_reported(heard: HeardMessage) -> bool:
    """Let whoever has sent a report through."""
    return bool(cases_of(heard))


def stops_reminders(heard: HeardMessage) -> bool:
    """Whether it is `stop` from somebody whom the bot reminds of a meeting."""
    says_so = heard.bare.strip("? ") in heard.services.vocabulary.words("stop")
    services, person = heard.services, heard.person
    return says_so and bool(
        services.store[PlannedReminders].followed(person) or services.mailings.places.of(person)
    )
