"""A branch with a board, and somebody who has done everything in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.remembered import Remembered
from harness.running import RelayHarness, relay_harness
from harness.unseen import Unseen


@pytest.fixture
async def unseen(tmp_path: Path) -> AsyncIterator[Unseen]:
    async with relay_harness(tmp_path) as stage:
        board = stage.group("Board")
        sam, kim = stage.signal.new_phone("Sam"), stage.signal.new_phone("Kim")
        yield Unseen(stage, board, sam, kim)


@pytest.fixture
async def remembered(tmp_path: Path) -> AsyncIterator[Remembered]:
    async with relay_harness(tmp_path) as stage:
        yield Remembered(stage)


@pytest.fixture
async def on_stage(tmp_path: Path) -> AsyncIterator[RelayHarness]:
    async with relay_harness(tmp_path) as stage:
        yield stage
