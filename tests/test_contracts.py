"""The contracts in pyproject.toml about who imports whom: each of them is broken by a breach."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINTER = Path(sys.executable).with_name("lint-imports")

KNOTS = "no knots between the packages of relay"
"""Says which packages import each other, and not which files."""

BREACHES = {
    "practice -> handlers -> relay, never back": (
        ("relay/breach.py", "handlers.help"),
        ("handlers/breach.py", "practice.clock"),
    ),
    "features do not import each other": (
        ("handlers/announcements/breach.py", "handlers.admins.jobs"),
        ("handlers/conduct/breach.py", "handlers.groups.directory"),
        ("handlers/groups/breach.py", "handlers.ballots.jobs"),
        ("handlers/adverts/breach.py", "handlers.subscriptions.jobs"),
    ),
    "the kernel of conversations knows no feature": (
        ("handlers/conversation/breach.py", "handlers.admins.jobs"),
        ("handlers/conversation/breach.py", "handlers.groups.directory"),
    ),
    KNOTS: (("relay/time/breach.py", "relay.meetings.meeting"),),
    "the store knows no feature": (("relay/store/breach.py", "relay.meetings.meeting"),),
    "only relay.signal, and the conversations, know signalbot": (
        ("relay/watch/breach.py", "signalbot"),
    ),
    "only the store touches the database": (("relay/watch/breach.py", "sqlite3"),),
    "only the destinations know Bluesky": (("relay/watch/breach.py", "atproto_client"),),
    "each public destination is asked through its kind": (
        ("relay/watch/breach.py", "relay.destinations.bluesky.kind"),
        ("handlers/breach.py", "relay.destinations.webhook.settings"),
    ),
    "no conversation reaches the network": (("handlers/breach.py", "socket"),),
    "only reports and casework open the vault": (
        ("handlers/meetings/breach.py", "relay.safeguarding"),
        ("relay/watch/breach.py", "relay.safeguarding.vault"),
    ),
    "what writers and officers say is for no other conversation": (
        ("handlers/breach.py", "handlers.report.context"),
    ),
    "conduct knows nothing of safeguarding": (
        ("relay/conduct/breach.py", "relay.safeguarding.vault"),
        ("handlers/conduct/breach.py", "handlers.casework.people"),
    ),
    "safeguarding knows nothing of conduct": (
        ("relay/safeguarding/breach.py", "relay.conduct.matters.matters"),
        ("handlers/report/breach.py", "handlers.conduct.notices"),
    ),
    "groups are kept without knowing of conduct": (
        ("relay/groups/breach.py", "relay.conduct.matters.numbers"),
    ),
    "sealing knows neither of them": (("relay/sealing/breach.py", "relay.store.moments"),),
}
"""What breaks each contract: which file of ours would import what."""


def test_every_contract_is_broken_by_what_it_forbids(tmp_path: Path) -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = tomllib.loads(settings)["tool"]["importlinter"]["contracts"]
    assert [contract["name"] for contract in contracts] == list(BREACHES)

    breaches = [one for name, found in BREACHES.items() if name != KNOTS for one in found]
    said = _linted(tmp_path / "others", *breaches)
    kept = [name for name in BREACHES if name != KNOTS and f"{name} BROKEN" not in said]
    assert kept == [], said[-3000:]
    for place, name in breaches:
        importer = place.removesuffix(".py").replace("/", ".")
        assert f"{importer} -> {name}" in said


def test_a_knot_is_named_by_what_ties_it(tmp_path: Path) -> None:
    said = _linted(tmp_path, *BREACHES[KNOTS])
    assert f"{KNOTS} BROKEN" in said
    assert ".time -> .meetings (1 import)" in said


def _linted(folder: Path, *breaches: tuple[str, str]) -> str:
    """What the linter says of a copy of our packages with some imports more."""
    for package in ("relay", "handlers", "practice"):
        shutil.copytree(ROOT / package, folder / package)
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    for place, name in breaches:
        with (folder / place).open("a", encoding="utf-8") as file:
            file.write(f"import {name}\n")
    command: list[str | Path] = [LINTER, "--no-cache", "--no-logo"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return said.stdout
