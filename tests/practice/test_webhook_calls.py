"""How the webhook is called, as it was recorded of every release: once, whatever is answered."""

import re

import pytest
from aiohttp import web
from recordings import RELEASES, behaviour

from practice.webhook import Webhook

ANSWER = re.compile(r"webhook answers (\d+): calls for one notification")
REDIRECT = re.compile(r"webhook answers (\d+) to another path of the same host")


def _recorded(pattern: re.Pattern[str], release: str) -> dict[int, dict[str, object]]:
    found = ((pattern.match(name), row) for name, row in behaviour(release).items())
    return {int(match[1]): dict(row) for match, row in found if match}


async def called(status: int) -> list[tuple[str, str, int, bool]]:
    """Method, path, length and whether it shows who calls, of each call for one notification."""
    calls: list[tuple[str, str, int, bool]] = []

    async def take(request: web.Request) -> web.Response:
        body = await request.read()
        shown = "Authorization" in request.headers
        calls.append((request.method, request.path, len(body), shown))
        again = {"Location": "/elsewhere"} if 300 <= status < 400 else None
        return web.Response(status=status, headers=again)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://relay:t0ken@127.0.0.1:{runner.addresses[0][1]}/signal/receive"
    try:
        async with Webhook(url) as hook:
            await hook.post('{"jsonrpc":"2.0"}\n')
    finally:
        await runner.cleanup()
    return calls


@pytest.mark.parametrize("release", RELEASES)
async def test_it_is_called_once_whatever_it_answers(release: str) -> None:
    recorded = _recorded(ANSWER, release)
    assert recorded
    for status, row in recorded.items():
        assert len(await called(status)) == row["calls"]


@pytest.mark.parametrize("release", RELEASES)
async def test_a_redirect_is_followed_without_the_password(release: str) -> None:
    recorded = _recorded(REDIRECT, release)
    assert recorded
    for status, row in recorded.items():
        calls = await called(status)
        assert len(calls) == row["total"]
        wanted = row["calls"]
        assert isinstance(wanted, list)
        shape = [[method, path, size > 0, shown] for method, path, size, shown in calls[:3]]
        assert shape == [[method, path, size > 0, shown] for method, path, size, shown in wanted]
