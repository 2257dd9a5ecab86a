"""Keys of matters, and conduct's own secrets. A key that is destroyed here exists nowhere."""

from relay.sealing import KEY_BYTES, make_key
from relay.store.table import Table


class ConductKeys(Table):
    """The conduct_keys and conduct_secrets tables."""

    def make(self, matter: int, purpose: str) -> None:
        """Make the key of a matter for `content` or `link`, in place of an earlier one."""
        self.destroy(matter, purpose)
        self._insert("conduct_keys", matter=matter, purpose=purpose, secret=make_key())

    def get(self, matter: int, purpose: str) -> bytes | None:
        """Return a key, or None once it is destroyed."""
        found: bytes | None = self._value(
            "SELECT secret FROM conduct_keys WHERE matter = ? AND purpose = ?", [matter, purpose]
        )
        return found

    def destroy(self, matter: int, purpose: str) -> None:
        """Destroy a key: its bytes are overwritten where they lie before the row is deleted."""
        where = "WHERE matter = ? AND purpose = ?"
        self._run(
            f"UPDATE conduct_keys SET secret = zeroblob({KEY_BYTES}) {where}",  # noqa: S608
            [matter, purpose],
        )
        self._run(f"DELETE FROM conduct_keys {where}", [matter, purpose])  # noqa: S608

    def store_secret(self, name: str) -> bytes:
        """Return a secret of this store, made when it is first asked for."""
        found = self._value("SELECT secret FROM conduct_secrets WHERE name = ?", [name])
        if found is not None:
            return bytes(found)
        made = make_key()
        self._insert("conduct_secrets", name=name, secret=made)
        return made
