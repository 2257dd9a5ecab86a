"""Nothing that Signal hands over is lost while no relay runs."""

import asyncio

from relayprocess import BranchTable, holding_proxy, until
from stage import from_bot

from relay.practice.phones import Phone
from relay.practice.server import PracticeSignal
from relay.words import Words

MESSAGES = 200


async def test_messages_for_a_relay_that_is_down_arrive_in_order_when_it_is_back(
    signal: PracticeSignal, make_relay
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


async def test_a_restart_in_the_middle_of_a_burst_loses_nothing(
    signal: PracticeSignal, make_relay
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


async def test_the_longest_messages_of_signal_are_held_too(
    signal: PracticeSignal, make_relay
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


def ask(phone: Phone, numbers: range) -> None:
    for number in numbers:
        phone.say(f"status {number + 1000}")


def expected(count: int) -> list[str]:
    words = Words()
    return [words.say("number-unknown", number=str(number + 1000)) for number in range(count)]
