"""What the server knows of people: the names they gave themselves."""

import json
from typing import Any

from relay.signal.errors import CallRefused
from relay.signal.reading import list_of, part_of, text_of
from relay.signal.section import Section
from relay.signal.turnstile import Priority


class Contacts(Section):
    """Reads contacts. Not for the bot's own profile: that is `Accounts`."""

    async def names(self, *, priority: Priority = Priority.REPLY) -> dict[str, str]:
        """Return the name of everybody the server has one for, by account id (ACI).

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
        found = {text_of(one.get("uuid")): _name(one) for one in map(part_of, list_of(contacts))}
        return {person: name for person, name in found.items() if person and name}


def _name(contact: dict[str, Any]) -> str:
    profile = part_of(contact.get("profile"))
    parts = (text_of(profile.get(part)).strip() for part in ("given_name", "lastname"))
    whole = " ".join(part for part in parts if part)
    others = (text_of(contact.get(key)).strip() for key in ("profile_name", "name", "username"))
    return whole or next((name for name in others if name), "")
