"""What somebody is in the middle of who talks with the other side."""

from typing import Any, ClassVar

from handlers.conduct.talks.passing import said_by_moderators
from handlers.conduct.talks.texts import refusal_text
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from relay.conduct.talks.talks import TalkState, Took

_BEGINNING = 30
"""Characters by which somebody knows their own text again."""


class ConfirmTalk(Pending):
    """A moderator is shown how a talk begins.

    Attributes:
        matter: its number.
        text: what the person is to read.
    """

    name: ClassVar[str] = "conduct.talk"

    matter: int
    text: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Begin it, if they still may."""
        services, number = heard.services, self.matter
        heard.leave()
        view = services.matters.matter(heard.person, number)
        if view is None or view.subject is None:
            await heard.say("talk-unknown", number=str(number))
            return
        known = services.talks.get(number)
        if known is not None and known.state is TalkState.DECLINED:
            await heard.say("talk-declined-already", number=str(number))
            return
        talk = services.talks.open(number, view.branch, view.subject)
        took = said_by_moderators(services, talk, self.text, heard.person, "talk-opening")
        if took is not Took.SAID:
            await heard.say_text(refusal_text(services, took))
            return
        services.matters.dealt_with(number)
        await heard.say("talk-sent", number=str(number))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Send nothing."""
        heard.leave()
        await heard.say("talk-dropped")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was sent."""
        begins = self.text[:_BEGINNING]
        services.tell(person, "talk-not-sent", number=str(self.matter), begins=begins)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same."""
        if not coming.is_discreet and not isinstance(coming, ConfirmTalk):
            self.expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """It was a moderator's."""
        return True


class AskMeant(State):
    """Are these words for the moderators? They may be a slip of a command, or tell of harm.

    Attributes:
        matter: number of the talk.
        text: what was written.
    """

    name: ClassVar[str] = "conduct.talk.meant"
    ends_hidden: ClassVar[bool] = True

    matter: int
    text: str

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was passed on."""
        services.tell(person, "talk-ask-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say nothing: whatever comes, they were told that nothing was passed on."""
