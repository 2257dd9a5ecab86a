"""Sealing: what a case holds can be opened with its key and with nothing else.

ChaCha20-Poly1305 (RFC 8439) with a random nonce for each value. What a value is (which case, which
key, which place in it) is bound to it, so that a sealed value moved elsewhere does not open.
"""

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from relay.safeguarding.tables.keys import Keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_NONCE_BYTES = 12

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
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = _cipher(self._key(case_id, purpose))
        return nonce + cipher.encrypt(nonce, data, _bound(case_id, purpose, place))

    def open(self, case_id: int, purpose: str, place: str, sealed: bytes) -> bytes:
        """Return what was sealed for exactly this place.

        Raises:
            CaseGone: the key was destroyed.
            cryptography.exceptions.InvalidTag: it was sealed for another place, or changed.
        """
        cipher = _cipher(self._key(case_id, purpose))
        nonce, data = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        return cipher.decrypt(nonce, data, _bound(case_id, purpose, place))

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


def _cipher(key: bytes) -> "ChaCha20Poly1305":
    # Loaded with the first case: it takes as much memory as all of the vault's own code.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def keyed_hash(key: bytes, kind: str, value: str) -> str:
    """Return HMAC-SHA256 of a value of some kind, in hexadecimal."""
    return hmac.new(key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()


def _bound(case_id: int, purpose: str, place: str) -> bytes:
    return f"branch-relay case {case_id} {purpose} {place}".encode()
