"""A store that cannot be opened is left as it is, and the host is told why in one sentence."""

from pathlib import Path

from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import KEY, BranchTable, MakeRelay, RelayProcess
from sqlcipher3 import dbapi2 as sqlcipher

from practice.server import PracticeSignal

WRONG_KEY = "d0" * 32


async def test_a_wrong_key(signal: PracticeSignal, make_relay: MakeRelay) -> None:
    relay = await relay_with_a_store(signal, make_relay)
    await relay.stop()

    await refuses(with_key(relay, WRONG_KEY), "does not open with this RELAY_STORE_KEY")

    await with_key(relay, KEY).start()


async def test_a_newer_schema(signal: PracticeSignal, make_relay: MakeRelay) -> None:
    relay = await relay_with_a_store(signal, make_relay)
    await relay.stop()
    change(
        relay.store_path,
        "UPDATE _sqlite_migrations SET name = 'from_the_future'"
        " WHERE id = (SELECT max(id) FROM _sqlite_migrations)",
    )

    await refuses(relay, "was made by a newer version of the relay")


async def test_a_damaged_page(signal: PracticeSignal, make_relay: MakeRelay) -> None:
    relay = await relay_with_a_store(signal, make_relay)
    await relay.stop()
    content = bytearray(relay.store_path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    relay.store_path.write_bytes(content)

    await refuses(relay, "is damaged")


async def test_a_file_cut_short(signal: PracticeSignal, make_relay: MakeRelay) -> None:
    relay = await relay_with_a_store(signal, make_relay)
    await relay.stop()
    content = relay.store_path.read_bytes()
    relay.store_path.write_bytes(content[: len(content) // 2 - 100])

    await refuses(relay, "is damaged")


async def test_a_wrong_key_after_a_crash_loses_nothing(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    """What was committed last lies in a file of its own (-wal) until it is moved over."""
    mo = signal.new_phone("Mo")
    relay = await relay_with_a_store(signal, make_relay)
    async with holding_proxy(relay.port) as signal.webhook.url:
        signal.tuning.latency = 0.2
        mo.say("help")
        mo.say("whoami")
        await signal.signal_cli.drained()
        await relay.kill()
        assert wal(relay).stat().st_size > 0

        await refuses(with_key(relay, WRONG_KEY), "does not open with this RELAY_STORE_KEY")

        await with_key(relay, KEY).start()
        await relay.idle()
        texts = [message.text for message in from_bot(mo)]
        assert mo.aci in texts
        assert any("I post what the branch announces" in text for text in texts)


async def relay_with_a_store(signal: PracticeSignal, make_relay: MakeRelay) -> RelayProcess:
    alex = signal.new_phone("Alex")
    relay = make_relay([BranchTable("hackney", (alex,))])
    await relay.start()
    return relay


def with_key(relay: RelayProcess, key: str) -> RelayProcess:
    relay.secrets["RELAY_STORE_KEY"] = key
    relay.configure(("info", "json"))
    return relay


async def refuses(relay: RelayProcess, sentence: str) -> None:
    before = files(relay)
    said_before = len(relay.log)

    await relay.spawn()
    assert await relay.ended() == 3

    said = relay.log[said_before:]
    assert said.count("\n") == 1, said
    assert sentence in said
    assert KEY not in said
    assert WRONG_KEY not in said
    assert files(relay) == before


def files(relay: RelayProcess) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in (relay.store_path, wal(relay)) if path.exists()
    }


def wal(relay: RelayProcess) -> Path:
    return relay.store_path.with_name(relay.store_path.name + "-wal")


def change(path: Path, statement: str) -> None:
    connection = sqlcipher.connect(path.as_posix())
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    connection.execute(statement)
    connection.commit()
    connection.close()
