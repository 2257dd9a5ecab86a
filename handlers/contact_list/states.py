"""What somebody is in the middle of who enters themself in the contact list."""

from typing import Any, ClassVar, Self

from handlers.contact_list.texts import branch_name, command_of
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.contact_list.entries import Given


class _Unkept(State):
    """Something is asked for the contact list, and nothing of it is kept yet.

    Nothing of it may come into a chat that is emptied meanwhile.
    """

    ends_hidden: ClassVar[bool] = True

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing is kept."""
        tell_unasked(services, person, "contact-expired", command=command_of(services))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same, unless it goes on."""
        if not isinstance(coming, _Unkept) and not coming.is_discreet:
            self.expired(services, person)


class AskContactBranch(_Unkept):
    """Which branch?"""

    name: ClassVar[str] = "contacts.branch"


class Entering(_Unkept):
    """Somebody is asked, one thing after the other, what they want to give.

    Attributes:
        branch: slug.
        called: their name as they want it.
        area: where they are.
        interests: what they would like to do or hear of.
        speaks: the language they like to be written to in.
        reach: how they may be reached without the bot.
    """

    branch: str
    called: str = ""
    area: str = ""
    interests: tuple[str, ...] = ()
    speaks: str = ""
    reach: str = ""

    def given(self, person: str) -> Given:
        """Return what they give."""
        return Given(person, self.called, self.area, self.interests, self.speaks, self.reach)

    def giving(self, given: Given) -> Self:
        """Return the same state with what they give now."""
        return self.but(
            called=given.name,
            area=given.area,
            interests=given.interests,
            speaks=given.speaks,
            reach=given.reach,
        )


class AskField(Entering):
    """What is asked now.

    Attributes:
        field: which one of `handlers.contact_list.fields`.
    """

    name: ClassVar[str] = "contacts.field"

    field: str


class ConfirmEntry(Entering, Pending):
    """All of it is shown: is that right?"""

    name: ClassVar[str] = "contacts.confirm"

    async def accept(self, heard: Heard[Any]) -> None:
        """Keep it."""
        heard.leave()
        services, branch = heard.services, heard.services.branches.get(self.branch)
        if branch is None or branch.contact_list is None:
            await heard.say("contact-nowhere")
            return
        services.contacts.keep(branch, self.given(heard.person))
        days = branch.contact_list.ask_days
        command = command_of(services)
        await heard.say("contact-kept", branch=branch.name, command=command, days=days)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Keep nothing."""
        heard.leave()
        await heard.say("contact-dropped")


class AskChange(_Unkept):
    """One thing in an entry is asked for anew; what stands there stays until then.

    Attributes:
        field: which one.
    """

    name: ClassVar[str] = "contacts.change"

    field: str

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was changed."""
        entries = services.contacts.of(person)
        if entries:
            branch = branch_name(services, entries[0].branch)
            tell_unasked(services, person, "contact-unchanged", branch=branch)
