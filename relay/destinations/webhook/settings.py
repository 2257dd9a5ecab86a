"""The settings of a branch's webhook."""

import base64
import binascii
from typing import Annotated

from pydantic import AfterValidator, SecretStr, StringConstraints
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part
from relay.schema.secret import Secret
from relay.schema.values import is_private_on_its_way

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
"""Bytes of a secret: Standard Webhooks 1.0.0, "Signature scheme"."""

_LONGEST_NAME = 60


def _url(value: str) -> str:
    if not is_private_on_its_way(value):
        raise PydanticCustomError("settings-webhook-url", "not an address that may be called")
    return value


def keys_of(secret: str) -> tuple[bytes, ...]:
    """Return the keys that messages are signed with: one, or two while it is being changed.

    Args:
        secret: each as `whsec_` and base64, with a space between two.

    Raises:
        ValueError: it is something else.
    """
    keys = [_key(one) for one in secret.split()]
    if not 1 <= len(keys) <= 2 or not all(SHORTEST <= len(key) <= LONGEST for key in keys):
        raise ValueError("not a signing secret")
    return tuple(keys)


def _key(text: str) -> bytes:
    try:
        return base64.b64decode(text.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None


def _secret(value: SecretStr) -> SecretStr:
    try:
        keys_of(value.get_secret_value())
    except ValueError:
        raise PydanticCustomError("settings-webhook-secret", "not a signing secret") from None
    return value


WebhookUrl = Annotated[str, AfterValidator(_url)]
SigningSecret = Annotated[Secret, AfterValidator(_secret)]


class WebhookTable(Part):
    """Where a branch's announcements are sent as signed JSON.

    Attributes:
        url: `https`, or `http` on this computer.
        name: what admins read of it, such as `Union website`; the host's name if it is not given.
    """

    url: WebhookUrl
    name: (
        Annotated[
            str,
            StringConstraints(strip_whitespace=True, min_length=1, max_length=_LONGEST_NAME),
        ]
        | None
    ) = None
