"""The public pages as files, kept right by a running relay."""

import asyncio
import threading
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from relay.language.words import Words
from relay.meetings.tables import Meetings
from relay.settings import Settings
from relay.store import Store
from relay.time.clock import Clock, StillClock
from relay.web.pages.addresses import FileLinks, Outside, paper_path
from relay.web.pages.export import ForeignFolder
from relay.web.pages.mirror import Mirror
from relay.web.pages.shelf import LONGEST
from relay.web.pages.site import Site
from relay.web.pages.stored import KEPT, Kept, StoreProgramme, public_branches
from relay.web.pages.taken import NoFiles, TakenMeetings, take

LOOK_SECONDS = 1.0
"""How often it is seen whether something has changed."""

QUIET = timedelta(seconds=3)
"""How long nothing has to change before the files are written."""

PATIENCE = timedelta(seconds=30)
"""How long a change waits at most, however much goes on."""

AGAIN = timedelta(minutes=1)
"""When it is tried again after a failure."""

log = structlog.get_logger(__name__)


class SiteKeeper:
    """Writes the pages into a folder after every change, and when a date is over.

    What the pages are made from is read in the loop, a branch at a time; they are drawn and written
    in a thread, from what was read.

    Args:
        settings: complete and valid.
        store: where the meetings are.
        clock: the time.
        folder: see `relay.web.pages.mirror.Mirror`.
    """

    def __init__(self, settings: Settings, store: Store, clock: Clock, folder: Path) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._branches = public_branches(settings)
        self._mirror = Mirror(folder)
        # Its own, because the relay's is read by the loop meanwhile.
        self._words = Words(settings.locale, settings.wording.folder)
        self._papers: dict[str, int] = {}
        self._written: int | None = None
        self._due = clock.now()
        self._noticed: tuple[int, datetime, datetime] | None = None
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
            await self._write(now)
        except (ForeignFolder, OSError) as error:
            log.error("site_not_written", reason=type(error).__name__)
        except Exception:
            log.exception("site_not_written")
        else:
            return True
        self._due, self._written = now + AGAIN, self._store[Meetings].version
        return False

    def _is_time(self, now: datetime) -> bool:
        version = self._store[Meetings].version
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

    async def _write(self, now: datetime) -> None:
        self._noticed = None
        await asyncio.to_thread(self._mirror.open)
        slugs = [branch.slug for branch in self._branches]
        taken = await take(self._store, slugs, now - KEPT)
        papers = await self._put_papers(taken)
        written, self._due = await asyncio.to_thread(self._put_pages, taken, papers, now)
        self._papers, self._written = papers, taken.version
        log.info("site_written", files=written)

    async def _put_papers(self, taken: TakenMeetings) -> dict[str, int]:
        """Write the papers that are not there yet; each is read when its turn comes."""
        programme = StoreProgramme(Kept.of(self._store), self._branches, self._clock)
        found: dict[str, int] = {}
        for meeting in taken.known:
            for paper in meeting.papers:
                path = paper_path(meeting.id, paper.position)
                if paper.file is None:
                    continue
                if self._papers.get(path) != paper.file:
                    stored = programme.paper(meeting.id, paper.position)
                    if stored is None:
                        continue
                    await asyncio.to_thread(self._mirror.put, path, stored.data)
                found[path] = paper.file
        return found

    def _put_pages(
        self, taken: TakenMeetings, papers: dict[str, int], now: datetime
    ) -> tuple[int, datetime]:
        """Draw and write everything else; return how many files are new, and when one gets old."""
        clock = StillClock(now)
        programme = StoreProgramme(Kept(taken, NoFiles()), self._branches, clock)
        outside = Outside(self._settings.web.public_url)
        site = Site(programme, self._words, clock, outside=outside, links=FileLinks())
        written = self._mirror.put_all(site.documents(), papers, self._stopped.is_set)
        dates = [date for branch in self._branches for date in programme.upcoming(branch.slug)]
        return written, min([now + LONGEST, *(date.end for date in dates if date.end > now)])
