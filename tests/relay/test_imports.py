"""The house's walls: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            yield node.module or ""


def _breaches(paths: list[Path], forbidden: str, allowed: tuple[str, ...] = ()) -> list[str]:
    found = []
    for path in paths:
        place = path.relative_to(ROOT).as_posix()
        if place.startswith(allowed):
            continue
        found += [
            f"{place} imports {name}"
            for name in _imports(path)
            if name == forbidden or name.startswith(f"{forbidden}.")
        ]
    return found


def test_the_engine_knows_no_conversation() -> None:
    assert _breaches(_modules("relay"), "handlers", allowed=("relay/app.py",)) == []


def test_the_product_does_not_know_that_it_is_practised_with() -> None:
    assert _breaches(_modules("relay", "handlers"), "practice") == []


@pytest.mark.parametrize("library", ["sqlcipher3", "sqlite_utils", "sqlite3"])
def test_only_the_store_touches_the_database(library: str) -> None:
    allowed = ("relay/store/",)
    assert _breaches(_modules("relay", "handlers"), library, allowed) == []


@pytest.mark.parametrize("library", ["aiohttp", "httpx", "requests", "urllib3", "socket"])
def test_no_conversation_reaches_the_network(library: str) -> None:
    assert _breaches(_modules("handlers"), library) == []


def test_only_the_destinations_know_bluesky() -> None:
    allowed = ("relay/destinations/",)
    for library in ("atproto", "atproto_client", "atproto_core"):
        assert _breaches(_modules("relay", "handlers"), library, allowed) == []


def test_only_the_signal_folder_knows_signalbot_below_the_conversations() -> None:
    allowed = ("relay/signal/",)
    assert _breaches(_modules("relay"), "signalbot", allowed) == []


def test_only_report_and_casework_open_the_vault() -> None:
    # `handlers/services.py` hands it to them.
    allowed = (
        "relay/safeguarding/",
        "relay/app.py",
        "handlers/report/",
        "handlers/casework/",
        "handlers/services.py",
    )
    assert _breaches(_modules("relay", "handlers"), "relay.safeguarding", allowed) == []


def test_what_writers_and_officers_say_is_for_no_other_conversation() -> None:
    # Registered, gone round, and told of in the help.
    glue = tuple(
        f"handlers/{name}.py" for name in ("flows", "limits", "not_understood", "rounds", "routes")
    )
    allowed = ("handlers/report/", "handlers/casework/", *glue)
    for forbidden in ("handlers.report", "handlers.casework"):
        assert _breaches(_modules("relay", "handlers"), forbidden, allowed) == []
