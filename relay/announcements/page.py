"""Which announcements are on a branch's public page and in its feed.

What goes to the groups alone must not become public by a change of the program or of the settings.
So a branch says what its page may have, a draft keeps what its admin was shown (`Announcement.
on_page`), and the page has what both allow.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from relay.destinations import KINDS
from relay.settings import Branch, Settings
from relay.store import Store
from relay.store.announcements import Announcement
from relay.store.on_page import OnPage
from relay.time.clock import Clock

PAGE = "page"
"""Among the places where an announcement stands: the page, to which nothing is delivered."""


class BranchPages:
    """What the branches' pages have of announcements; inside the caller's transaction.

    Args:
        store: where it is kept.
        clock: the time.
        shares: how much of each branch's announcements its page may have, by slug.

    Attributes:
        observers: called with an announcement's number when it was posted, changed or taken back,
            in the same transaction; also where no page has it.
    """

    def __init__(self, store: Store, clock: Clock, shares: Mapping[str, OnPage]) -> None:
        self._store = store
        self._clock = clock
        self._shares = shares
        self.observers: list[Callable[[int], None]] = []

    @property
    def shares(self) -> Mapping[str, OnPage]:
        """How much of each branch's announcements its page may have, by slug."""
        return self._shares

    def offered(self, announcement: Announcement) -> Announcement:
        """Return a draft for its preview, with all that the page may have of it now."""
        share = self._share(announcement)
        self._store.announcements.put_on_page(announcement.id, share)
        return replace(announcement, on_page=share)

    def agreed(self, announcement: Announcement) -> Announcement:
        """Return what its admin says yes to: less, where the page may have less by then."""
        left = self.of(announcement)
        if left is not announcement.on_page:
            self._store.announcements.put_on_page(announcement.id, left)
        return replace(announcement, on_page=left)

    def of(self, announcement: Announcement) -> OnPage:
        """Return how much of an announcement the page has, or would have once it is posted."""
        return announcement.on_page.within(self._share(announcement))

    def have(self, announcement: Announcement) -> bool:
        """Whether anything of it is on a page, or would be again after a change of the settings."""
        return announcement.on_page is not OnPage.NOTHING

    def change(self, announcement: Announcement) -> None:
        """Note that it is posted, corrected or taken back: what the page says becomes another."""
        if self.have(announcement):
            self._store.announcements.page_changes(announcement.id, self._clock.now())
        self.tell(announcement)

    def tell(self, announcement: Announcement) -> None:
        """Tell who observes that something was done to it."""
        for observe in self.observers:
            observe(announcement.id)

    def _share(self, announcement: Announcement) -> OnPage:
        return self._shares.get(announcement.branch, OnPage.NOTHING)


def page_shares(settings: Settings) -> Mapping[str, OnPage]:
    """Return how much of each branch's announcements its page may have, by slug.

    Nothing while no setting says that there is a page: without an address nobody has seen it.
    """
    if not settings.web.has_pages:
        return {branch.slug: OnPage.NOTHING for branch in settings.branches}
    return {branch.slug: _share(branch) for branch in settings.branches}


def _share(branch: Branch) -> OnPage:
    match branch.page_announcements:
        case "all":
            return OnPage.WHOLE
        case "public" if _is_read_by_everybody(branch):
            return OnPage.POST
    return OnPage.NOTHING


def _is_read_by_everybody(branch: Any) -> bool:
    return any(kind.is_public and branch.destination(kind) is not None for kind in KINDS)
