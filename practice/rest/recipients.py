"""Which kind of recipient a text is: `getRecipientType` in src/client/client.go."""

import base64
import binascii
import re
from typing import Literal
from uuid import UUID

from practice.groups import GROUP_ID_BYTES, GROUP_PREFIX
from practice.refusals import Refusal

RecipientKind = Literal["group", "number", "username"]
_NUMBER = re.compile(r"\+[0-9 ]*\Z|\Z")
_LONGEST_DISCRIMINATOR = 10


def kind_of(text: str) -> RecipientKind:
    """Tells groups from numbers (account ids count as numbers) and usernames.

    Raises:
        Refusal: it begins with `group.` and is neither a group nor a username.
    """
    if text.startswith(GROUP_PREFIX):
        return _group_or_username(text)
    if _NUMBER.match(text):
        return "number"
    try:
        UUID(text)
    except ValueError:
        return "username"
    return "number"


def _group_or_username(text: str) -> RecipientKind:
    rest = text.removeprefix(GROUP_PREFIX)
    try:
        inner = base64.b64decode(rest, validate=True)
    except (binascii.Error, ValueError):
        if len(rest) <= _LONGEST_DISCRIMINATOR:
            return "username"
        raise Refusal(f"Invalid identifier {text}") from None
    try:
        raw = base64.b64decode(inner, validate=True)
    except (binascii.Error, ValueError):
        raise Refusal(f"Invalid identifier {text}") from None
    if len(raw) != GROUP_ID_BYTES:
        raise Refusal(f"Invalid Signal group size ({len(raw)}")
    return "group"
