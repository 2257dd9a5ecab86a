"""Making the prints of posts' own pictures and papers, soon after they are posted."""

import structlog

from relay.authenticity.tables import FilePrints
from relay.media import Accepted, Made, MediaError, Wanted, cleaned
from relay.media.prints import Prints
from relay.store import Store

LOOK_SECONDS = 15
_MOST = 4
"""Files at a time: each is opened in a process of its own."""
_WANTED = Wanted(Accepted.PAPERS_TOO, made=Made.PRINTS)

log = structlog.get_logger(__name__)


class PrintJob:
    """Makes what is missing. A crash loses nothing: what is missing is looked for again.

    Args:
        store: where the files are.
        prints: where their prints go.
    """

    def __init__(self, store: Store, prints: FilePrints) -> None:
        self._store = store
        self._prints = prints

    async def look(self) -> None:
        """Make the prints of some files that have none yet."""
        for file in self._prints.waiting(_MOST):
            try:
                made = await cleaned(self._store.files.get(file).data, _WANTED)
                found: Prints | None = Prints.from_json(made.data.decode())
            except MediaError:
                # A sound or what else is posted is known by no print.
                found = None
            except KeyError:
                continue
            except OSError:
                log.warning("no_process_for_prints")
                return
            with self._store.transaction():
                self._prints.keep(file, found)
