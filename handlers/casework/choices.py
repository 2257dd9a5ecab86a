"""Reading which of several offered things an officer means, and what they add."""

from collections.abc import Sequence

from handlers.parsing import read_number


def read_choice(typed: str, choices: Sequence[tuple[str, ...]]) -> tuple[int | None, str]:
    """Read which of several things is meant, by its number or one of its names.

    Args:
        typed: the choice and what follows it.
        choices: the names of each.

    Returns:
        The index of the choice, or None, and what follows it.
    """
    number, after = read_number(typed)
    if number is not None:
        return (number - 1, after) if 1 <= number <= len(choices) else (None, typed)
    return read_named(typed, choices)


def read_named(typed: str, choices: Sequence[tuple[str, ...]]) -> tuple[int | None, str]:
    """Read which of several things is meant, by one of its names; see `read_choice`."""
    folded = _folded(typed)
    named = [(_folded(name), index) for index, names in enumerate(choices) for name in names]
    for name, index in sorted(named, key=lambda pair: -len(pair[0])):
        if folded.startswith(name) and not folded[len(name) :][:1].isalnum():
            return index, typed[len(name) :].lstrip(" .,:;-").strip()
    return None, typed


def _folded(text: str) -> str:
    return text.casefold().replace("-", " ")
