"""The tables of the safeguarding vault: sealed bytes, codes and moments. Nothing here has a key."""

from relay.safeguarding.tables.vault import VaultTables

__all__ = ["VaultTables"]
