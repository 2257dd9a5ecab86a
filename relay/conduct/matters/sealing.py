"""What is known of a matter opens with its keys, which are conduct's own, and with nothing else."""

from relay.conduct.tables.keys import ConductKeys
from relay.sealing import keyed_hash, open_sealed, seal

CONTENT = "content"
"""The key of everything that is said and decided in a matter."""
LINK = "link"
"""The key of who complained."""


class MatterGone(KeyError):
    """The key was destroyed: nothing opens what it sealed."""


class MatterSealer:
    """Seals and opens with the keys of matters.

    Args:
        keys: where the keys are.
    """

    def __init__(self, keys: ConductKeys) -> None:
        self._keys = keys

    def seal(self, matter: int, place: str, text: str, purpose: str = CONTENT) -> bytes:
        """Return a text sealed.

        Args:
            matter: whose key is used, by its number.
            place: what this is within the matter, such as `entry 3`. Each table has its own.
            text: what is sealed.
            purpose: `CONTENT` or `LINK`.

        Raises:
            MatterGone: the key was destroyed.
        """
        what = _what(matter, purpose, place)
        return seal(self._key(matter, purpose), what, text.encode())

    def open(self, matter: int, place: str, sealed: bytes, purpose: str = CONTENT) -> str:
        """Return what was sealed for exactly this place.

        Raises:
            MatterGone: the key was destroyed.
            cryptography.exceptions.InvalidTag: it was sealed for another place, or changed.
        """
        what = _what(matter, purpose, place)
        return open_sealed(self._key(matter, purpose), what, sealed).decode()

    def hash(self, kind: str, value: str) -> str:
        """Return a hash that only this store makes, and that no hash of the vault equals."""
        return keyed_hash(self._keys.store_secret("hashes"), kind, value)

    def _key(self, matter: int, purpose: str) -> bytes:
        key = self._keys.get(matter, purpose)
        if key is None:
            raise MatterGone(purpose)
        return key


def _what(matter: int, purpose: str, place: str) -> str:
    return f"branch-relay matter {matter} {purpose} {place}"
