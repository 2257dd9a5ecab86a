"""What other accounts of the same machine can see of a relay: its files, its command line."""

from pathlib import Path

from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import KEY, TOKEN, BranchTable, MakeRelay

from practice.server import PracticeSignal

OTHERS = 0o077


async def test_nothing_it_writes_is_for_others_and_no_secret_is_in_the_list_of_processes(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    mo = signal.new_phone("Mo")
    relay = make_relay([BranchTable("hackney", (mo,))])
    before = set(relay.folder.rglob("*"))
    await relay.start()
    async with holding_proxy(relay.port) as signal.webhook.url:
        mo.say("help")
        await mo.next(within=30)
    assert from_bot(mo)
    assert relay._process is not None
    process = Path(f"/proc/{relay._process.pid}")
    seen = b"".join((process / name).read_bytes() for name in ("cmdline", "environ", "comm"))
    for secret in (TOKEN, KEY, signal.number):
        assert secret.encode() not in seen
        assert secret not in relay.log
    limits = (process / "limits").read_text(encoding="utf-8")
    (core,) = [line.split() for line in limits.splitlines() if line.startswith("Max core")]
    assert core[4] == "0"
    await relay.kill()
    written = set(relay.folder.rglob("*")) - before - {relay.log_path}
    names = {path.name for path in written}
    assert {"relay.db", "relay.db-wal", "relay.db-shm", "relay.db.lock"} <= names
    assert {path.name: oct(path.stat().st_mode & OTHERS) for path in written} == dict.fromkeys(
        names, "0o0"
    )
