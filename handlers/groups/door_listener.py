"""Whoever asks with Signal's own link to be let in is heard, and goes the same way as others."""

from handlers.groups.door_notices import DoorNotices
from handlers.services import Services
from relay.groups.door_rules import NEW_FOR
from relay.groups.link_requests import LinkRequests
from relay.groups.membership import Person, QuietListener
from relay.groups.tables import KeptGroup


class DoorListener(QuietListener):
    """Hands requests over to the keepers.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._links = LinkRequests(services.doors, services.store, services.clock)

    def joined(self, group: KeptGroup, person: Person) -> None:
        """Somebody is in, perhaps added by hand: note that they are new."""
        self._services.doors.note(NEW_FOR, "new", group.number, person.id)

    def asked(self, group: KeptGroup, person: Person) -> None:
        """Somebody asks to be let in."""
        self._links.hear_of(group, person.id, DoorNotices(self._services))
