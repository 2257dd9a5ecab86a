"""Officers' safety numbers: when one changes, nothing reaches that officer until an admin confirms.

A new safety number usually is a new phone. It can also be somebody who took the number over, and
reports of harm must not reach them. The numbers come from signal-cli, which knows a key of
everybody the bot has talked to. The first one seen is accepted, as Signal's own apps do.
"""

from collections.abc import Iterable
from typing import Protocol

from relay.safeguarding.inside import Inside
from relay.safeguarding.views import PausedOfficer
from relay.signal.types import Identity


class KnowsIdentities(Protocol):
    """Where identities come from: `relay.signal.client.SignalClient`."""

    async def identities(self) -> tuple[Identity, ...]:
        """Return the keys that are known for people."""


class Watch:
    """Compares and remembers safety numbers.

    Args:
        inside: the parts of the vault.
    """

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

    async def check(self, client: KnowsIdentities) -> None:
        """Look at every officer's safety number once, in a transaction of its own.

        Raises:
            DeliveryError: the API cannot be reached for now; nothing changes.
        """
        identities = await client.identities()
        with self._inside.store.transaction():
            self.compare(identities)

    def compare(self, identities: Iterable[Identity]) -> None:
        """Pause the officers whose newest key is not the one they are known by."""
        officers = {officer.id for team in self._inside.teams for officer in team.officers}
        newest: dict[str, Identity] = {}
        for identity in identities:
            person = identity.account_id
            if person in officers and identity.safety_number:
                before = newest.get(person)
                if before is None or identity.added >= before.added:
                    newest[person] = identity
        keys, now = self._inside.tables.officers, self._inside.clock.now()
        for officer, identity in newest.items():
            number = identity.safety_number
            known = keys.of(officer)
            if known is None:
                keys.learn(officer, number)
            elif number != known.seen:
                keys.pause(officer, number, now)

    def paused(self) -> tuple[PausedOfficer, ...]:
        """Return the officers who wait to be confirmed, longest first, numbered from 1."""
        found: list[PausedOfficer] = []
        for key in self._inside.tables.officers.paused():
            role = self._inside.teams.role(key.officer)
            if role is None or key.paused_at is None:
                continue
            found.append(
                PausedOfficer(
                    number=len(found) + 1,
                    role=role[0],
                    team_name=role[1],
                    since=key.paused_at,
                    safety_number=key.seen,
                    told=key.told_at is not None,
                    officer=key.officer,
                )
            )
        return tuple(found)

    def told(self, officer: PausedOfficer) -> None:
        """Note that people know that an officer is paused."""
        self._inside.tables.officers.told(officer.officer, self._inside.clock.now())

    def confirm(self, officer: PausedOfficer, by: str) -> bool:
        """Let an officer in again, whose safety number was compared with them.

        What they have missed comes with `Timetable.behind`.

        Args:
            officer: from `paused()`, as it was shown.
            by: the account id of the admin, who cannot confirm themself.

        Returns:
            False if it is the admin themself, or the safety number has changed again meanwhile.
        """
        key = self._inside.tables.officers.of(officer.officer)
        if by == officer.officer or key is None or key.seen != officer.safety_number:
            return False
        self._inside.tables.officers.confirm(officer.officer)
        # What Signal refused to send to the new key is sent again, with the rest.
        self._inside.tables.relays.forget_failed(officer.officer)
        self._inside.post.trust(officer.officer)
        return True
