"""What the server knows of people: the names they gave themselves."""

import json
from dataclasses import dataclass, field
from typing import Any

from relay.signal.errors import CallRefused
from relay.signal.reading import list_of, part_of, text_of
from relay.signal.section import Section
from relay.signal.turnstile import Priority


@dataclass(frozen=True)
class Contact:
    """Somebody whose account id (ACI) is known. `number` is None where it is not told."""

    account_id: str = field(repr=False)
    number: str | None = field(repr=False)
    name: str = field(repr=False)


class Contacts(Section):
    """Reads contacts. Not for the bot's own profile: that is `Accounts`."""

    async def contacts(self, *, priority: Priority = Priority.REPLY) -> tuple[Contact, ...]:
        """Return everybody whom the server knows by account id, with their name or an empty one.

        It is the name in somebody's profile, which is what everybody sees who has given them no
        name of their own. `all_recipients` asks for members of groups too, from 0.98 on; before,
        only people who wrote to the bot are known.

        Raises:
            SignalApiError: there was no answer, or it could not be read.
        """
        path = ("v1", "contacts", self._number)
        raw = await self._ask(*path, priority=priority, all_recipients="true")
        try:
            contacts = json.loads(raw)
        except ValueError:
            raise CallRefused("the contacts could not be read", code="bad_answer") from None
        found = (
            Contact(text_of(one.get("uuid")), text_of(one.get("number")) or None, _name(one))
            for one in map(part_of, list_of(contacts))
        )
        return tuple(one for one in found if one.account_id)


def _name(contact: dict[str, Any]) -> str:
    profile = part_of(contact.get("profile"))
    parts = (text_of(profile.get(part)).strip() for part in ("given_name", "lastname"))
    whole = " ".join(part for part in parts if part)
    others = (text_of(contact.get(key)).strip() for key in ("profile_name", "name", "username"))
    return whole or next((name for name in others if name), "")
