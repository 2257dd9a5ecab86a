"""Where settings come from: pydantic-settings' sources, fed with what we were given.

The environment is handed in instead of taken from `os.environ`, so that what a test or a tool
passes is all there is.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NestedSecretsSettingsSource,
    SecretsSettingsSource,
)

from relay.schema.values import Address


class NotReadableError(Exception):
    """A variable holds a table or a list that cannot be read.

    Attributes:
        field: the name of the setting.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def _is_address(annotation: Any) -> bool:
    return annotation is Address or any(map(_is_address, get_args(annotation)))


class _Reading(EnvSettingsSource):
    """Reads tables and lists as JSON, and an address as it is written."""

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:
        if _is_address(field.annotation):
            return value
        try:
            return super().decode_complex_value(field_name, field, value)
        except ValueError:
            raise NotReadableError(field_name) from None


class Environment(_Reading):
    """`RELAY_…` variables of the environment it is given, with `__` between levels."""

    def __init__(self, settings_cls: type[BaseSettings], environ: Mapping[str, str]) -> None:
        self._environ = environ
        super().__init__(settings_cls)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        # A variable that is set to nothing counts as not set: compose files pass those on.
        return {name.lower(): value for name, value in self._environ.items() if value}


class SecretsFolder(_Reading, NestedSecretsSettingsSource):
    """A folder with one file per secret, each named like its variable in either case."""

    def __init__(self, settings_cls: type[BaseSettings], folder: Path | None) -> None:
        source = SecretsSettingsSource(settings_cls)
        NestedSecretsSettingsSource.__init__(
            self, source, secrets_dir=folder, secrets_dir_missing="ok"
        )
