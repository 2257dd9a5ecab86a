"""What somebody has done as an admin, in numbers: for themselves alone."""

from relay.store.table import Table


class Authors(Table):
    """Looks into announcements, ballots, operations and the audit trail with an account id."""

    def acts(self, person: str) -> int:
        """Return in how many rows somebody stands as who wrote, agreed, asked or did something."""
        return self._count(
            "SELECT (SELECT count(*) FROM announcements WHERE :person IN (author, approver))"
            " + (SELECT count(*) FROM operations WHERE asked_by = :person)"
            " + (SELECT count(*) FROM ballots WHERE asked_by = :person)"
            " + (SELECT count(*) FROM audit WHERE actor = :person)",
            {"person": person},
        )
