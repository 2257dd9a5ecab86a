"""What a file is, told by how it begins and by nothing that its sender says of it.

Phones call files `application/octet-stream`, call nothing anything, and rename what they convert.
The signatures are those of the WHATWG MIME Sniffing standard, section 6, of the formats' own
specifications, and of the `file` command's magic for what neither names.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What is done with a file depends on this alone."""

    EMPTY = "empty"
    PICTURE = "picture"
    """One of the kinds that `relay.media.pictures` opens."""
    PICTURE_KIND = "picture_kind"
    """A picture of another kind."""
    PAPER = "paper"
    RECORDING = "recording"
    """One that `relay.media.audio` opens. It may turn out to be a film."""
    FILM = "film"
    OFFICE = "office"
    ARCHIVE = "archive"
    TEXT = "text"
    UNKNOWN = "unknown"


_PDF_WITHIN = 1024  # ISO 32000-1, annex H, implementation note 13: readers look no further
_STARTS: dict[Kind, tuple[bytes, ...]] = {
    Kind.PICTURE: (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a"),
    Kind.PICTURE_KIND: (
        b"II*\x00",  # TIFF, and most cameras' RAW: DNG, NEF, CR2, ARW
        b"MM\x00*",
        b"IIRO",  # Olympus
        b"IIU\x00",  # Panasonic
        b"FUJIFILMCCD-RAW",
        b"BM",
        b"\xff\x0a",  # JPEG XL
        b"\x00\x00\x00\x0cJXL ",
        b"\x00\x00\x00\x0cjP  ",  # JPEG 2000
        b"\xff\x4f\xff\x51",
        b"8BPS",
        b"\x00\x00\x01\x00",
        b"%!PS",
    ),
    Kind.OFFICE: (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"),
    Kind.ARCHIVE: (b"PK\x05\x06", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh"),
    Kind.FILM: (
        b"FLV\x01",
        b"\x00\x00\x01\xba",
        b"\x00\x00\x01\xb3",
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",  # Windows Media
    ),
}
# ISO/IEC 23008-12, annex B: brands of HEIF pictures; AVIF 1.1, section 6.
_PICTURE_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1"}
    | {b"avif", b"avis"}
)
_RAW_BRANDS = frozenset({b"crx "})
_RIFF_KINDS = {b"WEBP": Kind.PICTURE, b"AVI ": Kind.FILM}
_OFFICE_PARTS = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"word/", b"Index/")
_NOT_IN_TEXT = frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}
_ID3 = 10
"""Bytes of the header of an ID3 tag (id3.org, ID3v2.4, section 3.1)."""

_RECORDINGS: dict[str, tuple[bytes, ...]] = {
    "aac": (b"\xff\xf1", b"\xff\xf9", b"\xff\xf0", b"\xff\xf8"),
    "mp3": (b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2"),
    "ogg": (b"OggS",),
    "flac": (b"fLaC",),
    "amr": (b"#!AMR",),
    "caf": (b"caff",),
    "matroska": (b"\x1a\x45\xdf\xa3",),
}


def kind_of(data: bytes) -> Kind:
    """Return what a file is."""
    if not data:
        return Kind.EMPTY
    if b"%PDF-" in data[:_PDF_WITHIN] and not data.startswith(_STARTS[Kind.PICTURE]):
        return Kind.PAPER
    if data[4:8] == b"ftyp":
        return _of_boxes(data)
    if data.startswith(b"RIFF") and data[8:12] in _RIFF_KINDS:
        return _RIFF_KINDS[data[8:12]]
    for kind, starts in _STARTS.items():
        if data.startswith(starts):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return Kind.OFFICE if any(part in data[:4096] for part in _OFFICE_PARTS) else Kind.ARCHIVE
    if recording_format(data) is not None:
        return Kind.RECORDING
    return _of_text(data)


def recording_format(data: bytes) -> str | None:
    """Return the format of a recording, as FFmpeg calls its reader, or None for anything else."""
    if data[4:8] == b"ftyp" and not _brands(data) & (_PICTURE_BRANDS | _RAW_BRANDS):
        return "mp4"
    if data.startswith((b"RIFF", b"RIFX", b"RF64", b"BW64")) and data[8:12] == b"WAVE":
        return "wav"
    if data.startswith(b"FORM") and data[8:12] in (b"AIFF", b"AIFC"):
        return "aiff"
    behind = data
    if data.startswith(b"ID3"):
        behind = data[_id3_end(data) :][:16]
        if not behind.startswith((b"fLaC", *_RECORDINGS["aac"])):
            return "mp3"
    for name, starts in _RECORDINGS.items():
        if behind.startswith(starts):
            return name
    return None


def _of_boxes(data: bytes) -> Kind:
    brands = _brands(data)
    if brands & _PICTURE_BRANDS:
        return Kind.PICTURE
    return Kind.PICTURE_KIND if brands & _RAW_BRANDS else Kind.RECORDING


def _brands(data: bytes) -> frozenset[bytes]:
    """The major and the compatible brands of ISO/IEC 14496-12, 4.3."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    return frozenset({data[8:12], *(data[at : at + 4] for at in range(16, length, 4))})


def _id3_end(data: bytes) -> int:
    size = 0
    for byte in data[6:_ID3]:
        size = size << 7 | byte & 0x7F
    return _ID3 + size


def _of_text(data: bytes) -> Kind:
    beginning = data[:1024]
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT
    if _NOT_IN_TEXT & frozenset(beginning):
        return Kind.UNKNOWN
    return Kind.PICTURE_KIND if b"<svg" in beginning.lower() else Kind.TEXT
