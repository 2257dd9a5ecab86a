"""Words of a page that nobody sees: under a bar or a picture, in the paper's colour, outside of it.

A page is drawn twice, with its words and without. Where a letter makes no difference, it is not
seen. That needs no list of the ways to hide one.
"""

import unicodedata
from typing import TYPE_CHECKING

from relay.media.pages import drawn

if TYPE_CHECKING:
    import pypdfium2
    from PIL import Image as PillowImage

MOST_UNSEEN = 3
"""Letters. A dot or two may come to lie under a line."""
_LONGEST_SIDE = 1_400
_MARGIN = 1


def has_unseen_words(
    document: "pypdfium2.PdfDocument",
    wordless: "pypdfium2.PdfDocument",
    number: int,
    asked_for: int,
) -> bool:
    """Return whether a page has more letters than a few that are not seen.

    Args:
        document: the file.
        wordless: the same file without its text.
        number: of the page.
        asked_for: how many letters its drawing asks for; more than there are to be read are unseen.
    """
    from PIL import ImageChops
    from pypdfium2 import PdfPosConv, raw

    page = document[number]
    text = page.get_textpage()
    count = text.count_chars()
    # Blanks and ends of lines that the reader has put between words are asked for by nobody.
    there = sum(raw.FPDFText_IsGenerated(text, index) != 1 for index in range(count))
    if asked_for - there > MOST_UNSEEN:
        return True
    if not count:
        return False
    one, _ = drawn(document, number, longest_side=_LONGEST_SIDE)
    other, _ = drawn(wordless, number, longest_side=_LONGEST_SIDE)
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    place = PdfPosConv(page, (0, 0, difference.width, difference.height, 0))
    unseen = 0
    for index in range(count):
        if not _is_letter(text.get_text_range(index, 1)):
            continue
        left, bottom, right, top = text.get_charbox(index)
        corners = place.to_bitmap(left, bottom), place.to_bitmap(right, top)
        unseen += _is_blank(difference, corners)
        if unseen > MOST_UNSEEN:
            return True
    return False


def _is_blank(
    difference: "PillowImage.Image", corners: tuple[tuple[int, int], tuple[int, int]]
) -> bool:
    """Return whether a letter makes no difference, corner to corner."""
    (one, two), (three, four) = corners
    box = (
        max(min(one, three) - _MARGIN, 0),
        max(min(two, four) - _MARGIN, 0),
        min(max(one, three) + _MARGIN, difference.width),
        min(max(two, four) + _MARGIN, difference.height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return True
    return all(extremes == (0, 0) for extremes in difference.crop(box).getextrema())


def _is_letter(text: str) -> bool:
    """Return whether it is something that leaves ink: no space, mark, or private use."""
    return bool(text) and unicodedata.category(text[0])[0] in "LN"
