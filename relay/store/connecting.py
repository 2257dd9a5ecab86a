"""A connection to an encrypted file, with its key given."""

import re
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

_RAW_KEY = re.compile(r"[0-9a-fA-F]{64}")


def connect(target: str, key: str, *, uri: bool) -> Any:
    """Return a connection in autocommit mode. Nothing is read yet, so a wrong key shows later.

    Args:
        target: a path, or an address of the form `file:…`.
        key: 64 hexadecimal digits, or any passphrase.
        uri: whether `target` is an address.
    """
    connection = sqlcipher.connect(target, isolation_level=None, uri=uri)
    # SQLCipher writes errors to standard error by itself, in lines that are no log of ours.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {key_literal(key)}")
    return connection


def key_literal(key: str) -> str:
    """Return a key as SQL.

    PRAGMA key takes no bound parameters: a raw key is hexadecimal, a passphrase gets its quotes
    doubled, which is all that SQL asks of a literal.
    """
    return f"\"x'{key}'\"" if _RAW_KEY.fullmatch(key) else "'" + key.replace("'", "''") + "'"
