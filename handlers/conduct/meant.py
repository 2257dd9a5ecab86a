"""Whether words were meant for moderators: "1. yes, pass it on", "2. no"."""

from handlers.conversation.heard import HeardMessage
from handlers.parsing import read_number

_YES, _NO = 1, 2


def says_whether(heard: HeardMessage) -> bool:
    """Whether it says whether the words were meant: 1, 2, yes or no."""
    number, rest = read_number(heard.message.text or "")
    chosen = number in (_YES, _NO) and not rest.strip(" .)!")
    return chosen or heard.answers("yes") or heard.answers("no") or heard.answers("leave")


def says_so(heard: HeardMessage) -> bool:
    """Whether what says so says that they were."""
    number, _ = read_number(heard.message.text or "")
    return number == _YES or heard.answers("yes")
