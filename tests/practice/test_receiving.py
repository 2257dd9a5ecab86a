"""Phones write: what the webhook and the WebSocket get of it, and what they lose."""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from signalbot._generated import Message as SignalbotMessage

from practice import envelopes
from practice.attachments import Attachment
from practice.messages import Mention, Poll
from practice.people import NumberSharing
from practice.phones import Phone
from practice.server import PracticeSignal


async def drained(signal: PracticeSignal) -> None:
    """Waits until everything was offered."""
    async with asyncio.timeout(5):
        await signal.signal_cli.drained()


async def test_the_webhook_gets_the_notification_with_basic_auth(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada", number="+447700900001")
    stamp = ada.say("hello")
    await drained(signal)
    assert hook.authorizations == ["Basic " + b64encode(b"relay:token").decode()]
    [notification] = hook.arrived
    assert notification == {
        "jsonrpc": "2.0",
        "method": "receive",
        "params": {
            "account": signal.number,
            "envelope": {
                "source": ada.aci,
                "sourceNumber": None,
                "sourceUuid": ada.aci,
                "sourceName": "Ada",
                "sourceDevice": 1,
                "timestamp": stamp,
                "serverReceivedTimestamp": stamp + 1,
                "serverDeliveredTimestamp": stamp + 2,
                "dataMessage": {
                    "timestamp": stamp,
                    "message": "hello",
                    "expiresInSeconds": 0,
                    "isExpirationUpdate": False,
                    "viewOnce": False,
                },
            },
        },
    }


async def test_a_shown_number_is_the_source(signal: PracticeSignal, hook: Any) -> None:
    signal.webhook.url = hook.url
    bob = signal.new_phone("Bob", number="+447700900002", sharing=NumberSharing.SHOWN)
    bob.say("hello")
    await drained(signal)
    [envelope] = hook.envelopes
    assert (envelope["source"], envelope["sourceNumber"]) == ("+447700900002", "+447700900002")


async def test_the_webhook_is_called_one_at_a_time_and_in_order(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    hook.open.clear()
    ada = signal.new_phone("Ada")
    texts = [str(number) for number in range(50)]
    for text in texts:
        ada.say(text)
    async with asyncio.timeout(5):
        await hook.came.wait()
    assert hook.texts == ["0"]
    hook.open.set()
    await drained(signal)
    assert hook.texts == texts
    assert signal.webhook.taken == len(texts)


@pytest.mark.parametrize("status", [202, 204, 401, 500, 503])
async def test_a_message_that_the_webhook_does_not_take_is_forgotten(
    signal: PracticeSignal, hook: Any, status: int
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    hook.status = status
    ada.say("lost")
    await drained(signal)
    hook.status = 201
    ada.say("kept")
    await drained(signal)
    assert hook.texts == ["lost", "kept"]
    assert (signal.webhook.forgotten, signal.webhook.taken) == (1, 1)


async def test_a_message_for_a_webhook_that_is_not_there_is_forgotten(
    signal: PracticeSignal, unused_tcp_port_factory: Callable[[], int]
) -> None:
    signal.webhook.url = f"http://127.0.0.1:{unused_tcp_port_factory()}/"
    signal.new_phone("Ada").say("lost")
    await drained(signal)
    assert (signal.webhook.forgotten, signal.webhook.taken) == (1, 0)


async def test_while_the_webhook_holds_a_message_no_call_is_answered(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    hook.open.clear()
    ada = signal.new_phone("Ada")
    ada.say("held")
    calling = asyncio.create_task(api.send(signal.number, [ada.aci], message="answer"))
    assert (await ada.next()).text == "answer"
    assert await api("GET", "/v1/health") == (204, None)
    done, _ = await asyncio.wait({calling}, timeout=0.05)
    assert not done
    hook.open.set()
    assert (await calling)[0] == 201


async def test_a_busy_websocket_reader_loses_what_it_was_not_waiting_for(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    signal.tuning.reader_busy = 60.0
    ada = signal.new_phone("Ada")
    async with session.ws_connect(f"{signal.url}/v1/receive/{signal.number}") as socket:
        for number in range(100):
            ada.say(str(number))
        await drained(signal)
        first = await socket.receive_json(timeout=5)
    assert first["account"] == signal.number
    assert first["envelope"]["dataMessage"]["message"] == "0"
    assert (signal.counters.offered, signal.counters.dropped) == (1, 99)


async def test_every_websocket_reader_is_offered_every_message(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    signal.tuning.reader_busy = 0.0
    url = f"{signal.url}/v1/receive/{signal.number}"
    ada = signal.new_phone("Ada")
    async with session.ws_connect(url) as one, session.ws_connect(url) as two:
        for text in ("a", "b"):
            ada.say(text)
            for socket in (one, two):
                got = await socket.receive_json(timeout=5)
                assert got["envelope"]["dataMessage"]["message"] == text


async def test_what_comes_while_no_reader_is_there_is_gone(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    ada = signal.new_phone("Ada")
    ada.say("gone")
    await drained(signal)
    async with session.ws_connect(f"{signal.url}/v1/receive/{signal.number}") as socket:
        ada.say("here")
        got = await socket.receive_json(timeout=5)
    assert got["envelope"]["dataMessage"]["message"] == "here"


async def test_receive_without_an_upgrade_is_a_bad_request(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    async with session.get(f"{signal.url}/v1/receive/{signal.number}") as response:
        assert response.status == 400
        assert (await response.text()).startswith("Bad Request\n")


async def test_received_files_stay_until_they_are_deleted(
    signal: PracticeSignal, api: Any, hook: Any, session: aiohttp.ClientSession
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    data = b"\xff\xd8\xff\xe0picture"
    ada.say("look", attachments=[Attachment(data, "image/jpeg", "me.jpg", caption="Me")])
    await drained(signal)
    [envelope] = hook.envelopes
    [file] = envelope["dataMessage"]["attachments"]
    assert (file["contentType"], file["filename"], file["size"]) == ("image/jpeg", "me.jpg", 11)
    assert await api("GET", "/v1/attachments") == (200, [file["id"]])
    async with session.get(f"{signal.url}/v1/attachments/{file['id']}") as response:
        assert response.content_type == "image/jpeg"
        assert await response.read() == data
    assert await api("DELETE", f"/v1/attachments/{file['id']}") == (204, None)
    missing = (404, {"error": "No attachment with that name found"})
    assert await api("DELETE", f"/v1/attachments/{file['id']}") == missing
    assert await api("GET", f"/v1/attachments/{file['id']}") == missing
    assert ada.messages()[0].attachments[0].data == data


async def test_group_messages_carry_the_internal_id(signal: PracticeSignal, hook: Any) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    ada.say("hello", group)
    await drained(signal)
    [envelope] = hook.envelopes
    assert envelope["dataMessage"]["groupInfo"] == {
        "groupId": group.internal_id,
        "groupName": "Hackney",
        "revision": 0,
        "type": "DELIVER",
    }


async def test_an_edit_names_the_version_that_the_app_named(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    original = ada.say("7 pm")
    second = ada.edit(original, "8 pm")
    third = ada.edit(second, "9 pm")
    await drained(signal)
    edits = [envelope["editMessage"] for envelope in hook.envelopes[1:]]
    assert [edit["targetSentTimestamp"] for edit in edits] == [original, second]
    assert [edit["dataMessage"]["timestamp"] for edit in edits] == [second, third]
    assert ada.messages()[0].history == ("7 pm", "8 pm", "9 pm")


def everything(signal: PracticeSignal, ada: Phone) -> list[str]:
    """Sends one of each kind of envelope; returns the field that holds each kind's content."""
    group = signal.new_group("Hackney", [ada])
    stamp = ada.say("hello", mentions=[Mention(0, 1, ada.aci)])
    quoted = ada.messages()[0]
    ada.say("again", group, attachments=[Attachment(b"%PDF", "application/pdf")], quote=quoted)
    ada.edit(stamp, "hello!")
    ada.react(stamp, author=ada.aci)
    ada.unreact(stamp, author=ada.aci)
    ada.delete(stamp)
    ada.acknowledge([stamp], "read")
    ada.type("STARTED", group)
    poll = ada.ask(Poll("Tea?", ("yes", "no"), allow_multiple=False))
    ada.vote(poll, (1,), author=ada.aci)
    ada.set_timer(60)
    ada.set_timer(60, group)
    account, me = signal.world.account, signal.world.account.self_
    people = signal.world.people
    data = envelopes.bare_data(ada.chat(), 1, 0)
    for source, body in (
        (ada.person, envelopes.story("a story")),
        (ada.person, envelopes.call_offer(7)),
        (ada.person, envelopes.call_hangup(7, 1)),
        (me, envelopes.sync_sent(people, ada.aci, data)),
        (me, envelopes.sync_read(people, ada.aci, [stamp])),
        (me, envelopes.sync_kind("CONTACTS_SYNC")),
    ):
        signal.world.tell(account, source, signal.world.clock.timestamp(), body)
    data_messages = ["dataMessage"] * 2
    return [
        *data_messages,
        "editMessage",
        *["dataMessage"] * 3,
        "receiptMessage",
        "typingMessage",
        *["dataMessage"] * 4,
        "storyMessage",
        *["callMessage"] * 2,
        *["syncMessage"] * 3,
    ]


async def test_every_kind_of_envelope_is_one_that_signalbot_understands(
    signal: PracticeSignal, hook: Any
) -> None:
    # Its models are made from this one; of what an older one writes they refuse every file.
    signal.webhook.url, signal.tuning.signal_cli = hook.url, "0.14.8"
    kinds = everything(signal, signal.new_phone("Ada"))
    await drained(signal)
    assert len(hook.arrived) == len(kinds)
    for notification, kind in zip(hook.arrived, kinds, strict=True):
        envelope = notification["params"]["envelope"]
        assert envelope[kind]
        SignalbotMessage.model_validate(notification["params"])
