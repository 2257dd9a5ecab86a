"""Without containers: who on the machine reaches signal-cli and its API, as nft reads the rules."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[2] / "deploy" / "systemd"
RULES = UNITS / "branch-relay.nft"
UIDS = {"root": 0, "branch-relay": 64001, "branch-relay-proxy": 64002, "signal-cli": 64003}
CADDY = 64004
PROBE = """
import os, socket, sys
servers = [socket.create_server(("127.0.0.1", port)) for port in (8080, 6001)]
servers += [socket.create_server(("::1", port), family=socket.AF_INET6) for port in (8080, 6001)]
for uid in sys.argv[1:]:
    for server in servers:
        if os.fork() == 0:
            os.setgroups([])
            os.setuid(int(uid))
            socket.socket(server.family).connect(server.getsockname())
            os._exit(0)
        if os.wait()[1] == 0:
            print(uid, server.getsockname()[1])
"""


def _service(name: str, key: str) -> list[str]:
    text = (UNITS / f"{name}.service").read_text(encoding="utf-8")
    return re.findall(rf"^{key}=(.*)$", text, re.M)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes a network and acts as others")
def test_only_who_has_to_reaches_signal_cli_and_its_api(tmp_path: Path) -> None:
    """In a network of its own; with ids in place of users that a host makes."""
    rules = RULES.read_text(encoding="utf-8")
    for name, uid in UIDS.items():
        rules = rules.replace(f'"{name}"', str(uid))
    (tmp_path / "rules.nft").write_text(rules)
    load = f"nft --file {tmp_path / 'rules.nft'}"
    script = f'ip link set lo up && {load} && {load} && exec "$@"'
    told = subprocess.run(
        [
            *("unshare", "--net", "sh", "-c", script, "sh"),
            *(sys.executable, "-c", PROBE),
            *(str(uid) for uid in (*UIDS.values(), CADDY)),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    reached = {tuple(line.split()) for line in told.stdout.splitlines()}
    root, relay, signal_cli = ("0", "64001", "64003")
    assert {who for who, port in reached if port == "8080"} == {root, relay}
    assert {who for who, port in reached if port == "6001"} == {root, relay, signal_cli}
    # By either family of addresses.
    assert len(told.stdout.splitlines()) == 2 * len(reached)


def test_they_are_loaded_before_there_is_anything_to_reach() -> None:
    [load] = _service("signal-cli", "ExecStartPre")
    assert load == f"+/usr/sbin/nft --file /opt/branch-relay/deploy/systemd/{RULES.name}"
    assert _service("signal-cli-rest-api", "BindsTo") == ["signal-cli.service"]


def test_they_come_back_whenever_all_rules_are_cleared() -> None:
    """Debian's nftables.service runs `flush ruleset` at its start, its stop and its reload."""
    name = "branch-relay-firewall"
    [load] = _service(name, "ExecStart")
    assert [load] == _service(name, "ExecReload")
    assert f"+{load}" in _service("signal-cli", "ExecStartPre")
    for key in ("After", "PartOf", "ReloadPropagatedFrom"):
        assert _service(name, key) == ["nftables.service"]
    assert "nftables.service" in _service(name, "WantedBy")[0].split()
    for key in ("After", "Wants"):
        assert f"{name}.service" in _service("signal-cli", key)[0].split()


def test_who_is_let_through_is_who_runs_what() -> None:
    named = set(re.findall(r'"([\w-]+)"', RULES.read_text(encoding="utf-8"))) - {"root"}
    assert named == {*_service("branch-relay", "User"), *_service("signal-cli", "User")}
    assert _service("signal-cli-rest-api", "User") == ["signal-cli"]
