"""Who tells a story while it is played: to a terminal, to a page, to nobody."""

from collections.abc import Sequence
from typing import Protocol

from practice.transcript import Transcript


class Narrator(Protocol):
    """Tells what happens. The story goes on when a call returns, so a narrator sets its pace.

    Phones are named by their owner's first name, in lower case.
    """

    async def chapter(self, number: int, title: str) -> None:
        """A chapter begins; chapters count from 1."""

    async def narrate(self, text: str) -> None:
        """The narrator says something."""

    async def acts(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """Somebody is about to do something on a phone: `lines` is what."""

    async def hears(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """A phone has got a message; `who` names the sender and whose phone it is."""

    async def shows(self, phone: str | None, where: str, lines: Sequence[str]) -> None:
        """Something can be read somewhere: on a phone, or on none."""


class Writing:
    """Writes a story down.

    Args:
        transcript: where to.
    """

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    async def chapter(self, number: int, title: str) -> None:
        """Write a heading."""
        self._transcript.heading(f"{number}. {title}")

    async def narrate(self, text: str) -> None:
        """Write it as it is."""
        self._transcript.narrate(text)

    async def acts(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """Write what is done."""
        self._transcript.says(who, lines)

    async def hears(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """Write what has come."""
        self._transcript.says(who, lines)

    async def shows(self, phone: str | None, where: str, lines: Sequence[str]) -> None:
        """Write what stands there."""
        self._transcript.shows(where, lines)
