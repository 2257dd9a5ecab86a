"""The keys of this relay's branches, for commands that the host types.

A store that a relay has open is closed to everybody else; that relay's own page has the keys.
"""

from collections.abc import Mapping

import aiohttp

from relay.settings import Settings
from relay.signed_feed.keys import PublicKey
from relay.signed_feed.reading import FeedBroken, FeedUnreadable, read_feed
from relay.signed_feed.tables import SignedFeeds
from relay.signed_feed.verifying import verify
from relay.store import Store, StoreLocked

_TIMEOUT = aiohttp.ClientTimeout(total=10)


async def standing_keys(settings: Settings) -> Mapping[str, PublicKey]:
    """Return the key of each branch that has one, by slug.

    Args:
        settings: complete and valid. A store that is not there yet is not made.

    Raises:
        StoreError: the store cannot be opened, and no relay is running.
    """
    path = settings.store.path
    if not path.exists():
        return {}
    try:
        with Store(path, settings.store_key.get_secret_value()) as store:
            return keys_in(store, settings)
    except StoreLocked:
        found = await _from_pages(settings)
        if found is None:
            raise
        return found


def keys_in(store: Store, settings: Settings) -> Mapping[str, PublicKey]:
    """Return the key of each branch that has one, by slug, from an open store."""
    table, found = store[SignedFeeds], {}
    for branch in settings.branches:
        row = table.of_branch(branch.slug)
        if row is not None:
            found[branch.slug] = table.keys(row.feed)[-1]
    return found


async def _from_pages(settings: Settings) -> Mapping[str, PublicKey] | None:
    """Ask the relay that runs; None where it does not answer."""
    found = {}
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            for branch in settings.branches:
                address = f"http://{settings.web.listen}/b/{branch.slug}/signed.json"
                async with session.get(address) as answer:
                    if answer.ok:
                        page = read_feed(await answer.read())
                        found[branch.slug] = verify([page]).key
    except (aiohttp.ClientError, TimeoutError, FeedUnreadable, FeedBroken):
        return None
    return found
