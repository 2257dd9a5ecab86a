"""Flows: the states of one conversation, and what is said and let go when it ends unanswered.

A person is in one state at a time, and a state's name begins with that of its flow
(`announce.text`). Each feature declares its flows beside their states; `handlers.flows` lists them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from relay.store.conversations import Conversation

if TYPE_CHECKING:
    from handlers.services import Services


@dataclass(frozen=True)
class Coming:
    """The state that takes the place of another one.

    Attributes:
        state: its name.
        data: what it holds.
    """

    state: str
    data: Mapping[str, Any] = field(repr=False)

    @property
    def flow(self) -> str:
        """The name of its flow."""
        return flow_name(self.state)


@dataclass(frozen=True)
class Flow:
    """One conversation. All its functions join the caller's transaction.

    Attributes:
        name: what its states' names begin with.
        expired: says that nobody answered in time; the state is ended already.
        left: says what is dropped where another state takes its place, perhaps one of its own, so
            that nobody waits for what will not come.
        put_down: lets go of what an admin began whose rights wait from now on; None for what is no
            admin's.
    """

    name: str
    expired: "Callable[[Services, Conversation], None]"
    left: "Callable[[Services, Conversation, Coming], None]"
    put_down: "Callable[[Services, Conversation], None] | None" = None


def flow_name(state: str) -> str:
    """Return the name of a state's flow."""
    return state.partition(".")[0]
