"""What is found about something that goes round. Plain values, no I/O."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.authenticity.alike import Likeness, Trick
from relay.authenticity.finders import Kind
from relay.authenticity.known import KnownPost


class Outcome(StrEnum):
    """What is known of it, the surest first."""

    FALSE = "false"
    """Admins, or those whom the branch follows, have said that it is false."""
    SAME = "same"
    """It was posted and says the same."""
    SENT = "sent"
    """It went to the branch's groups, and is no post: a notice of a change, a reminder."""
    EARLIER = "earlier"
    """It is what a post once said, before it was corrected."""
    RETRACTED = "retracted"
    """It was posted and taken back."""
    DIFFERS = "differs"
    """It is like a post, and is not the same."""
    ALIKE = "alike"
    """An address in it is made to look like a known one."""
    LINKED = "linked"
    """It is an address that stands in a post."""
    SAME_SITE = "same site"
    """It is another address on a site that stands in a post."""
    LOOKS_LIKE = "looks like"
    """It is a picture that looks like one of a post. What is written in it may be another thing."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same in a copy.

    Attributes:
        kind: what.
        known: how it stands in the post; None where the copy has added it.
        asked: how it stands in the copy; None where it is left out.
        trick: how a site's name is made to look like the known one.
    """

    kind: Kind
    known: str | None = field(repr=False)
    asked: str | None = field(repr=False)
    trick: Trick | None = None


@dataclass(frozen=True)
class Verdict:
    """What is found about one thing.

    Attributes:
        outcome: what.
        post: the post or the warning that it is about; None where there is none to tell of.
        differences: how a copy differs, what matters most first; none where they are not told.
        partly: whether it is only a part of the post.
        beside: other words that stand round it, which are not the post's.
        likenesses: addresses that are made to look like known ones.
        score: how alike both are, from 0 to 1.
        sent_at: when it went to the groups, aware, UTC, where it is no post.
        media: `picture` or `paper`; empty for a text.
        tells_text: whether what the post says now may be told.
    """

    outcome: Outcome
    post: KnownPost | None = None
    differences: tuple[Difference, ...] = ()
    partly: bool = False
    beside: str = field(default="", repr=False)
    likenesses: tuple[Likeness, ...] = ()
    score: float = 0.0
    sent_at: datetime | None = None
    media: str = ""
    tells_text: bool = False


UNKNOWN = Verdict(Outcome.UNKNOWN)
