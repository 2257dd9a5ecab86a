"""The fixture of the reminders."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from reminding import NOW, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    opened: list[Office] = []

    def build(at: datetime = NOW, **more: object) -> Office:
        opened.append(Office(tmp_path, at, **more))
        return opened[-1]

    yield build
    for one in opened:
        one.store.close()
