"""What every table of the settings is made from."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """One table of the settings: frozen, without unknown keys, silent about values in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def repeated(values: Iterable[str]) -> bool:
    """Whether a value comes twice."""
    seen = list(values)
    return len(set(seen)) < len(seen)
