"""One encrypted file: a signed tar in an age envelope (https://age-encryption.org/v1).

Nothing is written in the clear on the way. A file is complete or not there: it is written under
another name, forced to the disk and only then given its own. age notices every change and every
cut, so a damaged file opens to an error and never to less than it held.
"""

import errno
import io
import os
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from relay.backup.errors import (
    Damaged,
    NoIdentity,
    NoRoom,
    NotABackup,
    NotWritable,
    WrongIdentity,
    WrongSigner,
)
from relay.backup.signing import SIGNATURE, Hashed, Listing, Signer, signer_in
from relay.store.premigration import force_to_disk

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CHUNK = 1024 * 1024
_LONGEST_SIGNATURE = 1024
_AGE = b"age-encryption.org/"
_FOLDERS = frozenset({"secrets", "settings", "signal", "wording"})
MANIFEST, STORE = "manifest.json", "store.db"


@dataclass(frozen=True)
class Member:
    """One file of an archive: its name in it, and where it is or what it holds."""

    name: str
    content: Path | bytes = field(repr=False)


Sink = Callable[[str, IO[bytes]], None]
"""Is given each member's name and what it holds, in order."""


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the system says of writing into an error in words.

    Raises:
        NoRoom, NotWritable: `path` could not be written.
    """
    try:
        yield
    except OSError as error:
        raise (NoRoom if error.errno in _FULL else NotWritable)(path) from error


def write(
    target: Path, partial: Path, members: Iterator[Member], recipient: str, signer: Signer
) -> int:
    """Write an archive.

    Args:
        target: the file; replaced if it is there.
        partial: the name until it is complete, on the same file system.
        members: what goes in.
        recipient: an age public key.
        signer: signs what is in it.

    Returns:
        Its size in bytes.

    Raises:
        BackupError: it could not be written; `target` is as it was.
    """
    from pyrage import EncryptError, encrypt_io, x25519

    with disk_errors(target):
        descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                writer = _Remembering(file)
                with _piped(lambda into: _tar(into, members, signer)) as packed:
                    try:
                        encrypt_io(packed, writer, [x25519.Recipient.from_str(recipient)])
                    except (EncryptError, OSError):
                        # The library keeps no number of the error.
                        if writer.error is not None:
                            raise writer.error from None
                        raise
                file.flush()
                os.fsync(file.fileno())
            size = partial.stat().st_size
            partial.replace(target)
            force_to_disk(target.parent)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return size


def read(source: Path, identity: Any, sink: Sink) -> str | None:
    """Read an archive. What the sink got counts only once this has returned.

    Who signed it is not yet somebody to trust: anybody can sign.

    Args:
        source: the file.
        identity: from `read_identity`.
        sink: gets each member.

    Returns:
        The public key of who signed all of it; None where nobody did.

    Raises:
        NotABackup, WrongIdentity, Damaged: it cannot be read to its end.
        WrongSigner: it is not what was signed.
        OSError: the sink could not write.
    """
    try:
        file = source.open("rb")
    except OSError as error:
        raise NotABackup(source) from error
    with file:
        if not file.peek(len(_AGE)).startswith(_AGE):
            raise NotABackup(source)
        try:
            with _piped(lambda into: _decrypt(source, file, into, identity)) as packed:
                signer = _untar(source, packed, sink)
                while packed.read(_CHUNK):
                    pass
        except tarfile.TarError as error:
            raise Damaged(source) from error
    return signer


def read_identity(path: Path) -> Any:
    """Return the identity in a file as `age-keygen` writes it.

    Raises:
        NoIdentity: there is none in it.
    """
    from pyrage import IdentityError, x25519

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoIdentity(path) from error
    for line in lines:
        if line.strip().upper().startswith("AGE-SECRET-KEY-1"):
            try:
                return x25519.Identity.from_str(line.strip().upper())
            except IdentityError as error:
                raise NoIdentity(path) from error
    raise NoIdentity(path)


class _Remembering(io.RawIOBase):
    """Writes on, and remembers the error that stopped it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = error
            raise


@contextmanager
def _piped(work: Callable[[IO[bytes]], None]) -> Iterator[IO[bytes]]:
    """Let `work` write in a thread what the block reads.

    A pipe that ends early looks complete to who reads, or like a tar that is cut short: then it is
    the error of `work` that is raised.
    """
    reading, writing = os.pipe()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            with os.fdopen(writing, "wb") as into:
                work(into)
        except BrokenPipeError:
            pass  # who reads has given up, and says why
        except BaseException as error:  # noqa: BLE001 -- raised again below
            errors.append(error)

    thread = threading.Thread(target=run, name="archive")
    thread.start()
    try:
        with os.fdopen(reading, "rb") as packed:
            yield packed
    except tarfile.TarError:
        thread.join()
        if errors:
            raise errors[0] from None
        raise
    finally:
        thread.join()
    if errors:
        raise errors[0]


def _tar(into: IO[bytes], members: Iterator[Member], signer: Signer) -> None:
    listing = Listing()
    with tarfile.open(fileobj=into, mode="w|", format=tarfile.PAX_FORMAT) as archive:

        def add(name: str, size: int, content: IO[bytes]) -> None:
            info, hashed = tarfile.TarInfo(name), Hashed(content)
            info.mode, info.size = 0o600, size
            archive.addfile(info, cast(IO[bytes], hashed))
            listing.add(name, size, hashed.digest())

        for member in members:
            if isinstance(member.content, bytes):
                add(member.name, len(member.content), io.BytesIO(member.content))
            else:
                with member.content.open("rb") as file:
                    add(member.name, os.fstat(file.fileno()).st_size, file)
        signature = signer.sign(listing)
        add(SIGNATURE, len(signature), io.BytesIO(signature))


def _untar(source: Path, packed: IO[bytes], sink: Sink) -> str | None:
    """Give every member to the sink; return who has signed them, None where nobody did."""
    listing, signature = Listing(), None
    with tarfile.open(fileobj=packed, mode="r|") as archive:
        for info in archive:
            content = archive.extractfile(info) if info.isreg() else None
            # What comes after the signature is not signed.
            if content is None or signature is not None:
                raise Damaged(source)
            if info.name == SIGNATURE:
                signature = content.read(_LONGEST_SIGNATURE)
                continue
            if not _is_expected(info.name):
                raise Damaged(source)
            hashed = Hashed(content)
            sink(info.name, cast(IO[bytes], hashed))
            while hashed.read(_CHUNK):
                pass
            listing.add(info.name, hashed.size, hashed.digest())
    if signature is None:
        return None
    signer = signer_in(listing, signature)
    if signer is None:
        raise WrongSigner(source)
    return signer


def _is_expected(name: str) -> bool:
    parts = PurePosixPath(name).parts
    if name in (MANIFEST, STORE):
        return True
    strange = name.startswith("/") or ".." in parts or "\\" in name or "\0" in name
    return not strange and len(parts) > 1 and parts[0] in _FOLDERS


def _decrypt(source: Path, file: IO[bytes], into: IO[bytes], identity: Any) -> None:
    from pyrage import DecryptError, decrypt_io

    try:
        decrypt_io(file, into, [identity])
    except DecryptError as error:
        # The library has one error for all; this is its text.
        wrong = "No matching keys" in str(error)
        raise (WrongIdentity if wrong else Damaged)(source) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Damaged(source) from error
