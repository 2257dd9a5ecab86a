"""How what was written elsewhere becomes a complaint: a draft that holds it, and its questions."""

from handlers.conduct.complaints.complaining import begin
from handlers.conduct.complaints.places import groups_of
from handlers.services import Services
from relay.conduct.matters.matter import Contents


class ComplaintDoor:
    """Takes in what somebody brings to the moderators of their branch."""

    def is_open_to(self, services: Services, person: str) -> bool:
        """Whether moderators look after a group that they are in, and they may complain."""
        if not services.hearing.watched or not groups_of(services, person):
            return False
        return services.complaints.may_send(person)

    def take(self, services: Services, person: str, words: str) -> bool:
        """Begin a complaint with it, or add it to the one there is, and ask what comes first."""
        if not self.is_open_to(services, person):
            return False
        draft = services.complaints.draft_of(person)
        told = Contents() if draft is None else draft.contents
        if not services.complaints.has_room(told, words):
            return False
        services.store.conversations.end(person)
        begin(services, person, words)
        return True

    def hide(self, services: Services, person: str) -> None:
        """Speak of no complaint of theirs until they name its number."""
        services.complaints.hide(person)
