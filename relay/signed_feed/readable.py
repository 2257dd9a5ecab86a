"""What everybody may read of an announcement, which is what the signed feed says of it.

That is what the branch's page has. Of a meeting it is what is said of it in public: never the text
that groups get, where a link to take part may stand.
"""

import hashlib
from collections.abc import Mapping

from relay.meetings.tables import Meetings
from relay.settings import Settings
from relay.signed_feed.entry import Content, FileDigest
from relay.signed_feed.models import LONGEST_NAME, LONGEST_TEXT, MOST_FILES
from relay.store import Store
from relay.store.announcements import Announcement, AttachedFile, State
from relay.store.on_page import OnPage

_LONGEST_TYPE = 100


class PublicWords:
    """Reads announcements as everybody may.

    Args:
        store: where they are.
        settings: complete and valid.
        shares: how much of each branch's announcements its page may have, by slug.
    """

    def __init__(self, store: Store, settings: Settings, shares: Mapping[str, OnPage]) -> None:
        self._store = store
        self._shares = shares
        self._language = settings.locale
        self.has_pages = settings.web.has_pages

    def of(self, announcement: Announcement) -> Content | None:
        """Return what everybody may read of an announcement now; None for nothing."""
        if announcement.state is not State.POSTED or not self.has_pages:
            return None
        if self._store[Meetings].get(announcement.id) is not None:
            said = announcement.public_text
            return None if said is None else self._content(said, announcement.pictures)
        share = announcement.on_page.within(self._shares.get(announcement.branch, OnPage.NOTHING))
        if share is OnPage.NOTHING:
            return None
        papers = announcement.papers if share is OnPage.WHOLE else ()
        return self._content(announcement.read_in_public, (*announcement.pictures, *papers))

    def _content(self, text: str, files: tuple[AttachedFile, ...]) -> Content:
        known = (self._file(one) for one in files[:MOST_FILES])
        text = text[:LONGEST_TEXT]
        return Content(text, self._language, tuple(one for one in known if one is not None))

    def _file(self, attached: AttachedFile) -> FileDigest | None:
        try:
            data = self._store.files.get(attached.file).data
        except KeyError:
            return None
        # What a phone calls a picture is nobody's business; papers are known by their names.
        ending = attached.media_type.rpartition("/")[2]
        name = f"{attached.position}.{ending}" if attached.is_picture else attached.name
        return FileDigest(
            name[:LONGEST_NAME] or str(attached.position),
            attached.media_type[:_LONGEST_TYPE] or "application/octet-stream",
            hashlib.sha256(data).hexdigest(),
        )
