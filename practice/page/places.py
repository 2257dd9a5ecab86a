"""Whose phone, which chat, which message: what an address on the page names."""

from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from practice.cast import Cast
from practice.chats import Chat
from practice.groups import Group
from practice.messages import Message
from practice.page.refused import Refused
from practice.phones import Phone
from practice.world import World

BOT = "bot"
SHOWN_FIRST = ("alex", "mo", "rio", "noor", "una", "bea", "vic", "cy", "sam")


@dataclass(frozen=True)
class Place:
    """A chat on a phone.

    Args:
        phone_id, chat_id: as addresses name them.
        group: the group, or None for the chat with the bot.
    """

    phone_id: str
    chat_id: str
    phone: Phone
    group: Group | None

    @property
    def chat(self) -> Chat:
        """The chat itself."""
        return self.phone.chat(self.group)

    @property
    def url(self) -> str:
        """The address that everything about this chat begins with."""
        return f"/phones/{self.phone_id}/{self.chat_id}"

    def message(self, message_id: str) -> Message:
        """The message that an id names.

        Raises:
            Refused: there is none on this phone.
        """
        stamp, _, author = message_id.partition(".")
        found = self.chat.find(author, int(stamp)) if stamp.isdecimal() else None
        if found is None or found not in self.phone.on_screen(self.chat):
            raise Refused("served-no-such-message", HTTPStatus.NOT_FOUND)
        return found

    def own_message(self, message_id: str) -> Message:
        """The same, of one's own messages.

        Raises:
            Refused: there is none, or somebody else wrote it.
        """
        found = self.message(message_id)
        if found.author != self.phone.aci:
            raise Refused("served-not-yours")
        return found


def message_id(message: Message) -> str:
    """What a message is called on the page."""
    return f"{message.timestamp}.{message.author}"


def phone_ids(cast: Cast) -> list[str]:
    """Everybody's phone, in the order of the page."""
    return sorted(cast.phones, key=_rank)


def places_of(cast: Cast, phone_id: str) -> list[Place]:
    """Every chat on a phone: the one with the bot, then groups that its owner is or was in."""
    phone = cast.phones[phone_id]
    held = [chat.group for chat in phone.chats() if chat.group is not None]
    groups = [Place(phone_id, group_id(cast, group), phone, group) for group in held]
    return [Place(phone_id, BOT, phone, None), *groups]


def group_id(cast: Cast, group: Group) -> str:
    """What a group is called in addresses: by its short name, or by one made of its id."""
    names = {one.internal_id: name for name, one in cast.groups.items()}
    return names.get(group.internal_id) or sha256(group.internal_id.encode()).hexdigest()[:16]


def phone_named(cast: Cast, phone_id: str) -> Phone:
    """A phone by its address.

    Raises:
        Refused: there is none.
    """
    if phone_id not in cast.phones:
        raise Refused("served-no-such-phone", HTTPStatus.NOT_FOUND)
    return cast.phones[phone_id]


def group_named(world: World, cast: Cast, chat_id: str) -> Group:
    """A group by its address, whoever is in it.

    Raises:
        Refused: there is none.
    """
    for group in world.groups():
        if group_id(cast, group) == chat_id:
            return group
    raise Refused("served-no-such-chat", HTTPStatus.NOT_FOUND)


def find_place(cast: Cast, phone_id: str, chat_id: str) -> Place:
    """A chat by its address.

    Raises:
        Refused: no such phone, or no such chat on it.
    """
    phone_named(cast, phone_id)
    for place in places_of(cast, phone_id):
        if place.chat_id == chat_id:
            return place
    raise Refused("served-no-such-chat", HTTPStatus.NOT_FOUND)


def _rank(phone_id: str) -> int:
    return SHOWN_FIRST.index(phone_id) if phone_id in SHOWN_FIRST else len(SHOWN_FIRST)
