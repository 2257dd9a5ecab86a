"""The bridge to the fediverse, on a real server where an account plays `ap.brid.gy`."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from practice.pds import PracticeAccount, PracticePds
from relay.check.findings import Outcome, Report
from relay.destinations.bluesky.bridge import (
    BRIDGE,
    BridgedAccount,
    BridgeNotFound,
    Bridging,
    signed_in,
)
from relay.destinations.bluesky.check import check_account
from relay.destinations.bluesky.fediverse_setup import STEP
from relay.destinations.bluesky.settings import BlueskyAccount
from relay.destinations.bluesky.setup import HANDLE, SERVICE
from relay.destinations.bluesky.signing_in import AccountAway
from relay.destinations.kind import AccountSettings
from relay.language.words import Words
from relay.setup import draft as at
from relay.setup.context import SetupContext
from relay.setup.draft import Draft
from relay.setup.progress import Progress
from relay.setup.secrets import SecretsFolder
from relay.setup.talk import FromAnswers

pytest_plugins = ["practice_pds"]

NOW = "2026-11-22T13:00:00.000Z"
FOLLOW, BLOCK = "app.bsky.graph.follow", "app.bsky.graph.block"


class Network:
    """A server as the network sees it: it also knows the bridge, which the directory would tell it.

    Everything else is passed on to the real server, which can ask no directory outside.
    """

    def __init__(self, pds: PracticePds, bridge: PracticeAccount) -> None:
        self._pds = pds
        self._bridge = bridge
        self.service = ""

    async def answer(self, request: web.Request) -> web.Response:
        """Say who the bridge is, or pass the call on."""
        if request.query.get("handle") == BRIDGE:
            return web.json_response({"did": self._bridge.did})
        kept = ("Authorization", "Content-Type")
        async with (
            aiohttp.ClientSession() as http,
            http.request(
                request.method,
                f"{self._pds.url}{request.rel_url}",
                headers={name: request.headers[name] for name in kept if name in request.headers},
                data=await request.read() or None,
            ) as answer,
        ):
            return web.Response(
                body=await answer.read(), status=answer.status, content_type=answer.content_type
            )


@pytest.fixture
async def network(pds: PracticePds, member: PracticeAccount) -> AsyncIterator[Network]:
    """The server, with a member's account as the bridge's."""
    network = Network(pds, member)
    application = web.Application()
    application.router.add_route("*", "/xrpc/{call}", network.answer)
    async with TestServer(application) as server:
        network.service = str(server.make_url("")).rstrip("/")
        yield network


@pytest.fixture
def bridge(network: Network, member: PracticeAccount) -> PracticeAccount:
    """The bridge's account."""
    return member


@pytest.fixture
async def opened(
    pds: PracticePds, network: Network, account: PracticeAccount
) -> AsyncIterator[BridgedAccount]:
    app_password = await pds.create_app_password(account, "relay")
    async with signed_in(network.service, account.handle, app_password) as one:
        yield one


async def _subjects(pds: PracticePds, account: PracticeAccount, collection: str) -> list[str]:
    return [one["value"]["subject"] for one in await pds.records(account.did, collection)]


async def _checked(service: str, account: PracticeAccount) -> str:
    table = BlueskyAccount(handle=account.handle, service=service)
    finding = await check_account(
        Report(Words()), "bluesky", AccountSettings(table, account.password)
    )
    assert finding.outcome is Outcome.OK
    return finding.what


async def test_it_is_asked_for_ended_and_asked_for_again(
    pds: PracticePds,
    network: Network,
    account: PracticeAccount,
    bridge: PracticeAccount,
    opened: BridgedAccount,
) -> None:
    assert await opened.bridging() is Bridging.NOT_ASKED_FOR
    assert "not on the fediverse" in await _checked(network.service, account)

    for _ in range(2):
        await opened.ask(NOW)
    assert await _subjects(pds, account, FOLLOW) == [bridge.did]
    assert await opened.bridging() is Bridging.ASKED_FOR
    assert f"@{account.handle}@bsky.brid.gy" in await _checked(network.service, account)
    first = await pds.records(account.did, FOLLOW)

    for _ in range(2):
        await opened.end(NOW)
    assert await _subjects(pds, account, FOLLOW) == []
    assert await _subjects(pds, account, BLOCK) == [bridge.did]
    assert await opened.bridging() is Bridging.ENDED
    assert "not on the fediverse" in await _checked(network.service, account)

    await opened.ask(NOW)
    assert await _subjects(pds, account, BLOCK) == []
    # The bridge starts again only at a follow that it has not seen.
    assert (await pds.records(account.did, FOLLOW))[0]["uri"] != first[0]["uri"]


async def test_whom_else_the_account_follows_or_blocks_stays(
    pds: PracticePds, account: PracticeAccount, bridge: PracticeAccount, opened: BridgedAccount
) -> None:
    other = await pds.create_account(f"other-{account.handle.partition('.')[0]}")
    for collection in (FOLLOW, BLOCK):
        record = {"$type": collection, "subject": other.did, "createdAt": NOW}
        body = {"repo": account.did, "collection": collection, "record": record}
        await pds.call("com.atproto.repo.createRecord", body, sender=account)
    assert await opened.bridging() is Bridging.NOT_ASKED_FOR
    await opened.ask(NOW)
    await opened.end(NOW)
    assert await _subjects(pds, account, FOLLOW) == [other.did]
    assert sorted(await _subjects(pds, account, BLOCK)) == sorted([other.did, bridge.did])


async def test_a_server_that_cannot_find_the_bridge_changes_nothing(
    pds: PracticePds, account: PracticeAccount
) -> None:
    async with signed_in(pds.url, account.handle, account.password) as opened:
        for attempt in (opened.bridging, lambda: opened.ask(NOW), lambda: opened.end(NOW)):
            call: Callable[[], Awaitable[Any]] = attempt
            with pytest.raises(BridgeNotFound):
                await call()
    assert await _subjects(pds, account, FOLLOW) == []
    assert await _subjects(pds, account, BLOCK) == []
    assert await _checked(pds.url, account) == f"Bluesky lets {account.handle} in."


async def test_setting_it_up_turns_it_on_and_off(
    pds: PracticePds,
    network: Network,
    account: PracticeAccount,
    bridge: PracticeAccount,
    tmp_path: Path,
) -> None:
    # Without a picture the bridge would refuse, and later not look again.
    assert "without a profile picture" in await _set_up(
        network.service, account, tmp_path, wanted=True
    )
    assert await _subjects(pds, account, FOLLOW) == []
    await _give_picture(pds, account)
    name = f"@{account.handle}@bsky.brid.gy"
    assert f"search for {name}" in await _set_up(network.service, account, tmp_path, wanted=True)
    assert await _subjects(pds, account, FOLLOW) == [bridge.did]
    assert "It is on already" in await _set_up(network.service, account, tmp_path, wanted=True)
    # Who only presses Enter changes nothing.
    assert "It is on already" in await _set_up(network.service, account, tmp_path)
    assert "that ends the bridge" in await _set_up(network.service, account, tmp_path, wanted=False)
    assert await _subjects(pds, account, BLOCK) == [bridge.did]
    assert "It is not on, then" in await _set_up(network.service, account, tmp_path)
    assert f"search for {name}" in await _set_up(network.service, account, tmp_path, wanted=True)
    assert await _subjects(pds, account, BLOCK) == []


async def test_setting_it_up_says_what_to_do_where_the_bridge_cannot_be_found(
    pds: PracticePds, account: PracticeAccount, tmp_path: Path
) -> None:
    said = await _set_up(pds.url, account, tmp_path, wanted=True)
    assert f"{pds.url} cannot find the bridge's account" in said
    assert "follow @ap.brid.gy there" in said


async def test_setting_it_up_asks_nothing_of_a_branch_without_an_account(tmp_path: Path) -> None:
    talk = _Heard(Words(), {}, tmp_path)
    await asyncio.to_thread(_run, _context(talk, tmp_path))
    assert talk.said == "This needs a Bluesky account, and the branch has none."


class _Heard(FromAnswers):
    """Answers from a table, and keeps what was said."""

    said = ""

    def show(self, text: str) -> None:
        """Keep it."""
        self.said = " ".join(f"{self.said} {text}".split())


def _context(talk: _Heard, folder: Path) -> SetupContext:
    draft = Draft(folder / "relay.toml", "# Settings")
    return SetupContext(talk, draft, SecretsFolder(folder), Progress(folder), {})


async def _set_up(
    service: str, account: PracticeAccount, folder: Path, *, wanted: bool | None = None
) -> str:
    """Do the step as `relay setup --step fediverse` does; return what the host reads."""
    talk = _Heard(Words(), {} if wanted is None else {"bluesky": {"fediverse": wanted}}, folder)
    context = _context(talk, folder)
    context.draft.update({at.SLUG: "hackney", HANDLE: account.handle, SERVICE: service})
    context.secrets.put("RELAY_BLUESKY__HACKNEY", account.password)
    await asyncio.to_thread(_run, context)
    return talk.said


def _run(context: SetupContext) -> None:
    STEP.run(context)
    context.session.end()


async def _give_picture(pds: PracticePds, account: PracticeAccount) -> None:
    login = {"identifier": account.did, "password": account.password}
    token = (await pds.call("com.atproto.server.createSession", login))["accessJwt"]
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "image/png"}
    upload = f"{pds.url}/xrpc/com.atproto.repo.uploadBlob"
    async with (
        aiohttp.ClientSession(headers=headers) as http,
        http.post(upload, data=picture.getvalue()) as answer,
    ):
        blob = (await answer.json())["blob"]
    record = {"$type": "app.bsky.actor.profile", "avatar": blob}
    body = {"repo": account.did, "collection": record["$type"], "rkey": "self", "record": record}
    await pds.call("com.atproto.repo.putRecord", body, sender=account)


async def test_many_follows_are_looked_through_page_by_page() -> None:
    asked: list[str | None] = []

    async def resolve(_: web.Request) -> web.Response:
        return web.json_response({"did": "did:plc:bridge"})

    async def listed(request: web.Request) -> web.Response:
        if request.query["collection"] != FOLLOW:
            return web.json_response({"records": []})
        asked.append(request.query.get("cursor"))
        page = len(asked)
        subject = "did:plc:bridge" if page == 3 else "did:plc:somebody"
        records = [{"uri": f"at://a/{FOLLOW}/{page}", "value": {"subject": subject}}]
        return web.json_response({"records": records, "cursor": str(page) if page < 4 else None})

    application = web.Application()
    application.router.add_get("/xrpc/com.atproto.identity.resolveHandle", resolve)
    application.router.add_get("/xrpc/com.atproto.repo.listRecords", listed)
    async with TestServer(application) as server, aiohttp.ClientSession() as http:
        account = BridgedAccount(http, str(server.make_url("")).rstrip("/"), "a", "token")
        assert await account.bridging() is Bridging.ASKED_FOR
    assert asked == [None, "1", "2", "3"]


async def test_nobody_there() -> None:
    with pytest.raises(AccountAway):
        async with signed_in("http://127.0.0.1:9", "hackney.example.org", "x"):
            pass
