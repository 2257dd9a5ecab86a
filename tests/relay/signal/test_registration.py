"""A number comes to the server: by a code, through a captcha and a PIN, or linked to a phone."""

from collections.abc import AsyncIterator

import pytest
from played import tuning_of

from practice.faults import Fault
from practice.releases import DEPLOYED, NEWEST
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.signal.client import SignalClient
from relay.signal.errors import CallRefused, CaptchaNeeded, RateLimited
from relay.signal.priority import Priority

NEW = "+447700900123"
FIRST = Priority.URGENT


@pytest.fixture(params=[DEPLOYED, NEWEST])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[PracticeSignal]:
    async with practice_signal(tuning=tuning_of(request)) as running:
        yield running


@pytest.fixture
async def client(server: PracticeSignal) -> AsyncIterator[SignalClient]:
    async with SignalClient(server.url, NEW) as opened:
        yield opened


async def refusal(client: SignalClient, code: str, pin: str | None = None) -> str:
    with pytest.raises(CallRefused) as raised:
        await client.verify(code, pin=pin, priority=FIRST)
    assert NEW not in str(raised.value)
    return raised.value.code


async def test_a_captcha_is_wanted_until_it_is_solved(
    server: PracticeSignal, client: SignalClient
) -> None:
    server.world.registrar.captcha = "signal-hcaptcha.key.registration.solution"
    with pytest.raises(CaptchaNeeded):
        await client.register(priority=FIRST)
    with pytest.raises(CallRefused) as raised:
        await client.register(captcha="signalcaptcha://old", priority=FIRST)
    assert raised.value.code == "captcha_rejected"
    solution = "signalcaptcha://signal-hcaptcha.key.registration.solution"
    await client.register(captcha=solution, priority=FIRST)
    await client.verify("123456", priority=FIRST)
    assert NEW in await client.accounts()


async def test_a_wrong_code_and_none_at_all(server: PracticeSignal, client: SignalClient) -> None:
    server.world.registrar.code = "123456"
    assert await refusal(client, "123456") == "code_expired"
    await client.register(priority=FIRST)
    assert await refusal(client, "654321") == "wrong_code"
    await client.verify("123-456", priority=FIRST)
    assert NEW in await client.accounts()


async def test_a_locked_number_wants_its_pin(server: PracticeSignal, client: SignalClient) -> None:
    server.world.registrar.locks[NEW] = "204060"
    await client.register(voice=True, priority=FIRST)
    assert await refusal(client, "123456") == "pin_locked"
    assert await refusal(client, "123456", "000000") == "pin_wrong"
    await client.verify("123456", pin="204060", priority=FIRST)
    assert NEW in await client.accounts()


async def test_what_else_registering_can_meet(server: PracticeSignal, client: SignalClient) -> None:
    text = "StatusCode: 400 (InvalidTransportModeException)"
    server.put_in_the_way(Fault("refuse", path="/v1/register", text=text))
    with pytest.raises(CallRefused) as raised:
        await client.register(priority=FIRST)
    assert raised.value.code == "try_voice"
    text = "Rate limit reached\nNext attempt may be tried at 2026-11-23T09:00:00.000Z"
    server.put_in_the_way(Fault("refuse", path="/v1/register", text=text))
    with pytest.raises(RateLimited):
        await client.register(priority=FIRST)
    await client.register(priority=FIRST)
    await client.verify("123456", priority=FIRST)
    with pytest.raises(CallRefused) as raised:
        await client.register(priority=FIRST)
    assert raised.value.code == "already_registered"


async def test_a_linked_number_keeps_its_pin_on_the_phone(
    server: PracticeSignal, client: SignalClient
) -> None:
    assert (await client.link("relay", priority=FIRST)).startswith("sgnl://linkdevice?uuid=")
    assert NEW not in await client.accounts()
    server.world.link(NEW)
    assert NEW in await client.accounts()
    with pytest.raises(CallRefused, match="linked devices"):
        await client.set_pin("204060")
