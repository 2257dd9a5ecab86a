"""What stays when a case is gone: that its name was used, and that there was one."""

from relay.store.table import Table


class Leftovers(Table):
    """The case_names and case_counts tables."""

    def take_name(self, name_hash: str) -> bool:
        """Note the keyed hash of a name; return False if there ever was such a name."""
        return self._insert_new("case_names", hash=name_hash)

    def count(self, *, year: int, team: str, track: str, outcome: str) -> None:
        """Count one case of which nothing else is left."""
        self._insert(
            "case_counts",
            "ON CONFLICT DO UPDATE SET cases = cases + 1",
            year=year,
            team=team,
            track=track,
            outcome=outcome,
            cases=1,
        )
