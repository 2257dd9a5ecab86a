"""Links of a PDF, to the web and to its own pages: nothing else that can be pressed stays."""

from typing import TYPE_CHECKING, Any

from relay.media.pdf_content import is_number, plain

if TYPE_CHECKING:
    import pikepdf

_HARMLESS = ("http://", "https://", "mailto:", "tel:")
_VIEWS = frozenset({"/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV"})
_MAX_LINKS = 2_000
"""On a page."""


class Links:
    """Copies links.

    Args:
        source: where from.
    """

    def __init__(self, source: "pikepdf.Pdf") -> None:
        self._source = source
        self._pages = {page.obj.objgen: number for number, page in enumerate(source.pages)}

    def copy(self, page: "pikepdf.Page", target: "pikepdf.Pdf", number: int) -> None:
        """Give a page its links.

        Args:
            page: in the source.
            target: where to.
            number: of the page there.
        """
        import pikepdf

        found = page.obj.get("/Annots")
        if not isinstance(found, pikepdf.Array):
            return
        new = [self._link(one, target) for one in list(found)[:_MAX_LINKS]]
        kept = [target.make_indirect(one) for one in new if one is not None]
        if kept:
            target.pages[number].obj.Annots = pikepdf.Array(kept)

    def _link(self, annotation: Any, target: "pikepdf.Pdf") -> Any:
        import pikepdf

        if not isinstance(annotation, pikepdf.Dictionary):
            return None
        if str(annotation.get("/Subtype")) != "/Link" or plain(annotation.get("/Rect")) is None:
            return None
        new = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=plain(annotation.Rect),
            Border=pikepdf.Array([0, 0, 0]),
            F=4,
        )
        if (corners := plain(annotation.get("/QuadPoints"))) is not None:
            new.QuadPoints = corners
        action = annotation.get("/A")
        action = action if isinstance(action, pikepdf.Dictionary) else pikepdf.Dictionary()
        place = annotation.get("/Dest", action.get("/D"))
        if str(action.get("/S")) == "/URI":
            address = str(action.get("/URI", "")).strip()
            if not address.lower().startswith(_HARMLESS):
                return None
            new.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        elif str(action.get("/S", "/GoTo")) == "/GoTo" and place is not None:
            there = self._place(place, target)
            if there is None:
                return None
            new.Dest = there
        else:
            return None
        return new

    def _place(self, place: Any, target: "pikepdf.Pdf") -> Any:
        import pikepdf

        if not isinstance(place, pikepdf.Array):
            place = self._named(place)
        if isinstance(place, pikepdf.Dictionary):
            place = place.get("/D")
        if not isinstance(place, pikepdf.Array) or not len(place):
            return None
        page, *rest = list(place)
        number = self._pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None
        if number is None or number >= len(target.pages):
            return None
        view = pikepdf.Name(str(rest[0]) if rest and str(rest[0]) in _VIEWS else "/Fit")
        numbers = [one if is_number(one) else None for one in rest[1:5]]
        return pikepdf.Array([target.pages[number].obj, view, *numbers])

    def _named(self, name: Any) -> Any:
        import pikepdf

        if isinstance(name, pikepdf.Name):
            names = self._source.Root.get("/Dests")
            return names.get(str(name)) if isinstance(names, pikepdf.Dictionary) else None
        names = self._source.Root.get("/Names")
        if not isinstance(name, pikepdf.String) or not isinstance(names, pikepdf.Dictionary):
            return None
        tree = names.get("/Dests")
        return None if tree is None else pikepdf.NameTree(tree).get(str(name))
