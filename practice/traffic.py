"""What people and bots do to each other on Signal: each function is one thing done.

Everybody's phone sees it at once; an account of signal-cli-rest-api in the chat receives an
envelope. All return the timestamp (milliseconds) of the message that carried it.
"""

from typing import Literal

from practice import envelopes
from practice.chats import Chat
from practice.contents import shown, stored
from practice.envelopes import Json
from practice.messages import Content, Message, Poll, ReceiptKind, Revision
from practice.people import Person
from practice.world import World

NOBODY: frozenset[str] = frozenset()


def timer_of(chat: Chat) -> int:
    """Seconds after which messages of a chat disappear; 0 is never."""
    return chat.group.timer if chat.group else chat.timer


def tell(
    world: World, author: Person, chat: Chat, timestamp: int, missed: frozenset[str], body: Json
) -> None:
    """Lets the accounts in a chat receive an envelope of `author`; those in `missed` do not."""
    for account in world.listeners(chat, author.aci):
        if account.aci not in missed:
            if chat.group:
                world.fetch_group(chat)
            world.tell(account, author, timestamp, body)


def _stored(world: World, chat: Chat, author: Person, content: Content) -> Content:
    """The content with its files in signal-cli's folder, if a bot receives it."""
    if not any(world.listeners(chat, author.aci)):
        return content
    return stored(world.attachments, content, world.clock.now())


def post(
    world: World,
    author: Person,
    chat: Chat,
    content: Content,
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Sends a message; `missed` are members it does not reach."""
    stamp = timestamp or world.clock.timestamp()
    kept = _stored(world, chat, author, content)
    first = Revision(stamp, shown(kept))
    message = Message(author.aci, stamp, [first], missed=missed, timer=timer_of(chat))
    _publish(world, author, chat, message)
    data = envelopes.data_message(world.people, chat, stamp, message.timer, kept)
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def _publish(world: World, author: Person, chat: Chat, message: Message) -> None:
    chat.add(message)
    message.count_down(author.aci, world.clock.now())
    world.events.add("message", chat, author.aci, message)
    _acknowledge(world, author, chat, message, message.timestamp, message.missed)


def _acknowledge(
    world: World,
    author: Person,
    chat: Chat,
    message: Message,
    version: int,
    missed: frozenset[str],
) -> None:
    """Phones tell the bot that a version of its message came, each by its own timestamp."""
    if world.receipts == "by hand" or not world.is_account(author.aci):
        return
    for aci in list(chat.others(author.aci)):
        if aci in missed or aci in message.missed or world.is_account(aci):
            continue
        reader = world.people[aci]
        receipt(world, reader, author, "delivery", [version])
        if world.receipts == "delivery and read":
            receipt(world, reader, author, "read", [version])


def edit(
    world: World,
    author: Person,
    chat: Chat,
    target: int,
    content: Content,
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Sends a new version of the author's message whose newest version was sent at `target`.

    Phones that do not hold it, or find it too old, ignore the edit, and so does any phone where
    `target` is an older version; whoever sent it is not told. Its files are ignored.
    """
    stamp = timestamp or world.clock.timestamp()
    message = chat.find(author.aci, target)
    kept = _stored(world, chat, author, content)
    if message and message.takes_edit(target, world.clock.now()):
        message.revisions.append(Revision(stamp, message.revised(shown(kept))))
        chat.alias(message, stamp)
        world.events.add("edit", chat, author.aci, message)
        _acknowledge(world, author, chat, message, stamp, missed)
    data = envelopes.data_message(world.people, chat, stamp, timer_of(chat), kept)
    body = {"editMessage": {"targetSentTimestamp": target, "dataMessage": data}}
    tell(world, author, chat, stamp, missed, body)
    return stamp


def erase(
    world: World,
    author: Person,
    chat: Chat,
    target: int,
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Deletes the author's message for everybody, named by any of its versions.

    Phones then delete all of them (`tryToRemotelyDeleteMessage` in Signal-iOS,
    `markAsRemoteDelete` in Signal-Android), within two days.
    """
    stamp = timestamp or world.clock.timestamp()
    message = chat.find(author.aci, target)
    if message and message.may_change(world.clock.now()):
        message.deleted = True
        message.reactions.clear()
        world.events.add("deletion", chat, author.aci, message)
    data = envelopes.bare_data(chat, stamp, timer_of(chat))
    data["remoteDelete"] = {"timestamp": target}
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def react(
    world: World,
    author: Person,
    chat: Chat,
    emoji: str,
    target: tuple[str, int],
    action: Literal["add", "remove"] = "add",
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Puts an emoji on a message or takes it off; `target`: its author's aci and timestamp."""
    stamp = timestamp or world.clock.timestamp()
    message = chat.find(*target)
    if message and not message.deleted:
        if action == "add":
            message.reactions[author.aci] = emoji
        else:
            message.reactions.pop(author.aci, None)
        detail = emoji if action == "add" else ""
        world.events.add("reaction", chat, author.aci, message, detail)
    data = envelopes.bare_data(chat, stamp, timer_of(chat))
    data["reaction"] = envelopes.reaction(world.people, emoji, *target, action)
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def receipt(
    world: World, author: Person, to: Person, kind: ReceiptKind, timestamps: list[int]
) -> int:
    """Tells somebody that their messages arrived, were read, or were viewed."""
    stamp = world.clock.timestamp()
    for chat in world.chats_of(author.aci):
        for target in timestamps:
            message = chat.find(to.aci, target)
            if message:
                message.receipts[kind].add(author.aci)
                if kind != "delivery":
                    message.count_down(author.aci, world.clock.now())
                world.events.add("receipt", chat, author.aci, message, kind)
    direct = world.direct_chat(author, to)
    body = {"receiptMessage": envelopes.receipt(stamp, kind, timestamps)}
    tell(world, author, direct, stamp, NOBODY, body)
    return stamp


def typing(world: World, author: Person, chat: Chat, action: str) -> int:
    """Shows the others that somebody is typing (`STARTED`) or no longer (`STOPPED`)."""
    stamp = world.clock.timestamp()
    world.events.add("typing", chat, author.aci, detail=action)
    body = {"typingMessage": envelopes.typing(chat, stamp, action)}
    tell(world, author, chat, stamp, NOBODY, body)
    return stamp


def open_poll(
    world: World,
    author: Person,
    chat: Chat,
    poll: Poll,
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Asks a question with options to vote for."""
    stamp = timestamp or world.clock.timestamp()
    first = Revision(stamp, Content(text=poll.question))
    message = Message(author.aci, stamp, [first], missed=missed, timer=timer_of(chat), poll=poll)
    _publish(world, author, chat, message)
    data = envelopes.bare_data(chat, stamp, message.timer)
    data["pollCreate"] = envelopes.poll_create(poll)
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def vote(
    world: World,
    author: Person,
    chat: Chat,
    target: tuple[str, int],
    options: tuple[int, ...],
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Votes in a poll; options count from 0. In a closed or deleted one it changes nothing."""
    stamp = timestamp or world.clock.timestamp()
    message = chat.find(*target)
    count = 1
    if message and message.poll and not message.poll.closed and not message.deleted:
        message.poll.votes[author.aci] = options
        count = message.poll.changes.get(author.aci, 0) + 1
        message.poll.changes[author.aci] = count
        world.events.add("vote", chat, author.aci, message)
    data = envelopes.bare_data(chat, stamp, timer_of(chat))
    data["pollVote"] = envelopes.poll_vote(world.people, *target, options, count)
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def close_poll(
    world: World,
    author: Person,
    chat: Chat,
    target: int,
    *,
    timestamp: int | None = None,
    missed: frozenset[str] = NOBODY,
) -> int:
    """Ends the author's own poll."""
    stamp = timestamp or world.clock.timestamp()
    message = chat.find(author.aci, target)
    if message and message.poll and not message.deleted:
        message.poll.closed = True
        world.events.add("poll closed", chat, author.aci, message)
    data = envelopes.bare_data(chat, stamp, timer_of(chat))
    data["pollTerminate"] = {"targetSentTimestamp": target}
    tell(world, author, chat, stamp, missed, {"dataMessage": data})
    return stamp


def set_timer(world: World, author: Person, chat: Chat, seconds: int) -> int:
    """Sets after how many seconds new messages of a chat of two disappear; 0 is never."""
    stamp = world.clock.timestamp()
    chat.timer = seconds
    world.events.add("timer", chat, author.aci, detail=str(seconds))
    data = envelopes.bare_data(chat, stamp, seconds)
    data["isExpirationUpdate"] = True
    tell(world, author, chat, stamp, NOBODY, {"dataMessage": data})
    return stamp


def group_changed(world: World, author: Person, chat: Chat) -> int:
    """Tells a group's members that its name, members or settings changed."""
    stamp = world.clock.timestamp()
    if chat.group:
        chat.group.revision += 1
        if world.is_account(author.aci):
            world.fetch_group(chat)
    world.events.add("group update", chat, author.aci)
    data = envelopes.bare_data(chat, stamp, timer_of(chat), kind="UPDATE")
    tell(world, author, chat, stamp, NOBODY, {"dataMessage": data})
    return stamp
