"""The export of the public pages from a store that no relay has open."""

from pathlib import Path

from relay.language.words import Words
from relay.settings import Settings
from relay.store import Store
from relay.time.clock import Clock, SystemClock
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.export import export_documents
from relay.web.pages.site import Site
from relay.web.pages.stored import Kept, StoreProgramme, public_branches


def export_site(settings: Settings, folder: Path, clock: Clock | None = None) -> int:
    """Write the pages of every branch into a folder.

    Args:
        settings: complete and valid.
        folder: see `relay.web.pages.export.export_documents`.
        clock: the time; the computer's own if not given.

    Returns:
        how many files there are now.

    Raises:
        StoreError: the store cannot be opened, for example because the relay runs.
        ForeignFolder: the folder holds files of something else.
        OSError: it could not be written; what was there stays.
    """
    clock = clock or SystemClock()
    key = settings.store_key.get_secret_value()
    with Store(Path(settings.store.path), key) as store:
        site = Site(
            StoreProgramme(Kept.of(store), public_branches(settings), clock),
            Words(settings.locale, settings.wording.folder),
            clock,
            outside=Outside(settings.web.public_url),
            links=FileLinks(),
        )
        return export_documents(site.documents(), folder)
