"""What screen readers know of a PDF: its structure, kept where all its pages are.

Of each element its kind, its language, the description of a picture, and for tables which cell
heads what. ISO 32000-2, 14.7 and 14.8.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from relay.media.pdf_content import is_number

if TYPE_CHECKING:
    import pikepdf

_MAX_ELEMENTS = 50_000
_MAX_DEPTH = 60
_KINDS = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"}
    | {"NonStruct", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference"}
    | {"BibEntry", "Code", "Link", "Figure", "Formula", "Form"}
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
# Word once put there where the picture was on its writer's disk.
_A_PLACE = re.compile(r"[\\]|file:|/(home|Users|tmp|var|media)/|\.(jpe?g|png|gif|bmp|tiff?)$", re.I)
_SCOPES = frozenset({"/Row", "/Column", "/Both"})


def language_of(value: Any) -> str | None:
    """Return a language tag, or None for anything else."""
    said = "" if value is None else str(value)
    return said if _LANGUAGE.fullmatch(said) else None


def copy_structure(
    source: "pikepdf.Pdf", target: "pikepdf.Pdf", pages: Mapping[tuple[int, int], int]
) -> None:
    """Give a PDF the structure of another one.

    Args:
        source: where from.
        target: where to.
        pages: the number of a page in `target`, by the object of it in `source`.
    """
    import pikepdf

    root = source.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    tree = _Tree(root.get("/RoleMap"), target, pages)
    new = target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    kids = tree.kids(root.get("/K"), new, None, 0)
    if not kids or tree.count > _MAX_ELEMENTS:
        return
    new.K = pikepdf.Array(kids)
    numbers: list[Any] = []
    for number, marks in sorted(tree.marks.items()):
        parents = [marks.get(mark) for mark in range(max(marks) + 1)]
        numbers += [number, target.make_indirect(pikepdf.Array(parents))]
        target.pages[number].obj.StructParents = number
    new.ParentTree = target.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
    target.Root.StructTreeRoot = new
    target.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


class _Tree:
    def __init__(
        self, roles: Any, target: "pikepdf.Pdf", pages: Mapping[tuple[int, int], int]
    ) -> None:
        self.count = 0
        self.marks: dict[int, dict[int, Any]] = {}
        self._roles = roles
        self._target = target
        self._pages = pages

    def kids(self, value: Any, parent: Any, page: int | None, depth: int) -> list[Any]:
        """Return the new children of an element."""
        import pikepdf

        if value is None or depth > _MAX_DEPTH or self.count > _MAX_ELEMENTS:
            return []
        listed = list(value) if isinstance(value, pikepdf.Array) else [value]
        new = (self._kid(one, parent, page, depth) for one in listed)
        return [one for one in new if one is not None]

    def _kid(self, value: Any, parent: Any, page: int | None, depth: int) -> Any:
        import pikepdf

        self.count += 1
        if is_number(value):
            return self._mark(int(value), parent, page)
        if not isinstance(value, pikepdf.Dictionary):
            return None
        page = self._page(value, page)
        kind = str(value.get("/Type", "/StructElem"))
        if kind == "/MCR":
            if "/Stm" in value or not is_number(value.get("/MCID")):
                return None
            return self._mark(int(value.MCID), parent, page)
        return self._element(value, parent, page, depth) if kind == "/StructElem" else None

    def _mark(self, mark: int, parent: Any, page: int | None) -> Any:
        import pikepdf

        if page is None or not 0 <= mark < _MAX_ELEMENTS:
            return None
        self.marks.setdefault(page, {})[mark] = parent
        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=self._target.pages[page].obj, MCID=mark)

    def _element(self, value: Any, parent: Any, page: int | None, depth: int) -> Any:
        import pikepdf

        new = self._target.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=self._kind(value), P=parent)
        )
        if (language := language_of(value.get("/Lang"))) is not None:
            new.Lang = pikepdf.String(language)
        description = str(value.get("/Alt", ""))
        if description and not _A_PLACE.search(description):
            new.Alt = pikepdf.String(description)
        if (cell := _cell(value.get("/A"))) is not None:
            new.A = cell
        if kids := self.kids(value.get("/K"), new, page, depth + 1):
            new.K = pikepdf.Array(kids)
        return new

    def _page(self, value: Any, page: int | None) -> int | None:
        own = value.get("/Pg")
        return page if own is None else self._pages.get(own.objgen)

    def _kind(self, value: Any) -> "pikepdf.Name":
        import pikepdf

        said = str(value.get("/S", ""))[1:]
        for _ in range(4):
            if said in _KINDS or not isinstance(self._roles, pikepdf.Dictionary):
                break
            said = str(self._roles.get(f"/{said}", ""))[1:] if said else ""
        return pikepdf.Name(f"/{said if said in _KINDS else 'Div'}")


def _cell(value: Any) -> Any:
    """Return what an element says of a cell of a table, or None."""
    import pikepdf

    listed = list(value) if isinstance(value, pikepdf.Array) else [value]
    for one in listed:
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/O")) == "/Table":
            cell = pikepdf.Dictionary(O=pikepdf.Name.Table)
            if str(one.get("/Scope")) in _SCOPES:
                cell.Scope = pikepdf.Name(str(one.Scope))
            for key in ("/RowSpan", "/ColSpan"):
                if is_number(one.get(key)):
                    cell[key] = int(one[key])
            return cell
    return None
