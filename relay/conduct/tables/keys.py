"""Keys of matters, and conduct's own secrets."""

from typing import ClassVar

from relay.store.destructible_keys import DestructibleKeys


class ConductKeys(DestructibleKeys):
    """The conduct_keys and conduct_secrets tables."""

    keys: ClassVar[str] = "conduct_keys"
    owner: ClassVar[str] = "matter"
    secrets: ClassVar[str] = "conduct_secrets"

    def make(self, owner: int, purpose: str) -> bytes:
        """Make and return the key of a matter, in place of an earlier one."""
        self.destroy(owner, purpose)
        return super().make(owner, purpose)
