"""What a branch with many groups costs: calls while nothing happens, and a wish to join."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

from practice import traffic
from practice.bench.measures import Result, resident_mb
from practice.bench.rig import REAL_CALL_SECONDS, SECRETS, Rig, calm, relay_rig
from practice.groups import Group, LinkState, Permission
from practice.phones import Phone
from relay.groups.declared import declared_groups
from relay.groups.polling import EVERY
from relay.language.words import Words
from relay.settings import load_settings

GROUPS = 40
PEOPLE = 3000
EACH_IN = 3
"""Groups that everybody is in."""
_ROUNDS = 20
_APART = 1.2
"""Seconds between two wishes: who asks within a second of somebody else waits for it."""
_KINDS = (
    ("chat", 3),
    ("board", 1),
    ("area", 16),
    ("caucus", 5),
    ("working", 15),
)
"""Of which sixteen areas, the chats and the board have a link that asks an admin first."""


async def groups(folder: Path) -> Result:
    """Calls a minute of a relay with `GROUPS` and `PEOPLE` that has nothing to do, and more.

    The time from the envelope that tells that a group was changed, in which somebody asks to be let
    in, to the message on a keeper's phone; and the memory of all that.
    """
    async with relay_rig(folder, people=PEOPLE, latency=REAL_CALL_SECONDS) as rig:
        kept = _declare(rig)
        await rig.relay.start()
        await calm(rig)
        await asyncio.sleep(_APART)
        resting = resident_mb(rig.relay.pid)
        asked = rig.signal.signal_cli.asked
        before = len(asked)
        await asyncio.sleep(EVERY.total_seconds())
        idle = (len(asked) - before) * 60 / EVERY.total_seconds()
        times = [time async for time in _wishes(rig, kept)]
        after = resident_mb(rig.relay.pid)
    return Result(
        {
            "groups_idle_calls_per_min": idle,
            "groups_rss_mb": resting,
            "join_p95_ms": statistics.quantiles(times, n=20)[-1] * 1000,
        },
        {
            "groups_joins_ms": {
                "median": round(statistics.median(times) * 1000, 1),
                "most": round(max(times) * 1000, 1),
            },
            "groups_rss_mb_after_joins": after,
        },
    )


def _declare(rig: Rig) -> list[Group]:
    """Make the groups, as declared, and declare them; return those that ask an admin first."""
    found = list(_made(rig))
    config = rig.folder / "relay.toml"
    tables = [
        f'[[branches.groups]]\nid = "{group.api_id}"\nkind = "{kind}"\nname = "{group.name}"\n'
        'entry = "asked"\n'
        for kind, group in found
    ]
    with config.open("a", encoding="utf-8") as file:
        file.write("\n".join(tables))
    settings = load_settings(config, SECRETS)
    by_id = {group.api_id: group for _, group in found}
    for declared in declared_groups(settings, Words()):
        group = by_id[declared.id]
        group.description = declared.description
        group.send_messages = Permission(str(declared.permissions.send_messages))
        group.add_members = Permission(str(declared.permissions.add_members))
        group.link = LinkState(str(declared.link))
    return [group for group in by_id.values() if group.link is LinkState.WITH_APPROVAL]


def _made(rig: Rig) -> Iterator[tuple[str, Group]]:
    kinds = [kind for kind, count in _KINDS for _ in range(count)]
    size = len(rig.people) * EACH_IN // len(kinds)
    for index, kind in enumerate(kinds):
        members = [rig.people[(index * size + one) % len(rig.people)] for one in range(size)]
        yield kind, rig.signal.new_group(f"{kind.capitalize()} {index}", members)


async def _wishes(rig: Rig, kept: Sequence[Group]) -> AsyncIterator[float]:
    admin, world = rig.admins[0], rig.signal.world
    for index in range(_ROUNDS):
        group = kept[index % len(kept)]
        newcomer: Phone = rig.signal.new_phone(f"Newcomer {index}")
        newcomer.ask_to_join(group)
        chat = world.group_chat(group.internal_id)
        member = world.people[next(iter(group.members))]
        await asyncio.sleep(_APART)
        admin.skip()
        begin = time.perf_counter()
        traffic.group_changed(world, member, chat)
        await admin.next(within=30)
        yield time.perf_counter() - begin
