"""Somebody gets a new phone: signal-cli trusts a key on first use, and no other one after it.

`IdentityKeyStore`, `IncomingMessageHandler` and `ReceiveHelper` of signal-cli, read at c26e063.
"""

from typing import Any

import pytest

from practice.envelopes import Json
from practice.people import Person, Trust
from practice.phones import Phone
from practice.server import PracticeSignal
from practice.world import HELD_AT_MOST_MS, World

UNTRUSTED = "Unable to complete request due to untrusted recipient keys"


async def trust(api: Any, signal: PracticeSignal, aci: str) -> None:
    path = f"/v1/identities/{signal.number}/trust/{aci}"
    assert await api("PUT", path, {"trust_all_known_keys": True}) == (204, None)


async def status_of(api: Any, signal: PracticeSignal) -> str:
    _, [identity] = await api("GET", f"/v1/identities/{signal.number}")
    return str(identity["status"])


async def test_what_they_write_is_kept_and_comes_once_their_key_is_trusted(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    ada.change_safety_number()
    stamp = ada.say("it is me")
    await signal.signal_cli.drained()
    [notification] = hook.arrived
    assert notification["params"]["exception"] == {
        "message": f"Untrusted identity: {ada.aci}",
        "type": "UntrustedIdentityException",
    }
    assert "dataMessage" not in notification["params"]["envelope"]
    await trust(api, signal, ada.aci)
    await signal.signal_cli.drained()
    untrusted, later = hook.envelopes
    assert later["dataMessage"]["message"] == "it is me"
    # Nothing but the content tells the two apart.
    assert later["timestamp"] == untrusted["timestamp"] == stamp
    assert (await api.send(signal.number, [ada.aci], message="x"))[0] == 201


async def test_the_account_sees_the_new_key_only_after_it_has_had_to_do_with_them(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    ada.change_safety_number()
    assert await status_of(api, signal) == "TRUSTED_UNVERIFIED"
    await trust(api, signal, ada.aci)
    sent = await api.send(signal.number, [ada.aci], message="x")
    assert sent == (400, {"error": UNTRUSTED})
    assert await status_of(api, signal) == "UNTRUSTED"
    await trust(api, signal, ada.aci)
    assert (await api.send(signal.number, [ada.aci], message="x"))[0] == 201
    assert [seen.text for seen in ada.messages()] == ["x"]


async def test_who_trusts_before_the_new_key_is_fetched_trusts_the_old_one(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url, signal.world.key_fetch = hook.url, "by hand"
    ada = signal.new_phone("Ada")
    ada.change_safety_number()
    ada.say("it is me")
    await trust(api, signal, ada.aci)
    await signal.signal_cli.drained()
    assert len(hook.arrived) == 1
    signal.world.fetch_key(ada.person)
    assert await status_of(api, signal) == "UNTRUSTED"
    await trust(api, signal, ada.aci)
    await signal.signal_cli.drained()
    assert hook.texts == [None, "it is me"]


async def test_held_messages_may_come_after_the_next_one_of_anybody(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url, signal.world.retry = hook.url, "after the next"
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    ada.change_safety_number()
    ada.say("first")
    await trust(api, signal, ada.aci)
    await signal.signal_cli.drained()
    assert hook.texts == [None]
    bob.say("second")
    await signal.signal_cli.drained()
    assert hook.texts == [None, "second", "first"]


async def test_held_messages_outlive_the_process_and_nobody_is_told_twice(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    ada.change_safety_number()
    ada.say("it is me")
    await signal.signal_cli.drained()
    await signal.stop()
    await signal.start()
    await signal.signal_cli.drained()
    assert len(hook.arrived) == 1
    await trust(api, signal, ada.aci)
    await signal.signal_cli.drained()
    assert hook.texts == [None, "it is me"]


@pytest.mark.parametrize(("extra_ms", "texts"), [(0, ["it is me"]), (1, [])])
def test_a_held_message_is_thrown_away_after_two_weeks(extra_ms: int, texts: list[str]) -> None:
    now = [1_800_000_000_000]
    world = World(time=lambda: now[0])
    arrived: list[Json] = []
    world.deliver = arrived.append
    ada = Phone(world, world.add_person(Person("Ada")))
    ada.change_safety_number()
    stamp = ada.say("it is me")
    now[0] = stamp + HELD_AT_MOST_MS + extra_ms
    world.retry_held()
    world.trust_key(ada.person, Trust.UNVERIFIED)
    contents = [item["params"]["envelope"].get("dataMessage") for item in arrived]
    assert [content["message"] for content in contents if content] == texts


async def test_in_a_group_they_are_missed_and_named(signal: PracticeSignal, api: Any) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada, bob])
    ada.change_safety_number()
    status, answer = await api.send(signal.number, [group.api_id], message="Hello")
    assert status == 201
    assert "IDENTITY_FAILURE" in str(answer)
    assert ada.messages(group) == []
    assert [seen.text for seen in bob.messages(group)] == ["Hello"]
    # What was missed is not sent again once the key is trusted.
    await trust(api, signal, ada.aci)
    assert ada.messages(group) == []


async def test_an_account_that_trusts_every_key_notices_nothing(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url, signal.world.trust = hook.url, "always"
    ada = signal.new_phone("Ada")
    ada.change_safety_number()
    ada.say("it is me")
    await signal.signal_cli.drained()
    assert hook.texts == ["it is me"]
    assert await status_of(api, signal) == "TRUSTED_UNVERIFIED"
    assert (await api.send(signal.number, [ada.aci], message="x"))[0] == 201
