"""What somebody did in their chat with the bot, and how they are answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Generic, TypeVar

from signalbot import Context, DataMessage, DataMessageContext, EditMessage, Reaction, RemoteDelete

from handlers.conversation.state import State
from handlers.parsing import first_word, is_thumb, is_thumb_down
from handlers.services import Services
from relay.formatting import StyledText
from relay.language.known import LONGEST
from relay.language.vocabulary import Typed, bare
from relay.signal.marks import Mark, mark_of
from relay.signal.queued import QueuedMessage

M = TypeVar("M", DataMessage, Reaction, RemoteDelete)
T = TypeVar("T")


@dataclass(frozen=True)
class Heard(Generic[M]):
    """One thing that one person did. Not a conversation: where they stand is in the store.

    Attributes:
        services: the parts of the relay, with the words of that person's language.
        signal: signalbot's context, with the message and the verbs.
        found: what `looked_up_once` has found.
    """

    services: Services
    signal: Context[M]
    found: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def person(self) -> str:
        """The sender's account id (ACI)."""
        return self.signal.message.source_uuid or ""

    @cached_property
    def state(self) -> State | None:
        """What they were in the middle of when they did it; None if nothing or its time is over."""
        return self.services.state_of(self.person)

    def enter(self, state: State) -> None:
        """Put them into a state; see `Services.enter`."""
        self.services.enter(self.person, state)

    def leave(self) -> None:
        """End what they are in the middle of, without a word."""
        self.services.store.conversations.end(self.person)

    async def say(self, message: str, **args: Any) -> QueuedMessage:
        """Answer with a message of the wording."""
        return await self.services.say(self.signal, message, **args)

    async def say_text(self, text: str | StyledText, files: tuple[int, ...] = ()) -> QueuedMessage:
        """Answer with a text that was put together from wording, and stored files."""
        return await self.services.say_text(self.signal, text, files)


@dataclass(frozen=True)
class HeardMessage(Heard[DataMessage]):
    """A message, or a newer version of one."""

    signal: DataMessageContext

    @property
    def message(self) -> DataMessage:
        """It, as signalbot reads it."""
        return self.signal.message

    @property
    def is_edit(self) -> bool:
        """Whether it is a newer version of an earlier one."""
        return isinstance(self.message, EditMessage)

    @cached_property
    def mark(self) -> Mark | None:
        """What it is that is done without a word; None where something is said."""
        entry = self.services.bot.entry
        return None if entry is None else mark_of(entry.body)

    def answers(self, answer: str) -> bool:
        """Whether the whole message is an answer of the vocabulary, such as `yes`."""
        return self.services.vocabulary.answers_with(answer, self.message.text)

    def begins_with(self, command: str) -> bool:
        """Whether its first word is one for a command of the vocabulary."""
        return self.typed.command in self.services.vocabulary.words(command)

    def goes_on_with(self, answer: str) -> bool:
        """Whether the word after its first one is an answer of the vocabulary."""
        second = first_word(self.typed.rest)
        return self.services.vocabulary.answers_with(answer, second)

    @property
    def further(self) -> str:
        """What follows the word after its first one."""
        rest = self.typed.rest
        return rest[len(first_word(rest)) :].strip()

    @cached_property
    def bare(self) -> str:
        """It as a whole, lower case and without punctuation but question marks."""
        return bare(self.message.text)

    @cached_property
    def core(self) -> str:
        """The same without what may stand round a command and changes nothing: "please hide it".

        What is too long to be a command is not searched: that takes the square of its length.
        """
        said = self.bare.strip("? ")
        if len(said) > LONGEST:
            return said
        return self.services.vocabulary.phrase("round_a_command").sub("", said)

    @cached_property
    def typed(self) -> Typed:
        """Its first word, which may be a command, and the rest."""
        return self.services.vocabulary.read(self.message.text)


def looked_up_once(look: Callable[[Heard[Any]], T]) -> Callable[[Heard[Any]], T]:
    """Let what several filters look up in the store be looked up once for each thing heard.

    Args:
        look: what finds it, as it is when it is first needed.
    """

    @wraps(look)
    def found(heard: Heard[Any]) -> T:
        if look not in heard.found:
            heard.found[look] = look(heard)
        was_found: T = heard.found[look]
        return was_found

    return found


class HeardReaction(Heard[Reaction]):
    """An emoji put on a message, or taken away."""

    @property
    def gives_thumb(self) -> bool:
        """Whether it is a thumb that is put on, up or down."""
        reaction = self.signal.message
        thumb = is_thumb(reaction.emoji) or is_thumb_down(reaction.emoji)
        return thumb and not reaction.is_remove


class HeardDeletion(Heard[RemoteDelete]):
    """The deletion of an earlier message of the same person."""
