"""What a state is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from behaviour.play import Act


@dataclass(frozen=True)
class State:
    """A state.

    Attributes:
        name: what the record calls it, unique; its first word is who it is about.
        who: whose messages are tried.
        steps: what leads there from `after`, by `who` unless a step says another name.
        after: the state it begins with; empty for `life`, in which a good deal has happened.
        more: what is tried beside `EVERYWHERE`, all of `behaviour.messages`.
    """

    name: str
    who: str
    steps: Sequence[str | tuple[str, str | Act]] = ()
    after: str = ""
    more: Sequence[Mapping[str, Act]] = ()


def does(who: str, act: Act) -> tuple[str, Act]:
    return (who, act)
