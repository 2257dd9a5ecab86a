"""A house for every test, closed afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from harness.vault import VaultHarness

from relay.settings import SafeguardingTeam


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., VaultHarness]]:
    """Build houses."""
    houses: list[VaultHarness] = []

    def new(*teams: SafeguardingTeam, **more: Any) -> VaultHarness:
        folder = tmp_path / str(len(houses))
        folder.mkdir()
        houses.append(VaultHarness(folder, *teams, **more))
        return houses[-1]

    yield new
    for house in houses:
        house.store.close()
