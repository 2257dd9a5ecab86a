"""Which letters the codes of a font stand for, written anew from its CMap.

A CMap is a program in PostScript (ISO 32000-2, 9.7.5.3 and 9.10.3; Adobe Technical Note 5014). Only
the tables that readers look for are read, and everything round them is written here: so neither a
comment, nor a string, nor what is no CMap at all comes along.
"""

import re
from collections.abc import Iterator

_CMAPS = frozenset(
    {"Identity", "GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC", "GBK2K", "UniGB-UCS2", "UniGB-UTF16"}
    | {"B5pc", "HKscs-B5", "ETen-B5", "ETenms-B5", "CNS-EUC", "UniCNS-UCS2", "UniCNS-UTF16", "EUC"}
    | {"83pv-RKSJ", "90ms-RKSJ", "90msp-RKSJ", "90pv-RKSJ", "Add-RKSJ", "Ext-RKSJ", "UniJIS-UCS2"}
    | {"UniJIS-UCS2-HW", "UniJIS-UTF16", "KSC-EUC", "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC"}
    | {"UniKS-UCS2", "UniKS-UTF16"}
)
"""The predefined CMaps (9.7.5.2), each for writing across (`-H`) and down (`-V`)."""

_MOST = 100
"""Lines of one table (Adobe Technical Note 5014, 1.4)."""

_CODE = rb"<[0-9A-Fa-f\s]{1,24}>"
_LETTERS = rb"<[0-9A-Fa-f\s]{1,96}>"
_NUMBER = rb"\d{1,6}"
_SPACE = rb"\s{0,9}"
_TABLES = {
    b"codespacerange": (_CODE, _CODE),
    b"bfchar": (_CODE, _LETTERS),
    b"bfrange": (_CODE, _CODE, rb"(?:%b|\[(?:%b%b)*%b\])" % (_LETTERS, _SPACE, _LETTERS, _SPACE)),
    b"cidchar": (_CODE, _NUMBER),
    b"cidrange": (_CODE, _CODE, _NUMBER),
    b"notdefchar": (_CODE, _NUMBER),
    b"notdefrange": (_CODE, _CODE, _NUMBER),
}
_LINES = {
    name: re.compile(_SPACE.join(b"(" + one + b")" for one in columns))
    for name, columns in _TABLES.items()
}
_BEGIN = re.compile(rb"begin(codespacerange|(?:bf|cid|notdef)(?:char|range))\b")
_BASE = re.compile(rb"/([A-Za-z0-9-]{1,24})\s{1,9}usecmap\b")
_HEAD = b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
_SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (%b) /Supplement 0 >> def\n"
_NAMED = b"/CMapName /%b def\n/CMapType %d def\n"
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def plain_cmap(program: bytes) -> bytes | None:
    """Return a CMap with nothing in it but its tables; None where it has none.

    Args:
        program: what stands in the file.
    """
    tables = list(_tables(program))
    if not any(name != b"codespacerange" for name, _ in tables):
        return None
    to_letters = any(name.startswith(b"bf") for name, _ in tables)
    parts = [_HEAD, _SYSTEM % (b"UCS" if to_letters else b"Identity")]
    base = _BASE.search(program)
    if base is not None and is_predefined(base[1].decode()):
        parts.insert(1, b"/%b usecmap\n" % base[1])
    parts.append(
        _NAMED % (b"Adobe-Identity-UCS" if to_letters else b"Codes", 2 if to_letters else 1)
    )
    if re.search(rb"/WMode\s{1,9}1\s{1,9}def", program):
        parts.append(b"/WMode 1 def\n")
    for name, lines in tables:
        for begin in range(0, len(lines), _MOST):
            some = lines[begin : begin + _MOST]
            parts += [b"%d begin%b\n" % (len(some), name), *some, b"end%b\n" % name]
    return b"".join((*parts, _TAIL))


def is_predefined(name: str) -> bool:
    """Whether a name means a CMap that every reader has: any other name could say anything."""
    said = name.removeprefix("/")
    return said in ("H", "V") or (said[-2:] in ("-H", "-V") and said[:-2] in _CMAPS)


def _tables(program: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    at = 0
    while (begun := _BEGIN.search(program, at)) is not None:
        name = begun[1]
        end = program.find(b"end" + name, begun.end())
        if end < 0:
            return
        found = _LINES[name].finditer(program, begun.end(), end)
        lines = [b" ".join(b" ".join(one.groups()).split()) + b"\n" for one in found]
        if lines:
            yield name, lines
        at = end
