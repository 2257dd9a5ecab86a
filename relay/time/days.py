"""Which one day somebody names at the beginning of a text: "7 January", "Thursday 3rd December"."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from relay.language.vocabulary import Vocabulary
from relay.time.moments import read_moment


def leading_day(
    text: str, *, now: datetime, zone: ZoneInfo, known: Vocabulary
) -> tuple[date, str] | None:
    """Read the day that a text begins with, today or later.

    Args:
        text: such as `7 January because of the strike`.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.
        known: the words of moments.

    Returns:
        The day on the clocks of the zone and what follows it, or None.
    """
    match = known.phrase("leading_day").match(" ".join(text.split(" ")))
    if match is None:
        return None
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    words = f"{match['day'].replace(',', '')} 12:00"
    moment = read_moment(words, now=midnight, zone=zone, known=known)
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(zone).date(), text[match.end() :]
