"""When who does what in the hour."""

import asyncio
from collections.abc import Sequence
from random import Random

from practice.bench.soak.environment import House
from practice.bench.soak.people import Activity, People

_EACH_BRANCH = {
    "announces": 1,
    "announces_a_picture": 1,
    "meets": 1,
    "asks": 10,
    "looks_up": 3,
    "reads": 10,
}
"""How often each happens in every branch."""

_REPORTS_OF_TEN_BRANCHES = 3
_CAPTCHAS = 2
_BLUESKY_PAUSES = 3
_QUIET_END = 0.9

Entry = tuple[float, Activity, House]


def planned(people: People, houses: Sequence[House], seconds: float, random: Random) -> list[Entry]:
    """Return everything that will happen, earliest first.

    Args:
        people: who do it.
        houses: the branches.
        seconds: how long the compressed hour is; nothing begins in its last tenth.
        random: scatters it.
    """
    wanted: list[tuple[Activity, House]] = [
        (getattr(people, name), house)
        for house in houses
        for name, times in _EACH_BRANCH.items()
        for _ in range(times)
    ]
    reports = max(1, len(houses) * _REPORTS_OF_TEN_BRANCHES // 10)
    wanted += [(people.reports, house) for house in random.sample(list(houses), reports)]
    wanted += [(people.proves, random.choice(houses)) for _ in range(_CAPTCHAS)]
    wanted += [(people.waits_for_bluesky, houses[0]) for _ in range(_BLUESKY_PAUSES)]
    entries = [(random.uniform(0, seconds * _QUIET_END), *each) for each in wanted]
    return sorted(entries, key=lambda entry: entry[0])


async def lived(entries: Sequence[Entry]) -> list[str]:
    """Let everything happen in its time, and wait until it is over.

    Returns:
        The names of the activities in which somebody waited in vain for an answer.
    """
    loop = asyncio.get_running_loop()
    begin = loop.time()
    doing = []
    async with asyncio.TaskGroup() as group:
        for at, activity, house in entries:
            await asyncio.sleep(max(0.0, begin + at - loop.time()))
            doing.append(group.create_task(_unanswered(activity, house)))
    return [name for task in doing for name in task.result()]


async def _unanswered(activity: Activity, house: House) -> list[str]:
    try:
        await activity(house)
    except TimeoutError:
        return [activity.__name__]
    return []
