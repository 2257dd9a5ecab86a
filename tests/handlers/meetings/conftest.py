"""A branch on stage that hears about meetings."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from stage import Stage, stage


@pytest.fixture
async def on_stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """An empty stage: people, but no groups and no relay yet."""
    async with stage(tmp_path) as empty:
        yield empty
