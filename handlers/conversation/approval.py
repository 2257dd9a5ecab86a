"""A second admin's word: in a branch that wants two, what one asks for waits until another agrees.

Nobody agrees to their own. Drafts wait as announcements, for as long as it takes; all else waits as
the state of whoever asked for it, and ends with that.
"""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

from handlers.conversation.filters import admin
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.parsing import read_number
from handlers.services import Services
from relay.settings import Branch

approvals = Router("approvals")


class Proposal(Protocol):
    """What waits for another admin.

    Attributes:
        number: the announcement's, by which they know it.
        own_message: said to who would agree to their own.
        refused_message: said to who asked for it.
    """

    own_message: ClassVar[str]
    refused_message: ClassVar[str]

    @property
    def number(self) -> int: ...

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out for who asked for it, and say so to both."""

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it, and say so to who refused."""


class Proposed(State):
    """Implements `Proposal` as the state of whoever asked for it."""

    own_message: ClassVar[str] = "edit-own"
    refused_message: ClassVar[str] = "edit-was-refused"

    number: int

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out for who asked for it, and say so to both; the state is ended already."""
        raise NotImplementedError

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it, and say so to who refused; the state is ended already."""
        raise NotImplementedError


def is_proposed(heard: HeardMessage) -> bool:
    """Whether the message names by its number what is a state of somebody who waits."""
    return _named(heard) is not None


@approvals.command("agree", is_proposed, may=admin)
async def agree_to_proposed(heard: HeardMessage) -> None:
    """Carry out what somebody waits for."""
    if (found := _named(heard)) is not None:
        await take_agreement(heard, *found)


@approvals.command("refuse", is_proposed, may=admin)
async def refuse_proposed(heard: HeardMessage) -> None:
    """Drop what somebody waits for."""
    if (found := _named(heard)) is not None:
        await take_refusal(heard, *found)


async def take_agreement(heard: HeardMessage, author: str, proposal: Proposal) -> None:
    """Carry a proposal out, unless who agrees is who asked for it."""
    if heard.person == author:
        await heard.say(proposal.own_message, number=str(proposal.number))
        return
    _end(heard, author, proposal)
    await proposal.agree(heard, author)


async def take_refusal(heard: HeardMessage, author: str, proposal: Proposal) -> None:
    """Drop a proposal; also whoever asked for it may do so."""
    _end(heard, author, proposal)
    if heard.person != author:
        heard.services.tell(author, proposal.refused_message, number=str(proposal.number))
    await proposal.refuse(heard, author)


async def propose(
    heard: Heard[Any], branch: Branch, proposed: Proposed, text: Callable[[Services], str]
) -> None:
    """Show the other admins of a branch what somebody asks for, who waits for an answer.

    Args:
        heard: the yes of who asks for it.
        branch: the branch.
        proposed: what waits.
        text: puts into words, for each of them, what they are asked.
    """
    services = heard.services
    others = ask_others(services, branch, heard.person, text)
    until = services.time.spoken(services.clock.now() + services.patience)
    heard.enter(proposed)
    await heard.say("edit-proposed", number=str(proposed.number), others=others, until=until)


def ask_others(
    services: Services, branch: Branch, author: str, text: Callable[[Services], str]
) -> int:
    """Tell the other admins of a branch what waits for one of them; return how many they are."""
    others = [one for one in branch.admins if one != author]
    for one in others:
        services.tell_text(one, text)
    return len(others)


def proposed_in(services: Services, branch: Branch, number: int) -> tuple[str, Proposed] | None:
    """Return who of a branch waits for a word on a number, and what it is; None if nobody."""
    for one in branch.admins:
        state = services.state_of(one)
        if isinstance(state, Proposed) and state.number == number:
            return one, state
    return None


def _named(heard: HeardMessage) -> tuple[str, Proposed] | None:
    services, (number, _) = heard.services, read_number(heard.typed.rest)
    announcement = None if number is None else services.announcement_of(heard.person, number)
    if announcement is None:
        return None
    return proposed_in(services, services.branches[announcement.branch], announcement.id)


def _end(heard: HeardMessage, author: str, proposal: Proposal) -> None:
    if isinstance(proposal, Proposed):
        heard.services.store.conversations.end(author)
