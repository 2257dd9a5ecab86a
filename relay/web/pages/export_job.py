"""The public pages as files, kept right by a running relay."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog

from relay.announcements.page import page_shares
from relay.answers import load_answers
from relay.language.words import Words
from relay.personal_data.notice import privacy_notice
from relay.settings import Settings
from relay.store import Store
from relay.store.files import StoredFile
from relay.time.clock import Clock, StillClock, SystemClock
from relay.web.pages.addresses import FileLinks, Outside, paper_path
from relay.web.pages.announcement_pages import file_paths
from relay.web.pages.cache import LONGEST
from relay.web.pages.catalogue import StoredPaper
from relay.web.pages.export import ForeignFolder, IncrementalExport
from relay.web.pages.posted import KeptPosts, StoredPosts
from relay.web.pages.site import Site
from relay.web.pages.snapshot import (
    MeetingSnapshot,
    NoFiles,
    Snapshot,
    take_snapshot,
    version_of,
)
from relay.web.pages.stored import KEPT, Kept, StoredCatalogue, public_branches

LOOK_SECONDS = 1.0
"""How often it is seen whether something has changed."""

QUIET = timedelta(seconds=3)
"""How long nothing has to change before the files are written."""

PATIENCE = timedelta(seconds=30)
"""How long a change waits at most, however much goes on."""

AGAIN = timedelta(minutes=1)
"""When it is tried again after a failure."""

log = structlog.get_logger(__name__)


class ExportJob:
    """Writes the pages into a folder after every change, and when a date is over.

    What the pages are made from is read in the loop, a branch at a time; they are drawn and written
    in a thread, from what was read.

    Args:
        settings: complete and valid.
        store: where the meetings are.
        clock: the time.
        folder: see `relay.web.pages.export.IncrementalExport`.
    """

    def __init__(self, settings: Settings, store: Store, clock: Clock, folder: Path) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._branches = public_branches(settings)
        self._export = IncrementalExport(folder)
        # Its own, because the relay's is read by the loop meanwhile.
        self._words = Words(settings.locale, settings.wording.folder)
        self._answers = load_answers(settings.wording.folder, settings.locale).answers.all
        self._papers: dict[str, int] = {}
        self._shares = page_shares(settings)
        self._written: tuple[int, ...] | None = None
        self._due = clock.now()
        self._noticed: tuple[tuple[int, ...], datetime, datetime] | None = None
        self._stopped = threading.Event()

    async def run(self) -> None:
        """Look for changes until the task is cancelled."""
        try:
            while True:
                await self.look()
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            self._stopped.set()

    async def look(self) -> bool:
        """Write the pages if it is time to; return whether all of them are written.

        A failure goes to the log, and it is tried again later.
        """
        now = self._clock.now()
        if not self._is_time(now):
            return False
        try:
            written = await self.write(now)
        except (ForeignFolder, OSError) as error:
            log.error("site_not_written", reason=type(error).__name__)
        except Exception:
            log.exception("site_not_written")
        else:
            log.info("site_written", files=written)
            return True
        self._due, self._written = now + AGAIN, version_of(self._store)
        return False

    def _is_time(self, now: datetime) -> bool:
        version = version_of(self._store)
        if self._written is None or now >= self._due:
            return True
        if version == self._written:
            self._noticed = None
            return False
        if self._noticed is None:
            self._noticed = (version, now, now)
        elif self._noticed[0] != version:
            self._noticed = (version, now, self._noticed[2])
        _, latest, first = self._noticed
        return now - latest >= QUIET or now - first >= PATIENCE

    async def write(self, now: datetime) -> int:
        """Write all pages as they are now; return how many files are new.

        Raises:
            ForeignFolder: the folder holds files of something else.
            OSError: something could not be written; every file is as it was or as it is now.
        """
        self._noticed = None
        await asyncio.to_thread(self._export.open)
        slugs = [branch.slug for branch in self._branches]
        taken = await take_snapshot(self._store, slugs, now - KEPT)
        papers = await self._put_files(taken.meetings)
        written, self._due = await asyncio.to_thread(self._put_pages, taken, papers, now)
        self._papers, self._written = papers, taken.version
        return written

    def count(self) -> int:
        """Return how many files there are."""
        return self._export.count()

    async def _put_files(self, taken: MeetingSnapshot) -> dict[str, int]:
        """Write the papers and pictures not there yet; each is read when its turn comes."""
        found: dict[str, int] = {}
        for path, file, read in self._files(taken):
            if self._papers.get(path) != file:
                stored = read()
                if stored is None:
                    continue
                await asyncio.to_thread(self._export.put, path, stored.data)
            found[path] = file
        return found

    def _files(
        self, taken: MeetingSnapshot
    ) -> Iterator[tuple[str, int, Callable[[], StoredPaper | StoredFile | None]]]:
        """The path of each file, its id, and what reads it."""
        catalogue = StoredCatalogue(Kept.of(self._store), self._branches, self._clock)
        for meeting in taken.known:
            for paper in meeting.papers:
                if paper.file is not None:
                    read = partial(catalogue.paper, meeting.id, paper.position)
                    yield paper_path(meeting.id, paper.position), paper.file, read
        posts = StoredPosts(KeptPosts.of(self._store), self._shares, self._clock)
        for branch in self._branches:
            for posted in posts.of_branch(branch.slug):
                for path, attached in file_paths(posted):
                    yield path, attached.file, partial(posts.file, attached)

    def _put_pages(
        self, taken: Snapshot, papers: dict[str, int], now: datetime
    ) -> tuple[int, datetime]:
        """Draw and write everything else; return how many files are new, and when one gets old."""
        clock = StillClock(now)
        catalogue = StoredCatalogue(Kept(taken.meetings, NoFiles()), self._branches, clock)
        outside = Outside(self._settings.web.public_url)
        kept = KeptPosts(taken.announcements, taken.meetings, NoFiles())
        site = Site(
            catalogue,
            self._words,
            clock,
            outside=outside,
            links=FileLinks(),
            posted=StoredPosts(kept, self._shares, clock),
            answers=self._answers,
            notice=privacy_notice(self._settings, self._words),
            feeds=taken.signed,
        )
        written = self._export.put_all(site.documents(), papers, self._stopped.is_set)
        dates = [date for branch in self._branches for date in catalogue.upcoming(branch.slug)]
        return written, min([now + LONGEST, *(date.end for date in dates if date.end > now)])


def export_site(settings: Settings, folder: Path, clock: Clock | None = None) -> int:
    """Write the pages of every branch into a folder once, from a store that no relay has open.

    Args:
        settings: complete and valid.
        folder: see `relay.web.pages.export.IncrementalExport`.
        clock: the time; the computer's own if not given.

    Returns:
        how many files there are now.

    Raises:
        StoreError: the store cannot be opened, for example because the relay runs.
        ForeignFolder: the folder holds files of something else.
        OSError: something could not be written; every file is as it was or as it is now.
    """
    clock = clock or SystemClock()
    with Store(settings.store.path, settings.store_key.get_secret_value()) as store:
        job = ExportJob(settings, store, clock, folder)
        asyncio.run(job.write(clock.now()))
        return job.count()
