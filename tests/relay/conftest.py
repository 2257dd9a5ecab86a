"""An open store in an empty folder, for whoever asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relay.store import Store

KEY = "ab" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", KEY) as opened:
        yield opened
