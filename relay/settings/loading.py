"""Reading the settings: file, then environment, then secrets; each completes or overrides."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from pydantic_settings.exceptions import SettingsError as SourceError
from pydantic_settings.sources import InitSettingsSource

from relay.language.words import Words, shipped_locales
from relay.schema.fields import Path as Path_
from relay.schema.secret import PREFIX, secret_paths, variable, without
from relay.schema.values import Address
from relay.settings.models import Settings, WebSettings
from relay.settings.problems import (
    Problem,
    SettingsError,
    explained,
    located,
    problem,
    unknown,
)
from relay.settings.sources import Environment, NotReadableError, SecretsFolder

SECRETS_FOLDER = "RELAY_SECRETS_DIR"
_LISTEN = re.compile(r"^\s*listen\s*=\s*[\"']([^\"'\n]+)[\"']", re.MULTILINE)


def load_settings(
    path: Path, environ: Mapping[str, str], model: type[Settings] = Settings
) -> Settings:
    """Read and check everything a host configures.

    Args:
        path: the TOML file.
        environ: the environment; `RELAY_SECRETS_DIR` in it names the folder of secrets.
        model: of everything there is to configure.

    Raises:
        SettingsError: with everything that is wrong.
    """
    raw, problems = _read_file(path)
    words = _words_for(raw)
    folder = _secrets_folder(environ)
    given, written = without(raw, secret_paths(model))
    problems += _secrets_in_file(words, written)
    problems += _unknown_variables(words, environ, folder, model)
    try:
        settings = _assemble(given, environ, folder, model)
    except ValidationError as error:
        # An unreadable file would be reported again as every setting it does not hold.
        if raw or not problems:
            problems += explained(words, error.errors(include_url=False), raw, model)
    except NotReadableError as error:
        where = f"{PREFIX}{error.field.upper()}"
        problems.append(problem(words, where, "settings-variable-not-readable"))
    except (SourceError, OSError, UnicodeDecodeError):
        problems.append(problem(words, SECRETS_FOLDER, "settings-secrets-not-readable"))
    if problems:
        text = path.read_text(encoding="utf-8") if raw else ""
        raise SettingsError(located(problems, path.name, text))
    return settings.read_from(path)


def listen_of(path: Path, environ: Mapping[str, str]) -> Address:
    """Return where the relay is meant to listen, though the file may not even be valid TOML.

    Args:
        path: the TOML file.
        environ: the environment.
    """
    said = environ.get(f"{PREFIX}WEB__LISTEN")
    with suppress(OSError, UnicodeDecodeError):
        found = _LISTEN.search(path.read_text(encoding="utf-8"))
        said = said or (found and found[1])
    try:
        return WebSettings.model_validate({} if said is None else {"listen": said}).listen
    except ValidationError:
        return WebSettings().listen


def _read_file(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, [problem(Words(), str(path), "settings-file-missing")]
    except (OSError, UnicodeDecodeError):
        return {}, [problem(Words(), str(path), "settings-file-not-readable")]
    except tomllib.TOMLDecodeError as error:
        # Its message names a place and at most one character of the file.
        reason = str(error)
        return {}, [problem(Words(), str(path), "settings-file-not-toml", reason=reason)]


def _assemble(
    given: dict[str, Any],
    environ: Mapping[str, str],
    folder: Path | None,
    model: type[Settings],
) -> Settings:
    class Assembled(model):  # type: ignore[valid-type, misc]
        @classmethod
        def settings_customise_sources(
            cls, settings_cls: type[BaseSettings], *_: Any, **__: Any
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return (
                SecretsFolder(settings_cls, folder),
                Environment(settings_cls, environ),
                InitSettingsSource(settings_cls, given),
            )

    assembled = Assembled()
    # A plain Settings again, so that two that were loaded alike are equal.
    return model.model_construct(**{name: getattr(assembled, name) for name in model.model_fields})


def _words_for(raw: Mapping[str, Any]) -> Words:
    locale = raw.get("locale")
    return Words(locale) if locale in shipped_locales() else Words()


def _secrets_folder(environ: Mapping[str, str]) -> Path | None:
    value = environ.get(SECRETS_FOLDER)
    return Path(value) if value else None


def _secrets_in_file(words: Words, written: Iterable[Path_]) -> Iterator[Problem]:
    for path in written:
        named = variable(*path)
        yield problem(words, ".".join(path), "settings-secret-in-file", variable=named)


def _unknown_variables(
    words: Words, environ: Mapping[str, str], folder: Path | None, model: type[Settings]
) -> Iterator[Problem]:
    """Variables and secret files that are meant for us and that nothing reads."""
    names = list(environ)
    if folder is not None:
        if not folder.is_dir():
            yield problem(words, SECRETS_FOLDER, "settings-secrets-folder-missing")
        else:
            names += sorted(file.name for file in folder.iterdir())
    for name in names:
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper == SECRETS_FOLDER:
            continue
        path = tuple(upper.removeprefix(PREFIX).lower().split("__"))
        if path[0] not in model.model_fields:
            yield unknown(words, name, path, model)
