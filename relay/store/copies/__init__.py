"""Copies of a store: taken while it is in use, parted for a backup, and joined to a store again."""

from relay.store.copies.errors import CopyError, CopyNoRoom, CopyStopped, CopyUnsound
from relay.store.copies.joining import Moment, Returned, copy_for_trial, join
from relay.store.copies.parting import part, part_confidential
from relay.store.copies.plain import copy_plain, is_database
from relay.store.copies.snapshot import note, snapshot

__all__ = [
    "CopyError",
    "CopyNoRoom",
    "CopyStopped",
    "CopyUnsound",
    "Moment",
    "Returned",
    "copy_for_trial",
    "copy_plain",
    "is_database",
    "join",
    "note",
    "part",
    "part_confidential",
    "snapshot",
]
