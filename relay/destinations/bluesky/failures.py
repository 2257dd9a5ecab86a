"""What Bluesky's refusals mean to a delivery lane.

Only the status and the short error name of an answer are passed on: its message may quote what was
sent.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from relay.delivery.errors import (
    DeliveryDelayed,
    DeliveryError,
    DeliveryRefused,
    LaneBlocked,
)
from relay.fetching.retry_after import LONGEST_WAIT, retry_after

if TYPE_CHECKING:
    from atproto_client.exceptions import RequestErrorBase

UNREACHABLE_RETRY = timedelta(minutes=1)
RATE_LIMIT_RETRY = timedelta(minutes=5)
LONGEST_RATE_LIMIT = LONGEST_WAIT
"""Bluesky's longest window."""

_STALE = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing", "BadJwt"})


def error_name(problem: "RequestErrorBase") -> str:
    """Return the short name an XRPC error carries, or an empty string."""
    content = None if problem.response is None else problem.response.content
    return str(getattr(content, "error", None) or "")


def status_of(problem: "RequestErrorBase") -> int | None:
    """Return the HTTP status of a failed call, or None where no answer came."""
    return None if problem.response is None else int(problem.response.status_code)


def is_stale_session(problem: "RequestErrorBase") -> bool:
    """Say whether the call failed only because the session's token is no longer taken."""
    return status_of(problem) == 401 or (
        status_of(problem) == 400 and error_name(problem) in _STALE
    )


def delivery_error(problem: Exception, now: datetime) -> DeliveryError:
    """Say what a failed call means for the delivery.

    Args:
        problem: what `atproto` or `httpx` raised.
        now: this moment, aware.
    """
    import httpx
    from atproto_client.exceptions import RequestErrorBase

    kind = type(problem).__name__
    if isinstance(problem, httpx.HTTPError):
        return _unreachable(kind, now)
    if not isinstance(problem, RequestErrorBase):
        return DeliveryDelayed(f"an answer that cannot be read: {kind}")
    status = status_of(problem)
    if problem.response is None or status is None:
        return _unreachable(kind, now)
    reason = f"Bluesky answered {status} {error_name(problem)}".rstrip()
    if status == 429:
        return LaneBlocked("rate_limited", reason, retry_at=retry_at(problem.response.headers, now))
    if status in {401, 403} or error_name(problem).startswith("Account"):
        return LaneBlocked("signed_out", reason)
    if status >= 500 or status in {408, 409, 425}:
        return DeliveryDelayed(reason)
    return DeliveryRefused(reason)


def retry_at(headers: Mapping[str, Any], now: datetime) -> datetime:
    """Return when a rate limit lets the next call through.

    Args:
        headers: of the answer, names in small letters: `retry-after` (seconds) or
            `ratelimit-reset` (seconds since 1970).
        now: this moment, aware.
    """
    asked = retry_after(headers.get("retry-after"), now) or reset_of(headers)
    return max(now, min(asked or now + RATE_LIMIT_RETRY, now + LONGEST_RATE_LIMIT))


def reset_of(headers: Mapping[str, Any]) -> datetime | None:
    """Return when the current window of a rate limit ends (UTC), if the answer says so."""
    seconds = _number(headers.get("ratelimit-reset"))
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def remaining_of(headers: Mapping[str, Any]) -> int | None:
    """Return how many calls the current window still allows, if the answer says so."""
    remaining = _number(headers.get("ratelimit-remaining"))
    return None if remaining is None else int(remaining)


def _number(value: object) -> float | None:
    text = str(value)
    return float(text) if text.isascii() and text.isdecimal() else None


def _unreachable(reason: str, now: datetime) -> LaneBlocked:
    return LaneBlocked("unreachable", f"no answer: {reason}", retry_at=now + UNREACHABLE_RETRY)
