"""Camden's feed for each test of following."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.following import Following, following_on
from harness.running import RelayHarness


@pytest.fixture
async def following(on_stage: RelayHarness, tmp_path: Path) -> AsyncIterator[Following]:
    """Camden's feed is served; the relay does not run yet."""
    async with following_on(on_stage, tmp_path) as scene:
        yield scene
