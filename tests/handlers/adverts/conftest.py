"""A board for each test of adverts."""

import pytest
from harness.adverts import Board
from harness.running import RelayHarness


@pytest.fixture
async def board(on_stage: RelayHarness) -> Board:
    """A board; the relay does not run yet."""
    return Board(on_stage)
