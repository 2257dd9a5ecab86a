"""The pages of announcements as documents: each one's own, its picture card, and its files."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from relay.cards import Card, draw_card
from relay.language.words import Words
from relay.media.names import safe_name
from relay.store.announcements import AttachedFile
from relay.store.files import StoredFile
from relay.time.clock import Clock
from relay.web.pages.addresses import (
    Links,
    Outside,
    announcement_card_path,
    announcement_paper_path,
    announcement_path,
    picture_path,
)
from relay.web.pages.announcements import AnnouncementView, AnnouncementViews
from relay.web.pages.cache import PageCache
from relay.web.pages.catalogue import PDF, PublicBranch
from relay.web.pages.documents import HTML, Document, Job
from relay.web.pages.drawing import Drawing
from relay.web.pages.posted import Posted, PostedCatalogue
from relay.web.pages.structured import article

_KEPT = 256


class AnnouncementPages:
    """Makes the documents of announcements.

    Args:
        posted: the announcements.
        branches: whose they are.
        words: the wording.
        clock: the time.
        outside: what the outside calls the pages.
        links: how pages link to each other.
        drawing: draws them.
    """

    def __init__(
        self,
        posted: PostedCatalogue,
        branches: Sequence[PublicBranch],
        words: Words,
        clock: Clock,
        *,
        outside: Outside,
        links: Links,
        drawing: Drawing,
    ) -> None:
        self._posted = posted
        self._branches = {branch.slug: branch for branch in branches}
        self._words = words
        self._outside = outside
        self._links = links
        self._drawing = drawing
        self._views = AnnouncementViews(words, clock)
        self._documents: PageCache[Document] = PageCache(posted.version, clock)
        self._drawn = lru_cache(_KEPT)(self._draw)

    def listed(self, branch: PublicBranch) -> tuple[AnnouncementView, ...]:
        """What a branch's page shows of them."""
        return self._views.listed(branch, self._posted.of_branch(branch.slug))

    def fed(self, branch: PublicBranch) -> tuple[AnnouncementView, ...]:
        """What a branch's feed has of them."""
        return self._views.fed(branch, self._posted.of_branch(branch.slug))

    def page(self, number: int) -> Document | None:
        """An announcement's page, what is said once it was taken back, or None."""

        def make() -> tuple[Document, tuple[()]] | None:
            found = self._find(number)
            return None if found is None else (self._drawn(self._views.of(*found)), ())

        return self._documents.get(announcement_path(number), make)

    def card(self, number: int) -> Job | None:
        """What draws an announcement's picture card, or None."""
        found = self._find(number)
        if found is None or found[1].is_taken_back:
            return None
        return partial(painted, self._views.card(*found))

    def file(self, number: int, path: str) -> Job | None:
        """What brings the picture or the paper of an announcement that has a path, or None."""
        posted = self._posted.get(number)
        attached = None if posted is None else dict(file_paths(posted)).get(path)
        file = None if attached is None else self._posted.file(attached)
        return None if file is None else partial(_brought, file)

    def documents(self) -> Iterator[tuple[str, Document | Job | None]]:
        """Everything there is, with its path; without what goes with them."""
        for slug, branch in self._branches.items():
            for one in self._posted.of_branch(slug):
                yield announcement_path(one.number), self._drawn(self._views.of(branch, one))
                if not one.is_taken_back:
                    card = self._views.card(branch, one)
                    yield announcement_card_path(one.number), partial(painted, card)

    def _find(self, number: int) -> tuple[PublicBranch, Posted] | None:
        posted = self._posted.get(number)
        branch = None if posted is None else self._branches.get(posted.branch)
        return None if posted is None or branch is None else (branch, posted)

    def _draw(self, view: AnnouncementView) -> Document:
        image = self._outside.of(announcement_card_path(view.number))
        body = self._drawing.page(
            "announcement.html",
            view.path,
            self._links,
            view=view,
            image=None if view.is_taken_back else image,
            article=None if view.is_taken_back else self._article(view, image),
        )
        return Document(body, HTML, is_gone=view.is_taken_back)

    def _article(self, view: AnnouncementView, image: str | None) -> dict[str, Any]:
        return article(view, self._outside, image, self._words.locale)


def file_paths(posted: Posted) -> Iterator[tuple[str, AttachedFile]]:
    """The paths of the files that go with an announcement, each with the file."""
    for one in posted.pictures:
        yield picture_path(posted.number, one.position, one.media_type), one
    for one in posted.papers:
        yield announcement_paper_path(posted.number, one.position), one


@lru_cache(_KEPT)
def painted(card: Card) -> Document:
    """Draw a picture card, once for all who ask."""
    return Document(draw_card(card).picture.data, "image/png")


def _brought(file: StoredFile) -> Document:
    if file.media_type == PDF:
        return Document(file.data, PDF, safe_name(file.name, PDF), "attachment")
    return Document(file.data, file.media_type)
