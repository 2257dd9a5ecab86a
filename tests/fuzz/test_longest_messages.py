"""The longest message that Signal carries holds up nobody else, whoever sends it, whatever it is.

Every conversation looks at every message. What takes long over each character of 64 KiB is what a
stranger can stop the relay with.
"""

import time
from pathlib import Path

import pytest
from reporting import with_teams
from stage import branch, stage

LONGEST = 64 * 1024
"""Bytes, as recorded: `webhook: message of 64 KiB`."""

SECONDS = 1.0
"""Of the processor, for one message with its answer: some three times what any takes."""

PIECES = {
    "one word": "m",
    "words": "a b ",
    "lines": "a\n",
    "numbers": "1. ",
    "links": "http://a ",
    "names": "@a.b ",
    "labels": "meeting: ",
    "moments": "mon 1st 7pm ",
    "thumbs": "👍🏽",
    "right to left": "א ",
    "controls": "\u202ea\x07",
}
BEGINNINGS = ("", "announce ", "announce: friday 7pm ", "meeting: ", "agenda ", "report ", "next ")


def longest(piece: str, beginning: str) -> str:
    room = LONGEST - len(beginning.encode())
    return beginning + piece * (room // len(piece.encode()))


@pytest.mark.parametrize("piece", PIECES)
async def test_it_is_answered_soon(piece: str, tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
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
                began = time.process_time()
                assert await on.say(phone, text)
                assert time.process_time() - began < SECONDS, (phone.person.name, beginning)
                await on.say(phone, "no")
