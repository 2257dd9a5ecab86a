"""What is drawn in a PDF, copied with everything that it needs."""

from typing import TYPE_CHECKING, Any

from relay.media.pdf_colours import COMPONENTS
from relay.media.pdf_content import Operators, Unknown
from relay.media.pdf_font_parts import FontCopier
from relay.media.pdf_images import pixels_of

if TYPE_CHECKING:
    import pikepdf

_CATEGORIES = {
    "/Font": "font",
    "/XObject": "drawing",
    "/ExtGState": "graphics",
    "/Shading": "shading",
    "/Pattern": "pattern",
    "/ColorSpace": "space",
}


class Copier(FontCopier):
    """Copies what a page needs from one PDF into another."""

    def drawing(self, drawn: Any, resources: Any, new: Any = None) -> "tuple[bytes, Any]":
        """Return what a page or another stream draws, and the resources that it uses.

        Args:
            drawn: the page or stream.
            resources: what its names stand for.
            new: what its new names stand for, where several share them.

        Raises:
            Unknown: it holds something that cannot be copied.
            MediaError: `too_complex` or `damaged`.
        """
        import pikepdf

        names = _Names(self, self.source, resources, pikepdf.Dictionary() if new is None else new)

        def hides(name: str) -> bool:
            return self.is_hidden(names.entry("/Properties", name))

        operators = Operators(names.use, names.inline, hides, self.text)
        return operators.written(pikepdf.parse_content_stream(drawn)), names.new

    def _copy_drawing(self, value: Any, resources: Any) -> Any:
        import pikepdf

        if not isinstance(value, pikepdf.Stream) or self.is_hidden(value.get("/OC")):
            return None
        kind = {"/Image": "image", "/Form": "form"}.get(str(value.get("/Subtype")))
        return None if kind is None else self.of(kind, value, resources)

    def _copy_form(self, value: Any, resources: Any) -> Any:
        keys = self.scheme("form", value)
        data, keys["/Resources"] = self.drawing(value, value.get("/Resources", resources))
        return self.stream(data, keys)

    def _copy_image(self, value: Any, _: Any) -> Any:
        import pikepdf

        keys = self.scheme("image", value)
        keys["/Type"], keys["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
        space = keys.get("/ColorSpace")
        stencil = keys.get("/ImageMask") is True
        data, packed = pixels_of(value, 1 if stencil else self.components(space))
        for key, item in packed.items():
            keys[key] = item
        if "/ColorSpace" not in keys and not stencil:
            raise Unknown("colours")
        return self.stream(data, keys)

    def _copy_stencil(self, value: Any, _: Any) -> Any:
        import pikepdf

        return self.of("image" if isinstance(value, pikepdf.Stream) else "plain", value)


class _Names:
    """What the names in a stream stand for, and the new names of what was copied of it."""

    def __init__(self, copier: Copier, source: "pikepdf.Pdf", resources: Any, new: Any) -> None:
        self.new = new
        self._copier = copier
        self._source = source
        self._resources = resources
        self._names: dict[tuple[str, str], str | None] = {}

    def entry(self, category: str, name: str) -> Any:
        """Return what a name stands for in the source, or None."""
        import pikepdf

        if not isinstance(self._resources, pikepdf.Dictionary):
            return None
        group = self._resources.get(category)
        return group.get(name) if isinstance(group, pikepdf.Dictionary) else None

    def use(self, category: str, name: str) -> str | None:
        """Copy what a name stands for, once; return its new name."""
        key = category, name
        if key not in self._names:
            found = self.entry(category, name)
            kind = _CATEGORIES[category]
            copied = None if found is None else self._copier.of(kind, found, self._resources)
            self._names[key] = self._add(category, copied)
        return self._names[key]

    def inline(self, image: Any) -> str | None:
        """Copy an image that stands in the stream itself."""
        import pikepdf

        stream = pikepdf.Stream(self._source, image.read_raw_bytes())
        for key in image.obj.keys():  # noqa: SIM118 - a dictionary of pikepdf
            stream[key] = image.obj[key]
        space = image.obj.get("/ColorSpace")
        if isinstance(space, pikepdf.Name) and str(space) not in COMPONENTS:
            stream["/ColorSpace"] = self.entry("/ColorSpace", str(space))
        return self._add("/XObject", self._copier.of("image", stream))

    def _add(self, category: str, copied: Any) -> str | None:
        import pikepdf

        if copied is None:
            return None
        if category not in self.new:
            self.new[category] = pikepdf.Dictionary()
        name = f"/N{len(self.new[category].keys())}"
        self.new[category][name] = copied
        return name
