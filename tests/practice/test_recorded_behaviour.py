"""How the stand-in behaves in time, held to what was measured of the real one (tests/wire).

Seconds are not compared; what happens, how often and in which order is.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from recordings import RELEASES, behaviour, cases

from practice.releases import Release
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning

LOOKED_AT = {
    "300 calls one after another": "a race; a test that wants it asks for `no answer`",
    "10 rounds of 20 calls at once": "a race in the real one; here two calls at once always end it",
    "an answer of signal-cli of about 1.5 MB": "no line is between the two here",
    "GET groups twice": "test_group_changes.py shows what signal-cli's store has and lacks",
    "webhook takes 1.5 s": "seconds; test_receiving.py has the order behind them",
}
"""What is not measured here again, by how its name begins, and why."""


@asynccontextmanager
async def hook(answer: Any) -> AsyncIterator[tuple[str, list[tuple[str, str, int, bool]]]]:
    """A webhook that remembers how it was called, and answers as told."""
    came: list[tuple[str, str, int, bool]] = []

    async def take(request: web.Request) -> web.Response:
        body = await request.read()
        came.append((request.method, request.path, len(body), "Authorization" in request.headers))
        response: web.Response = await answer(request)
        return response

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://relay:token@127.0.0.1:{runner.addresses[0][1]}/signal/receive", came
    await runner.cleanup()


async def get(session: aiohttp.ClientSession, signal: PracticeSignal) -> tuple[int, str]:
    async with session.get(signal.url + "/v1/accounts") as response:
        return response.status, await response.text()


@pytest.mark.parametrize("release", RELEASES)
async def test_a_notification_is_posted_once_whatever_the_answer(release: Release) -> None:
    for status in (201, 204, 400, 401, 403, 500, 503):
        measured = behaviour(release)[
            f"webhook answers {status}: calls for one notification within 0.4 s"
        ]

        async def answer(request: web.Request, status: int = status) -> web.Response:
            return web.Response(status=status)

        async with (
            hook(answer) as (url, came),
            practice_signal(webhook=url, tuning=Tuning(release=release)) as signal,
        ):
            signal.new_phone("Ada").say("Hello")
            await signal.signal_cli.drained()
            assert len(came) == measured["calls"]


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_webhook_that_points_elsewhere_is_followed(release: Release, status: int) -> None:
    measured = behaviour(release)[f"webhook answers {status} to another path of the same host"]

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    async with (
        hook(answer) as (url, came),
        practice_signal(webhook=url, tuning=Tuning(release=release)) as signal,
    ):
        signal.new_phone("Ada").say("Hello")
        await signal.signal_cli.drained()
    assert len(came) == measured["total"]
    for (method, path, length, entitled), recorded in zip(came, measured["calls"], strict=False):
        assert (method, path, bool(length), entitled) == (
            recorded[0],
            recorded[1],
            bool(recorded[2]),
            recorded[3],
        )


@pytest.mark.parametrize("release", RELEASES)
async def test_which_lines_reach_the_webhook(
    release: Release, session: aiohttp.ClientSession
) -> None:
    measured = behaviour(release)["one GET /v1/accounts: what the webhook is called with meanwhile"]
    bodies: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        return web.Response()

    async with (
        hook(answer) as (url, _),
        practice_signal(webhook=url, tuning=Tuning(release=release)) as signal,
    ):
        assert (await get(session, signal))[0] == 200
    assert len(bodies) == len(measured["webhook_bodies"])
    for body in bodies:
        assert body.keys() == {"jsonrpc", "result", "id"}
        assert body["result"] == [{"number": signal.number}]


@pytest.mark.parametrize("release", RELEASES)
async def test_signal_cli_goes_away_in_the_middle_of_a_call(
    release: Release, session: aiohttp.ClientSession
) -> None:
    measured = behaviour(release)
    assert measured["signal-cli's connection closes in the middle of a call"]["status"] is None
    sent: list[bool] = []

    async def answer(request: web.Request) -> web.Response:
        sent.append(True)
        return web.Response()

    async with (
        hook(answer) as (url, _),
        practice_signal(webhook=url, tuning=Tuning(release=release, latency=600)) as signal,
    ):
        calling = asyncio.create_task(get(session, signal))
        await signal.signal_cli.called.wait()
        signal.signal_cli.lose_daemon()
        signal.tuning.latency = 0.0
        signal.signal_cli.return_daemon()
        following = measured["the next call, signal-cli listening again at once"]
        if following["status"] is None:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(get(session, signal), 0.1)
        else:
            assert (await get(session, signal))[0] == following["status"]
        assert not calling.done()
        calling.cancel()

        sent.clear()
        signal.new_phone("Ada").say("Hello")
        if following["status"] is not None:
            await signal.signal_cli.drained()
        assert len(sent) == measured["a notification after that"]["webhook_calls"]

        signal.signal_cli.lose_daemon()
        away = measured["a send while signal-cli is away"]
        if release == "0.97":
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(get(session, signal), 0.1)
        body = {"number": signal.number, "recipients": ["+447700900001"], "message": "Hello"}
        async with session.post(signal.url + "/v2/send", json=body) as response:
            assert response.status == away["status"]
            assert ("broken pipe" in await response.text()) is ("broken pipe" in away["body"])
        async with session.get(signal.url + "/v1/health") as response:
            assert response.status == measured["a call while signal-cli is away"]["health"]


@pytest.mark.parametrize("release", RELEASES)
async def test_an_answer_that_never_comes_is_waited_for(
    release: Release, session: aiohttp.ClientSession
) -> None:
    silent = [case for case in cases(release, "timeouts") if case.failure]
    assert [case.failure for case in silent] == ["no answer within 3 s"] * 4
    async with practice_signal(tuning=Tuning(release=release)) as signal:
        body = {"kind": "no answer"}
        async with session.post(signal.control_url + "/practice/faults", json=body) as added:
            assert added.status == 200
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(get(session, signal), 0.1)
        assert (await get(session, signal))[0] == 200


@pytest.mark.parametrize("release", RELEASES)
async def test_a_hundred_notifications_come_in_order_each_once(release: Release) -> None:
    measured = behaviour(release)["100 notifications at once: in order, each once"]
    texts: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        texts.append(body["params"]["envelope"]["dataMessage"]["message"])
        return web.Response()

    async with (
        hook(answer) as (url, _),
        practice_signal(webhook=url, tuning=Tuning(release=release)) as signal,
    ):
        ada = signal.new_phone("Ada")
        for number in range(100):
            ada.say(str(number))
        await signal.signal_cli.drained()
    assert measured["in_order"]
    assert texts == [str(number) for number in range(measured["count"])]


@pytest.mark.parametrize("release", RELEASES)
async def test_health_and_about_do_not_ask_signal_cli(
    release: Release, session: aiohttp.ClientSession
) -> None:
    measured = behaviour(release)["health and about do not ask signal-cli"]
    async with practice_signal(tuning=Tuning(release=release)) as signal:
        for path, status in zip(("/v1/health", "/v1/about"), measured["status"], strict=True):
            async with session.get(signal.url + path) as response:
                assert response.status == status
        assert signal.signal_cli.asked == measured["asked"]


def test_what_is_not_measured_again_was_recorded() -> None:
    for beginning in LOOKED_AT:
        assert any(name.startswith(beginning) for name in behaviour("0.100")), beginning
