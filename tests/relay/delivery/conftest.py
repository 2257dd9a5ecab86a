"""A lane on a bench for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lane_bench import Bench

from relay.store import Store


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        yield Bench(store)
