"""What a cost in words means to programs: which prices there are, and whether it is free."""

import re
from dataclasses import dataclass
from decimal import Decimal

from relay.meetings.reading.vocabulary import vocabulary

_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_SUM = re.compile(r"(?P<sign>[£€$])\s?(?P<sum>\d[\d,]{0,6}(?:\.\d\d)?)|(?P<pence>\d{2})p(?!\w)")
_MOST = 5


@dataclass(frozen=True)
class Prices:
    """What it costs.

    Attributes:
        sums: each with its currency (ISO 4217), in the order in which they are named.
        is_free: whether it costs nobody anything; None where the words do not say.
    """

    sums: tuple[tuple[Decimal, str], ...] = ()
    is_free: bool | None = None


def prices_in(cost: str) -> Prices:
    """Return what a cost in words means to programs.

    What people are asked to give ("pay what you can", "suggested donation £3") is no price.

    Args:
        cost: in words, such as `£3 / £1 unwaged`.
    """
    words = vocabulary()
    gift = words.regex("money", "gift").search(cost) is not None
    free = any(words.regex("money", name).search(cost) is not None for name in ("free", "alone"))
    sums = tuple(_sum(match) for match in _SUM.finditer(cost))[:_MOST]
    if gift:
        return Prices(is_free=True if free else None)
    if not sums:
        return Prices(((Decimal(0), "GBP"),), is_free=True) if free else Prices()
    if free:
        # "£3 / free unwaged": for some.
        return Prices((*sums, (Decimal(0), sums[0][1])))
    return Prices(sums, is_free=False)


def _sum(match: re.Match[str]) -> tuple[Decimal, str]:
    if match["pence"]:
        return Decimal(match["pence"]) / 100, "GBP"
    return Decimal(match["sum"].replace(",", "")), _CURRENCIES[match["sign"]]
