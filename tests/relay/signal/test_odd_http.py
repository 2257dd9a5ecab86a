"""Whatever comes over HTTP in place of an answer: a typed error, and never a claim.

Every call of the client, and what proxies, crashes and other programs put in its way. Where only
the status is read (a reaction, say), an odd body beside a success changes nothing.
"""

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from answer_kinds import KINDS

from relay.signal.client import SignalClient
from relay.signal.errors import AnswerLost, ApiUnreachable, CallRefused, RateLimited, SignalApiError
from relay.signal.priority import Priority
from relay.signal.transport import MAX_ANSWER, MAX_FAILURE

ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
GROUP = "group.Z3JvdXA="
NOW = Priority.REPLY

Make = Callable[[SignalClient], Awaitable[Any]]

READING: dict[str, tuple[str, Make]] = {
    "about": ("about", lambda c: c.about()),
    "accounts": ("accounts", lambda c: c.accounts()),
    "contacts": ("contacts", lambda c: c.contacts()),
    "groups": ("groups", lambda c: c.groups()),
    "group": ("group", lambda c: c.group(GROUP)),
    "identities": ("identities", lambda c: c.identities()),
    "link": ("device link", lambda c: c.link("relay", priority=NOW)),
    "send": ("sent", lambda c: c.send(ADA, "Hi")),
    "remote_delete": ("timestamp", lambda c: c.remote_delete(ADA, 1)),
    "create_poll": ("timestamp", lambda c: c.create_poll(ADA, "?", ["a", "b"])),
    "create_group": ("new group", lambda c: c.create_group("New")),
    "set_username": ("username", lambda c: c.set_username("branch")),
}
"""The calls whose answer is read, each with its kind in `answer_kinds`."""

QUESTIONS = frozenset({"about", "accounts", "contacts", "groups", "group", "identities", "link"})

ONLY_STATUS: dict[str, Make] = {
    "attachment": lambda c: c.attachment("pic.png", max_bytes=10_000),
    "delete_attachment": lambda c: c.delete_attachment("pic.png"),
    "submit_challenge": lambda c: c.submit_challenge("token", "captcha"),
    "set_expiration": lambda c: c.set_expiration(ADA, 60),
    "update_profile": lambda c: c.update_profile("Branch"),
    "update_settings": lambda c: c.update_settings(share_number=False),
    "set_pin": lambda c: c.set_pin("1234"),
    "trust_known_keys": lambda c: c.trust_known_keys(ADA),
    "update_group": lambda c: c.update_group(GROUP, name="New"),
    "add_members": lambda c: c.add_members(GROUP, [ADA]),
    "remove_members": lambda c: c.remove_members(GROUP, [ADA]),
    "add_admins": lambda c: c.add_admins(GROUP, [ADA]),
    "fetch_group": lambda c: c.fetch_group(GROUP),
    "pin_message": lambda c: c.pin_message(GROUP, 1),
    "unpin_message": lambda c: c.unpin_message(GROUP, 1),
    "quit_group": lambda c: c.quit_group(GROUP),
    "react": lambda c: c.react(ADA, "👍", ADA, 1),
    "send_receipt": lambda c: c.send_receipt(ADA, 1),
    "close_poll": lambda c: c.close_poll(ADA, 1),
    "register": lambda c: c.register(priority=NOW),
    "verify": lambda c: c.verify("123456", priority=NOW),
}
"""The calls that end well or not, and files."""

ALL: dict[str, Make] = {name: make for name, (_, make) in READING.items()} | ONLY_STATUS

PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>Sorry, +447700900001</body></html>"


def test_every_call_of_the_client_is_here() -> None:
    calls = {
        name
        for name, value in inspect.getmembers(SignalClient, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert calls - {"rest"} == ALL.keys()
    assert {kind for kind, _ in READING.values()} == KINDS.keys()


def answer(scripted: Any, status: int, body: bytes, content_type: str) -> None:
    async def reply(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=body, content_type=content_type)

    scripted.replies.append(reply)


@pytest.mark.parametrize("call", READING)
@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "application/json"),
        (b"", "text/plain"),
        (PAGE, "text/html"),
        (b"\xff\xfe", "application/octet-stream"),
        (b'{"timestamp":"17900', "application/json"),
        (b'[{"id":"group.Z3', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"a":' * 100_000, "application/json"),
        (b"9" * 10_000, "application/json"),
        (b"NaN", "application/json"),
        (b'"words"', "application/json"),
        (b'{"error":"Failed to send message"}', "application/json"),
    ],
)
async def test_a_success_that_says_nothing_is_an_error(
    call: str, body: bytes, content_type: str, scripted: Any, signal: SignalClient
) -> None:
    answer(scripted, 201, body, content_type)
    if call == "about" and body.startswith(b'{"error"'):
        assert (await ALL[call](signal)).mode == ""
        return
    with pytest.raises(CallRefused) as caught:
        await ALL[call](signal)
    assert caught.value.code == "bad_answer"
    assert ("may have done" in caught.value.reason) is (call not in QUESTIONS)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("call", ["send", "remote_delete", "create_poll"])
@pytest.mark.parametrize("content_type", ["text/plain", "text/html", "application/octet-stream"])
async def test_an_answer_is_read_whatever_it_is_called(
    call: str, content_type: str, scripted: Any, signal: SignalClient
) -> None:
    answer(scripted, 201, b'\xef\xbb\xbf {"timestamp": "1790000000000"}\n', content_type)
    sent = await ALL[call](signal)
    assert 1_790_000_000_000 in (sent, getattr(sent, "timestamp", 0))


@pytest.mark.parametrize("call", ALL)
@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_page_of_a_proxy_is_a_server_that_cannot_be_reached(
    call: str, status: int, scripted: Any, signal: SignalClient
) -> None:
    for page in (PAGE, b"", b"[" * 100_000, b"<p>" + b"x" * 2 * MAX_FAILURE):
        answer(scripted, status, page, "text/html")
        with pytest.raises(ApiUnreachable) as caught:
            await ALL[call](signal)
        assert caught.value.status == status
        assert str(status) in caught.value.reason
        assert "900001" not in caught.value.reason


@pytest.mark.parametrize("call", ALL)
@pytest.mark.parametrize(
    ("status", "kind"),
    [(301, CallRefused), (400, CallRefused), (404, CallRefused), (429, RateLimited)],
)
async def test_other_pages_are_what_their_status_says(
    call: str, status: int, kind: type[SignalApiError], scripted: Any, signal: SignalClient
) -> None:
    for page in (PAGE, b"", b"x" * 2 * MAX_FAILURE):
        answer(scripted, status, page, "text/html")
        with pytest.raises(kind) as caught:
            await ALL[call](signal)
        assert caught.value.status == status


@pytest.mark.parametrize("call", ALL)
async def test_what_breaks_off_is_no_answer(call: str, scripted: Any, signal: SignalClient) -> None:
    async def reply(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=201)
        response.content_length = 1_000
        await response.prepare(request)
        await response.write(b'{"timestamp": "1790000000000"}')
        assert request.transport is not None
        request.transport.abort()
        return response

    scripted.replies.append(reply)
    asks = call in QUESTIONS or call in ("health", "attachment")
    with pytest.raises(ApiUnreachable if asks else AnswerLost):
        await ALL[call](signal)


@pytest.mark.parametrize("call", ["groups", "send", "react"])
@pytest.mark.parametrize("announced", [True, False])
async def test_no_answer_fills_the_memory(
    call: str, announced: bool, scripted: Any, signal: SignalClient
) -> None:
    written = 0

    async def reply(request: web.Request) -> web.StreamResponse:
        nonlocal written
        response = web.StreamResponse(status=201)
        if announced:
            response.content_length = 100 * MAX_ANSWER
        await response.prepare(request)
        try:
            while written < 3 * MAX_ANSWER:
                await response.write(b" " * 1024 * 1024)
                written += 1024 * 1024
        except (ConnectionError, asyncio.CancelledError):
            pass
        return response

    scripted.replies.append(reply)
    with pytest.raises(CallRefused) as caught:
        await ALL[call](signal)
    assert caught.value.code == "too_large"
    assert ("may have done" in caught.value.reason) is (call != "groups")
    assert written < 2 * MAX_ANSWER
    answer(scripted, 201, json.dumps([{"timestamp": "17"}]).encode(), "application/json")
    assert (await signal.send(ADA, "Hi")).timestamp == 17
