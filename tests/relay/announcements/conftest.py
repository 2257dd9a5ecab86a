"""A scene for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.announcing import AnnouncementHarness, scene_of


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[AnnouncementHarness]:
    """A branch with two boards."""
    async with scene_of(tmp_path) as running:
        yield running
