"""A command with the number of a feed or a post: "pass on 3", "Trust no. 2 off please"."""

from dataclasses import dataclass

from handlers.conversation.heard import HeardMessage

_CALLED = frozenset({"no", "nr", "number"})


@dataclass(frozen=True)
class Numbered:
    """What follows a command.

    Attributes:
        before: the words before the number, or all where there is none.
        number: it; None for none.
        after: the words after it.
    """

    before: str
    number: int | None
    after: str

    @property
    def is_alone(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.number is not None and not self.before and not self.after


def numbered(heard: HeardMessage) -> Numbered:
    """Read what follows a command, without courtesies."""
    words = heard.core.split()[1:]
    at = next((place for place, word in enumerate(words) if _is_number(word)), None)
    if at is None:
        return Numbered(" ".join(words), None, "")
    before = words[:at]
    if before and before[-1] in _CALLED:
        before.pop()
    return Numbered(" ".join(before), int(words[at]), " ".join(words[at + 1 :]))


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 10
