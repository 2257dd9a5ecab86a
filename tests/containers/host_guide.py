"""docs/host.md: from an empty folder to a branch that writes and is backed up."""

import io

from PIL import Image

from containers import backup_guide, setting_up
from containers.branch import ALWAYS, PAGES, SIGNAL_DATA, SIGNAL_FILE
from containers.conversations import Known, announce, board, report
from containers.engine import CommandFailed
from containers.guide import Command
from containers.images import NAMES
from containers.walk import Chapter, Walk

_ANNOUNCED = "Hello, this is the new announcement group."
_CONFIG = "--config /relay/settings/relay.toml"
_CHECK_AGAIN = f"docker compose run --rm setup setup {_CONFIG} --step check"
_PING = "http://127.0.0.1:9/"
_MAKE_FOLDERS = "install -d -m 700 -o 10001 -g 10001 settings data data/relay data/signal backups"


async def _make_folders(walk: Walk, command: Command) -> None:
    """The store gets a small disk of its own, so that it can become full."""
    await walk.type(command)
    await walk.branch.small_disk()
    await walk.outside.serve_in(walk.branch.folder / "signal")


async def _start_signal(walk: Walk, command: Command) -> None:
    """signal-cli then has data, which backups take along."""
    await walk.type(command)
    await walk.branch.calls_answered()
    walk.branch.put(SIGNAL_FILE, SIGNAL_DATA)


async def _remove_old_container(walk: Walk, command: Command) -> None:
    """Somebody ran signal-cli-rest-api before."""
    docker = walk.branch.engine.docker
    await docker("create", "--name", "OLD-CONTAINER", NAMES["signal"])
    await walk.type(command)
    left = await docker("ps", "--all", "--format={{.Names}}")
    walk.trial.expect("the old container is gone", "OLD-CONTAINER" not in left)


async def _set_up(walk: Walk, command: Command) -> None:
    """The whole conversation, from a number that is not registered to a look at everything."""
    walk.branch.put("settings/branch.png", _picture())
    signal = walk.outside.signal
    code, shown = await setting_up.set_up(walk.branch, command.text, signal, walk.people)
    walk.trial.expect(command.short, code == 0, f"{command.guide}, in a terminal")
    if code:
        raise CommandFailed(shown[-3000:])
    walk.people.member.join(board(signal))


def _picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (640, 640), "navy").save(made, "PNG")
    return made.getvalue()


async def _stop_for_a_step(walk: Walk, command: Command) -> None:
    """A step is done again: not beside a relay that runs, but once it is stopped."""
    await walk.branch.type("docker compose up -d")
    await walk.branch.well()
    try:
        said = await walk.branch.type(_CHECK_AGAIN)
    except CommandFailed as failed:
        said = str(failed)
    in_use = "Address already in use" in said
    walk.trial.expect("setup beside a running relay: Address already in use", in_use)
    await walk.type(command)
    await walk.type(Command(command.guide, _CHECK_AGAIN))


async def _start(walk: Walk, command: Command) -> None:
    """The first time, people then write to it; the second time, the pages run too."""
    await walk.type(command)
    await walk.branch.well()
    if walk.known is None:
        group = board(walk.outside.signal)
        await announce(walk.trial, _ANNOUNCED, walk.people, group)
        case = await report(walk.trial, walk.people.member, walk.people.officer)
        walk.known = Known(group, _ANNOUNCED, case)
        return
    running = set((await walk.branch.compose("ps", "--services")).split())
    walk.trial.expect("everything runs", running == {*ALWAYS, *PAGES}, " ".join(sorted(running)))


async def _back_up(walk: Walk, command: Command) -> None:
    await walk.type(command)
    made = len(backup_guide.dated(walk.branch))
    walk.trial.expect("a backup lies in deploy/backups", made > 0, f"{made}")


async def _paste_secret(walk: Walk, command: Command) -> None:
    """The address is pasted, then Enter and Ctrl-D."""
    terminal = walk.branch.terminal(command.text)
    try:
        code = await terminal.paste(_PING)
    finally:
        terminal.close()
    secret = walk.branch.folder / "settings/secrets/RELAY_WATCH_PING_URL"
    kept = secret.read_text() == f"{_PING}\n" and secret.stat().st_mode & 0o777 == 0o600
    walk.trial.expect(command.short, code == 0 and kept, f"{command.guide}, in a terminal")


CHAPTER = Chapter(
    "host.md",
    {
        _MAKE_FOLDERS: _make_folders,
        "docker compose up -d --no-deps signal proxy": _start_signal,
        "docker rm -f OLD-CONTAINER": _remove_old_container,
        "docker compose run --rm setup": _set_up,
        "docker compose stop relay": _stop_for_a_step,
        "docker compose up -d": _start,
        "[backup]": backup_guide.fill_in,
        f"docker compose exec relay relay backup {_CONFIG}": _back_up,
        f"docker compose exec relay relay backup signer {_CONFIG}": backup_guide.note_signer,
        "install -m 600 -o 10001 -g 10001 /dev/stdin settings/secrets/RELAY_WATCH_PING_URL": (
            _paste_secret
        ),
    },
)
