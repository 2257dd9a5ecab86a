"""Bluesky in trouble: what was begun is completed or taken down, and nothing stands twice."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from harness.public import publishing
from harness.running import RelayHarness

from practice.pds import PracticeAccount, PracticePds


class Door:
    """Stands before the server: refuses what comes after so many posts, loses the first answers."""

    def __init__(self, pds: PracticePds, *, takes: int = 1_000, loses: int = 0) -> None:
        self._pds = pds
        self._takes = takes
        self.loses = loses

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        writes = method == "com.atproto.repo.putRecord"
        self._takes -= writes
        if writes and self._takes < 0:
            return web.json_response({"error": "InvalidRequest"}, status=400)
        names = {"Authorization", "Content-Type"} & set(request.headers)
        async with (
            aiohttp.ClientSession() as session,
            session.request(
                request.method,
                f"{self._pds.url}/xrpc/{method}",
                params=request.query,
                data=await request.read() or None,
                headers={name: request.headers[name] for name in names},
            ) as response,
        ):
            text = await response.text()
            # A session names the server's own address, which would lead past here.
            answer = json.loads(text) if text else {}
            answer.pop("didDoc", None)
            if writes and self.loses:
                self.loses -= 1
                return web.json_response({"error": "InternalServerError"}, status=502)
            return web.json_response(answer, status=response.status)


@asynccontextmanager
async def behind(door: Door) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_route("*", "/xrpc/{method}", door.handle)
    async with TestServer(application) as server:
        yield str(server.make_url("")).rstrip("/")


async def test_an_announcement_that_was_given_up_halfway_can_be_retracted(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    async with (
        behind(Door(pds, takes=2)) as service,
        publishing(on_stage, pds, account, service=service) as public,
    ):
        stage = public.stage
        await stage.ask(stage.alex, "announce " + "A sentence of the announcement. " * 40)
        await stage.say(stage.alex, "yes")
        assert len(await public.posts()) == 2
        await stage.ask(stage.alex, "retract 1")
        await stage.say(stage.alex, "yes")
        assert await public.posts() == []


async def test_an_answer_that_never_came_posts_nothing_twice(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    door = Door(pds, loses=1)
    async with (
        behind(door) as service,
        publishing(on_stage, pds, account, service=service) as public,
    ):
        await public.meet(Title="Branch meeting", Where="Town Hall")
        before = await public.records()
        await public.stage.wait(timedelta(minutes=10))
        door.loses = 1
        await public.change("move 1 to Friday 8pm")
        await public.stage.wait(timedelta(minutes=10))
        first, reply = await public.records()
    assert [first] == before
    assert reply["value"]["reply"]["root"]["uri"] == first["uri"]


async def test_what_was_changed_before_it_left_still_goes_with_its_own_picture(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    door = Door(pds, loses=1)
    async with (
        behind(door) as service,
        publishing(on_stage, pds, account, service=service) as public,
    ):
        await public.meet(Title="Branch meeting", Where="Town Hall")
        await public.change("move 1 to Friday 8pm")
        await public.stage.wait(timedelta(minutes=10))
        first, reply = await public.posts()
    assert first["embed"]["images"][0]["alt"].startswith("Branch meeting. Thursday 26")
    assert reply["embed"]["images"][0]["alt"].startswith("CHANGED: Branch meeting. Friday 27")
