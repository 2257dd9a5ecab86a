"""What a picture card says, and what comes back with it. Plain values: no store, no network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from relay.media.pictures import CleanPicture

WIDTH = 1200
HEIGHT = 630
"""Pixels. The shape that link previews show whole (Open Graph, 1.91 to 1)."""


class NoticeKind(StrEnum):
    """What happened to a meeting after it was published."""

    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Notice:
    """The bar across a card that must not be read like the one before.

    Attributes:
        kind: decides the shape: `changed` is a framed bar with a triangle, `cancelled` a solid one
            with a cross and stripes, and the time is struck through.
        word: as people read it, from the wording: "CHANGED", "CANCELLED".
    """

    kind: NoticeKind
    word: str


@dataclass(frozen=True, slots=True)
class Colours:
    """A branch's colours, `#rrggbb`. Those of the text are chosen from them, so any will do.

    Attributes:
        band: behind the branch's name.
        paper: behind everything else.
    """

    band: str = "#3d1a52"
    paper: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. Every text is ready to be read by people; an empty one takes no room.

    Attributes:
        branch: the branch's name.
        title: what the meeting is called.
        when: weekday, date and time in the branch's zone.
        place: address, or that it is online; several lines are joined with commas. A link is
            better left to the text beside the card: nobody can tap it here.
        access: who can come: step-free, hearing loop, childcare.
        notice: None for a meeting as it was first published.
        plain: stands in the title's place where the fonts lack letters of it, such as "Hackney
            meeting": half a title would be another one.
    """

    branch: str
    title: str
    when: str
    place: str = ""
    access: str = ""
    notice: Notice | None = None
    colours: Colours = field(default_factory=Colours)
    plain: str = ""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card as a picture.

    Attributes:
        picture: a PNG of 1200 x 630 pixels.
        description: arguments for the wording of the alternative text: `branch`, `title`, `when`,
            `place` and `access` whole, as given, `notice` ("none", "changed" or "cancelled") and
            its `word`.
        cut: names of the texts that were too long even at their smallest and end in an ellipsis.
        left_out: what none of the shipped fonts can draw, as people see it, each once.
    """

    picture: CleanPicture
    description: Mapping[str, str]
    cut: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
