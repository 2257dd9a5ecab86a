"""How the container of signal-cli-rest-api is started: nothing that people write is kept in it."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ENTRYPOINT = Path(__file__).parents[2] / "deploy" / "signal" / "entrypoint.sh"
TOKEN = "a-token-of-the-branch"
LISTENING = socket.create_server(("127.0.0.1", 0))
PORT = LISTENING.getsockname()[1]
PROXY = f"127.0.0.1:{PORT}"
"""A proxy that is there."""
NAMED = "# jsonrpc2-helper, supervisor, signal-cli-rest-api"
"""What the entrypoint of 0.97 to 0.100 starts."""


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """A root as in the container, with a signal-cli and an entrypoint that say how they are run."""
    for folder in ("usr/bin", "opt/signal-cli-1/bin", "relay"):
        (tmp_path / folder).mkdir(parents=True)
    real = tmp_path / "opt/signal-cli-1/bin/signal-cli"
    _script(real, 'printf "<%s>" "$@"')
    (tmp_path / "usr/bin/signal-cli").symlink_to(real)
    for program in ("jsonrpc2-helper", "supervisorctl"):
        _script(tmp_path / "usr/bin" / program, "exit 1")
    _script(tmp_path / "entrypoint.sh", f'{NAMED}\nprintf "%s" "$RECEIVE_WEBHOOK_URL"')
    (tmp_path / "relay/webhook-token").write_text(f"{TOKEN}\n")
    return tmp_path


def _script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def _environ(container: Path, **more: str) -> dict[str, str]:
    own = {"ROOT": str(container), "PROXY": PROXY, "MODE": "json-rpc"}
    return {"PATH": os.environ["PATH"], **own, **more}


def _start(container: Path, **more: str) -> str:
    return subprocess.run(
        ["sh", ENTRYPOINT],
        env=_environ(container, **more),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _signal_cli(container: Path, *words: str) -> str:
    command: list[str | Path] = [container / "usr/bin/signal-cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_daemon_prints_no_message(container: Path) -> None:
    _start(container)
    said = _signal_cli(
        container, "--output=json", "--config", "/a b/", "daemon", "--tcp", "127.0.0.1:6001"
    )
    wanted = "<--output=json><--config></a b/><daemon><--tcp><127.0.0.1:6001><--no-receive-stdout>"
    assert said == wanted


def test_its_own_socket_is_opened_only_where_it_is_wanted(container: Path) -> None:
    folder = container / "relay/rpc"
    own = {"SIGNAL_CLI_UID": str(os.getuid()), "SIGNAL_CLI_GID": str(os.getgid())}
    _start(container, RPC="on", **own)
    assert folder.stat().st_mode & 0o777 == 0o700
    # What a crash has left would be taken for a signal-cli that runs.
    (folder / "socket").touch()
    said = _signal_cli(container, "daemon", "--tcp", "127.0.0.1:6001")
    wanted = f"<daemon><--tcp><127.0.0.1:6001><--no-receive-stdout><--socket><{folder}/socket>"
    assert said == wanted
    assert not (folder / "socket").exists()
    assert _signal_cli(container, "version") == "<version>"
    _start(container, RPC="off")
    assert _signal_cli(container, "daemon") == "<daemon><--no-receive-stdout>"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a folder away")
def test_its_own_socket_is_in_a_folder_that_only_the_relays_user_enters(container: Path) -> None:
    _start(container, RPC="on", SIGNAL_CLI_UID="10001", SIGNAL_CLI_GID="10001")
    found = (container / "relay/rpc").stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (10001, 10001, 0o700)


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
    assert _start(container) == f"http://relay:{TOKEN}@{PROXY}/signal/receive"
    (container / "relay/webhook-token").unlink()
    with pytest.raises(subprocess.CalledProcessError):
        _start(container)


def _tcp(*lines: str) -> str:
    """What proc(5) shows of connections, cut down to the columns that are read."""
    return "\n".join(["  sl  local_address rem_address   st tx_queue rx_queue", *lines, ""])


HANDED_ON = f"   0: 1207590A:8A10 1407590A:{PORT:04X} 01 00000000:00000000"
UNREAD = "   1: 0100007F:9C40 0100007F:1771 08 00000000:0000012C"
READ = "   1: 0100007F:9C40 0100007F:1771 08 00000000:00000000"
CALLED = "   2: 1207590A:1F90 1307590A:C350 01 00000000:00000000"


def test_it_ends_once_everything_that_was_received_is_handed_over(container: Path) -> None:
    """Of the proxy and 6001 (1771) nothing may be under way at three looks one after another."""
    log, tools, proc = container / "log", container / "tools", container / "proc"
    (proc / "net").mkdir(parents=True)
    tools.mkdir()
    looks = proc / "looks"
    os.mkfifo(looks)
    os.mkfifo(log)
    _script(tools / "supervisorctl", f'echo "supervisor $*" >>{log}')
    # Between two looks it sleeps; here, until it is told what it sees next.
    _script(tools / "sleep", f"echo asleep >>{log}\ncat {looks} >{proc}/net/tcp")
    (proc / "net/tcp").write_text(_tcp(HANDED_ON))
    _script(
        container / "entrypoint.sh",
        f"{NAMED}\ntrap 'echo ended >>{log}; exit 0' TERM\necho started >>{log}\n"
        "while :; do /bin/sleep 0.02; done",
    )
    started = subprocess.Popen(
        ["sh", ENTRYPOINT],
        env=_environ(container, PATH=f"{tools}:{os.environ['PATH']}", PROC=str(proc)),
    )
    try:
        assert log.read_text() == "started\n"
        started.send_signal(signal.SIGTERM)
        assert log.read_text() == "supervisor stop all\n"
        for seen in ([UNREAD], [], [], [HANDED_ON, READ], [READ], [CALLED], [], []):
            assert log.read_text() == "asleep\n"
            looks.write_text(_tcp(*seen))
        assert log.read_text() == "ended\n"
        assert started.wait(timeout=10) == 0
    finally:
        started.kill()
        started.wait()


def test_it_starts_once_the_proxy_is_there(container: Path) -> None:
    """What it handed over before would be gone."""
    log, tools = container / "log", container / "tools"
    tools.mkdir()
    os.mkfifo(log)
    _script(tools / "sleep", f"echo asleep >>{log}\n/bin/sleep 0.02")
    _script(container / "entrypoint.sh", f"{NAMED}\necho started >>{log}")
    with socket.socket() as proxy:
        proxy.bind(("127.0.0.1", 0))
        started = subprocess.Popen(
            ["sh", ENTRYPOINT],
            env=_environ(
                container,
                PATH=f"{tools}:{os.environ['PATH']}",
                PROXY=f"127.0.0.1:{proxy.getsockname()[1]}",
            ),
        )
        try:
            # Open for writing too: otherwise it ends whenever nobody writes to it.
            with os.fdopen(os.open(log, os.O_RDWR)) as lines:
                assert lines.readline() == "asleep\n"
                proxy.listen()
                while (line := lines.readline()) == "asleep\n":
                    pass
                assert line == "started\n"
            assert started.wait(timeout=10) == 0
        finally:
            started.kill()
            started.wait()


def test_it_ends_as_signal_cli_rest_api_does(container: Path) -> None:
    _script(container / "entrypoint.sh", f"{NAMED}\nexit 7")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        _start(container)
    assert failed.value.returncode == 7


def test_the_data_of_signal_cli_is_nobody_elses(container: Path) -> None:
    data = container / "home/.local/share/signal-cli"
    data.mkdir(parents=True, mode=0o755)
    _start(container)
    assert data.stat().st_mode & 0o777 == 0o700


def _rootless(container: Path) -> None:
    """As upstream's branch `rootless_s6` has it (Dockerfile, s6-services): /init, no supervisor."""
    (container / "entrypoint.sh").unlink()
    (container / "usr/bin/supervisorctl").unlink()
    _script(container / "init", "touch started")


def _without_supervisor(container: Path) -> None:
    _script(container / "entrypoint.sh", "touch started; exec signal-cli-rest-api")


def _no_link(container: Path) -> None:
    (container / "usr/bin/signal-cli").unlink()


def _no_helper(container: Path) -> None:
    (container / "usr/bin/jsonrpc2-helper").unlink()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_rootless, "it has no /entrypoint.sh"),
        (_without_supervisor, "its /entrypoint.sh starts no jsonrpc2-helper"),
        (_no_link, "/usr/bin/signal-cli is not the link that is expected"),
        (_no_helper, "it has no /usr/bin/jsonrpc2-helper"),
    ],
)
def test_what_is_laid_out_in_another_way_is_refused_and_says_why(
    container: Path, change: Callable[[Path], None], reason: str
) -> None:
    """It would write every message into a log that nobody expects."""
    _script(container / "entrypoint.sh", f"{NAMED}\ntouch {container}/started")
    change(container)
    _is_refused(container, reason)


def test_another_mode_is_refused(container: Path) -> None:
    """`json-rpc-native` runs another program, which is not told to print nothing."""
    _script(container / "entrypoint.sh", f"{NAMED}\ntouch {container}/started")
    _is_refused(container, "MODE is not json-rpc", MODE="json-rpc-native")


def _is_refused(container: Path, reason: str, **environ: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        _start(container, **environ)
    assert failed.value.returncode == 78
    said = failed.value.stderr
    assert said.startswith(f"signal-cli-rest-api was not started: {reason}.")
    assert "docker compose up -d signal" in said
    assert not (container / "started").exists()
    assert not (container / "usr/bin/signal-cli-itself").exists()
