"""Writes down what the relay of today leaves behind: `python -m kept`, in `tests/`."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyrage
from behaviour.ground import GROUPS, Ground, ground, settled_chance
from behaviour.play import Play
from harness.running import KEY, START
from sqlite_utils import Database

from kept import settings
from kept.life import live
from relay.store.connecting import connect
from relay.store.copies.partition import tables
from relay.store.migrations import MIGRATIONS

HERE = Path(__file__).parent


def main() -> None:
    """Write the folder of today's schema."""
    migrations = MIGRATIONS.pending(Database(memory=True))
    folder = HERE / f"m{len(migrations):04}_{migrations[-1].name}"
    if folder.exists():
        sys.exit(f"{folder} is there already, and what is kept is never changed")
    with tempfile.TemporaryDirectory() as place, settled_chance():
        work = Path(place)
        facts = asyncio.run(_written(work))
        _back_up(work)
        facts["rows"] = _rows(work / "relay.db")
        (work / "facts.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n")
        folder.mkdir()
        for file in (*work.glob("*.txt"), *work.glob("*.json"), *work.glob("*.toml")):
            shutil.copy(file, folder)
        shutil.copy(work / "relay.db", folder)
        for file in (work / "backups").glob("*.backup"):
            shutil.copyfile(file, folder / file.name)
    sys.stdout.write(f"{folder}\n")


async def _written(work: Path) -> dict[str, Any]:
    identity = pyrage.x25519.Identity.generate()
    (work / "store-key.txt").write_text(f"{KEY}\n")
    (work / "backup-key.txt").write_text(
        f"# of these test files only; public key: {identity.to_public()}\n{identity}\n"
    )
    async with ground(work, START) as on:
        groups = {name: on.place_of(name).api_id for name in GROUPS}
        toml = work / "relay.toml"
        toml.write_text(settings.written(on.acis, groups, str(identity.to_public())))
        read = settings.read(toml, store=work / "relay.db", api=on.signal.url)
        async with on.open(read):
            await live(Play(on, "Sam"))
        return {
            "at": on.clock.now().isoformat(),
            "acis": on.acis,
            "groups": groups,
            "cases": on.names,
            "chats": [*_chats(on)],
        }


def _chats(on: Ground) -> list[dict[str, Any]]:
    """What the bot has said, version by version, where it stands on somebody's phone."""
    bot, found = on.signal.world.account.aci, []
    for chat in on.signal.world.chats.values():
        where = chat.group.name if chat.group else on.name_of(*chat.others(bot))
        for message in chat.messages:
            if message.author == bot:
                versions = [[one.timestamp, one.content.text] for one in message.revisions]
                options = list(message.poll.options) if message.poll else []
                found.append({"in": where, "versions": versions, "options": options})
    return found


def _rows(store: Path) -> dict[str, int]:
    connection = connect(store.as_posix(), KEY, uri=False)
    try:
        return {
            table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
            for table in tables(connection)
        }
    finally:
        connection.close()


def _back_up(work: Path) -> None:
    """As a host does, with the settings that are kept."""
    subprocess.run(
        [Path(sys.executable).with_name("relay"), "backup", "--config", "relay.toml"],
        cwd=work,
        env={**os.environ, **settings.ENVIRONMENT},
        check=True,
    )


if __name__ == "__main__":
    main()
