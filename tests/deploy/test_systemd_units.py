"""The systemd units, as systemd reads them."""

import re
import subprocess
from pathlib import Path

import pytest

from relay.app import GRACE_SECONDS

UNITS = Path(__file__).parents[2] / "deploy" / "systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
MOST_EXPOSED = 1.5
"""Of 10; systemd's own word for less than this is OK."""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The units, with programs that exist here in place of those that a host installs."""
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8")
        (tmp_path / unit.name).write_text(
            re.sub(r"^(ExecStart=)/opt/\S+", r"\1/bin/true", text, flags=re.M)
        )
    return tmp_path


def test_systemd_finds_no_fault_in_them(installed: Path) -> None:
    units = sorted(installed.glob("*.service")) + sorted(installed.glob("*.socket"))
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        env={"SYSTEMD_UNIT_PATH": f"{installed}:", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("service", SERVICES)
def test_each_is_shut_in(service: str) -> None:
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", UNITS / service],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"exposure level for \S+: ([0-9.]+)", told.stdout)
    assert found is not None
    assert float(found[1]) <= MOST_EXPOSED


def test_stopping_waits_until_what_is_being_sent_has_ended() -> None:
    text = (UNITS / "branch-relay.service").read_text(encoding="utf-8")
    found = re.search(r"^TimeoutStopSec=(\d+)$", text, re.M)
    assert found is not None
    assert int(found[1]) > GRACE_SECONDS


def test_who_takes_messages_is_there_before_those_who_bring_them() -> None:
    """And, as systemd stops in the opposite order, is stopped after them."""
    order = ("branch-relay", "branch-relay-proxy", "signal-cli", "signal-cli-rest-api")
    for place, name in enumerate(order):
        text = (UNITS / f"{name}.service").read_text(encoding="utf-8")
        after = set(" ".join(re.findall(r"^After=(.*)$", text, re.M)).split())
        assert {f"{earlier}.service" for earlier in order[:place]} <= after
        assert not after & {f"{later}.service" for later in order[place:]}


def test_signal_cli_prints_no_message_into_the_journal() -> None:
    assert "--no-receive-stdout" in (UNITS / "signal-cli.service").read_text(encoding="utf-8")


@pytest.mark.parametrize("unit", sorted(UNITS.iterdir()), ids=lambda path: path.name)
def test_no_secret_stands_in_a_unit(unit: Path) -> None:
    for line in unit.read_text(encoding="utf-8").splitlines():
        assert not re.match(r"Environment=.*(TOKEN|KEY|PASSWORD|BLUESKY)", line)


def test_the_command_by_hand_works_on_what_the_service_works_on() -> None:
    service = (UNITS / "branch-relay.service").read_text(encoding="utf-8")
    command = (UNITS / "relay").read_text(encoding="utf-8")
    [store] = re.findall(r"RELAY_STORE__PATH=\S+", service)
    assert store in command
    [secrets] = set(re.findall(r"LoadCredential=\w+:(\S+)/\w+$", service, re.M)) - {""}
    assert f"RELAY_SECRETS_DIR={secrets} " in command
