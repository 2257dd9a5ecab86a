"""Fonts of a PDF: how glyphs are found, and how they are drawn."""

import re
import struct
from typing import Any

from relay.media.pdf_cmaps import is_predefined, plain_cmap
from relay.media.pdf_colours import ColourCopier
from relay.media.pdf_content import is_number, plain
from relay.media.pdf_fonts import glyphs_in, is_program, plain_font
from relay.media.pdf_parts import name_of


class FontCopier(ColourCopier):
    """Copies fonts."""

    def _copy_font(self, value: Any, resources: Any) -> Any:
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary):
            return None
        new = self.scheme("font", value)
        if isinstance(new.get("/CIDToGIDMap"), pikepdf.Stream) and not _maps_glyphs(new):
            del new["/CIDToGIDMap"]
        glyphs = value.get("/CharProcs")
        if isinstance(glyphs, pikepdf.Dictionary):
            new.CharProcs = pikepdf.Dictionary()
            used = pikepdf.Dictionary()
            for name in glyphs.keys():  # noqa: SIM118 - a dictionary of pikepdf
                within = value.get("/Resources", resources)
                data, _ = self.drawing(glyphs[name], within, used)
                new.CharProcs[name] = self.stream(data, pikepdf.Dictionary())
            new.Resources = used
        return new

    def _copy_fonts(self, value: Any, _: Any) -> Any:
        return self.each("font", value)

    def _copy_fontsize(self, value: Any, _: Any) -> Any:
        import pikepdf

        font, size = list(value)
        return pikepdf.Array([self.of("font", font), plain(size)])

    def _copy_widths(self, value: Any, _: Any) -> Any:
        return self.each("plain", value)

    def _copy_ordering(self, value: Any, _: Any) -> Any:
        import pikepdf

        said = {key: str(value.get(key, "")) for key in ("/Registry", "/Ordering")}
        if not all(re.fullmatch(r"[A-Za-z0-9]{1,20}", text) for text in said.values()):
            said = {"/Registry": "Adobe", "/Ordering": "Identity"}
        supplement = value.get("/Supplement", 0)
        strings = {key: pikepdf.String(text) for key, text in said.items()}
        return pikepdf.Dictionary({**strings, "/Supplement": int(supplement)})

    def _copy_encoding(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Name):
            return self.of("cmap" if is_predefined(str(value)) else "name", value)
        if isinstance(value, pikepdf.Stream):
            return self.of("cmap", value)
        return self.scheme("encoding", value)

    def _copy_differences(self, value: Any, _: Any) -> Any:
        import pikepdf

        known = [one if is_number(one) else name_of(one) for one in value]
        return pikepdf.Array(known)

    def _copy_cmap(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Name):
            return name_of(value) if is_predefined(str(value)) else None
        keys = pikepdf.Dictionary()
        if (name := value.get("/CMapName")) is not None:
            keys["/Type"], keys["/CMapName"] = pikepdf.Name.CMap, self.of("fontname", name)
            if "/CIDSystemInfo" in value:
                keys["/CIDSystemInfo"] = self.of("ordering", value.CIDSystemInfo)
        if is_number(value.get("/WMode")):
            keys["/WMode"] = int(value.WMode)
        if "/UseCMap" in value:
            keys["/UseCMap"] = self.of("cmap", value.UseCMap)
        program = plain_cmap(value.read_bytes())
        return None if program is None else self.stream(program, keys)

    def _copy_glyphs(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Name):
            return pikepdf.Name.Identity
        return self.stream(value.read_bytes(), {})

    def _copy_program(self, value: Any, _: Any) -> Any:
        import pikepdf

        program = value.read_bytes()
        if not is_program(program):
            return None
        keys = pikepdf.Dictionary()
        for key in ("/Length1", "/Length2", "/Length3"):
            if is_number(value.get(key)):
                keys[key] = int(value[key])
        if (kind := str(value.get("/Subtype", ""))) in ("/Type1C", "/CIDFontType0C", "/OpenType"):
            keys["/Subtype"] = pikepdf.Name(kind)
        plain = plain_font(program)
        if "/Length1" in keys:
            keys["/Length1"] -= len(program) - len(plain)
        return self.stream(plain, keys)


def _maps_glyphs(font: Any) -> bool:
    """Whether a font has its program with it, and its map names glyphs of that (9.7.4.2)."""
    program = font.get("/FontDescriptor", {}).get("/FontFile2")
    if program is None:
        return False
    data, most = font.CIDToGIDMap.read_bytes(), glyphs_in(program.read_bytes())
    glyphs = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
    return len(data) % 2 == 0 and all(glyph < most for glyph in glyphs)
