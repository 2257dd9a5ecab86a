"""Everything that touches the database. One class a table; `Store` holds them together."""

from relay.store.database import left_open
from relay.store.errors import (
    StoreDamaged,
    StoreError,
    StoreKeyWrong,
    StoreLocked,
    StoreNewer,
    StoreNoRoom,
    StoreOutOfReach,
)
from relay.store.store import Store

__all__ = [
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreKeyWrong",
    "StoreLocked",
    "StoreNewer",
    "StoreNoRoom",
    "StoreOutOfReach",
    "left_open",
]
