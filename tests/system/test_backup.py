"""Backups of a running relay, and a fresh machine that goes on from one."""

import asyncio
import os
import re
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from backups import Safe, backed_up
from harness.running import from_bot
from marked import officers_table, teams_table
from proxies import holding_proxy
from relayprocess import (
    KEY,
    RELAY,
    BranchTable,
    MakeRelay,
    RelayProcess,
    Start,
    completed,
    executed,
    nothing,
    until,
    webhook_url,
)

from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal

PATIENCE = 30.0


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    return Safe(tmp_path, store_key=KEY)


async def tells(phone: Phone, text: str, answer: str) -> SeenMessage:
    """Say something, and wait for an answer that holds some words."""
    phone.skip()
    phone.say(text)
    async with asyncio.timeout(PATIENCE):
        while True:
            message = await phone.next(within=PATIENCE)
            if answer in message.text:
                return message


async def run(start: Start, *arguments: object, typed: str = "") -> tuple[int, str]:
    """Run a `relay` command that needs no settings, as on a machine that has none."""
    words = map(str, (RELAY, *arguments))
    return await completed(start, [*words], environ=os.environ, folder=Path("/"), typed=typed)


async def fresh(safe: Safe, relay: RelayProcess, folder: Path) -> str:
    """Restore the newest backup to another folder, and let the relay be the one there."""
    how = ("restore", safe.dated[-1], "--identity", safe.key_file, "--to", folder)
    code, said = await run(relay.begin, *how, typed="yes\n")
    assert code == 0, said
    relay.folder, relay.config = folder, folder / "relay.toml"
    relay.store_path, relay.log_path = folder / "var" / "relay.db", folder / "relay.log"
    return said


@pytest.mark.timeout(180)
async def test_a_fresh_machine_goes_on_where_the_old_one_was(
    signal: PracticeSignal, make_relay: MakeRelay, safe: Safe, tmp_path: Path
) -> None:
    alex, mo, rio, ada = (signal.new_phone(name) for name in ("Alex", "Mo", "Rio", "Ada"))
    group = signal.new_group("Members", (mo,))
    teams = teams_table({}, ("local", officers_table((ada, "Lead")), ""))
    branch = BranchTable("hackney", (alex,), (group,))
    relay: RelayProcess = make_relay([branch], teams=teams + safe.table())
    await relay.start()
    await relay.ready()
    signal.webhook.url = webhook_url(relay.port)

    await tells(rio, "report", "What is it about")
    await tells(rio, "1", "Is it about")
    await tells(rio, "0", "ow write")
    await tells(rio, "He waited outside my door.", "I have that")
    await tells(rio, "done", "Type send")
    sent = await tells(rio, "send", "I call it")
    name = re.search(r"I call it (\w+ \w+ \d+)", sent.text)
    assert name is not None
    await tells(alex, "announce Meeting on Monday", "yes")
    await tells(alex, "yes", "1 of 1")
    # This waits while the backup is made, and is sent right after it.
    signal.tuning.latency = 2.0
    alex.say("announce Meeting on Tuesday")
    await until(lambda: len(from_bot(alex)) >= 3, within=PATIENCE, what="a preview")
    alex.skip()
    alex.say("yes")
    await backed_up(partial(relay.command, "backup"))
    signal.tuning.latency = 0.02
    await relay.idle()
    await until(lambda: len(from_bot(mo, group)) == 2, within=PATIENCE, what="both are posted")
    posted = [message.text for message in from_bot(mo, group)]
    await relay.kill()

    said = await fresh(safe, relay, tmp_path / "other" / "machine")
    assert "Nothing is sent a second time" in said
    for phone in (alex, ada, rio):
        phone.skip()
    relay.begin = executed
    await relay.start()
    await relay.ready()
    told = await alex.next(within=PATIENCE)
    assert "restored from a backup" in told.text
    await relay.idle()
    assert [message.text for message in from_bot(mo, group)] == posted

    # Both sides of the report go on.
    await tells(ada, f"reply {name[1]} We believe you.", "Sent to whoever wrote")
    await until(
        lambda: any("We believe you." in m.text for m in from_bot(rio)),
        within=PATIENCE,
        what="an answer",
    )
    await tells(alex, "announce Meeting on Wednesday", "yes")
    await tells(alex, "yes", "1 of 1")
    assert await relay.stop() == 0


@pytest.mark.timeout(180)
async def test_backups_under_load_lose_and_delay_nothing(
    signal: PracticeSignal, make_relay: MakeRelay, safe: Safe
) -> None:
    alex = signal.new_phone("Alex")
    relay: RelayProcess = make_relay([BranchTable("hackney", (alex,))], teams=safe.table())
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        for _ in range(100):
            alex.say("whoami")
        for _ in range(2):
            await backed_up(partial(relay.command, "backup"))
        await signal.signal_cli.drained()
        await relay.idle()
        assert signal.webhook.forgotten == 0
        assert [m.text for m in from_bot(alex)].count(alex.aci) == 100
    code, said = await run(
        relay.begin, "backup", "verify", safe.dated[0], "--identity", safe.key_file
    )
    assert code == 0, said


async def test_one_is_made_by_itself_and_a_relay_that_stops_does_not_wait_for_it(
    signal: PracticeSignal, make_relay: MakeRelay, safe: Safe
) -> None:
    alex = signal.new_phone("Alex")
    relay: RelayProcess = make_relay([BranchTable("hackney", (alex,))], teams=safe.table())
    await relay.start()
    await until(lambda: bool(safe.dated), within=PATIENCE, what="a backup")
    assert await relay.stop() == 0
    relay.ahead = timedelta(days=2)
    await relay.start()
    await until(
        lambda: any(relay.folder.glob(".backup-*")) or len(safe.dated) == 2,
        within=PATIENCE,
        what="a second one is begun",
    )
    relay.terminate()
    assert await relay.ended(within=20) == 0
    code, said = await run(
        relay.begin, "backup", "verify", safe.dated[0], "--identity", safe.key_file
    )
    assert code == 0, said


async def test_killed_at_any_moment_there_is_no_half_backup(
    signal: PracticeSignal, make_relay: MakeRelay, safe: Safe
) -> None:
    alex = signal.new_phone("Alex")
    relay: RelayProcess = make_relay([BranchTable("hackney", (alex,))], teams=safe.table())
    await relay.start()
    assert await relay.stop() == 0
    await backed_up(partial(relay.command, "backup"))
    clock = asyncio.get_running_loop().time
    began = clock()
    await backed_up(partial(relay.command, "backup"))
    whole = clock() - began
    for part in (0.3, 0.5, 0.6, 0.7, 0.8):
        with nothing() as null:
            process = await relay.begin(
                [RELAY, "backup", "--config", relay.config],
                environ=relay.environment(),
                folder=relay.folder,
                typed=null.fileno(),
                written=null.fileno(),
            )
        try:
            await asyncio.wait_for(process.wait(), part * whole)
        except TimeoutError:
            process.kill()
            await process.wait()
    await backed_up(partial(relay.command, "backup"))
    assert not list(safe.backups.glob(".partial-*"))
    assert not list(relay.folder.glob(".backup-*"))
    for file in safe.dated:
        code, said = await run(relay.begin, "backup", "verify", file, "--identity", safe.key_file)
        assert code == 0, said
