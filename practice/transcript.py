"""Plain text for a terminal or a file: who says what, so that a screen reader can follow."""

import textwrap
from collections.abc import Sequence
from typing import TextIO

_WIDTH = 96
_INDENT = " "
_NAME = 11


class Transcript:
    """Writes a story down as it happens.

    Args:
        out: where to.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def title(self, text: str) -> None:
        """Write a heading."""
        self._write(text, "=" * len(text), "")

    def heading(self, text: str) -> None:
        """Write a chapter's heading."""
        self._write("", text, "-" * len(text), "")

    def narrate(self, text: str) -> None:
        """Write what the narrator says, wrapped, with an empty line after it."""
        for paragraph in text.split("\n"):
            self._write(*(textwrap.wrap(paragraph, _WIDTH) or [""]))
        self._write("")

    def says(self, name: str, lines: Sequence[str]) -> None:
        """Write what somebody says, the name before its first line."""
        column = name
        for line in lines:
            for piece in _pieces(line):
                self._write(f"{_INDENT}{column:>{_NAME}} | {piece}".rstrip())
                column = ""
        self._write("")

    def shows(self, where: str, lines: Sequence[str]) -> None:
        """Write what can be read somewhere."""
        self._write(f"{_INDENT}{where}")
        self.says("", lines)

    def _write(self, *lines: str) -> None:
        for line in lines:
            self._out.write(f"{line}\n")
        self._out.flush()


def _pieces(line: str) -> list[str]:
    wrapped: list[str] = []
    for part in line.split("\n"):
        wrapped += textwrap.wrap(part, _WIDTH - _NAME - 5, break_long_words=False) or [""]
    return wrapped
