"""A webhook that does not take a message is never taken for one that did, nor waited for long."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from certificates import certificate
from webhookserver import SECRET, Way, WebhookServer, answer, raw, unending, webhook_server

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.destinations.webhook.sender import MOST_BYTES, Failure, Sender
from relay.destinations.webhook.settings import keys_of
from relay.time.clock import StillClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SHORT = timedelta(seconds=0.3)


@pytest.fixture
async def there() -> AsyncIterator[WebhookServer]:
    async with webhook_server() as server:
        yield server


def sender(url: str, timeout: timedelta = timedelta(seconds=20)) -> Sender:
    return Sender(url, keys_of(SECRET), StillClock(NOON), timeout)


async def failure(there: WebhookServer, way: Way, most: timedelta = SHORT * 50) -> Failure:
    there.ways.append(way)
    with pytest.raises((DeliveryDelayed, DeliveryRefused, LaneBlocked)) as raised:
        await sender(there.url, most).send("msg_a", b"{}")
    assert "127.0.0.1" not in str(raised.value)
    reason = raised.value
    assert isinstance(reason, DeliveryDelayed | DeliveryRefused | LaneBlocked)
    return reason


async def test_a_message_is_posted_as_signed_json(there: WebhookServer) -> None:
    await sender(there.url).send("msg_a", b'{"a":1}')
    (call,) = there.calls
    assert (call.method, call.path, call.body) == ("POST", "/hooks/relay", b'{"a":1}')
    assert call.headers["content-type"] == "application/json"
    assert call.headers["webhook-timestamp"] == str(int(NOON.timestamp()))
    assert call.is_signed_with(SECRET)
    assert "cookie" not in call.headers


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_any_2xx_is_a_success(there: WebhookServer, status: int) -> None:
    there.ways.append(answer(status, b"" if status == 204 else b"whatever"))
    await sender(there.url).send("msg_a", b"{}")


async def test_an_answer_whose_body_never_ends_is_not_waited_for(there: WebhookServer) -> None:
    there.ways.append(unending(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nand then"))
    async with asyncio.timeout(5):
        await sender(there.url).send("msg_a", b"{}")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(there: WebhookServer, status: int) -> None:
    failed = await failure(there, answer(status, Location="/elsewhere"))
    assert isinstance(failed, DeliveryDelayed)
    assert len(there.calls) == 1


@pytest.mark.parametrize("status", [404, 408, 409, 425, 500, 502, 503, 504, 599])
async def test_what_may_pass_is_tried_again(there: WebhookServer, status: int) -> None:
    assert isinstance(await failure(there, answer(status)), DeliveryDelayed)


@pytest.mark.parametrize("status", [401, 403, 410])
async def test_who_wants_no_more_is_sent_no_more_until_a_person_acts(
    there: WebhookServer, status: int
) -> None:
    failed = await failure(there, answer(status))
    assert isinstance(failed, LaneBlocked)
    assert (failed.cause, failed.retry_at) == ("signed_out", None)


@pytest.mark.parametrize("status", [400, 413, 415, 422])
async def test_what_is_refused_for_good_is_given_up(there: WebhookServer, status: int) -> None:
    assert isinstance(await failure(there, answer(status)), DeliveryRefused)


@pytest.mark.parametrize(
    ("status", "asked", "seconds"),
    [
        (429, "90", 90),
        (503, "90", 90),
        (429, "Sun, 22 Nov 2026 12:10:00 GMT", 600),
        (429, "Sun, 22 Nov 2026 11:00:00 GMT", 0),
        (429, "99999999999999999999", 86_400),
        (429, "soon", 300),
        (429, "", 300),
    ],
)
async def test_who_is_busy_is_called_when_they_say(
    there: WebhookServer, status: int, asked: str, seconds: int
) -> None:
    failed = await failure(there, answer(status, Retry_After=asked))
    assert isinstance(failed, LaneBlocked)
    assert failed.cause == "rate_limited"
    assert failed.retry_at == NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "way",
    [
        raw(b""),
        raw(b"HTTP/1.1 20"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
        raw(b"\x00\xff\x16 no HTTP at all\r\n\r\n"),
        raw(b"HTTP/1.1 banana\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"),
    ],
    ids=["nothing", "half a line", "half a header", "noise", "no status", "a giant"],
)
async def test_what_is_no_answer_is_none(there: WebhookServer, way: Way) -> None:
    failed = await failure(there, way)
    assert isinstance(failed, LaneBlocked)
    assert failed.cause == "unreachable"
    assert failed.retry_at == NOON + timedelta(minutes=1)


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nX: y\r\n"], ids=["nothing", "half"])
async def test_who_hangs_is_let_go(there: WebhookServer, sent: bytes) -> None:
    failed = await failure(there, unending(sent), SHORT)
    assert isinstance(failed, LaneBlocked)
    assert failed.cause == "unreachable"


async def test_where_nobody_listens_nothing_is_taken() -> None:
    async with webhook_server() as server:
        url = server.url
    with pytest.raises(LaneBlocked) as raised:
        await sender(url).send("msg_a", b"{}")
    assert raised.value.cause == "unreachable"


async def test_a_certificate_that_nobody_vouches_for_is_not_believed(tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, until=datetime.now(UTC) + timedelta(days=30))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    async with webhook_server(context) as there:
        with pytest.raises(LaneBlocked) as raised:
            await sender(there.url).send("msg_a", b"{}")
        assert raised.value.cause == "unreachable"
        assert there.calls == []


async def test_plain_http_where_https_is_meant_is_no_answer() -> None:
    async with webhook_server() as there:
        with pytest.raises(LaneBlocked):
            await sender(there.url.replace("http://", "https://"), SHORT).send("msg_a", b"{}")
        assert there.calls == []


async def test_what_is_too_large_is_not_sent(there: WebhookServer) -> None:
    with pytest.raises(DeliveryRefused) as raised:
        await sender(there.url).send("msg_a", b"x" * (MOST_BYTES + 1))
    assert raised.value.code == "too_large"
    assert there.calls == []
