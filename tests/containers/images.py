"""The images that compose.yaml names, without an image registry: a Debian, and three made from it.

The relay's own is built by `docker compose build`, as the guides say.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from containers.engine import ROOT, CommandFailed, Engine, run
from containers.trial import Trial

HERE = Path(__file__).parent
BARE = "bare-debian:bookworm"
DEBIAN = "debian:bookworm-slim"
"""What deploy/image/Containerfile begins with."""
NAMES = {
    "haproxy": "haproxy:3.0",
    "caddy": "caddy:2",
    "signal": "bbernhard/signal-cli-rest-api:0.100",
    "rootless": "bbernhard/signal-cli-rest-api:0.101-rootless",
}
"""The folder with its Containerfile: the name under which compose.yaml asks for it."""
_OF_THIS_MACHINE = (
    "/etc/apt/sources.list.d",
    "/etc/apt/apt.conf.d",
    "/etc/pip.conf",
    "/usr/local/share/ca-certificates",
)
"""What this machine reaches its package mirrors with; images that are built need it too."""


async def make(trial: Trial, engine: Engine, folder: Path) -> None:
    """Make what compose.yaml does not build; what has not changed is kept from the last time.

    Args:
        trial: where it is noted.
        engine: which gets the images.
        folder: for what is copied into them.

    Raises:
        CommandFailed: an image cannot be made.
    """
    code, said = await run(ROOT / "deploy/image/base.sh", within=1800)
    if code:
        raise CommandFailed(f"base.sh\n{said[-3000:]}")
    if (await run("docker", "image", "inspect", BARE, environ=engine.environ))[0]:
        await engine.docker("import", ROOT / "var/image/bookworm.tar", BARE)
    setup = folder / "debian"
    copied = list(_copied(setup / "root"))
    lines = [f"FROM {BARE}", "COPY root /", "RUN update-ca-certificates"]
    (setup / "Containerfile").write_text("\n".join(lines) + "\n")
    await _build(trial, engine, setup, DEBIAN, f"with {len(copied)} places of this machine's")
    for name, image in NAMES.items():
        await _build(trial, engine, HERE / name, image, "a stand-in")


async def _build(trial: Trial, engine: Engine, folder: Path, name: str, words: str) -> None:
    file = folder / "Containerfile"
    code, said = await run(
        *("docker", "build", "--file", file, "--tag", name, folder),
        # Without this it looks for a plugin; Compose, which builds the relay, has it inside.
        environ={**engine.environ, "DOCKER_BUILDKIT": "0"},
        within=1800,
    )
    if code:
        raise CommandFailed(f"docker build {name}\n{said[-3000:]}")
    trial.expect(f"image {name}", held=True, words=words)


def _copied(root: Path) -> Iterator[str]:
    """Copy what this machine is set up with, so that ca-certificates and apt find it."""
    for name in _OF_THIS_MACHINE:
        source, target = Path(name), root / name.removeprefix("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
            yield name
        elif source.exists():
            shutil.copy(source, target)
            yield name
