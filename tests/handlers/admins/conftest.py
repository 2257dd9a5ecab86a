"""Two officers, a team after theirs, and somebody who writes."""

from collections.abc import AsyncIterator

import pytest
from casestage import Cast
from stage import Stage, branch


@pytest.fixture
async def at_rest(on_stage: Stage) -> Cast:
    """The cast before the relay runs."""
    return Cast(on_stage)


@pytest.fixture
async def cast(at_rest: Cast) -> AsyncIterator[Cast]:
    """The cast with a running relay."""
    async with at_rest.stage.running(branch("hackney", at_rest.alex)):
        yield at_rest
