"""The table of the key by which people stand in what conversations keep."""

from relay.store.marks import new_key
from relay.store.table import Table


class PeopleKey(Table):
    """The table people_key, which has one row."""

    def secret(self) -> bytes:
        """Return the key, made when it is first asked for."""
        found = self._value("SELECT secret FROM people_key")
        if found is not None:
            return bytes(found)
        made = new_key()
        self._insert_new("people_key", id=1, secret=made)
        return made
