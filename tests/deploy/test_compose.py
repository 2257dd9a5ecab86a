"""The compose file, as Compose reads it."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from relay.app import GRACE_SECONDS

DEPLOY = Path(__file__).parents[2] / "deploy"
PROFILES = ("--profile", "pages", "--profile", "setup")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """Every service, with everything resolved."""
    told = subprocess.run(
        ["docker-compose", "-f", DEPLOY / "compose.yaml", *PROFILES, "config"],
        env={"PATH": os.environ["PATH"], "RELAY_DOMAIN": "pages.example.org"},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    services: dict[str, Any] = yaml.safe_load(told.stdout)["services"]
    return services


def test_only_the_public_pages_are_reachable_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if service.get("ports")] == ["caddy"]


@pytest.mark.parametrize("name", ["proxy", "pages"])
def test_the_proxies_are_on_the_inner_network_alone(services: dict[str, Any], name: str) -> None:
    assert list(services[name]["networks"]) == ["inside"]


@pytest.mark.parametrize("name", ["relay", "setup"])
def test_the_relay_may_do_nothing_but_its_work(services: dict[str, Any], name: str) -> None:
    relay = services[name]
    assert relay["read_only"] is True
    assert relay["cap_drop"] == ["ALL"]
    assert "cap_add" not in relay
    assert relay["security_opt"] == ["no-new-privileges:true"]
    assert relay["user"] == "10001:10001"


def test_what_runs_changes_no_settings_and_no_account_of_signal(services: dict[str, Any]) -> None:
    mounts = [mount.split(":") for mount in services["relay"]["volumes"]]
    written = {target for _, target, mode in mounts if mode == "rw"}
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


def test_stopping_waits_until_what_is_being_sent_has_ended(services: dict[str, Any]) -> None:
    assert _seconds(services["relay"]["stop_grace_period"]) > GRACE_SECONDS
    # Signal is stopped before what takes its messages, and started after it.
    assert "proxy" in services["signal"]["depends_on"]
    assert "relay" in services["proxy"]["depends_on"]


def test_the_parts_know_each_others_addresses(services: dict[str, Any]) -> None:
    where = {
        name: service["networks"]["inside"]["ipv4_address"] for name, service in services.items()
    }
    relay, proxy = services["relay"]["environment"], services["proxy"]["environment"]
    assert relay["RELAY_SIGNAL__API_URL"] == f"http://{where['signal']}:8080"
    assert relay["RELAY_WEB__LISTEN"] == f"{where['relay']}:8090"
    assert proxy["RELAY_PROXY_TARGET"] == f"{where['relay']}:8090"
    assert proxy["RELAY_PROXY_LISTEN"] == f"{where['proxy']}:8091"
    assert services["signal"]["environment"]["PROXY"] == f"{where['proxy']}:8091"
    pages = services["pages"]["environment"]
    assert pages["RELAY_PROXY_TARGET"] == f"{where['relay']}:8090"
    assert pages["RELAY_PAGES_LISTEN"] == f"{where['pages']}:8092"
    assert services["caddy"]["environment"]["RELAY_PAGES"] == f"{where['pages']}:8092"
    # Setting up takes the relay's place, webhook included.
    assert where["setup"] == where["relay"]


def test_signal_writes_messages_to_no_log(services: dict[str, Any]) -> None:
    signal = services["signal"]
    assert signal["environment"]["MODE"] == "json-rpc"
    assert signal["environment"]["LOG_LEVEL"] == "error"
    assert signal["entrypoint"] == ["/bin/sh", "/relay/entrypoint.sh"]
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
    minutes, seconds = re.fullmatch(r"(?:(\d+)m)?(?:(\d+)s)?", text).groups()  # type: ignore[union-attr]
    return int(minutes or 0) * 60 + int(seconds or 0)
