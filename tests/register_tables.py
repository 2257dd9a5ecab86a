"""The tables of docs/data-protection.md, made from the register: `make tables` writes them anew.

A table stands below a comment that names it: `<!-- register: purposes -->`.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from relay.personal_data.register import Backup, TableEntry, backup_of, register

PAGE = Path(__file__).parents[1] / "docs" / "data-protection.md"
_TABLE = re.compile(r"(<!-- register: ([\w ]+) -->\n\|.*\n\|[-|]+\n)((?:\|.*\n)*)")

_BACKUPS = {
    Backup.DATED: "dated",
    Backup.NEWEST: "newest only",
    Backup.BOTH: "both, parted",
    Backup.NONE: "none",
}

_UNFOUND = {
    "alike": "the same to everybody",
    "apart": "no: by their own commands",
    "words": "no: what others wrote; ask an admin",
}


def with_tables(page: str) -> str:
    """Return the page with its tables as the register says them."""
    return _TABLE.sub(lambda found: found[1] + "".join(_rows(found[2])), page)


def _rows(wanted: str) -> list[str]:
    made: Mapping[str, Callable[[], list[tuple[str, ...]]]] = {
        "purposes": _purposes,
        "tables about people": _about_people,
        "other tables": _others,
    }
    return [f"| {' | '.join(row)} |\n" for row in made[wanted]()]


def _purposes() -> list[tuple[str, ...]]:
    return [
        (
            one.name,
            one.why,
            _people_of(name) or "nobody",
            "; ".join((*one.basis, *one.special)),
            one.seen,
        )
        for name, one in register().purposes.items()
    ]


def _people_of(purpose: str) -> str:
    tables = register().of_purpose(purpose).values()
    return ", ".join(sorted({people for one in tables for people in one.people}))


def _about_people() -> list[tuple[str, ...]]:
    purposes = register().purposes
    return [
        (
            f"`{name}`",
            one.what,
            ", ".join(one.kept_as),
            purposes[one.purpose].name.lower(),
            one.until,
            _BACKUPS[backup_of(name)],
            _found(one),
        )
        for name, one in register().tables.items()
        if one.people
    ]


def _found(one: TableEntry) -> str:
    return "yes" if one.unfound is None else _UNFOUND[one.unfound]


def _others() -> list[tuple[str, ...]]:
    return [
        (f"`{name}`", one.what.removeprefix("nothing of people: "), one.until)
        for name, one in register().tables.items()
        if not one.people
    ]


def main() -> None:
    """Write the tables of the page anew."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
