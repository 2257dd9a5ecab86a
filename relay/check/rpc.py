"""Can signal-cli itself be reached, by nobody else, and what can the release that is there do?"""

import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.schema.values import Address, is_this_computer
from relay.settings import Settings
from relay.signal.client import SignalClient
from relay.signal.direct import DELETES_OTHERS, FETCHES, REMOVES_WHOM_IT_BANS, parsed_release
from relay.signal.errors import SignalApiError

WHERE = "signal.rpc"

_LIMITS = (
    (DELETES_OTHERS, "check-rpc-deletes-nothing"),
    (REMOVES_WHOM_IT_BANS, "check-rpc-removes-nobody"),
    (FETCHES, "check-rpc-fetches-nothing"),
)
"""From which release on something works, and what is said before."""


async def check_rpc(
    report: Report, settings: Settings, client: SignalClient
) -> AsyncIterator[Finding]:
    """Look at `[signal] rpc`, if there is one; also while a relay uses it.

    Args:
        report: makes the findings.
        settings: complete and valid.
        client: knows the address.
    """
    address = settings.signal.rpc
    if address is None or client.direct is None:
        return
    for finding in _reached_by(report, address):
        yield finding
    try:
        version = await client.direct.version()
    except SignalApiError as error:
        yield report.problem(WHERE, "check-rpc-unreachable", reason=str(error))
        return
    for finding in _release(report, version):
        yield finding
    yield report.note(WHERE, "check-rpc-untried")


def _reached_by(report: Report, address: Address | Path) -> Iterator[Finding]:
    """Whoever reaches it is the branch: it asks for no password."""
    if isinstance(address, Address):
        if is_this_computer(address.host):
            yield report.note(WHERE, "check-rpc-all-programs")
        else:
            yield report.problem(WHERE, "check-rpc-not-here")
    elif _others_reach(address):
        yield report.problem(WHERE, "check-rpc-others", path=str(address))


def _others_reach(path: Path) -> bool:
    """Whether other users may write to a socket, which is what lets them connect (unix(7))."""
    try:
        if not path.stat().st_mode & stat.S_IWOTH:
            return False
        return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.parents)
    except OSError:
        # It is not there, or not for this user to see; that it cannot be reached is told.
        return False


def _release(report: Report, version: str) -> Iterator[Finding]:
    number = parsed_release(version)
    if number is None:
        yield report.note(WHERE, "check-rpc-unknown-release")
        return
    named = _written(number)
    yield report.ok(WHERE, "check-rpc-fine", version=named)
    for first, message in _LIMITS:
        if number < first:
            yield report.problem(WHERE, message, version=named, needed=_written(first))


def _written(release: tuple[int, ...]) -> str:
    return ".".join(map(str, release))
