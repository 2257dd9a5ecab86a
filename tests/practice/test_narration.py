"""Everything the tour and the demo say exists, gets what it needs, and is said by somebody."""

import ast
import re
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from practice.narration import Narration

PRACTICE = Path(__file__).parents[2] / "practice"
DYNAMIC = re.compile(r"^(tour|demo)-")
SAYING = frozenset({"tell", "narrate", "reads"})


PAGE_ID = re.compile(r"\bpage-[a-z0-9-]+")


def messages() -> dict[str, fluent.Message]:
    found = {}
    for file in (PRACTICE / "wording").glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def trees() -> list[ast.AST]:
    return [ast.parse(file.read_text(encoding="utf-8")) for file in PRACTICE.rglob("*.py")]


def constants() -> set[str]:
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def said_by_the_page() -> set[str]:
    static = PRACTICE / "page" / "static"
    return {
        name
        for file in (*static.rglob("*.js"), *static.rglob("*.html"))
        for name in PAGE_ID.findall(file.read_text(encoding="utf-8"))
    }


def test_everything_that_is_told_exists() -> None:
    told = {
        node.args[0].value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SAYING
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    expected = {text for text in constants() if re.fullmatch(r"expected(-[a-z]+)+", text)}
    names = {name.partition(".")[0] for name in told | expected}
    assert names - messages().keys() == set()


def test_every_message_is_told() -> None:
    said = constants()
    chapters = {
        f"tour-{node.args[0].value}"
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "chapter"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    assert messages().keys() - said - chapters - said_by_the_page() == set()
    assert all(messages()[name].attributes for name in chapters)


def test_texts_of_any_length_are_told() -> None:
    log = "a long line\n" * 1000
    assert log in Narration().tell("tour-failed", expected="x" * 3000, log=log)
