"""Why a file cannot be passed on."""

from typing import Literal

MediaCode = Literal["unsupported", "damaged", "too_large", "encrypted"]


class MediaError(Exception):
    """A file that is not passed on. It says nothing of the file's name or content.

    Args:
        code: `unsupported` (not a kind we can clean), `damaged` (cut off or not what it seems),
            `too_large` (more pixels or parts than we take in), `encrypted` (needs a password).
    """

    def __init__(self, code: MediaCode) -> None:
        super().__init__(code)
        self.code: MediaCode = code
