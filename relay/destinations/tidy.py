"""Taking out of a text what no reader sees and what servers refuse."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

# Unicode's stream-safe text format (UAX #15) allows no more than 30 marks on one letter either.
_MARK = r"[\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]"


def tidied(text: str) -> str:
    """Return a text without what no reader sees: space around it, broken and endless characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    readable: str = _stacked_marks().sub(r"\1", whole.replace("\r\n", "\n"))
    return readable.strip()


@cache
def _stacked_marks() -> "regex.Pattern[str]":
    import regex  # late: 2 MB, and many a relay posts nothing in public for weeks

    return regex.compile(rf"({_MARK}{{30}}){_MARK}+")
