"""`POST /signal/receive`: what is let in, what is kept, and what is asked to come again."""

import base64
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict
from notifications import NUMBER, SAM, envelope, notification

from relay.store import Store
from relay.time.clock import StillClock
from relay.watch.metrics import build_registry
from relay.web.health import Health
from relay.web.server import build_application
from relay.web.webhook import Webhook

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TOKEN = "practice-tökèn"
LIMIT = 100_000


def basic(user: str, password: str, scheme: str = "Basic") -> str:
    return f"{scheme} {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


GOOD = basic("relay", TOKEN)


@dataclass
class Door:
    """The web server as Signal's side sees it."""

    store: Store
    webhook: Webhook
    url: str
    session: ClientSession
    group_changes: list[None]

    async def call(
        self, body: Any, *, authorization: str | None = GOOD, **more: Any
    ) -> tuple[int, bytes]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Authorization": authorization} if authorization is not None else {}
        headers |= more.pop("headers", {})
        async with self.session.post(
            f"{self.url}/signal/receive", data=data, headers=headers, **more
        ) as response:
            return response.status, await response.read()

    async def status(self, body: Any, **more: Any) -> int:
        return (await self.call(body, **more))[0]

    def forgotten(self) -> list[str]:
        rows = self.store._db.execute("SELECT payload FROM outbox WHERE action = 'forget'")
        return [json.loads(row[0])["attachment"] for row in rows]


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        clock = StillClock(NOW)
        changes: list[None] = []
        webhook = Webhook(
            store, clock, account=NUMBER, token=TOKEN, on_group_change=lambda: changes.append(None)
        )
        application = build_application(
            webhook=webhook,
            health=Health(store, clock),
            registry=build_registry(store, clock, ("signal",)),
            max_body_bytes=LIMIT,
        )
        server = TestServer(application)
        async with server, ClientSession() as session:
            yield Door(store, webhook, f"http://{server.host}:{server.port}", session, changes)


async def test_an_envelope_is_on_disk_before_the_answer(door: Door) -> None:
    assert await door.status(notification(envelope())) == 200
    entry = door.store.inbox.next(NOW)
    assert entry is not None
    assert entry.source == SAM
    assert entry.body["envelope"]["dataMessage"]["message"] == "Hello"


async def test_an_envelope_that_comes_again_is_taken_and_kept_once(door: Door) -> None:
    for _ in range(3):
        assert await door.status(notification(envelope())) == 200
    assert door.store.inbox.waiting() == 1


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic ünïcode",
        basic("relay", ""),
        basic("relay", TOKEN + "x"),
        basic("relay", TOKEN[:-1]),
        basic("admin", TOKEN),
        basic("", TOKEN),
        basic("relay", TOKEN, "Bearer"),
        basic("relay", TOKEN).replace("Basic ", "Basic  "),
        f"Basic relay:{TOKEN}".encode().decode("latin-1"),
        "Basic " + "A" * 7000,
    ],
)
async def test_without_the_token_nothing_is_taken(door: Door, authorization: str | None) -> None:
    status, body = await door.call(notification(envelope()), authorization=authorization)
    assert (status, body) == (401, b"")
    assert door.store.inbox.waiting() == 0
    assert door.webhook.last_call is None


@pytest.mark.parametrize("other", ["Basic YQ==", GOOD])
async def test_of_two_headers_none_counts(door: Door, other: str) -> None:
    for pair in ((GOOD, other), (other, GOOD)):
        both = CIMultiDict([("Authorization", one) for one in pair])
        async with door.session.post(
            f"{door.url}/signal/receive", json=notification(envelope()), headers=both
        ) as response:
            assert response.status == 401
    assert door.store.inbox.waiting() == 0


async def test_a_header_beyond_all_measure_is_refused(door: Door) -> None:
    huge = "Basic " + "A" * 70_000
    assert await door.status(notification(envelope()), authorization=huge) == 400
    assert door.store.inbox.waiting() == 0


async def test_the_scheme_may_be_written_in_any_case(door: Door) -> None:
    for scheme in ("basic", "BASIC"):
        authorization = basic("relay", TOKEN, scheme)
        assert await door.status(notification(envelope()), authorization=authorization) == 200


async def test_another_account_is_refused(door: Door) -> None:
    assert await door.status(notification(envelope(), account="+447700900999")) == 403
    assert door.store.inbox.waiting() == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"method": "receive"}',
        b"9" * 5000,
        b"[" * 50_000,
        b'{"method": "receive", "params": {"envelope": {}}}'[:-1],
        json.dumps({"method": "send", "params": {"envelope": {}}}).encode(),
        json.dumps({"method": "receive", "params": {"envelope": []}}).encode(),
        json.dumps({"method": "receive", "params": [1]}).encode(),
    ],
)
async def test_what_is_no_notification_is_refused(door: Door, body: bytes) -> None:
    assert await door.call(body) == (400, b"")
    assert door.store.inbox.waiting() == 0


@pytest.mark.parametrize(
    "body",
    [
        {"jsonrpc": "2.0", "result": [{"number": NUMBER}], "id": "5"},
        {"jsonrpc": "2.0", "error": {"code": -1, "message": "boom", "data": None}, "id": "5"},
        {"jsonrpc": "2.0", "id": "5"},
        {**notification(envelope()), "method": "newThing"},
        {"jsonrpc": "2.0", "method": "receive", "params": {"subscription": 0}},
        notification([]),
    ],
)
async def test_other_lines_of_signal_cli_are_counted_and_thrown_away(door: Door, body: Any) -> None:
    """Up to 0.98 the API server posts every line; an answer of 400 would be logged there."""
    assert await door.call(body) == (200, b"")
    assert door.store.inbox.last_received() is None
    assert door.webhook.other_lines == 1


@pytest.mark.parametrize("timestamp", ["1", True, -1, 0, 2**64, 10**30, None, 1.5])
async def test_a_time_that_is_none_does_not_lose_the_words(door: Door, timestamp: Any) -> None:
    for text in ("one", "two"):
        call = notification({**envelope(dataMessage={"message": text}), "timestamp": timestamp})
        for _ in range(2):
            assert await door.status(call) == 200
    assert door.store.inbox.waiting() == 2


@pytest.mark.parametrize("number", [2**63, 2**64 - 1, 10**19, 10**400])
async def test_a_number_beyond_any_clock_loses_nothing(door: Door, number: int) -> None:
    body = envelope(dataMessage={"message": "Hello", "new": {"id": "NUMBER"}})
    raw = json.dumps(notification(body)).replace('"NUMBER"', str(number))
    assert await door.call(raw.encode()) == (200, b"")
    assert door.store.inbox.waiting() == 1


@pytest.mark.parametrize("account", [None, 5, ""])
async def test_a_notification_that_names_no_account_is_for_ours(door: Door, account: Any) -> None:
    assert await door.status(notification(envelope(), account=account)) == 200
    assert await door.status(notification(envelope())) == 200
    assert door.store.inbox.waiting() == 1


async def test_half_a_surrogate_pair_stops_nothing(door: Door) -> None:
    """SQLite takes none, and a call that is answered with 503 comes again for ever."""
    half = {"id": "\ud800", "contentType": "image/png"}
    vote = {"targetSentTimestamp": 1, "optionIndexes": [0], "voteCount": 1}
    for number, content in enumerate(
        (
            {"message": "Hi \ud83d\ude00 \udc00", "attachments": [half]},
            {"groupInfo": {"groupId": "\udfff"}, "attachments": [half]},
            {"groupInfo": {"groupId": "\ud800"}, "pollVote": vote},
        )
    ):
        assert await door.status(notification(envelope(number, dataMessage=content))) == 200
    entry = door.store.inbox.next(NOW)
    assert entry is not None
    assert entry.body["envelope"]["dataMessage"]["message"] == "Hi \U0001f600 \ufffd"
    assert door.forgotten() == ["\ufffd"]


async def test_half_a_pair_that_is_written_out_stops_nothing_either(door: Door) -> None:
    raw = json.dumps(notification(envelope(dataMessage={"message": "Hi HALF \ud55c"})))
    body = raw.encode().replace(b"HALF", b"\xed\xa0\x80").replace(b"\\ud55c", b"\xed\x95\x9c")
    assert await door.call(body) == (200, b"")
    entry = door.store.inbox.next(NOW)
    assert entry is not None
    assert entry.body["envelope"]["dataMessage"]["message"] == "Hi \ufffd \ud55c"


async def test_what_is_too_large_is_refused_without_being_read(door: Door) -> None:
    large = notification(envelope(dataMessage={"message": "x" * LIMIT}))
    assert await door.call(large) == (413, b"")
    assert await door.status(notification(envelope())) == 200


async def test_other_methods_and_paths_get_a_bare_answer(door: Door) -> None:
    async with door.session.get(f"{door.url}/signal/receive") as response:
        assert (response.status, await response.read()) == (405, b"")
        assert response.headers["Allow"] == "POST"
    async with door.session.post(f"{door.url}/secret/words") as response:
        assert (response.status, await response.read()) == (404, b"")


async def test_a_stopping_relay_asks_to_come_again(door: Door) -> None:
    door.webhook.stop()
    assert await door.status(notification(envelope())) == 503
    assert await door.status(notification(envelope()), authorization=None) == 401
    assert door.store.inbox.waiting() == 0


async def test_a_full_disk_asks_to_come_again_and_then_takes_it(door: Door) -> None:
    pages = door.store._db.execute("PRAGMA page_count").fetchone()[0]
    door.store._db.execute(f"PRAGMA max_page_count = {pages}")
    body = notification(envelope(dataMessage={"message": "x" * 90_000}))
    assert await door.status(body) == 503
    assert door.store.inbox.waiting() == 0
    door.store._db.execute("PRAGMA max_page_count = 100000")
    assert await door.status(body) == 200
    assert door.store.inbox.waiting() == 1


@pytest.mark.parametrize(
    "content",
    [
        {"typingMessage": {"action": "STARTED", "timestamp": 1}},
        {"receiptMessage": {"when": 1, "isRead": True, "timestamps": [1]}},
        {"syncMessage": {"sentMessage": {"destination": "x", "message": "Hello"}}},
        {"callMessage": {"hangupMessage": {"id": 1, "type": "NORMAL"}}},
        {"storyMessage": {"textAttachment": {"text": "Hello"}}},
        {"dataMessage": {"message": "Hello", "groupInfo": {"groupId": "g", "type": "DELIVER"}}},
        {"editMessage": {"dataMessage": {"message": "Hi", "groupInfo": {"groupId": "g"}}}},
        {"dataMessage": {"message": None, "isExpirationUpdate": False, "expiresInSeconds": 60}},
        {"dataMessage": None},
        {"editMessage": None},
    ],
    ids=lambda content: "+".join(content),
)
async def test_what_nobody_uses_is_taken_and_not_kept(door: Door, content: Any) -> None:
    assert await door.status(notification(envelope(**content))) == 200
    assert door.store.inbox.last_received() is None
    assert door.webhook.last_call == NOW


async def test_an_envelope_without_an_account_id_is_not_kept(door: Door) -> None:
    for source in (None, "+447700900001", "not-a-uuid", "x" * 36):
        assert await door.status(notification(envelope(source=source))) == 200
    assert door.store.inbox.last_received() is None


@pytest.mark.parametrize(
    "content",
    [
        {"dataMessage": {"message": "Hello"}},
        {"dataMessage": {"attachments": [{"id": "a.jpg", "contentType": "image/jpeg"}]}},
        {"dataMessage": {"reaction": {"emoji": "👍", "targetSentTimestamp": 1}}},
        {"dataMessage": {"remoteDelete": {"timestamp": 1}}},
        {"dataMessage": {"sticker": {"packId": "p", "stickerId": 1}}},
        {"editMessage": {"targetSentTimestamp": 1, "dataMessage": {"message": "Hi"}}},
    ],
    ids=lambda content: "+".join([*content, *next(iter(content.values()))]),
)
async def test_what_a_person_says_directly_is_kept(door: Door, content: Any) -> None:
    assert await door.status(notification(envelope(**content))) == 200
    assert door.store.inbox.waiting() == 1
    assert door.forgotten() == []


async def test_a_changed_group_is_told_and_not_kept(door: Door) -> None:
    group = {"groupId": "g", "type": "UPDATE", "revision": 4}
    assert await door.status(notification(envelope(dataMessage={"groupInfo": group}))) == 200
    assert door.group_changes == [None]
    assert door.store.inbox.last_received() is None


async def test_a_message_that_knows_a_later_version_of_its_group_tells_of_a_change(
    door: Door,
) -> None:
    for revision, told in ((4, 0), (4, 0), (6, 1), (5, 1), (6, 1), (7, 2)):
        group = {"groupId": "g", "type": "DELIVER", "revision": revision}
        content = {"message": "hello", "groupInfo": group}
        assert await door.status(notification(envelope(dataMessage=content))) == 200
        assert len(door.group_changes) == told
    assert door.store.inbox.last_received() is None


class TestFilesNobodyFetches:
    """signal-cli puts every file on its disk; what nobody will fetch is deleted there."""

    @staticmethod
    def file(name: str) -> dict[str, Any]:
        return {"id": name, "contentType": "image/jpeg", "size": 5}

    async def test_pictures_that_people_share_in_groups(self, door: Door) -> None:
        shared = {"groupInfo": {"groupId": "g"}, "attachments": [self.file("a"), self.file("b")]}
        assert await door.status(notification(envelope(dataMessage=shared))) == 200
        assert door.forgotten() == ["a", "b"]
        assert door.store.inbox.last_received() is None

    async def test_stories_and_what_another_device_of_ours_sent(self, door: Door) -> None:
        await door.status(notification(envelope(storyMessage={"fileAttachment": self.file("s")})))
        sent = {"sentMessage": {"attachments": [self.file("t")]}}
        await door.status(notification(envelope(2, source=None, syncMessage=sent)))
        assert door.forgotten() == ["s", "t"]

    async def test_thumbnails_beside_a_message_but_not_its_own_files(self, door: Door) -> None:
        message = {
            "message": "Look",
            "attachments": [self.file("kept")],
            "quote": {"id": 1, "attachments": [{"thumbnail": self.file("quoted")}]},
            "previews": [{"url": "https://example.org", "image": self.file("link")}],
        }
        for _ in range(2):
            assert await door.status(notification(envelope(dataMessage=message))) == 200
        assert sorted(door.forgotten()) == ["link", "quoted"]
        assert door.store.inbox.waiting() == 1

    async def test_a_full_disk_asks_for_those_again_too(self, door: Door) -> None:
        pages = door.store._db.execute("PRAGMA page_count").fetchone()[0]
        door.store._db.execute(f"PRAGMA max_page_count = {pages}")
        files = [self.file(f"{number}{'x' * 100}") for number in range(300)]
        shared = {"groupInfo": {"groupId": "g"}, "attachments": files}
        assert await door.status(notification(envelope(dataMessage=shared))) == 503


async def test_a_body_in_chunks_is_read_whole(door: Door) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for byte in json.dumps(notification(envelope())).encode():
            yield bytes([byte])

    async with door.session.post(
        f"{door.url}/signal/receive", data=chunks(), headers={"Authorization": GOOD}
    ) as response:
        assert response.status == 200
    assert door.store.inbox.waiting() == 1


async def test_a_body_announced_with_expect_is_read(door: Door) -> None:
    assert await door.status(notification(envelope()), expect100=True) == 200
    assert door.store.inbox.waiting() == 1


async def test_an_endless_body_in_chunks_is_cut_off(door: Door) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(LIMIT // 1000 + 2):
            yield b"x" * 1000

    async with door.session.post(
        f"{door.url}/signal/receive", data=chunks(), headers={"Authorization": GOOD}
    ) as response:
        assert response.status == 413


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
_FIELDS = ["dataMessage", "editMessage", "syncMessage", "message", "attachments", "groupInfo", "id"]
_LIKELY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just(SAM),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_FIELDS), inner, max_size=4)
    ),
    max_leaves=20,
)


class Asked(web.Request):
    """Enough of a request for the handler: the header and the body."""

    def __init__(self, body: bytes, authorization: str) -> None:
        self._body = body
        self._given = CIMultiDict({"Authorization": authorization})

    @property
    def headers(self) -> Any:
        return self._given

    async def read(self) -> bytes:
        return self._body


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=st.binary(max_size=200)
    | _JSON.map(lambda value: json.dumps(value).encode())
    | _LIKELY.map(
        lambda value: (
            json.dumps(notification({"timestamp": 5, "sourceUuid": SAM, **value})).encode()
            if isinstance(value, dict)
            else json.dumps(notification(value)).encode()
        )
    ),
    authorization=st.sampled_from([GOOD, basic("relay", "guess"), ""]) | st.text(max_size=50),
)
async def test_nothing_crashes_it_and_nothing_gets_in_without_the_token(
    door: Door, body: bytes, authorization: str
) -> None:
    before = door.store.inbox.waiting()
    response = await door.webhook.receive(Asked(body, authorization))
    assert response.status in (200, 400, 401, 403)
    if authorization != GOOD:
        assert response.status == 401
        assert door.store.inbox.waiting() == before


async def test_health_and_metrics_tell_nobody_apart(door: Door) -> None:
    await door.status(notification(envelope()))
    async with door.session.get(f"{door.url}/healthz/live") as response:
        assert response.status == 200
    async with door.session.get(f"{door.url}/healthz") as response:
        assert response.status == 503
        text = await response.text()
        assert json.loads(text)["checks"] == {
            "store": True,
            "disk": True,
            "api": False,
            "inbox": True,
        }
    async with door.session.get(f"{door.url}/metrics") as response:
        text += await response.text()
    assert "relay_inbox_waiting 1.0" in text
    assert SAM not in text
    assert NUMBER not in text
