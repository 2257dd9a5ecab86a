"""The longest message that Signal carries holds up nobody else, whoever sends it, whatever it is.

Every conversation looks at every message. What takes long over each character of 64 KiB is what a
stranger can stop the relay with.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from harness.running import branch, relay_harness
from reporting import with_teams

from relay.language.vocabulary import vocabulary
from relay.language.words import shipped_locales

LONGEST = 64 * 1024
"""Bytes, as recorded: `webhook: message of 64 KiB`."""

MOST_CALLS = LONGEST
"""Python functions that run for one message and its answer: a fifth of it at most, and not one for
each character. Counted, because seconds depend on what else a machine does."""

PIECES = {
    "one word": "m",
    "words": "a b ",
    "lines": "a\n",
    "numbers": "1. ",
    "links": "http://a ",
    "names": "@a.b ",
    "labels": "meeting: ",
    "moments": "mon 1st 7pm ",
    "marks": "*",
    "words between marks": "~*words of it*~ ",
    "thumbs": "👍🏽",
    "right to left": "א ",
    "controls": "\u202ea\x07",
}
BEGINNINGS = ("", "announce ", "announce: friday 7pm ", "meeting: ", "agenda ", "report ", "next ")


@contextmanager
def counted() -> Iterator[list[None]]:
    """Every call of a Python function, a generator that goes on included."""
    calls: list[None] = []

    def note(_: FrameType, event: str, __: object) -> None:
        if event == "call":
            calls.append(None)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def longest(piece: str, beginning: str) -> str:
    room = LONGEST - len(beginning.encode())
    return beginning + piece * (room // len(piece.encode()))


@pytest.fixture(autouse=True, scope="module")
def languages_read() -> None:
    """Each is read with the first message that needs it, and then never again."""
    for locale in shipped_locales():
        vocabulary(locale)


@pytest.mark.parametrize("piece", PIECES)
async def test_it_is_answered_soon(piece: str, tmp_path: Path) -> None:
    async with relay_harness(tmp_path) as on:
        cast = with_teams(on)
        async with on.running(branch("hackney", on.alex)):
            stranger = on.signal.new_phone("Sam")
            senders = [(on.alex, beginning) for beginning in BEGINNINGS]
            for phone, beginning in [
                *senders,
                (stranger, ""),
                (stranger, "report "),
                (cast.una, ""),
            ]:
                text = longest(PIECES[piece], beginning)
                # Patterns are compiled with the first message that needs them.
                await on.say(phone, f"{beginning}{PIECES[piece] * 2}")
                await on.say(phone, "no")
                with counted() as calls:
                    assert await on.say(phone, text)
                assert len(calls) < MOST_CALLS, (phone.person.name, beginning)
                await on.say(phone, "no")
