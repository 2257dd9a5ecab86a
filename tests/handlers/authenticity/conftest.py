"""A branch with members, and what goes round about it."""

import pytest
from harness.authenticity import Rumours
from harness.running import RelayHarness


@pytest.fixture
def rumours(on_stage: RelayHarness) -> Rumours:
    return Rumours(on_stage)
