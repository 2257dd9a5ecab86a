"""The doctor, backup and restore, as a host runs them: in a real terminal, one after the other."""

from functools import partial
from pathlib import Path

import pytest
from backups import Safe, backed_up
from relayprocess import KEY, TOKEN, BranchTable, MakeRelay, webhook_url
from setupterminal import RELAY, Terminal

from practice.server import PracticeSignal

ESCAPE = "\x1b"


class Shell:
    """Types commands, and returns what they show and how they end."""

    def __init__(self, secrets: Path) -> None:
        self._environ = {"RELAY_SECRETS_DIR": str(secrets), "TERM": "xterm", "COLUMNS": "80"}

    async def type(
        self, command: str, *arguments: object, answer: tuple[str, str] | None = None
    ) -> tuple[int, str]:
        """Run one command to its end, and answer what it asks, if it does."""
        terminal = Terminal([str(one) for one in (RELAY, command, *arguments)], self._environ)
        if answer is not None:
            await terminal.answer(*answer)
        code = await terminal.end()
        assert ESCAPE not in terminal.shown
        for secret in (KEY, TOKEN, "AGE-SECRET-KEY"):
            assert secret not in terminal.shown
        return code, " ".join(terminal.shown.split())


@pytest.mark.timeout(180)
async def test_from_the_doctor_to_another_machine(
    signal: PracticeSignal, make_relay: MakeRelay, tmp_path: Path
) -> None:
    safe = Safe(tmp_path, store_key=KEY)
    alex = signal.new_phone("Alex")
    branch = BranchTable("hackney", (alex,), (signal.new_group("Members", (alex,)),))
    relay = make_relay([branch], teams=safe.table())
    shell, config = Shell(relay.folder / "secrets"), ("--config", relay.config)

    code, said = await shell.type("status", *config)
    assert code != 0
    assert "No relay answers" in said

    await relay.start()
    await relay.ready()
    signal.webhook.url = webhook_url(relay.port)
    alex.say("help")
    await alex.next(within=20)
    code, said = await shell.type("status", *config)
    assert code == 0, said
    assert "No message waits" in said
    code, said = await shell.type("check", *config)
    assert "problem" not in said, said
    said = await backed_up(partial(shell.type, "backup", *config))
    assert str(safe.backups) in said

    newest, key = safe.dated[-1], ("--identity", safe.key_file)
    code, said = await shell.type("backup", "verify", newest, *key)
    assert code == 0, said
    elsewhere = tmp_path / "elsewhere"
    agreed = ("Are these the right people?", "yes")
    # The relay goes on: what happens now is in its store, and not in the backup.
    alex.skip()
    alex.say("announce Tea at four.")
    await alex.next(within=20)
    code, said = await shell.type("restore", newest, *key, "--to", elsewhere)
    assert code != 0
    assert "This backup lacks one announcement and no report of it." in said
    assert "add --older" in said
    restore = ("restore", newest, *key, "--to", elsewhere, "--older")
    code, said = await shell.type(*restore, answer=agreed)
    assert code == 0, said
    assert "relay run --config" in said
    code, said = await shell.type("restore", newest, *key, "--to", elsewhere)
    assert code != 0
    await relay.stop()
    code, said = await shell.type("check", "--config", elsewhere / "relay.toml")
    assert "The store opens with its key." in said


async def test_a_key_that_is_not_the_right_one_is_said(
    signal: PracticeSignal, make_relay: MakeRelay, tmp_path: Path
) -> None:
    safe = Safe(tmp_path, store_key=KEY)
    relay = make_relay([BranchTable("hackney", (signal.new_phone("Alex"),))], teams=safe.table())
    shell = Shell(relay.folder / "secrets")
    code, said = await shell.type("backup", "--config", relay.config)
    assert code != 0, said
    await relay.start()
    await relay.stop()
    code, said = await shell.type("backup", "--config", relay.config)
    assert code == 0, said
    (tmp_path / "other").mkdir()
    other = Safe(tmp_path / "other").key_file
    code, said = await shell.type("backup", "verify", safe.dated[-1], "--identity", other)
    assert code != 0
    assert "key" in said
