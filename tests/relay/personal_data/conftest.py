"""A branch with a board, and people who are in none of its groups."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.running import relay_harness
from harness.unseen import Unseen


@pytest.fixture
async def unseen(tmp_path: Path) -> AsyncIterator[Unseen]:
    async with relay_harness(tmp_path) as stage:
        board = stage.group("Board")
        sam, kim = stage.signal.new_phone("Sam"), stage.signal.new_phone("Kim")
        yield Unseen(stage, board, sam, kim)
