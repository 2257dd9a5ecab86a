"""Keys of cases, and the store's own secrets. A key that is destroyed here exists nowhere."""

from relay.sealing import KEY_BYTES, make_key
from relay.store.table import Table


class Keys(Table):
    """The case_keys and vault_secrets tables."""

    def make(self, case_id: int, purpose: str) -> bytes:
        """Make and return the key of a case for `content` or `link`."""
        key = make_key()
        self._insert("case_keys", case_id=case_id, purpose=purpose, secret=key)
        return key

    def get(self, case_id: int, purpose: str) -> bytes | None:
        """Return a key, or None once it is destroyed."""
        found: bytes | None = self._value(
            "SELECT secret FROM case_keys WHERE case_id = ? AND purpose = ?", [case_id, purpose]
        )
        return found

    def destroy(self, case_id: int, purpose: str) -> None:
        """Destroy a key: its bytes are overwritten where they lie before the row is deleted."""
        where = "WHERE case_id = ? AND purpose = ?"
        self._run(
            f"UPDATE case_keys SET secret = zeroblob({KEY_BYTES}) {where}",  # noqa: S608
            [case_id, purpose],
        )
        self._run(f"DELETE FROM case_keys {where}", [case_id, purpose])  # noqa: S608

    def store_secret(self, name: str) -> bytes:
        """Return a secret of this store, made when it is first asked for."""
        found = self._value("SELECT secret FROM vault_secrets WHERE name = ?", [name])
        if found is not None:
            return bytes(found)
        made = make_key()
        self._insert("vault_secrets", name=name, secret=made)
        return made
