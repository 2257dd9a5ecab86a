"""New phones: when the safety number of an officer or of whoever wrote a case changes.

Nothing reaches an officer then until an admin confirms, and a case waits for its name and
passphrase. A new safety number usually is a new phone. It can also be somebody who took the number
over, and reports of harm, or answers to them, must not reach them. The numbers come from
signal-cli, which knows a key of everybody the bot has talked to. The first one seen is accepted, as
Signal's own apps do, unless signal-cli has itself seen another one before.
"""

from collections.abc import Iterable

from relay.safeguarding.due import PausedOfficer
from relay.safeguarding.internals import Internals
from relay.safeguarding.open_states import end_about
from relay.signal.types import Identity, newest_keys


class Watch:
    """Compares and remembers safety numbers.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals

    def compare(self, identities: Iterable[Identity]) -> None:
        """Let officers and cases wait whose newest key is not the one they are known by.

        Joins the caller's transaction, which must be over before any new key is trusted: only then
        does signal-cli hand over what is written with it.
        """
        officers = frozenset(self._internals.teams.everybody())
        newest = newest_keys(identities)
        cases = self._internals.writers.cases_of_each(newest)
        for person, identity in newest.items():
            if person in officers:
                self._compare_officer(person, identity)
            for case_id in cases.get(person, ()):
                self._compare_writer(person, case_id, identity)

    def _compare_officer(self, officer: str, identity: Identity) -> None:
        keys, now = self._internals.tables.officers, self._internals.clock.now()
        number = identity.safety_number
        known = keys.of(officer)
        if known is None:
            keys.learn(officer, number)
        changed = number != known.seen if known is not None else identity.is_untrusted
        if changed:
            keys.pause(officer, number, now)
            self._internals.post.hold_back(officer)

    def _compare_writer(self, person: str, case_id: int, identity: Identity) -> None:
        internals = self._internals
        link = internals.tables.links.of(case_id)
        mark = internals.sealer.mark(
            case_id, f"key:{identity.fingerprint or identity.safety_number}"
        )
        if link is None or mark is None:
            return
        if identity.is_untrusted or link.safety not in (None, mark):
            internals.tables.links.wait(case_id, internals.clock.now())
            internals.post.hold_answers(person, case_id)
            end_about(internals.store, person)
            internals.store.shredder.shred(internals.clock.now())
        elif link.safety is None:
            internals.tables.links.know(case_id, mark)

    def knows(self, person: str) -> bool:
        """Whether somebody's safety number is kept, because they are an officer or were one."""
        return self._internals.tables.officers.of(person) is not None

    def forget(self, person: str) -> None:
        """Forget the safety number of somebody who is no officer any more."""
        if person not in self._internals.teams.everybody():
            self._internals.tables.officers.forget(person)

    def paused(self) -> tuple[PausedOfficer, ...]:
        """Return the officers who wait to be confirmed, longest first, numbered from 1."""
        found: list[PausedOfficer] = []
        for key in self._internals.tables.officers.paused():
            role = self._internals.teams.role(key.person)
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
                    officer=key.person,
                )
            )
        return tuple(found)

    def told(self, officer: PausedOfficer) -> None:
        """Note that people know that an officer is paused."""
        self._internals.tables.officers.told(officer.officer, self._internals.clock.now())

    def confirm(self, officer: PausedOfficer, by: str) -> bool:
        """Let an officer in again, whose safety number was compared with them.

        What they have missed comes with `Timetable.behind`.

        Args:
            officer: from `paused()`, as it was shown.
            by: the account id of the admin, who cannot confirm themself.

        Returns:
            False if it is the admin themself, or the safety number has changed again meanwhile.
        """
        key = self._internals.tables.officers.of(officer.officer)
        if by == officer.officer or key is None or key.seen != officer.safety_number:
            return False
        self._internals.tables.officers.confirm(officer.officer)
        # What was held back, or Signal refused to send to the new key, is sent with the rest.
        self._internals.tables.relays.forget_failed(officer.officer)
        return True
