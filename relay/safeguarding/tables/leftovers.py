"""What stays when a case is gone: that its name was used, and that there was one."""

from relay.store.table import Table


class Leftovers(Table):
    """The case_names and case_counts tables."""

    def take_name(self, name_hash: str) -> bool:
        """Note the keyed hash of a name; return False if there ever was such a name."""
        cursor = self._db.execute(
            "INSERT INTO case_names (hash) VALUES (?) ON CONFLICT DO NOTHING", [name_hash]
        )
        return bool(cursor.rowcount == 1)

    def count(self, *, year: int, team: str, track: str, outcome: str) -> None:
        """Count one case of which nothing else is left."""
        self._db.execute(
            "INSERT INTO case_counts (year, team, track, outcome, cases) VALUES (?, ?, ?, ?, 1)"
            " ON CONFLICT DO UPDATE SET cases = cases + 1",
            [year, team, track, outcome],
        )
