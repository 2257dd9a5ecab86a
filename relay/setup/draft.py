"""The settings file while it is being made: the example's text, with the host's answers in it.

Comments, order and whatever a host has changed by hand stay (tomlkit keeps them). It may be
incomplete at any time; `relay check` then says what is missing.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from relay.destinations import KINDS
from relay.language.words import shipped_config
from relay.setup.files import write_private
from relay.setup.sleeping import put_to_sleep, wake

Path_ = tuple[str | int, ...]
Value = str | Sequence[str] | Sequence[dict[str, str]]

NUMBER: Path_ = ("signal", "number")
LINK: Path_ = ("signal", "link")
API_URL: Path_ = ("signal", "api_url")
LISTEN: Path_ = ("web", "listen")
PUBLIC_URL: Path_ = ("web", "public_url")
STORE: Path_ = ("store", "path")
TIMEZONE: Path_ = ("timezone",)
WORDING: Path_ = ("wording", "folder")
SLUG: Path_ = ("branches", 0, "slug")
NAME: Path_ = ("branches", 0, "name")
ADMINS: Path_ = ("branches", 0, "admins")
GROUPS: Path_ = ("branches", 0, "announcement_groups")
TEAM: Path_ = ("safeguarding", "teams", 0)
OFFICERS: Path_ = (*TEAM, "officers")

# Tables and keys of the example that sleep until they are answered, by the first path they hold.
_SLEEPERS: dict[Path_, tuple[str, ...]] = {
    PUBLIC_URL: ("[web]", "public_url"),
    **{("branches", 0, kind.name): (f"[branches.{kind.name}]",) for kind in KINDS},
    TEAM[:2]: ("[[safeguarding.teams]]",),
}


_LISTS: dict[Path_, str] = {SLUG[:2]: "[[branches]]", TEAM: "[[safeguarding.teams]]"}


class NotSettings(Exception):
    """The file that is there is not TOML."""


class Draft:
    """One settings file.

    Args:
        path: where it is, or will be.
        heading: its first line where it is made now, a comment.

    Raises:
        NotSettings: what is there cannot be read as TOML.
    """

    def __init__(self, path: Path, heading: str) -> None:
        self.path = path
        if path.is_file() and path.read_text(encoding="utf-8").strip():
            self._text = path.read_text(encoding="utf-8")
            self._document()
        else:
            self._text = _blank(path, heading)

    def get(self, path: Path_) -> Any:
        """What stands at a path, as plain values; None where nothing does."""
        value: Any = self._document().unwrap()
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def text(self, path: Path_) -> str:
        """A text, or an empty one where it was not answered."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def texts(self, path: Path_) -> list[str]:
        """A list of texts, perhaps empty."""
        value = self.get(path)
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []

    def set(self, path: Path_, value: Value) -> None:
        """Answer one setting and save the file."""
        self.update({path: value})

    def update(self, values: Mapping[Path_, Value]) -> None:
        """Answer settings that belong together, and save the file."""
        for path in values:
            self._wake_for(path)
        document = self._document()
        for path, value in values.items():
            table: Any = document
            for part in path[:-1]:
                if isinstance(part, str) and part not in table:
                    table[part] = tomlkit.table()
                table = table[part]
            table[path[-1]] = value if isinstance(value, str) else _list(value)
        self._text = tomlkit.dumps(document)
        self.save()

    def rename(self, old: str, new: str) -> None:
        """Write another id wherever one stands, and save the file."""
        self._text = self._text.replace(f'"{old}"', f'"{new}"').replace(f"'{old}'", f'"{new}"')
        self.save()

    def save(self) -> None:
        """Write the file."""
        write_private(self.path, self._text)

    def _document(self) -> tomlkit.TOMLDocument:
        try:
            return tomlkit.parse(self._text)
        except TOMLKitError as error:
            raise NotSettings(str(self.path)) from error

    def _wake_for(self, path: Path_) -> None:
        for start, where in _SLEEPERS.items():
            if path[: len(start)] == start and self.get(start) is None:
                self._text = wake(self._text, *where)
        # A file without the example's tables, perhaps one that was written by hand.
        for start, header in _LISTS.items():
            if path[: len(start)] == start and self.get(start) is None:
                self._text = f"{self._text.rstrip()}\n\n{header}\n"


def _blank(path: Path, heading: str) -> str:
    """The example without anybody's answers."""
    example = (shipped_config() / "relay.example.toml").read_text(encoding="utf-8")
    document = tomlkit.parse(heading + "\n" + example.partition("\n")[2])
    branch, team = document["branches"][0], document["safeguarding"]["teams"][0]
    document["signal"]["number"] = ""
    document["store"]["path"] = str(path.absolute().parent / "var" / "relay.db")
    branch["slug"] = branch["name"] = ""
    branch["admins"], branch["announcement_groups"] = tomlkit.array(), tomlkit.array()
    team["officers"] = tomlkit.array()
    text = tomlkit.dumps(document)
    for where in _SLEEPERS.values():
        text = put_to_sleep(text, *where)
    return text


def _list(values: Sequence[str] | Sequence[dict[str, str]]) -> Any:
    """A list with one line for each entry."""
    listed = tomlkit.array()
    for value in values:
        listed.append(value if isinstance(value, str) else _inline(value))
    return listed.multiline(bool(values))


def _inline(value: dict[str, str]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(value)
    return table
