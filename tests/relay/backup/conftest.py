"""A house for every test, and a safe for its backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from backups import Safe
from harness.vault import VaultHarness, team


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    """An empty folder and a new key."""
    folder = tmp_path / "safe"
    folder.mkdir()
    return Safe(folder)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[VaultHarness]:
    """A house with a team of two, open while the backups are made."""
    folder = tmp_path / "house"
    folder.mkdir()
    built = VaultHarness(folder, team("hackney", 1, 2, 9, roles=["chair", "deputy", "marked role"]))
    yield built
    built.store.close()
