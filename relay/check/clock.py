"""Does this computer know what time it is?

Signal's side refuses what comes from the wrong time, certificates seem to have ended, and reminders
come at the wrong hour. Every web server says what time it thinks it is (RFC 9110, section 6.6.1).
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp

from relay.check.findings import Finding, Report
from relay.destinations.registry import accounts
from relay.settings import Settings

MOST = timedelta(seconds=60)
"""How far off a clock may be. It says the second, and its answer has taken a moment."""

WHERE = "clock"
_TIMEOUT = aiohttp.ClientTimeout(total=10)


async def check_clock(
    report: Report,
    settings: Settings,
    now: Callable[[], datetime],
    signal_ahead: timedelta = timedelta(),
) -> Finding:
    """Compare this computer's clock with Signal's, and with the servers that the settings name.

    The API server is none of them: it is most often on this same computer.

    Args:
        report: makes the finding.
        settings: name the servers.
        now: this computer's clock, aware.
        signal_ahead: by how much Signal's servers were ahead when the last message came.
    """
    if signal_ahead > MOST:
        return judged(report, [signal_ahead])
    servers = {kind.server(account.table) for _, kind, account in accounts(settings)}
    if settings.web.public_url is not None:
        servers.add(settings.web.public_url)
    offsets = [one for server in sorted(servers) if (one := await _offset(server, now)) is not None]
    return judged(report, offsets)


def judged(report: Report, offsets: Iterable[timedelta]) -> Finding:
    """Say how the clock is; the server that is nearest to us counts, others may be off themselves.

    Args:
        report: makes the finding.
        offsets: by how much each server's clock is ahead of ours.
    """
    nearest = min(offsets, key=abs, default=None)
    if nearest is None:
        return report.note(WHERE, "check-clock-unknown")
    if abs(nearest) <= MOST:
        return report.ok(WHERE, "check-clock-fine")
    seconds = round(abs(nearest).total_seconds())
    side = "slow" if nearest > timedelta() else "fast"
    return report.problem(WHERE, "check-clock-off", seconds=seconds, side=side)


async def _offset(server: str, now: Callable[[], datetime]) -> timedelta | None:
    try:
        async with (
            # A clock that is far off makes every certificate seem to have ended. Nothing is sent
            # or read but the time, so that the time can be asked for all the same.
            aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session,
            session.head(server, allow_redirects=False, ssl=False) as answer,
        ):
            told = parsedate_to_datetime(answer.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) - now()
