"""Phones: what people do with Signal, and what they see on it."""

from collections.abc import Callable, Collection, Iterable

from practice import traffic
from practice.attachments import Attachment
from practice.chats import Chat
from practice.events import Event, EventKind
from practice.groups import Group, LinkState, Permission
from practice.messages import (
    Content,
    Mention,
    Message,
    Poll,
    ReceiptKind,
)
from practice.people import Person
from practice.refusals import Refusal
from practice.seen import SeenMessage, look_at, quote_of
from practice.world import World

Place = Group | str | None
"""Where to write: a group, its id in either form, somebody's account id, or None for the bot."""

MESSAGES: tuple[EventKind, ...] = ("message",)


class Phone:
    """Somebody's phone.

    `next` goes forward: it returns each thing once, in order.

    Args:
        world: the practice Signal.
        person: whose phone it is.
    """

    def __init__(self, world: World, person: Person) -> None:
        self.world = world
        self.person = person
        self._read_up_to = world.events.last

    @property
    def aci(self) -> str:
        """The person's account id."""
        return self.person.aci

    # Writing

    def chat(self, place: Place = None) -> Chat:
        """The chat at a place.

        Raises:
            Refusal: no such group.
            KeyError: no such person.
        """
        if place is None:
            return self.world.direct_chat(self.person, self.world.account.self_)
        if isinstance(place, Group):
            return self.world.group_chat(place.internal_id)
        other = self.world.find(place)
        if other:
            return self.world.direct_chat(self.person, other)
        return self.world.group_chat(place)

    def _writable(self, place: Place) -> Chat:
        chat = self.chat(place)
        if chat.group:
            chat.group.check_may_send(self.aci)
        return chat

    def send(self, content: Content, to: Place = None) -> int:
        """Sends anything; returns its timestamp.

        Raises:
            Refusal: not allowed to write there.
        """
        return traffic.post(self.world, self.person, self._writable(to), content)

    def say(
        self,
        text: str,
        to: Place = None,
        *,
        attachments: Iterable[Attachment] = (),
        quote: SeenMessage | None = None,
        mentions: Iterable[Mention] = (),
    ) -> int:
        """Sends a text; returns its timestamp."""
        quoted = quote_of(quote) if quote else None
        content = Content(text, tuple(attachments), quoted, tuple(mentions))
        return self.send(content, to)

    def edit(self, timestamp: int, text: str, to: Place = None) -> int:
        """Changes one's own message. The app names its newest version and sends its files again."""
        chat = self._writable(to)
        message = chat.find(self.aci, timestamp)
        attachments = message.content.attachments if message else ()
        content = Content(text, attachments)
        _, newest = self._named(chat, self.aci, timestamp)
        return traffic.edit(self.world, self.person, chat, newest, content)

    def _named(self, chat: Chat, author: str, timestamp: int) -> tuple[str, int]:
        """Author and timestamp by which this phone names a message: those of its newest version."""
        message = chat.find(author, timestamp)
        return author, message.newest if message else timestamp

    def delete(self, timestamp: int, to: Place = None) -> int:
        """Deletes one's own message for everybody."""
        chat = self.chat(to)
        _, newest = self._named(chat, self.aci, timestamp)
        return traffic.erase(self.world, self.person, chat, newest)

    def react(
        self, timestamp: int, emoji: str = "👍", to: Place = None, *, author: str | None = None
    ) -> int:
        """Reacts to a message of `author` (an account id; the bot's if not given)."""
        chat = self.chat(to)
        target = self._named(chat, author or self.world.account.aci, timestamp)
        return traffic.react(self.world, self.person, chat, emoji, target)

    def unreact(self, timestamp: int, to: Place = None, *, author: str | None = None) -> int:
        """Takes one's reaction off again."""
        chat = self.chat(to)
        target = self._named(chat, author or self.world.account.aci, timestamp)
        message = chat.find(*target)
        emoji = message.reactions.get(self.aci, "👍") if message else "👍"
        return traffic.react(self.world, self.person, chat, emoji, target, "remove")

    def acknowledge(
        self, timestamps: list[int], kind: ReceiptKind = "read", *, to: Person | None = None
    ) -> int:
        """Sends a receipt for messages of somebody (the bot if not given)."""
        receiver = to or self.world.account.self_
        return traffic.receipt(self.world, self.person, receiver, kind, timestamps)

    def type(self, action: str = "STARTED", to: Place = None) -> int:
        """Shows that the person is typing (`STARTED`), or no longer (`STOPPED`)."""
        return traffic.typing(self.world, self.person, self.chat(to), action)

    def ask(self, poll: Poll, to: Place = None) -> int:
        """Starts a poll."""
        return traffic.open_poll(self.world, self.person, self._writable(to), poll)

    def vote(
        self, timestamp: int, options: tuple[int, ...], to: Place = None, *, author: str = ""
    ) -> int:
        """Votes in a poll of `author` (the bot's if not given); options count from 0."""
        target = (author or self.world.account.aci, timestamp)
        return traffic.vote(self.world, self.person, self.chat(to), target, options)

    def set_timer(self, seconds: int, to: Place = None) -> int:
        """Lets new messages of a chat disappear after `seconds`; 0 is never."""
        chat = self.chat(to)
        if chat.group is None:
            return traffic.set_timer(self.world, self.person, chat, seconds)
        chat.group.timer = seconds
        return traffic.group_changed(self.world, self.person, chat)

    def rename(self, group: Place, name: str) -> int:
        """Gives a group another name.

        Raises:
            Refusal: not allowed to change it.
        """
        chat = self._editable(group)
        chat.the_group().name = name
        return traffic.group_changed(self.world, self.person, chat)

    def let_write(self, group: Place, who: Permission) -> int:
        """Says who may write in a group.

        Raises:
            Refusal: only its admins may.
        """
        chat = self._editable(group)
        if self.aci not in chat.the_group().admins:
            raise Refusal("Only admins change who may write")
        chat.the_group().send_messages = who
        return traffic.group_changed(self.world, self.person, chat)

    def _editable(self, place: Place) -> Chat:
        chat = self.chat(place)
        if not chat.the_group().allows(self.aci, chat.the_group().edit_group):
            raise Refusal("Only admins change this group")
        return chat

    def leave(self, group: Place) -> int:
        """Leaves a group."""
        chat = self.chat(group)
        self.world.leave(chat, self.aci)
        return traffic.group_changed(self.world, self.person, chat)

    def join(self, group: Place, *, link: str | None = None) -> int:
        """Joins a group by its link, or accepts an invitation to it.

        Args:
            group: the group.
            link: the one that this phone has; None for the one that there is now.

        Raises:
            Refusal: not invited, and the link is off, an old one, or asks for approval; or they are
                banned.
        """
        chat = self.chat(group)
        invited = self.aci in chat.the_group().invited
        if not invited and chat.the_group().link is not LinkState.ENABLED:
            raise Refusal("There is no link that lets people in at once")
        if not invited:
            self._check_link(chat.the_group(), link)
        self.world.join(chat, self.aci)
        return traffic.group_changed(self.world, self.person, chat)

    def _check_link(self, group: Group, link: str | None) -> None:
        """A link leads no banned person in, and an old one nobody (`GROUPS_V2_GET_JOIN_INFO`)."""
        if self.aci in group.banned:
            raise Refusal("An admin has banned them from this group")
        if link is not None and link != group.invite_link:
            raise Refusal("This link is no longer valid")

    def ask_to_join(self, group: Place, *, link: str | None = None) -> None:
        """Asks to be let in, by a link that wants an admin's approval.

        Nobody is sent anything: members see it when they next look at the group.

        Raises:
            Refusal: the link is off, an old one, or lets people in at once; or they are banned.
        """
        joining = self.chat(group).the_group()
        if joining.link is not LinkState.WITH_APPROVAL:
            raise Refusal("There is no link that asks for approval")
        self._check_link(joining, link)
        joining.requesting.add(self.aci)
        joining.revision += 1

    def decline(self, group: Place) -> None:
        """Declines an invitation to a group, or takes back the wish to join it."""
        declining = self.chat(group).the_group()
        declining.invited.discard(self.aci)
        declining.requesting.discard(self.aci)
        declining.revision += 1

    def change_safety_number(self) -> None:
        """Reinstalls Signal. The bot's account learns of it when next they have to do with it."""
        self.world.change_key(self.person)

    # Reading

    def chats(self) -> list[Chat]:
        """Every chat on this phone, oldest first."""
        return self.world.chats_of(self.aci)

    def messages(self, place: Place = None) -> list[SeenMessage]:
        """Everything in a chat (the one with the bot if not given), oldest first."""
        chat = self.chat(place)
        return [look_at(self.world, chat, message) for message in self.on_screen(chat)]

    def on_screen(self, chat: Chat) -> list[Message]:
        """What this phone holds of a chat, without what has disappeared, oldest first."""
        now = self.world.clock.now()
        return [m for m in chat.seen_by(self.aci) if not m.has_run_out(self.aci, now)]

    def sees(self, event: Event) -> bool:
        """Whether something happened on this phone's screen, and by somebody else."""
        if event.actor == self.aci:
            return False
        if event.message is None:
            return event.chat.includes(self.aci)
        return event.chat.sees(self.aci, event.message)

    async def next_event(
        self,
        kinds: Collection[EventKind] = MESSAGES,
        place: Place = None,
        *,
        within: float = 5.0,
    ) -> Event:
        """The next thing on the screen; waits for it.

        Args:
            kinds: what to look for.
            place: in which chat; the one with the bot if not given.
            within: seconds to wait at most.

        Raises:
            TimeoutError: nothing came in time.
        """
        chat = self.chat(place)
        return await self._next_event(
            lambda event: event.chat is chat and event.kind in kinds, within
        )

    async def next_anywhere(
        self, kinds: Collection[EventKind] = MESSAGES, *, within: float = 5.0
    ) -> Event:
        """The next thing on the screen in whatever chat; see `next_event`."""
        return await self._next_event(lambda event: event.kind in kinds, within)

    async def _next_event(self, wanted: Callable[[Event], bool], within: float) -> Event:
        event = await self.world.events.next(
            lambda event: wanted(event) and self.sees(event),
            after=self._read_up_to,
            within=within,
            aci=self.aci,
        )
        self._read_up_to = event.number
        return event

    async def next(self, place: Place = None, *, within: float = 5.0) -> SeenMessage:
        """The next new message in a chat (the one with the bot if not given)."""
        chat = self.chat(place)
        event = await self._next_event(
            lambda event: event.chat is chat and event.kind == "message", within
        )
        if event.message is None:
            raise LookupError(event.kind)
        return look_at(self.world, event.chat, event.message)

    def skip(self) -> None:
        """Forgets what came so far: `next` returns only what comes from now on."""
        self._read_up_to = self.world.events.last
