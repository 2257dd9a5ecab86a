"""The JSON of received messages, field for field as signal-cli writes it.

Each function mirrors a record of the same name in `org.asamk.signal.json` of signal-cli (such as
`JsonMessageEnvelope`). A field of the record that is written only when it has a value is left out
here too; one that is always written is there as null.
"""

from collections.abc import Mapping
from typing import Any

from relay.practice.attachments import Attachment
from relay.practice.chats import Chat
from relay.practice.messages import Content, Mention, Poll
from relay.practice.people import Person

Json = dict[str, Any]
People = Mapping[str, Person]


def address(people: People, aci: str, prefix: str) -> Json:
    """The three fields that name a person, such as `author`, `authorNumber`, `authorUuid`."""
    person = people.get(aci)
    number = person.visible_number if person else None
    return {prefix: number or aci, f"{prefix}Number": number, f"{prefix}Uuid": aci}


def envelope(source: Person, timestamp: int, body: Json, *, source_name: str = "") -> Json:
    """A JsonMessageEnvelope.

    Args:
        body: the one content field, such as `{"dataMessage": …}`; empty when it was unreadable.
        source_name: the name the account has for the person, if not the profile name.
    """
    return {
        "source": source.visible_number or source.aci,
        "sourceNumber": source.visible_number,
        "sourceUuid": source.aci,
        "sourceName": source_name or source.name,
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


def attachment(item: Attachment) -> Json:
    """A JsonAttachment."""
    return {
        "contentType": item.content_type,
        "filename": item.filename,
        "id": item.id or None,
        "size": len(item.data),
        "width": item.width,
        "height": item.height,
        "caption": item.caption,
        "uploadTimestamp": None,
        "isVoiceNote": False,
    }


def mention(people: People, item: Mention) -> Json:
    """A JsonMention."""
    person = people.get(item.aci)
    number = person.visible_number if person else None
    return {
        "name": number or item.aci,
        "number": number,
        "uuid": item.aci,
        "start": item.start,
        "length": item.length,
    }


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
    """A JsonDataMessage with a text or files."""
    data = bare_data(chat, timestamp, timer)
    data["message"] = content.text or None
    data["viewOnce"] = content.view_once
    if content.quote:
        data["quote"] = {
            "id": content.quote.timestamp,
            **address(people, content.quote.author, "author"),
            "text": content.quote.text,
            "attachments": [],
        }
        if content.quote.mentions:
            data["quote"]["mentions"] = [mention(people, m) for m in content.quote.mentions]
    if content.mentions:
        data["mentions"] = [mention(people, m) for m in content.mentions]
    if content.previews:
        data["previews"] = [
            {
                "url": preview.url,
                "title": preview.title,
                "description": preview.description,
                "image": attachment(preview.image) if preview.image else None,
            }
            for preview in content.previews
        ]
    if content.attachments:
        data["attachments"] = [attachment(item) for item in content.attachments]
    if content.sticker:
        pack, _, sticker = content.sticker.partition(":")
        data["sticker"] = {"packId": pack, "stickerId": int(sticker)}
    if content.styles:
        data["textStyles"] = [
            {"style": style.style, "start": style.start, "length": style.length}
            for style in content.styles
        ]
    return data


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


def poll_vote(people: People, author: str, timestamp: int, options: tuple[int, ...]) -> Json:
    """A JsonPollVote; options count from 0."""
    return {
        **address(people, author, "author"),
        "targetSentTimestamp": timestamp,
        "optionIndexes": list(options),
        "voteCount": 1,
    }


def sync_sent(people: People, destination: str | None, data: Json) -> Json:
    """A JsonSyncMessage: the account's other device sent something; `data` is its dataMessage."""
    to: Json = {"destination": None, "destinationNumber": None, "destinationUuid": None}
    if destination:
        to = address(people, destination, "destination")
    return {"syncMessage": {"sentMessage": {**to, **data}}}


def sync_read(people: People, sender: str, timestamps: list[int]) -> Json:
    """A JsonSyncMessage: the account's other device read messages of `sender`."""
    read = [{**address(people, sender, "sender"), "timestamp": stamp} for stamp in timestamps]
    return {"syncMessage": {"readMessages": read}}


def sync_kind(kind: str) -> Json:
    """A JsonSyncMessage without content: `CONTACTS_SYNC`, `GROUPS_SYNC` or `REQUEST_SYNC`."""
    return {"syncMessage": {"type": kind}}


def call_offer(call_id: int) -> Json:
    """A JsonCallMessage: the phone rings."""
    offer = {"id": call_id, "type": "AUDIO_CALL", "opaque": ""}
    return {"callMessage": {"offerMessage": offer}}


def call_hangup(call_id: int, device: int) -> Json:
    """A JsonCallMessage: the caller hung up."""
    return {"callMessage": {"hangupMessage": {"id": call_id, "type": "NORMAL", "deviceId": device}}}


def story(text: str) -> Json:
    """A JsonStoryMessage with a text."""
    return {"storyMessage": {"allowsReplies": True, "textAttachment": {"text": text}}}
