"""The client against a server that answers, holds and breaks off as it is told."""

import asyncio
import base64
import logging
import random
import socket
from typing import Any

import pytest

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.signal.client import SignalClient
from relay.signal.errors import (
    AnswerLost,
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    SignalApiError,
)
from relay.signal.priority import Priority
from relay.signal.types import (
    Attachment,
    FailureKind,
    Mention,
    Quote,
    Timeouts,
)

NUMBER = "+447700900000"
PERSON = "5b7e2c1a-0000-4000-8000-000000000001"
GROUP = "group.dGVzdA=="
ABOUT = {"versions": [], "mode": "json-rpc", "build": 2, "version": "0.99"}
SENT = [{"timestamp": "1754000000123"}]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_message_is_sent_as_the_api_wants_it(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(201, SENT)
    sent = await signal.send(
        GROUP,
        "Hello *all*",
        attachments=[Attachment(b"abc", "image/png", "a;b,c/../d.png")],
        quote=Quote(PERSON, 17, "what they said"),
        mentions=[Mention(0, 5, PERSON)],
        edit_timestamp=16,
    )
    assert sent.timestamp == 1754000000123
    assert sent.failures == ()
    [(method, path, body)] = scripted.calls
    assert (method, path) == ("POST", "/v2/send")
    assert body == {
        "number": NUMBER,
        "recipients": [GROUP],
        "message": "Hello *all*",
        "text_mode": "normal",
        "base64_attachments": [
            "data:image/png;filename=a_b_c_.._d.png;base64," + base64.b64encode(b"abc").decode()
        ],
        "mentions": [{"start": 0, "length": 5, "author": PERSON}],
        "edit_timestamp": 16,
        "quote_timestamp": 17,
        "quote_author": PERSON,
        "quote_message": "what they said",
    }


async def test_what_is_not_given_is_not_sent(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(201, {"timestamp": "5"})
    assert (await signal.send(PERSON, "Hi")).timestamp == 5
    assert set(scripted.calls[0][2]) == {"number", "recipients", "message", "text_mode"}


async def test_people_not_reached_are_kept_one_by_one_and_hidden(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(
        201,
        [
            {
                "timestamp": "7",
                "errors": {
                    "recipients": [
                        {"uuid": PERSON, "number": "+447700900777", "reason": "IDENTITY_FAILURE"},
                        {"uuid": PERSON, "reason": "UNREGISTERED_FAILURE"},
                        {"username": "someone.12", "reason": "SOMETHING_NEW"},
                    ]
                },
            }
        ],
    )
    sent = await signal.send(GROUP, "Hi")
    assert [f.kind for f in sent.failures] == [
        FailureKind.UNTRUSTED,
        FailureKind.UNREGISTERED,
        FailureKind.OTHER,
    ]
    assert sent.failures[0].account_id == PERSON
    assert PERSON not in repr(sent)
    assert "900777" not in repr(sent)
    assert "someone" not in repr(sent)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b'{"timestamp": "soon"}', b'[{"when": 1}]', b"\xff"]
)
async def test_an_answer_that_cannot_be_read_is_refused_and_not_tried_again(
    scripted: Any, signal: SignalClient, body: bytes
) -> None:
    scripted.will_answer(201, body)
    with pytest.raises(CallRefused) as caught:
        await signal.send(PERSON, "Hi")
    assert caught.value.code == "bad_answer"
    assert isinstance(caught.value, DeliveryRefused)


async def test_a_captcha_keeps_its_tokens(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(
        429,
        {
            "error": "Failed to send message due to rate limiting. Use the attached challenge "
            "tokens to lift the rate limit restrictions via the "
            "'/v1/accounts/{number}/rate-limit-challenge' endpoint.",
            "challenge_tokens": ["token-a", ""],
            "account": NUMBER,
        },
    )
    with pytest.raises(CaptchaNeeded) as caught:
        await signal.send(PERSON, "Hi")
    assert caught.value.cause == "captcha"
    assert caught.value.challenge_tokens == ("token-a",)
    assert caught.value.retry_at is None
    assert "token-a" not in repr(caught.value)
    assert "rate limiting" in caught.value.reason


async def test_a_rate_limit_without_a_token_ends_by_itself(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(429, {"error": "Failed to send message", "challenge_tokens": [""]})
    with pytest.raises(RateLimited) as caught:
        await signal.send(PERSON, "Hi")
    assert caught.value.retry_at is not None


async def test_a_solved_captcha_is_handed_in(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(204)
    await signal.submit_challenge("token-a", "signalcaptcha://abc")
    assert scripted.calls == [
        (
            "POST",
            f"/v1/accounts/{NUMBER}/rate-limit-challenge",
            {"challenge_token": "token-a", "captcha": "signalcaptcha://abc"},
        )
    ]


async def test_a_server_that_is_not_there_was_never_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    async with SignalClient(f"http://127.0.0.1:{port}", NUMBER) as signal:
        with pytest.raises(ApiUnreachable) as caught:
            await signal.send(PERSON, "Hi")
    assert isinstance(caught.value, LaneBlocked)
    assert caught.value.cause == "unreachable"
    assert caught.value.retry_at is not None
    assert str(port) not in caught.value.reason


async def test_a_send_whose_answer_was_lost_may_have_been_done(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_drop_the_connection()
    with pytest.raises(AnswerLost) as caught:
        await signal.send(PERSON, "Hi")
    assert isinstance(caught.value, DeliveryDelayed)
    scripted.will_answer(201, SENT)
    await signal.send(PERSON, "Hi again")


async def test_a_question_whose_answer_was_lost_did_nothing(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_drop_the_connection()
    scripted.will_drop_the_connection()
    with pytest.raises(ApiUnreachable):
        await signal.about()


async def test_a_hung_send_is_given_up_late_and_the_next_goes_on(scripted: Any) -> None:
    held = scripted.will_hold()
    scripted.will_answer(201, SENT)
    async with SignalClient(scripted.url, NUMBER, timeouts=Timeouts(send=0.05)) as signal:
        with pytest.raises(AnswerLost):
            await signal.send(PERSON, "Hi")
        assert not signal.priority_lock.held
        held.set()
        await signal.send(PERSON, "Hi again")


async def test_whatever_is_called_at_once_only_one_call_is_in_flight(
    scripted: Any, signal: SignalClient
) -> None:
    held = scripted.will_hold()
    first = asyncio.create_task(signal.send(PERSON, "first", priority=Priority.ANNOUNCEMENT))
    await scripted.until_calls(1)
    scripted.will_answer(201, SENT)
    scripted.will_answer(201, SENT)
    for _ in range(2):
        scripted.will_answer(200, ABOUT)
    rest = [
        asyncio.create_task(signal.about(priority=Priority.BACKGROUND)),
        asyncio.create_task(signal.about(priority=Priority.REPLY)),
        asyncio.create_task(signal.send(PERSON, "second", priority=Priority.SAFEGUARDING)),
        asyncio.create_task(signal.send(PERSON, "third", priority=Priority.SAFEGUARDING)),
    ]
    await settle()
    held.set()
    await asyncio.gather(first, *rest)
    assert scripted.most_in_flight == 1
    assert [(path, body and body["message"]) for _, path, body in scripted.calls] == [
        ("/v2/send", "first"),
        ("/v2/send", "second"),
        ("/v2/send", "third"),
        ("/v1/about", None),
        ("/v1/about", None),
    ]


async def test_the_gate_stays_closed_while_the_server_works_on_a_call_nobody_waits_for(
    scripted: Any, signal: SignalClient
) -> None:
    held = scripted.will_hold()
    impatient = asyncio.create_task(signal.send(PERSON, "first"))
    await scripted.until_calls(1)
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    assert signal.priority_lock.held
    scripted.will_answer(201, SENT)
    second = asyncio.create_task(signal.send(PERSON, "second"))
    await settle()
    assert len(scripted.calls) == 1
    held.set()
    await second
    assert scripted.most_in_flight == 1


@pytest.mark.parametrize("seed", range(5))
async def test_calls_never_overlap_whoever_is_cancelled_when(
    scripted: Any, signal: SignalClient, seed: int
) -> None:
    chance = random.Random(seed)
    callers: list[asyncio.Task[Any]] = []
    for _ in range(40):
        scripted.will_answer(201, SENT)
        priority = chance.choice(list(Priority))
        callers.append(asyncio.create_task(signal.send(PERSON, "Hi", priority=priority)))
        if chance.random() < 0.5:
            chance.choice(callers).cancel()
        if chance.random() < 0.3:
            await scripted.until_calls(len(scripted.calls) + 1)
            chance.choice(callers).cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    scripted.will_answer(201, SENT)
    await signal.send(PERSON, "the last")
    assert scripted.most_in_flight == 1
    assert signal.priority_lock.waiting() == 0
    assert not signal.priority_lock.held


async def test_an_error_that_nobody_waits_for_makes_no_noise(
    scripted: Any, signal: SignalClient, caplog: pytest.LogCaptureFixture
) -> None:
    held = scripted.will_hold()
    held_up = asyncio.create_task(signal.send(PERSON, "first"))
    await scripted.until_calls(1)
    scripted.will_answer(400, {"error": "Failed to send message"})
    failing = asyncio.create_task(signal.send(PERSON, "second"))
    held.set()
    await held_up
    await scripted.until_calls(2)
    failing.cancel()
    with caplog.at_level(logging.DEBUG), pytest.raises(asyncio.CancelledError):
        await failing
    scripted.will_answer(200, ABOUT)
    await signal.about()
    assert caplog.records == []


async def test_closing_tells_a_caller_that_its_answer_is_lost(scripted: Any) -> None:
    held = scripted.will_hold()
    async with SignalClient(scripted.url, NUMBER, timeouts=Timeouts(close=0.01)) as signal:
        first = asyncio.create_task(signal.send(PERSON, "first"))
        second = asyncio.create_task(signal.send(PERSON, "second"))
        await scripted.until_calls(1)
    with pytest.raises(AnswerLost):
        await first
    with pytest.raises(ApiUnreachable):
        await second
    held.set()
    with pytest.raises(ApiUnreachable):
        await signal.about()


async def test_closing_waits_for_a_call_that_is_nearly_done(scripted: Any) -> None:
    held = scripted.will_hold()
    async with SignalClient(scripted.url, NUMBER, timeouts=Timeouts(close=10)) as signal:
        first = asyncio.create_task(signal.send(PERSON, "first"))
        await scripted.until_calls(1)
        asyncio.get_running_loop().call_later(0.01, held.set)
    assert (await first).timestamp == 1


async def test_every_error_is_one_of_ours(scripted: Any, signal: SignalClient) -> None:
    for status in (300, 400, 401, 404, 418, 429, 500, 502, 503):
        for body in (
            b"",
            b"not json",
            b"[]",
            b'{"error": 5, "challenge_tokens": "x"}',
            b"\xff\xfe",
        ):
            scripted.will_answer(status, body)
            with pytest.raises(SignalApiError) as caught:
                await signal.send(PERSON, "Hi")
            assert caught.value.status == status
            assert str(caught.value)
