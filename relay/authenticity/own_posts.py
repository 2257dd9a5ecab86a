"""What the branches of this relay have posted, as it stands now."""

from collections.abc import Collection, Iterable, Mapping
from urllib.parse import urlsplit

from relay.authenticity.known import KnownFile, KnownPost, PostState
from relay.authenticity.links import plain_host
from relay.authenticity.tables import PostedRow, PostedTexts
from relay.destinations import kind_of
from relay.settings import Settings
from relay.store import Store

MOST = 1_500
"""Posts that are looked through: about ten years of three a week."""


class OwnPosts:
    """The posts of the branches of this relay.

    Args:
        store: where they are.
        settings: which branches there are, and their sites.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._table = store[PostedTexts]
        self._names = {branch.slug: branch.name for branch in settings.branches}
        self.sites = own_sites(settings)

    def current(self) -> Iterable[KnownPost]:
        """Return all of them, the newest first.

        What public places have instead of a post's text is a known post too, with its number.
        """
        files, places = self._table.files(), self._table.places()
        for row in self._table.newest(self._names, MOST):
            lanes = places.get(row.id, ())
            public = row.is_on_page or any(_is_public(lane) for lane in lanes)
            if row.public_text is not None and row.public_text != row.text:
                yield self._known(row, row.public_text, files, is_public=public)
                public = False
            yield self._known(row, row.text, files, is_public=public)

    def _known(
        self,
        row: PostedRow,
        text: str,
        files: Mapping[int, Collection[tuple[int, str]]],
        *,
        is_public: bool,
    ) -> KnownPost:
        state = PostState.POSTED if row.changed_at is None else PostState.CORRECTED
        return KnownPost(
            source=row.branch,
            source_name=self._names[row.branch],
            own=True,
            number=row.id,
            at=row.posted_at,
            text=text,
            files=tuple(KnownFile(kind, "", file) for file, kind in files.get(row.id, ())),
            state=PostState.RETRACTED if row.is_retracted else state,
            is_public=is_public,
            changed_at=row.changed_at,
        )


def own_sites(settings: Settings) -> tuple[str, ...]:
    """Return the names of the sites that are surely the branches' own."""
    url = settings.web.public_url
    host = None if url is None else urlsplit(str(url)).hostname
    return () if host is None else (plain_host(host),)


def _is_public(lane: str) -> bool:
    kind = kind_of(lane)
    return kind is not None and kind.is_public
