"""Keys of cases, and the store's own secrets. A key that is destroyed here exists nowhere."""

import secrets

from relay.store.table import Table

KEY_BYTES = 32


class Keys(Table):
    """The case_keys and vault_secrets tables."""

    def make(self, case_id: int, purpose: str) -> bytes:
        """Make and return the key of a case for `content` or `link`."""
        key = secrets.token_bytes(KEY_BYTES)
        self._db.execute(
            "INSERT INTO case_keys (case_id, purpose, secret) VALUES (?, ?, ?)",
            [case_id, purpose, key],
        )
        return key

    def get(self, case_id: int, purpose: str) -> bytes | None:
        """Return a key, or None once it is destroyed."""
        row = self._db.execute(
            "SELECT secret FROM case_keys WHERE case_id = ? AND purpose = ?", [case_id, purpose]
        ).fetchone()
        return None if row is None else bytes(row[0])

    def destroy(self, case_id: int, purpose: str) -> None:
        """Destroy a key: its bytes are overwritten where they lie before the row is deleted."""
        where = "WHERE case_id = ? AND purpose = ?"
        self._db.execute(
            f"UPDATE case_keys SET secret = zeroblob({KEY_BYTES}) {where}",  # noqa: S608
            [case_id, purpose],
        )
        self._db.execute(f"DELETE FROM case_keys {where}", [case_id, purpose])  # noqa: S608

    def store_secret(self, name: str) -> bytes:
        """Return a secret of this store, made when it is first asked for."""
        row = self._db.execute("SELECT secret FROM vault_secrets WHERE name = ?", [name]).fetchone()
        if row is not None:
            return bytes(row[0])
        made = secrets.token_bytes(KEY_BYTES)
        self._db.execute("INSERT INTO vault_secrets (name, secret) VALUES (?, ?)", [name, made])
        return made
