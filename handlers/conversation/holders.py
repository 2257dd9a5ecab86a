"""What a feature keeps of somebody, said and destroyed by the feature itself.

`about me` and `forget me` (`handlers.personal_data`) know no feature: each has a holder, and
`handlers.holders` lists them. What is kept by the register (`relay.personal_data.register`) under
`about_me` is named by the holder that has that item.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from handlers.services import Services


@dataclass(frozen=True)
class Held:
    """One thing that is kept of somebody.

    Attributes:
        item: what the register calls it.
        text: what is kept, why and until when, in plain words of that person's language. It may be
            read by somebody else who holds the phone: no private group is named in it, nor anything
            of a report or a complaint.
        stays: why it stays after `forget me` and until when; empty for what is destroyed.
    """

    item: str
    text: str = field(repr=False)
    stays: str = field(default="", repr=False)


class Holder(Protocol):
    """What one feature keeps of people. All of it joins the caller's transaction.

    Attributes:
        items: what of the register it names.
    """

    items: frozenset[str]

    def held(self, services: "Services", person: str) -> Sequence[Held]:
        """Return what is kept of somebody now.

        Args:
            services: the parts of the relay, with the words of that person's language.
            person: account id.
        """

    def duties(self, services: "Services", person: str) -> Sequence[str]:
        """Return what somebody has to do before they can be forgotten, in plain words."""

    def forget(self, services: "Services", person: str) -> None:
        """Destroy what may be destroyed; again changes nothing.

        The caller has every copy of it destroyed, too.
        """

    def leave(self, services: "Services", person: str) -> Sequence[str]:
        """Take somebody out of where they are; return what they have to leave themselves.

        No private group is named in it.
        """


class QuietHolder:
    """Asks nothing of anybody and takes nobody out of anything: holders say only what they do."""

    def duties(self, services: "Services", person: str) -> Sequence[str]:
        """Return nothing."""
        return ()

    def leave(self, services: "Services", person: str) -> Sequence[str]:
        """Do nothing."""
        return ()
