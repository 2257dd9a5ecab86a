"""Every recording that the page about the stand-in names exists, and every row names one."""

import re
from pathlib import Path

import pytest
from recordings import NEWEST, behaviour, cases, endpoints, webhook_bodies

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "stand-in.md").read_text(encoding="utf-8")
_KINDS = "|".join(map(re.escape, (*endpoints(), "behaviour", "webhook")))
NAMED = sorted(set(re.findall(rf"`({_KINDS}): ([^`]+)`", TEXT)))
BEFORE = "once, before there were recordings"
_READ = re.compile(r"\bread\b")


def recorded(kind: str) -> set[str]:
    if kind == "behaviour":
        return set(behaviour(NEWEST))
    if kind == "webhook":
        return {body.name for body in webhook_bodies(NEWEST)}
    return {case.name for case in cases(NEWEST, kind)}


@pytest.mark.parametrize(("kind", "name"), NAMED)
def test_a_recording_that_is_named_exists(kind: str, name: str) -> None:
    assert name in recorded(kind)


def rows_of(heading: str) -> list[str]:
    """The rows of the table whose last column is `recording`, under a heading."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    assert lines[0].endswith("| recording |")
    return lines[2:]


@pytest.mark.parametrize(
    "heading",
    ["What it is faithful to", "Faults of the real one that are kept", "How the releases differ"],
)
def test_every_row_names_a_recording_or_says_that_it_was_read(heading: str) -> None:
    for row in rows_of(heading):
        last = row.rstrip("| ").rpartition(" | ")[2]
        named = any(f"`{kind}: {name}`" in last for kind, name in NAMED)
        every = "`tests/wire/answers/`" in last
        assert named or every or _READ.search(last), row


def test_every_difference_is_measured_read_or_assumed() -> None:
    section = TEXT.partition("\n## What is different, and why\n")[2].partition("\n## ")[0]
    head, _, *rows = (line for line in section.splitlines() if line.startswith("|"))
    assert head.endswith("| how it is known |")
    for row in rows:
        last = row.rstrip("| ").rpartition(" | ")[2]
        how, _, rest = last.partition(" ")
        assert how.strip(":;,") in {"measured", "read", "assumed"}, row
        named = any(f"`{kind}: {name}`" in last for kind, name in NAMED)
        assert named == (how.startswith("measured") and rest != BEFORE), row
