"""The threat model names files and tests that exist, and every attack has both."""

import ast
import re
from pathlib import Path

import pytest

from relay.store.copies.partition import DATED, NOWHERE

ROOT = Path(__file__).parents[2]
STEPS = ROOT / "relay" / "store" / "migrations"
MIGRATIONS = "\n".join(one.read_text(encoding="utf-8") for one in sorted(STEPS.glob("m*.py")))
TEXT = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
_PLACE = re.compile(r"`((?:relay|handlers|config|deploy|tests)/[\w./-]+)((?:::\w+)*)`")
PLACES = sorted({(found[1], found[2]) for found in _PLACE.finditer(TEXT)})
ATTACKS = TEXT.partition("## Attacks")[2].split("\n### ")[1:]


@pytest.mark.parametrize(("file", "name"), PLACES)
def test_what_it_names_exists(file: str, name: str) -> None:
    assert (ROOT / file).is_file()
    body: list[ast.stmt] = []
    if name:
        body = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    for part in name.split("::")[1:]:
        [found] = [node for node in body if getattr(node, "name", None) == part]
        body = getattr(found, "body", [])


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.splitlines()[0])
def test_every_attack_says_what_holds_and_what_proves_it(attack: str) -> None:
    held, _, proved = attack.partition("- Proved by ")
    places = _PLACE.findall(held.partition("- Held by ")[2])
    tests = _PLACE.findall(proved)
    assert places
    assert not any(name for _, name in places)
    assert tests
    assert all(name for _, name in tests)


PROMISES = TEXT.partition("## What is promised to who reports")[2].partition("\n## ")[0]
ROWS = [line.strip("| ").split(" | ") for line in PROMISES.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize(
    "about",
    [
        *("official types", "left out of it", "a name and no role", "change hands in secret"),
        *("may be seen", "`hide`", "What was hidden", "what to do in danger", "other languages"),
        *("sent into a report", "typed into a group", "flood", "Files", "second admin", "backup"),
        *("wording of a branch", "Signal API", "handed to nobody", "written from before"),
        *("tells in discreet mode", "comes beside an answer"),
    ],
)
def test_every_promise_has_tests_and_what_cannot_be_promised(about: str) -> None:
    [(promise, shown, limit)] = [row for row in ROWS if about in row[0]]
    tests = _PLACE.findall(shown)
    assert tests
    assert all(file.startswith("tests/") and name for file, name in tests), promise
    assert len(limit) > len("nothing"), promise


def test_the_table_holds_no_other_promise() -> None:
    header, *rows = ROWS
    assert header[0] == "promise"
    assert len(rows) == len({row[0] for row in rows}) == 23


MEMBERSHIP = TEXT.partition("| what of membership |")[2].partition("\n\n")[0].splitlines()[2:]


@pytest.mark.parametrize("line", MEMBERSHIP, ids=lambda line: line.split(" | ")[0].strip("| "))
def test_what_is_kept_of_membership_is_in_the_backup_that_is_named(line: str) -> None:
    _, where, kept, _, backup = line.strip("| ").split(" | ")
    tables = re.findall(r"`(\w+)`", where)
    assert tables
    for table in tables:
        assert f"CREATE TABLE {table} (" in MIGRATIONS
        assert table not in DATED
        in_none = backup == "none" or (backup.startswith("marks") and table != "join_marks")
        assert (table in NOWHERE) == in_none, table
        columns = MIGRATIONS.partition(f"CREATE TABLE {table} (")[2].partition("\n    )")[0]
        if kept == "account id":
            assert "person TEXT" in columns or "keepers TEXT" in columns, table
        else:
            assert "person TEXT" not in columns or table == "ballot_people", table


def test_every_table_of_groups_that_is_about_people_is_among_them() -> None:
    told = set(re.findall(r"`(\w+)`", "\n".join(MEMBERSHIP)))
    about_people = set()
    for name in ("m0034_newcomers", "m0035_join_requests"):
        text = (STEPS / f"{name}.py").read_text(encoding="utf-8")
        about_people |= set(re.findall(r"CREATE TABLE (\w+) \(", text))
    # Keys, and how full a group is.
    assert about_people - told == {"group_fullness", "join_keys", "told_once_keys"}
