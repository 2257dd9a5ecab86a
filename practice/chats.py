"""Chats: one log per conversation, of which each phone sees the part it was there for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from practice.groups import Group
from practice.messages import Message


@dataclass
class Stay:
    """From which message to which (excluded) somebody was in a chat; None is until now."""

    first: int
    end: int | None = None

    def covers(self, position: int) -> bool:
        """Whether the message at `position` was sent during this stay."""
        return position >= self.first and (self.end is None or position < self.end)


@dataclass
class Chat:
    """A conversation of two people, or of a group.

    Args:
        id: the group's internal id, or both account ids joined by `+`.
        group: the group, or None for two people.
        people: for two people, their account ids.
        timer: seconds after which new messages disappear; 0 is never.
    """

    id: str
    group: Group | None = None
    people: tuple[str, ...] = ()
    timer: int = 0
    messages: list[Message] = field(default_factory=list)
    stays: dict[str, list[Stay]] = field(default_factory=dict)
    _positions: dict[tuple[str, int], int] = field(default_factory=dict)

    def the_group(self) -> Group:
        """The group, where there must be one.

        Raises:
            LookupError: this is a chat of two people.
        """
        if self.group is None:
            raise LookupError(self.id)
        return self.group

    def includes(self, aci: str) -> bool:
        """Whether somebody is in this chat now."""
        return aci in (self.group.members if self.group else self.people)

    def others(self, aci: str) -> Iterator[str]:
        """Everybody in the chat except one."""
        return (a for a in (self.group.members if self.group else self.people) if a != aci)

    def add(self, message: Message) -> None:
        """Appends a message to the log."""
        self._positions[message.author, message.timestamp] = len(self.messages)
        self.messages.append(message)

    def alias(self, message: Message, timestamp: int) -> None:
        """Lets a message be found by a later version's timestamp as well, as phones do."""
        position = self._positions[message.author, message.timestamp]
        self._positions[message.author, timestamp] = position

    def find(self, author: str, timestamp: int) -> Message | None:
        """The message that `author` sent at `timestamp` (that of any of its versions), or None."""
        position = self._positions.get((author, timestamp))
        return None if position is None else self.messages[position]

    def joined(self, aci: str) -> None:
        """From now on the phone of `aci` gets what is said here."""
        self.stays.setdefault(aci, []).append(Stay(len(self.messages)))

    def left(self, aci: str) -> None:
        """From now on it does not."""
        for stay in self.stays.get(aci, ()):
            if stay.end is None:
                stay.end = len(self.messages)

    def sees(self, aci: str, message: Message) -> bool:
        """Whether the phone of `aci` ever got a message."""
        if aci in message.missed:
            return False
        if self.group is None:
            return aci in self.people
        position = self._positions[message.author, message.timestamp]
        return any(stay.covers(position) for stay in self.stays.get(aci, ()))

    def seen_by(self, aci: str) -> list[Message]:
        """Everything that the phone of `aci` holds of this chat, oldest first."""
        return [message for message in self.messages if self.sees(aci, message)]
