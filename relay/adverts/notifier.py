"""Boards, and how an advert in one ends: what those are told of who wrote it and who reads it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from relay.adverts.tables import Advert
from relay.settings import Branch


class Why(StrEnum):
    """Why an advert is over."""

    TIME = "time"
    WRITER = "writer"
    REPLACED = "replaced"
    MODERATOR = "moderator"


class Left(StrEnum):
    """What is left of an advert in its board once it is over."""

    NOTHING = "nothing"
    MESSAGE = "message"
    """Signal no longer deletes it."""


@dataclass(frozen=True)
class Board:
    """A board of a branch, as the settings declare it."""

    id: str
    name: str
    branch: Branch


class AdvertNotifier(Protocol):
    """Tells people what became of an advert. Each joins a transaction."""

    def stands(self, advert: Advert) -> None:
        """It stands in the board now."""

    def refused_by_signal(self, advert: Advert) -> None:
        """It could not be posted."""

    def over(self, advert: Advert, why: Why, left: Left) -> None:
        """It is over; its writer is told, unless they have just ended it themselves."""

    def unread(self, advert: Advert) -> None:
        """No moderator has answered for `relay.adverts.service.UNREAD_FOR`."""

    def never_read(self, advert: Advert) -> None:
        """Its time is over and no moderator has answered."""
