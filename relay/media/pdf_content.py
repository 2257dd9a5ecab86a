"""What is drawn on a page of a PDF: its operators, of which only the known ones are written anew.

ISO 32000-2, annex A, lists all operators. Comments, private marks, properties that a reader does
not show, and what stands on a hidden layer stay behind. So does text that is laid invisibly over a
scan: nobody sees whether it says the same.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

_PATHS = frozenset(["m", "l", "c", "v", "y", "h", "re", "W", "W*"])
_PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"])
_STATE = frozenset(
    [
        "q",
        "Q",
        "cm",
        "w",
        "J",
        "j",
        "M",
        "d",
        "i",
        "G",
        "g",
        "RG",
        "rg",
        "K",
        "k",
        "SC",
        "sc",
        "d0",
        "d1",
    ]
)
_TEXT = frozenset(["BT", "ET", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*", "Tr"])
_SHOWING = frozenset(["Tj", "TJ", "'", '"'])
_KEPT = _PATHS | _STATE | _TEXT
_NAMED = {"Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading", "Tf": "/Font"}
_COLOURS = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"})
_INVISIBLE = 3
"""Text rendering mode: neither filled nor stroked (9.3.6)."""

Use = Callable[[str, str], str | None]
"""Takes a category and a name of the resources; returns the new name, or None to leave it out."""


class Text(StrEnum):
    """What is done with text."""

    KEPT = "kept"
    LEFT_OUT = "left out"


class Operators:
    """Writes one content stream anew.

    Args:
        use: looks up what a name stands for.
        inline: takes an image that stands in the stream itself and returns its name.
        is_hidden: whether a layer, by its name in the resources, is not shown.
        text: what is done with text.
    """

    def __init__(
        self,
        use: Use,
        inline: Callable[[Any], str | None],
        is_hidden: Callable[[str], bool],
        text: Text,
    ) -> None:
        self._use = use
        self._inline = inline
        self._is_hidden = is_hidden
        self._text = text
        self._out: list[tuple[list[Any], str]] = []
        self._modes = [0]
        self._fonts = [False]
        self._in_text = False
        self._marks: list[tuple[bool, bool]] = []  # for each: was it written, does it hide

    def written(self, instructions: Iterable[Any]) -> bytes:
        """Return the stream.

        Raises:
            Unknown: it holds something that cannot be written anew.
        """
        import pikepdf

        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                name = None if self._hides() else self._inline(instruction.iimage)
                if name is not None:
                    self._out.append(([pikepdf.Name(name)], "Do"))
            else:
                self._take(list(instruction.operands), str(instruction.operator))
        while self._marks:
            self._end_mark()
        return pikepdf.unparse_content_stream(
            [(operands, pikepdf.Operator(operator)) for operands, operator in self._out]
        )

    def _take(self, operands: list[Any], operator: str) -> None:
        if operator in _SHOWING:
            self._show(operands, operator)
        elif operator in _KEPT:
            self._keep(operands, operator)
        elif operator in _PAINTING:
            self._out.append(([], "n" if self._hides() else operator))
        elif operator in _NAMED:
            self._name(operands, operator)
        elif operator in ("CS", "cs"):
            self._colour_space(operands, operator)
        elif operator in ("SCN", "scn"):
            self._colour(operands, operator)
        elif operator in ("BMC", "BDC"):
            self._begin_mark(operands)
        elif operator == "EMC" and self._marks:
            self._end_mark()

    def _keep(self, operands: list[Any], operator: str) -> None:
        if not all(is_plain(operand) for operand in operands):
            return
        if operator == "q":
            self._modes.append(self._modes[-1])
            self._fonts.append(self._fonts[-1])
        elif operator == "Q" and len(self._modes) > 1:
            self._modes.pop()
            self._fonts.pop()
        elif operator in ("BT", "ET"):
            self._in_text = operator == "BT"
        elif operator == "Tr" and operands and isinstance(operands[0], int):
            self._modes[-1] = operands[0]
        self._out.append((operands, operator))

    def _show(self, operands: list[Any], operator: str) -> None:
        import pikepdf

        *numbers, shown = operands or [None]
        if operator == '"':
            if len(numbers) == 2 and all(is_number(number) for number in numbers):
                self._out += [([numbers[0]], "Tw"), ([numbers[1]], "Tc")]
            operator = "'"
        if operator == "'":
            self._out.append(([], "T*"))
            operator = "Tj"
        if not (self._in_text and self._fonts[-1]):
            # Only within a text object and with a font are words drawn (9.4.1, 9.3.1): others are
            # for whoever opens the file with something else, or depend on where this is used.
            raise Unknown
        if self._text is Text.LEFT_OUT or self._hides() or self._modes[-1] == _INVISIBLE:
            return
        if isinstance(shown, pikepdf.String):
            self._out.append(([shown], "Tj"))
        elif isinstance(shown, pikepdf.Array):
            pieces = [
                one for one in list(shown) if is_number(one) or isinstance(one, pikepdf.String)
            ]
            self._out.append(([pikepdf.Array(pieces)], "TJ"))

    def _name(self, operands: list[Any], operator: str) -> None:
        import pikepdf

        if not operands or not isinstance(operands[0], pikepdf.Name):
            return
        if operator in ("Do", "sh") and self._hides():
            return
        name = self._use(_NAMED[operator], str(operands[0]))
        if name is not None:
            rest = [operand for operand in operands[1:] if is_number(operand)]
            if operator == "Tf":
                self._fonts[-1] = True
            self._out.append(([pikepdf.Name(name), *rest], operator))

    def _colour_space(self, operands: list[Any], operator: str) -> None:
        import pikepdf

        said = str(operands[0]) if operands else ""
        name = said if said in _COLOURS else self._use("/ColorSpace", said)
        if name is not None:
            self._out.append(([pikepdf.Name(name)], operator))

    def _colour(self, operands: list[Any], operator: str) -> None:
        import pikepdf

        new: list[Any] = [operand for operand in operands if is_number(operand)]
        if operands and isinstance(operands[-1], pikepdf.Name):
            name = self._use("/Pattern", str(operands[-1]))
            if name is None:
                return
            new.append(pikepdf.Name(name))
        self._out.append((new, operator))

    def _begin_mark(self, operands: list[Any]) -> None:
        import pikepdf

        tag = str(operands[0]) if operands else ""
        properties = operands[1] if len(operands) > 1 else None
        hides = tag == "/OC" and properties is not None and self._is_hidden(str(properties))
        if tag == "/Artifact":
            self._out.append(([pikepdf.Name("/Artifact")], "BMC"))
        elif isinstance(properties, pikepdf.Dictionary) and is_number(properties.get("/MCID")):
            number = pikepdf.Dictionary(MCID=int(properties["/MCID"]))
            self._out.append(([pikepdf.Name("/Span"), number], "BDC"))
        else:
            self._marks.append((False, hides))
            return
        self._marks.append((True, hides))

    def _end_mark(self) -> None:
        if self._marks.pop()[0]:
            self._out.append(([], "EMC"))

    def _hides(self) -> bool:
        return any(hides for _, hides in self._marks)


class Unknown(Exception):
    """Something of a page is not known well enough to be written anew."""


def is_number(value: object) -> bool:
    """Return whether it is a number."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def is_plain(value: object) -> bool:
    """Return whether it is a number or a list of numbers, which hides nothing that can be read."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return all(is_number(one) for one in list(value))
    return is_number(value)


def plain(value: Any) -> Any:
    """Return a copy of what is plain, which belongs to no file; None for anything else."""
    import pikepdf

    if not is_plain(value):
        return None
    return pikepdf.Array(list(value)) if isinstance(value, pikepdf.Array) else value
