"""Is the program that speaks with Signal too old, and what does not work with this release of it?

Signal's own apps end about 90 days after they were made, and then its servers may change in ways
that older ones do not understand; signal-cli says of itself that releases older than three months
may not work (https://github.com/AsamK/signal-cli#signal-cli). signal-cli-rest-api brings a
signal-cli with it and tells only its own version, so that is what is looked at.

What each release does otherwise is recorded in tests/wire.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from relay.check.findings import Finding, Report

LIFE = timedelta(days=90)

RELEASED = {
    (0, 92): date(2025, 3, 4),
    (0, 93): date(2025, 5, 26),
    (0, 94): date(2025, 7, 25),
    (0, 95): date(2025, 9, 30),
    (0, 96): date(2025, 11, 24),
    (0, 97): date(2026, 1, 25),
    (0, 98): date(2026, 3, 8),
    (0, 99): date(2026, 4, 26),
    (0, 100): date(2026, 6, 11),
}
"""When versions of signal-cli-rest-api were released: its tags at
https://github.com/bbernhard/signal-cli-rest-api/tags. Add the newest with every release."""

SUPPORTED = (0, 99)
"""The first release with which everything that the relay promises works."""

_OLDEST_TRIED = (0, 97)

_LIMITS: tuple[tuple[tuple[int, int], str], ...] = (
    ((0, 98), "check-release-loses-errors"),
    ((0, 97), "check-release-never-reconnects"),
    ((0, 97), "check-release-no-permissions"),
)
"""What does not work, and up to which release."""

_NAMES_NOBODY_UP_TO = (0, 100)

_WHERE = "signal.api_url"


def check_version(report: Report, version: str, today: date) -> Finding:
    """Say whether a version is too old.

    One that a newer one has followed is a problem once its time is over. The newest that is known
    here is only a note, for this program may be as old and not know of a newer one.

    Args:
        report: makes the finding.
        version: such as `0.100` or `0.100-dev`.
        today: the day.
    """
    number = parsed(version)
    if number is None:
        return report.note(_WHERE, "check-version-unknown")
    newest = max(RELEASED)
    if number > newest:
        return report.ok(_WHERE, "check-version-fine", version=version)
    known = RELEASED.get(number)
    days = 0 if known is None else (today - known).days
    if known is not None and days <= LIFE.days:
        return report.ok(_WHERE, "check-version-fine", version=version)
    newer = ".".join(map(str, newest))
    if number == newest:
        return report.note(_WHERE, "check-version-old", version=version, days=days)
    return report.problem(_WHERE, "check-version-too-old", version=version, newer=newer)


def check_release(report: Report, version: str) -> Iterator[Finding]:
    """Say what does not work with a release, whatever its age.

    Args:
        report: makes the findings.
        version: such as `0.100`; nothing is said where it cannot be read.
    """
    number = parsed(version)
    if number is None:
        return
    args = {
        "version": version,
        "supported": ".".join(map(str, SUPPORTED)),
        "newest": ".".join(map(str, max(RELEASED))),
        "silent": ".".join(map(str, _NAMES_NOBODY_UP_TO)),
    }
    if number < _OLDEST_TRIED:
        yield report.problem(_WHERE, "check-release-untested", **args)
    for last, message in _LIMITS:
        if _OLDEST_TRIED <= number <= last:
            yield report.problem(_WHERE, message, **args)
    if _OLDEST_TRIED <= number <= _NAMES_NOBODY_UP_TO:
        yield report.note(_WHERE, "check-release-names-nobody", **args)


def parsed(version: str) -> tuple[int, int] | None:
    """Return the two numbers that a version begins with, or None if there are none."""
    major, _, rest = version.removeprefix("v").partition(".")
    minor = rest.partition("-")[0].partition(".")[0]
    if not (major.isdecimal() and minor.isdecimal() and len(major) + len(minor) < 10):
        return None
    return int(major), int(minor)
