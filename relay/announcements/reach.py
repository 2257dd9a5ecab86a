"""What of an announcement Signal still lets be changed or deleted where it stands."""

from collections.abc import Sequence

from relay.announcements.deliveries import DirectReaders
from relay.signal.editing import reference_key
from relay.signal.references import SIGNAL_WINDOW, Reference, References
from relay.store import Store
from relay.store.announcements import Announcement
from relay.time.clock import Clock


class GroupReach:
    """Looks at what stands in groups, and in direct messages; changes nothing.

    Args:
        store: where that is kept.
        clock: the time.
        direct: who reads announcements by direct message.
    """

    def __init__(self, store: Store, clock: Clock, direct: DirectReaders) -> None:
        self._direct = direct
        self._store = store
        self._clock = clock

    def lets_delete(self, announcement: Announcement) -> bool:
        """Whether anything of it can still be deleted, or is yet to be sent."""
        if self._direct.lets_delete(announcement.id):
            return True
        standing = list(self._store.announcements.standing(announcement.id))
        groups = groups_among(standing)
        if not groups:
            return self._is_new(announcement)
        return bool(self.deletable(announcement, standing))

    def lets_edit(self, announcement: Announcement) -> bool:
        """Whether the text of its post can still be changed, in any group.

        Where it stands in none, by direct message: what waits, or went out of late.
        """
        now, posts = self._clock.now(), self._posts(announcement)
        if not posts:
            return self._is_new(announcement) or self._direct.lets_delete(announcement.id)
        return any(post.may_be_edited(now) for post in posts)

    def is_edited_out(self, announcement: Announcement) -> bool:
        """Whether it is young, and was changed as often as Signal lets it be, in any group."""
        now = self._clock.now()
        return any(
            post.is_young(now) and not post.may_be_edited(now) for post in self._posts(announcement)
        )

    def deletable(self, announcement: Announcement, standing: Sequence[str]) -> list[str]:
        """Return the groups in which anything is young enough, or is yet to be sent.

        Args:
            announcement: what.
            standing: the destinations where it stands or will.
        """
        kept, now = self._store.announcements.standing(announcement.id), self._clock.now()
        found = []
        for group in groups_among(standing):
            here = References.read(kept.get(reference_key(group)), announcement.posted_at)
            if not here.everything or any(one.is_young(now) for one in here.everything):
                found.append(group)
        return found

    def _posts(self, announcement: Announcement) -> list[Reference]:
        kept = self._store.announcements.standing(announcement.id)
        standing = [
            References.read(kept[reference_key(group)], announcement.posted_at)
            for group in groups_among(list(kept))
        ]
        return [one.post for one in standing if one.post is not None]

    def _is_new(self, announcement: Announcement) -> bool:
        posted_at = announcement.posted_at
        return posted_at is not None and self._clock.now() - posted_at < SIGNAL_WINDOW


def groups_among(standing: Sequence[str]) -> list[str]:
    """Return the groups among the destinations where something stands."""
    prefix = reference_key("")
    return [place.removeprefix(prefix) for place in standing if place.startswith(prefix)]
