"""What an idle relay has imported is what docs/architecture.md says, and nothing that can wait."""

import re
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from relayprocess import BranchTable, MakeRelay, executed

from practice.deployed import not_deployed
from practice.server import PracticeSignal

ROOT = Path(__file__).parents[2]
IMPORTED = re.compile(r"^import time:[\d |]+\| +([\w.]+)$", re.MULTILINE)
"""A line of `python -X importtime`."""

LATE = (
    "multiprocessing.resource_tracker",
    "relay.check",
    "relay.meetings.components",
    "relay.setup",
)
"""Our own, and the language's, that wait until they are needed."""


async def test_an_idle_relay_has_imported_what_is_documented_and_no_more(
    signal: PracticeSignal, make_relay: MakeRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    bluesky = {"handle": "hackney.test", "service": "http://127.0.0.1:9"}
    table = BranchTable("hackney", (signal.new_phone("Ada"),), bluesky=bluesky)
    secrets = {"RELAY_BLUESKY__HACKNEY": "aaaa-bbbb-cccc-dddd"}
    relay = make_relay([table], secrets=secrets, begin=executed)
    await relay.start()
    await relay.ready()
    imported = set(IMPORTED.findall(relay.log))
    assert "relay.runtime.process" in imported

    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    at_start, late = re.findall(r"^\| (?:at the start|when needed) \| (.+) \|$", page, re.MULTILINE)
    installed = packages_distributions().keys() - not_deployed() - {"relay", "handlers"}
    packages = {name.partition(".")[0] for name in imported} & installed
    packages = {name for name in packages if not name.startswith("_")}
    assert sorted(packages) == re.findall(r"`(\w+)`", at_start)
    assert set(re.findall(r"`(\w+)`", late)) <= installed
    assert not {name for name in imported for part in LATE if f"{name}.".startswith(f"{part}.")}
