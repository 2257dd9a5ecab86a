"""What is read of an invitation, in short: for tests of the reader."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from relay.meetings.reading import Reading, read_invitation

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
"""A Friday."""


def read(text: str) -> Reading:
    return read_invitation(text, now=NOW, zone=LONDON)


def start(text: str) -> str:
    found = read(text).start
    return "" if found is None else f"{found:%Y-%m-%d %H:%M}"


def end(text: str) -> str:
    found = read(text).end
    return "" if found is None else f"{found:%Y-%m-%d %H:%M}"


def asks(text: str) -> list[str]:
    return [ask.reason for ask in read(text).asks]


def place(text: str) -> str:
    found = read(text).place
    return "" if found is None else found.words
