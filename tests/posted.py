"""What comes in from somebody as it stands: what phones in practice do not send."""

import json
from typing import Any

from aiohttp import ClientSession, encode_basic_auth
from harness.running import TOKEN, RelayHarness, from_bot

from practice.phones import Phone


async def come(stage: RelayHarness, phone: Phone, **message: Any) -> list[str]:
    """Let a message come in with these fields; return what the bot answers."""
    return await _post(stage, phone, lambda data: {"dataMessage": {**data, **message}})


async def come_edited(stage: RelayHarness, phone: Phone, target: int, **message: Any) -> list[str]:
    """Let a newer version of a message come in with these fields; return what the bot answers."""
    return await _post(
        stage,
        phone,
        lambda data: {
            "editMessage": {"targetSentTimestamp": target, "dataMessage": {**data, **message}}
        },
    )


async def _post(stage: RelayHarness, phone: Phone, content: Any) -> list[str]:
    before, url = len(from_bot(phone)), stage.signal.webhook.url
    assert url is not None
    # Later than all that was said, and never twice the same.
    _STAMPS.append(int(stage.clock.now().timestamp() * 1000) + 1_000_000 + len(_STAMPS))
    data = {"timestamp": _STAMPS[-1], "message": None, "expiresInSeconds": 0}
    who = {"source": phone.aci, "sourceUuid": phone.aci, "timestamp": _STAMPS[-1]}
    params = {"envelope": {**who, **content(data)}, "account": stage.signal.number}
    body = json.dumps({"jsonrpc": "2.0", "method": "receive", "params": params})
    login = {"Authorization": encode_basic_auth("relay", TOKEN)}
    async with (
        ClientSession() as session,
        session.post(f"http://{url.rpartition('@')[2]}", data=body, headers=login) as answer,
    ):
        assert answer.status == 200
    await stage.settle()
    return [message.text for message in from_bot(phone)[before:]]


_STAMPS: list[int] = []
