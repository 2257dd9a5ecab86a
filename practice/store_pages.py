"""The pages of a store as they lie on the disk, opened: what whoever has the key would find.

SQLCipher 4 encrypts each page of 4,096 bytes with AES-256-CBC; its last 80 bytes hold the IV (16)
and an HMAC (64). The first 16 bytes of the file are a salt. Frames of the write-ahead log have a
header of 24 bytes each, after one of 32 for the log (https://www.zetetic.net/sqlcipher/design/
and https://sqlite.org/fileformat2.html#walformat). Rows tell nothing of free pages; this does.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
SALT = 16


def opened(path: Path, key: str) -> bytes:
    """Return every page of a store and of its write-ahead log, free ones and old ones included.

    Args:
        path: the database file.
        key: the raw key, 64 hexadecimal digits.
    """
    raw = bytes.fromhex(key)
    data = path.read_bytes()
    pages = [_page(raw, data[at : at + PAGE], first=at == 0) for at in range(0, len(data), PAGE)]
    log = path.with_name(path.name + "-wal")
    if log.exists():
        frames = log.read_bytes()[32:]
        for at in range(0, len(frames) - 24 - PAGE + 1, 24 + PAGE):
            first = int.from_bytes(frames[at : at + 4], "big") == 1
            pages.append(_page(raw, frames[at + 24 : at + 24 + PAGE], first=first))
    return b"".join(pages)


def _page(key: bytes, page: bytes, *, first: bool) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    body = page[SALT if first else 0 : PAGE - RESERVED]
    opening = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return opening.update(body) + opening.finalize()
