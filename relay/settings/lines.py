"""On which line of the settings file a setting stands.

Neither tomllib nor pydantic says it. This reads only as much of TOML as is needed to find tables
and keys; where it finds none, the nearest table that holds it is meant.
"""

import re

_TABLE = re.compile(r"\s*\[(?P<list>\[)?\s*(?P<name>[A-Za-z0-9_.\s\"'-]+?)\s*\]")
_KEY = re.compile(r"\s*(?P<name>[A-Za-z0-9_.\"'-]+?)\s*=\s*(?P<value>.*)")
_SLUG = re.compile(r"[\"']([a-z0-9-]+)[\"']")


def line_of(text: str, where: str) -> int | None:
    """Return the line, from 1 on, or None.

    Args:
        text: of the file.
        where: as `relay.settings.problems.spelled` writes it: `branches[hackney].admins[2]`.
    """
    lines = _lines(text)
    while where:
        if where in lines:
            return lines[where]
        where = re.sub(r"(\.[^.\[\]]+|\[[^\[\]]*\]|^[^.\[\]]+)$", "", where)
    return None


def _lines(text: str) -> dict[str, int]:
    """The line of every table and key, by each name it has."""
    found: dict[str, int] = {}
    counted: dict[str, int] = {}
    begun: dict[str, int] = {}
    slugs: dict[str, str] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _within(_bare(header["name"]), counted)
            if header["list"]:
                counted[table] = counted.get(table, 0) + 1
                table = f"{table}[{counted[table]}]"
            begun[table] = number
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            name = _bare(key["name"])
            found.setdefault(f"{table}.{name}" if table else name, number)
            slug = _SLUG.match(key["value"]) if name == "slug" else None
            if slug is not None and table in begun:
                slugs[table] = f"{table.rpartition('[')[0]}[{slug[1]}]"
    for name, number in list(found.items()):
        for counted_name, slugged in slugs.items():
            if name == counted_name or name.startswith((f"{counted_name}.", f"{counted_name}[")):
                found.setdefault(slugged + name.removeprefix(counted_name), number)
    return found


def _bare(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)


def _within(name: str, counted: dict[str, int]) -> str:
    """The name of a table, inside the newest entry of a list where it is in one."""
    for listed in sorted(counted, key=len, reverse=True):
        if name.startswith(f"{listed}."):
            return f"{listed}[{counted[listed]}]{name.removeprefix(listed)}"
    return name
