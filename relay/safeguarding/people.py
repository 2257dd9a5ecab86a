"""Writers: found by a keyed hash, answered by opening the link. Their id goes no further."""

from collections.abc import Iterable
from datetime import datetime

from relay.safeguarding.sealing import LINK, CaseGone, Sealer
from relay.safeguarding.tables import VaultTables
from relay.sealing import keyed_hash
from relay.store import Store


class Writers:
    """Who wrote which case.

    Args:
        store: the links.
        sealer: opens them.
    """

    def __init__(self, store: Store, sealer: Sealer) -> None:
        self._links = store[VaultTables].links
        self._keys = store[VaultTables].keys
        self._sealer = sealer

    def hash(self, person: str) -> str:
        """Return what an account id is found by."""
        return self.secret_hash("person", person)

    def secret_hash(self, kind: str, value: str) -> str:
        """Return a hash that only this store makes."""
        return keyed_hash(self._keys.store_secret("hashes"), kind, value)

    def link(self, case_id: int, person: str) -> None:
        """Link a case to who writes it, with a new key in place of an earlier one."""
        self._keys.destroy(case_id, LINK)
        self._keys.make(case_id, LINK)
        sealed = self._sealer.seal(case_id, LINK, "person", person.encode())
        self._links.set(case_id, person=self.hash(person), sealed=sealed)

    def of(self, case_id: int) -> str | None:
        """Return who wrote a case, or None once the link is destroyed."""
        link = self._links.of(case_id)
        if link is None:
            return None
        try:
            return self._sealer.open(case_id, LINK, "person", link.sealed).decode()
        except CaseGone:
            return None

    def waits(self, case_id: int) -> bool:
        """Return whether a case waits for its name and passphrase, because of a new phone."""
        link = self._links.of(case_id)
        return link is not None and link.waits_since is not None

    def wrote(self, person: str, case_id: int) -> bool:
        """Return whether somebody wrote a case."""
        link = self._links.of(case_id)
        return link is not None and link.person == self.hash(person)

    def alias(self, case_id: int, person: str) -> str | None:
        """Return what stands for a writer's chat in the outbox once something has got there.

        Only the key of the link makes it, so that nobody can try account ids against it afterwards.

        Returns:
            None if they did not write the case, or the link is destroyed.
        """
        return self._sealer.mark(case_id, f"chat:{person}") if self.wrote(person, case_id) else None

    def cases_of(self, person: str) -> list[int]:
        """Return the cases and drafts of somebody, newest first.

        Those that wait for their name and passphrase, or are hidden, are not there.
        """
        return self._links.cases_of(self.hash(person))

    def hidden_of(self, person: str) -> list[int]:
        """Return the cases and drafts of somebody that are hidden, newest first."""
        return self._links.hidden_of(self.hash(person))

    def hide(self, person: str, now: datetime) -> None:
        """Hide all cases and drafts of somebody; see `relay.safeguarding.hiding`."""
        self._links.hide(self.hash(person), now)

    def cases_of_each(self, people: Iterable[str]) -> dict[str, list[int]]:
        """Return the cases and drafts of each of many people, also those that are hidden.

        It looks the store up once, not once a person: signal-cli knows thousands.
        """
        cases = self._links.open_cases()
        if not cases:
            return {}
        secret = self._keys.store_secret("hashes")
        hashes = {person: keyed_hash(secret, "person", person) for person in people}
        return {person: cases[found] for person, found in hashes.items() if found in cases}
