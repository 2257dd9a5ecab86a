"""One command of an officer: who typed it, what they may see, and how they are answered."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from signalbot import DataMessageContext

from handlers.left_out import has_lost
from handlers.services import Services
from relay.safeguarding import OfficerCase, OfficerDesk

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Turn:
    """What a command is carried out with.

    Attributes:
        desk: sees only the cases this officer may read.
        command: the first word, casefolded.
        rest: what followed it.
    """

    services: Services
    context: DataMessageContext
    desk: OfficerDesk
    command: str
    rest: str = field(repr=False)

    @property
    def person(self) -> str:
        """The officer's account id."""
        return self.context.message.source_uuid or ""

    async def say(self, message: str, **args: str | int) -> None:
        """Answer with a message that is about no case."""
        await self.services.say(self.context, message, **args)

    @property
    def mentions_unknown(self) -> bool:
        """Whether somebody was mentioned whose name did not come along, wherever in the message."""
        message = self.context.message
        return bool(message.mentions) and has_lost(message.text)

    def say_about(self, case: OfficerCase, message: str, **args: str | int) -> None:
        """Answer with a message about a case: it goes when the case goes, and can be quoted."""
        self.say_text(case, self.services.words.say(message, case=case.name, **args))

    def say_text(self, case: OfficerCase, text: str) -> None:
        """Answer with a text about a case that was put together from wording."""
        self.services.vault.post.to_reader(self.person, case.id, text)

    def tell_others(self, case: OfficerCase, message: str, **args: str | int) -> None:
        """Tell the other readers of a case what this officer did, by their role."""
        text = self.services.words.say(message, case=case.name, role=role_of(case), **args)
        self.services.vault.post.to_readers(case.id, text, besides=self.person)

    async def about(self) -> tuple[OfficerCase, str] | None:
        """Return the case a command names and what follows the name, or ask for the name.

        A name that is only nearly right is asked about: what is done to a case must be done to the
        right one.
        """
        if not self.rest:
            await self.say("casework-which", command=self.command)
            return None
        found = self.desk.find(self.rest)
        if found is None:
            await self.say("casework-unknown")
            return None
        if not names_exactly(self.rest, found[0]):
            self.say_about(found[0], "casework-did-you-mean")
            return None
        if self.mentions_unknown:
            self.say_about(found[0], "casework-mention-unread")
            return None
        return found


def names_exactly(text: str, case: OfficerCase) -> bool:
    """Whether a text begins with the name of a case, whatever the capitals and hyphens."""
    name = _WORDS.findall(case.name.casefold())
    return _WORDS.findall(text.casefold())[: len(name)] == name


def role_of(case: OfficerCase) -> str:
    """Return the role of the officer who looks at a case."""
    return next((reader.role for reader in case.readers if reader.me), "")


def hour(services: Services, moment: datetime) -> str:
    """Return a moment as it is said to officers: never more exact than the hour."""
    return services.time.spoken(moment.replace(minute=0, second=0, microsecond=0))
