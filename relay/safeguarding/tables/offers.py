"""Which messages in a writer's chat suggest a passphrase."""

from relay.store.table import Table


class Offers(Table):
    """The case_offers table."""

    def add(self, delivery: int, case_id: int) -> None:
        """Note that a queued message suggests a passphrase for a case."""
        self._insert("case_offers", delivery=delivery, case_id=case_id)

    def of(self, case_id: int) -> list[int]:
        """Return the deliveries that suggest a passphrase for a case, in order."""
        return self._values(
            "SELECT delivery FROM case_offers WHERE case_id = ? ORDER BY delivery", [case_id]
        )

    def forget(self, case_id: int) -> None:
        """Forget those of a case: they are being deleted, or stand in a chat it has left."""
        self._run("DELETE FROM case_offers WHERE case_id = ?", [case_id])
