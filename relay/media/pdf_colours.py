"""Colours of a PDF, without the profiles and the names of inks that tell whose they are."""

from math import prod
from typing import Any

from relay.media.pdf_content import Unknown
from relay.media.pdf_fonts import plain_calculator
from relay.media.pdf_parts import PartCopier, name_of

_DEVICE = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
COMPONENTS = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3}
COMPONENTS |= {"/DeviceCMYK": 4, "/Indexed": 1, "/Separation": 1}
_MESHES = frozenset({4, 5, 6, 7})
"""The kinds of shadings that are streams (8.7.4.5)."""
_INKS = frozenset({"/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"})


class ColourCopier(PartCopier):
    """Copies colour spaces, functions, shadings, and what is set for a drawing."""

    def _copy_space(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Name):
            known = str(value) in ("/Pattern", "/DeviceGray", "/DeviceRGB", "/DeviceCMYK")
            return name_of(value) if known else None
        if not isinstance(value, pikepdf.Array) or not len(value):
            return None
        family, *rest = list(value)
        family = name_of(family)
        match str(family):
            case "/ICCBased":
                # A profile names its maker and its machine; the plain space is close to it.
                return pikepdf.Name(_DEVICE[int(rest[0].get("/N", 3))])
            case "/CalGray" | "/CalRGB" | "/Lab":
                return pikepdf.Array([family, self.scheme("white", rest[0])])
            case "/Indexed":
                table = (
                    rest[2].read_bytes() if isinstance(rest[2], pikepdf.Stream) else bytes(rest[2])
                )
                base, size = self.of("space", rest[0]), int(rest[1])
                table = table[: (size + 1) * (self.components(base) or 4)]
                return pikepdf.Array([family, base, size, pikepdf.String(table)])
            case "/Separation":
                ink = name_of(rest[0]) if str(rest[0]) in _INKS else pikepdf.Name.Ink
                parts = [self.of("space", rest[1]), self.of("function", rest[2])]
                return pikepdf.Array([family, ink, *parts])
            case "/DeviceN":
                inks = [
                    name_of(ink) if str(ink) in _INKS else pikepdf.Name(f"/Ink{number}")
                    for number, ink in enumerate(rest[0])
                ]
                parts = [self.of("space", rest[1]), self.of("function", rest[2])]
                return pikepdf.Array([family, pikepdf.Array(inks), *parts])
            case "/Pattern":
                below = [self.of("space", one) for one in rest[:1]]
                return pikepdf.Array([family, *below])
            case "/DeviceGray" | "/DeviceRGB" | "/DeviceCMYK":
                return family
        raise Unknown("colour space")

    def components(self, space: Any) -> int | None:
        """Return how many numbers a colour has, in a space that was copied."""
        import pikepdf

        if isinstance(space, pikepdf.Array):
            if str(space[0]) == "/DeviceN":
                return len(space[1])
            return COMPONENTS.get(str(space[0]))
        return COMPONENTS.get(str(space))

    def _copy_function(self, value: Any, _: Any) -> Any:
        import pikepdf

        if isinstance(value, pikepdf.Array):
            return self.each("function", value)
        if isinstance(value, pikepdf.Name):
            return pikepdf.Name.Identity
        keys = self.scheme("function", value)
        if not isinstance(value, pikepdf.Stream):
            return keys
        data = value.read_bytes()
        match keys.get("/FunctionType"):
            case 4:
                return self.stream(plain_calculator(data), keys)
            case 0:
                return self.stream(data[: _sampled(keys)], keys)
        raise Unknown("function")

    def _copy_functions(self, value: Any, _: Any) -> Any:
        return self.each("function", value)

    def _copy_shading(self, value: Any, _: Any) -> Any:
        import pikepdf

        keys = self.scheme("shading", value)
        if not isinstance(value, pikepdf.Stream):
            return keys
        if keys.get("/ShadingType") not in _MESHES:
            raise Unknown("shading")
        return self.stream(value.read_bytes(), keys)

    def _copy_pattern(self, value: Any, resources: Any) -> Any:
        import pikepdf

        keys = self.scheme("pattern", value)
        if not isinstance(value, pikepdf.Stream):
            return keys
        data, keys["/Resources"] = self.drawing(value, value.get("/Resources", resources))
        return self.stream(data, keys)


def _sampled(keys: Any) -> int:
    """How many bytes the samples of a function take (7.10.2)."""
    values = prod(int(size) for size in keys.Size) * (len(keys.Range) // 2)
    return (values * int(keys.BitsPerSample) + 7) // 8
