"""Reading whether a message asks if something is real, and what it asks about.

"is this real?" · "is this real: Dear member, …" · a pasted text with the question under it · what
leads to money or to somebody, with the question before or behind it
"""

import re
from dataclasses import dataclass, field

from relay.authenticity.matcher import asked_about
from relay.authenticity.particulars import leads_on
from relay.language.cries import cries_out, may_call_out
from relay.language.vocabulary import Vocabulary, bare, clean

_LONGEST_ADDRESS = 2_000
_LONGEST_QUESTION = 60
_SHORT = 12
"""Words."""
_QUESTION_WORDS = range(2, 7)
_PARTED = re.compile(r"(?P<question>[^:?\n]{3,40})(?:\?+|:)\s*(?P<rest>\S.*)", re.DOTALL)


@dataclass(frozen=True)
class Question:
    """That somebody asks whether something is real.

    Attributes:
        text: what they ask about; empty where it does not stand in the same message.
    """

    text: str = field(repr=False)


def question_in(vocabulary: Vocabulary, text: str | None) -> Question | None:
    """Return what a message asks about, or None where it does not ask that.

    Nothing that may be a cry for help is something to be checked.

    Args:
        vocabulary: what is typed.
        text: the message.
    """
    said = clean(text)
    if _asks(vocabulary, said):
        return Question("")
    first, _, after = said.partition("\n")
    before, _, last = said.rpartition("\n")
    found = _PARTED.match(said)
    rest = None
    if _asks(vocabulary, first):
        rest = after
    elif _asks(vocabulary, last):
        rest = before
    elif found is not None and _asks(vocabulary, found["question"]):
        rest = found["rest"]
    else:
        rest = _address_after(vocabulary, said) or _beside(vocabulary, said)
    if rest is None or is_cry(rest):
        return None
    return Question(rest.strip())


def is_cry(text: str | None) -> bool:
    """Whether a message may be a cry for help, and is too short to be something to be checked.

    What is longer may name an emergency number and go round all the same.
    """
    said = clean(text)
    after = re.split(r"[?:\n]", said, maxsplit=1)[-1]
    parts = [one for one in (said, after) if len(one.split()) <= _SHORT]
    return any(cries_out(one) or may_call_out(one) for one in parts)


def _asks(vocabulary: Vocabulary, text: str) -> bool:
    if len(text) > _LONGEST_QUESTION:
        return False
    said = bare(text).strip("? ")
    return bool(said) and (said in vocabulary.words("real") or vocabulary.means("real", said))


def _address_after(vocabulary: Vocabulary, said: str) -> str | None:
    """What follows the word alone, where that is an address: "real https://…"."""
    word, _, rest = said.partition(" ")
    if len(said) > _LONGEST_ADDRESS or bare(word) not in vocabulary.words("real"):
        return None
    return rest if asked_about(rest).is_address else None


def _beside(vocabulary: Vocabulary, said: str) -> str | None:
    """What stands before or behind the question in one line, where that leads to somebody.

    "https://… is this real?" and "is this real Dear member, pay £5 …"; what leads nowhere may be
    something that has happened to them.
    """
    for count in _QUESTION_WORDS:
        behind, before = said.split(None, count), said.rsplit(None, count)
        if len(behind) <= count:
            return None
        if _asks(vocabulary, " ".join(behind[:count])) and leads_on(behind[-1]):
            return behind[-1]
        if _asks(vocabulary, " ".join(before[1:])) and leads_on(before[0]):
            return before[0]
    return None
