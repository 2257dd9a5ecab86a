import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from practice.pds import PracticeAccount, PracticePds
from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.destinations import Plan
from relay.destinations.bluesky.destination import Bluesky
from relay.time.clock import StillClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOGIN = "com.atproto.server.createSession"
REFRESH = "com.atproto.server.refreshSession"
PUT = "com.atproto.repo.putRecord"
_PASSED_ON = ("Authorization", "Content-Type", "Accept")


@dataclass
class Answer:
    """What the doorkeeper says instead of the server, once."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


class Doorkeeper:
    """Stands before the real server, notes what passes, and can answer in its place."""

    def __init__(self, pds: PracticePds) -> None:
        self._pds = pds
        self.seen: list[str] = []
        self.instead: dict[str, list[Answer]] = {}
        self.added: dict[str, Mapping[str, str]] = {}
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.seen.append(method)
        if self.instead.get(method):
            answer = self.instead[method].pop(0)
            body = {"error": answer.error or "Whatever", "message": "Quoting: meeting tonight"}
            return web.json_response(body, status=answer.status, headers=answer.headers)
        async with (
            aiohttp.ClientSession() as session,
            session.request(
                request.method,
                f"{self._pds.url}/xrpc/{method}",
                params=request.query,
                data=await request.read() or None,
                headers={
                    name: request.headers[name] for name in _PASSED_ON if name in request.headers
                },
            ) as response,
        ):
            return web.Response(
                body=_without_address(await response.read()),
                status=response.status,
                content_type=response.content_type,
                headers=self.added.get(method),
            )


def _without_address(body: bytes) -> bytes:
    """A session names the server's own address, which would lead past the doorkeeper."""
    try:
        answer = json.loads(body)
    except ValueError:
        return body
    answer.pop("didDoc", None)
    return json.dumps(answer).encode()


@pytest.fixture
async def door(pds: PracticePds) -> AsyncIterator[Doorkeeper]:
    doorkeeper = Doorkeeper(pds)
    application = web.Application()
    application.router.add_route("*", "/xrpc/{method}", doorkeeper.handle)
    async with TestServer(application) as server:
        doorkeeper.url = str(server.make_url("")).rstrip("/")
        yield doorkeeper


def planned(bluesky: Bluesky, text: str = "Meeting tonight.") -> Plan:
    return bluesky.plan(text, now=NOON, langs=["en-GB"])


async def sign_in(bluesky: Bluesky) -> None:
    await bluesky.retract(None, ["3kzzzzzzzzz2z"])


async def test_a_session_lasts_over_restarts_without_signing_in_again(
    open_bluesky: Any, door: Doorkeeper
) -> None:
    for _ in range(3):
        bluesky = open_bluesky(service=door.url)
        await bluesky.publish(planned(bluesky), [])
    assert door.seen.count(LOGIN) == 1


async def test_the_password_is_not_kept_with_the_session(
    open_bluesky: Any, door: Doorkeeper, drawer: Any, account: PracticeAccount
) -> None:
    await sign_in(open_bluesky(service=door.url))
    assert drawer.kept is not None
    assert account.password not in drawer.kept


@pytest.mark.parametrize(("status", "error"), [(400, "ExpiredToken"), (401, "InvalidToken")])
async def test_a_session_that_ran_out_is_refreshed_and_the_call_repeated(
    open_bluesky: Any,
    door: Doorkeeper,
    pds: PracticePds,
    account: PracticeAccount,
    drawer: Any,
    status: int,
    error: str,
) -> None:
    bluesky = open_bluesky(service=door.url)
    await sign_in(bluesky)
    before = drawer.kept
    door.instead[PUT] = [Answer(status, error=error)]
    await bluesky.publish(planned(bluesky), [])
    assert len(await pds.posts(account.did)) == 1
    assert (door.seen.count(LOGIN), door.seen.count(REFRESH)) == (1, 1)
    assert drawer.kept != before
    await sign_in(open_bluesky(service=door.url))
    assert door.seen.count(LOGIN) == 1


async def test_a_session_that_cannot_be_refreshed_is_made_anew_once(
    open_bluesky: Any, door: Doorkeeper
) -> None:
    bluesky = open_bluesky(service=door.url)
    await sign_in(bluesky)
    door.instead[PUT] = [Answer(400, error="ExpiredToken")]
    door.instead[REFRESH] = [Answer(400, error="ExpiredToken")]
    await bluesky.publish(planned(bluesky), [])
    assert door.seen.count(LOGIN) == 2


async def test_a_revoked_app_password_signs_out(
    open_bluesky: Any, door: Doorkeeper, pds: PracticePds, account: PracticeAccount
) -> None:
    password = await pds.create_app_password(account, "relay")
    bluesky = open_bluesky(service=door.url, password=password)
    await sign_in(bluesky)
    await pds.revoke_app_password(account, "relay")
    door.instead[PUT] = [Answer(400, error="ExpiredToken")]
    with pytest.raises(LaneBlocked) as blocked:
        await bluesky.publish(planned(bluesky), [])
    assert (blocked.value.cause, blocked.value.retry_at) == ("signed_out", None)


async def test_a_wrong_password_signs_out_and_is_not_repeated_anywhere(
    open_bluesky: Any, account: PracticeAccount
) -> None:
    with pytest.raises(LaneBlocked) as blocked:
        await sign_in(open_bluesky(password="wrong-pass-word"))
    assert blocked.value.cause == "signed_out"
    said = f"{blocked.value!r} {blocked.value.reason}"
    assert "wrong-pass-word" not in said
    assert account.handle not in said


@pytest.mark.parametrize("kept", ["", "{}", "[]", "null", '{"session": "a:::b"}', "nonsense"])
async def test_a_kept_session_that_cannot_be_read_is_made_anew(
    open_bluesky: Any, drawer: Any, kept: str
) -> None:
    drawer.kept = kept
    await sign_in(open_bluesky())
    assert drawer.kept != kept


async def test_a_kept_session_with_broken_tokens_is_made_anew(
    open_bluesky: Any, door: Doorkeeper, drawer: Any
) -> None:
    await sign_in(open_bluesky(service=door.url))
    kept = json.loads(drawer.kept)
    handle, did, _, _, service = kept["session"].split(":::")
    drawer.kept = json.dumps({**kept, "session": f"{handle}:::{did}:::x:::y:::{service}"})
    await sign_in(open_bluesky(service=door.url))
    assert door.seen.count(LOGIN) == 2


async def test_a_session_of_another_account_is_not_used(
    open_bluesky: Any, drawer: Any, door: Doorkeeper
) -> None:
    await sign_in(open_bluesky(service=door.url))
    drawer.kept = json.dumps({**json.loads(drawer.kept), "handle": "somebody.test"})
    await sign_in(open_bluesky(service=door.url))
    assert door.seen.count(LOGIN) == 2


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "90"}, 90),
        ({"ratelimit-reset": str(int(NOON.timestamp()) + 200)}, 200),
        ({"retry-after": "30", "ratelimit-reset": "1"}, 30),
        ({}, 300),
        ({"retry-after": "soon"}, 300),
        ({"ratelimit-reset": "99999999999999999999"}, 300),
        ({"retry-after": "999999999"}, 86_400),
        ({"ratelimit-reset": "1"}, 0),
    ],
)
async def test_a_rate_limit_pauses_until_the_server_says(
    open_bluesky: Any, door: Doorkeeper, headers: dict[str, str], seconds: int
) -> None:
    bluesky = open_bluesky(service=door.url, clock=StillClock(NOON))
    door.instead[PUT] = [Answer(429, headers, "RateLimitExceeded")]
    with pytest.raises(LaneBlocked) as blocked:
        await bluesky.publish(planned(bluesky), [])
    assert blocked.value.cause == "rate_limited"
    assert blocked.value.retry_at == NOON + timedelta(seconds=seconds)


async def test_a_call_whose_allowance_is_used_up_is_not_made_until_it_is_renewed(
    open_bluesky: Any, door: Doorkeeper
) -> None:
    clock = StillClock(NOON)
    bluesky = open_bluesky(service=door.url, clock=clock)
    reset = NOON + timedelta(minutes=5)
    door.added[PUT] = {"ratelimit-remaining": "0", "ratelimit-reset": str(int(reset.timestamp()))}
    await bluesky.publish(planned(bluesky), [])
    with pytest.raises(LaneBlocked) as blocked:
        await bluesky.publish(planned(bluesky), [])
    assert (blocked.value.cause, blocked.value.retry_at) == ("rate_limited", reset)
    assert door.seen.count(PUT) == 1
    clock.move(timedelta(minutes=5))
    await bluesky.publish(planned(bluesky), [])
    assert door.seen.count(PUT) == 2


@pytest.mark.parametrize("status", [500, 502, 503, 409])
async def test_a_server_in_trouble_delays(open_bluesky: Any, door: Doorkeeper, status: int) -> None:
    bluesky = open_bluesky(service=door.url)
    door.instead[PUT] = [Answer(status)]
    with pytest.raises(DeliveryDelayed):
        await bluesky.publish(planned(bluesky), [])
    await bluesky.publish(planned(bluesky), [])


async def test_a_refusal_names_the_error_and_quotes_nothing(
    open_bluesky: Any, door: Doorkeeper
) -> None:
    bluesky = open_bluesky(service=door.url)
    door.instead[PUT] = [Answer(400, error="InvalidRequest")]
    with pytest.raises(DeliveryRefused) as refused:
        await bluesky.publish(planned(bluesky), [])
    assert refused.value.reason == "Bluesky answered 400 InvalidRequest"
    assert refused.value.__suppress_context__


async def test_a_server_that_is_not_there_blocks_for_a_minute(
    open_bluesky: Any, door: Doorkeeper, unused_tcp_port: int
) -> None:
    bluesky = open_bluesky(service=f"http://127.0.0.1:{unused_tcp_port}", clock=StillClock(NOON))
    with pytest.raises(LaneBlocked) as blocked:
        await bluesky.publish(planned(bluesky), [])
    assert blocked.value.cause == "unreachable"
    assert blocked.value.retry_at == NOON + timedelta(minutes=1)


async def test_something_that_is_no_bluesky_server_delays(open_bluesky: Any) -> None:
    async def hello(request: web.Request) -> web.Response:
        return web.Response(text="<p>Hello</p>", content_type="text/html")

    application = web.Application()
    application.router.add_route("*", "/{anything:.*}", hello)
    async with TestServer(application) as server:
        with pytest.raises(DeliveryDelayed):
            await sign_in(open_bluesky(service=str(server.make_url("")).rstrip("/")))


async def test_two_calls_at_once_sign_in_once(open_bluesky: Any, door: Doorkeeper) -> None:
    bluesky = open_bluesky(service=door.url)
    await asyncio.gather(*(sign_in(bluesky) for _ in range(5)))
    assert door.seen.count(LOGIN) == 1


async def test_two_calls_with_a_session_that_ran_out_refresh_it_once(
    open_bluesky: Any, door: Doorkeeper
) -> None:
    bluesky = open_bluesky(service=door.url)
    await sign_in(bluesky)
    get = "com.atproto.repo.getRecord"
    door.instead[get] = [Answer(400, error="ExpiredToken") for _ in range(2)]
    await asyncio.gather(*(sign_in(bluesky) for _ in range(2)))
    assert (door.seen.count(LOGIN), door.seen.count(REFRESH)) == (1, 1)


async def test_no_log_tells_the_password_the_tokens_or_the_text(
    bluesky: Bluesky, account: PracticeAccount, drawer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await bluesky.publish(planned(bluesky), [])
    tokens = json.loads(drawer.kept)["session"].split(":::")[2:4]
    for secret in (account.password, "Meeting tonight", *tokens):
        assert secret not in caplog.text
