"""Records anew, and says what is not as it was: `python -m behaviour`, in a few processes."""

import asyncio
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from behaviour import record
from behaviour.noticed import Sentences
from behaviour.playing import everything, messages_of, playing
from behaviour.states import STATES, chains

_PROCESSES = 2


def main() -> None:
    """Play everything and write it down; end with 1 if anything has changed."""
    began = time.monotonic()
    was, old = record.read(), record.read_sentences()
    shares = [chains()[part::_PROCESSES] for part in range(_PROCESSES)]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        played = list(
            pool.map(_play, [[s.name for chain in share for s in chain] for share in shares])
        )
    found = {tried: outcome for outcomes, _ in played for tried, outcome in outcomes.items()}
    now = {tried: found[tried] for tried in everything()}
    sentences = {name: text for _, said in played for name, text in said.items()}
    record.write(now, sentences)
    for line in record.differences(was, now, {**old, **sentences}):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        f"{len(now)} combinations, {len(sentences)} sentences, {time.monotonic() - began:.0f} s\n"
    )
    sys.exit(was != now)


def _play(names: list[str]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    return asyncio.run(_played(names))


async def _played(names: list[str]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    sentences, outcomes = Sentences(), {}
    async with playing(sentences) as player:
        for state in (one for one in STATES if one.name in names):
            for message, outcome in (await player.play(state.name, [*messages_of(state)])).items():
                outcomes[state.name, message] = str(outcome)
    return outcomes, dict(sentences)


if __name__ == "__main__":
    main()
