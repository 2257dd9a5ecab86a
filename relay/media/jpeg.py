"""Taking the metadata out of a JPEG without touching its pixels.

For JPEGs inside a PDF, where packing the picture anew would make papers blurred. Everything else
goes through `relay.media.pictures`.
"""

from relay.media.errors import MediaError

# Markers of ITU-T T.81, annex B. The application segments that decoding needs: JFIF (APP0) and
# Adobe's colour transform (APP14). All others hold EXIF, XMP, thumbnails, maker's notes.
_START = b"\xff\xd8"
_SCAN = 0xDA
_END = 0xD9
_APPLICATION = range(0xE0, 0xF0)
_COMMENT = 0xFE
_JFIF = 0xE0
_KEPT = {_JFIF: b"JFIF\x00", 0xEE: b"Adobe"}
_JFIF_BARE = 18
"""Bytes of a JFIF segment, marker included, that has no thumbnail in it."""
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


def without_metadata(jpeg: bytes) -> bytes:
    """Return `jpeg` without comments and without application segments that decoding does not need.

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
        if marker == _JFIF and length + 2 > _JFIF_BARE:
            out += _bare_jfif(jpeg[at:after])
        elif _is_needed(marker, jpeg[at + 4 : at + 16]):
            out += jpeg[at:after]
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


def _bare_jfif(segment: bytes) -> bytes:
    """A JFIF segment without the thumbnail it can carry; nothing for JFXX, which is only one."""
    if not segment[4:].startswith(_KEPT[_JFIF]):
        return b""
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"


def _is_needed(marker: int, beginning: bytes) -> bool:
    if marker == _COMMENT:
        return False
    if marker not in _APPLICATION:
        return True
    return marker in _KEPT and beginning.startswith(_KEPT[marker])
