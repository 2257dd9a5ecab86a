"""A stage for each conversation test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.running import RelayHarness, relay_harness


@pytest.fixture
async def on_stage(tmp_path: Path) -> AsyncIterator[RelayHarness]:
    """An empty stage: people, but no groups and no relay yet."""
    async with relay_harness(tmp_path) as empty:
        yield empty
