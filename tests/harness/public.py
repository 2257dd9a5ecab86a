"""A branch on stage whose meetings stand on a real Bluesky server too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.pds import PracticeAccount, PracticePds
from relay.destinations.bluesky.cards import CardReader
from relay.destinations.bluesky.destination import Bluesky
from relay.destinations.bluesky.session import Credentials

PAGES = "https://hackney.example.org"


class Drawer:
    """Keeps a session in memory."""

    def __init__(self) -> None:
        self.kept: str | None = None

    def load(self) -> str | None:
        return self.kept

    def save(self, session: str) -> None:
        self.kept = session


class NoCards(CardReader):
    """Fetches no page."""

    async def read(self, address: str) -> None:
        return None


class PublicHarness:
    """A branch whose meetings stand on Bluesky too."""

    def __init__(
        self, stage: RelayHarness, board: Group, pds: PracticePds, account: PracticeAccount
    ) -> None:
        self.stage = stage
        self.board = board
        self._pds = pds
        self._account = account

    async def records(self) -> list[dict[str, Any]]:
        """Return every post of the branch's account, oldest first, each with its address."""
        return await self._pds.posts(self._account.did)

    async def posts(self) -> list[dict[str, Any]]:
        """Return what the posts say."""
        return [record["value"] for record in await self.records()]

    async def picture(self, post: dict[str, Any]) -> bytes:
        """Return the only picture of a post."""
        (image,) = post["embed"]["images"]
        return await self._pds.blob(self._account.did, image["image"]["ref"]["$link"])

    async def meet(self, **fields: str) -> str:
        """Put a meeting up; return the preview."""
        known = {"When": "Thursday 7pm", "Access": "step-free", **fields}
        lines = [f"{name}: {value}" for name, value in known.items()]
        await self.stage.ask(self.stage.alex, "meeting " + "\n".join(lines))
        asked = from_bot(self.stage.alex)[-1].text
        while "Type yes to post it" not in asked:
            asked = await self.stage.ask(self.stage.alex, "skip")
        await self.stage.say(self.stage.alex, "yes")
        return asked

    async def change(self, command: str) -> str:
        """Change a meeting; return what the admin was shown before the yes."""
        shown = await self.stage.ask(self.stage.alex, command)
        await self.stage.say(self.stage.alex, "yes")
        return shown


@asynccontextmanager
async def publishing(
    stage: RelayHarness,
    pds: PracticePds,
    account: PracticeAccount,
    *,
    service: str = "",
    pages: str | None = PAGES,
    **settings: object,
) -> AsyncIterator[PublicHarness]:
    board, other = stage.group("Board"), stage.group("Forum")
    service = service or pds.url
    stage.more_settings = {
        "bluesky": {"hackney": account.password},
        "web": {"public_url": pages} if pages else {},
    }
    hackney = branch(
        "hackney",
        stage.alex,
        groups=[board],
        bluesky={"handle": account.handle, "service": service},
        **settings,
    )
    bluesky = Bluesky(
        Credentials(service, account.handle, account.password),
        Drawer(),
        stage.clock,
        cards=NoCards(),
    )
    lambeth = branch("lambeth", stage.bea, groups=[other])
    destinations = {"hackney": {"bluesky:hackney": bluesky}}
    async with stage.running(hackney, lambeth, destinations=destinations):
        yield PublicHarness(stage, board, pds, account)
    await bluesky.close()
