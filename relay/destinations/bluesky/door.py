"""Does a Bluesky account open, and with which kind of password?"""

import base64
import binascii
import json
from collections.abc import Mapping
from enum import Enum
from http import HTTPStatus
from typing import Any

from relay.destinations.bluesky.signing_in import AccountAway, signing_in

_APP_SCOPES = ("com.atproto.appPass", "com.atproto.appPassPrivileged")


class Door(Enum):
    """What happened at the door."""

    OPEN = "open"
    MAIN_PASSWORD = "main password"  # noqa: S105 - not a secret
    REFUSED = "refused"
    TOO_OFTEN = "too often"
    AWAY = "away"


async def try_door(service: str, handle: str, password: str) -> Door:
    """Sign in, look which kind of session that is, and sign out again. Nothing is posted or read.

    A session that an app password opens says so in the `scope` of its access token.
    """
    try:
        async with signing_in(service, handle, password) as account:
            if account.status != HTTPStatus.OK or not account.said:
                return _closed(account.status, account.said)
            token = str(account.said.get("accessJwt"))
    except AccountAway:
        return Door.AWAY
    return Door.OPEN if _scope(token) in _APP_SCOPES else Door.MAIN_PASSWORD


def _closed(status: int, body: Mapping[str, Any]) -> Door:
    if body.get("error") == "AuthFactorTokenRequired":
        # Only the main password is asked for a code by email.
        return Door.MAIN_PASSWORD
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Door.TOO_OFTEN
    if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Door.REFUSED
    return Door.AWAY


def _scope(token: str) -> str:
    """The scope in a token's claims. Not checked: it only decides what the host is told."""
    _, _, rest = token.partition(".")
    claims = rest.partition(".")[0]
    try:
        read = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    except (ValueError, binascii.Error):
        return ""
    return str(read.get("scope", "")) if isinstance(read, dict) else ""
