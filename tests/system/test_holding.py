"""Nothing that Signal hands over is lost while no relay runs, or one that does not answer."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from harness.running import from_bot
from played import with_the_newest
from proxies import HoldingProxy, holding_proxy
from relayprocess import BranchTable, MakeRelay, until

from practice.phones import Phone
from practice.server import PracticeSignal
from relay.language.words import Words

MESSAGES = 200
PEOPLE = 4
KILLS = 3
PATIENCE = "1s"
RELOADS = 5


@pytest.fixture
def crowd(signal: PracticeSignal) -> list[Phone]:
    """Admins who all write at the same time."""
    return [signal.new_phone(f"Admin {number}") for number in range(PEOPLE)]


async def test_messages_for_a_relay_that_is_down_arrive_in_order_when_it_is_back(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    relay = make_relay([BranchTable("hackney", (alex,))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        mo.say("help")
        await mo.next(within=20)
        await relay.kill()

        ask(alex, range(MESSAGES))
        await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert [message.text for message in from_bot(alex)] == expected(MESSAGES)


@with_the_newest("signal")
async def test_a_restart_in_the_middle_of_a_burst_loses_nothing(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    relay = make_relay([BranchTable("hackney", (alex,))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        ask(alex, range(100))
        await until(lambda: signal.webhook.taken >= 50, within=20, what="a beginning")
        relay.terminate()
        ask(alex, range(100, 150))
        assert await relay.ended() == 0
        ask(alex, range(150, MESSAGES))
        await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert [message.text for message in from_bot(alex)] == expected(MESSAGES)


async def test_killed_in_the_middle_of_a_burst_it_loses_nothing_and_keeps_the_order(
    signal: PracticeSignal, make_relay: MakeRelay, crowd: list[Phone]
) -> None:
    relay = make_relay([BranchTable("hackney", tuple(crowd))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        each = MESSAGES // PEOPLE
        ask_in_turns(crowd, range(each))
        for number in range(1, KILLS + 1):
            taken = number * MESSAGES // (KILLS + 1)
            await until(lambda: signal.webhook.taken >= taken, within=20, what="a part")  # noqa: B023
            await relay.kill()
            await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert not signal.counters.crashes
        said = {phone.aci: texts(phone) for phone in crowd}
        assert all(once(answers) == expected(each) for answers in said.values())
        # What was being sent at that moment is sent again: nobody can know whether it arrived.
        assert sum(map(len, said.values())) <= MESSAGES + KILLS


async def test_a_relay_that_stands_still_in_the_middle_of_a_burst_loses_and_repeats_nothing(
    signal: PracticeSignal, make_relay: MakeRelay, crowd: list[Phone]
) -> None:
    relay = make_relay([BranchTable("hackney", tuple(crowd))])
    async with running(HoldingProxy(relay.port, PATIENCE)) as proxy:
        signal.webhook.url = proxy.url
        await relay.start()
        each = MESSAGES // PEOPLE
        ask_in_turns(crowd, range(each // 2))
        await until(lambda: signal.webhook.taken >= MESSAGES // 4, within=20, what="a beginning")
        relay.pause()
        ask_in_turns(crowd, range(each // 2, each))
        # Each of them hung for as long as HAProxy's patience lasts, but for the newest.
        attempts: set[str] = set()

        def given_up_twice() -> bool:
            attempts.update(callers(relay.port))
            return len(attempts) >= 3

        await until(given_up_twice, within=20, what="three attempts")
        relay.resume()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert not signal.counters.crashes
        for phone in crowd:
            assert texts(phone) == expected(each)


async def test_reloading_the_proxy_in_the_middle_of_a_burst_loses_and_repeats_nothing(
    signal: PracticeSignal, make_relay: MakeRelay, crowd: list[Phone]
) -> None:
    relay = make_relay([BranchTable("hackney", tuple(crowd))])
    async with running(HoldingProxy(relay.port)) as proxy:
        signal.webhook.url = proxy.url
        await relay.start()
        each = MESSAGES // PEOPLE
        ask_in_turns(crowd, range(each))
        for number in range(1, RELOADS + 1):
            taken = number * MESSAGES // (RELOADS + 1)
            await until(lambda: signal.webhook.taken >= taken, within=20, what="a part")  # noqa: B023
            await proxy.reload()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        for phone in crowd:
            assert texts(phone) == expected(each)


async def test_a_proxy_that_is_reloaded_goes_on_holding_what_it_holds(
    signal: PracticeSignal, make_relay: MakeRelay, crowd: list[Phone]
) -> None:
    relay = make_relay([BranchTable("hackney", tuple(crowd))])
    async with running(HoldingProxy(relay.port)) as proxy:
        signal.webhook.url = proxy.url
        await relay.start()
        crowd[0].say("status 1000")
        await signal.signal_cli.drained()
        await relay.idle()
        await relay.kill()
        taken = signal.webhook.taken
        ask_in_turns(crowd, range(1, 3))
        await proxy.reload()
        assert signal.webhook.taken == taken
        await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert texts(crowd[0]) == expected(3)


async def test_the_longest_messages_of_signal_are_held_too(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    """Beyond HAProxy's buffer a call could not be tried again."""
    alex = signal.new_phone("Alex")
    relay = make_relay([BranchTable("hackney", (alex,))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        alex.say("announce " + "ünï" * 20_000)
        await asyncio.sleep(0)
        await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        assert len(from_bot(alex)) == 1


@asynccontextmanager
async def running(proxy: HoldingProxy) -> AsyncIterator[HoldingProxy]:
    try:
        await proxy.start()
        yield proxy
    finally:
        await proxy.stop()


def ask(phone: Phone, numbers: range) -> None:
    for number in numbers:
        phone.say(f"status {number + 1000}")


def ask_in_turns(phones: Sequence[Phone], numbers: range) -> None:
    for number in numbers:
        for phone in phones:
            ask(phone, range(number, number + 1))


def expected(count: int) -> list[str]:
    words = Words()
    return [words.say("number-unknown", number=str(number + 1000)) for number in range(count)]


def texts(phone: Phone) -> list[str]:
    return [message.text for message in from_bot(phone)]


def once(told: Sequence[str]) -> list[str]:
    return [text for text, before in zip(told, [None, *told], strict=False) if text != before]


def callers(port: int) -> set[str]:
    """From where a port of this machine is called at this moment."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = "0A"
    return {
        remote
        for _, local, remote, state, *_ in lines
        if local.endswith(f":{port:04X}") and state != listening
    }
