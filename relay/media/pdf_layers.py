"""Which layers of a PDF are shown when it is opened: ISO 32000-2, 8.11."""

from typing import TYPE_CHECKING, Any

from relay.media.pdf_content import Unknown

if TYPE_CHECKING:
    import pikepdf

_MANY = 5_000


class Layers:
    """Says what is not shown.

    Args:
        pdf: the file.
    """

    def __init__(self, pdf: "pikepdf.Pdf") -> None:
        import pikepdf

        properties = pdf.Root.get("/OCProperties")
        chosen = properties.get("/D") if isinstance(properties, pikepdf.Dictionary) else None
        chosen = chosen if isinstance(chosen, pikepdf.Dictionary) else pikepdf.Dictionary()
        self._off_by_itself = str(chosen.get("/BaseState", "/ON")) == "/OFF"
        self._on = _objects(chosen.get("/ON"))
        self._off = _objects(chosen.get("/OFF"))
        self._by_use = "/AS" in chosen

    def hide(self, content: Any) -> bool:
        """Return whether what belongs to a layer, or to a group of them, is not shown.

        Args:
            content: the layer or group, or None.

        Raises:
            Unknown: that depends on more than which layers are shown.
        """
        import pikepdf

        if not isinstance(content, pikepdf.Dictionary):
            return False
        if str(content.get("/Type")) != "/OCMD":
            return self._is_off(content)
        if "/VE" in content:
            raise Unknown("layers")
        members = content.get("/OCGs")
        listed = list(members) if isinstance(members, pikepdf.Array) else [members]
        off = [self._is_off(one) for one in listed if isinstance(one, pikepdf.Dictionary)]
        if not off:
            return False
        match str(content.get("/P", "/AnyOn")):
            case "/AllOn":
                return any(off)
            case "/AnyOff":
                return not any(off)
            case "/AllOff":
                return not all(off)
        return all(off)

    def _is_off(self, layer: Any) -> bool:
        if self._by_use:
            view = layer.get("/Usage", {}).get("/View", {}).get("/ViewState")
            if view is not None:
                return str(view) == "/OFF"
        if layer.objgen in self._off:
            return True
        return self._off_by_itself and layer.objgen not in self._on


def _objects(layers: Any) -> frozenset[tuple[int, int]]:
    import pikepdf

    if not isinstance(layers, pikepdf.Array):
        return frozenset()
    return frozenset(layer.objgen for layer in list(layers)[:_MANY])
