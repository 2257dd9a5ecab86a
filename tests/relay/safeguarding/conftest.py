"""A house for every test, closed afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from house import House

from relay.settings import SafeguardingTeam


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Build houses."""
    houses: list[House] = []

    def new(*teams: SafeguardingTeam, **more: Any) -> House:
        folder = tmp_path / str(len(houses))
        folder.mkdir()
        houses.append(House(folder, *teams, **more))
        return houses[-1]

    yield new
    for house in houses:
        house.store.close()
