"""ChaCha20-Poly1305 (RFC 8439) with a random nonce for each value, and HMAC-SHA256 (RFC 2104)."""

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

KEY_BYTES = 32
_NONCE_BYTES = 12


def make_key() -> bytes:
    """Return a new key."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, what: str, data: bytes) -> bytes:
    """Return `data` sealed.

    Args:
        key: of `KEY_BYTES` bytes.
        what: what it is, which is bound to it: a sealed value that is moved elsewhere does not
            open.
        data: what is sealed.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, data, what.encode())


def open_sealed(key: bytes, what: str, sealed: bytes) -> bytes:
    """Return what was sealed as exactly this.

    Raises:
        cryptography.exceptions.InvalidTag: it was sealed as something else, or changed.
    """
    nonce, data = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    return _cipher(key).decrypt(nonce, data, what.encode())


def keyed_hash(key: bytes, kind: str, value: str) -> str:
    """Return HMAC-SHA256 of a value of some kind, in hexadecimal."""
    return hmac.new(key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()


def _cipher(key: bytes) -> "ChaCha20Poly1305":
    # Loaded with the first value: it takes as much memory as all code that seals.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)
