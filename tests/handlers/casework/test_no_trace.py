"""To somebody who may not know of a case, the world with it and the world without it are one."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from harness.cases import CaseHarness, report, seen, write_on
from harness.running import branch, relay_harness
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handlers.casework.commands import commands
from practice.phones import Phone
from practice.seen import SeenMessage

_COMMANDS = sorted(command.id for command in commands.declared())
_WORDS = (*_COMMANDS, "help", "whoami", "xyzzy", "yes", "no", "confirm officer", "queue")
_NAMES = st.sampled_from(["the name", "a slip", "half of it", "another", "nothing"])
_RESTS = st.sampled_from(["", "resolved", "region", "1", "Thank you", "Ring Sam on 07700 900123"])
_LINES = st.tuples(st.sampled_from(_WORDS), _NAMES, _RESTS, st.booleans())
_WHO = st.sampled_from(["ben", "alex"])
_STEPS = st.lists(st.tuples(_WHO, _LINES, st.sampled_from([0, 0, 0, 1, 26, 80])), max_size=8)

Line = tuple[str, str, str, bool]


def _typed(line: Line, name: str) -> str:
    word, which, rest, _ = line
    first, second, number = name.split()
    named = {
        "the name": name,
        "a slip": f"{first[:-1]} {second} {number}",
        "half of it": f"{first} {second}",
        "another": "amber river 12",
        "nothing": "",
    }[which]
    return f"{word} {named} {rest}".strip()


async def _play(
    steps: Sequence[tuple[str, Line, int]], folder: Path, case: str | None
) -> tuple[str, list[list[str]]]:
    """Live through the steps; with a case if `case` is None, else without one but with its name.

    Returns:
        The name, and what each of the two has read.
    """
    async with relay_harness(folder) as on_stage:
        cast = CaseHarness(on_stage)
        async with on_stage.running(branch("hackney", cast.alex)):
            # In both worlds there is one case they may know of.
            await report(on_stage, cast.stage.signal.new_phone("Rio"), "Known.", to="region")
            name = case or await report(on_stage, cast.mo, "Ben did it.", without=["Deputy"])
            for number, (who, line, hours) in enumerate(steps):
                phone = getattr(cast, who)
                quote = None
                if case is None and line[3]:
                    quote = _quote_of_a_part(cast)
                elif line[3]:
                    quote = _quote_of_nothing(cast)
                phone.say(_typed(line, name), quote=quote)
                await on_stage.settle()
                if case is None and number % 3 == 0:
                    await write_on(on_stage, cast.mo, "And again.", origin=2_000 + number)
                if hours:
                    await on_stage.wait(timedelta(hours=hours))
            return name, [_read(cast.ben), _read(cast.alex)]


def _read(phone: Phone) -> list[str]:
    """What somebody has read. Account ids are drawn anew in each world."""
    return [text.replace(phone.aci, "their account id") for text in seen(phone)]


def _quote_of_a_part(cast: CaseHarness) -> SeenMessage:
    """A forged quote of a part that another officer has."""
    return cast.ada.messages()[-1]


def _quote_of_nothing(cast: CaseHarness) -> SeenMessage:
    """A forged quote of a message that is about nothing."""
    cast.ada.say("A message of my own.")
    return cast.ada.messages()[-1]


@given(_STEPS)
# An example is two whole relays: too slow to look for the smallest one that fails.
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_whoever_may_not_know_of_a_case_reads_the_same_with_and_without_it(
    steps: list[tuple[str, Line, int]],
) -> None:
    async def both() -> None:
        with TemporaryDirectory() as folder:
            (Path(folder) / "with").mkdir()
            (Path(folder) / "without").mkdir()
            name, with_it = await _play(steps, Path(folder) / "with", None)
            _, without_it = await _play(steps, Path(folder) / "without", name)
            assert with_it == without_it

    asyncio.run(both())


@pytest.mark.parametrize("who", ["ben", "alex"])
async def test_reminders_tell_them_nothing_either(cast: CaseHarness, who: str) -> None:
    await report(cast.stage, cast.mo, "Ben did it.", without=["Deputy"])
    await cast.stage.wait(timedelta(hours=100))
    assert seen(getattr(cast, who)) == []
