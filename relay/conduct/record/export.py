"""The record of a branch as a file for a meeting of its moderators.

It is encrypted to the key that the settings name, and holds what the moderator may read who asks
for it: no account, no name, and of moderators the numbers of their mandates.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from relay.conduct.record.record import Recorded
from relay.sealing.envelope import enclosed


def export_record(entries: Sequence[Recorded], recipient: str) -> bytes:
    """Return a record as an age file with `record.json` and `record.txt`.

    Args:
        entries: what the moderator may read, newest first.
        recipient: an age public key.
    """
    held = [_as_json(one) for one in entries]
    contents = {"record.json": json.dumps(held, indent=2), "record.txt": _as_text(held)}
    return enclosed(contents, recipient)


def _as_json(one: Recorded) -> dict[str, Any]:
    decision, appeal = one.decision, one.appeal
    return {
        "matter": decision.matter,
        "step": decision.step.value,
        "state": decision.state.value,
        "decided": _moment(decision.decided),
        "until": _moment(decision.until),
        "ended": _moment(one.ended),
        "groups": list(decision.groups),
        "standard": decision.standard,
        "version": decision.version,
        "effect": decision.effect,
        "reason": decision.reason,
        "proposed_by": decision.proposed_by,
        "agreed_by": list(decision.agreed_by),
        "appeal": None
        if appeal is None
        else {
            "asked": _moment(appeal.asked),
            "state": appeal.state.value,
            "words": list(appeal.words),
            "reason": appeal.reason,
        },
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _as_text(held: Sequence[dict[str, Any]]) -> str:
    blocks = []
    for one in held:
        lines = [f"{name}: {value}" for name, value in one.items() if name != "appeal"]
        if one["appeal"] is not None:
            lines += [f"appeal, {name}: {value}" for name, value in one["appeal"].items()]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
