"""Sealing: what a case holds can be opened with its key and with nothing else.

What a value is (which case, which key, which place in it) is bound to it, so that a sealed value
moved elsewhere does not open. How it is sealed is in `relay.sealing`.
"""

from relay.safeguarding.tables.keys import Keys
from relay.sealing import keyed_hash, open_sealed, seal

CONTENT = "content"
"""The key of everything that is said in a case."""
LINK = "link"
"""The key of who wrote it."""


class CaseGone(KeyError):
    """The key was destroyed: nothing opens what it sealed."""


class Sealer:
    """Seals and opens with the keys of cases.

    Args:
        keys: where the keys are.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def seal(self, case_id: int, purpose: str, place: str, data: bytes) -> bytes:
        """Return `data` sealed.

        Args:
            case_id: whose key is used.
            purpose: `CONTENT` or `LINK`.
            place: what this is within the case, such as `entry:3`.
            data: what is sealed.

        Raises:
            CaseGone: the key was destroyed.
        """
        return seal(self._key(case_id, purpose), _what(case_id, purpose, place), data)

    def open(self, case_id: int, purpose: str, place: str, sealed: bytes) -> bytes:
        """Return what was sealed for exactly this place.

        Raises:
            CaseGone: the key was destroyed.
            cryptography.exceptions.InvalidTag: it was sealed for another place, or changed.
        """
        return open_sealed(self._key(case_id, purpose), _what(case_id, purpose, place), sealed)

    def seal_text(self, case_id: int, place: str, text: str) -> bytes:
        """Seal a text with the content key."""
        return self.seal(case_id, CONTENT, place, text.encode())

    def open_text(self, case_id: int, place: str, sealed: bytes) -> str:
        """Open a text that was sealed with the content key."""
        return self.open(case_id, CONTENT, place, sealed).decode()

    def mark(self, case_id: int, value: str) -> str | None:
        """Return a hash of `value` that only the link key makes; None once that is destroyed."""
        key = self._keys.get(case_id, LINK)
        return None if key is None else keyed_hash(key, "mark", value)

    def _key(self, case_id: int, purpose: str) -> bytes:
        key = self._keys.get(case_id, purpose)
        if key is None:
            raise CaseGone(purpose)
        return key


def _what(case_id: int, purpose: str, place: str) -> str:
    return f"branch-relay case {case_id} {purpose} {place}"
