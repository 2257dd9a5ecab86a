"""What is kept of whoever is on a contact list."""

from collections.abc import Sequence

from handlers.contact_list.texts import branch_name, command_of, lines_of
from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services


class ContactHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"contact_list"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each entry with all that is in it."""
        return [
            Held(
                "contact_list",
                services.words.say(
                    "held-contact",
                    branch=branch_name(services, one.branch),
                    since=services.time.day(one.agreed),
                    lines=lines_of(services, one.given),
                    command=command_of(services),
                ),
            )
            for one in services.contacts.of(person)
        ]

    def forget(self, services: Services, person: str) -> None:
        """Destroy the entries."""
        for one in services.contacts.of(person):
            services.contacts.remove(one)
