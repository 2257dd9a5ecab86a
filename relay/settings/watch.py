"""Settings of who is told, and how, when the relay no longer gets anything through."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr
from pydantic_core import PydanticCustomError

from relay.settings.parts import Part
from relay.settings.values import GroupId

_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})


def _ping_url(value: SecretStr) -> SecretStr:
    """Only what keeps the address secret on its way, and what `/fail` can be put behind."""
    try:
        parts = urlsplit(value.get_secret_value().strip())
        safe = parts.scheme == "https" or (
            parts.scheme == "http" and parts.hostname in _THIS_COMPUTER
        )
        valid = safe and bool(parts.hostname) and parts.port != 0
        valid = valid and not (parts.query or parts.fragment or parts.username or parts.password)
    except ValueError:
        valid = False
    if not valid:
        raise PydanticCustomError(
            "settings-ping-url", "not an address to ping", {"where": "RELAY_WATCH_PING_URL"}
        )
    return SecretStr(value.get_secret_value().strip().rstrip("/"))


PingUrl = Annotated[SecretStr, Field(min_length=1), AfterValidator(_ping_url)]


class WatchSettings(Part):
    """The dead man's switch.

    Attributes:
        silent_minutes: how long nothing may get through somewhere, though something waits, before
            people are told.
        admin_group: the group that hears of troubles in place of the admins one by one.
        ping_minutes: how often the outside service is told that all is well; its own patience has
            to be longer.
    """

    silent_minutes: int = Field(default=30, ge=5, le=24 * 60)
    admin_group: GroupId | None = Field(default=None, repr=False)
    ping_minutes: int = Field(default=5, ge=1, le=60)
