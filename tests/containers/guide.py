"""The commands of the three guides for hosts, in their order, and which are not carried out here.

Whatever a guide tells a host with containers to type is carried out as it stands there, in the
guide's order (`walk`). What is not stands in NOT_PLAYED, with the reason. What belongs to the way
without containers is told apart by what only that way has (`_SYSTEMD`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guides import guide

GUIDES = ("host.md", "upgrade.md", "backup.md")
SOURCE = "/opt/branch-relay"
"""Where the guides have the relay's source; here it is in a folder that is thrown away."""
NEWER_API = "docker compose pull signal"
AS_IN_HOST = "the same as with containers in host.md, where it is carried out"
SERVER = "about the server's own Debian, with containers or without"
_GENERAL = (
    "relay restore relay-20261122T033000Z.backup --identity relay-backup-key.txt"
    " --to /srv/branch-relay"
)
NOT_PLAYED = {
    ("host.md", "apt-get update"): SERVER,
    ("host.md", "apt-get install unattended-upgrades"): SERVER,
    ("host.md", "dpkg-reconfigure --priority=low unattended-upgrades"): SERVER,
    ("host.md", "docker compose kill"): "said so that nobody does it",
    ("upgrade.md", NEWER_API): "wants an image registry; here the image gets a second tag instead",
    ("backup.md", "relay check --config relay.toml"): AS_IN_HOST,
    ("backup.md", "relay reload --config relay.toml"): AS_IN_HOST,
    ("backup.md", "relay backup --config relay.toml"): AS_IN_HOST,
    ("backup.md", "relay backup signer --config relay.toml"): AS_IN_HOST,
    (
        "backup.md",
        'rclone sync --exclude ".*" /var/lib/branch-relay/backups elsewhere:relay',
    ): "wants another computer; here the files are copied",
    ("backup.md", _GENERAL): "the general form; the one for containers is carried out",
}
_SYSTEMD = re.compile(r"systemctl|systemd|/var/lib/branch-relay|/etc/branch-relay|/usr/local/bin")
_BLOCK = re.compile(
    r"^```(?P<kind>\w+)\n(?P<block>(?:.*\n)*?)```$"
    r"|^ {4,}(?P<indented>\S.*)$"
    r"|`(?P<span>docker (?!compose`)[^`\n]+)`",
    re.MULTILINE,
)
_PROGRAM = re.compile(r"(age-keygen|relay|rclone|docker|cd|chmod|chown|cp|install|mv|rm) ")


@dataclass(frozen=True)
class Command:
    """One thing that a guide tells a host to do.

    Args:
        guide: the file it stands in.
        text: the line as it stands there, without its comment; or the lines for the settings.
        kind: whether it is typed, or written into the settings.
    """

    guide: str
    text: str
    kind: Literal["sh", "toml"] = "sh"

    @property
    def line(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0]

    @property
    def short(self) -> str:
        """As it stands in the table."""
        return self.line[:90]

    @property
    def reason(self) -> str | None:
        """Why it is not carried out here; None if it is."""
        return NOT_PLAYED.get((self.guide, self.text))


def commands(name: str) -> Iterator[Command]:
    """Yield what a guide tells a host with containers to do, in its order."""
    yield from commands_in(name, guide(name))


def commands_in(name: str, text: str) -> Iterator[Command]:
    """Yield the same of a text that stands in a guide."""
    for found in _BLOCK.finditer(text):
        if found["kind"] == "toml":
            yield Command(name, found["block"], "toml")
        elif found["kind"] == "sh":
            yield from _of_block(name, found["block"])
        elif found["span"]:
            yield Command(name, found["span"])
        elif found["indented"] and _PROGRAM.match(found["indented"]):
            yield Command(name, found["indented"])


def _of_block(name: str, block: str) -> Iterator[Command]:
    """The lines of a block, unless it is one for the way without containers."""
    lines = (re.split(r"\s{2,}#\s*", line) for line in block.splitlines() if line.strip())
    ours = [line for line, *comment in lines if comment != ["with systemd"]]
    if any(_SYSTEMD.search(line) for line in ours):
        return
    yield from (Command(name, line) for line in ours)
