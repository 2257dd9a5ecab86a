"""PDF papers built anew of what is known: pages, words, links, and what screen readers use.

A PDF names its author and the programs it went through, keeps earlier versions of itself, carries
other files, scripts and notes, and its photographs still know where they were taken. To forbid what
is known to tell leaves what is not known. So nothing is copied but what `relay.media.pdf_schemes`
and `relay.media.pdf_content` name. A page with anything else becomes a picture of itself, and so
does one with words that cannot be seen (under a black bar, white on white, beside the page).
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from relay.media.errors import MediaError
from relay.media.pages import add_picture, drawn, opened, packed, written
from relay.media.pdf_codes import codes_on
from relay.media.pdf_content import Text, Unknown
from relay.media.pdf_drawings import Copier
from relay.media.pdf_layers import Layers
from relay.media.pdf_links import Links
from relay.media.pdf_structure import copy_structure, language_of
from relay.media.pdf_unseen import has_unseen_words

if TYPE_CHECKING:
    import pikepdf

MAX_OBJECTS = 200_000
"""Parts of a file. A long illustrated agenda has a few thousand."""
MAX_PAGES = 400
_MAX_PARENTS = 50
_PICTURE_BYTES = 500_000


class Tags(Enum):
    """What becomes of what a PDF tells screen readers alone."""

    KEPT = "kept"
    """The order in which it is read, and descriptions of its pictures."""
    LEFT_OUT = "left out"
    """Nobody who looks at it sees it, so it may say who wrote it."""


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A PDF built anew. `pictured`: how many of its pages became pictures."""

    data: bytes = field(repr=False)
    pictured: int


def clean_document(
    data: bytes, *, max_objects: int = MAX_OBJECTS, tags: Tags = Tags.KEPT
) -> CleanDocument:
    """Return a new PDF with the pages of `data`.

    A file that only forbids printing or copying is opened and written without that lock. Forms and
    notes are drawn as they are seen, and cannot be filled in or opened any more.

    Args:
        data: the file.
        max_objects: files of more parts are refused.
        tags: what becomes of what only screen readers are told.

    Raises:
        MediaError: `encrypted`, `damaged`, `unsupported` (not a PDF) or `too_complex`.
    """
    with _opened(data) as source:
        if len(source.objects) > max_objects or len(source.pages) > MAX_PAGES:
            raise MediaError("too_complex")
        if not len(source.pages):
            raise MediaError("damaged")
        _draw_forms_and_notes(source)
        wordless, _ = _rebuilt(source, Text.LEFT_OUT)
        target, unknown = _rebuilt(source, Text.KEPT)
        before, after = written(wordless), written(target)
        with opened(before) as without, opened(after) as rebuilt:
            pictured = {
                number
                for number in range(len(target.pages))
                if number in unknown
                or has_unseen_words(rebuilt, without, number, codes_on(target.pages[number]))
            }
        if pictured:
            with opened(data) as original:
                for number in sorted(pictured):
                    _become_picture(target, number, original)
        elif tags is Tags.KEPT:
            pages = {page.obj.objgen: number for number, page in enumerate(source.pages)}
            copy_structure(source, target, pages)
        if (language := language_of(source.Root.get("/Lang"))) is not None:
            target.Root.Lang = language
        return CleanDocument(written(target), len(pictured))


@contextmanager
def _opened(data: bytes) -> "Iterator[pikepdf.Pdf]":
    import pikepdf

    if b"%PDF-" not in data[:1024]:
        raise MediaError("unsupported")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield pdf
    except (MediaError, MemoryError):
        raise
    except pikepdf.PasswordError:
        raise MediaError("encrypted") from None
    except Exception:  # noqa: BLE001 - a file made to break the library can raise anything
        raise MediaError("damaged") from None


def _draw_forms_and_notes(pdf: "pikepdf.Pdf") -> None:
    """Put what is seen of forms and notes into the pages, as a reader's screen shows it."""
    if "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")


def _rebuilt(source: "pikepdf.Pdf", text: Text) -> "tuple[pikepdf.Pdf, set[int]]":
    """Return the new PDF, and the numbers of the pages that hold something unknown."""
    import pikepdf

    target = pikepdf.new()
    layers = Layers(source)
    copier = Copier(source, target, layers.hide, text)
    unknown = set()
    for number, page in enumerate(source.pages):
        box = _box(page)
        new = target.add_blank_page(page_size=(box[2] - box[0], box[3] - box[1]))
        new.obj.MediaBox = pikepdf.Array(box)
        turned = _inherited(page.obj, "/Rotate")
        if turned in (90, 180, 270):
            new.obj.Rotate = turned
        try:
            content, resources = copier.drawing(page, _inherited(page.obj, "/Resources"))
            group = page.obj.get("/Group")
            if group is not None and (kept := copier.of("group", group)) is not None:
                new.obj.Group = kept
        except (Unknown, pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
            unknown.add(number)
            continue
        new.obj.Resources = resources
        new.obj.Contents = target.make_stream(content)
    links = Links(source)
    for number, page in enumerate(source.pages):
        links.copy(page, target, number)
    return target, unknown


def _box(page: "pikepdf.Page") -> list[float]:
    """Return what is seen of a page: left, bottom, right, top."""
    media, crop = ([float(one) for one in box] for box in (page.mediabox, page.cropbox))
    box = [max(media[0], crop[0]), max(media[1], crop[1])]
    box += [min(media[2], crop[2]), min(media[3], crop[3])]
    if box[0] >= box[2] or box[1] >= box[3]:
        raise MediaError("damaged")
    return [round(one, 3) for one in box]


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_MAX_PARENTS):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            return None
        page = page.Parent
    return None


def _become_picture(target: "pikepdf.Pdf", number: int, original: Any) -> None:
    picture, size = drawn(original, number)
    made = add_picture(target, packed(picture, _PICTURE_BYTES), picture.mode, size).obj
    # The same page goes on: links lead to it, and would keep what it was.
    page = target.pages[number].obj
    for key in set(page.keys()) - {"/Type", "/Parent"}:
        del page[key]
    for key in ("/MediaBox", "/Resources", "/Contents"):
        page[key] = made[key]
    del target.pages[-1]
