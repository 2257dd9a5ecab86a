"""Speaking with somebody about a complaint of theirs; what they are in the middle of."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import State
from handlers.services import Services
from relay.conduct.matters.complaints import MOST_WORDS, Complaint
from relay.conduct.matters.matters import topic
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority

PATIENCE = timedelta(hours=6)
"""How long an answer is waited for. What was written is kept longer, and gone on with."""


class ComplaintState(State):
    """Something about a complaint. It ends without a word: others may look at the phone.

    Attributes:
        matter: its number.
    """

    is_discreet: ClassVar[bool] = True
    ends_hidden: ClassVar[bool] = True

    matter: int

    def waits(self, services: Services) -> timedelta:
        """Long enough to think."""
        return PATIENCE

    def expired(self, services: Services, person: str) -> None:
        """Say nothing: it is kept for a while, and gone on with where they ask for it."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Talk:
    """What somebody is answered with about a complaint of theirs.

    Attributes:
        services: the parts of the relay, with the words of that person's language.
        person: account id.
        number: of the complaint.
    """

    services: Services = field(repr=False)
    person: str = field(repr=False)
    number: int

    @property
    def complaint(self) -> Complaint | None:
        """It, as it is now; None once it is gone or hidden."""
        return self.services.complaints.mine(self.person, self.number)

    def say(self, message: str, /, **args: Any) -> int:
        """Answer with a message of the wording; return the delivery's id."""
        return self.say_text(self.services.words.say(message, **args))

    def say_text(self, text: str) -> int:
        """Answer with a text. It is dropped with the complaint; nothing tells whom it went to."""
        return queue_outgoing(
            self.services.store.outbox,
            self.person,
            Message(text=text),
            priority=Priority.REPLY,
            now=self.services.clock.now(),
            topic=topic(self.number),
        )

    def say_in_danger(self, text: str) -> None:
        """Answer with a text after what to do in danger, which is by itself in another language."""
        services = self.services
        if services.words is services.in_public.words:
            self.say_text(services.after_danger(text))
        else:
            self.say_text(services.helplines.danger(services.words.say))
            self.say_text(text)

    def enter(self, state: State) -> None:
        """Wait for what comes next."""
        self.services.enter(self.person, state)

    def leave(self) -> None:
        """Wait for nothing any more."""
        self.services.store.conversations.end(self.person)

    def change(self, **values: Any) -> None:
        """Let the complaint say something else."""
        self.services.complaints.change(self.number, **values)

    def answered(self, question: str, **values: Any) -> None:
        """Let it say something else, and not ask that question again."""
        complaint = self.complaint
        if complaint is not None:
            known = dict.fromkeys((*complaint.contents.answered, question))
            self.change(answered=tuple(known), **values)

    def answer_in_words(self, question: "Question", place: str, text: str) -> bool:
        """Take somebody's own words as the answer to a question, if there is room for them.

        Args:
            question: what was asked; it has a name in the complaint.
            place: where in the complaint they stand.
            text: the words.

        Returns:
            Whether they were taken; else it is said, and asked again.
        """
        complaint = self.complaint
        if complaint is None or not text:
            self.enter(question)
            self.say("complaint-words-missing")
            return False
        told = complaint.contents
        if not self.services.complaints.has_room(told, text):
            self.enter(question)
            self.say("complaint-too-long", most=str(MOST_WORDS))
            return False
        # What came too early stands before it.
        before = told.words if place == "words" else ""
        self.answered(question.question, **{place: f"{before}\n{text}".strip()})
        return True

    def keep_aside(self, question: "Question", text: str) -> bool:
        """Keep what answers nothing with their words, say so, and wait for the answer."""
        complaint = self.complaint
        if complaint is None:
            return False
        told = complaint.contents
        self.enter(question)
        if not text or not any(char.isalpha() for char in text):
            self.say("complaint-unclear")
        elif not self.services.complaints.has_room(told, text):
            self.say("complaint-too-long", most=str(MOST_WORDS))
        else:
            self.change(words=f"{told.words}\n{text}".strip())
            self.say("complaint-kept-aside")
        return False


def talk_of(heard: Heard[Any], number: int) -> Talk:
    """Return what somebody who was heard is answered with about a complaint of theirs."""
    return Talk(heard.services, heard.person, number)


class Question(ComplaintState):
    """A question of a complaint that is being written.

    Attributes:
        question: what the complaint calls it, once it is answered.
    """

    question: ClassVar[str]

    def ask(self, talk: Talk) -> None:
        """Ask it, also once more."""
        raise NotImplementedError

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take an answer; return whether what comes next is to be asked."""
        raise NotImplementedError
