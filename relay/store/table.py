"""What every table is: a class that is given the database, and joins the caller's transaction.

A feature's tables stand in the feature's own folder; `store[Meetings]` returns them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlite_utils import Database

from relay.store.marks import new_key
from relay.store.moments import from_ms
from relay.store.rows import Rows

__all__ = ["Database", "Rows", "Table"]

T = TypeVar("T")
Values = Sequence[Any] | dict[str, Any]


class Table:
    """One table, or some that belong together.

    What is written may be a moment, a length of time, an enum, or what becomes JSON; see
    `relay.store.rows`. Names of tables and columns are constants of the code, never what came in.

    Args:
        database: where it is.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    def _run(self, statement: str, values: Values = ()) -> int:
        """Carry out a statement; return how many rows it changed."""
        return int(self._db.execute(statement, values).rowcount)

    def _insert(self, table: str, clause: str = "", /, **values: Any) -> int:
        """Insert a row and return its id.

        Args:
            table: its name.
            clause: what happens where there is one already (`ON CONFLICT …`).
            values: by column.
        """
        return int(self._inserted(table, clause, values).lastrowid or 0)

    def _insert_new(self, table: str, /, **values: Any) -> bool:
        """Insert a row unless there is one with its key; return whether it is new."""
        return bool(self._inserted(table, "ON CONFLICT DO NOTHING", values).rowcount == 1)

    def _inserted(self, table: str, clause: str, values: dict[str, Any]) -> Any:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) {clause}"  # noqa: S608
        return self._db.execute(statement, tuple(values.values()))

    def _save(self, table: str, rows: Rows[T], one: T, *, key: str = "number") -> None:
        """Keep a row as it is now, in the place of the one with its key.

        Args:
            table: its name.
            rows: what its rows are.
            one: the row.
            key: the column by which it is known.
        """
        values = rows.values(one)
        changes = ", ".join(f"{name} = :{name}" for name in values if name != key)
        self._run(f"UPDATE {table} SET {changes} WHERE {key} = :{key}", values)  # noqa: S608

    def _key_of(self, table: str, /, **values: Any) -> bytes:
        """Return the key for marks that a table holds in a row, and make it where there is none.

        Args:
            table: its name.
            values: by column, of the row.
        """
        which = " AND ".join(f"{name} = ?" for name in values)
        question = f"SELECT key FROM {table} WHERE {which}"  # noqa: S608
        found = self._value(question, tuple(values.values()))
        if found is None:
            found = new_key()
            self._insert(table, **values, key=found)
        return bytes(found)

    def _value(self, question: str, values: Values = ()) -> Any:
        """Return the first value of the first row, or None."""
        row = self._db.execute(question, values).fetchone()
        return None if row is None else row[0]

    def _count(self, question: str, values: Values = ()) -> int:
        """Return the number that is the first value of the only row."""
        return int(self._value(question, values))

    def _holds(self, question: str, values: Values = ()) -> bool:
        """Return whether the first value of the only row is true."""
        return bool(self._value(question, values))

    def _values(self, question: str, values: Values = ()) -> list[Any]:
        """Return the first value of each row."""
        return [row[0] for row in self._db.execute(question, values)]

    def _moment(self, question: str, values: Values = ()) -> datetime | None:
        """Return the moment that is the first value of the first row, or None."""
        found = self._value(question, values)
        return None if found is None else from_ms(found)

    def _all(self, rows: Rows[T], rest: str, values: Values = ()) -> list[T]:
        """Return the rows that `SELECT columns …` finds.

        Args:
            rows: what they are, and so which columns.
            rest: what follows the columns: `FROM …`.
            values: for the question marks.
        """
        return [rows.read(row) for row in self._db.execute(f"SELECT {rows.columns} {rest}", values)]

    def _one(self, rows: Rows[T], rest: str, values: Values = ()) -> T | None:
        """Return the first row that `SELECT columns …` finds, or None; see `_all`."""
        row = self._db.execute(f"SELECT {rows.columns} {rest}", values).fetchone()
        return None if row is None else rows.read(row)
