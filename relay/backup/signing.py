"""Who made a backup: each file is signed inside its envelope, by the server that wrote it.

The key that encrypts is public, so it proves nothing. The key that signs (Ed25519, RFC 8032) is
drawn from the store's key by HKDF (RFC 5869): there is no further secret to keep, and a restored
server goes on signing as the one before. Where somebody else knows that key, the host draws another
secret for it. Its public half stands in the host's key file, as OpenSSH writes public keys, and so
nowhere near the backups.

What is signed is a list of all members in their order, each with its size and its SHA-256.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from relay.backup.errors import NoSigner

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from relay.settings import Settings

SIGNATURE = "signature"
"""The last member of a file: the signer's public key on one line, the signature in hex below."""

NOTE = "# signed by:"
"""What a line of the host's key file begins with that names a signer; age reads past it."""

_PURPOSE = b"branch-relay backup signer, version 1"
_CONTEXT = b"branch-relay backup, version 1\n"


class Listing:
    """What is signed: every member in its order."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []

    def add(self, name: str, size: int, digest: bytes) -> None:
        """Take a member."""
        self._lines.append(f"{digest.hex()} {size} {name.encode().hex()}\n".encode())

    def text(self) -> bytes:
        """Return the bytes that are signed."""
        return _CONTEXT + b"".join(self._lines)


class Signer:
    """Signs what one server writes.

    Args:
        secret: what its key is drawn from: as a rule the key of its store.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @property
    def public(self) -> str:
        """Its public half, as OpenSSH writes it."""
        return _written(self._key())

    @property
    def note(self) -> str:
        """The line that the host keeps in the key file."""
        return f"{NOTE} {self.public}"

    def sign(self, listing: Listing) -> bytes:
        """Return the content of the member `SIGNATURE`."""
        key = self._key()
        return f"{_written(key)}\n{key.sign(listing.text()).hex()}\n".encode()

    def _key(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        drawn = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
        return Ed25519PrivateKey.from_private_bytes(drawn.derive(self._secret.encode()))


def signer_of(settings: "Settings") -> Signer:
    """Return who signs the backups of a server."""
    return Signer((settings.backup.signing_key or settings.store_key).get_secret_value())


def signer_in(listing: Listing, signature: bytes) -> str | None:
    """Return whose signature of the list it is, as a public key; None if it is nobody's."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    try:
        public, signed = signature.decode("ascii").split("\n")[:2]
        key = load_ssh_public_key(public.encode())
        if not isinstance(key, Ed25519PublicKey):
            return None
        key.verify(bytes.fromhex(signed), listing.text())
    except (ValueError, UnsupportedAlgorithm, InvalidSignature):
        return None
    return public


def read_signers(path: Path) -> frozenset[str]:
    """Return the public keys of all signers that a host's key file names.

    Raises:
        NoSigner: it names none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoSigner(path) from error
    found = frozenset(_signers(lines))
    if not found:
        raise NoSigner(path)
    return found


class Hashed:
    """A member's content that is hashed as it is read.

    Args:
        content: it.
    """

    def __init__(self, content: IO[bytes]) -> None:
        self._content = content
        self._digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1, /) -> bytes:
        """Read on."""
        data = self._content.read(size)
        self._digest.update(data)
        self.size += len(data)
        return data

    def digest(self) -> bytes:
        """Return the hash of what was read."""
        return self._digest.digest()


def _written(key: "Ed25519PrivateKey") -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    written = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    return written.decode("ascii")


def _signers(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        words = line.strip().split()
        if " ".join(words[:3]).casefold() == NOTE and len(words) > len(NOTE.split()) + 1:
            yield " ".join(words[3:5])
