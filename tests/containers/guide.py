"""The commands of the guides, as they stand there, typed into a terminal one by one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyrage

from containers.branch import Branch
from containers.engine import ROOT, CommandFailed
from containers.trial import NotSo, Trial

GUIDES = ("host.md", "upgrade.md", "backup.md")
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_TYPED = re.compile(
    r"docker compose (exec .*|stop|stop signal|up -d|up -d signal|up -d --force-recreate)"
)
"""The others want a registry, somebody who answers, or another machine."""
_OTHERWISE = {
    "docker compose build": "done by deploy/image/build.sh",
    "docker compose run --rm setup": "done with --answers",
    "docker tag branch-relay:local branch-relay:before": "done in the update",
    "docker image prune --force": "done in the update",
}


def commands(guide: str) -> Iterator[str]:
    """Yield every command of a guide that is about containers, without its comment."""
    for block in _BLOCK.findall((ROOT / "docs" / guide).read_text(encoding="utf-8")):
        for line in block.splitlines():
            command = re.split(r"\s{2,}#", line)[0].strip()
            if command.startswith("docker ") or "settings/secrets" in command:
                yield command


async def _type(trial: Trial, branch: Branch, command: str) -> None:
    """Type one command, and note how it ended."""
    try:
        await branch.type(command)
        trial.expect(command, held=True)
    except CommandFailed as failed:
        trial.expect(command, held=False, words=" ".join(str(failed).split())[-300:])


async def follow(trial: Trial, branch: Branch) -> None:
    """Follow what a host does in the first days and at an update; then say what was not typed."""
    settings = branch.folder / "settings/relay.toml"
    _fill_in_backup(settings)
    for guide in ("host.md", "upgrade.md"):
        for command in commands(guide):
            if _TYPED.fullmatch(command):
                await _type(trial, branch, command)
                if command.startswith("docker compose up"):
                    await branch.well()
            elif "settings/secrets" in command:
                await _type(trial, branch, f"echo http://127.0.0.1:9/ | {command}")
                branch.typed.add(command)
    dated = list((branch.folder / "backups").glob("relay-*.backup"))
    trial.expect("a backup lies in deploy/backups", bool(dated), f"{len(dated)}")
    for guide in GUIDES:
        for command in commands(guide):
            if command not in branch.typed:
                trial.show(command[:90], "not typed", f"{guide}: {_OTHERWISE.get(command, '')}")


def _fill_in_backup(settings: Path) -> None:
    """What docs/host.md says in step 8: fill in the table that is there."""
    recipient = pyrage.x25519.Identity.generate().to_public()
    lines = {
        "folder": "/relay/backups",
        "recipient": str(recipient),
        "signal_folder": "/relay/signal-cli",
    }
    head, table, rest = settings.read_text(encoding="utf-8").partition("\n[backup]")
    for name, value in lines.items():
        wanted = f'{name} = "{value}"'
        rest, changed = re.subn(rf"^# {name} = .*$", wanted, rest, count=1, flags=re.MULTILINE)
        if not changed:
            raise NotSo(f"{name} is not in the table that setup writes")
    settings.write_text(head + table + rest, encoding="utf-8")
