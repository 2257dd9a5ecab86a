"""docs/backup.md: a key, a backup that is any good, and a restore onto a new machine."""

import os
import re
import shutil
import tomllib
from pathlib import Path

from setupterminal import RELAY

from containers.branch import SIGNAL_DATA, SIGNAL_FILE, USER, Branch
from containers.conversations import announce, answered, remembered
from containers.engine import CommandFailed, run
from containers.guide import Command, commands
from containers.trial import NotSo
from containers.walk import Chapter, Walk

KEY = "relay-backup-key.txt"
DATED = "relay-20261122T033000Z.backup"
"""How the guide calls a dated file; the newest one gets this name on the host's own computer."""
_MAKE_KEY = f"age-keygen -o {KEY}"
_RESTORE = (
    'docker compose run --rm --volume="$PWD/restored:/restored" setup restore'
    f" /restored/{DATED} --identity /restored/{KEY} --to /restored/relay"
)
_LATER = "The hall is open again."


def dated(branch: Branch) -> list[Path]:
    """The dated files on a server, the newest last."""
    return sorted((branch.folder / "backups").glob("relay-*.backup"))


async def fill_in(walk: Walk, command: Command) -> None:
    """Step 8 of host.md: make a key, and fill in the lines of the table that setup has written."""
    await _on_own_computer(walk, Command("backup.md", _MAKE_KEY))
    [public] = re.findall(r"public key: (age1\w+)", (walk.own_computer / KEY).read_text())
    settings = walk.branch.folder / "settings/relay.toml"
    head, table, rest = settings.read_text(encoding="utf-8").partition("\n[backup]")
    for name, value in tomllib.loads(command.text)["backup"].items():
        line = f'{name} = "{value.replace("age1…", public)}"'
        rest, changed = re.subn(rf"^# {name} = .*$", line, rest, count=1, flags=re.MULTILINE)
        if not changed:
            raise NotSo(f"{name} is not in the table that setup writes")
    settings.write_text(head + table + rest, encoding="utf-8")
    walk.trial.expect("[backup] is filled in", held=True, words=command.guide)


async def _on_own_computer(walk: Walk, command: Command) -> None:
    environ = {"PATH": f"{RELAY.parent}:{os.environ['PATH']}"}
    code, said = await run("bash", "-c", command.text, cwd=walk.own_computer, environ=environ)
    words = f"{command.guide}, on the own computer: {' '.join(said.split())[-90:]}"
    walk.trial.expect(command.short, code == 0, words)
    if code:
        raise CommandFailed(said)


async def _made_before(walk: Walk, command: Command) -> None:
    made = (walk.own_computer / KEY).exists()
    walk.trial.expect(command.short, made, f"{command.guide}, typed in step 8 of host.md")


async def _verify(walk: Walk, command: Command) -> None:
    """The files have been carried away."""
    backups = walk.branch.folder / "backups"
    shutil.copy(dated(walk.branch)[-1], walk.own_computer / DATED)
    shutil.copy(backups / "confidential.backup", walk.own_computer)
    await _on_own_computer(walk, command)


async def note_signer(walk: Walk, command: Command) -> None:
    """Step 8 of host.md: the line is added to the file with the key."""
    said = await walk.type(command)
    [line] = re.findall(r"# signed by: ssh-ed25519 \S+", said)
    with (walk.own_computer / KEY).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


async def _restore(walk: Walk, command: Command) -> None:
    """Who would be in charge is shown, and it is asked whether they should be."""
    terminal = walk.branch.terminal(command.text)
    try:
        shown = await terminal.answer("To restore, type yes.", "yes")
        code = await terminal.end()
    finally:
        terminal.close()
    walk.trial.expect(command.short, code == 0, f"{command.guide}, in a terminal")
    signed = "It is signed by your server." in shown
    walk.trial.expect("restored: who made it and who is in charge is shown", signed)
    if code:
        raise CommandFailed(shown[-3000:])


async def _go_to_new_machine(walk: Walk, command: Command) -> None:
    """The old one is off for good; on the new one it is installed, and nothing runs."""
    await walk.branch.end()
    clone = walk.folder / "new/branch-relay"
    await walk.source.clone(clone)
    walk.branch = Branch(walk.branch.engine, clone)
    for one in commands("host.md"):
        if one.text.startswith(("cd ", "install -d ")) or one.text == "docker compose build":
            await walk.type(one)
    await walk.type(command)


async def _make_folders(walk: Walk, command: Command) -> None:
    """The two files and the key are put there."""
    await walk.type(command)
    for name in (DATED, "confidential.backup", KEY):
        shutil.copy(walk.own_computer / name, walk.branch.folder / "restored")


async def _start(walk: Walk, command: Command) -> None:
    """The last part is in its place: it is started, and knows what it knew."""
    await walk.type(command)
    branch, trial, known = walk.branch, walk.trial, walk.known
    file = branch.folder / SIGNAL_FILE
    kept = file.exists() and (file.read_bytes(), file.stat().st_uid) == (SIGNAL_DATA, USER)
    trial.expect("restored: signal-cli has its data, and may read it", kept)
    shutil.rmtree(branch.folder / "restored")
    await walk.outside.serve_in(branch.folder / "signal")
    for one in commands("host.md"):
        if one.text.startswith("echo "):
            await walk.type(one)
    await walk.type(Command("host.md", "docker compose up -d"))
    await branch.well()
    for name in ("status", "check"):
        text = f"docker compose exec relay relay {name} --config /relay/settings/relay.toml"
        await walk.type(Command("host.md", text))
    if known is None:
        raise NotSo("nothing was written on the first day")
    await remembered(trial, walk.people, known)
    await announce(trial, _LATER, walk.people, known.group)
    await answered(trial, "restored: help is answered", walk.people.member)


CHAPTER = Chapter(
    "backup.md",
    {
        _MAKE_KEY: _made_before,
        f"relay backup verify {DATED} --identity {KEY}": _verify,
        "cd /opt/branch-relay/deploy": _go_to_new_machine,
        "install -d -m 700 -o 10001 -g 10001 settings data data/relay backups restored": (
            _make_folders
        ),
        _RESTORE: _restore,
        "mv -T restored/relay/signal-cli data/signal": _start,
    },
)
