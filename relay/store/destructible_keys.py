"""Keys that can be destroyed, each with what it has sealed; and secrets of the store itself.

Who keeps such keys has tables of their own, so that no part opens what another one has sealed.
"""

from typing import ClassVar

from relay.sealing import KEY_BYTES, make_key
from relay.store.table import Table


class DestructibleKeys(Table):
    """Keys by what they belong to and what for. A key that is destroyed here exists nowhere.

    Attributes:
        keys: the table of the keys; it has the columns `purpose` and `secret`.
        owner: its column that says what a key belongs to.
        secrets: the table of the store's own secrets, by name.
    """

    keys: ClassVar[str]
    owner: ClassVar[str]
    secrets: ClassVar[str]

    def make(self, owner: int, purpose: str) -> bytes:
        """Make and return the key for a purpose, such as `content` or `link`."""
        key = make_key()
        self._insert(self.keys, **{self.owner: owner}, purpose=purpose, secret=key)
        return key

    def get(self, owner: int, purpose: str) -> bytes | None:
        """Return a key, or None once it is destroyed."""
        question = f"SELECT secret FROM {self.keys} {self._where}"  # noqa: S608
        found: bytes | None = self._value(question, [owner, purpose])
        return found

    def destroy(self, owner: int, purpose: str) -> None:
        """Destroy a key: its bytes are overwritten where they lie before the row is deleted."""
        self._run(
            f"UPDATE {self.keys} SET secret = zeroblob({KEY_BYTES}) {self._where}",  # noqa: S608
            [owner, purpose],
        )
        self._run(f"DELETE FROM {self.keys} {self._where}", [owner, purpose])  # noqa: S608

    def store_secret(self, name: str) -> bytes:
        """Return a secret of this store, made when it is first asked for."""
        question = f"SELECT secret FROM {self.secrets} WHERE name = ?"  # noqa: S608
        found = self._value(question, [name])
        if found is not None:
            return bytes(found)
        made = make_key()
        self._insert(self.secrets, name=name, secret=made)
        return made

    @property
    def _where(self) -> str:
        return f"WHERE {self.owner} = ? AND purpose = ?"
