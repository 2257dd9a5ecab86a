"""A moot for each test of decisions."""

import pytest
from harness.deciding import Moot
from harness.running import RelayHarness


@pytest.fixture
async def moot(on_stage: RelayHarness) -> Moot:
    """A moot; the relay does not run yet."""
    return Moot(on_stage)
