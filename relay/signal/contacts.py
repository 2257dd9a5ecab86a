"""What the server knows of people: the names they gave themselves."""

from relay.signal.answers import read_contacts
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.types import Contact


class Contacts(ApiResource):
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
        return read_contacts(await self._ask(*path, priority=priority, all_recipients="true"))
