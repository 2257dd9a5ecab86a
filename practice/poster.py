"""The tour's poster, drawn so that it looks as it is described: white letters, many hands."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_FONT = Path(__file__).parents[1] / "relay" / "cards" / "fonts" / "NotoSans-Bold.ttf"
_SIZE = (1000, 750)
_RED, _WHITE = (186, 28, 44), (255, 255, 255)
_SKINS = ((255, 219, 189), (141, 85, 56), (224, 172, 128), (94, 58, 40), (198, 134, 92))
_LINES = (("PUBLIC MEETING", 104, 60), ("Thursday 7pm", 78, 190))
# A photograph of the wall it hangs on knows where that is: Hackney Town Hall.
_GPS = 0x8825
_PLACE = {1: "N", 2: (51.0, 32.0, 44.0), 3: "W", 4: (0.0, 3.0, 19.0)}


def poster() -> bytes:
    """Return the poster as a phone's camera stores it: a JPEG with the place it was taken at."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", _SIZE, _RED)
    draw = ImageDraw.Draw(picture)
    for index, (left, top) in enumerate(_places()):
        _hand(draw, left, top, _SKINS[index % len(_SKINS)])
    for text, height, top in _LINES:
        font: FreeTypeFont = ImageFont.truetype(str(_FONT), height)
        draw.text((60, top), text, fill=_WHITE, font=font)
    exif = Image.Exif()
    exif.get_ifd(_GPS).update(_PLACE)
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, quality=88)
    return out.getvalue()


def _places() -> Iterator[tuple[int, int]]:
    for index in range(9):
        yield 30 + index * 106, 440 + (index * 67) % 120


def _hand(draw: "ImageDraw", left: int, top: int, skin: tuple[int, int, int]) -> None:
    """A raised hand: an arm, a palm, four fingers and a thumb."""
    draw.rectangle((left + 22, top + 100, left + 62, _SIZE[1]), fill=skin)
    draw.rounded_rectangle((left + 8, top + 52, left + 74, top + 132), 24, fill=skin)
    for finger, up in enumerate((16, 0, 4, 18)):
        edge = left + 8 + finger * 17
        draw.rounded_rectangle((edge, top + up, edge + 14, top + 84), 7, fill=skin)
    draw.rounded_rectangle((left + 66, top + 62, left + 90, top + 80), 9, fill=skin)
