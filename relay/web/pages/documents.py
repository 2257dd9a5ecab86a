"""Documents: what stands at an address."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Document:
    """What stands at one address.

    Attributes:
        body: all of it.
        media_type: with its parameters.
        name: of the file a browser makes of it, or None for what is shown.
        kind: `attachment` for what a browser must not open as a part of these pages, `framed` for
            what other websites may show in a frame, `asking` for a page with a form of its own.
        is_gone: whether it only says that something was taken away (RFC 9110, 15.5.11).
    """

    body: bytes
    media_type: str
    name: str | None = None
    kind: Literal["inline", "asking", "framed", "attachment"] = "inline"
    is_gone: bool = False

    @cached_property
    def tag(self) -> str:
        """Another word for every other body."""
        return hashlib.sha256(self.body).hexdigest()[:32]


Job = Callable[[], Document]
"""Makes what takes long; may be called in any thread, it touches nothing that changes."""
