"""Marks: by which somebody whose id one has is known again, and nobody else.

A mark is a keyed hash. It tells neither who it is of nor, under another key, whether it is of the
same person.
"""

import hashlib
import secrets

KEY_BYTES = 32


def new_key() -> bytes:
    """Return a key for marks that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def mark(key: bytes, size: int, *parts: str | int) -> bytes:
    """Return the mark of an account id, or of what else is to be known again.

    Args:
        key: from `new_key`.
        size: how many bytes; marks in one table are all of one size.
        parts: what, and who; in the same order each time.
    """
    joined = "\0".join(map(str, parts)).encode()
    return hashlib.blake2b(joined, key=key, digest_size=size).digest()
