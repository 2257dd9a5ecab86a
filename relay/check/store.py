"""Does the store open with the key, or can it be made?"""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.conduct.tables.mandates import Mandates, Origin
from relay.following.states import FeedState, feed_states
from relay.following.tables import FollowedFeeds
from relay.settings import Settings
from relay.store import Store
from relay.store.backups import LastBackup
from relay.store.chains import BrokenChain
from relay.store.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreKeyWrong,
    StoreLocked,
    StoreNewer,
    StoreOutOfReach,
)
from relay.time.clock import SystemClock

_WHERE = "store.path"
_FAULTS: dict[type[StoreError], str] = {
    StoreKeyWrong: "check-store-key",
    StoreNewer: "check-store-newer",
    StoreDamaged: "check-store-damaged",
    StoreOutOfReach: "check-store-folder",
    StoreFull: "check-store-full",
}


@dataclass(frozen=True)
class Past:
    """What a store that is not in use says of what has been.

    Attributes:
        last_message: when the last message came, aware; None for never.
        last_backup: the last backup.
        unreadable: how many messages could not be read, by their shape.
        moderators: by slug, how many moderate now whom admins have named.
        feeds: how the feeds are that branches follow.
    """

    last_message: datetime | None
    last_backup: LastBackup
    unreadable: Mapping[str, int] = field(default_factory=dict)
    moderators: Mapping[str, int] = field(default_factory=dict)
    feeds: tuple[FeedState, ...] = ()


def check_store(report: Report, settings: Settings) -> tuple[Finding, Past | None]:
    """Open the store as the relay would. One that is not there yet is not made.

    Returns:
        How it is, and what it says; None where it could not be opened.
    """
    try:
        return _opened(report, settings)
    except StoreLocked:
        return report.ok(_WHERE, "check-store-in-use"), None
    except StoreError as error:
        return report.problem(_WHERE, _FAULTS.get(type(error), "check-store-damaged")), None
    except OSError:
        return report.problem(_WHERE, "check-store-folder"), None


def _opened(report: Report, settings: Settings) -> tuple[Finding, Past | None]:
    path = settings.store.path
    if not path.exists():
        if _can_be_made(path):
            return report.ok(_WHERE, "check-store-new"), None
        return report.problem(_WHERE, "check-store-folder"), None
    with Store(path, settings.store_key.get_secret_value()) as store:
        unreadable = {shape.name: shape.count for shape in store.unreadable.shapes()}
        now = SystemClock().now()
        running = (one for one in store[Mandates].open_ones() if one.runs(now))
        moderators = Counter(one.branch for one in running if one.origin is Origin.NAMED)
        last = store.inbox.last_received(), store.backups.latest()
        feeds = feed_states(store[FollowedFeeds])
        past = Past(*last, unreadable, moderators, feeds)
        broken = store.broken_chain()
    if broken is not None:
        return _broken(report, broken), past
    return report.ok(_WHERE, "check-store-fine"), past


def _broken(report: Report, broken: BrokenChain) -> Finding:
    if broken.case is None:
        return report.problem(_WHERE, "check-store-audit-broken", row=str(broken.row))
    case = str(broken.case)
    return report.problem(_WHERE, "check-store-records-broken", row=str(broken.row), case=case)


def _can_be_made(path: Path) -> bool:
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
