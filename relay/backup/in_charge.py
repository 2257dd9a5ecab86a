"""Who would decide and read once a backup is restored: said to the host before it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Charge:
    """A branch or a team, and the account ids of who may act for it.

    Attributes:
        kind: `branch` or `team`.
        name: what it is called.
        people: each with a role, which admins do not have.
    """

    kind: str
    name: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class InCharge:
    """What of the settings gives people power.

    Attributes:
        number: of the bot.
        charges: branches and teams, in their order.
        groups: Signal groups to which reports are sent.
        keys: age public keys that can open backups and exports.
    """

    number: str
    charges: tuple[Charge, ...]
    groups: tuple[str, ...]
    keys: tuple[str, ...]


def in_charge(file: Path) -> InCharge:
    """Read what gives people power in a settings file, also in one that the relay would refuse.

    Args:
        file: TOML.
    """
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        said = {}
    safeguarding = _table(said.get("safeguarding"))
    branches = [
        Charge("branch", _name(one), tuple((str(admin), "") for admin in _list(one.get("admins"))))
        for one in _tables(said.get("branches"))
    ]
    teams = [
        Charge(
            "team",
            _name(one),
            tuple(
                (str(officer.get("id", "")), str(officer.get("role", "")))
                for officer in _tables(one.get("officers"))
            ),
        )
        for one in _tables(safeguarding.get("teams"))
    ]
    groups = [one.get("group") for one in _tables(safeguarding.get("teams"))]
    keys = [_table(said.get("backup")).get("recipient"), safeguarding.get("export_key")]
    return InCharge(
        number=str(_table(said.get("signal")).get("number", "")),
        charges=(*branches, *teams),
        groups=tuple(str(group) for group in groups if group),
        keys=tuple(str(key) for key in keys if key),
    )


def _name(one: Mapping[str, Any]) -> str:
    return str(one.get("name") or one.get("slug") or "")


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _tables(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in _list(value) if isinstance(one, Mapping)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
