"""Each kept folder, copied, and a relay of today that goes on from it."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from behaviour.ground import Ground, ground
from behaviour.play import Play

from kept import settings
from practice import traffic
from practice.messages import Content, Poll

FOLDERS = sorted(path for path in Path(__file__).parent.glob("m0*") if path.is_dir())


@dataclass(frozen=True)
class Kept:
    """A copy of one of the folders."""

    folder: Path

    @property
    def facts(self) -> dict[str, Any]:
        """What `facts.json` says."""
        found: dict[str, Any] = json.loads((self.folder / "facts.json").read_text(encoding="utf-8"))
        return found

    @property
    def at(self) -> datetime:
        """The moment at which it was stopped."""
        return datetime.fromisoformat(self.facts["at"])

    @property
    def backup(self) -> Path:
        """The dated file of the backup."""
        return next(self.folder.glob("relay-*.backup"))

    def newest_version(self, place: str, first: str) -> int:
        """The timestamp of the newest version of what the bot said at a place, by its beginning."""
        return next(
            int(said["versions"][-1][0])
            for said in self.facts["chats"]
            if said["in"] == place and said["versions"][0][1].startswith(first)
        )

    @asynccontextmanager
    async def resumed(self, store: Path | None = None) -> AsyncIterator[Play]:
        """Let the relay of today go on, with Signal as it was; nothing has happened yet.

        Args:
            store: the store to open, if it is not the one of the folder.
        """
        async with ground(self.folder, self.at) as on:
            assert on.acis == self.facts["acis"]
            on.names = dict(self.facts["cases"])
            _say_again(on, self.facts["chats"])
            path = store or self.folder / "relay.db"
            read = settings.read(self.folder / "relay.toml", store=path, api=on.signal.url)
            async with on.open(read):
                on.signal.calls.clear()
                yield Play(on, "Sam")


def _say_again(on: Ground, chats: list[dict[str, Any]]) -> None:
    """Put on people's phones what stood there."""
    world = on.signal.world
    bot, newest = world.account.self_, 0
    for name in ("Fay", "Gus"):
        on.phone(name).change_safety_number()
        world.fetch_key(on.phone(name).person)
        world.trust_key(on.phone(name).person, type(on.phone(name).person.trust).UNVERIFIED)
    for said in chats:
        person = said["in"] in on.acis
        chat = on.phone(said["in"]).chat() if person else world.group_chat(_id(on, said["in"]))
        (first, text), *later = said["versions"]
        if said["options"]:
            poll = Poll(text, tuple(said["options"]), allow_multiple=False)
            traffic.open_poll(world, bot, chat, poll, timestamp=first)
        else:
            traffic.post(world, bot, chat, Content(text), timestamp=first)
        target = first
        for timestamp, changed in later:
            traffic.edit(world, bot, chat, target, Content(changed), timestamp=timestamp)
            target = timestamp
        newest = max(newest, target)
    vars(world.clock)["_last"] = newest


def _id(on: Ground, name: str) -> str:
    return on.place_of(name).internal_id


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    """A copy of a kept folder."""
    return Kept(Path(shutil.copytree(request.param, tmp_path / "kept")))


@pytest.fixture
async def resumed(kept: Kept) -> AsyncIterator[Play]:
    """The relay of today, over what was kept."""
    async with kept.resumed() as play:
        yield play
