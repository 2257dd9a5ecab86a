"""What is asked before a commit is there, and is the project's own."""

import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture
def hooks() -> dict[str, dict[str, Any]]:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in settings["repos"]] == ["local"]
    return {hook["id"]: hook for repo in settings["repos"] for hook in repo["hooks"]}


def test_hooks_are_what_lint_and_types_run(hooks: dict[str, dict[str, Any]]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name, hook in hooks.items():
        program = hook["entry"].split()[0]
        if name != "subject":
            assert hook["language"] == "system"
            assert (ROOT / program).exists()
            assert program.replace(".venv/bin", "\t$(BIN)") in makefile


@pytest.mark.parametrize(("length", "passes"), [(1, True), (72, True), (73, False), (0, False)])
def test_a_subject_has_72_characters(
    hooks: dict[str, dict[str, Any]], tmp_path: Path, length: int, passes: bool
) -> None:
    message = tmp_path / "message"
    message.write_text("x" * length + "\n\n" + "y" * 100 + "\n", encoding="utf-8")
    command = [*shlex.split(hooks["subject"]["entry"]), str(message)]
    assert (subprocess.run(command, check=False).returncode == 0) is passes
