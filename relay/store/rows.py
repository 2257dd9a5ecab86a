"""Rows of a table as dataclasses: a field is a column, and its type says how it is kept.

| type of the field | in the database |
|---|---|
| `datetime` | whole milliseconds since 1970, UTC (`relay.store.moments`) |
| `timedelta` | whole milliseconds |
| `StrEnum` | its value |
| `bool` | 0 or 1 |
| `dict`, `tuple` | JSON |
| anything else | as it is |

Each of them may be absent (`… | None`). What is written goes through the adapters of the connection
(as Python's `sqlite3.register_adapter`), so that statements take moments as they are.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from enum import StrEnum
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from sqlcipher3 import dbapi2 as sqlcipher

from relay.store.moments import from_ms, to_ms

T = TypeVar("T")

_MILLISECOND = timedelta(milliseconds=1)


class Rows(Generic[T]):
    """How rows of a table become objects of a dataclass.

    Args:
        kind: the dataclass.
        without: fields that are no columns; `read` is given them.
        columns: the columns, or expressions in SQL, of fields that are not named as their column.

    Attributes:
        columns: what to select, in order.
    """

    def __init__(
        self, kind: Callable[..., T], *, without: Collection[str] = (), **columns: str
    ) -> None:
        self._kind = kind
        types = get_type_hints(kind)
        names = [one.name for one in fields(kind) if one.name not in without]  # type: ignore[arg-type]
        self._fields = [(name, _reader(types[name])) for name in names]
        self._columns = [columns.get(name, name) for name in names]
        self.columns = ", ".join(self._columns)

    def read(self, row: Sequence[Any], **more: Any) -> T:
        """Return a row as an object.

        Args:
            row: values of `columns`; what follows them is passed over.
            more: the fields that are no columns.
        """
        values = {
            name: value if read is None or value is None else read(value)
            for (name, read), value in zip(self._fields, row, strict=False)
        }
        return self._kind(**values, **more)

    def values(self, one: T) -> dict[str, Any]:
        """Return what an object has for each column, to be written."""
        named = zip(self._columns, self._fields, strict=True)
        return {column: getattr(one, name) for column, (name, _) in named}


def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """How a value that is there is read; None where it is as it is."""
    kinds = [one for one in get_args(kind) if one is not NoneType]
    if NoneType in get_args(kind) and len(kinds) == 1:
        return _reader(kinds[0])
    if kind is datetime:
        return from_ms
    if kind is timedelta:
        return lambda value: value * _MILLISECOND
    origin = get_origin(kind) or kind
    if origin is dict:
        return json.loads
    if origin is tuple:
        return lambda value: tuple(json.loads(value))
    return kind if isinstance(kind, type) and issubclass(kind, (bool, bytes, StrEnum)) else None


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


for _type, _adapter in (
    (datetime, to_ms),
    (timedelta, lambda length: length // _MILLISECOND),
    *((one, _compact) for one in (dict, list, tuple)),
):
    sqlcipher.register_adapter(_type, _adapter)
