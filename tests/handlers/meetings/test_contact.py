"""Whom to ask, where only admins may know."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

from relay.meetings.tables import Contacts

SAM = "Sam 07700 900123"
NUMBER = "900123"
INVITATION = "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: none\nAccess: none"
PATHS = (
    "/",
    "/b/hackney",
    "/m/1",
    "/m/1.ics",
    "/b/hackney/calendar.ics",
    "/calendar.ics",
    "/b/hackney/feed.atom",
)


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as branch:
        yield branch


async def nobody_reads(hackney: PublishedBranch, words: str) -> None:
    """Assert that no page, post or file has words in it."""
    for path in PATHS:
        assert words not in await hackney.fetch(path), path
    for phone in (hackney.stage.mo, hackney.stage.alex):
        for message in phone.messages(hackney.board):
            assert words not in message.text
            assert all(words.encode() not in one.data for one in message.attachments)


async def test_it_is_named_in_the_preview_and_read_by_admins_alone(
    hackney: PublishedBranch,
) -> None:
    stage = hackney.stage
    await stage.ask(stage.alex, INVITATION)
    await stage.ask(stage.alex, "skip")
    shown = await stage.ask(stage.alex, f"contact: {SAM}")
    assert f"For admins only, and never posted: {SAM}" in shown
    # It stays when something else is corrected.
    assert f"never posted: {SAM}" in await stage.ask(stage.alex, "where: Town Hall")
    await hackney.post()
    await nobody_reads(hackney, NUMBER)
    assert SAM in await stage.ask(stage.alex, "meeting 1")
    assert SAM in await stage.ask(stage.alex, "contact 1")
    for asked in ("meeting 1", "next", "contact 1"):
        assert NUMBER not in await stage.ask(stage.mo, asked)
    assert "ask in your Signal group" in await stage.ask(stage.mo, "contact 1")
    await hackney.post("move 1 to Friday 8pm")
    assert SAM in await stage.ask(stage.alex, "contact 1")
    await nobody_reads(hackney, NUMBER)


async def test_it_is_kept_and_forgotten_by_a_command(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await hackney.post(INVITATION, "skip")
    assert "Nobody is named" in await stage.ask(stage.alex, "contact 1")
    assert SAM in await stage.ask(stage.alex, f"contact 1 {SAM}")
    assert SAM in await stage.ask(stage.alex, "contact 1")
    assert "Forgotten" in await stage.ask(stage.alex, "contact 1 none")
    assert "Nobody is named" in await stage.ask(stage.alex, "contact 1")
    # Nobody else can set it, nor learn whether there is such a meeting before it is posted.
    await stage.ask(stage.mo, "contact 1 Mo 07700 900999")
    assert "Nobody is named" in await stage.ask(stage.alex, "contact 1")
    await stage.ask(stage.alex, "meeting Secret\nThursday 9pm\nHall")
    assert "contact" not in (await stage.ask(stage.mo, "contact 7")).casefold()


@pytest.mark.parametrize("ended", ["over", "off"])
async def test_it_is_forgotten_when_the_meeting_is_over_or_off(
    hackney: PublishedBranch, ended: str
) -> None:
    stage = hackney.stage
    await hackney.post(INVITATION, "skip")
    await stage.ask(stage.alex, f"contact 1 {SAM}")
    if ended == "off":
        await hackney.post("cancel 1 because of snow")
    else:
        await stage.wait(timedelta(days=5))
    await stage.wait(timedelta(hours=2))
    assert stage.relay.services.store[Contacts].of(1) == ""
