"""What people do to the bot that it seldom sees, and what its account's other device does.

Like `traffic`: each function is one thing done, and returns the timestamp (milliseconds) of the
message that carried it.
"""

from practice import envelopes
from practice.attachments import Attachment
from practice.chats import Chat
from practice.contents import stored, story_context
from practice.envelopes import Json
from practice.messages import Content
from practice.people import Person
from practice.traffic import NOBODY, tell, timer_of
from practice.world import World

FOR_EVER = -1
"""Seconds for which a message that nobody takes down again stays pinned."""

OTHER_DEVICE = 2
"""The number of the device beside signal-cli that the account is used on."""


def _data(world: World, author: Person, chat: Chat, more: Json) -> int:
    stamp = world.clock.timestamp()
    data = {**envelopes.bare_data(chat, stamp, timer_of(chat)), **more}
    tell(world, author, chat, stamp, NOBODY, {"dataMessage": data})
    return stamp


def pin(
    world: World, author: Person, chat: Chat, target: tuple[str, int], seconds: int = FOR_EVER
) -> int:
    """Pins a message, named by its author's account id and its timestamp."""
    if chat.group:
        chat.group.pin(target, seconds)
    return _data(world, author, chat, envelopes.pin(world.people, *target, seconds))


def unpin(world: World, author: Person, chat: Chat, target: tuple[str, int]) -> int:
    """Takes a pinned message down."""
    if chat.group:
        chat.group.pinned.pop(target, None)
    return _data(world, author, chat, envelopes.unpin(world.people, *target))


def erase_as_admin(world: World, author: Person, chat: Chat, target: tuple[str, int]) -> int:
    """Deletes somebody else's message in a group for everybody.

    Phones heed it of admins only, and for two days (`isValidAdminDeleteReceive` in
    MessageConstraintsUtil of Signal-Android).
    """
    message = chat.find(*target)
    is_admin = author.aci in chat.the_group().admins
    if message and is_admin and message.may_change(world.clock.now()):
        message.deleted = True
        world.events.add("deletion", chat, author.aci, message)
    return _data(world, author, chat, envelopes.admin_delete(world.people, *target))


def start_group_call(world: World, author: Person, chat: Chat) -> int:
    """Starts a call in a group; of the call itself signal-cli shows nothing."""
    return _data(world, author, chat, {})


def share_profile(world: World, author: Person, chat: Chat) -> int:
    """Lets the other see one's profile: a message that holds nothing to show."""
    return _data(world, author, chat, {})


def end_session(world: World, author: Person, chat: Chat) -> int:
    """Resets the encryption of a chat of two, as apps did until 2022."""
    return _data(world, author, chat, {"message": ""})


def answer_story(world: World, author: Person, to: Person, shown: int, emoji: str) -> int:
    """Reacts with an emoji to the story that somebody showed at `shown`."""
    mark = envelopes.reaction(world.people, emoji, to.aci, shown, "add")
    more = {"reaction": mark, "storyContext": story_context(world.people, (to.aci, shown))}
    return _data(world, author, world.direct_chat(author, to), more)


def call(world: World, author: Person, to: Person, message: Json) -> int:
    """Calls somebody: `message` is one of `envelopes.call_…`."""
    stamp = world.clock.timestamp()
    tell(world, author, world.direct_chat(author, to), stamp, NOBODY, message)
    return stamp


def show_story(world: World, author: Person, chat: Chat, story: str | Attachment) -> int:
    """Shows a story with a text to somebody, or one with a picture to a group."""
    stamp = world.clock.timestamp()
    if isinstance(story, str):
        body = envelopes.story(story)
    else:
        content = stored(world.attachments, Content(attachments=(story,)), stamp)
        body = envelopes.group_story(chat, content.attachments[0])
    tell(world, author, chat, stamp, NOBODY, body)
    return stamp


def on_other_device(world: World, body: Json) -> int:
    """The account's other device did something: `body` is one of `envelopes.sync_…`."""
    stamp = world.clock.timestamp()
    account = world.account
    source = account.self_
    was, source.device = source.device, OTHER_DEVICE
    try:
        world.tell(account, source, stamp, body)
    finally:
        source.device = was
    return stamp


def sent_on_other_device(world: World, chat: Chat, content: Content) -> int:
    """The account's owner writes on their phone; signal-cli is told what."""
    stamp = world.clock.timestamp()
    kept = stored(world.attachments, content, stamp)
    data = envelopes.data_message(world.people, chat, stamp, timer_of(chat), kept)
    others = None if chat.group else next(chat.others(world.account.aci), world.account.aci)
    return on_other_device(world, envelopes.sync_sent(world.people, others, data))


def edited_on_other_device(world: World, chat: Chat, target: int, text: str) -> int:
    """The account's owner edits on their phone what they sent at `target`."""
    stamp = world.clock.timestamp()
    data = envelopes.data_message(world.people, chat, stamp, timer_of(chat), Content(text))
    edit = {"editMessage": {"targetSentTimestamp": target, "dataMessage": data}}
    other = next(chat.others(world.account.aci))
    return on_other_device(world, envelopes.sync_sent(world.people, other, edit))


def group_changed_on_other_device(world: World, chat: Chat) -> int:
    """The account's owner changes a group on their phone."""
    data = envelopes.bare_data(chat, world.clock.timestamp(), timer_of(chat), kind="UPDATE")
    return on_other_device(world, envelopes.sync_sent(world.people, None, data))


def unreadable(world: World, author: Person) -> int:
    """Something of somebody comes that signal-cli cannot decrypt; it asks for it once more."""
    text = "org.signal.libsignal.protocol.NoSessionException: no session"
    error = {"message": text, "type": "ProtocolNoSessionException"}
    stamp = world.clock.timestamp()
    world.hand_over(world.account, author, stamp, {}, error)
    return stamp


def unreadable_and_unsigned(world: World) -> int:
    """Something comes that signal-cli cannot decrypt, and of which nobody knows who sent it."""
    stamp = world.clock.timestamp()
    who = ("source", "sourceNumber", "sourceUuid", "sourceName", "sourceDevice")
    times = ("timestamp", "serverReceivedTimestamp", "serverDeliveredTimestamp")
    body = {**dict.fromkeys(who), **dict.fromkeys(times, stamp)}
    world.deliver(envelopes.notification(world.account.number, body))
    return stamp


def broken(world: World) -> None:
    """signal-cli fails over something it received, and has no envelope to show."""
    error = {"message": "boom", "type": "IOException"}
    params = {"account": world.account.number, "exception": error}
    world.deliver({"jsonrpc": "2.0", "method": "receive", "params": params})
