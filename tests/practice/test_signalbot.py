"""signalbot's own client finds in the stand-in what it expects of the real one."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

import pytest
from signalbot._client import SignalAPI
from signalbot._client.base import ConnectionMode
from signalbot._generated import (
    CreatePollRequest,
    Receipt,
    ReceiptType,
    RemoteDeleteRequest,
    SendMessageV2,
    SendReactionRequest,
    UpdateContactRequest,
    UpdateGroupRequest,
)
from signalbot.messages import DataMessage
from signalbot.messages.parser import parse

from practice.attachments import Attachment
from practice.server import PracticeSignal


@pytest.fixture
async def client(signal: PracticeSignal) -> AsyncIterator[SignalAPI]:
    service = signal.url.removeprefix("http://")
    client = SignalAPI(service, signal.number, connection_mode=ConnectionMode.HTTP_ONLY)
    yield client
    await client.close()


async def test_every_call_of_its_client_is_understood(
    signal: PracticeSignal, client: SignalAPI
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    assert await client.check_signal_service()
    assert (await client.general.about()).mode == "json-rpc"
    assert [entry.id for entry in await client.groups.get_all()] == [group.api_id]
    assert (await client.groups.get(group.api_id)).internal_id == group.internal_id
    await client.groups.update(UpdateGroupRequest(name="New"), group.api_id)
    message = SendMessageV2(message="hello", number=signal.number, recipients=[group.api_id])
    [sent] = await client.messages.send(message)
    stamp = int(sent.timestamp)
    await client.messages.remote_delete(
        RemoteDeleteRequest(recipient=group.api_id, timestamp=stamp)
    )
    theirs = ada.say("hi")
    await client.reactions.react(
        SendReactionRequest(
            recipient=ada.aci, reaction="👍", target_author=ada.aci, timestamp=theirs
        )
    )
    await client.receipts.send(
        Receipt(recipient=ada.aci, receipt_type=ReceiptType.READ, timestamp=theirs)
    )
    await client.contacts.update(UpdateContactRequest(recipient=ada.aci, name="Ada"))
    poll = CreatePollRequest(recipient=ada.aci, question="?", answers=["a", "b"])
    assert int((await client.polls.create(poll)).timestamp) > theirs
    assert group.name == "New"
    assert ada.messages(group)[0].deleted


async def test_what_it_receives_it_can_parse(signal: PracticeSignal, client: SignalAPI) -> None:
    signal.tuning.signal_cli = "0.14.8"
    ada = signal.new_phone("Ada")
    messages = client.messages.receive()
    assert isinstance(messages, AsyncGenerator)
    reading = asyncio.ensure_future(anext(messages))
    await signal.calls.until(1)
    await client.general.health_check()
    ada.say("hello", attachments=[Attachment(b"%PDF", "application/pdf", "a.pdf")])
    parsed = await parse(client, await reading)
    await messages.aclose()
    assert isinstance(parsed, DataMessage)
    assert (parsed.source_uuid, parsed.text) == (ada.aci, "hello")
    assert [file.remote_filename for file in parsed.attachments or ()] == ["a.pdf"]
