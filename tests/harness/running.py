"""A whole relay against the stand-in for Signal, with a clock that the test moves.

Nothing runs by itself: `settle` lets everything happen that is due, and then it is over. So a test
reads like the chat it proves, and takes as long as the work takes.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from harness.stores import put_empty_store
from practice.attachments import Attachment
from practice.groups import Group, Permission
from practice.messages import Mention
from practice.phones import Phone, Place
from practice.seen import SeenMessage
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning
from relay.app import Relay
from relay.destinations import Destination
from relay.settings import Branch, Officer, SafeguardingSettings, SafeguardingTeam, Settings
from relay.signal.client import SignalClient
from relay.store import Store
from relay.time.clock import StillClock

TOKEN = "practice-token"
KEY = "ab" * 32
START = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


Standing = Literal["admin", "member", "outside"]
"""What the bot is in a group."""


class Beside(TypedDict, total=False):
    """What somebody may say beside a text."""

    to: Place
    attachments: Iterable[Attachment]
    quote: SeenMessage | None
    mentions: Iterable[Mention]


class RelayHarness:
    """Admins, members, groups and the relay between them."""

    def __init__(self, signal: PracticeSignal, folder: Path, clock: StillClock) -> None:
        self.signal = signal
        self.clock = clock
        self.folder = folder
        self.alex = signal.new_phone("Alex Admin")
        self.bea = signal.new_phone("Bea Admin")
        self.mo = signal.new_phone("Mo Member")
        self.safeguarding = SafeguardingSettings()
        self.link: str | None = None
        self.rpc: str | None = None
        self.more_settings: dict[str, Any] = {}
        self.relay: Relay
        self.store: Store
        self.client: SignalClient
        self.server: TestServer

    def group(
        self, name: str, *members: Phone, only_admins: bool = True, bot: Standing = "admin"
    ) -> Group:
        """Create a group, by default one in which only admins post."""
        sends = Permission.ONLY_ADMINS if only_admins else Permission.EVERY_MEMBER
        return self.signal.new_group(name, members or (self.mo,), bot=bot, send_messages=sends)

    async def open_rpc(self) -> None:
        """Let signal-cli listen itself, and the settings say where; before the relay runs."""
        self.rpc = await self.signal.rpc.listen()

    def settings(self, branches: Sequence[Branch]) -> Settings:
        """Return settings for these branches."""
        return Settings(
            signal={
                "number": self.signal.number,
                "api_url": self.signal.url,
                "link": self.link,
                "rpc": self.rpc,
            },
            store={"path": self.folder / "relay.db"},
            branches=tuple(branches),
            safeguarding=self.safeguarding,
            webhook_token=TOKEN,
            store_key=KEY,
            **self.more_settings,
        )

    @asynccontextmanager
    async def running(
        self,
        *branches: Branch,
        destinations: Mapping[str, Mapping[str, Destination]] | None = None,
    ) -> AsyncIterator["RelayHarness"]:
        """Put the relay on stage for as long as the block lasts."""
        settings = self.settings(branches)
        put_empty_store(settings.store.path, KEY)
        with Store(settings.store.path, KEY) as store:
            client = SignalClient(
                settings.signal.api_url,
                settings.signal.number,
                clock=self.clock,
                rpc=settings.signal.rpc,
            )
            async with client:
                self.store = store
                self.client = client
                self.relay = Relay(settings, store, client, destinations or {}, self.clock)
                server = TestServer(self.relay.web_application())
                async with server:
                    self.server = server
                    self.signal.webhook.url = _with_token(server)
                    await self.relay.directory.refresh()
                    yield self

    async def settle(self) -> None:
        """Let everything happen that is due now."""
        while True:
            await self.signal.signal_cli.drained()
            if self.relay.new_phones.is_asked:
                await self.relay.new_phones.check()
                await self.signal.signal_cli.drained()
            await self.relay.go_round()
            await self.relay.dispatcher.drain()
            moved = [await lane.step() for lane in self.relay.lanes]
            if not any(moved) and not self.store.inbox.next(self.clock.now()):
                return

    async def wait(self, by: timedelta) -> None:
        """Let time pass, and everything happen that then is due."""
        self.clock.move(by)
        await self.settle()

    async def read(self, path: str) -> tuple[int, bytes]:
        """Read a public page; return its status and what it says."""
        async with ClientSession() as session, session.get(self.server.make_url(path)) as answer:
            return answer.status, await answer.read()

    async def watch(self) -> None:
        """Let the relay look at everybody's safety number."""
        await self.relay.new_phones.check()

    async def say(self, phone: Phone, text: str, **more: Unpack[Beside]) -> list[str]:
        """Say something to the bot; return what it answers to that phone."""
        before = len(from_bot(phone))
        phone.say(text, **more)
        await self.settle()
        return [message.text for message in from_bot(phone)[before:]]

    async def ask(self, phone: Phone, text: str, **more: Unpack[Beside]) -> str:
        """Say something to the bot; return its one answer."""
        answers = await self.say(phone, text, **more)
        assert len(answers) == 1, answers
        return answers[0]


@asynccontextmanager
async def relay_harness(
    folder: Path, at: datetime = START, tuning: Tuning | None = None
) -> AsyncIterator[RelayHarness]:
    """Build a stage with an empty Signal, behind the deployed release unless `tuning` says else."""
    async with practice_signal(tuning=tuning) as signal:
        yield RelayHarness(signal, folder, StillClock(at))


def branch(slug: str, *admins: Phone, groups: Sequence[Group] = (), **more: object) -> Branch:
    """Return a branch's settings."""
    return Branch(
        slug=slug,
        name=f"{slug.capitalize()} branch",
        admins=tuple(admin.aci for admin in admins),
        announcement_groups=tuple(group.api_id for group in groups),
        **more,
    )


def team(slug: str, *officers: tuple[Phone, str], **more: object) -> SafeguardingTeam:
    """Return a safeguarding team's settings; its officers are phones with their roles."""
    return SafeguardingTeam(
        slug=slug,
        name=more.pop("name", f"{slug.capitalize()} team"),
        officers=tuple(Officer(id=phone.aci, role=role) for phone, role in officers),
        **more,
    )


def from_bot(phone: Phone, place: Group | None = None) -> list[SeenMessage]:
    """Return what a phone shows of the bot's messages in a chat."""
    return [m for m in phone.messages(place) if m.sender != phone.aci]


def _with_token(server: TestServer) -> str:
    return f"http://relay:{TOKEN}@{server.host}:{server.port}/signal/receive"


__all__ = ["KEY", "START", "TOKEN", "RelayHarness", "branch", "from_bot", "relay_harness", "team"]
