"""Records of cases: what was done and why, in a chain that only grows.

A record is sealed like everything else, and it is the sealed bytes that are chained
(`relay.store.records`): so a case can be destroyed, and the chain still shows that nothing
was taken out or put in before.
"""

import json
from typing import Any

from relay.safeguarding.codes import Act
from relay.safeguarding.roles import CaseRoles
from relay.safeguarding.sealing import CONTENT, Sealer
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.views import People, Record
from relay.store import Store
from relay.store.moments import from_ms, to_ms
from relay.time.clock import Clock


class CaseRecords:
    """The records of cases.

    Args:
        store: where they are.
        clock: the time.
        sealer: seals and opens them.
        roles: what officers are called; a record keeps what an officer was called then.
    """

    def __init__(self, store: Store, clock: Clock, sealer: Sealer, roles: CaseRoles) -> None:
        self._records = store[VaultTables].records
        self._clock = clock
        self._sealer = sealer
        self._roles = roles

    def append(
        self, case_id: int, act: Act, officer: str | None, text: str, to: People | None = None
    ) -> int:
        """Record an act of an officer, or of nobody, and return its number.

        Args:
            case_id: the case.
            act: what was done.
            officer: by whom.
            text: what was said of it.
            to: who reads it from then on, where it was given to others.
        """
        number = self._records.next_number(case_id)
        body: dict[str, Any] = {
            "act": act.value,
            "role": None if officer is None else self._roles.own(case_id, officer),
            "officer": officer,
            "at": to_ms(self._clock.now()),
            "text": text,
        }
        if to is not None:
            body["to"] = list(to.roles)
        sealed = self._sealer.seal(
            case_id, CONTENT, f"record:{number}", json.dumps(body, sort_keys=True).encode()
        )
        self._records.append(case_id, number, sealed)
        return number

    def of(self, case_id: int) -> tuple[Record, ...]:
        """Return the records of a case that is not destroyed, in order."""
        found = []
        for row in self._records.of(case_id):
            if row.sealed is None:
                continue
            opened = self._sealer.open(case_id, CONTENT, f"record:{row.number}", row.sealed)
            body = json.loads(opened)
            found.append(
                Record(
                    number=row.number,
                    act=Act(body["act"]),
                    role=body["role"] and self._roles.was(case_id, body["role"]),
                    at=from_ms(body["at"]),
                    text=_text(body) or None,
                    digest=row.digest,
                    hash=row.hash,
                )
            )
        return tuple(found)

    def broken_at(self, case_id: int) -> int | None:
        """Return the number of the first record that was changed or taken out, or None."""
        return self._records.broken_at(case_id)


def _text(body: dict[str, Any]) -> str:
    """What was said of an act, after who read the case from then on."""
    text: str = body["text"]
    if "to" in body:
        return ": ".join(part for part in (", ".join(body["to"]), text) if part)
    if body["act"] in (Act.ESCALATED, Act.PASSED_ON, Act.HANDED_OVER):
        # Earlier versions put the slug of a team first, or a role.
        return text.partition(": ")[2]
    return text
