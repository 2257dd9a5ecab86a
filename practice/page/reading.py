"""Which messages somebody has looked at."""

from practice.messages import Message
from practice.page.places import Place


class Reading:
    """How far each chat of each phone has been read."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], int] = {}

    def unread(self, place: Place) -> int:
        """How many messages of others nobody has looked at yet."""
        return len(self._new(place))

    def read(self, place: Place) -> None:
        """The chat is opened: what is new is read, and whoever wrote it gets a receipt."""
        new = self._new(place)
        self._read[place.phone_id, place.chat_id] = len(place.chat.messages)
        world = place.phone.world
        for author in dict.fromkeys(message.author for message in new):
            stamps = [message.timestamp for message in new if message.author == author]
            place.phone.acknowledge(stamps, "read", to=world.people[author])

    def _new(self, place: Place) -> list[Message]:
        me = place.phone.aci
        since = place.chat.messages[self._read.get((place.phone_id, place.chat_id), 0) :]
        return [
            message for message in since if message.author != me and place.chat.sees(me, message)
        ]
