"""The JSON of received messages, field for field as signal-cli writes it.

Each function mirrors a record of the same name in `org.asamk.signal.json` of signal-cli (such as
`JsonMessageEnvelope`). A field of the record that is written only when it has a value is left out
here too; one that is always written is there as null.
"""

from typing import Any

from practice.attachments import Attachment
from practice.chats import Chat
from practice.contents import People, address, attachment, fields
from practice.messages import Content, Poll
from practice.people import Person

Json = dict[str, Any]

_OPAQUE = "AQID"


def envelope(source: Person, timestamp: int, body: Json, *, source_name: str = "") -> Json:
    """A JsonMessageEnvelope.

    Args:
        body: the one content field, such as `{"dataMessage": …}`; empty when it was unreadable.
        source_name: the name the account has for the person, if not the profile name.
    """
    return {
        "source": source.known_number or source.aci,
        "sourceNumber": source.known_number,
        "sourceUuid": source.aci or None,
        "sourceName": source_name or source.name or None,
        "sourceDevice": source.device,
        "timestamp": timestamp,
        "serverReceivedTimestamp": timestamp + 1,
        "serverDeliveredTimestamp": timestamp + 2,
        **body,
    }


def notification(account: str, body: Json, error: Json | None = None) -> Json:
    """The JSON-RPC notification of a received envelope, as signal-cli's daemon writes it."""
    params: Json = {"envelope": body, "account": account}
    if error is not None:
        params["exception"] = error
    return {"jsonrpc": "2.0", "method": "receive", "params": params}


def group_info(chat: Chat, kind: str = "DELIVER") -> Json:
    """The `groupInfo` field, or nothing for a chat of two; `kind` is `DELIVER` or `UPDATE`."""
    if chat.group is None:
        return {}
    return {
        "groupInfo": {
            "groupId": chat.group.internal_id,
            "groupName": chat.group.name,
            "revision": chat.group.revision,
            "type": kind,
        }
    }


def bare_data(chat: Chat, timestamp: int, timer: int, *, kind: str = "DELIVER") -> Json:
    """A JsonDataMessage without a text: the base of reactions, deletions, updates and the like."""
    return {
        "timestamp": timestamp,
        "message": None,
        "expiresInSeconds": timer,
        "isExpirationUpdate": False,
        "viewOnce": False,
        **group_info(chat, kind),
    }


def data_message(people: People, chat: Chat, timestamp: int, timer: int, content: Content) -> Json:
    """A JsonDataMessage with a text, files and the like."""
    return {**bare_data(chat, timestamp, timer), **fields(people, content)}


def reaction(people: People, emoji: str, author: str, timestamp: int, action: str) -> Json:
    """A JsonReaction; `action` is `add` or `remove`."""
    return {
        "emoji": emoji,
        **address(people, author, "targetAuthor"),
        "targetSentTimestamp": timestamp,
        "isRemove": action == "remove",
    }


def receipt(when: int, kind: str, timestamps: list[int]) -> Json:
    """A JsonReceiptMessage; `kind` is `delivery`, `read` or `viewed`."""
    return {
        "when": when,
        "isDelivery": kind == "delivery",
        "isRead": kind == "read",
        "isViewed": kind == "viewed",
        "timestamps": timestamps,
    }


def typing(chat: Chat, timestamp: int, action: str) -> Json:
    """A JsonTypingMessage; `action` is `STARTED` or `STOPPED`."""
    message: Json = {"action": action, "timestamp": timestamp}
    if chat.group:
        message["groupId"] = chat.group.internal_id
    return message


def poll_create(poll: Poll) -> Json:
    """A JsonPollCreate."""
    return {
        "question": poll.question,
        "allowMultiple": poll.allow_multiple,
        "options": list(poll.options),
    }


def poll_vote(
    people: People, author: str, timestamp: int, options: tuple[int, ...], count: int
) -> Json:
    """A JsonPollVote; options count from 0, `count` how often somebody has voted in it."""
    return {
        **address(people, author, "author"),
        "targetSentTimestamp": timestamp,
        "optionIndexes": list(options),
        "voteCount": count,
    }


def pin(people: People, author: str, timestamp: int, seconds: int) -> Json:
    """A JsonPinMessage; -1 seconds is for ever."""
    target = {**address(people, author, "targetAuthor"), "targetSentTimestamp": timestamp}
    return {"pinMessage": {**target, "pinDurationSeconds": seconds}}


def unpin(people: People, author: str, timestamp: int) -> Json:
    """A JsonUnpinMessage."""
    target = {**address(people, author, "targetAuthor"), "targetSentTimestamp": timestamp}
    return {"unpinMessage": target}


def admin_delete(people: People, author: str, timestamp: int) -> Json:
    """A JsonAdminDelete: an admin of a group deleted somebody's message there."""
    target = {**address(people, author, "targetAuthor"), "targetSentTimestamp": timestamp}
    return {"adminDelete": target}


def sync_sent(people: People, destination: str | None, sent: Json) -> Json:
    """A JsonSyncMessage: the account's other device sent something.

    Args:
        destination: whom to, by account id; None in a group.
        sent: the fields of its dataMessage, or its `editMessage`.
    """
    to: Json = {"destination": None, "destinationNumber": None, "destinationUuid": None}
    if destination:
        to = address(people, destination, "destination")
    return {"syncMessage": {"sentMessage": {**to, **sent}}}


def sync_story(people: People, destination: str, text: str) -> Json:
    """A JsonSyncMessage: the account's other device showed somebody a story."""
    to = address(people, destination, "destination")
    del to["destination"]
    story = {"allowsReplies": True, "textAttachment": {"text": text}}
    return {"syncMessage": {"sentStoryMessage": {**to, **story}}}


def sync_read(people: People, sender: str, timestamps: list[int]) -> Json:
    """A JsonSyncMessage: the account's other device read messages of `sender`."""
    read = [{**address(people, sender, "sender"), "timestamp": stamp} for stamp in timestamps]
    return {"syncMessage": {"readMessages": read}}


def sync_blocked(people: People, blocked: list[str], groups: list[str]) -> Json:
    """A JsonSyncMessage: whom, and which groups by internal id, the account blocks."""
    names = [address(people, aci, "of")["of"] for aci in blocked]
    return {"syncMessage": {"blockedNumbers": names, "blockedGroupIds": groups}}


def sync_kind(kind: str) -> Json:
    """A JsonSyncMessage without content: `CONTACTS_SYNC`, `GROUPS_SYNC` or `REQUEST_SYNC`."""
    return {"syncMessage": {"type": kind}}


def sync_empty() -> Json:
    """A JsonSyncMessage of which signal-cli shows nothing, such as a request for keys."""
    return {"syncMessage": {}}


def call_offer(call_id: int, kind: str = "AUDIO_CALL") -> Json:
    """A JsonCallMessage: the phone rings; `kind` may be `VIDEO_CALL`. Ids go up to 2^64."""
    offer = {"id": call_id, "type": kind, "opaque": _OPAQUE}
    return {"callMessage": {"offerMessage": offer}}


def call_ice(call_id: int) -> Json:
    """A JsonCallMessage: how the caller can be reached."""
    return {"callMessage": {"iceUpdateMessages": [{"id": call_id, "opaque": _OPAQUE}]}}


def call_hangup(call_id: int, device: int = 0) -> Json:
    """A JsonCallMessage: the caller hung up."""
    return {"callMessage": {"hangupMessage": {"id": call_id, "type": "NORMAL", "deviceId": device}}}


def call_taken_elsewhere(call_id: int) -> Json:
    """A JsonCallMessage: another device took the call."""
    answer = {"id": call_id, "opaque": _OPAQUE}
    return {"callMessage": {"answerMessage": answer, "busyMessage": {"id": call_id}}}


def story(text: str) -> Json:
    """A JsonStoryMessage with a text, in the colours that the apps give it."""
    ends = ["#ff19a9ff", "#ff7097ff"]
    colours = {"startColor": ends[0], "endColor": ends[1], "colors": ends, "positions": [0.0, 1.0]}
    words = {
        "text": text,
        "style": "DEFAULT",
        "textForegroundColor": "#ffffffff",
        "textBackgroundColor": "#00000000",
        "backgroundGradient": {**colours, "angle": 191},
    }
    return {"storyMessage": {"allowsReplies": True, "textAttachment": words}}


def group_story(chat: Chat, file: Attachment) -> Json:
    """A JsonStoryMessage with a picture, for the members of a group."""
    group = chat.the_group().internal_id
    shown = {"allowsReplies": False, "groupId": group, "fileAttachment": attachment(file)}
    return {"storyMessage": shown}
