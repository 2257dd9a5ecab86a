"""A chat for each test of groups."""

import pytest
from harness.groups import Kept
from harness.running import RelayHarness


@pytest.fixture
async def chat(on_stage: RelayHarness) -> Kept:
    """A group that its members have made by hand; the relay does not run yet."""
    return Kept(on_stage, on_stage.group("hackney  CHAT!!", on_stage.mo, only_admins=False))
