"""What every table is: a class that is given the database, and joins the caller's transaction.

A feature's tables stand in the feature's own folder; `store[Meetings]` returns them.
"""

from sqlite_utils import Database

__all__ = ["Database", "Table"]


class Table:
    """One table, or some that belong together.

    Args:
        database: where it is.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
