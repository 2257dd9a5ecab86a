"""A branch on stage that has a public page, and what it has signed."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from harness.feeds import PlainWords
from harness.running import RelayHarness, branch
from practice.phones import Phone
from relay.signed_feed.document import full_page, newest_page
from relay.signed_feed.entry import SignedEntry
from relay.signed_feed.feed import SignedFeed
from relay.signed_feed.reading import FeedPage, read_feed

ADDRESS = "https://hackney.example.org"
PAGES = {"public_url": ADDRESS}


class SigningStage:
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
        return [
            (one.entry.kind.value, None if one.content is None else one.content.text)
            for one in self.entries
        ]

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
