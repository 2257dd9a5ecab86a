"""Which settings are secrets.

A setting is declared a secret once, by its type: `Secret`, `DrawnSecret`, or another that is made
of pydantic's `SecretStr`. What has to know of secrets asks here: the logs' redaction, the settings
file that must not hold one, `relay check`, backups.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field, SecretStr

from relay.schema.fields import Path, fields_in, holds, mark_of

PREFIX = "RELAY_"
"""What the variable of every setting begins with."""


@dataclass(frozen=True)
class Drawn:
    """Marks a secret that the host draws: nobody may find it by trying.

    Args:
        shortest: characters.
    """

    shortest: int = 20


Secret = Annotated[SecretStr, Field(min_length=1)]
"""What somebody else gives out, such as an app password."""

DrawnSecret = Annotated[SecretStr, Field(min_length=1), Drawn()]
"""What the host draws."""


def secret_paths(model: type[BaseModel]) -> tuple[Path, ...]:
    """Return the path of every secret, and of every table of secrets by name."""
    return tuple(path for path, field in fields_in(model) if holds(field, SecretStr))


def drawn_secrets(model: type[BaseModel]) -> dict[Path, Drawn]:
    """Return the path of every secret that the host draws, and what is wanted of it."""
    marks = {path: mark_of(field, Drawn) for path, field in fields_in(model)}
    return {path: mark for path, mark in marks.items() if mark is not None}


def secrets_in(value: object, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every secret with its path, in the clear.

    Args:
        value: settings, or a part of them.
        above: the path to it.
    """
    match value:
        case SecretStr():
            yield above, value.get_secret_value()
        case BaseModel():
            for name in type(value).model_fields:
                yield from secrets_in(getattr(value, name), (*above, name))
        case Mapping():
            for name, one in value.items():
                yield from secrets_in(one, (*above, str(name)))
        case tuple() | list():
            for one in value:
                yield from secrets_in(one, above)


def without(raw: Mapping[str, Any], paths: tuple[Path, ...]) -> tuple[dict[str, Any], list[Path]]:
    """Return a settings file without what stands at some paths, and those at which anything stood.

    Args:
        raw: what is in the file.
        paths: of the secrets.
    """
    kept: dict[str, Any] = {}
    found: list[Path] = []
    for name, value in raw.items():
        if (name,) in paths:
            found.append((name,))
            continue
        below = tuple(path[1:] for path in paths if path[0] == name and len(path) > 1)
        kept[name], inside = _within(value, below) if below else (value, [])
        found += [(name, *path) for path in inside]
    return kept, found


def named(path: Path, model: type[BaseModel]) -> str:
    """Return what a host calls a setting: a secret by its variable, another as in the file."""
    return variable(*path) if path in secret_paths(model) else ".".join(path)


def variable(*path: str) -> str:
    """Return the variable of a setting, which is the name of its file in the secrets folder too."""
    return PREFIX + "__".join(path).upper().replace("-", "_")


def _within(value: Any, paths: tuple[Path, ...]) -> tuple[Any, list[Path]]:
    if isinstance(value, Mapping):
        return without(value, paths)
    if isinstance(value, list):
        parts = [_within(one, paths) for one in value]
        return [kept for kept, _ in parts], [path for _, found in parts for path in found]
    return value, []
