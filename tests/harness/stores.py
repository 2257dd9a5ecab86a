"""Stores with the schema as it is, without the time that it takes to make one for each test."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from relay.store import Store


def put_empty_store(path: Path, key: str) -> None:
    """Put a store in which nothing is yet where there is none.

    Args:
        path: of its file, in a folder that may be missing.
        key: opens it, 64 hexadecimal digits.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_empty_store(key))


@cache
def _empty_store(key: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "relay.db"
        with Store(path, key):
            pass
        return path.read_bytes()
