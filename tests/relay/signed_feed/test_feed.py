"""What is said in public is signed in the moment in which it is said."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from harness.feeds import PlainWords
from harness.running import RelayHarness, branch, relay_harness

from practice.phones import Phone
from relay.signed_feed.document import full_page, newest_page
from relay.signed_feed.entry import SignedEntry
from relay.signed_feed.feed import SignedFeed
from relay.signed_feed.reading import FeedPage, read_feed
from relay.signed_feed.verifying import verify

PAGES = {"public_url": "https://hackney.example.org"}


class Stage:
    """A branch with a page, and what it has signed."""

    def __init__(self, play: RelayHarness) -> None:
        self.play = play
        play.more_settings = {"web": PAGES}
        self.board = play.group("Board")

    def running(self, **more: Any) -> AbstractAsyncContextManager[RelayHarness]:
        """Let the relay run; `more` are settings of the branch."""
        settings = {"page_announcements": "all", **more}
        return self.play.running(branch("hackney", self.alex, groups=[self.board], **settings))

    @property
    def alex(self) -> Phone:
        return self.play.alex

    @property
    def feed(self) -> SignedFeed:
        return self.play.relay.services.signed_feed

    @property
    def entries(self) -> Sequence[SignedEntry]:
        found = self.feed.published("hackney")
        return () if found is None else found.entries

    @property
    def said(self) -> list[tuple[str, str | None]]:
        return [(one.entry.kind.value, one.content and one.content.text) for one in self.entries]

    async def agree(self, *commands: str) -> None:
        """Say something as Alex, and yes to what the bot asks."""
        for command in commands:
            await self.play.say(self.alex, command)
            await self.play.say(self.alex, "yes")

    def pages(self) -> list[FeedPage]:
        """Read the feed as whoever follows it does."""
        found = self.feed.published("hackney")
        assert found is not None
        older = [full_page(found, PlainWords(), number) for number in reversed(found.pages)]
        return [read_feed(one) for one in (newest_page(found, PlainWords()), *older) if one]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with relay_harness(tmp_path) as play:
        yield Stage(play)


async def test_posting_correcting_and_retracting_are_entries(stage: Stage) -> None:
    async with stage.running():
        await stage.agree("announce The hall costs £5.")
        assert stage.said == [("post", "The hall costs £5.")]
        await stage.agree("edit 1 The hall costs £6.")
        assert stage.said == [("post", None), ("correction", "The hall costs £6.")]
        await stage.agree("retract 1")
        assert stage.said == [("post", None), ("correction", None), ("retraction", None)]
        assert {one.entry.about for one in stage.entries} == {1}
        assert len(verify(stage.pages()).entries) == 3
