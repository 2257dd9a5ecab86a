"""Colours that people can tell apart, by the contrast rules of WCAG 2.2 (1.4.3 and 1.4.11)."""

import re

Rgb = tuple[int, int, int]

SHAPE_CONTRAST = 3.0
"""The least for a shape that carries meaning (WCAG 2.2, 1.4.11)."""

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
_SOFT_BLACK: Rgb = (26, 26, 26)
_COMFORTABLE = 7.0
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)


def parse_colour(text: str) -> Rgb:
    """Read `#rrggbb`.

    Raises:
        ValueError: it is anything else.
    """
    found = _HEX.fullmatch(text)
    if found is None:
        raise ValueError("a colour is # and six hexadecimal digits")
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    # WCAG prints 0.03928; sRGB (IEC 61966-2-1) has 0.04045. No 8-bit colour lies between them.
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(background: Rgb) -> Rgb:
    """Return the colour of text that is easiest to read on `background`.

    Black or white reaches at least 4.58 on any colour. Where there is contrast to spare, black
    gives way to a softer one.
    """
    if contrast(_SOFT_BLACK, background) >= _COMFORTABLE:
        return _SOFT_BLACK
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, background))


def accent_on(background: Rgb, wanted: Rgb) -> Rgb:
    """Return `wanted` where a shape in it is seen on `background`, the colour of text otherwise."""
    return wanted if contrast(wanted, background) >= SHAPE_CONTRAST else text_on(background)
