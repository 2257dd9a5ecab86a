"""The practice Signal and relays as processes of their own, for every system test."""

from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import Unpack

import pytest
from commandforks import Forks
from played import tuning_of
from relayprocess import BranchTable, MakeRelay, RelayOptions, RelayProcess

from practice.server import PracticeSignal
from practice.signal_api import practice_signal


@pytest.fixture
async def signal(request: pytest.FixtureRequest) -> AsyncIterator[PracticeSignal]:
    """A practice Signal with nobody on it; it outlives every relay of the test."""
    async with practice_signal(tuning=tuning_of(request)) as running:
        yield running


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """What starts commands of the relay in a fraction of a second."""
    forks = Forks()
    yield forks
    forks.close()


@pytest.fixture
async def make_relay(
    tmp_path: Path, signal: PracticeSignal, forks: Forks
) -> AsyncIterator[MakeRelay]:
    """Make a relay that is not started yet; whatever lives at the end of the test is killed."""
    made: list[RelayProcess] = []

    def make(branches: Iterable[BranchTable], **more: Unpack[RelayOptions]) -> RelayProcess:
        folder = tmp_path / f"relay-{len(made)}"
        folder.mkdir()
        given: RelayOptions = {"api_url": signal.url, "begin": forks, **more}
        made.append(RelayProcess(folder, number=signal.number, branches=branches, **given))
        return made[-1]

    yield make
    for relay in made:
        await relay.kill()
