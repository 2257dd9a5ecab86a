"""One at a time, the most urgent first, and nobody who goes away leaves a hole."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.signal.priority import Priority, PriorityLock


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@dataclass
class Crowd:
    """People at a priority_lock, and beside it a plain list that says who should be let in next."""

    priority_lock: PriorityLock = field(default_factory=PriorityLock)
    inside: list[int] = field(default_factory=list)
    expected_inside: int | None = None
    expected_line: list[tuple[Priority, int]] = field(default_factory=list)
    people: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    may_go: dict[int, asyncio.Event] = field(default_factory=dict)
    most_inside: int = 0

    async def arrive(self, priority: Priority) -> None:
        number = len(self.people)
        self.may_go[number] = asyncio.Event()
        self.people[number] = asyncio.create_task(self._person(number, priority))
        if self.expected_inside is None:
            self.expected_inside = number
        else:
            self.expected_line.append((priority, number))
        await settle()

    async def _person(self, number: int, priority: Priority) -> None:
        async with self.priority_lock.turn(priority):
            self.inside.append(number)
            self.most_inside = max(self.most_inside, len(self.inside))
            try:
                await self.may_go[number].wait()
            finally:
                self.inside.remove(number)

    def finish(self) -> None:
        if self.expected_inside is not None:
            self.may_go[self.expected_inside].set()
            self._next()

    def cancel_inside(self) -> None:
        if self.expected_inside is not None:
            self.people[self.expected_inside].cancel()
            self._next()

    def cancel_waiting(self, which: int) -> None:
        if self.expected_line:
            _, number = self.expected_line.pop(which % len(self.expected_line))
            self.people[number].cancel()

    async def finish_and_cancel_the_next(self) -> None:
        """The turn is given to somebody who goes away before they can take it."""
        if self.expected_inside is None or not self.expected_line:
            return
        self.finish()
        heir = self.expected_inside
        # One step of the loop: the holder leaves and gives the turn on; the heir has not run yet.
        await asyncio.sleep(0)
        assert self.inside == []
        self.people[heir].cancel()
        self._next()

    def _next(self) -> None:
        self.expected_line.sort()
        self.expected_inside = self.expected_line.pop(0)[1] if self.expected_line else None

    def check(self) -> None:
        assert self.most_inside <= 1
        assert self.inside == ([] if self.expected_inside is None else [self.expected_inside])
        assert self.priority_lock.held == (self.expected_inside is not None)
        assert self.priority_lock.waiting() == len(self.expected_line)

    async def empty(self) -> None:
        while self.expected_inside is not None:
            self.finish()
            await settle()
            self.check()
        await asyncio.gather(*self.people.values(), return_exceptions=True)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("arrive"), st.sampled_from(Priority)),
        st.tuples(st.just("finish"), st.just(0)),
        st.tuples(st.just("cancel inside"), st.just(0)),
        st.tuples(st.just("cancel waiting"), st.integers(0, 20)),
        st.tuples(st.just("finish and cancel the next"), st.just(0)),
    ),
    max_size=40,
)


async def play(steps: Sequence[tuple[str, int]]) -> None:
    crowd = Crowd()
    for step, value in steps:
        if step == "arrive":
            await crowd.arrive(Priority(value))
        elif step == "finish":
            crowd.finish()
        elif step == "cancel inside":
            crowd.cancel_inside()
        elif step == "cancel waiting":
            crowd.cancel_waiting(value)
        else:
            await crowd.finish_and_cancel_the_next()
        await settle()
        crowd.check()
    await crowd.empty()
    assert not crowd.priority_lock.held


@given(STEPS)
def test_one_at_a_time_by_priority_then_arrival_whoever_goes_away(
    steps: list[tuple[str, int]],
) -> None:
    asyncio.run(play(steps))


@given(STEPS)
def test_cancelling_many_at_the_same_moment_leaves_no_hole(steps: list[tuple[str, int]]) -> None:
    async def crowd_that_leaves() -> None:
        crowd = Crowd()
        for step, value in steps:
            if step == "arrive":
                await crowd.arrive(Priority(value))
        for person in list(crowd.people.values())[::2]:
            person.cancel()
        for event in crowd.may_go.values():
            event.set()
        await asyncio.gather(*crowd.people.values(), return_exceptions=True)
        assert crowd.most_inside <= 1
        assert not crowd.priority_lock.held
        assert crowd.priority_lock.waiting() == 0

    asyncio.run(crowd_that_leaves())


async def test_safeguarding_goes_before_announcements_that_came_first() -> None:
    priority_lock = PriorityLock()
    order: list[str] = []

    async def pass_through(name: str, priority: Priority) -> None:
        async with priority_lock.turn(priority):
            order.append(name)

    async with priority_lock.turn(Priority.BACKGROUND):
        people = [
            asyncio.create_task(pass_through("announcement 1", Priority.ANNOUNCEMENT)),
            asyncio.create_task(pass_through("announcement 2", Priority.ANNOUNCEMENT)),
            asyncio.create_task(pass_through("report", Priority.SAFEGUARDING)),
        ]
        await settle()
    await asyncio.gather(*people)
    assert order == ["report", "announcement 1", "announcement 2"]


def test_the_turn_cannot_be_given_back_twice() -> None:
    with pytest.raises(RuntimeError):
        PriorityLock().leave()
