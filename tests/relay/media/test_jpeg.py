"""What stays of a JPEG: what decoding needs, and not one byte more."""

import io
from collections.abc import Iterator
from itertools import product

import pytest
from PIL import Image

from relay.media.errors import MediaError
from relay.media.jpeg import without_metadata

HIDDEN = b"Photographed by Noor at 51.5450, -0.0553"
START = b"\xff\xd8"
STANDALONE = {0x00, 0x01, *range(0xD0, 0xDA), 0xFF}
"""Markers without a length, and what is none."""


def picture(mode: str = "RGB", **more: bool) -> bytes:
    made = Image.linear_gradient("L").resize((64, 48)).convert(mode)
    out = io.BytesIO()
    made.save(out, "jpeg", **more)
    return out.getvalue()


KINDS = {
    "plain": picture(),
    "progressive": picture(progressive=True),
    "optimized": picture(optimize=True),
    "grey": picture("L"),
    "with Adobe's segment": picture("CMYK"),
}


def pixels(jpeg: bytes) -> bytes:
    return Image.open(io.BytesIO(jpeg)).tobytes()


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def segments(jpeg: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each segment before the first pixels begins and ends, and which it is."""
    at = 2
    while True:
        after = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        yield at, after, jpeg[at + 1]
        if jpeg[at + 1] == 0xDA:
            return
        at = after


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_stays_as_it_was(kind: str) -> None:
    cleaned = without_metadata(KINDS[kind])
    assert pixels(cleaned) == pixels(KINDS[kind])
    assert without_metadata(cleaned) == cleaned


def test_no_marker_brings_words_along() -> None:
    for marker in set(range(256)) - STANDALONE:
        hiding = START + segment(marker, HIDDEN) + KINDS["plain"][2:]
        try:
            cleaned = without_metadata(hiding)
        except MediaError:
            continue
        assert HIDDEN[8:24] not in cleaned, hex(marker)


@pytest.mark.parametrize("kind", KINDS)
def test_no_segment_that_is_needed_is_longer_than_it_has_to_be(kind: str) -> None:
    jpeg = KINDS[kind]
    for at, after, marker in segments(jpeg):
        longer = jpeg[:at] + segment(marker, jpeg[at + 4 : after] + HIDDEN) + jpeg[after:]
        cleaned = without_metadata(longer)
        assert HIDDEN[16:] not in cleaned, hex(marker)
        assert pixels(cleaned) == pixels(jpeg)


@pytest.mark.parametrize("beginning", [b"JFIF\x00", b"JFXX\x00", b"Adobe", b"Adobe_CM", b""])
def test_no_application_segment_hides_behind_its_name(beginning: bytes) -> None:
    for marker, said in product(range(0xE0, 0xF0), (HIDDEN, HIDDEN[:8], HIDDEN * 40)):
        hiding = START + segment(marker, beginning + said) + KINDS["plain"][2:]
        assert b"Noor" not in without_metadata(hiding)
        assert b"Photograp" not in without_metadata(hiding)
