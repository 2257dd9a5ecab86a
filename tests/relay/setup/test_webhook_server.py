"""While setup listens, nothing that people send is lost, and a code goes no further."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from relayprocess import free_port

from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.settings import Address
from relay.setup.codes import OneTimeCode
from relay.setup.webhook_server import WebhookServer, webhook_server
from relay.store import Store
from relay.time.clock import SystemClock

TOKEN = "a-token-that-is-long-enough"
LOGIN = aiohttp.encode_basic_auth("relay", TOKEN)


@dataclass
class Setup:
    signal: PracticeSignal
    store: Store
    server: WebhookServer
    url: str

    async def waiting_for(self, code: OneTimeCode) -> asyncio.Task[str | None]:
        task = asyncio.create_task(self.server.sender_of(code))
        await asyncio.sleep(0)
        return task


@pytest.fixture
async def setup(tmp_path: Path) -> AsyncIterator[Setup]:
    listen = Address("127.0.0.1", free_port())
    url = f"{listen}/signal/receive"
    with Store(tmp_path / "relay.db", "k" * 64) as store:
        async with (
            practice_signal(webhook=f"http://relay:{TOKEN}@{url}") as signal,
            webhook_server(store, listen, signal.number, TOKEN) as taking,
        ):
            yield Setup(signal, store, taking, f"http://{url}")


async def test_whoever_sends_the_code_is_known_by_their_account(setup: Setup) -> None:
    alex = setup.signal.new_phone("Alex")
    code = OneTimeCode(SystemClock())
    task = await setup.waiting_for(code)
    alex.say(code.shown)
    assert await task == alex.aci
    assert setup.store.inbox.waiting() == 0


async def test_other_messages_wait_for_the_relay(setup: Setup) -> None:
    rio, alex = setup.signal.new_phone("Rio"), setup.signal.new_phone("Alex")
    code = OneTimeCode(SystemClock())
    task = await setup.waiting_for(code)
    rio.say("I want to report something.")
    rio.say("2222-2222")
    alex.say(code.shown)
    assert await task == alex.aci
    assert setup.store.inbox.waiting() == 2


async def test_a_code_in_a_group_names_nobody(setup: Setup) -> None:
    alex = setup.signal.new_phone("Alex")
    group = setup.signal.new_group("Chat", [alex])
    code = OneTimeCode(SystemClock())
    task = await setup.waiting_for(code)
    alex.say(code.shown, group.internal_id)
    await setup.signal.signal_cli.drained()
    assert not task.done()
    assert code.is_open
    task.cancel()


async def test_a_code_without_the_token_names_nobody(setup: Setup) -> None:
    code = OneTimeCode(SystemClock())
    task = await setup.waiting_for(code)
    envelope = {
        "sourceUuid": "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a",
        "timestamp": 1,
        "dataMessage": {"message": code.shown},
    }
    params = {"envelope": envelope, "account": setup.signal.number}
    body = {"jsonrpc": "2.0", "method": "receive", "params": params}
    async with aiohttp.ClientSession() as session:
        for login, account, status in (
            ("", setup.signal.number, 401),
            (aiohttp.encode_basic_auth("relay", "wrong"), setup.signal.number, 401),
            (LOGIN, "+447700900999", 403),
        ):
            params["account"] = account
            async with session.post(
                setup.url, json=body, headers={"Authorization": login}
            ) as response:
                assert response.status == status
    assert not task.done()
    assert code.is_open
    task.cancel()


async def test_what_nobody_can_read_is_refused_and_the_wait_goes_on(setup: Setup) -> None:
    code = OneTimeCode(SystemClock())
    task = await setup.waiting_for(code)
    async with aiohttp.ClientSession(headers={"Authorization": LOGIN}) as session:
        for body in (b"", b"{", b"[]", b"[" * 100_000, b'{"method": "receive"}'):
            async with session.post(setup.url, data=body) as response:
                assert response.status == 400
    alex = setup.signal.new_phone("Alex")
    alex.say(code.shown)
    assert await task == alex.aci
