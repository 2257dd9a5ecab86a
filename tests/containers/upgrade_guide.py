"""docs/upgrade.md: another version with other files, and the way back."""

from containers.branch import until
from containers.conversations import answered
from containers.engine import CommandFailed
from containers.guide import NEWER_API, Command
from containers.images import NAMES
from containers.source import MOUNTED, NEXT
from containers.walk import Chapter, Rush, Walk

_NEWER = "0.101"
_REFUSED = "So it would keep a copy of every message."
_OLD_NAME = "--project-name=deploy"


async def _pull(walk: Walk, command: Command) -> None:
    """There is a next version, in which every file that is mounted is another one."""
    await walk.source.next_version()
    await walk.type(command)


async def _updated(walk: Walk) -> None:
    version = await _version(walk)
    walk.trial.expect("the relay runs from the new image", NEXT in version, version)
    for service in MOUNTED:
        await _has_new_file(walk, service)


async def _version(walk: Walk) -> str:
    said = await walk.branch.compose("exec", "-T", "relay", "relay", "--version")
    return said.strip()


async def _has_new_file(walk: Walk, service: str) -> None:
    file, mounted = MOUNTED[service]
    seen = await walk.branch.compose("exec", "-T", service, "cat", mounted)
    new = (walk.branch.source / file).read_text(encoding="utf-8")
    walk.trial.expect(f"{service} has the new {file}", seen == new)


async def _look(walk: Walk, command: Command) -> None:
    """Under which names the containers run."""
    said = await walk.type(command)
    walk.trial.expect("docker ps shows the names", "branch-relay-relay-1" in said)


async def _leave_old_name(walk: Walk, command: Command) -> None:
    """The containers run under the name that the project had once."""
    docker = walk.branch.engine.docker
    await walk.branch.compose("--profile=*", "down")
    await walk.branch.compose(_OLD_NAME, "up", "-d")
    before = await docker("ps", "--format={{.Names}}")
    await walk.type(command)
    after = await docker("ps", "--all", "--format={{.Names}}")
    gone = "deploy-relay-1" in before and "deploy-" not in after
    walk.trial.expect("the containers called deploy-… are gone", gone)


async def _close_folders(walk: Walk, command: Command) -> None:
    """What was there before is there under the new name."""
    await walk.type(command)
    await walk.branch.type("docker compose up -d --force-recreate")
    await walk.branch.well()


async def _name_newer(walk: Walk, _command: Command) -> None:
    """In place of a pull: the same image under the name of another version."""
    name = NAMES["signal"].rpartition(":")[0]
    await walk.branch.engine.docker("tag", NAMES["signal"], f"{name}:{_NEWER}")
    walk.branch.add_to_env(f"SIGNAL_API_VERSION={_NEWER}")


async def _is_newer(walk: Walk) -> None:
    image = await walk.branch.inspect("signal", "{{.Config.Image}}")
    walk.trial.expect("signal runs from the version in .env", image.endswith(_NEWER), image)
    walk.branch.take_from_env("SIGNAL_API_VERSION")


async def _logs(walk: Walk, command: Command) -> None:
    """And another version, which is built in another way: it is not started, and that is said."""
    await walk.type(command)
    branch = walk.branch
    branch.add_to_env(f"SIGNAL_API_VERSION={NAMES['rootless'].rpartition(':')[2]}")
    await branch.type("docker compose stop signal")
    await branch.type("docker compose up -d signal")

    async def said() -> None:
        if _REFUSED not in await branch.type(command.text):
            raise CommandFailed(f"{_REFUSED!r} is not said")

    await until(said, within=60)
    walk.trial.expect("a version that is built in another way is refused", held=True)
    branch.take_from_env("SIGNAL_API_VERSION")
    await branch.type("docker compose up -d signal")
    await answered(walk.trial, "after it, help is answered", walk.people.member)


async def _change_proxy(walk: Walk) -> None:
    await walk.source.another_proxy()
    await walk.branch.type("git pull")


async def _proxy_changed(walk: Walk) -> None:
    await _has_new_file(walk, "proxy")


async def _check(walk: Walk, command: Command) -> None:
    """And then: send `help` to the bot."""
    await walk.type(command)
    await answered(walk.trial, "after it, help is answered", walk.people.member)


async def _go_back(walk: Walk, command: Command) -> None:
    """The version from before runs for a while, as “Going back” says."""
    await walk.type(command)
    for line in ("RELAY_VERSION=before", None):
        if line:
            walk.branch.add_to_env(line)
        else:
            walk.branch.take_from_env("RELAY_VERSION")
        await walk.branch.type("docker compose up -d")
        await walk.branch.well()
        version = await _version(walk)
        wanted = "the version from before" if line else "the new one"
        walk.trial.expect(f"going back: {wanted} runs", (NEXT in version) is not bool(line))


CHAPTER = Chapter(
    "upgrade.md",
    {
        "git pull": _pull,
        "docker ps": _look,
        "docker compose --project-name=deploy --profile=pages down": _leave_old_name,
        "chmod 700 data data/relay data/signal": _close_folders,
        NEWER_API: _name_newer,
        "docker compose logs --tail=20 signal": _logs,
        "docker compose exec relay relay check --config /relay/settings/relay.toml": _check,
        "docker compose stop relay": _go_back,
    },
    (
        Rush(
            "updated as docs/upgrade.md says",
            ("docker compose stop signal", "docker compose up -d --force-recreate"),
            after=_updated,
        ),
        Rush(
            "signal stopped, and started from another version",
            ("docker compose stop signal", "docker compose up -d signal"),
            after=_is_newer,
        ),
        Rush(
            "proxy reloaded",
            ("docker compose exec proxy sh -c 'kill -USR2 1'",),
            before=_change_proxy,
            after=_proxy_changed,
        ),
        Rush("compose stop, then up -d", ("docker compose stop", "docker compose up -d")),
    ),
)
