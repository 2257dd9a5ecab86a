"""The images that compose.yaml names, without an image registry: ours, and three others."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from containers.engine import KEPT, ROOT, CommandFailed, Engine, run

HERE = Path(__file__).parent
BASE = "localhost/relay-base:bookworm"
RELAY = "branch-relay:local"
NAMES = {
    "haproxy": "haproxy:3.0",
    "caddy": "caddy:2",
    "signal": "bbernhard/signal-cli-rest-api:0.100",
}
"""The folder with its Containerfile: the name under which compose.yaml asks for it."""
_ENVIRON = {"BUILDAH_ISOLATION": "chroot", "STORAGE_DRIVER": "vfs"}
_OURS = ("pyproject.toml", "README.md", "LICENSE", "relay", "handlers", "config", "deploy/image")


async def load(engine: Engine) -> dict[str, str]:
    """Build what has changed since the last time, and hand all of it to the engine.

    Returns:
        For each image whether it was built now or kept.

    Raises:
        CommandFailed: an image cannot be built.
    """
    how = {RELAY: await _kept(RELAY, _OURS, [ROOT / "deploy/image/build.sh", RELAY])}
    await _loaded(engine, RELAY)
    for folder, name in NAMES.items():
        build = ["buildah", "bud", "--quiet", "--pull-never", "--build-arg", f"BASE={BASE}"]
        for shared in _shared():
            build += ["--volume", shared]
        build += ["-f", str(HERE / folder / "Containerfile"), "-t", name, str(HERE / folder)]
        how[name] = await _kept(name, (f"tests/containers/{folder}",), build)
        await _loaded(engine, name)
    return how


async def _loaded(engine: Engine, name: str) -> None:
    """Hand an archive to the engine, unless it is the one that it was given last."""
    archive = _archive(name)
    wanted, given = archive.with_suffix(".inputs").read_text(), archive.with_suffix(".given")
    kept = f"kept/{name}"
    if given.exists() and given.read_text() == wanted:
        code, _ = await run("docker", "tag", kept, name, environ=engine.environ)
        if code == 0:
            return
    await engine.docker("load", "--input", archive)
    await engine.docker("tag", name, kept)
    given.write_text(wanted)


async def _kept(name: str, inputs: tuple[str, ...], build: list[str | Path]) -> str:
    archive, wanted = _archive(name), _digest(inputs)
    stamp = archive.with_suffix(".inputs")
    if archive.exists() and stamp.exists() and stamp.read_text() == wanted:
        return "kept"
    await _do(*build)
    archive.unlink(missing_ok=True)
    await _do("buildah", "push", "--quiet", f"localhost/{name}", f"docker-archive:{archive}:{name}")
    stamp.write_text(wanted)
    return "built"


async def _do(*words: str | Path) -> None:
    code, said = await run(*words, cwd=ROOT, environ=_ENVIRON, within=1800)
    if code:
        raise CommandFailed(f"{' '.join(map(str, words))}\n{said[-3000:]}")


def _shared() -> Iterator[str]:
    """What this machine reaches its package mirrors with; see deploy/image/build.sh."""
    yield f"{ROOT / 'var/image/certs'}:/etc/ssl/certs"
    for file in ("/etc/apt/sources.list.d", "/etc/apt/apt.conf.d"):
        if Path(file).exists():
            yield f"{file}:{file}:ro"


def _archive(name: str) -> Path:
    return KEPT / f"{name.replace('/', '+').replace(':', '+')}.tar"


def _digest(inputs: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for start in inputs:
        place = ROOT / start
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
