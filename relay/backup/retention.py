"""Names of backups, and which of them are kept: one a day for some days, one a week for longer."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

CONFIDENTIAL = "confidential.backup"
"""The file of which only the newest exists."""

_NAME = re.compile(r"relay-(\d{8}T\d{6})Z\.backup")
_FORM = "%Y%m%dT%H%M%S"


def name_of(made_at: datetime) -> str:
    """Return the name of a dated file; `made_at` is aware."""
    return f"relay-{made_at.astimezone(UTC).strftime(_FORM)}Z.backup"


def moment_of(name: str) -> datetime | None:
    """Return when a file was made, by its name; None if it is none of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def superfluous(names: Iterable[str], *, days: int, weeks: int) -> list[str]:
    """Return the dated files that are kept no longer.

    The newest of each day is kept for the last `days` days on which there are any, and the newest
    of each week (Monday to Sunday) for the last `weeks` of them. Days are those of UTC. What is
    none of ours is not named.
    """
    made = sorted(((at, name) for name in names if (at := moment_of(name))), reverse=True)
    daily: dict[object, str] = {}
    weekly: dict[object, str] = {}
    for at, name in made:
        daily.setdefault(at.date(), name)
        weekly.setdefault(at.isocalendar()[:2], name)
    kept = {*list(daily.values())[:days], *list(weekly.values())[:weeks]}
    return sorted(name for _, name in made if name not in kept)
