"""A second admin's word: in a branch that wants two, what one asks for waits until another agrees.

Nobody agrees to their own. What is agreed to is what was shown: under one number one thing waits at
a time, each is a round of its own (`handlers.conversation.rounds`), and what has changed since it
was shown is shown again instead of being carried out. Drafts wait as announcements, for as long as
it takes; all else waits as the state of whoever asked for it, and ends with that.
"""

from typing import Any, ClassVar, Protocol

from handlers.conversation.filters import admin
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.rounds import AGAIN, rounds_of
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.parsing import read_number
from handlers.services import Services
from relay.formatting import StyledText, styled_text
from relay.settings import Branch

approvals = Router("approvals")


class Proposal(Protocol):
    """What waits for another admin.

    Attributes:
        number: the announcement's, by which they know it.
        own_message: said to who would agree to their own.
        refused_message: said to who asked for it.
        answers_message: what another admin may answer.
    """

    own_message: ClassVar[str]
    refused_message: ClassVar[str]
    answers_message: ClassVar[str]

    @property
    def number(self) -> int: ...

    def shown_text(self, services: Services) -> str | StyledText:
        """Return what another admin reads of it: all that people would read."""

    def shown_files(self, services: Services) -> tuple[int, ...]:
        """Return the ids of the files that people would get."""

    def is_as_shown(self, services: Services) -> bool:
        """Whether it would still do what was shown."""

    def show_again(self, services: Services, author: str) -> str:
        """Let it be what it is now; return the message that says why it is shown again."""

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out for who asked for it, and say so to both."""

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it, and say so to who refused."""


class Proposed(State):
    """Implements `Proposal` as the state of whoever asked for it."""

    own_message: ClassVar[str] = "edit-own"
    refused_message: ClassVar[str] = "edit-was-refused"
    answers_message: ClassVar[str] = "edit-proposal-answers"

    number: int

    def shown_text(self, services: Services) -> str | StyledText:
        """Return what another admin reads of it: all that people would read."""
        raise NotImplementedError

    def shown_files(self, services: Services) -> tuple[int, ...]:
        """Return the ids of the files that people would get."""
        return ()

    def is_as_shown(self, services: Services) -> bool:
        """Whether it would still do what was shown."""
        return True

    def show_again(self, services: Services, author: str) -> str:
        """Let it be what it is now; return the message that says why it is shown again."""
        return "agree-look-again"

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out for who asked for it, and say so to both; the state is ended already."""
        raise NotImplementedError

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it, and say so to who refused; the state is ended already."""
        raise NotImplementedError


class ProposedAlone(Proposed):
    """The same, under the number of a draft that stands for nothing else and goes with it.

    Attributes:
        dropped_message: said to who refused.
        expired_message: said to who asked for it, when it ends without an answer.
    """

    refused_message: ClassVar[str] = "agree-was-refused"
    dropped_message: ClassVar[str]
    expired_message: ClassVar[str]

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it."""
        self.discard(heard.services)
        heard.services.record(heard.person, "refuse", self.number)
        await heard.say(self.dropped_message)

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing came of it."""
        self.discard(services)
        services.tell(person, self.expired_message)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so too."""
        self.expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        self.discard(services)
        return True

    def discard(self, services: Services) -> None:
        """Let go of the draft."""
        services.store.announcements.discard(self.number)


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
    """Carry a proposal out, if it is just that which somebody else was shown and agrees to."""
    services, number = heard.services, proposal.number
    announcement = services.store.announcements.get(number)
    branch = None if announcement is None else services.branches.get(announcement.branch)
    if heard.person == author and (branch is None or branch.approvals > 1):
        await heard.say(proposal.own_message, number=str(number))
        return
    if not (rounds_of(services, number).waits_of(author) and proposal.is_as_shown(services)):
        why = proposal.show_again(services, author)
        services.record(author, AGAIN, number)
        await _show_again(heard, proposal, why)
    elif not _is_meant(heard, number):
        await _show_again(heard, proposal, "agree-look-again")
    else:
        _end(heard, author, proposal)
        await proposal.agree(heard, author)


async def take_refusal(heard: HeardMessage, author: str, proposal: Proposal) -> None:
    """Drop a proposal; also whoever asked for it may do so."""
    _end(heard, author, proposal)
    if heard.person != author:
        heard.services.tell(author, proposal.refused_message, number=str(proposal.number))
    await proposal.refuse(heard, author)


async def propose(
    heard: Heard[Any], branch: Branch, proposed: Proposed, waits: str = "edit-proposed"
) -> None:
    """Show the other admins of a branch what somebody asks for, who waits for an answer.

    That it is proposed is noted in the audit trail already.

    Args:
        heard: the yes of who asks for it.
        branch: the branch.
        proposed: what waits.
        waits: the message that says so to who asks for it.
    """
    services = heard.services
    others = ask_others(services, branch, heard.person, proposed)
    until = services.time.spoken(services.clock.now() + services.patience)
    heard.enter(proposed)
    await heard.say(waits, number=str(proposed.number), others=others, until=until)


def ask_others(services: Services, branch: Branch, author: str, proposal: Proposal) -> int:
    """Show the other admins of a branch what waits for one of them; return how many they are."""
    others = [one for one in branch.admins if one != author]
    for one in others:
        show_to(services, one, proposal)
    return len(others)


def show_to(services: Services, person: str, proposal: Proposal) -> None:
    """Show somebody what waits for an admin, with its files, and what they may answer."""
    services.tell_text(
        person,
        lambda speaking: _with_answers(speaking, person, proposal),
        proposal.shown_files(services),
    )


def proposed_in(services: Services, branch: Branch, number: int) -> tuple[str, Proposed] | None:
    """Return who of a branch waits for a word on a number, and what it is; None if nobody."""
    for one in branch.admins:
        state = services.state_of(one)
        if isinstance(state, Proposed) and state.number == number:
            return one, state
    return None


async def waits_already(heard: Heard[Any], branch: Branch, number: int) -> bool:
    """Say, and return, that something waits under the same number: one could not tell two apart."""
    found = proposed_in(heard.services, branch, number)
    if found is None:
        return False
    message = "meeting-waits-own" if found[0] == heard.person else "meeting-waits-other"
    await heard.say(message, number=str(number))
    return True


def _named(heard: HeardMessage) -> tuple[str, Proposed] | None:
    services, (number, _) = heard.services, read_number(heard.typed.rest)
    announcement = None if number is None else services.announcement_of(heard.person, number)
    if announcement is None:
        return None
    return proposed_in(services, services.branches[announcement.branch], announcement.id)


def _is_meant(heard: HeardMessage, number: int) -> bool:
    """Whether an agreement means the last round, and says nothing else besides."""
    rounds, (_, said) = rounds_of(heard.services, number), read_number(heard.typed.rest)
    named, more = read_number(said)
    words = heard.services.vocabulary
    if words.answers_with("thanks", more) or words.answers_with("yes", more):
        more = ""
    if any(char.isalnum() for char in more):
        return False
    return not rounds.needs_round(heard.person) if named is None else named == rounds.last


async def _show_again(heard: HeardMessage, proposal: Proposal, why: str) -> None:
    """Say that nothing has happened, and show what waits."""
    services = heard.services
    text = _with_answers(services, heard.person, proposal)
    lead = services.words.say(why, number=str(proposal.number))
    await heard.say_text(text.within(f"{lead}\n\n{text.text}"), proposal.shown_files(services))


def _with_answers(services: Services, person: str, proposal: Proposal) -> StyledText:
    rounds, number = rounds_of(services, proposal.number), str(proposal.number)
    if rounds.needs_round(person):
        answers = services.words.say("agree-which", number=number, round=str(rounds.last))
    else:
        answers = services.words.say(proposal.answers_message, number=number)
    shown = styled_text(proposal.shown_text(services))
    return shown.within(f"{shown.text}\n\n{answers}")


def _end(heard: HeardMessage, author: str, proposal: Proposal) -> None:
    if isinstance(proposal, Proposed):
        heard.services.store.conversations.end(author)
