"""Two officers, a team after theirs, and somebody who writes."""

from collections.abc import AsyncIterator

import pytest
from harness.cases import CaseHarness
from harness.running import RelayHarness, branch


@pytest.fixture
async def at_rest(on_stage: RelayHarness) -> CaseHarness:
    """The cast before the relay runs."""
    return CaseHarness(on_stage)


@pytest.fixture
async def cast(at_rest: CaseHarness) -> AsyncIterator[CaseHarness]:
    """The cast with a running relay."""
    async with at_rest.stage.running(branch("hackney", at_rest.alex)):
        yield at_rest
