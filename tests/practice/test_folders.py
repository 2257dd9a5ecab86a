"""Temporary folders of the practice, and those whose owner was killed."""

import tempfile
from pathlib import Path

import pytest

from practice.folders import practice_folder


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_ends_with_its_block(elsewhere: Path) -> None:
    with practice_folder() as folder:
        assert folder.parent == elsewhere
        (folder / "relay.db").touch()
    assert list(elsewhere.iterdir()) == []


def test_only_the_one_that_nobody_holds_is_removed(elsewhere: Path) -> None:
    orphan, other = elsewhere / "branch-relay-orphan", elsewhere / "branch-relay-other"
    for folder in (orphan, other):
        folder.mkdir()
    (orphan / "held").touch()
    with practice_folder() as first, practice_folder() as second:
        assert set(elsewhere.iterdir()) == {other, first, second}
