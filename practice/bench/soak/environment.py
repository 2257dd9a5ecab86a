"""What a soak takes place on: a stand-in, many branches, a Bluesky server for some, and a relay."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from practice.bench.rig import STORE_KEY, TOKEN, free_port
from practice.groups import Group
from practice.pds import PracticeAccount, PracticePds
from practice.phones import Phone
from practice.relay_process import RelayProcess
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning
from relay.destinations.bluesky.kind import BlueskyKind

MEMBERS = 5
LEAD = "15m"
"""How long before a meeting its reminder comes: the shortest that there is."""

_LATENCY = 0.005


@dataclass(frozen=True)
class House:
    """A branch: who looks after it, its group, who is in that, and its account if it has one."""

    slug: str
    admin: Phone
    group: Group
    members: Sequence[Phone]
    account: PracticeAccount | None


@dataclass(frozen=True)
class Environment:
    """Everything that runs."""

    signal: PracticeSignal
    relay: RelayProcess
    houses: Sequence[House]
    officers: Sequence[Phone]
    pds: PracticePds | None
    store: Path
    temporary: Path


@asynccontextmanager
async def soak_environment(
    folder: Path, *, branches: int, on_bluesky: int
) -> AsyncIterator[Environment]:
    """Prepare everything; the relay is not started yet, and is ended with the block.

    Args:
        folder: an empty one for settings, store, log and temporary files.
        branches: how many there are.
        on_bluesky: how many of them have an account.

    Raises:
        PdsMissing: the Bluesky server is not installed.
    """
    listen = f"127.0.0.1:{free_port()}"
    webhook = f"http://relay:{TOKEN}@{listen}/signal/receive"
    store, temporary = folder / "relay.db", folder / "temporary"
    await asyncio.to_thread(temporary.mkdir)
    pds = await asyncio.to_thread(PracticePds, folder / "bluesky") if on_bluesky else None
    try:
        async with practice_signal(webhook=webhook, tuning=Tuning(latency=_LATENCY)) as signal:
            accounts = [
                await pds.create_account(f"branch{index}")
                for index in range(on_bluesky)
                if pds is not None
            ]
            houses = [
                _house(signal, index, accounts[index] if index < len(accounts) else None)
                for index in range(branches)
            ]
            officers = [signal.new_phone(f"Officer {index}") for index in range(2)]
            config = folder / "relay.toml"
            lines = [
                "[signal]",
                f"number = {json.dumps(signal.number)}",
                f"api_url = {json.dumps(signal.url)}",
                f'[web]\nlisten = "{listen}"\npublic_url = "http://{listen}"',
                f"[store]\npath = {json.dumps(str(store))}",
                '[announcements]\nnight_from = "00:00"\nnight_until = "00:00"',
                *(_table(house, pds) for house in houses),
                _team(officers),
            ]
            await asyncio.to_thread(config.write_text, "\n".join(lines), encoding="utf-8")
            environment = {
                "RELAY_WEBHOOK_TOKEN": TOKEN,
                "RELAY_STORE_KEY": STORE_KEY,
                "TMPDIR": str(temporary),
            }
            for house in houses:
                if pds is not None and house.account is not None:
                    name = BlueskyKind().secret_variable(house.slug)
                    environment[name] = await pds.create_app_password(house.account, "relay")
            relay = RelayProcess(config, environment, listen, folder / "relay.log")
            try:
                yield Environment(signal, relay, houses, officers, pds, store, temporary)
            finally:
                await relay.kill()
    finally:
        if pds is not None:
            await asyncio.to_thread(pds.stop)


def _house(signal: PracticeSignal, index: int, account: PracticeAccount | None) -> House:
    admin = signal.new_phone(f"Admin {index}")
    members = [signal.new_phone(f"Member {index} {number}") for number in range(MEMBERS)]
    group = signal.new_group(f"Branch {index}", [admin, *members])
    return House(f"branch-{index}", admin, group, members, account)


def _table(house: House, pds: PracticePds | None) -> str:
    lines = [
        "[[branches]]",
        f'slug = "{house.slug}"',
        f"name = {json.dumps(house.group.name)}",
        f"admins = {json.dumps([house.admin.aci])}",
        f"announcement_groups = {json.dumps([house.group.api_id])}",
        f'reminders = ["{LEAD}"]',
    ]
    if pds is not None and house.account is not None:
        lines += [
            "[branches.bluesky]",
            f"handle = {json.dumps(house.account.handle)}",
            f"service = {json.dumps(pds.url)}",
        ]
    return "\n".join(lines)


def _team(officers: Sequence[Phone]) -> str:
    listed = ", ".join(
        f"{{ id = {json.dumps(officer.aci)}, role = {json.dumps(officer.person.name)} }}"
        for officer in officers
    )
    return f'[[safeguarding.teams]]\nslug = "team"\nname = "Team"\nofficers = [{listed}]\n'
