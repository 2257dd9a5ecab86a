"""Why a copy could not be made."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as sqlcipher


class CopyError(Exception):
    """Base of every error of a copy. The store itself is as it was."""


class CopyStopped(CopyError):
    """Whoever wanted the copy no longer does: the relay is being stopped."""


class CopyNoRoom(CopyError):
    """The disk is full, or a limit is reached."""


class CopyUnsound(CopyError):
    """What was copied does not hold together: a page fails its checksum, or a row its reference."""


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn what SQLCipher says into one of the errors above.

    Raises:
        CopyError: one of its kinds.
    """
    try:
        yield
    except sqlcipher.OperationalError as error:
        # The library gives no code. SQLITE_FULL and SQLITE_IOERR have these two texts.
        if "full" in str(error) or "disk I/O" in str(error):
            raise CopyNoRoom("the disk took no more") from error
        raise CopyUnsound("not readable") from error
    except sqlcipher.DatabaseError as error:
        raise CopyUnsound("not readable") from error
