"""Where an announcement would go, decided without any network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from relay.destinations import Destination, Plan
from relay.settings import Branch
from relay.store.announcements import Announcement
from relay.store.groups import Groups, KnownGroup
from relay.store.on_page import OnPage


@dataclass(frozen=True)
class PublicNotice:
    """A change as it is told in public, in reply to what stands.

    Attributes:
        text: short; what does not fit into one post becomes several.
        picture: id of the file that goes with it, None for none yet or none at all.
        description: what the picture shows; empty for no picture.
    """

    text: str
    picture: int | None = None
    description: str = ""

    @property
    def descriptions(self) -> list[str]:
        """Of its pictures."""
        return [self.description] if self.description else []


@dataclass(frozen=True)
class PublicPreview:
    """What would stand at one public destination; `lane` is its name in the outbox."""

    lane: str
    plan: Plan


@dataclass(frozen=True)
class Preview:
    """Everything a preview has to tell.

    Attributes:
        groups: the groups it reaches.
        closed: groups the bot is in but may not post to.
        unknown: how many configured groups the bot is not in.
        public: what would stand where everybody can read it.
        on_page: how much of it would be on the branch's own page.
        direct: how many people would get it by direct message.
    """

    groups: tuple[KnownGroup, ...]
    closed: tuple[KnownGroup, ...]
    unknown: int
    public: tuple[PublicPreview, ...]
    on_page: OnPage = OnPage.NOTHING
    direct: int = 0

    @property
    def reaches_nobody(self) -> bool:
        """Whether it would stand nowhere."""
        somewhere = any(public.plan.posts for public in self.public)
        return not self.groups and not somewhere and self.on_page is OnPage.NOTHING


def preview_of(
    announcement: Announcement,
    branch: Branch,
    known: Groups,
    destinations: Mapping[str, Destination],
    *,
    page: OnPage = OnPage.NOTHING,
    direct: int = 0,
    now: datetime,
    langs: Sequence[str],
) -> Preview:
    """Return where an announcement of `branch` would go.

    Args:
        announcement: what would be posted.
        branch: whose groups and accounts are meant.
        known: the groups as the API last described them.
        destinations: the branch's public destinations by lane.
        page: how much of it would be on the branch's own page.
        direct: how many people would get it by direct message.
        now: the time the posts would carry (aware).
        langs: the language tags of the text.
    """
    reach = known.reach(branch.announcement_groups)
    return Preview(
        groups=reach.open,
        closed=reach.closed,
        unknown=reach.unknown,
        public=tuple(
            PublicPreview(
                lane,
                plan_of(destination, announcement, now, langs),
            )
            for lane, destination in destinations.items()
        ),
        on_page=page,
        direct=direct,
    )


def plan_of(
    destination: Destination, announcement: Announcement, now: datetime, langs: Sequence[str]
) -> Plan:
    """Return the posts of an announcement at one destination; see `preview_of`.

    What is told apart in public never gives way to the groups' text: it may hold more.
    """
    return destination.plan(
        announcement.read_in_public,
        [picture.description or "" for picture in announcement.pictures],
        files=len(announcement.papers),
        now=now,
        langs=langs,
    )
