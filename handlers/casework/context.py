"""What an officer's command is carried out with: who typed it, what they may see, the case."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from handlers.casework.notice import notice
from handlers.casework.people import people_text, put_about
from handlers.conversation.heard import Heard, HeardMessage
from handlers.left_out import has_lost, has_lost_part, notes_on
from handlers.services import Services
from relay.safeguarding import OfficerCase, OfficerCases, People

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class CaseContext:
    """One case of an officer, and what they do about it.

    Attributes:
        heard: what they did.
        cases: sees only the cases this officer may read.
        case: as it was before.
        text: what they typed besides its name.
    """

    heard: Heard[Any]
    cases: OfficerCases
    case: OfficerCase
    text: str = field(repr=False)

    @property
    def services(self) -> Services:
        """The parts of the relay."""
        return self.heard.services

    @property
    def role(self) -> str:
        """The role in which this officer reads the case."""
        return next((reader.role for reader in self.case.readers if reader.me), "")

    @property
    def told(self) -> str:
        """Whether whoever wrote it hears of what is done to it now, as the wording asks."""
        if not self.case.reachable:
            return "no"
        return "waits" if self.case.waits_for_writer else "yes"

    @property
    def mentions_unknown(self) -> bool:
        """Whether somebody was mentioned whose name did not come along, wherever in the message."""
        message = self.heard.signal.message
        return bool(message.mentions) and has_lost(message.text)

    def spoken(self, message: str, **args: str | int) -> str:
        """Return a message of the wording about the case."""
        return self.services.words.say(message, case=self.case.name, **args)

    def tell(self, message: str, **args: str | int) -> None:
        """Answer with a message about the case: it goes when that goes, and can be quoted."""
        self.say_text(self.spoken(message, **args))

    def say_text(self, text: str, files: tuple[int, ...] = ()) -> None:
        """Answer with a text that was put together from wording, and files of the case."""
        self.services.vault.post.to_reader(self.heard.person, self.case.id, text, files=files)

    def tell_left_behind(self) -> None:
        """Say what of the message went nowhere: of officers, words are taken and nothing else."""
        message = self.heard.signal.message
        self.services.bot.accounted = True
        if message.attachments:
            self.tell("casework-no-files")
        if has_lost_part(self.services.bot.entry):
            self.tell("casework-object-lost")
        if self.text and "spoiler" in notes_on(message):
            self.tell("casework-uncovered")

    def tell_others(self, message: str, people: People | None = None, **args: str | int) -> None:
        """Tell the other readers what this officer did, by their role.

        Args:
            message: of the wording.
            people: who else reads it by that, where the message says so.
            **args: what else it needs.
        """
        role, name = self.cases.called(self.case), self.case.name
        text = put_about(self.services, message, role=role, people=people, case=name, **args)
        self.services.vault.post.to_readers(self.case.id, text, besides=self.heard.person)

    def people_text(self, people: People) -> str:
        """Return those who read it, or would, as this officer is told of them."""
        return people_text(self.services.words, people)

    def tell_writer(self, message: str, **args: str | int) -> None:
        """Tell whoever wrote it what has become of it, in words that give nothing away."""
        text = self.services.put(message, case=self.case.name, **args)
        self.services.vault.post.write_first(self.case.id, text, notice=notice(self.services))


@dataclass(frozen=True)
class CommandContext:
    """An officer's command, before it is known which case it is about.

    Attributes:
        heard: the message.
        cases: sees only the cases this officer may read.
        command: its id.
    """

    heard: HeardMessage
    cases: OfficerCases
    command: str

    @classmethod
    def of(cls, heard: HeardMessage, command: str) -> Self:
        """Return it for what the filter `officer` has let through."""
        cases = heard.services.vault.for_officer(heard.person)
        assert cases is not None  # noqa: S101 -- what the filter let through
        return cls(heard, cases, command)

    async def find(self, otherwise: str = "casework-unknown") -> CaseContext | None:
        """Return the case that is named, slips understood; None, and said, if there is none.

        Args:
            otherwise: what is said then.
        """
        found = self.cases.find(self.heard.typed.rest)
        if found is None:
            await self.heard.say(otherwise)
            return None
        return CaseContext(self.heard, self.cases, *found)

    async def ask_which(self) -> None:
        """Ask for the name of the case."""
        name = self.heard.services.vocabulary.name(self.command)
        await self.heard.say("casework-which", command=name)

    async def find_exactly(self) -> CaseContext | None:
        """Return the case that is named, or ask for its name.

        A name that is only nearly right is asked about: what is done to a case must be done to the
        right one.
        """
        if not self.heard.typed.rest:
            await self.ask_which()
            return None
        found = await self.find()
        if found is None:
            return None
        if not names_exactly(self.heard.typed.rest, found.case):
            found.tell("casework-did-you-mean")
            return None
        if found.mentions_unknown:
            found.tell("casework-mention-unread")
            return None
        return found


def names_exactly(text: str, case: OfficerCase) -> bool:
    """Whether a text begins with the name of a case, whatever the capitals and hyphens."""
    name = _WORDS.findall(case.name.casefold())
    return _WORDS.findall(text.casefold())[: len(name)] == name


def hour(services: Services, moment: datetime) -> str:
    """Return a moment as it is said to officers: never more exact than the hour."""
    return services.time.spoken(moment.replace(minute=0, second=0, microsecond=0))
