"""Stopping on purpose: what is under way ends first, and nothing is done twice afterwards."""

from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, MakeRelay, executed, free_port, until

from practice.faults import Fault
from practice.server import PracticeSignal


async def test_a_message_that_is_being_sent_is_sent_once(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo, nia = signal.new_phone("Alex"), signal.new_phone("Mo"), signal.new_phone("Nia")
    relay = make_relay([BranchTable("hackney", (alex,))], begin=executed)
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        signal.put_in_the_way(Fault("slow", path="/v2/send", seconds=1.0))
        mo.say("help")
        await until(lambda: "POST /v2/send" in signal.calls.paths(), within=20, what="a send")

        relay.terminate()
        # While this call of the webhook is open, the API server cannot pass on that the answer to
        # Mo was sent. A relay that did not take it would wait in vain and send the answer again.
        nia.say("help")
        assert await relay.ended(within=10) == 0
        assert len(from_bot(mo)) == 1
        assert from_bot(nia) == []

        await relay.start()
        await signal.signal_cli.drained()
        await relay.idle()
        assert len(from_bot(mo)) == 1
        assert len(from_bot(nia)) == 1
        assert not signal.counters.crashes


async def test_an_announcement_is_stopped_between_two_groups(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    boards = [signal.new_group(f"Board {number}", (mo,)) for number in range(10)]
    relay = make_relay([BranchTable("hackney", (alex,), tuple(boards))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        await relay.ready()
        alex.say("announce The hall is open.")
        await alex.next(within=20)
        signal.tuning.latency = 0.1
        alex.say("yes")
        await mo.next(boards[3], within=20)

        assert await relay.stop() == 0
        assert not from_bot(mo, boards[9])
        await relay.start()
        await relay.idle()

        for board in boards:
            assert [message.text for message in from_bot(mo, board)] == ["The hall is open."]
        assert "Posted to 10 of 10 groups." in from_bot(alex)[-1].text


async def test_a_second_relay_on_the_same_store_does_not_start(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    first, second = make_relay([BranchTable("a", (alex,))]), make_relay([BranchTable("a", (alex,))])
    second.store_path = first.store_path
    second.configure(("info", "json"))
    await first.start()

    await second.spawn()

    assert await second.ended() == 3
    assert "is open in another relay. Stop that one first" in second.log
    assert "Traceback" not in second.log
    assert first.running


async def test_a_second_relay_on_the_same_address_does_not_start(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    first, second = make_relay([BranchTable("a", (alex,))]), make_relay([BranchTable("a", (alex,))])
    second.port = first.port
    second.configure(("info", "json"))
    await first.start()

    await second.spawn()

    assert await second.ended() == 4
    assert f"cannot listen on 127.0.0.1:{first.port}" in second.log
    assert "Traceback" not in second.log


async def test_a_relay_whose_api_is_away_starts_and_stops(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    relay = make_relay([BranchTable("hackney", (alex,))], api_url=f"http://127.0.0.1:{free_port()}")
    await relay.start()
    assert '"api": false' in await relay.page("/healthz")
    assert await relay.stop() == 0
