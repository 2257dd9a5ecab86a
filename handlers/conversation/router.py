"""Routers: which function hears what, declared beside the function, and asked in order.

    queue = Router("queue")

    @queue.command("queue", may=admin)
    async def list_queue(heard: HeardMessage) -> None: ...

As in aiogram, routers include routers, and the order of inclusion is the order in which they are
asked: the first route that all filters let through carries a message out, and no other one does.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from handlers.conversation.catalogue import Command, Section, Usage
from handlers.conversation.filters import everybody, typed
from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage, HeardReaction
from handlers.conversation.state import State

_UNTOLD = ("is in it", "is typed", "everybody")
H = TypeVar("H", bound=Heard[Any])
S = TypeVar("S", bound=State)
Filter = Callable[[H], bool]
Carry = Callable[[H], Awaitable[None]]
CarryOn = Callable[[HeardMessage, S], Awaitable[None]]


@dataclass(frozen=True)
class Route(Generic[H]):
    """One function and what it hears.

    Attributes:
        name: of the router and the function, as `router.function`.
        hears: the kind of thing.
        filters: all of them have to let it through.
        carry_out: the function.
        commands: what it carries out, if those are commands.
        state: what its sender is in the middle of, if it is for that.
    """

    name: str
    hears: type[H]
    filters: tuple[Filter[H], ...]
    carry_out: Carry[H]
    commands: tuple[Command, ...] = ()
    state: type[State] | None = None

    def wants(self, heard: Heard[Any]) -> bool:
        """Whether it is this one's to carry out."""
        return isinstance(heard, self.hears) and all(may(heard) for may in self.filters)

    @property
    def kind(self) -> str:
        """What it hears: a `message`, a `reaction` or a `deletion`."""
        return self.hears.__name__.removeprefix("Heard").lower()

    def conditions(self) -> tuple[str, ...]:
        """Return the names of its filters, for people: those of commands and states say nothing."""
        names = (may.__name__.strip("_").replace("_", " ") for may in self.filters)
        return tuple(name for name in names if name not in _UNTOLD)


class Router:
    """Some routes in their order.

    Args:
        name: of the feature, for `relay commands` and for tests.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[Route[Any] | Router] = []

    def command(
        self,
        command: str,
        *filters: Filter[HeardMessage],
        may: Filter[HeardMessage] = everybody,
        by: Callable[[str], Filter[HeardMessage]] = typed,
        section: Section | None = None,
        usages: tuple[Usage, ...] = ((),),
    ) -> Callable[[Carry[HeardMessage]], Carry[HeardMessage]]:
        """Declare a function that carries out a command.

        Args:
            command: its id in the vocabulary.
            *filters: when it is heard, besides.
            may: who has it. To everybody else it is a word like any other.
            by: how it is known: by its first word, or by all of it (`whole`, `named`, `exactly`).
            section: where people are told of it; None for another way to what they are told of.
            usages: what may follow it, in the order in which people are told.
        """
        declared = Command(command, may, section, usages, by)
        return self._declare(HeardMessage, (declared.is_typed, may, *filters), (declared,))

    def message(
        self, *filters: Filter[HeardMessage], commands: tuple[Command, ...] = ()
    ) -> Callable[[Carry[HeardMessage]], Carry[HeardMessage]]:
        """Declare a function that hears messages, newer versions of earlier ones included.

        Args:
            *filters: when it is heard.
            commands: what the filters let through, where those are commands.
        """
        return self._declare(HeardMessage, filters, commands)

    def answer(
        self, kind: type[S], *filters: Filter[HeardMessage]
    ) -> Callable[[CarryOn[S]], CarryOn[S]]:
        """Declare a function that hears whoever is in a state, and is given it.

        Args:
            kind: the state, or what several have in common.
            *filters: when it is heard, besides.
        """

        def is_in_it(heard: HeardMessage) -> bool:
            return isinstance(heard.state, kind)

        def declare(carry_on: CarryOn[S]) -> CarryOn[S]:
            async def carry_out(heard: HeardMessage) -> None:
                assert isinstance(heard.state, kind)  # noqa: S101 -- what the filter let through
                await carry_on(heard, heard.state)

            name = f"{self.name}.{carry_on.__name__}"
            self._parts.append(
                Route(name, HeardMessage, (is_in_it, *filters), carry_out, state=kind)
            )
            return carry_on

        return declare

    def reaction(
        self, *filters: Filter[HeardReaction]
    ) -> Callable[[Carry[HeardReaction]], Carry[HeardReaction]]:
        """Declare a function that hears emoji on messages."""
        return self._declare(HeardReaction, filters)

    def deletion(
        self, *filters: Filter[HeardDeletion]
    ) -> Callable[[Carry[HeardDeletion]], Carry[HeardDeletion]]:
        """Declare a function that hears of deleted messages."""
        return self._declare(HeardDeletion, filters)

    def include(self, *routers: "Router") -> None:
        """Ask other routers next, in this order.

        Raises:
            ValueError: one of them is here already.
        """
        for router in routers:
            if any(router is part for part in self._walk()):
                raise ValueError(f"{router.name} is included twice")
            self._parts.append(router)

    def only(self, *filters: Filter[HeardMessage]) -> "Router":
        """Return a router that carries out the same messages, where more filters let them through.

        For what is asked earlier than the rest of this one. The filters are asked last: whether a
        command is typed is known before anything is looked up in the store.
        """
        earlier = Router(self.name)
        earlier._parts = [
            replace(route, filters=(*route.filters, *filters))
            for route in self.routes()
            if route.hears is HeardMessage
        ]
        return earlier

    def routes(self) -> Iterator[Route[Any]]:
        """Return all routes in the order in which they are asked."""
        for part in self._parts:
            if isinstance(part, Router):
                yield from part.routes()
            else:
                yield part

    def declared(self) -> Iterator[Command]:
        """Return all commands that are declared here, in the order in which they are heard."""
        return (command for route in self.routes() for command in route.commands)

    def find(self, heard: Heard[Any]) -> Route[Any] | None:
        """Return the route that carries something out, or None if nobody does."""
        return next((route for route in self.routes() if route.wants(heard)), None)

    def _walk(self) -> "Iterator[Router]":
        yield self
        for part in self._parts:
            if isinstance(part, Router):
                yield from part._walk()

    def _declare(
        self, hears: type[H], filters: tuple[Filter[H], ...], commands: tuple[Command, ...] = ()
    ) -> Callable[[Carry[H]], Carry[H]]:
        def declare(carry_out: Carry[H]) -> Carry[H]:
            name = f"{self.name}.{carry_out.__name__}"
            self._parts.append(Route(name, hears, filters, carry_out, commands))
            return carry_out

        return declare
