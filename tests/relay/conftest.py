"""An open store in an empty folder, for whoever asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.stores import put_empty_store

from relay.store import Store

KEY = "ab" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    put_empty_store(tmp_path / "relay.db", KEY)
    with Store(tmp_path / "relay.db", KEY) as opened:
        yield opened
