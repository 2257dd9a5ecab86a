"""How much of an announcement everybody reads on the pages."""

from enum import StrEnum


class OnPage(StrEnum):
    """How much of an announcement is on the branch's public page and in its feed."""

    NOTHING = "nothing"
    POST = "post"
    """Text and pictures."""
    WHOLE = "whole"
    """Papers too."""

    def within(self, most: "OnPage") -> "OnPage":
        """Return the lesser of the two."""
        order = list(OnPage)
        return min(self, most, key=order.index)
