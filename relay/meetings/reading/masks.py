"""What is not read of a text, without moving what is."""

HIDDEN = "\ufdd3"
"""A noncharacter in place of what is not read: Unicode keeps it for a program's own use."""


def mask(text: str, *spans: tuple[int, int]) -> str:
    """Return a text of the same length in which nothing is read within `spans`."""
    chars = list(text)
    for start, end in spans:
        for at in range(start, end):
            if chars[at] != "\n":
                chars[at] = HIDDEN
    return "".join(chars)
