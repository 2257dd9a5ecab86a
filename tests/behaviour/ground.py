"""The ground on which behaviour is recorded: fixed people, branches, teams, time and chance.

A moment of it can be kept and gone back to, so that each message is tried from the same state.
"""

import pickle
import random
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

from aiohttp.test_utils import TestServer
from harness.running import KEY, START, TOKEN, RelayHarness

from behaviour.heard import Heard, listen
from behaviour.public_place import PublicPlace
from practice.faults import Fault
from practice.groups import Group, Permission
from practice.people import NumberSharing, Person
from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.world import World
from relay.app import Relay
from relay.settings import Branch, Officer, SafeguardingSettings, SafeguardingTeam, Settings
from relay.settings.contact_list import ContactListSettings
from relay.settings.groups import GroupKind, GroupSettings
from relay.signal.client import SignalClient
from relay.store import Store
from relay.store.connecting import connect
from relay.time.clock import StillClock

SERVICE = "https://pds.example.org"

PEOPLE = {
    "Sam": "a stranger",
    "Mo": "a member",
    "Lee": "somebody who left the group",
    "Alex": "an admin",
    "Bea": "another admin",
    "Dee": "an admin of two branches",
    "Cal": "an admin of a branch that wants two",
    "Eve": "the other admin of that branch",
    "Fay": "an admin whose rights wait because of a new phone",
    "Una": "an officer",
    "Vic": "another officer",
    "Ona": "an officer of two teams",
    "Gus": "an officer whose rights wait because of a new phone",
    "Pat": "an admin who is an officer too",
    "Rio": "whose report is being read",
    "Ria": "who goes on writing to a report that was sent",
    "Roy": "whose case is closed",
    "Ruy": "who has sent two reports",
    "Ren": "who has sent a report and has a new phone",
    "Abe": "an admin who has sent a report",
    "Kim": "whose code word was said",
}
"""Everybody's name, and who they are."""

GROUPS = {
    "Board": ("Mo", "Alex", "Dee", "Rio", "Lee"),
    "Forum": ("Mo", "Dee"),
    "Hall": ("Mo", "Cal", "Eve"),
}
COMMUNITY: Mapping[str, tuple[GroupKind, tuple[str, ...], dict[str, Any]]] = {
    "Chat": (GroupKind.CHAT, ("Mo", "Alex", "Lee"), {}),
    "Committee": (GroupKind.WORKING, ("Bea", "Mo"), {"keepers": ("Bea",)}),
    "Corner": (GroupKind.CAUCUS, ("Dee", "Mo"), {"keepers": ("Dee",), "listed": True}),
    "Market": (GroupKind.BOARD, ("Mo", "Lee"), {}),
}
"""Groups that the first branch declares once somebody has said so, with who is in them."""
CODEWORD = "garden rota"
SEED = 20_261_122
_NOT_KEPT = ("clock", "version", "deliver", "events")
"""Of the practice Signal: what stays as it is when a moment is gone back to."""


@dataclass(frozen=True)
class Moment:
    """A state that can be gone back to."""

    store: Path
    world: bytes
    last_timestamp: int
    at: datetime
    faults: tuple[Fault, ...]
    names: dict[str, str]
    chance: tuple[Any, ...]
    settings: Settings
    people: Mapping[str, frozenset[str]]


class Ground(RelayHarness):
    """The stage with its fixed people.

    Attributes:
        heard: which handlers took what was said since it was last emptied.
        place: the public place of the first branch.
        names: names of cases, by whoever wrote them.
        dice: what chance comes from; see `settled_chance`.
    """

    def __init__(self, signal: PracticeSignal, folder: Path, clock: StillClock) -> None:
        super().__init__(signal, folder, clock)
        self.heard = Heard()
        self.place = PublicPlace(clock)
        self.names: dict[str, str] = {}
        self.locale = "en-GB"
        self.spoken: Callable[[str], str] = str
        self.dice = random.Random(SEED)
        self.branches: tuple[Branch, ...] = ()
        self._settings: Settings
        self._acis = {
            name: str(UUID(int=(i << 96) | 0x4000 << 64 | 0x8 << 60))
            for i, name in enumerate(PEOPLE, start=0xA1)
        }
        self._groups: dict[str, str] = {}
        self._kept = 0
        self._server: TestServer | None = None
        for name, aci in self._acis.items():
            signal.world.add_person(Person(name, aci=aci, sharing=NumberSharing.HIDDEN))
        for number, (name, members) in enumerate(GROUPS.items(), start=1):
            self._groups[name] = self._found(name, members, number)
        for number, (name, (_, members, _)) in enumerate(COMMUNITY.items(), start=len(GROUPS) + 1):
            self._groups[name] = self._found(name, members, number)

    def _found(self, name: str, members: tuple[str, ...], number: int) -> str:
        bot = self.signal.world.account.aci
        acis = [*(self._acis[member] for member in members), bot]
        group = Group(
            name,
            internal_id=f"{name:A<42}{number}=",
            members=dict.fromkeys(acis),
            admins={bot},
            send_messages=Permission.EVERY_MEMBER,
        )
        self.signal.world.add_group(group)
        return group.internal_id

    @property
    def acis(self) -> dict[str, str]:
        """Everybody's account id, by name."""
        return dict(self._acis)

    def phone(self, name: str) -> Phone:
        """Somebody's phone as it is now."""
        world = self.signal.world
        return Phone(world, world.people[self._acis[name]])

    def place_of(self, name: str) -> Group:
        """A group as it is now."""
        return self.signal.world.chats[self._groups[name]].the_group()

    def name_of(self, recipient: str) -> str:
        """The name of whoever or whatever has an id, else what was given."""
        for name, aci in self._acis.items():
            if recipient == aci:
                return name
        for name in self._groups:
            if recipient in (self.place_of(name).api_id, self.place_of(name).internal_id):
                return name
        return recipient

    def use(self) -> None:
        """Lay down the settings."""
        a, g = self._acis, {name: self.place_of(name).api_id for name in self._groups}
        self.branches = (
            Branch.model_validate(
                {
                    "slug": "hackney",
                    "name": "Hackney branch",
                    "admins": [a[one] for one in ("Alex", "Bea", "Dee", "Fay", "Pat", "Abe")],
                    "announcement_groups": [g["Board"]],
                    "bluesky": {"handle": "hackney.example.org", "service": SERVICE},
                }
            ),
            Branch(
                slug="lambeth",
                name="Lambeth branch",
                admins=(a["Dee"],),
                announcement_groups=(g["Forum"],),
            ),
            Branch(
                slug="southwark",
                name="Southwark branch",
                admins=(a["Cal"], a["Eve"]),
                announcement_groups=(g["Hall"],),
                approvals=2,
            ),
        )
        officers = {
            "hackney": (
                ("Vic", "Chair"),
                ("Una", "Welfare officer"),
                ("Ona", "Deputy"),
                ("Gus", "Trustee"),
            ),
            "national": (("Ona", "National deputy"), ("Pat", "National lead")),
        }
        self.safeguarding = SafeguardingSettings(
            teams=tuple(
                SafeguardingTeam(
                    slug=slug,
                    name=f"{slug.capitalize()} team",
                    officers=tuple(Officer(id=a[one], role=role) for one, role in people),
                    next="national" if slug == "hackney" else None,
                )
                for slug, people in officers.items()
            ),
            watch_names=("Sam Example",),
            codeword=CODEWORD,
        )
        self.more_settings = {
            "locale": self.locale,
            "bluesky": {"hackney": "an-app-password"},
            "web": {"public_url": "https://pages.example.org"},
        }

    async def open_contact_list(self) -> None:
        """Let the first branch have a contact list."""
        first, *others = self.branches
        settled = {"contact_list": ContactListSettings()}
        self.branches = (first.model_copy(update=settled), *others)
        self._settings = self.settings(self.branches)
        await self.begin_anew()

    async def declare_groups(self, moderators: tuple[str, ...] = ()) -> None:
        """Declare the community's groups, and have them kept as they are declared.

        Args:
            moderators: who looks after conduct in them.
        """
        declared = tuple(
            GroupSettings(
                id=self.place_of(name).api_id,
                kind=kind,
                name=name,
                **more | {"keepers": tuple(self._acis[one] for one in more.get("keepers", ()))},
            )
            for name, (kind, _, more) in COMMUNITY.items()
        )
        first, *others = self.branches
        looked_after = tuple(self._acis[one] for one in moderators)
        settled = {"groups": declared, "moderators": looked_after}
        self.branches = (first.model_copy(update=settled), *others)
        self._settings = self.settings(self.branches)
        await self.begin_anew()

    @asynccontextmanager
    async def open(self, settings: Settings | None = None) -> AsyncIterator["Ground"]:
        """Let the relay run for as long as the block lasts, with these settings or its own."""
        self.use()
        self._settings = settings or self.settings(self.branches)
        with Store(self._settings.store.path, KEY) as store:
            signal = self._settings.signal
            client = SignalClient(signal.api_url, signal.number, clock=self.clock)
            async with client:
                self.store, self.client = store, client
                await self.begin_anew()
                try:
                    yield self
                finally:
                    await self._end()

    async def begin_anew(self) -> None:
        """Put the relay together once more over the same store, as after a restart."""
        await self._end()
        places = {"hackney": {"bluesky:hackney": self.place}}
        self.relay = Relay(self._settings, self.store, self.client, places, self.clock)
        self.heard = listen(self.relay)
        self._server = TestServer(self.relay.web_application())
        await self._server.start_server()
        address = f"{self._server.host}:{self._server.port}"
        self.signal.webhook.url = f"http://relay:{TOKEN}@{address}/signal/receive"
        await self.relay.directory.refresh()

    async def _end(self) -> None:
        if self._server is not None:
            await self._server.close()
            self._server = None

    async def carry(self) -> None:
        """Let what was said be answered and sent, without what happens by itself in time."""
        while True:
            await self.signal.signal_cli.drained()
            if self.relay.new_phones.is_asked:
                await self.relay.new_phones.check()
                await self.signal.signal_cli.drained()
            await self.relay.dispatcher.drain()
            moved = [await lane.step() for lane in self.relay.lanes]
            if not any(moved) and not self.store.inbox.next(self.clock.now()):
                return

    def keep(self) -> Moment:
        """Remember everything as it is now."""
        self._kept += 1
        path = self.folder / f"moment-{self._kept}.db"
        self._copy(self.store.path, path)
        world = self.signal.world
        kept = {key: value for key, value in vars(world).items() if key not in _NOT_KEPT}
        return Moment(
            path,
            pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL),
            vars(world.clock)["_last"],
            self.clock.now(),
            tuple(self.signal.faults.waiting),
            dict(self.names),
            self.dice.getstate(),
            self._settings,
            self.relay.directory.people,
        )

    def go_back(self, moment: Moment) -> bool:
        """Make everything as it was then; of the relay's own memory only who is in which group.

        Returns:
            Whether the relay has other settings by that, and has to begin anew.
        """
        is_other = self._settings is not moment.settings
        self._settings, self.branches = moment.settings, moment.settings.branches
        self._copy(moment.store, self.store.path)
        world = self.signal.world
        vars(world).update(pickle.loads(moment.world))  # noqa: S301 -- written a moment ago, here
        vars(world.clock)["_last"] = moment.last_timestamp
        self.clock.move(moment.at - self.clock.now())
        self.signal.faults.clear()
        for fault in moment.faults:
            self.signal.put_in_the_way(fault)
        self.names = dict(moment.names)
        self.dice.setstate(moment.chance)
        directory = self.relay.directory
        directory.people = moment.people
        directory.members = frozenset().union(*moment.people.values())
        self.signal.calls.clear()
        self.place.done.clear()
        self.heard.clear()
        return is_other

    def _copy(self, source: Path, target: Path) -> None:
        """Copy one store over another, which may be in use."""
        reading, writing = (connect(path.as_posix(), KEY, uri=False) for path in (source, target))
        with closing(reading), closing(writing):
            reading.backup(writing)


@contextmanager
def settled_chance() -> Iterator[random.Random]:
    """Let names and codes come out the same each time; keys stay secret."""
    dice = random.Random(SEED)
    with (
        patch.object(secrets, "SystemRandom", lambda: dice),
        patch.object(secrets, "choice", dice.choice),
        patch.object(secrets, "randbelow", dice.randrange),
    ):
        yield dice


@asynccontextmanager
async def ground(folder: Path, at: datetime = START) -> AsyncIterator[Ground]:
    """Build it, with people and groups on Signal and no relay yet; see `Ground.open`."""
    clock = StillClock(at)
    world = World(time=lambda: int(clock.now().timestamp() * 1000))
    async with practice_signal(world) as signal:
        yield Ground(signal, folder, clock)
