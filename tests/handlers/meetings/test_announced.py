"""An announcement that sounds like a meeting becomes one, if its admin wants that."""

from collections.abc import AsyncIterator

import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

OFFER = "This sounds like a meeting."


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as branch:
        yield branch


async def test_it_is_offered_and_taken(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    shown = await stage.ask(stage.alex, "announce Film night, Fri 4 Dec 7.30pm, Town Hall, £3")
    assert OFFER in shown
    assert "agenda" in await stage.ask(stage.alex, "meeting")
    preview = await hackney.post("skip", "skip", "skip")
    assert "When: Friday 4 December at 7:30 pm\nWhere: Town Hall\nCost: £3" in preview
    assert hackney.in_group().startswith("Film night\nWhen: Friday 4 December")


async def test_it_is_never_forced_and_not_offered_where_it_is_not_plain(
    hackney: PublishedBranch,
) -> None:
    stage = hackney.stage
    await hackney.post("announce Film night, Fri 4 Dec 7.30pm, Town Hall")
    assert hackney.in_group() == "Film night, Fri 4 Dec 7.30pm, Town Hall"
    for text in ("The hall is shut until Friday.", "Film night some time in December"):
        assert OFFER not in await stage.ask(stage.alex, f"announce {text}")
        await stage.ask(stage.alex, "no")
