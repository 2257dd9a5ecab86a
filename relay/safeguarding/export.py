"""One case as a file for its officers: a zip in an age envelope (https://age-encryption.org/v1).

The host who carries the file cannot open it. It holds nothing about who wrote: the vault itself
does not know a name, and the link is left out.
"""

import json
from collections.abc import Sequence
from typing import Any

from relay.safeguarding.internals import Internals
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.views import Entry, OfficerCase, Record
from relay.sealing.envelope import enclosed


def export_case(internals: Internals, row: CaseRow, case: OfficerCase, recipient: str) -> bytes:
    """Return a case with its entries, files and records.

    Args:
        internals: the parts of the vault.
        row: the case.
        case: the same, as the officer sees it who exports.
        recipient: an age public key.

    Returns:
        An age file; in it a zip with `case.json`, `case.txt` and the folder `files`. The records in
        `case.json` carry their hashes: each is SHA-256 of the JSON list of number, digest and the
        hash before.
    """
    # As everybody knows them, not as the officer who exports knows themself.
    readers = [internals.roles.of(row.id, one.id) for _, one in internals.roles.reading(row)]
    entries = internals.file.entries(row.id)
    records = internals.records.of(row.id)
    contents: dict[str, str | bytes] = {
        "case.json": json.dumps(_as_json(case, readers, entries, records), indent=2),
        "case.txt": _as_text(case, entries, records),
    }
    for entry in entries:
        for file in entry.files:
            contents[f"files/{file.name}"] = internals.files.open(file.id).data
    return enclosed(contents, recipient)


def _as_json(
    case: OfficerCase,
    readers: Sequence[str],
    entries: tuple[Entry, ...],
    records: tuple[Record, ...],
) -> dict[str, Any]:
    return {
        "case": case.name,
        "track": case.track,
        "state": case.state,
        "status": case.status,
        "outcome": case.outcome,
        "language": case.language,
        "sent": case.sent_at.isoformat(),
        "closed": None if case.closed_at is None else case.closed_at.isoformat(),
        "readers": [{"role": role} for role in readers],
        "entries": [
            {
                "number": entry.number,
                "kind": entry.kind,
                "role": entry.role,
                "at": entry.at.isoformat(),
                "deleted": entry.deleted,
                "text": entry.text,
                "files": [file.name for file in entry.files],
            }
            for entry in entries
        ],
        "records": [
            {
                "number": record.number,
                "act": record.act,
                "role": record.role,
                "at": record.at.isoformat(),
                "text": record.text,
                "digest": record.digest,
                "hash": record.hash,
            }
            for record in records
        ],
    }


def _as_text(case: OfficerCase, entries: tuple[Entry, ...], records: tuple[Record, ...]) -> str:
    lines = [case.name, f"{case.track}, {case.state}"]
    lines += [*([] if case.language is None else [f"language: {case.language}"]), ""]
    for entry in entries:
        lines.append(f"[{entry.number}] {entry.kind} {entry.role or ''} {entry.at.isoformat()}")
        lines += [*entry.text.splitlines(), *(f"-> files/{f.name}" for f in entry.files), ""]
    lines.append("")
    for record in records:
        who = record.role or ""
        lines.append(f"#{record.number} {record.act} {who} {record.at.isoformat()}")
        lines += [*(record.text or "").splitlines(), ""]
    return "\n".join(lines)
