"""Where a host fetches the relay's source from: this folder as it is, then a next version."""

import hashlib
import re
from pathlib import Path

from containers.engine import ROOT, CommandFailed, run

MOUNTED = {
    "signal": ("deploy/signal/entrypoint.sh", "/relay/start/entrypoint.sh"),
    "proxy": ("deploy/proxy/haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg"),
    "pages": ("deploy/pages/haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg"),
    "caddy": ("deploy/caddy/Caddyfile", "/etc/caddy/Caddyfile"),
}
"""Each service's mounted file: where it is in the source, and where in the container."""
NEXT = "99.0.0"
"""The version of the relay that comes with an update."""
_AUTHOR = ("-c", "user.name=Branch Relay", "-c", "user.email=relay@example.org")


class Source:
    """A git repository that hosts clone and pull from.

    Args:
        folder: where it is made; must not exist yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def make(self) -> None:
        """Take every file of this folder that git keeps or would keep, as it is now.

        Raises:
            CommandFailed: this folder is no clone.
        """
        listed = await _git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).exists():
                copy = self.folder / name
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes((ROOT / name).read_bytes())
                copy.chmod((ROOT / name).stat().st_mode & 0o777)
        await _git("init", "--quiet", "--initial-branch=main", cwd=self.folder)
        await self._commit("As it is now")

    async def clone(self, folder: Path) -> None:
        """Fetch it, as a host does."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        await _git("clone", "--quiet", str(self.folder), str(folder), cwd=self.folder)

    async def next_version(self) -> None:
        """Make the next version: another relay, and every mounted file changed."""
        compose = self.folder / "deploy/compose.yaml"
        text = compose.read_text(encoding="utf-8")
        for file, _ in MOUNTED.values():
            before = (self.folder / file).read_bytes()
            after = before + b"# The next version.\n"
            (self.folder / file).write_bytes(after)
            text = text.replace(_label(before), _label(after))
        compose.write_text(text, encoding="utf-8")
        package = self.folder / "relay/__init__.py"
        package.write_text(
            re.sub(r'(?m)^__version__ = ".*"$', f'__version__ = "{NEXT}"', package.read_text())
        )
        await self._commit("The next version")

    async def another_proxy(self) -> None:
        """Make one more version, in which only the proxy's file has changed."""
        with (self.folder / MOUNTED["proxy"][0]).open("ab") as file:
            file.write(b"# One more.\n")
        await self._commit("Change the proxy")

    async def _commit(self, subject: str) -> None:
        await _git("add", "--all", cwd=self.folder)
        await _git(*_AUTHOR, "commit", "--quiet", "--message", subject, cwd=self.folder)


def _label(content: bytes) -> str:
    """How compose.yaml names what a file holds."""
    return hashlib.sha256(content).hexdigest()[:16]


async def _git(*words: str, cwd: Path = ROOT) -> str:
    code, said = await run("git", *words, cwd=cwd)
    if code:
        raise CommandFailed(f"git {' '.join(words)}\n{said}")
    return said
