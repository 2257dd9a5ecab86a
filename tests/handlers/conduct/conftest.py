"""People for the tests of conduct."""

import pytest
from harness.complaints import Chat
from harness.deciding import Moot
from harness.mandates import Mandating
from harness.running import RelayHarness
from harness.talking import Talking


@pytest.fixture
async def moot(on_stage: RelayHarness) -> Moot:
    """Moderators who decide; the relay does not run yet."""
    return Moot(on_stage)


@pytest.fixture
async def talking(on_stage: RelayHarness) -> Talking:
    """Moderators and whom they talk with; the relay does not run yet."""
    return Talking(on_stage)


@pytest.fixture
async def mandating(on_stage: RelayHarness) -> Mandating:
    """A branch with three admins; the relay does not run yet."""
    return Mandating(on_stage)


@pytest.fixture
async def chat(on_stage: RelayHarness) -> Chat:
    """A chat that moderators look after; the relay does not run yet."""
    return Chat(on_stage)
