"""Looking whether the chains of hashes in a store hold: who did what, and the records of cases.

What a relay writes only grows. A row that was changed or taken out by anything else than the relay
no longer fits the one before, and is named here.
"""

from dataclasses import dataclass

from relay.store.audit import Audit
from relay.store.records import Records


@dataclass(frozen=True)
class BrokenChain:
    """The first row of a chain that does not follow from the one before.

    Attributes:
        row: its number in the chain, from 1; one more than there are where the end is missing.
        case: whose records they are, by the store's own number of it; None for the audit.
    """

    row: int
    case: int | None = None


def broken_chain(audit: Audit, records: Records) -> BrokenChain | None:
    """Return the first chain that is broken and where, or None where all hold.

    Args:
        audit: who did what.
        records: of all cases, those included of which only the chain is left.
    """
    if (row := audit.broken_at()) is not None:
        return BrokenChain(row)
    for case in records.cases():
        if (row := records.broken_at(case)) is not None:
            return BrokenChain(row, case)
    return None
