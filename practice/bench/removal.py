"""How long it takes until somebody is out of all groups of a branch, once it is decided."""

import asyncio
import json
import time
from pathlib import Path

from practice.bench.measures import Result
from practice.bench.rig import REAL_CALL_SECONDS, SECRETS, Rig, calm, relay_rig
from practice.groups import Group, LinkState, Permission
from practice.phones import Phone
from relay.conduct.hearing.watched_groups import LOOK_EVERY
from relay.groups.declared import declared_groups
from relay.language.words import Words
from relay.settings import load_settings

GROUPS = 50
_ANSWERS = ("1", "1", "no", "1", "Three people have left.", "They went on for days.", "4", "yes")
"""The group, the one person in it, and so on to the removal."""


async def removal(folder: Path) -> Result:
    """Seconds from the second moderator's thumb to the last of `GROUPS` that somebody is out of.

    And until the relay has seen all of it, and has nothing to do any more.
    """
    async with relay_rig(folder, people=3, latency=REAL_CALL_SECONDS) as rig:
        first, second, person = rig.people
        groups = _declare(rig, person, (first, second))
        await rig.relay.start()
        await calm(rig)
        await asyncio.sleep(LOOK_EVERY.total_seconds())
        await _propose(first)
        offer = await second.next(within=30)
        begin = time.perf_counter()
        second.react(offer.timestamp, "👍")
        while any(person.aci in group.members for group in groups):  # noqa: ASYNC110 -- see above
            await asyncio.sleep(0.01)
        out = time.perf_counter() - begin
        await calm(rig)
        seen = time.perf_counter() - begin
    return Result({"removal_50_s": out}, {"removal_50_seen_s": round(seen, 2)})


async def _propose(moderator: Phone) -> None:
    """Have one moderator propose to remove the only person in the first group."""
    moderator.skip()
    for text in ("decide", *_ANSWERS):
        moderator.say(text)
        await moderator.next(within=30)


def _declare(rig: Rig, person: Phone, moderators: tuple[Phone, ...]) -> list[Group]:
    """Make the groups as they are declared, with one person in each, and declare them."""
    made = [rig.signal.new_group(f"Group {index}", [person]) for index in range(GROUPS)]
    config = rig.folder / "relay.toml"
    lines = [
        f"moderators = {json.dumps([one.aci for one in moderators])}",
        *(
            f'[[branches.groups]]\nid = "{group.api_id}"\nkind = "chat"\nname = "{group.name}"'
            for group in made
        ),
    ]
    with config.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    by_id = {group.api_id: group for group in made}
    for declared in declared_groups(load_settings(config, SECRETS), Words()):
        group = by_id[declared.id]
        group.description = declared.description
        group.send_messages = Permission(str(declared.permissions.send_messages))
        group.add_members = Permission(str(declared.permissions.add_members))
        group.link = LinkState(str(declared.link))
    return made
