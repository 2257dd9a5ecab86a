"""How the container of signal-cli-rest-api is started: nothing that people write is kept in it."""

import os
import subprocess
from pathlib import Path

import pytest

ENTRYPOINT = Path(__file__).parents[2] / "deploy" / "signal" / "entrypoint.sh"
TOKEN = "a-token-of-the-branch"


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """A root as in the container, with a signal-cli and an entrypoint that say how they are run."""
    for folder in ("usr/bin", "opt/signal-cli-1/bin", "relay"):
        (tmp_path / folder).mkdir(parents=True)
    real = tmp_path / "opt/signal-cli-1/bin/signal-cli"
    _script(real, 'printf "<%s>" "$@"')
    (tmp_path / "usr/bin/signal-cli").symlink_to(real)
    _script(tmp_path / "entrypoint.sh", 'printf "%s" "$RECEIVE_WEBHOOK_URL"')
    (tmp_path / "relay/webhook-token").write_text(f"{TOKEN}\n")
    return tmp_path


def _script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def _start(container: Path) -> str:
    environ = {"PATH": os.environ["PATH"], "ROOT": str(container), "PROXY": "10.89.7.4:8091"}
    return subprocess.run(
        ["sh", ENTRYPOINT], env=environ, capture_output=True, text=True, check=True
    ).stdout


def _signal_cli(container: Path, *words: str) -> str:
    command = [container / "usr/bin/signal-cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_daemon_prints_no_message(container: Path) -> None:
    _start(container)
    said = _signal_cli(
        container, "--output=json", "--config", "/a b/", "daemon", "--tcp", "127.0.0.1:6001"
    )
    wanted = "<--output=json><--config></a b/><daemon><--tcp><127.0.0.1:6001><--no-receive-stdout>"
    assert said == wanted


def test_supervisor_finds_the_folder_of_its_log(container: Path) -> None:
    for _ in range(2):
        _start(container)
        assert (container / "var/log/supervisor").is_dir()


def test_every_other_command_is_as_it_was(container: Path) -> None:
    _start(container)
    assert _signal_cli(container, "-a", "+447700900000", "send", "x y") == (
        "<-a><+447700900000><send><x y>"
    )


def test_a_second_start_of_the_same_container_changes_nothing(container: Path) -> None:
    _start(container)
    _start(container)
    assert _signal_cli(container, "daemon") == "<daemon><--no-receive-stdout>"
    assert _signal_cli(container, "version") == "<version>"


def test_the_token_comes_from_its_file(container: Path) -> None:
    assert _start(container) == f"http://relay:{TOKEN}@10.89.7.4:8091/signal/receive"
    (container / "relay/webhook-token").unlink()
    with pytest.raises(subprocess.CalledProcessError):
        _start(container)
