"""Which settings the running relay cannot change: what it holds on to until it ends."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from relay.schema.fields import Path, fields_in, mark_of


@dataclass(frozen=True)
class NeedsRestart:
    """Marks a setting that is read once, when the process starts.

    Without the mark a setting is read again on SIGHUP, and has to be written so that it can be.
    """


def fixed_settings(model: type[BaseModel]) -> tuple[Path, ...]:
    """Return the path of every setting that is read once."""
    return tuple(path for path, field in fields_in(model) if mark_of(field, NeedsRestart))


def moved_settings(before: BaseModel, after: BaseModel) -> tuple[Path, ...]:
    """Return the path of every setting that is read once and that is another now.

    Args:
        before: as it was when the process started.
        after: of the same model.
    """
    paths = fixed_settings(type(before))
    return tuple(path for path in paths if _at(before, path) != _at(after, path))


def _at(value: Any, path: Path) -> Any:
    for place, name in enumerate(path):
        if isinstance(value, tuple | list):
            return [_at(one, path[place:]) for one in value]
        value = getattr(value, name, None)
    return value
