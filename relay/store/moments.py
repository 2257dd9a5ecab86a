"""Moments as the store keeps them: whole milliseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """Return an aware moment as milliseconds since 1970 UTC.

    Raises:
        ValueError: `moment` is naive; guessing a zone is how meetings move by an hour.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """Return the aware UTC moment of a stored value."""
    return _EPOCH + milliseconds * _MILLISECOND


def maybe_from_ms(milliseconds: int | None) -> datetime | None:
    """Return the moment of a stored value that may be absent."""
    return None if milliseconds is None else from_ms(milliseconds)


def maybe_to_ms(moment: datetime | None) -> int | None:
    """Return the stored value of a moment that may be absent."""
    return None if moment is None else to_ms(moment)
