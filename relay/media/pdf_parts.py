"""What the pages of a PDF are made of, copied key by key: what is not named here is not copied.

Names that a program chose are replaced, so that they say nothing.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from relay.media.errors import MediaError
from relay.media.pdf_content import Text, Unknown, plain
from relay.media.pdf_schemes import NAMES, SCHEMES

if TYPE_CHECKING:
    import pikepdf

MAX_PARTS = 200_000
"""Objects that are copied. A long illustrated agenda has a few thousand."""
_MAX_DEPTH = 40
_FONT_NAME = re.compile(r"^/[A-Za-z0-9+,._-]{1,63}$")


class PartCopier(ABC):
    """Copies parts from one PDF into another; `relay.media.pdf_drawings` has the whole of it.

    Args:
        source: where from.
        target: where to.
        is_hidden: whether a layer, or a group of layers, is not shown.
        text: what is done with text.
    """

    def __init__(
        self,
        source: "pikepdf.Pdf",
        target: "pikepdf.Pdf",
        is_hidden: Callable[[Any], bool],
        text: Text,
    ) -> None:
        self.source = source
        self.target = target
        self.is_hidden = is_hidden
        self.text = text
        self._copied: dict[tuple[tuple[int, int], str], Any] = {}
        self._depth = 0
        self._count = 0

    @abstractmethod
    def drawing(self, drawn: Any, resources: Any, new: Any = None) -> tuple[bytes, Any]:
        """Return what a page or another stream draws, and the resources that it uses."""

    def of(self, kind: str, value: Any, resources: Any = None) -> Any:
        """Return a copy of a part, or None where there is nothing to copy.

        Args:
            kind: one of `SCHEMES`, or of what `_copy_…` takes.
            value: the part.
            resources: of what uses it: an old form has none of its own.

        Raises:
            Unknown: it cannot be copied.
            MediaError: `too_complex` or `damaged`.
        """
        import pikepdf

        key = None
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            key = (value.objgen, kind)
            if key in self._copied:
                if self._copied[key] is Unknown:
                    raise Unknown("a part of itself")
                return self._copied[key]
            self._copied[key] = Unknown
        self._count += 1
        if self._count > MAX_PARTS:
            raise MediaError("too_complex")
        if self._depth > _MAX_DEPTH:
            raise Unknown("too deep")
        self._depth += 1
        try:
            new = self._copy(kind, value, resources)
        finally:
            self._depth -= 1
        if key is not None:
            if isinstance(new, pikepdf.Dictionary):
                new = self.target.make_indirect(new)
            self._copied[key] = new
        return new

    def _copy(self, kind: str, value: Any, resources: Any) -> Any:
        import pikepdf

        special = getattr(self, f"_copy_{kind}", None)
        if special is not None:
            return special(value, resources)
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return None
        return self.scheme(kind, value)

    def scheme(self, kind: str, value: Any) -> Any:
        """Return a dictionary with the keys that a kind of part has."""
        import pikepdf

        new = pikepdf.Dictionary()
        for key, inner in SCHEMES[kind].items():
            if (found := value.get(f"/{key}")) is not None:
                copied = self.of(inner, found)
                if copied is not None:
                    new[f"/{key}"] = copied
        return new

    def stream(self, data: bytes, keys: Any) -> Any:
        """Return a new stream with these keys."""
        import pikepdf

        stream = pikepdf.Stream(self.target, data)
        for key in keys.keys():  # noqa: SIM118 - a dictionary of pikepdf
            stream[key] = keys[key]
        return stream

    def each(self, kind: str, values: Any) -> Any:
        """Return copies of what is in an array, without what cannot be copied."""
        import pikepdf

        if not isinstance(values, pikepdf.Array):
            return None
        return pikepdf.Array([one for one in (self.of(kind, v) for v in values) if one is not None])

    # What is no dictionary

    def _copy_plain(self, value: Any, _: Any) -> Any:
        return plain(value)

    def _copy_flag(self, value: Any, _: Any) -> Any:
        return value if isinstance(value, bool) else None

    def _copy_flags(self, value: Any, _: Any) -> Any:
        return self.each("flag", value)

    def _copy_name(self, value: Any, _: Any) -> Any:
        return name_of(value) if str(value)[1:] in NAMES else None

    def _copy_fontname(self, value: Any, _: Any) -> Any:
        return name_of(value) if _FONT_NAME.match(str(value)) else None

    def _copy_dashes(self, value: Any, _: Any) -> Any:
        return self.each("plain", value)

    def _copy_blend(self, value: Any, _: Any) -> Any:
        import pikepdf

        return (
            self.each("name", value) if isinstance(value, pikepdf.Array) else self.of("name", value)
        )

    def _copy_mask(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Name):
            return pikepdf.Name("/None")
        return self.scheme("mask", value)


def name_of(value: Any) -> Any:
    """Return the same name, which belongs to no file.

    Raises:
        ValueError: it is none.
    """
    import pikepdf

    return pikepdf.Name(str(value))
