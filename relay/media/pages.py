"""Pages of a PDF as pictures: what is seen of it, and nothing else.

A paper that comes with a report may hide more than any list knows, and whoever opens it may be
watched by it. A picture of a page has no author, no layer under another, no earlier version and
nothing that runs. It has no text either: a screen reader cannot read it.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from relay.media.errors import MediaError

if TYPE_CHECKING:
    import pikepdf
    import pypdfium2
    from PIL import Image as PillowImage

MAX_PAGES = 200
"""More are refused."""
MAX_BYTES = 24 * 1024 * 1024
"""Of all pages together, about: phones have to load them."""
_RESOLUTION = 150 / 72
"""Pixels a point: 150 an inch, at which small print can be read."""
_LONGEST_SIDE = 2_200
"""Pixels. Of posters, and of pages that claim to be metres wide."""
_LEAST_BYTES = 60_000
_TRIES = ((75, 1.0), (55, 1.0), (45, 0.7), (35, 0.5))
"""Quality of the JPEG, and how much smaller than it was drawn."""


def pages_as_pictures(data: bytes, *, max_pages: int = MAX_PAGES) -> bytes:
    """Return a new PDF whose pages are pictures of those of `data`.

    Raises:
        MediaError: `encrypted`, `damaged`, `unsupported` (not a PDF) or `too_complex`.
    """
    import pikepdf

    with opened(data) as document:
        if len(document) > max_pages:
            raise MediaError("too_complex")
        pdf = pikepdf.new()
        budget = max(MAX_BYTES // len(document), _LEAST_BYTES)
        for number in range(len(document)):
            picture, size = drawn(document, number)
            add_picture(pdf, packed(picture, budget), picture.mode, size)
        return written(pdf)


@contextmanager
def opened(data: bytes) -> "Iterator[pypdfium2.PdfDocument]":
    """Open a PDF to draw its pages. It has at least one.

    Raises:
        MediaError: see `pages_as_pictures`; also where what is done with it fails.
    """
    import pypdfium2

    if b"%PDF-" not in data[:1024]:
        raise MediaError("unsupported")
    try:
        document = pypdfium2.PdfDocument(data)
        # Or what is filled into a form is not drawn.
        document.init_forms()
        if not len(document):
            raise MediaError("damaged")
        yield document
        document.close()
    except (MediaError, MemoryError):
        raise
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise MediaError("encrypted" if locked else "damaged") from None
    except Exception:  # noqa: BLE001 - a file made to break the library can raise anything
        raise MediaError("damaged") from None


def drawn(
    document: "pypdfium2.PdfDocument", number: int, *, longest_side: int = _LONGEST_SIDE
) -> "tuple[PillowImage.Image, tuple[float, float]]":
    """Return how a page looks on the screen, and how large it is, in points.

    Raises:
        MediaError: `damaged`: it has no size.
    """
    page = document[number]
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise MediaError("damaged")
    scale = min(_RESOLUTION, longest_side / max(width, height))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    page.close()
    return _greyed(picture), (width, height)


def add_picture(
    pdf: "pikepdf.Pdf", jpeg: bytes, mode: str, size: tuple[float, float]
) -> "pikepdf.Page":
    """Append a page that is one picture.

    Args:
        pdf: where to.
        jpeg: the picture.
        mode: `L` or `RGB`.
        size: of the page, in points.
    """
    import pikepdf
    from PIL import Image

    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
        width, height = picture.size
    image = pdf.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(_points(size[0]), _points(size[1])))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=image))
    drawing = f"{_points(size[0])} 0 0 {_points(size[1])} 0 0 cm /X0 Do"
    page.Contents = pdf.make_stream(drawing.encode())
    return page


def written(pdf: "pikepdf.Pdf") -> bytes:
    """Return the bytes of a PDF that was made here."""
    import pikepdf

    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def _points(length: float) -> float:
    # A length that is not written as a plain number would not be read.
    return round(min(max(length, 3.0), 14_400.0), 2)


def _greyed(picture: "PillowImage.Image") -> "PillowImage.Image":
    """Return a picture without its colours, if it has none: a third of the bytes."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    channels = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    coloured = any(channel.getextrema() != (0, 0) for channel in channels)
    return picture if coloured else green


def packed(picture: "PillowImage.Image", budget: int) -> bytes:
    """Return a JPEG of no more bytes, or else the smallest of those tried."""
    jpeg = b""
    for quality, part in _TRIES:
        size = (max(1, int(picture.width * part)), max(1, int(picture.height * part)))
        out = io.BytesIO()
        smaller = picture if part == 1 else picture.resize(size)
        smaller.save(out, "JPEG", quality=quality, optimize=True)
        jpeg = out.getvalue()
        if len(jpeg) <= budget:
            break
    return jpeg
