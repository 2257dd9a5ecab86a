"""Why a file cannot be passed on."""

from typing import Literal

MediaCode = Literal[
    "unsupported",
    "damaged",
    "empty",
    "encrypted",
    "too_large",
    "too_many_pixels",
    "too_long",
    "too_complex",
    "picture_kind",
    "sound",
    "film",
    "office",
    "archive",
    "text",
]
"""
`unsupported`: not a kind we know, so hidden data in it cannot be taken out.
`damaged`: cut off, or not what it seems.
`empty`: no bytes.
`encrypted`: needs a password.
`too_large`: more bytes than we take in.
`too_many_pixels`: a picture that is too much to unpack.
`too_long`: a recording.
`too_complex`: takes more parts, memory or time to open than we give one file.
`picture_kind`: a picture, but of a kind we do not open (TIFF, RAW, SVG).
`sound`, `film`, `office`, `archive`, `text`: what it is; not taken here.
"""


class MediaError(Exception):
    """A file that is not passed on. It says nothing of the file's name or content.

    Args:
        code: why; see `MediaCode`.
    """

    def __init__(self, code: MediaCode) -> None:
        super().__init__(code)
        self.code: MediaCode = code
