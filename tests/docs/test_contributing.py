"""CONTRIBUTING.md does what it says, on a copy of this tree."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from relay.destinations import KINDS
from relay.destinations.kind import SENTENCES

ROOT = Path(__file__).parents[2]
_COPIED = ("relay", "handlers", "practice", "config", "tests", "pyproject.toml", "README.md")
_BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.S | re.M)


@dataclass(frozen=True)
class Step:
    """A new file, or a change of one.

    Attributes:
        kind: `diff` for a change.
        path: from the root on.
        text: of the file, or lines that begin with a blank, + or -.
    """

    kind: str
    path: str
    text: str

    def take(self, root: Path) -> None:
        """Do it in a copy of the tree."""
        file = root / self.path
        if self.kind != "diff":
            assert not file.exists(), f"{self.path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text, encoding="utf-8")
            return
        lines = self.text.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{self.path} does not have just one: {before}"
        file.write_text(text.replace(before, after), encoding="utf-8")


def _steps() -> list[Step]:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return [Step(*found.groups()) for found in _BLOCK.finditer(page)]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which every step was taken."""
    copy = tmp_path_factory.mktemp("contributed")
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    for step in _steps():
        step.take(copy)
    return copy


def _run(copy: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_its_own_tests_pass(changed: Path) -> None:
    tests = [step.path for step in _steps() if step.path.startswith("tests/")]
    assert tests
    _run(changed, "pytest", "-q", "-p", "no:cacheprovider", *tests)


def test_what_it_adds_has_the_form_of_everything_else(changed: Path) -> None:
    files = sorted({step.path for step in _steps() if step.path.endswith(".py")})
    _run(changed, "ruff", "check", "--no-cache", *files)
    _run(changed, "ruff", "format", "--no-cache", "--check", *files)


def test_settings_wording_and_migrations_are_still_whole(changed: Path) -> None:
    for step in _steps():
        if step.path == "config/relay.example.toml":
            _run(changed, "pytest", "-q", "-p", "no:cacheprovider", "tests/relay/settings")
            break
    else:
        pytest.fail("no step adds a setting")


def test_every_step_of_the_table_of_places_is_shown() -> None:
    paths = {step.path.partition("/")[0] for step in _steps()}
    assert {"config", "handlers", "relay", "tests"} <= paths


def test_every_destination_has_the_files_of_the_table() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = page.partition("## Add a destination")[2].partition("\n## ")[0]
    files = re.findall(r"^\| `(\w+\.py)` \|", section, re.MULTILINE)
    assert len(files) > 3
    for kind in KINDS:
        folder = ROOT / "relay" / "destinations" / kind.name
        assert [name for name in files if not (folder / name).exists()] == []
        words = (ROOT / "config" / "wording" / "en-GB" / f"{kind.name}.ftl").read_text("utf-8")
        missing = [one for one in SENTENCES if f"\n{kind.wording(one)} =" not in f"\n{words}"]
        assert missing == []
