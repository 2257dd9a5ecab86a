"""The settings of a branch's Bluesky account."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part
from relay.schema.values import DOMAIN, Url


def _handle(value: str) -> str:
    handle = value.removeprefix("@").lower()
    if not DOMAIN.fullmatch(handle):
        raise PydanticCustomError("settings-handle", "not a Bluesky handle")
    return handle


Handle = Annotated[str, AfterValidator(_handle)]


class BlueskyAccount(Part):
    """A branch's Bluesky account.

    Attributes:
        handle: lower case, without the @.
        service: the account's server (PDS).
        appview: which counts likes and reposts; nobody signs in there.
    """

    handle: Handle
    service: Url = "https://bsky.social"
    appview: Url = "https://public.api.bsky.app"
