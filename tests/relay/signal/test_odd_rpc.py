"""Whatever listens in signal-cli's place: a typed error, never a claim, and nobody's words in it.

Every call to signal-cli itself, and what wrong addresses, crashes, older releases and other
programs put in its way.
"""

import asyncio
import inspect
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from relay.delivery.errors import DeliveryDelayed, LaneBlocked
from relay.schema.values import Address
from relay.signal import rpc
from relay.signal.client import SignalClient
from relay.signal.direct import Direct
from relay.signal.errors import (
    AccountUnusable,
    AnswerLost,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    RpcUnreachable,
    SendFailed,
)
from relay.signal.priority import Priority
from relay.signal.rpc import MAX_LINE
from relay.signal.types import Timeouts

NUMBER = "+447700900000"
ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
INTERNAL = "M5lVDydx/I7h2trrE7yzeEeSlOp3/P0g1XnDDsztEXk="
GROUP = "group.TTVsVkR5ZHgvSTdoMnRyckU3eXplRWVTbE9wMy9QMGcxWG5ERHN6dEVYaz0="
AT = 1_790_000_000_000
WORDS = "What Ada wrote about +447700900001"

Make = Callable[[Direct], Awaitable[Any]]
Reply = Callable[[asyncio.StreamWriter, str], Awaitable[None]]

ALL: dict[str, Make] = {
    "version": lambda d: d.version(),
    "delete_theirs": lambda d: d.delete_theirs(GROUP, ADA, AT),
    "ban": lambda d: d.ban(GROUP, ADA),
    "unban": lambda d: d.unban(GROUP, ADA),
    "reset_link": lambda d: d.reset_link(GROUP),
    "refresh": lambda d: d.refresh(GROUP),
}
QUESTIONS = {"version", "refresh"}
CHANGES = sorted(ALL.keys() - QUESTIONS)


def line(**told: Any) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **told}).encode() + b"\n"


def raw(*parts: bytes) -> Reply:
    async def reply(writer: asyncio.StreamWriter, name: str) -> None:
        for part in parts:
            writer.write(part.replace(b"NAME", name.encode()))
            await writer.drain()

    return reply


def result(value: Any) -> Reply:
    return raw(line(result=value, id="NAME"))


def failure(code: Any, message: Any = "Failed", data: Any = None) -> Reply:
    return raw(line(error={"code": code, "message": message, "data": data}, id="NAME"))


async def hang_up(writer: asyncio.StreamWriter, name: str) -> None:
    writer.close()


async def say_nothing(writer: asyncio.StreamWriter, name: str) -> None:
    pass


class Odd:
    """Something that listens: says the version first, then what it is told to."""

    def __init__(self) -> None:
        self.greeting: Reply = result({"version": "0.14.5"})
        self.replies: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.connections: list[asyncio.StreamWriter] = []
        self.port = 0
        self.left = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections.append(writer)
        greeted = False
        while told := await reader.readline():
            request = json.loads(told)
            name = request["id"]
            if greeted:
                self.requests.append(request)
                await self.replies.pop(0)(writer, name)
            else:
                greeted = True
                await self.greeting(writer, name)
        self.left.set()


@pytest.fixture
async def odd() -> AsyncIterator[Odd]:
    server = Odd()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=4 * MAX_LINE)
    server.port = listening.sockets[0].getsockname()[1]
    yield server
    listening.close()
    for connection in server.connections:
        connection.close()


@pytest.fixture
async def client(odd: Odd, scripted: Any) -> AsyncIterator[SignalClient]:
    timeouts = Timeouts(connect=2, send=2, call=2, close=0.05)
    at = Address("127.0.0.1", odd.port)
    async with SignalClient(scripted.url, NUMBER, timeouts=timeouts, rpc=at) as opened:
        yield opened


@pytest.fixture
def direct(client: SignalClient) -> Direct:
    assert client.direct is not None
    return client.direct


def test_every_call_to_signal_cli_itself_is_here() -> None:
    calls = {
        name
        for name, value in inspect.getmembers(Direct, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert calls == ALL.keys()


async def test_the_requests_are_those_of_signal_cli(odd: Odd, direct: Direct) -> None:
    odd.replies = [
        result({"version": "0.14.5"}),
        result({"timestamp": AT, "results": []}),
        *[result({})] * 3,
        result([{"id": INTERNAL}]),
    ]
    for make in ALL.values():
        await make(direct)
    account = {"account": NUMBER}
    assert [(one["method"], one["params"]) for one in odd.requests] == [
        ("version", account),
        (
            "sendAdminDelete",
            account | {"groupId": INTERNAL, "targetAuthor": ADA, "targetTimestamp": AT},
        ),
        ("updateGroup", account | {"groupId": INTERNAL, "removeMember": [ADA], "ban": [ADA]}),
        ("updateGroup", account | {"groupId": INTERNAL, "unban": [ADA]}),
        ("updateGroup", account | {"groupId": INTERNAL, "resetLink": True}),
        ("listGroups", account | {"groupId": [INTERNAL]}),
    ]
    assert {one["jsonrpc"] for one in odd.requests} == {"2.0"}
    assert len({one["id"] for one in odd.requests}) == len(ALL)
    assert len(odd.connections) == 1


async def test_messages_that_come_by_are_passed_over_and_stand_nowhere(
    odd: Odd, direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    params = {"envelope": {"dataMessage": {"message": WORDS}}, "account": NUMBER}
    # Somebody's words look like an answer; they are inside a text of a line that is none.
    forged = {"envelope": {"dataMessage": {"message": '{"id":"NAME","result":[]}'}}}
    noise = [
        line(method="receive", params=params),
        line(method="receive", params=forged),
        line(method="receive", params=params, id="NAME", result={}),
        line(method="callEvent", params={}),
        line(result={"version": "9"}, id="another"),
        line(id="NAME"),
        line(id=None, result={"version": "9"}),
    ]
    answer = line(result={"version": "0.14.5"}, id="NAME")
    odd.replies = [raw(*noise, answer, *noise), raw(*noise, answer)]
    assert await direct.version() == "0.14.5"
    assert await direct.version() == "0.14.5"
    assert WORDS not in caplog.text
    assert len(odd.connections) == 1


@pytest.mark.parametrize("call", ALL)
@pytest.mark.parametrize(
    "junk",
    [
        b"HTTP/1.1 400 Bad Request\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\xff\xfe\n",
        b"\n",
        b"[]\n",
        b"null\n",
        b'"' + WORDS.encode() + b'"\n',
        b"[" * 100_000 + b"\n",
        b'{"id":"NAME","result"\n',
    ],
)
async def test_what_is_no_line_of_signal_cli_is_refused_at_once(
    call: str, junk: bytes, odd: Odd, direct: Direct
) -> None:
    odd.replies = [raw(junk)]
    with pytest.raises(CallRefused) as caught:
        await ALL[call](direct)
    assert caught.value.code == "bad_answer"
    assert ("may have done" in caught.value.reason) is (call not in QUESTIONS)
    assert "Ada" not in caught.value.reason
    odd.greeting = raw(junk)
    with pytest.raises(RpcUnreachable):
        await ALL[call](direct)
    assert len(odd.requests) == 1


@pytest.mark.parametrize("call", ALL)
@pytest.mark.parametrize("reply", [hang_up, raw(b'{"jsonrpc":"2.0","result":{"ver'), say_nothing])
async def test_what_breaks_off_or_says_nothing_is_no_answer(
    call: str, reply: Reply, odd: Odd, scripted: Any
) -> None:
    async def broken_off(writer: asyncio.StreamWriter, name: str) -> None:
        await reply(writer, name)
        if reply is not say_nothing:
            writer.close()

    timeouts = Timeouts(send=0.1, call=0.1, close=0.05)
    at = Address("127.0.0.1", odd.port)
    async with SignalClient(scripted.url, NUMBER, timeouts=timeouts, rpc=at) as client:
        assert client.direct is not None
        odd.replies = [broken_off, result({"version": "0.14.5"})]
        with pytest.raises(RpcUnreachable if call in QUESTIONS else AnswerLost) as caught:
            await ALL[call](client.direct)
        assert isinstance(caught.value, DeliveryDelayed)
        assert not client.priority_lock.held
        # It hangs up, so that a late answer is nobody's, and finds it again by itself.
        assert await client.direct.version() == "0.14.5"
    assert len(odd.connections) == 2


async def test_a_greeting_that_never_comes_does_not_keep_others_waiting(
    odd: Odd, client: SignalClient, direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rpc, "GREETING", 0.05)
    odd.greeting = say_nothing
    with pytest.raises(RpcUnreachable) as caught:
        await direct.ban(GROUP, ADA)
    assert not isinstance(caught.value, LaneBlocked)
    assert not client.priority_lock.held
    assert odd.requests == []


async def test_nobody_listens(scripted: Any, tmp_path: Any) -> None:
    for at in (Address("127.0.0.1", 1), tmp_path / "none"):
        async with SignalClient(scripted.url, NUMBER, rpc=at) as client:
            assert client.direct is not None
            with pytest.raises(RpcUnreachable) as caught:
                await client.direct.ban(GROUP, ADA)
            assert str(tmp_path) not in caught.value.reason


@pytest.mark.parametrize("call", ALL)
async def test_no_answer_fills_the_memory(call: str, odd: Odd, direct: Direct) -> None:
    written = 0

    async def flood(writer: asyncio.StreamWriter, name: str) -> None:
        nonlocal written
        try:
            while written < 20 * MAX_LINE:
                writer.write(b" " * 1024 * 1024)
                await writer.drain()
                written += 1024 * 1024
        except ConnectionError:
            pass

    odd.replies = [flood]
    with pytest.raises(CallRefused) as caught:
        await ALL[call](direct)
    assert caught.value.code == "too_large"
    assert ("may have done" in caught.value.reason) is (call not in QUESTIONS)
    assert written < 6 * MAX_LINE


FORBIDDEN = (
    "Failed to send message: [403] Authorization failed! (AuthorizationFailedException)"
    " (UnexpectedErrorException)"
)
NOT_ALLOWED = "User is not allowed to send message to group"
LIMITED = "Failed to send message due to rate limiting"


@pytest.mark.parametrize("call", CHANGES)
@pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        (failure(-1, f"Group not found: {INTERNAL}"), CallRefused, "unknown_group"),
        (failure(-1, f"User is not a member in group: {WORDS}"), CallRefused, "not_a_member"),
        (failure(-1, f"{NOT_ALLOWED}: {WORDS} ({INTERNAL})"), CallRefused, "not_allowed"),
        (failure(-1, f"The user {ADA} is not registered."), CallRefused, "unregistered"),
        (failure(-1, 'Invalid group id: "x"'), CallRefused, "unknown_group"),
        (failure(-1, "Failed to send message"), SendFailed, None),
        (failure(-3, "Failed to send message: timeout (IOException)"), SendFailed, None),
        (failure(-4, f"Untrusted {ADA}"), CallRefused, "untrusted"),
        (failure(-32603, FORBIDDEN), CallRefused, "not_allowed"),
        (failure(-32603, f"null {ADA} (ClassCastException)"), CallRefused, "refused"),
        (failure(-32601, "Method not implemented"), CallRefused, "no_method"),
        (failure(-32602, "Specified account does not exist"), CallRefused, "refused"),
        (failure(-32600, f"Unrecognized field {WORDS}"), CallRefused, "refused"),
        (raw(line(error={"code": -32700, "message": "?"}, id=None)), CallRefused, "refused"),
        (failure(-1, "write tcp 127.0.0.1: broken pipe"), RpcUnreachable, None),
        (failure(-5, LIMITED), RateLimited, None),
        (failure(-5, LIMITED, {"response": {"results": [{"type": "X"}]}}), RateLimited, None),
        (failure(-5, LIMITED, {"response": {"results": [{"token": "t"}]}}), CaptchaNeeded, None),
        (failure(-5, LIMITED, {"response": [{"results": "t"}]}), RateLimited, None),
        (failure(-1, "[401] Authorization failed!"), CallRefused, "not_allowed"),
        (failure("x", 7, WORDS), CallRefused, "refused"),
        (failure(None, None), CallRefused, "refused"),
        (raw(line(error=WORDS, id="NAME")), CallRefused, "refused"),
        (raw(line(error=[], id="NAME")), CallRefused, "refused"),
    ],
)  # fmt: skip
async def test_errors_mean_what_they_mean_of_the_api_and_name_nobody(
    call: str, reply: Reply, kind: type[Exception], code: str | None, odd: Odd, direct: Direct
) -> None:
    odd.replies = [reply]
    with pytest.raises(kind) as caught:
        await ALL[call](direct)
    assert getattr(caught.value, "code", None) == code
    assert not isinstance(caught.value, AccountUnusable)
    for private in (ADA, INTERNAL, "900001"):
        assert private not in str(caught.value)
    if isinstance(caught.value, CaptchaNeeded):
        assert caught.value.challenge_tokens == ("t",)


@pytest.mark.parametrize("seconds", [None, "soon", -1, 2**40, 2**60, 7200])
async def test_a_rate_limit_ends_when_signal_says_but_not_never(
    seconds: Any, odd: Odd, direct: Direct
) -> None:
    results = {"response": {"results": [{"retryAfterSeconds": seconds}]}}
    odd.replies = [failure(-5, LIMITED, results)]
    with pytest.raises(RateLimited) as caught:
        await direct.reset_link(GROUP)
    assert caught.value.retry_at is not None
    wait = (caught.value.retry_at - direct._socket._clock.now()).total_seconds()
    hours = {7200: 2, 2**40: 6}.get(seconds if isinstance(seconds, int) else 0, 5 / 60)
    assert hours * 3600 - 60 < wait <= hours * 3600


@pytest.mark.parametrize(
    "told", [None, {}, [], "x", 7, {"timestamp": "17"}, {"timestamp": -1}, {"timestamp": True}]
)
async def test_a_deletion_without_a_timestamp_is_no_deletion(
    told: Any, odd: Odd, direct: Direct
) -> None:
    odd.replies = [result(told)]
    with pytest.raises(CallRefused) as caught:
        await direct.delete_theirs(GROUP, ADA, AT)
    assert caught.value.code == "bad_answer"
    assert "may have done" in caught.value.reason


async def test_whom_a_deletion_missed_is_counted_and_not_named(odd: Odd, direct: Direct) -> None:
    kinds = ["SUCCESS", "IDENTITY_FAILURE", "SOMETHING_NEW", None]
    results = [{"recipientAddress": {"uuid": ADA}, "type": kind} for kind in kinds]
    odd.replies = [result({"timestamp": AT, "results": [*results, "x"]})]
    sent = await direct.delete_theirs(GROUP, ADA, AT)
    assert [failure.kind.value for failure in sent.failures] == ["untrusted", "other", "other"]
    assert ADA not in repr(sent)


@pytest.mark.parametrize("told", [None, {}, "x", 7])
async def test_groups_that_are_no_list_cannot_be_read(told: Any, odd: Odd, direct: Direct) -> None:
    odd.replies = [result(told)]
    with pytest.raises(CallRefused) as caught:
        await direct.refresh(GROUP)
    assert caught.value.code == "bad_answer"


@pytest.mark.parametrize("told", [[], [None], ["x"], [{}], [{"id": "another"}], [{"id": [1]}]])
async def test_a_group_that_is_not_among_them_is_unknown(
    told: Any, odd: Odd, direct: Direct
) -> None:
    odd.replies = [result(told)]
    with pytest.raises(CallRefused) as caught:
        await direct.refresh(GROUP)
    assert caught.value.code == "unknown_group"


async def test_of_a_group_nothing_is_claimed_that_is_not_said(odd: Odd, direct: Direct) -> None:
    entry: dict[str, Any] = {"id": INTERNAL, "members": 7, "banned": {}, "isMember": "yes"}
    odd.replies = [result([entry])]
    now = await direct.refresh(GROUP)
    assert (now.member, now.admin) == (False, None)
    assert not now.members | now.banned
    entry["members"] = [
        {"number": NUMBER, "uuid": "me", "isAdmin": True}, {"uuid": ADA}, "x", {"uuid": 1}
    ]  # fmt: skip
    entry |= {"banned": [{"number": "+447700900005", "uuid": None}], "isMember": True}
    odd.replies = [result([entry])]
    now = await direct.refresh(GROUP)
    assert (now.member, now.admin) == (True, True)
    assert now.members == {"me", ADA}
    assert now.banned == {"+447700900005"}
    assert ADA not in repr(now)


@pytest.mark.parametrize("group", ["", "group.", "x", "group.x", "../.."])
async def test_what_is_no_group_is_never_asked_for(group: str, odd: Odd, direct: Direct) -> None:
    with pytest.raises(CallRefused) as caught:
        await direct.ban(group, ADA)
    assert caught.value.code == "unknown_group"
    assert odd.connections == []


async def test_one_call_at_a_time_over_both_ways_the_most_urgent_first(
    odd: Odd, direct: Direct, client: SignalClient, scripted: Any
) -> None:
    released = scripted.will_hold()
    scripted.will_answer(201, [{"timestamp": "2"}])
    order: list[str] = []

    async def wait(name: str, call: Awaitable[Any]) -> None:
        await call
        order.append(name)

    first = asyncio.create_task(wait("first", client.send(ADA, "Hi")))
    await scripted.until_calls(1)
    odd.replies = [result({}), result({})]
    later = [
        asyncio.create_task(wait("link", direct.reset_link(GROUP, priority=Priority.BACKGROUND))),
        asyncio.create_task(wait("ban", direct.ban(GROUP, ADA, priority=Priority.REPLY))),
        asyncio.create_task(
            wait("report", client.send(ADA, "Help", priority=Priority.SAFEGUARDING))
        ),
    ]
    for _ in later:
        await asyncio.sleep(0)
    assert client.priority_lock.waiting() == len(later)
    assert odd.connections == []
    released.set()
    await asyncio.gather(first, *later)
    assert order == ["first", "report", "ban", "link"]


async def test_a_call_that_was_begun_keeps_its_turn_when_its_caller_goes(
    odd: Odd, direct: Direct, client: SignalClient, scripted: Any
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(writer: asyncio.StreamWriter, name: str) -> None:
        begun.set()
        await go_on.wait()
        await result({})(writer, name)

    odd.replies = [slow]
    call = asyncio.create_task(direct.ban(GROUP, ADA))
    await begun.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert client.priority_lock.held
    scripted.will_answer(201, [{"timestamp": "2"}])
    other = asyncio.create_task(client.send(ADA, "Hi"))
    go_on.set()
    assert (await other).timestamp == 2


async def test_closing_ends_what_does_not_end_by_itself(odd: Odd, scripted: Any) -> None:
    at = Address("127.0.0.1", odd.port)
    begun = asyncio.Event()

    async def never(writer: asyncio.StreamWriter, name: str) -> None:
        begun.set()

    odd.replies = [never]
    async with SignalClient(scripted.url, NUMBER, timeouts=Timeouts(close=0.01), rpc=at) as client:
        assert client.direct is not None
        call = asyncio.create_task(client.direct.ban(GROUP, ADA))
        await begun.wait()
    with pytest.raises(AnswerLost):
        await call
    with pytest.raises(RpcUnreachable):
        await client.direct.ban(GROUP, ADA)


async def test_nothing_stays_connected_for_long(
    odd: Odd, direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rpc, "IDLE", 0.01)
    odd.replies = [result({"version": "0.14.5"}), result({"version": "0.14.6"})]
    await direct.version()
    await odd.left.wait()
    assert await direct.version() == "0.14.6"
    assert len(odd.connections) == 2


async def test_a_signal_cli_that_was_started_anew_is_found_again(odd: Odd, direct: Direct) -> None:
    odd.replies = [result({})]
    await direct.unban(GROUP, ADA)
    odd.connections[0].close()
    await odd.connections[0].wait_closed()
    connection = direct._socket._connection
    assert connection is not None
    await connection.ended()
    odd.greeting = failure(-32601, "Method not implemented")
    odd.replies = [result({})]
    await direct.unban(GROUP, ADA)
    assert len(odd.connections) == 2
    assert direct.release is None
