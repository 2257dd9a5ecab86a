"""signalbot's message types, filled from what an envelope says.

signalbot reads envelopes with models made from the newest signal-cli. They refuse what an older one
leaves out: one attachment without `isVoiceNote`, which signal-cli writes only since 0.14.8, and the
message with all its words is gone. So its types are filled here, one by one, from what could be
read, and a part that cannot be read costs only itself.

What its types have no place for stays in `RelayBot.entry`, which is the envelope as it came.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from signalbot import DataMessage, EditMessage, Reaction, RemoteDelete
from signalbot.attachments import Attachment
from signalbot.events import GroupInfo
from signalbot.messages import Mention, Preview, Quote, QuotedAttachment, Sticker, TextStyle

from relay.signal.envelope import (
    MISSING,
    attachments,
    content_of,
    edited_of,
    has_words,
    person_of,
    speaks_directly,
    timestamp_of,
)
from relay.signal.fields import Part, flag_of, part_of, parts_of, text_of, whole_of

Received = DataMessage | EditMessage | Reaction | RemoteDelete

M = TypeVar("M", bound=BaseModel)


def read_message(params: Part) -> Received | None:
    """Return what a person said, as signalbot's handlers take it. Never raises.

    Args:
        params: of a notification: `{"envelope": {…}, "account": "+44…"}`.

    Returns:
        None where there is nothing that handlers know: no words, no file, no reaction, no deletion.
    """
    envelope = part_of(params.get("envelope"))
    if not speaks_directly(envelope):
        return None
    # A call has no content.
    content = content_of(envelope) or {}
    common = _common(envelope, content)
    reaction, deletion = part_of(content.get("reaction")), part_of(content.get("remoteDelete"))
    target = whole_of(reaction.get("targetSentTimestamp"))
    if target is not None and not has_words(content):
        return _filled(
            Reaction,
            {
                **common,
                "timestamp": target,
                "emoji": text_of(reaction.get("emoji")) or None,
                "is_remove": flag_of(reaction.get("isRemove")) or False,
                "target_author": text_of(reaction.get("targetAuthor")) or None,
                "target_author_number": text_of(reaction.get("targetAuthorNumber")) or None,
                "target_author_uuid": text_of(reaction.get("targetAuthorUuid")) or None,
            },
        )
    deleted = whole_of(deletion.get("timestamp"))
    if deleted is not None and not has_words(content):
        return _filled(RemoteDelete, {**common, "timestamp": deleted})
    said = {**common, **_said(params, content)}
    edited = edited_of(envelope)
    if edited is not None:
        return _filled(EditMessage, {**said, "target_sent_timestamp": edited})
    return _filled(DataMessage, said)


def _common(envelope: Part, content: Part) -> Part:
    sent = timestamp_of(envelope)
    group = part_of(content.get("groupInfo"))
    return {
        "server_delivered_timestamp": whole_of(envelope.get("serverDeliveredTimestamp")) or sent,
        "server_received_timestamp": whole_of(envelope.get("serverReceivedTimestamp")) or sent,
        "source": text_of(envelope.get("source")) or None,
        "source_device": whole_of(envelope.get("sourceDevice")),
        "source_name": text_of(envelope.get("sourceName")) or None,
        "source_number": text_of(envelope.get("sourceNumber")) or None,
        "source_uuid": person_of(envelope),
        "timestamp": whole_of(content.get("timestamp")) or sent,
        "group_info": _filled(
            GroupInfo,
            {
                "groupId": text_of(group.get("groupId")) or None,
                "groupName": text_of(group.get("groupName")) or None,
                "revision": whole_of(group.get("revision")) or 0,
                "type": text_of(group.get("type")) or None,
            },
        )
        if group
        else None,
    }


def _said(params: Part, content: Part) -> Part:
    return {
        "attachments": _many(_attachment(file) for file in attachments(params)),
        "expires_in_seconds": whole_of(content.get("expiresInSeconds")),
        "mentions": _mentions(content),
        "text": text_of(content.get("message")) or None,
        "previews": _many(_preview(one) for one in parts_of(content.get("previews"))),
        "quote": _quote(part_of(content.get("quote"))),
        "sticker": _sticker(part_of(content.get("sticker"))),
        "text_styles": _styles(content),
        "view_once": flag_of(content.get("viewOnce")),
    }


def _attachment(file: Part) -> Attachment | None:
    return _filled(
        Attachment,
        {
            "caption": text_of(file.get("caption")) or None,
            "contentType": text_of(file.get("contentType")) or None,
            "filename": text_of(file.get("filename")) or None,
            "height": whole_of(file.get("height")),
            "id": _on_disk(file),
            "isVoiceNote": flag_of(file.get("isVoiceNote")) or False,
            "size": whole_of(file.get("size")),
            "uploadTimestamp": whole_of(file.get("uploadTimestamp")),
            "width": whole_of(file.get("width")),
        },
    )


def _on_disk(file: Part) -> str | None:
    name = text_of(file.get("id"))
    return None if name.startswith(MISSING) else name or None


def _mentions(part: Part) -> list[Mention] | None:
    return _many(
        _filled(
            Mention,
            {
                "start": whole_of(one.get("start")),
                "length": whole_of(one.get("length")),
                "name": text_of(one.get("name")) or None,
                "number": text_of(one.get("number")) or None,
                "uuid": text_of(one.get("uuid")) or None,
            },
        )
        for one in parts_of(part.get("mentions"))
    )


def _styles(part: Part) -> list[TextStyle] | None:
    return _many(
        _filled(
            TextStyle,
            {
                "start": whole_of(one.get("start")),
                "length": whole_of(one.get("length")),
                "style": text_of(one.get("style")) or None,
            },
        )
        for one in parts_of(part.get("textStyles"))
    )


def _preview(part: Part) -> Preview | None:
    image = part_of(part.get("image"))
    return _filled(
        Preview,
        {
            "description": text_of(part.get("description")) or None,
            "image": _attachment(image) if image else None,
            "title": text_of(part.get("title")) or None,
            "url": text_of(part.get("url")) or None,
        },
    )


def _quote(part: Part) -> Quote | None:
    if not part:
        return None
    return _filled(
        Quote,
        {
            "id": whole_of(part.get("id")),
            "author": text_of(part.get("author")) or None,
            "authorNumber": text_of(part.get("authorNumber")) or None,
            "authorUuid": text_of(part.get("authorUuid")) or None,
            "text": text_of(part.get("text")) or None,
            "attachments": _many(_quoted(one) for one in parts_of(part.get("attachments"))),
            "mentions": _mentions(part),
            "textStyles": _styles(part),
        },
    )


def _quoted(part: Part) -> QuotedAttachment | None:
    thumbnail = part_of(part.get("thumbnail"))
    return _filled(
        QuotedAttachment,
        {
            "contentType": text_of(part.get("contentType")) or None,
            "filename": text_of(part.get("filename")) or None,
            "thumbnail": _attachment(thumbnail) if thumbnail else None,
        },
    )


def _sticker(part: Part) -> Sticker | None:
    if not part:
        return None
    return _filled(
        Sticker,
        {
            "packId": text_of(part.get("packId")) or None,
            "stickerId": whole_of(part.get("stickerId")) or 0,
        },
    )


def _filled(model: type[M], values: dict[str, Any]) -> M | None:
    """A type of signalbot's with these values, or None where it wants more than there is."""
    try:
        return model.model_validate(values)
    except ValidationError:
        # Never the error itself: it quotes what the person wrote.
        return None


def _many(parts: Any) -> list[Any] | None:
    """Those that could be read, or None where there are none, as signalbot has it."""
    return [one for one in parts if one is not None] or None
