"""Settings of who is told, and how, when the relay no longer gets anything through."""

from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part
from relay.schema.secret import Secret
from relay.schema.values import GroupId, is_private_on_its_way


def _ping_url(value: SecretStr) -> SecretStr:
    """Only what keeps the address secret on its way, and what `/fail` can be put behind."""
    url = value.get_secret_value().strip()
    if not is_private_on_its_way(url):
        raise PydanticCustomError("settings-ping-url", "not an address to ping")
    return SecretStr(url.rstrip("/"))


PingUrl = Annotated[Secret, AfterValidator(_ping_url)]


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
