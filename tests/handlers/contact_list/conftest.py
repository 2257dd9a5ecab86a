"""A branch with a contact list for each test."""

import pytest
from harness.contacts import ContactStage
from harness.running import RelayHarness


@pytest.fixture
async def contacts(on_stage: RelayHarness) -> ContactStage:
    """A branch with a list; the relay does not run yet."""
    return ContactStage(on_stage)
