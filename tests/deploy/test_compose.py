"""The compose file, as Compose reads it."""

import hashlib
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from relay.app import GRACE_SECONDS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PROFILES = ("--profile", "pages", "--profile", "setup")
OUTSIDE = "outside-"
FILES = {"signal", "proxy", "pages", "caddy"}
"""The folders in deploy/ that are mounted; the others are made by a host."""
TALKS = {
    frozenset({"relay", "proxy"}),
    frozenset({"relay", "signal"}),
    frozenset({"signal", "proxy"}),
    frozenset({"relay", "pages"}),
    frozenset({"pages", "proxy"}),
    frozenset({"pages", "caddy"}),
}
"""Who shares a network; that each listens on one of its own alone, `make containers` shows."""


def _as_read(**environ: str) -> dict[str, Any]:
    told = subprocess.run(
        [ROOT / "var/compose/docker-compose", "-f", DEPLOY / "compose.yaml", *PROFILES, "config"],
        env={"PATH": os.environ["PATH"], "RELAY_DOMAIN": "pages.example.org", **environ},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    read: dict[str, Any] = yaml.safe_load(told.stdout)
    return read


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """The file, with everything resolved."""
    return _as_read()


@pytest.fixture(scope="module")
def services(project: dict[str, Any]) -> dict[str, Any]:
    """Every service in it."""
    services: dict[str, Any] = project["services"]
    return services


def test_it_has_a_name_of_its_own(project: dict[str, Any]) -> None:
    assert project["name"] == "branch-relay"


def test_only_the_public_pages_are_reachable_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if service.get("ports")] == ["caddy"]


def test_who_faces_the_internet_shares_no_network_with_the_signal_api(
    services: dict[str, Any],
) -> None:
    running = {name: set(one["networks"]) for name, one in services.items() if name != "setup"}
    pairs = {
        frozenset({one, other})
        for one, its in running.items()
        for other, others in running.items()
        if one != other and its & others
    }
    assert pairs == TALKS
    outside = [name for its in running.values() for name in its if name.startswith(OUTSIDE)]
    assert sorted(outside) == ["outside-caddy", "outside-relay", "outside-signal"]


def test_only_the_ways_to_the_internet_are_no_inner_networks(project: dict[str, Any]) -> None:
    open_ = {name for name, one in project["networks"].items() if not one.get("internal")}
    assert open_ == {name for name in project["networks"] if name.startswith(OUTSIDE)}


def test_every_address_can_be_moved_in_one_place() -> None:
    moved = yaml.safe_dump(_as_read(RELAY_SUBNET="10.1.2"))
    assert "10.89.7" not in moved
    assert moved.replace("10.1.2.", "10.89.7.") == yaml.safe_dump(_as_read())


def test_a_file_that_is_mounted_arrives_with_the_next_update(services: dict[str, Any]) -> None:
    """A file that is mounted by itself stays the old one when `git pull` puts another there."""
    mounts = [
        (name, Path(mount["source"]))
        for name, service in services.items()
        for mount in service["volumes"]
        if mount["type"] == "bind"
    ]
    ours = [
        (name, source) for name, source in mounts if source.relative_to(DEPLOY).parts[0] in FILES
    ]
    assert {name for name, _ in ours} == FILES
    for name, source in ours:
        assert source.is_dir()
        digests = {hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in source.iterdir()}
        labels = set(services[name].get("labels", {}).values())
        # The proxy that holds messages is reloaded instead: made anew it could lose one.
        assert labels <= digests if labels else name == "proxy"


@pytest.mark.parametrize("name", ["relay", "setup"])
def test_the_relay_may_do_nothing_but_its_work(services: dict[str, Any], name: str) -> None:
    relay = services[name]
    assert relay["read_only"] is True
    assert relay["cap_drop"] == ["ALL"]
    assert "cap_add" not in relay
    assert relay["security_opt"] == ["no-new-privileges:true"]
    assert relay["user"] == "10001:10001"


def test_what_runs_changes_no_settings_and_no_account_of_signal(services: dict[str, Any]) -> None:
    mounts = services["relay"]["volumes"]
    written = {mount["target"] for mount in mounts if not mount.get("read_only")}
    assert written == {"/relay/data", "/relay/backups"}


def test_signal_cli_can_load_the_libraries_that_it_unpacks(services: dict[str, Any]) -> None:
    places = [place.split(":") for place in services["signal"]["tmpfs"]]
    assert {name: "exec" in options.split(",") for name, options in places} == {
        "/var/log": False,
        "/tmp": True,
    }


def test_backups_can_read_the_data_of_signal_cli(services: dict[str, Any]) -> None:
    owner, group = services["relay"]["user"].split(":")
    environment = services["signal"]["environment"]
    assert (environment["SIGNAL_CLI_UID"], environment["SIGNAL_CLI_GID"]) == (owner, group)


def test_only_the_relay_reaches_signal_cli_itself_and_only_where_it_is_wanted(
    services: dict[str, Any],
) -> None:
    """Its port is on the container's own loopback; the socket is in a folder of two containers."""
    shared = {
        name: mount
        for name, service in services.items()
        for mount in service["volumes"]
        if mount["source"] == "signal-rpc"
    }
    assert shared.keys() == {"relay", "signal"}
    assert shared["relay"]["read_only"] is True
    assert {mount["target"] for mount in shared.values()} == {"/relay/rpc"}
    assert services["signal"]["environment"]["RPC"] == "off"
    wanted = _as_read(SIGNAL_RPC="on")["services"]["signal"]
    assert wanted["environment"]["RPC"] == "on"
    assert not services["signal"].get("ports")


def test_stopping_waits_until_what_is_being_sent_has_ended(services: dict[str, Any]) -> None:
    assert _seconds(services["relay"]["stop_grace_period"]) > GRACE_SECONDS
    # Signal is stopped before what takes its messages, and started after it.
    assert "proxy" in services["signal"]["depends_on"]
    assert "relay" in services["proxy"]["depends_on"]


def test_the_parts_know_each_others_addresses(services: dict[str, Any]) -> None:
    def at(name: str, network: str) -> str:
        return str(services[name]["networks"][network]["ipv4_address"])

    relay, proxy = services["relay"]["environment"], services["proxy"]["environment"]
    assert relay["RELAY_SIGNAL__API_URL"] == f"http://{at('signal', 'signal')}:8080"
    assert relay["RELAY_WEB__LISTEN"] == f"{at('relay', 'inside')}:8090"
    assert proxy["RELAY_PROXY_TARGET"] == f"{at('relay', 'inside')}:8090"
    assert proxy["RELAY_PROXY_LISTEN"] == f"{at('proxy', 'signal')}:8091"
    assert services["signal"]["environment"]["PROXY"] == f"{at('proxy', 'signal')}:8091"
    pages = services["pages"]["environment"]
    assert pages["RELAY_PROXY_TARGET"] == f"{at('relay', 'inside')}:8090"
    assert pages["RELAY_PAGES_LISTEN"] == f"{at('pages', 'front')}:8092"
    assert services["caddy"]["environment"]["RELAY_PAGES"] == f"{at('pages', 'front')}:8092"
    # Setting up takes the relay's place, webhook included.
    assert services["setup"]["networks"] == services["relay"]["networks"]


def test_signal_writes_messages_to_no_log(services: dict[str, Any]) -> None:
    signal = services["signal"]
    assert signal["environment"]["MODE"] == "json-rpc"
    assert signal["environment"]["LOG_LEVEL"] == "error"
    assert signal["entrypoint"] == ["/bin/sh", "/relay/start/entrypoint.sh"]
    assert any(folder.startswith("/var/log") for folder in signal["tmpfs"])


def test_no_secret_stands_in_the_file_or_in_an_environment(services: dict[str, Any]) -> None:
    for service in services.values():
        for name in service.get("environment", {}):
            assert not re.search(r"TOKEN|KEY|PASSWORD|BLUESKY", name)


def test_every_image_is_pinned_and_every_log_ends(services: dict[str, Any]) -> None:
    for service in services.values():
        name, _, tag = service["image"].partition(":")
        assert name
        assert tag not in {"", "latest"}
        assert set(service["logging"]["options"]) == {"max-size", "max-file"}


def test_the_health_check_asks_what_the_relay_answers(services: dict[str, Any]) -> None:
    check = services["relay"]["healthcheck"]["test"]
    assert check[:3] == ["CMD", "python3", "/relay/alive.py"]
    assert check[3].endswith("/healthz/live")


def _seconds(text: str) -> int:
    written = re.fullmatch(r"(?:(\d+)m)?(?:(\d+)s)?", text)
    assert written is not None, text
    minutes, seconds = written.groups()
    return int(minutes or 0) * 60 + int(seconds or 0)
