"""Commands about what was sent: `case`, `erase`, `hide`, `tidy`, `phrase`, `resume`."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.report.cases import describe_cases, find_case, listen_to
from handlers.report.chat import ERASE, Desk
from handlers.report.keeping import resume, set_phrase
from handlers.report.leaving import ask_to_erase, take_erase
from handlers.report.listing import helplines_text
from handlers.report.traces import hide, is_tidy, tidy
from handlers.report.typed import NUMBERS, bare, case_word
from handlers.typed import is_no, is_yes, read_command
from relay.safeguarding import Manner, ReporterCase, State

_PLAIN_WORDS = frozenset({"stop", "done", "send"})
_FINISHING = frozenset({"done", "send"})


class CaseCommand(DataMessageHandler):
    """A command of somebody who has sent a report, as a whole message or with a case's name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether a person with a case types one, and is in no other conversation."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        person = message.source_uuid or ""
        if message.attachments or (
            self._desk.is_elsewhere(person) and not _is_urgent(message.text)
        ):
            return False
        if not self._desk.services.vault.reports.cases_of(person):
            return False
        word = case_word(message.text)
        if word == "help" or bare(message.text) == "cases":
            # Who has commands of their own gets those; `case` shows the rest.
            return not self._desk.is_official(person)
        typed = read_command(message.text)
        return (
            word in ("case", "erase", "hide")
            or is_tidy(message.text)
            or (word in _PLAIN_WORDS and self._desk.state(person)[0] != ERASE)
            or (typed.command == "phrase" and not self._desk.is_official(person))
            or bare(message.text).startswith("phrase ")
            or self._named(person, message.text) is not None
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Carry it out."""
        text, desk = context.message.text, self._desk
        person = context.message.source_uuid or ""
        cases = desk.services.vault.reports.cases_of(person)
        chat = desk.chat(person, _current(cases))
        named = self._named(person, text)
        if named is not None:
            self._about(person, named, read_command(text).command)
        elif is_tidy(text):
            tidy(chat)
        elif read_command(text).command == "phrase":
            set_phrase(chat, _current(cases), read_command(text).rest)
        else:
            match case_word(text):
                case "case":
                    describe_cases(chat)
                case "erase":
                    ask_to_erase(desk, person, cases)
                case "hide":
                    self._hide_all(person, cases)
                case "help":
                    chat.say("report-case-help", case=_current(cases).name)
                case _:
                    chat.say("report-nothing-to-send", case=_current(cases).name)

    def _about(self, person: str, case: ReporterCase, command: str) -> None:
        chat = self._desk.chat(person, case)
        if command == "erase":
            ask_to_erase(self._desk, person, [case])
        else:
            listen_to(self._desk, person, case)
            chat.say("report-listening-now", case=case.name)

    def _hide_all(self, person: str, cases: tuple[ReporterCase, ...]) -> None:
        for case in cases[1:]:
            self._desk.services.vault.post.hide(person, case.id)
        hide(self._desk.chat(person, cases[0]))

    def _named(self, person: str, text: str | None) -> ReporterCase | None:
        typed = read_command(text)
        if typed.command not in ("case", "note", "erase"):
            return None
        return find_case(self._desk, person, typed.rest)


class EraseAnswer(DataMessageHandler):
    """Yes, no or a number, after `erase`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the question is open and this answers it."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        state, _ = self._desk.state(message.source_uuid or "")
        answers = is_yes(message.text) or is_no(message.text) or bare(message.text).isdigit()
        return state == ERASE and answers and not message.attachments

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Erase, or leave it."""
        person, text = context.message.source_uuid or "", context.message.text
        _, data = self._desk.state(person)
        if not take_erase(self._desk, person, data, text):
            cases = self._desk.services.vault.reports.cases_of(person)
            if cases:
                ask_to_erase(self._desk, person, cases)


class Anybody(DataMessageHandler):
    """`resume …` and `helplines`: for people of whom nothing is known here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody types one of them, and is in no other conversation."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if self._desk.is_elsewhere(message.source_uuid or ""):
            return False
        return read_command(message.text).command == "resume" or self._is_about_nothing(message)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Answer, and remember nothing of it."""
        desk, text = self._desk, context.message.text
        person = context.message.source_uuid or ""
        if read_command(text).command == "resume":
            resume(desk, person, read_command(text).rest)
        elif bare(text) in NUMBERS:
            desk.farewell(person, helplines_text(desk.voice(_manner(desk, person)), desk.helplines))
        elif bare(text) in _FINISHING:
            hours = desk.services.settings.safeguarding.draft_hours
            desk.farewell(person, desk.voice().say("report-nothing-here", hours=hours))
        else:
            desk.farewell(person, desk.voice().say("report-case-none"))

    def _is_about_nothing(self, message: DataMessage) -> bool:
        person = message.source_uuid or ""
        if bare(message.text) in NUMBERS:
            return True
        word = case_word(message.text)
        reported = bool(self._desk.services.settings.safeguarding.teams) and word in _FINISHING
        return (word in ("case", "erase") or reported) and not self._desk.is_official(person)


def _is_urgent(text: str | None) -> bool:
    """Whether it is a command that works at any time, also in the middle of an announcement."""
    return case_word(text) in ("erase", "hide") or bare(text).startswith("erase ")


def _manner(desk: Desk, person: str) -> Manner:
    cases = desk.services.vault.reports.cases_of(person)
    return cases[0].manner if cases else Manner.PLAIN


def _current(cases: tuple[ReporterCase, ...]) -> ReporterCase:
    """The case that hears what is written, else the newest that is open, else the newest."""
    return min(cases, key=lambda case: (case.listening.value != "yes", case.state is State.CLOSED))
