"""Reading decoded JSON with care: take what is there and as it should be, and miss the rest.

What signal-cli and its API server write differs from release to release: fields come and go, are
null or left out, and kinds are added. So nothing here raises. A value that is not of the kind that
is wanted counts as not there, and whoever asks decides what that means.
"""

from typing import Any

MOST = 2**53
"""Above it neither JSON's readers nor Signal's clocks (milliseconds) have whole numbers."""

Part = dict[str, Any]
"""A JSON object."""


def part_of(value: Any) -> Part:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def parts_of(value: Any) -> list[Part]:
    """The objects in a list; none where `value` is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def list_of(value: Any) -> list[Any]:
    """`value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """`value` if it is text, else none."""
    return value if isinstance(value, str) else ""


def flag_of(value: Any) -> bool | None:
    """`value` if it is true or false, else None."""
    return value if isinstance(value, bool) else None


def whole_of(value: Any) -> int | None:
    """`value` if it is a whole number from 0 and below `MOST`, else None."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < MOST else None


def written_whole_of(value: Any) -> int | None:
    """A whole number as the API server writes its own: as text, such as `"1790000000000"`."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 17:
        value = int(value)
    return whole_of(value)
