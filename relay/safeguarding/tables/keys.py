"""Keys of cases, and the vault's own secrets."""

from typing import ClassVar

from relay.store.destructible_keys import DestructibleKeys


class Keys(DestructibleKeys):
    """The case_keys and vault_secrets tables."""

    keys: ClassVar[str] = "case_keys"
    owner: ClassVar[str] = "case_id"
    secrets: ClassVar[str] = "vault_secrets"
