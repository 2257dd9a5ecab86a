"""The small signs on a card, as masks: white is ink.

Drawn large and scaled down, for smooth edges.
"""

from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw

_LARGE = 240
_Drawer = Callable[[ImageDraw.ImageDraw], None]


@cache
def _mask(drawer: _Drawer, side: int) -> Image.Image:
    large = Image.new("L", (_LARGE, _LARGE), 0)
    drawer(ImageDraw.Draw(large))
    return large.resize(
        (side, side), Image.Resampling.BOX if side > 60 else Image.Resampling.LANCZOS
    )


def calendar(side: int) -> Image.Image:
    """A leaf of a calendar: when."""
    return _mask(_calendar, side)


def pin(side: int) -> Image.Image:
    """A drop with a hole, as on maps: where."""
    return _mask(_pin, side)


def information(side: int) -> Image.Image:
    """The letter i in a circle: who can come. A wheelchair would promise what the text may not."""
    return _mask(_information, side)


def triangle(side: int) -> Image.Image:
    """A triangle with an exclamation mark: changed."""
    return _mask(_triangle, side)


def cross(side: int) -> Image.Image:
    """A ring with a cross in it: cancelled."""
    return _mask(_cross, side)


def _calendar(pen: ImageDraw.ImageDraw) -> None:
    pen.rounded_rectangle((10, 30, 230, 232), 30, fill=255)
    pen.rounded_rectangle((34, 92, 206, 208), 10, fill=0)
    for left in (62, 152):
        pen.rounded_rectangle((left - 6, 0, left + 32, 66), 12, fill=0)
        pen.rounded_rectangle((left, 6, left + 26, 60), 12, fill=255)
    for top in (114, 160):
        for left in (54, 104, 154):
            pen.rectangle((left, top, left + 32, top + 28), fill=255)


def _pin(pen: ImageDraw.ImageDraw) -> None:
    pen.ellipse((38, 2, 202, 166), fill=255)
    pen.polygon(((50, 124), (190, 124), (120, 238)), fill=255)
    pen.ellipse((86, 50, 154, 118), fill=0)


def _information(pen: ImageDraw.ImageDraw) -> None:
    pen.ellipse((8, 8, 232, 232), fill=255)
    pen.ellipse((102, 44, 138, 80), fill=0)
    pen.polygon(
        (
            (88, 98),
            (138, 98),
            (138, 172),
            (156, 172),
            (156, 194),
            (84, 194),
            (84, 172),
            (102, 172),
            (102, 120),
            (88, 120),
        ),
        fill=0,
    )


def _triangle(pen: ImageDraw.ImageDraw) -> None:
    pen.polygon(((120, 8), (236, 222), (4, 222)), fill=255)
    pen.polygon(((106, 84), (134, 84), (128, 156), (112, 156)), fill=0)
    pen.ellipse((105, 170, 135, 200), fill=0)


def _cross(pen: ImageDraw.ImageDraw) -> None:
    pen.ellipse((4, 4, 236, 236), fill=255)
    pen.ellipse((30, 30, 210, 210), fill=0)
    pen.line((72, 72, 168, 168), fill=255, width=30)
    pen.line((168, 72, 72, 168), fill=255, width=30)
