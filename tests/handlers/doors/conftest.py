"""A chat, a committee and a caucus with their people, kept as declared, for each test of doors."""

from collections.abc import AsyncIterator

import pytest
from harness.doors import Doorstep
from harness.running import RelayHarness


@pytest.fixture
async def door(on_stage: RelayHarness) -> AsyncIterator[Doorstep]:
    """The relay runs, and all three are kept."""
    step = Doorstep(on_stage)
    async with step.kept():
        yield step
