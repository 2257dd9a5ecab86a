"""Records anew, and says what is not as it was.

`python -m behaviour` plays everything, `python -m behaviour report officer` only the states whose
names begin so. It ends with 1 if anything has changed.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from behaviour import record
from behaviour.noticed import Sentences
from behaviour.playing import Tried, everything, messages_of, playing
from behaviour.states import STATES, State, chains

_PROCESSES = 2

Played = tuple[dict[Tried, str], dict[str, str]]
"""Outcomes by combination, and sentences by name."""


def main(beginnings: Sequence[str]) -> int:
    """Play and write it down; return the exit code."""
    began = time.monotonic()
    was, old = record.read(), record.read_sentences()
    played = _play(beginnings)
    found = {tried: outcome for outcomes, _ in played for tried, outcome in outcomes.items()}
    now = {tried: found.get(tried, was.get(tried, "")) for tried in everything()}
    said = {**old, **{name: text for _, texts in played for name, text in texts.items()}}
    record.write(now, said)
    for line in record.differences(was, now, said):
        sys.stdout.write(f"{line}\n")
    seconds = time.monotonic() - began
    sys.stdout.write(f"{len(found)} of {len(now)} combinations played in {seconds:.0f} s\n")
    return int(was != now)


def _play(beginnings: Sequence[str]) -> list[Played]:
    wanted = [[one for one in chain if _is_meant(one, beginnings)] for chain in chains()]
    shares: list[list[str]] = [[] for _ in range(_PROCESSES)]
    for chain in sorted(wanted, key=_weight, reverse=True):
        min(shares, key=_weight_of_names).extend(state.name for state in chain)
    with ProcessPoolExecutor(_PROCESSES) as pool:
        return list(pool.map(_share, shares))


def _share(names: list[str]) -> Played:
    return asyncio.run(_played([state for state in STATES if state.name in names]))


async def _played(states: Sequence[State]) -> Played:
    sentences, outcomes = Sentences(), {}
    async with playing(sentences) as player:
        for state in states:
            for message, outcome in (await player.play(state.name, [*messages_of(state)])).items():
                outcomes[state.name, message] = str(outcome)
    return outcomes, dict(sentences)


def _is_meant(state: State, beginnings: Sequence[str]) -> bool:
    return not beginnings or state.name.startswith(tuple(beginnings))


def _weight(states: Sequence[State]) -> int:
    return sum(len(messages_of(state)) for state in states)


def _weight_of_names(names: Sequence[str]) -> int:
    return _weight([state for state in STATES if state.name in names])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
