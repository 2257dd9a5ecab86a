"""One file, whatever it is: what is hidden in it taken out, or the reason why it is not taken."""

from dataclasses import dataclass, field
from enum import StrEnum

from relay.media.audio import clean_audio, is_film
from relay.media.documents import Tags, clean_document
from relay.media.errors import MediaCode, MediaError
from relay.media.kinds import Kind, kind_of
from relay.media.pages import pages_as_pictures
from relay.media.pictures import MAX_DIMENSION, clean_picture, shrunk
from relay.media.prints import prints_of

PDF = "application/pdf"
PRINTS = "application/x-prints+json"
_DECLARED = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/avif", PDF)
_REFUSED: dict[Kind, MediaCode] = {
    Kind.EMPTY: "empty",
    Kind.PICTURE_KIND: "picture_kind",
    Kind.FILM: "film",
    Kind.OFFICE: "office",
    Kind.ARCHIVE: "archive",
    Kind.TEXT: "text",
}


class Accepted(StrEnum):
    """Which kinds of files are taken."""

    PICTURES = "pictures"
    PAPERS_TOO = "papers too"
    RECORDINGS_TOO = "recordings too"


class Papers(StrEnum):
    """What becomes of a PDF."""

    REBUILT = "rebuilt"
    """Made anew of what is known: its text can be selected and read aloud."""
    PICTURES = "pictures"
    """Pictures of its pages."""
    WORDS = "words"
    """Rebuilt without what only screen readers are told, such as descriptions of its pictures: the
    words that are seen, and a picture of each page on which others are hidden."""


class Made(StrEnum):
    """What is made of a file."""

    FILE = "file"
    PRINTS = "prints"
    """Only what a copy of it is known by (`relay.media.prints`), as JSON; the file goes nowhere."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is to become.

    Attributes:
        accepted: which kinds are taken.
        declared: what its sender called it. Believed in nothing: it only decides whether an
            unreadable file is called `damaged` or `unsupported`.
        papers: what becomes of a PDF.
        max_dimension: pixels along the longer side of a picture.
        max_bytes: of a picture; 0 for any. Larger ones become smaller.
        made: what is made of it.
    """

    accepted: Accepted
    declared: str = ""
    papers: Papers = Papers.REBUILT
    max_dimension: int = MAX_DIMENSION
    max_bytes: int = 0
    made: Made = Made.FILE


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file without anything hidden.

    Attributes:
        data: the file.
        media_type: what it is now.
        width: of a picture, in pixels.
        height: of a picture, in pixels.
        moved: it was an animation, of which this is the first picture.
        pictured: it was a PDF, of which a page or more became a picture.
    """

    data: bytes = field(repr=False)
    media_type: str
    width: int = 0
    height: int = 0
    moved: bool = False
    pictured: bool = False


def clean_file(data: bytes, wanted: Wanted) -> CleanFile:
    """Return a file without what is hidden in it.

    It runs decoders on what strangers sent: `relay.media.process` gives them a process of its own.

    Raises:
        MediaError: it is not taken, with the reason.
        MemoryError: there is too little memory for it.
    """
    kind = kind_of(data)
    if wanted.made is Made.PRINTS and kind in (Kind.PICTURE, Kind.PAPER):
        return CleanFile(prints_of(data).to_json().encode(), PRINTS)
    if kind is Kind.PICTURE:
        picture = clean_picture(data, max_dimension=wanted.max_dimension)
        if wanted.max_bytes:
            picture = shrunk(picture, wanted.max_bytes)
        size = picture.width, picture.height
        return CleanFile(picture.data, picture.media_type, *size, moved=picture.moved)
    if kind is Kind.PAPER and wanted.accepted is not Accepted.PICTURES:
        if wanted.papers is Papers.PICTURES:
            return CleanFile(pages_as_pictures(data), PDF, pictured=True)
        tags = Tags.LEFT_OUT if wanted.papers is Papers.WORDS else Tags.KEPT
        document = clean_document(data, tags=tags)
        return CleanFile(document.data, PDF, pictured=document.pictured > 0)
    if kind is Kind.RECORDING:
        if wanted.accepted is not Accepted.RECORDINGS_TOO:
            raise MediaError("film" if is_film(data) else "sound")
        sound = clean_audio(data)
        return CleanFile(sound.data, sound.media_type)
    if kind is Kind.UNKNOWN and wanted.declared in _DECLARED:
        raise MediaError("damaged")
    raise MediaError(_REFUSED.get(kind, "unsupported"))
