"""SIGHUP: new branches, secrets and wording, without a restart and without losing anything."""

from pathlib import Path

from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import TOKEN, BranchTable, MakeRelay, RelayProcess, until

from practice.faults import Fault
from practice.phones import Phone
from practice.server import PracticeSignal

WELCOME = "fallback-member = Ask Ada in the café.\n"


def _webhook(relay: RelayProcess) -> str:
    return f"http://relay:{TOKEN}@127.0.0.1:{relay.port}/signal/receive"


def _change(relay: RelayProcess, old: str, new: str) -> None:
    text = relay.config.read_text(encoding="utf-8")
    assert old in text
    relay.config.write_text(text.replace(old, new), encoding="utf-8")


async def _reloaded(relay: RelayProcess, times: int = 1) -> None:
    def begun_again() -> bool:
        return relay.log.count('"listening"') == times + 1

    await until(begun_again, within=90, what="listening again")


async def test_what_was_changed_holds_and_a_burst_meanwhile_arrives_whole(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    people = [signal.new_phone(f"Member {number}") for number in range(40)]
    relay = make_relay([BranchTable("hackney", (alex,))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        _use_wording(relay, relay.folder / "wording")
        for person in people[:20]:
            person.say("what?")
        relay.reload()
        for person in people[20:]:
            person.say("what?")
        await _reloaded(relay)
        await signal.signal_cli.drained()
        await relay.idle()

        assert signal.webhook.forgotten == 0
        for person in people:
            assert len(from_bot(person)) == 1
        late = signal.new_phone("Late")
        late.say("what?")
        assert "Ask Ada in the café." in (await late.next(within=20)).text


def _use_wording(relay: RelayProcess, folder: Path) -> None:
    folder.mkdir()
    (folder / "ours.ftl").write_text(WELCOME, encoding="utf-8")
    with relay.config.open("a", encoding="utf-8") as settings:
        settings.write(f'[wording]\nfolder = "{folder}"\n')


async def test_a_new_branch_is_there_at_once(signal: PracticeSignal, make_relay: MakeRelay) -> None:
    alex, bea = signal.new_phone("Alex"), signal.new_phone("Bea")
    relay = make_relay([BranchTable("hackney", (alex,))])
    signal.webhook.url = _webhook(relay)
    await relay.start()
    assert "post what the branch announces" in await _help(bea)
    with relay.config.open("a", encoding="utf-8") as settings:
        settings.write("\n".join(BranchTable("haringey", (bea,)).lines()))
    relay.reload()
    await _reloaded(relay)
    assert "Haringey branch" in await _help(bea)
    assert await relay.stop() == 0


async def _help(phone: Phone) -> str:
    phone.say("help")
    return (await phone.next(within=20)).text


async def test_a_mistake_is_said_and_changes_nothing(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex = signal.new_phone("Alex")
    relay = make_relay([BranchTable("hackney", (alex,))])
    signal.webhook.url = _webhook(relay)
    await relay.start()
    _change(relay, "approvals = 1", "aprovals = 1")
    relay.reload()
    await until(lambda: '"settings_refused"' in relay.log, within=20, what="a refusal")
    assert "approvals" in relay.log
    assert "Hackney branch" in await _help(alex)

    _change(relay, "aprovals = 1", "approvals = 1")
    _change(relay, "relay.db", "elsewhere.db")
    relay.reload()
    await until(lambda: relay.log.count('"settings_refused"') == 2, within=20, what="a refusal")
    assert "store.path" in relay.log
    assert not (relay.folder / "elsewhere.db").exists()
    assert "Hackney branch" in await _help(alex)
    assert relay.log.count('"listening"') == 1


async def test_being_told_twice_and_then_to_stop_it_stops(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    relay = make_relay([BranchTable("hackney", (signal.new_phone("Alex"),))])
    await relay.start()
    relay.reload()
    relay.reload()
    assert await relay.stop() == 0


async def test_the_next_life_calls_only_once_the_call_of_the_last_has_its_answer(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    mo, nia = signal.new_phone("Mo"), signal.new_phone("Nia")
    relay = make_relay([BranchTable("hackney", (signal.new_phone("Alex"),))])
    async with holding_proxy(relay.port) as signal.webhook.url:
        signal.put_in_the_way(Fault("slow", path="/v1/groups", seconds=1.0))
        await relay.start()
        await until(
            lambda: any("/v1/groups" in path for path in signal.calls.paths()),
            within=20,
            what="a call for the groups",
        )
        # The answer stands in line behind this message, which has to be taken first.
        mo.say("help")
        relay.reload()
        nia.say("help")
        await _reloaded(relay)
        await mo.next(within=20)
        await nia.next(within=20)
        assert not signal.counters.crashes
        assert signal.webhook.forgotten == 0
