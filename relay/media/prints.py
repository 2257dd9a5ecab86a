"""How a picture looks and what a paper says, so that a copy is known again without keeping it.

A picture is known by difference hashes (each bit: is this spot brighter than the one beside it),
which survive another size, another quality and another format. A screenshot has bars round the
picture, which are left out; of a crop edges are missing, so a picture is known without its edges,
too. A changed figure in a picture changes next to nothing: two that look alike are never called the
same because of it.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from relay.media.errors import MediaError
from relay.media.kinds import Kind, kind_of
from relay.media.pages import drawn, opened
from relay.media.pictures import clean_picture

if TYPE_CHECKING:
    from PIL import Image as PillowImage

SIDE = 10
"""Spots along each side: 2 × 100 bits."""
BITS = 2 * SIDE * SIDE
MOST_PAGES = 20
"""Pages of a paper that are looked at; of all others it is known that there are more."""
MOST_WORDS = 8_000
"""Characters of a paper's words."""
_SEEN_AT = 480
"""Pixels along the longer side at which a picture is looked at."""
_EDGES = (0.03, 0.06, 0.1)
"""How much of a picture a crop may lack at each edge, to be known at all."""
_EVEN = 12
"""How much the spots of a line differ at most that is part of a bar (0 to 255)."""
_LEAST = 0.12
"""Of the height of a screenshot that the picture in it has at least."""


@dataclass(frozen=True)
class Prints:
    """What is kept of a file in place of it.

    Attributes:
        sha256: of its bytes as they came, lower case hexadecimal.
        media: `picture` or `paper`.
        looks: how it looks: the whole picture, and what may be the picture in it; or page by page.
        crops: how it looks without some of its edges.
        words: what a paper says.
        pages: how many a paper has.
    """

    sha256: str
    media: str
    looks: tuple[str, ...] = ()
    crops: tuple[str, ...] = ()
    words: str = field(default="", repr=False)
    pages: int = 0

    def to_json(self) -> str:
        """Return it for a store."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Prints":
        """Read what `to_json` has written."""
        read = json.loads(text)
        return cls(**read | {"looks": tuple(read["looks"]), "crops": tuple(read["crops"])})

    def distance(self, asked: "Prints") -> int:
        """Return in how many spots of `BITS` the picture that is asked about looks other than this.

        Args:
            asked: of the other picture, which may be a part of this one, or have it within it.
        """
        pairs = ((one, other) for one in (*self.looks, *self.crops) for other in asked.looks)
        return min((distance(*pair) for pair in pairs), default=BITS)


def prints_of(data: bytes) -> Prints:
    """Return the prints of a picture or a paper.

    Raises:
        MediaError: it is neither, or cannot be opened.
    """
    digest = hashlib.sha256(data).hexdigest()
    kind = kind_of(data)
    if kind is Kind.PAPER:
        return _of_paper(data, digest)
    if kind is not Kind.PICTURE:
        raise MediaError("unsupported")
    from PIL import Image

    clean = clean_picture(data, max_dimension=_SEEN_AT * 2)
    with Image.open(io.BytesIO(clean.data)) as picture:
        whole = _seen(picture)
    parts = [part for part in (whole, _inner(whole)) if part is not None]
    looks, crops = map(_look, parts), map(_look, _crops(whole))
    return Prints(digest, "picture", tuple(dict.fromkeys(looks)), tuple(dict.fromkeys(crops)))


def distance(one: str, other: str) -> int:
    """Return in how many spots two looks differ, of `BITS`."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _of_paper(data: bytes, digest: str) -> Prints:
    words, looks = [], []
    with opened(data) as document:
        pages = len(document)
        for number in range(min(pages, MOST_PAGES)):
            page = document[number]
            words.append(page.get_textpage().get_text_bounded())
            page.close()
            picture, _ = drawn(document, number, longest_side=_SEEN_AT)
            looks.append(_look(_seen(picture)))
    said = "\n".join(words)[:MOST_WORDS]
    return Prints(digest, "paper", tuple(looks), words=said, pages=pages)


def _seen(picture: "PillowImage.Image") -> "PillowImage.Image":
    from PIL import Image

    if picture.mode in ("RGBA", "LA"):
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    grey = picture.convert("L")
    grey.thumbnail((_SEEN_AT, _SEEN_AT))
    return grey


def _crops(picture: "PillowImage.Image") -> "Iterator[PillowImage.Image]":
    """The picture without one of its edges, or without all."""
    width, height = picture.size
    for edge in _EDGES:
        x, y = round(width * edge), round(height * edge)
        for box in (
            (x, y, width - x, height - y),
            (x, 0, width, height),
            (0, y, width, height),
            (0, 0, width - x, height),
            (0, 0, width, height - y),
        ):
            yield picture.crop(box)


def _inner(picture: "PillowImage.Image") -> "PillowImage.Image | None":
    """The tallest part between bars of one colour, as a screenshot has; None without bars."""
    lines = _is_content(picture)
    top, bottom = _longest(lines)
    if bottom - top < _LEAST * picture.height:
        return None
    columns = _is_content(_turned(picture.crop((0, top, picture.width, bottom))))
    left, right = _longest(columns)
    is_part = (left, top, right, bottom) != (0, 0, *picture.size)
    large = right - left > SIDE and bottom - top > SIDE
    return picture.crop((left, top, right, bottom)) if is_part and large else None


def _turned(picture: "PillowImage.Image") -> "PillowImage.Image":
    from PIL import Image

    return picture.transpose(Image.Transpose.TRANSPOSE)


def _is_content(picture: "PillowImage.Image") -> list[bool]:
    """For each line whether it is part of no bar: a bar is as even as the first or last line."""
    width, pixels = picture.width, picture.tobytes()
    lines = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    shades = [line[0] for line in (lines[0], lines[-1]) if _is_even(line)]
    return [
        not _is_even(line) or all(abs(line[0] - shade) > _EVEN for shade in shades)
        for line in lines
    ]


def _is_even(line: bytes) -> bool:
    return max(line) - min(line) <= _EVEN


def _longest(lines: list[bool]) -> tuple[int, int]:
    """From where up to where the longest stretch of content goes."""
    best, start = (0, 0), None
    for place, content in enumerate([*lines, False]):
        if content and start is None:
            start = place
        elif not content and start is not None:
            best = max(best, (start, place), key=lambda one: one[1] - one[0])
            start = None
    return best


def _look(picture: "PillowImage.Image") -> str:
    import dhash
    from PIL import Image

    small = picture.resize((SIDE + 1, SIDE + 1), Image.Resampling.LANCZOS)
    row, column = dhash.dhash_row_col(list(small.tobytes()), size=SIDE)
    return f"{row << SIDE * SIDE | column:0{BITS // 4}x}"
