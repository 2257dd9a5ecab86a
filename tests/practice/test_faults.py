"""The server's own faults, and those that a test puts in the way."""

import asyncio
from typing import Any

import aiohttp
import pytest

from practice.faults import Fault
from practice.server import PracticeSignal


async def overlap(signal: PracticeSignal, api: Any, recipient: str) -> list[Any]:
    """Two sends at once."""
    signal.tuning.latency = 0.2
    first = asyncio.create_task(api.send(signal.number, [recipient], message="one"))
    await signal.calls.until(1)
    second = api.send(signal.number, [recipient], message="two")
    return list(await asyncio.gather(first, second, return_exceptions=True))


async def test_two_calls_at_once_end_the_server_until_it_is_started_again(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    results = await overlap(signal, api, ada.aci)
    assert all(isinstance(result, aiohttp.ClientError) for result in results)
    assert signal.crashed
    with pytest.raises(aiohttp.ClientConnectorError):
        await api("GET", "/v1/health")
    assert signal.counters.crashes == ["fatal error: concurrent map read and map write"]
    url = signal.url
    await signal.start()
    signal.tuning.latency = 0.0
    assert signal.url == url
    assert await api("GET", "/v1/health") == (204, None)
    assert (await api.send(signal.number, [ada.aci], message="x"))[0] == 201


async def test_overlapping_can_be_switched_off(signal: PracticeSignal, api: Any) -> None:
    signal.tuning.overlap = "off"
    ada = signal.new_phone("Ada")
    results = await overlap(signal, api, ada.aci)
    assert [status for status, _ in results] == [201, 201]
    assert not signal.crashed


async def test_calls_that_do_not_reach_signal_cli_may_overlap(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    signal.put_in_the_way(Fault("slow", path="/v2/send", seconds=0.1))
    sending = asyncio.create_task(api.send(signal.number, [ada.aci], message="x"))
    await signal.calls.until(1)
    for path in ("/v1/health", "/v1/about", "/v1/attachments", "/v1/configuration"):
        assert (await api("GET", path))[0] in (200, 204)
    assert (await sending)[0] == 201


async def test_what_comes_while_the_server_is_down_waits_at_signal(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    await signal.stop()
    ada.say("waited")
    await signal.start()
    await signal.signal_cli.drained()
    assert hook.texts == ["waited"]


async def test_what_signal_cli_had_taken_is_lost_in_a_crash(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    hook.open.clear()
    ada = signal.new_phone("Ada")
    for number in range(10):
        ada.say(str(number))
    async with asyncio.timeout(5):
        await hook.came.wait()
    signal.signal_cli.crash("test")
    hook.open.set()
    await signal.start()
    ada.say("after")
    await signal.signal_cli.drained()
    assert hook.texts == ["0", "after"]
    assert signal.counters.lost_in_crash == 9


async def test_a_captcha_stops_all_sends_until_it_is_solved(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    signal.put_in_the_way(Fault("captcha", times=None, tokens=("t1", "t2"), captcha="right"))
    for _ in range(2):
        status, body = await api.send(signal.number, [ada.aci], message="x")
        assert status == 429
        assert body["challenge_tokens"] == ["t1", "t2"]
        assert body["account"] == signal.number
        assert body["error"].startswith("Failed to send message due to rate limiting. Use the")
    reaction = {"recipient": ada.aci, "reaction": "👍", "target_author": ada.aci, "timestamp": 1}
    status, body = await api("POST", f"/v1/reactions/{signal.number}", reaction)
    assert (status, body) == (400, {"error": "Failed to send message due to rate limiting"})
    path = f"/v1/accounts/{signal.number}/rate-limit-challenge"
    rejected = (
        "Captcha rejected, it may be outdated, already used or solved from a different IP address."
    )
    for token, captcha in (("t3", "right"), ("t1", "wrong")):
        wrong = await api("POST", path, {"challenge_token": token, "captcha": captcha})
        assert wrong == (400, {"error": rejected})
    right = {"challenge_token": "t2", "captcha": "signalcaptcha://right"}
    assert await api("POST", path, right) == (204, None)
    assert (await api.send(signal.number, [ada.aci], message="x"))[0] == 201
    assert [message.text for message in ada.messages()] == ["x"]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"captcha": "c"}, "Couldn't process request - challenge token missing"),
        ({"challenge_token": "t"}, "Couldn't process request - captcha missing"),
    ],
)
async def test_a_challenge_needs_both_parts(
    signal: PracticeSignal, api: Any, body: Any, error: str
) -> None:
    path = f"/v1/accounts/{signal.number}/rate-limit-challenge"
    assert await api("POST", path, body) == (400, {"error": error})


async def test_a_lost_answer_leaves_the_message_sent(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    signal.put_in_the_way(Fault("drop after", path="/v2/send"))
    with pytest.raises(aiohttp.ClientError):
        await api.send(signal.number, [ada.aci], message="once")
    assert [message.text for message in ada.messages()] == ["once"]
    assert (await api.send(signal.number, [ada.aci], message="twice"))[0] == 201


async def test_a_connection_dropped_before_leaves_nothing(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    signal.put_in_the_way(Fault("drop before"))
    with pytest.raises(aiohttp.ClientError):
        await api.send(signal.number, [ada.aci], message="never")
    assert ada.messages() == []
    assert signal.faults.waiting == []


async def test_chosen_recipients_fail(signal: PracticeSignal, api: Any) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    fault = Fault("partial", reasons={bob.aci: "NETWORK_FAILURE"})
    signal.put_in_the_way(fault)
    status, [body] = await api.send(signal.number, [ada.aci, bob.aci], message="x")
    assert status == 201
    assert body["errors"] == {"recipients": [{"uuid": bob.aci, "reason": "NETWORK_FAILURE"}]}
    assert (len(ada.messages()), len(bob.messages())) == (1, 0)


async def test_a_whole_group_that_is_rate_limited_is_a_201_without_tokens(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    signal.put_in_the_way(Fault("partial", reasons={ada.aci: "RATE_LIMIT_FAILURE"}))
    status, [body] = await api.send(signal.number, [group.api_id], message="x")
    assert status == 201
    assert body["errors"] == {"recipients": [{"uuid": ada.aci, "reason": "RATE_LIMIT_FAILURE"}]}
    signal.put_in_the_way(Fault("partial", reasons={ada.aci: "RATE_LIMIT_FAILURE"}))
    status, body = await api.send(signal.number, [ada.aci], message="x")
    assert (status, body["challenge_tokens"]) == (429, ["challenge-token"])


async def test_a_refusal_is_what_the_endpoint_makes_of_it(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    signal.put_in_the_way(Fault("refuse", text="No"))
    assert await api.send(signal.number, [ada.aci], message="x") == (400, {"error": "No"})
    signal.put_in_the_way(Fault("refuse", text="No"))
    answer = await api("GET", "/v1/accounts")
    assert answer == (500, {"error": "Couldn't get list of accounts: No"})
    signal.put_in_the_way(Fault("refuse", text="Bad gateway", status=502))
    assert await api("GET", "/v1/about") == (502, {"error": "Bad gateway"})


async def test_faults_are_used_up_and_keep_to_their_path_and_recipient(
    signal: PracticeSignal, api: Any
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    signal.put_in_the_way(Fault("refuse", times=2, path="/v2/send", recipient=bob.aci))
    statuses = [
        (await api.send(signal.number, [phone.aci], message="x"))[0]
        for phone in (ada, bob, ada, bob, bob)
    ]
    assert statuses == [201, 400, 201, 400, 201]
