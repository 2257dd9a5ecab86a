"""Keys of signed feeds: Ed25519 (RFC 8032), and how people read one to each other."""

import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from typing import Self

KEY_BYTES = 32
SIGNATURE_BYTES = 64

FINGERPRINT_LETTERS = 20
"""How much of the hash people compare: 100 bits."""

_GROUP = 4
# RFC 4648 has no 0, 1, 8 and 9: who reads one of these reads a letter that looks like it.
_READ_AS = str.maketrans({"0": "O", "1": "I", "L": "I", "8": "B"})


class KeyUnreadable(ValueError):
    """What was given is no public key."""

    safe_to_log = True


@dataclass(frozen=True)
class PublicKey:
    """A key that anybody may know.

    Attributes:
        raw: its 32 bytes.
    """

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise KeyUnreadable

    @classmethod
    def from_base64(cls, text: str) -> Self:
        """Return the key that a feed or a DNS record names.

        Raises:
            KeyUnreadable: it is none.
        """
        return cls(from_base64(text))

    @property
    def base64(self) -> str:
        """As feeds and DNS records write it."""
        return to_base64(self.raw)

    @property
    def feed(self) -> str:
        """What a feed that begins with this key is called: 64 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def fingerprint(self) -> str:
        """As people compare it: five groups of four letters and digits."""
        letters = base64.b32encode(hashlib.sha256(self.raw).digest()).decode()
        shown = letters[:FINGERPRINT_LETTERS]
        return " ".join(shown[at : at + _GROUP] for at in range(0, len(shown), _GROUP))

    def is_named_by(self, text: str) -> bool:
        """Whether a text, as somebody typed it, is this key or its whole fingerprint."""
        try:
            if PublicKey.from_base64(text.strip()) == self:
                return True
        except KeyUnreadable:
            pass
        return _folded(text) == _folded(self.fingerprint)

    def verifies(self, signature: bytes, signed: bytes) -> bool:
        """Whether the holder of this key has signed these bytes."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, signed)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """A key that only the relay may know. It appears in no log.

    Attributes:
        secret: its 32 bytes.
    """

    secret: bytes = field(repr=False)

    @classmethod
    def make(cls) -> Self:
        """Return a new one."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicKey:
        """What others check its signatures with."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.from_private_bytes(self.secret)
        return PublicKey(private.public_key().public_bytes_raw())

    def sign(self, what: bytes) -> bytes:
        """Return the signature of these bytes, always the same one."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(what)


def to_base64(data: bytes) -> str:
    """Return bytes as feeds write them (RFC 4648, 4)."""
    return base64.b64encode(data).decode()


def from_base64(text: str) -> bytes:
    """Return the bytes that a feed writes; each has one spelling.

    Raises:
        KeyUnreadable: it is not written as `to_base64` writes.
    """
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        raise KeyUnreadable from None
    if to_base64(data) != text:
        raise KeyUnreadable
    return data


def _folded(text: str) -> str:
    letters = "".join(one for one in text.upper() if one.isascii() and one.isalnum())
    return letters.translate(_READ_AS)
