"""Taking the metadata out of a JPEG without touching its pixels.

For JPEGs inside a PDF, where packing the picture anew would make papers blurred. Everything else
goes through `relay.media.pictures`.
"""

from collections.abc import Callable

from relay.media.errors import MediaError

# Markers of ITU-T T.81, table B.1. What decoding needs is kept, and of that as many bytes as it
# takes; what is reserved or unknown can hold anything, as application segments and comments do.
_START = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_HUFFMAN_TABLES = 0xC4
_ARITHMETIC_CONDITIONS = 0xCC
_END = 0xD9
_SCAN = 0xDA
_QUANTIZATION_TABLES = 0xDB
_LINES = 0xDC
_RESTART_INTERVAL = 0xDD
_JFIF = 0xE0
_ADOBE = 0xEE
_JFIFS, _ADOBES = b"JFIF\x00", b"Adobe"
"""How the application segments begin that decoding needs: JFIF, and Adobe's colour transform. All
others hold EXIF, XMP, thumbnails, maker's notes."""
_ADOBE_BYTES = 12
_BYTES = {_LINES: 2, _RESTART_INTERVAL: 2}
"""Of segments that always have as many."""
_PARTS_AT, _MOST_PARTS = 5, 4
"""Where a frame says how many parts each pixel has, and how many there can be."""
_MOST_CONDITIONS = 16
"""Bytes: one pair for each of eight tables."""
_JFIF_BARE = 18
"""Bytes of a JFIF segment, marker included, that has no thumbnail in it."""
_CODES = 16
"""Lengths of Huffman codes; each has a byte that says how many there are."""
_BLOCK = 64
"""Values of a quantization table."""
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


def without_metadata(jpeg: bytes) -> bytes:
    """Return `jpeg` with nothing but what decoding needs.

    What follows the end of the picture goes too: phones hang further pictures and videos there.

    Raises:
        MediaError: `damaged`: not a whole JPEG.
    """
    if not jpeg.startswith(_START):
        raise MediaError("damaged")
    out = bytearray(_START)
    at = 2
    while True:
        at = _marker(jpeg, at)
        marker = jpeg[at + 1]
        if marker == _END:
            return bytes(out + b"\xff\xd9")
        if marker in _WITHOUT_LENGTH:
            out += jpeg[at : at + 2]
            at += 2
            continue
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        after = at + 2 + length
        if length < 2 or after > len(jpeg):
            raise MediaError("damaged")
        if marker == _SCAN:
            after = _scan_end(jpeg, after)
        if marker == _JFIF:
            out += _bare_jfif(jpeg[at:after])
        elif marker == _SCAN:
            out += _scan(jpeg[at:after])
        else:
            out += _needed(jpeg[at:after])
        at = after
        if marker == _SCAN and at == len(jpeg):
            # Cut off. Readers show what there is, so the paper need not be refused.
            return bytes(out + b"\xff\xd9")


def _marker(jpeg: bytes, at: int) -> int:
    """Where the next marker stands, fill bytes passed over."""
    if at >= len(jpeg) or jpeg[at] != 0xFF:
        raise MediaError("damaged")
    while at + 1 < len(jpeg) and jpeg[at + 1] == 0xFF:
        at += 1
    if at + 1 >= len(jpeg):
        raise MediaError("damaged")
    return at


def _scan_end(jpeg: bytes, at: int) -> int:
    """Where the packed pixels end: at the first marker that is no restart and no escaped 0xFF."""
    while True:
        at = jpeg.find(b"\xff", at)
        if at < 0 or at + 1 >= len(jpeg):
            return len(jpeg)
        following = jpeg[at + 1]
        if following == 0x00 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at


def _scan(scan: bytes) -> bytes:
    """A scan whose head has only what says which parts of the picture follow."""
    length, head = int.from_bytes(scan[2:4], "big"), scan[4:]
    if length < 3 or head[0] > _MOST_PARTS or length < 6 + 2 * head[0]:
        raise MediaError("damaged")
    return _segment(_SCAN, head[: 4 + 2 * head[0]]) + scan[2 + length :]


def _bare_jfif(segment: bytes) -> bytes:
    """A JFIF segment without the thumbnail it can carry; nothing for JFXX, which is only one."""
    if len(segment) < _JFIF_BARE or not segment[4:].startswith(_JFIFS):
        return b""
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"


def _needed(segment: bytes) -> bytes:
    """Return what decoding needs of a segment, which may be nothing."""
    marker, content = segment[1], segment[4:]
    if marker == _ADOBE:
        is_its = content.startswith(_ADOBES) and len(content) >= _ADOBE_BYTES
        return _segment(marker, content[:_ADOBE_BYTES]) if is_its else b""
    if marker == _HUFFMAN_TABLES:
        tables = _whole(content, lambda rest: 1 + _CODES + sum(rest[1 : 1 + _CODES]))
        return _segment(marker, tables)
    if marker == _QUANTIZATION_TABLES:
        tables = _whole(content, lambda rest: 1 + (_BLOCK << (rest[0] >> 4)))
        return _segment(marker, tables)
    if marker == _ARITHMETIC_CONDITIONS:
        return _segment(marker, content[: len(content) // 2 * 2][:_MOST_CONDITIONS])
    if marker in _FRAMES:
        is_one = len(content) > _PARTS_AT and 1 <= content[_PARTS_AT] <= _MOST_PARTS
        return _segment(marker, content[: 6 + 3 * content[_PARTS_AT]]) if is_one else b""
    return _segment(marker, content[: _BYTES[marker]]) if marker in _BYTES else b""


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _whole(content: bytes, length: Callable[[bytes], int]) -> bytes:
    """Return the whole tables that a segment begins with.

    Args:
        content: without its marker and its length.
        length: of the table that some bytes begin with.
    """
    at = 0
    while at < len(content) and at + (table := length(content[at:])) <= len(content):
        at += table
    return content[:at]
