"""Copies of a store: taken while it is in use, parted for a backup, and joined to a store again."""

from relay.store.copies.comparing import Difference, difference
from relay.store.copies.errors import CopyError, CopyNoRoom, CopyStopped, CopyUnsound
from relay.store.copies.merge import Moment, Returned, copy_for_trial, merge
from relay.store.copies.partition import partition, partition_confidential
from relay.store.copies.plain import copy_plain, is_database
from relay.store.copies.snapshot import note, snapshot

__all__ = [
    "CopyError",
    "CopyNoRoom",
    "CopyStopped",
    "CopyUnsound",
    "Difference",
    "Moment",
    "Returned",
    "copy_for_trial",
    "copy_plain",
    "difference",
    "is_database",
    "merge",
    "note",
    "partition",
    "partition_confidential",
    "snapshot",
]
