"""States: what somebody is in the middle of, with what it holds and how it ends.

Each kind of state is a class of its own, beside the functions that go on from it; `handlers.states`
lists them. A person is in one state at a time. All methods here join the caller's transaction.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from handlers.conversation.heard import Heard
    from handlers.services import Services

S = TypeVar("S", bound="State")


class State(BaseModel):
    """One thing that somebody can be in the middle of.

    What its fields hold stays readable for stores that were written earlier: a new field has a
    default, and one that is gone is ignored.

    Attributes:
        name: what it is called in the store; no other class has the same.
        is_discreet: whether others may be looking on: what it takes the place of is dropped without
            a word that could give it away.
        takes_files: whether the files they send now are for those who read a report of theirs.
        ends_hidden: whether it ends without a word once the chat is emptied: nothing of it may come
            into that chat later.
        takes_photos: whether a photo is wanted from them, whoever they are.
        has_looked_at: whether the files they send now are only looked at, and never kept.
    """

    # What people wrote stands in no log: neither a traceback nor a refusal shows a value.
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    name: ClassVar[str]
    is_discreet: ClassVar[bool] = False
    takes_files: ClassVar[bool] = False
    takes_photos: ClassVar[bool] = False
    has_looked_at: ClassVar[bool] = False
    ends_hidden: ClassVar[bool] = False

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show nothing of what it holds."""
        return ()

    def waits(self, services: "Services") -> timedelta:
        """How long the next message may take."""
        return services.patience

    def expired(self, services: "Services", person: str) -> None:
        """Say that nobody answered in time, and let go of what was begun; it is ended already."""
        raise NotImplementedError

    def left(self, services: "Services", person: str, coming: "State") -> None:
        """Say what is dropped, so that nobody waits for what will not come, and let go of it.

        Args:
            services: the parts of the relay.
            person: the account id.
            coming: the state that takes its place, perhaps one that goes on with it.
        """
        raise NotImplementedError

    def put_down(self, services: "Services", person: str) -> bool:
        """Let go of what an admin began whose rights wait from now on.

        Returns:
            Whether it was an admin's: then it is ended, and they are told.
        """
        return False

    def becomes(self, kind: type[S], **data: Any) -> S:
        """Return the state that goes on with this one.

        Args:
            kind: what it is; it is given what this one holds under the same names.
            data: what else it holds.
        """
        shared = self.model_dump(include=set(kind.model_fields))
        return kind.model_validate(shared | data)

    def but(self, **data: Any) -> Self:
        """Return the same state with other data."""
        return self.model_copy(update=data)


class Pending(State):
    """What has been shown, and is carried out at a yes: planned anew then, in one transaction.

    `yes`, `no` and a thumbs up on just that message are heard by `handlers.conversation.pending`.

    Attributes:
        preview: the delivery that shows it; None for what was stored before it was sent.
    """

    preview: int | None = None

    async def accept(self, heard: "Heard[Any]") -> None:
        """Carry out what was shown, and say so."""
        raise NotImplementedError

    async def refuse(self, heard: "Heard[Any]") -> None:
        """Drop it, and say so."""
        raise NotImplementedError


def by_name(*kinds: type[State]) -> Mapping[str, type[State]]:
    """Return kinds of states by what they are called in the store.

    Raises:
        ValueError: two are called the same.
    """
    named = {kind.name: kind for kind in kinds}
    if len(named) != len(kinds):
        raise ValueError("two states have the same name")
    return named
