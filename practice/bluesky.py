"""The practice Bluesky: a real server on this machine, with an account and what stands on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from practice.appview import PracticeAppView
from practice.cast import Account
from practice.pds import PracticeAccount, PracticePds


@dataclass(frozen=True)
class Post:
    """A post as people see it.

    Args:
        uri: its permanent address.
        handle: whose it is.
        text: what it says.
        pictures: the descriptions of its pictures.
        card: the address of its link card, or nothing.
        parent: the address of the post that it answers, or None.
    """

    uri: str
    handle: str
    text: str
    pictures: tuple[str, ...]
    card: str
    parent: str | None


class PracticeBluesky:
    """A running practice Bluesky. Enter it with `practice_bluesky`.

    Args:
        pds: the server.
        account: the branch's account, as the relay's settings want it.
        reader: somebody else's account, who may reply.
    """

    def __init__(self, pds: PracticePds, account: Account, reader: PracticeAccount) -> None:
        self.account = account
        self.paused = False
        self._pds = pds
        self._reader = reader
        self._view = PracticeAppView(lambda: pds)

    def pause(self) -> None:
        """Let Bluesky stop answering."""
        self.paused = True
        self._pds.pause()

    def resume(self) -> None:
        """Let it answer again."""
        self.paused = False
        self._pds.resume()

    async def posts(self) -> list[Post]:
        """Return everything that stands, oldest first. Nobody answers while it is paused."""
        return [_post(view) for view in reversed(await self._view.feed())]

    async def views(self) -> list[dict[str, Any]]:
        """Return everything that stands, newest first, as `app.bsky.feed.defs#postView`."""
        return await self._view.feed()

    async def changes(self) -> AsyncIterator[None]:
        """Give something at once, and again whenever the server's content has changed.

        Raises:
            aiohttp.ClientError: the server has gone.
        """
        address = f"{self._pds.url}/xrpc/com.atproto.sync.subscribeRepos"
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(address, heartbeat=None) as firehose,
        ):
            yield
            async for _ in firehose:
                yield

    async def picture(self, did: str, cid: str) -> bytes:
        """Return a picture.

        Raises:
            aiohttp.ClientError: there is none.
        """
        return await self._pds.blob(did, cid)

    async def reply(self, to: Post, text: str) -> None:
        """Let a reader reply to a post."""
        found = await self._view.feed()
        view = next(view for view in found if view["uri"] == to.uri)
        target = {"uri": view["uri"], "cid": view["cid"], "value": view["record"]}
        await self._pds.reply(self._reader, target, text)


@asynccontextmanager
async def practice_bluesky(folder: Path, name: str) -> AsyncIterator[PracticeBluesky]:
    """Run a practice Bluesky while the block lasts.

    Args:
        folder: an empty one for its data.
        name: of the branch's account, which becomes `NAME.test`.

    Raises:
        PdsMissing: the server is not installed.
    """
    started: list[PracticePds] = []
    runner = web.AppRunner(
        PracticeAppView(lambda: started[0]).application(),
        access_log=None,
        handle_signals=False,
        shutdown_timeout=0.1,
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        appview = f"http://127.0.0.1:{runner.addresses[0][1]}"
        pds = await _start(folder, appview)
        started.append(pds)
        try:
            owner = await pds.create_account(name)
            password = await pds.create_app_password(owner, "relay")
            account = Account(owner.handle, password, pds.url, appview)
            yield PracticeBluesky(pds, account, await pds.create_account("neighbour"))
        finally:
            await asyncio.to_thread(pds.stop)
    finally:
        await runner.cleanup()


async def _start(folder: Path, appview: str) -> PracticePds:
    starting = asyncio.create_task(asyncio.to_thread(PracticePds, folder, app_view=appview))
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:
        # Ending in the middle of a start must leave no server behind.
        (await starting).stop()
        raise


def _post(view: dict[str, Any]) -> Post:
    record = view["record"]
    embed = record.get("embed", {})
    reply = record.get("reply")
    return Post(
        uri=view["uri"],
        handle=view["author"]["handle"],
        text=record["text"],
        pictures=tuple(image["alt"] for image in embed.get("images", ())),
        card=embed.get("external", {}).get("uri", ""),
        parent=reply["parent"]["uri"] if reply else None,
    )
