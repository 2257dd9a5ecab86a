"""A public destination is a folder and a line: nothing else knows one by its name."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relay.destinations import KINDS, DestinationKind, branch_of, kind_of
from relay.destinations.kind import SENTENCES
from relay.language.words import Words, shipped_locales
from relay.settings import Settings

ROOT = Path(__file__).parents[3]
NAMES = ("bluesky",)
"""Of those whose name means nothing else; what calls us is a webhook too."""


def code(path: Path) -> Iterator[str]:
    """Every name and text in a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
        elif isinstance(node, ast.Name | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.id if isinstance(node, ast.Name) else node.name
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from [getattr(node, "module", "") or "", *(one.name for one in node.names)]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_named_in_its_folder_and_in_one_line(name: str) -> None:
    own = (ROOT / "relay" / "destinations" / name,)
    line = ROOT / "relay" / "destinations" / "__init__.py"
    named = [
        path.relative_to(ROOT).as_posix()
        for folder in ("relay", "handlers")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not path.is_relative_to(own[0])
        and path != line
        and any(name in one.lower() for one in code(path))
    ]
    assert named == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("locale", shipped_locales())
def test_it_has_all_its_sentences(kind: DestinationKind[Any], locale: str) -> None:
    ids = Words(locale).ids()
    wanted = {kind.wording(sentence) for sentence in SENTENCES}
    wanted |= {kind.wording("absent")} if kind.is_usual else set()
    wanted |= {f"settings-{kind.name}-secret-{how}" for how in ("missing", "unused")}
    assert wanted <= ids


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_found_by_its_lane(kind: DestinationKind[Any]) -> None:
    assert kind_of(kind.lane("tower-hamlets")) is kind
    assert branch_of(kind.lane("tower-hamlets")) == "tower-hamlets"
    assert kind_of("signal") is None


def test_each_has_a_table_a_secret_and_a_step_of_its_own() -> None:
    for what in ("name", "secret_setting"):
        assert len({getattr(kind, what) for kind in KINDS}) == len(KINDS)
    assert {kind.secret_setting for kind in KINDS} <= Settings.model_fields.keys()
    assert [kind.setup_steps()[0].name for kind in KINDS] == [kind.name for kind in KINDS]
