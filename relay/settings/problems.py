"""What is wrong with the settings, said so that a host can put it right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from relay.destinations import KINDS
from relay.language.words import Words
from relay.schema.fields import fields_in
from relay.schema.secret import secret_paths, variable
from relay.settings.lines import line_of
from relay.settings.models import Settings

_SECRET_WORD = re.compile(r"password|secret|token|key", re.IGNORECASE)
_CLOSE = 0.6


@dataclass(frozen=True)
class Problem:
    """One thing to put right. Holds no value that was configured.

    Attributes:
        where: a dotted key (`branches[hackney].admins[2]`), a variable or a file.
        what: what is wrong, one sentence.
        todo: what to do about it, one or two sentences.
        file: where it stands, as `relay.toml:12`; empty for what stands in no file.
    """

    where: str
    what: str
    todo: str
    file: str = ""

    @property
    def place(self) -> str:
        """Where to look, for people: `relay.toml:12, backup.recipient`."""
        return f"{self.file}, {self.where}" if self.file else self.where

    def __str__(self) -> str:
        return f"{self.place}: {self.what} {self.todo}"


class SettingsError(Exception):
    """The settings cannot be used.

    Attributes:
        problems: everything that is wrong, at least one.
    """

    safe_to_log = True

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def problem(words: Words, where: str, message_id: str, **args: str | int) -> Problem:
    """A problem in words: the message says what is wrong, its attribute `fix` what to do."""
    fix = f"{message_id}.fix"
    return Problem(
        where,
        words.say(message_id, **_only(args, words.needs(message_id))),
        words.say(fix, **_only(args, words.needs(fix))),
    )


def located(problems: Iterable[Problem], file: str, text: str) -> tuple[Problem, ...]:
    """Say of each problem on which line of the file it is, where it is in the file.

    Args:
        problems: as they were found.
        file: the file's name.
        text: what is in it.
    """
    found = ((one, line_of(text, one.where)) for one in problems)
    return tuple(replace(one, file=f"{file}:{line}") if line else one for one, line in found)


def unknown(
    words: Words, where: str, path: tuple[str, ...], model: type[Settings] = Settings
) -> Problem:
    """The problem that there is no such setting, with the nearest one there is.

    Args:
        words: to say it in.
        where: how the host wrote it.
        path: its names from the top, list positions left out.
        model: of all settings.
    """
    if _SECRET_WORD.search(path[-1]):
        by_slug = [(kind.secret_setting,) for kind in KINDS]
        names = ", ".join(variable(*one) + "__" * (one in by_slug) for one in secret_paths(model))
        return problem(words, where, "settings-unknown-secret", names=names)
    nearest = nearest_setting(path, model)
    if nearest:
        return problem(words, where, "settings-unknown-near", nearest=nearest)
    return problem(words, where, "settings-unknown")


def nearest_setting(path: tuple[str, ...], model: type[Settings] = Settings) -> str:
    """The dotted name most like `path`: beside it if there is one, else anywhere; or nothing."""
    names = {name: tuple(name.split(".")) for name in known_settings(model)}
    beside = {parts[-1]: name for name, parts in names.items() if parts[:-1] == path[:-1]}
    close = get_close_matches(path[-1], beside, n=1, cutoff=_CLOSE)
    if close:
        return beside[close[0]]
    same = [name for name, parts in names.items() if parts[-1] == path[-1]]
    if same:
        return same[0]
    dotted = get_close_matches(".".join(path), names, n=1, cutoff=_CLOSE + 0.1)
    return dotted[0] if dotted else ""


def known_settings(model: type[Settings] = Settings) -> tuple[str, ...]:
    """The dotted names of everything a settings file may hold."""
    secrets = secret_paths(model)
    return tuple(".".join(path) for path, _ in fields_in(model) if path not in secrets)


def explained(
    words: Words,
    errors: Iterable[ErrorDetails],
    raw: Mapping[str, Any],
    model: type[Settings] = Settings,
) -> Iterator[Problem]:
    """What pydantic found, in our words.

    Args:
        words: to say it in.
        errors: as `ValidationError.errors()` gives them.
        raw: the settings file, to name list entries by their slug.
        model: of all settings.
    """
    secrets = secret_paths(model)
    for error in errors:
        path = tuple(part for part in error["loc"] if isinstance(part, str))
        secret = any(path[: len(one)] == one for one in secrets)
        where = variable(*path) if secret else spelled(error["loc"], raw)
        kind = error["type"]
        context = {key: str(value) for key, value in error.get("ctx", {}).items()}
        if kind == "extra_forbidden":
            yield unknown(words, where, path, model)
        elif kind.startswith("settings-"):
            yield problem(words, context.pop("where", where), kind, **context)
        elif secret:
            yield problem(words, where, "settings-secret-missing")
        elif kind == "missing":
            yield problem(words, where, "settings-missing")
        else:
            yield problem(words, where, "settings-not-valid", reason=error["msg"])


def spelled(loc: tuple[str | int, ...], raw: Mapping[str, Any]) -> str:
    """`branches[hackney].admins[2]`: entries by their slug where they have one, else from 1."""
    at: Any = raw
    text = ""
    for part in loc:
        if isinstance(part, int):
            at = at[part] if isinstance(at, list) and part < len(at) else None
            slug = at.get("slug") if isinstance(at, dict) else None
            text += f"[{slug}]" if isinstance(slug, str) else f"[{part + 1}]"
        else:
            at = at.get(part) if isinstance(at, dict) else None
            text += f".{part}" if text else part
    return text


def _only(args: Mapping[str, str | int], names: frozenset[str]) -> dict[str, str | int]:
    return {key: value for key, value in args.items() if key in names}
