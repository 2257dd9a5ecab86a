"""What a message holds, in the JSON of signal-cli: the records of `org.asamk.signal.json`.

A field of a record that is written only when it has a value is left out here too; one that is
always written is there as null.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from practice.attachments import Attachment, AttachmentFolder
from practice.messages import Content, Mention, Preview, Quote, SharedContact, TextStyle
from practice.people import Person

Json = dict[str, Any]
People = Mapping[str, Person]

LONG_TEXT = "text/x-signal-plain"
"""The type of the file in which apps send a text that is too long for the message itself."""

LONG_TEXT_BYTES = 2_000
"""Above this many bytes of UTF-8 it goes there: MAX_INLINE_BODY_SIZE_BYTES in Signal-Android."""


def address(people: People, aci: str, prefix: str) -> Json:
    """The three fields that name a person, such as `author`, `authorNumber`, `authorUuid`."""
    number = _number(people, aci)
    return {prefix: number or aci, f"{prefix}Number": number, f"{prefix}Uuid": aci}


def _number(people: People, aci: str) -> str | None:
    person = people.get(aci)
    return person.known_number if person else None


def attachment(item: Attachment) -> Json:
    """A JsonAttachment of signal-cli 0.14.8; older ones write no `isVoiceNote`."""
    return {
        "contentType": item.content_type,
        "filename": item.filename,
        "id": item.id or None,
        "size": len(item.data),
        "width": item.width,
        "height": item.height,
        "caption": item.caption,
        "uploadTimestamp": item.uploaded,
        "isVoiceNote": item.voice,
    }


def mention(people: People, item: Mention) -> Json:
    """A JsonMention."""
    number = _number(people, item.aci)
    return {
        "name": number or item.aci,
        "number": number,
        "uuid": item.aci,
        "start": item.start,
        "length": item.length,
    }


def _style(item: TextStyle) -> Json:
    return {"style": item.style, "start": item.start, "length": item.length}


def _quote(people: People, quote: Quote) -> Json:
    written: Json = {
        "id": quote.timestamp,
        **address(people, quote.author, "author"),
        "text": quote.text or None,
        "attachments": [],
    }
    for file in quote.files:
        quoted: Json = {"contentType": file.content_type, "filename": file.filename}
        if file.thumbnail:
            quoted["thumbnail"] = attachment(file.thumbnail)
        written["attachments"].append(quoted)
    if quote.mentions:
        written["mentions"] = [mention(people, item) for item in quote.mentions]
    if quote.styles:
        written["textStyles"] = [_style(item) for item in quote.styles]
    return written


def _preview(preview: Preview) -> Json:
    return {
        "url": preview.url,
        "title": preview.title,
        "description": preview.description,
        "image": attachment(preview.image) if preview.image else None,
    }


def _contact(contact: SharedContact) -> Json:
    name = ("nickname", "given", "family", "prefix", "suffix", "middle")
    written: Json = {
        "name": {**dict.fromkeys(name), "given": contact.given, "family": contact.family},
        "organization": None,
    }
    if contact.picture:
        written["avatar"] = {"attachment": attachment(contact.picture), "isProfile": True}
    if contact.number:
        written["phone"] = [{"value": contact.number, "type": "MOBILE", "label": None}]
    if contact.email:
        written["email"] = [{"value": contact.email, "type": "HOME", "label": None}]
    if contact.town:
        parts = ["street", "pobox", "neighborhood", "city", "region", "postcode", "country"]
        place: Json = dict.fromkeys(parts)
        place |= {"street": contact.street, "city": contact.town, "postcode": contact.postcode}
        written["address"] = [{"type": "HOME", "label": None, **place}]
    return written


def fields(people: People, content: Content) -> Json:
    """The fields of a JsonDataMessage that are about what it holds."""
    data: Json = {"message": content.text or None, "viewOnce": content.view_once}
    if content.quote:
        data["quote"] = _quote(people, content.quote)
    if content.payment is not None:
        data["payment"] = {"note": content.payment or None, "receipt": "AQID"}
    if content.mentions:
        data["mentions"] = [mention(people, item) for item in content.mentions]
    if content.previews:
        data["previews"] = [_preview(preview) for preview in content.previews]
    if content.attachments:
        data["attachments"] = [attachment(item) for item in content.attachments]
    if content.sticker:
        pack, _, sticker = content.sticker.partition(":")
        data["sticker"] = {"packId": pack, "stickerId": int(sticker)}
    if content.contacts:
        data["contacts"] = [_contact(contact) for contact in content.contacts]
    if content.styles:
        data["textStyles"] = [_style(style) for style in content.styles]
    if content.story:
        data["storyContext"] = story_context(people, content.story)
    return data


def story_context(people: People, story: tuple[str, int]) -> Json:
    """A JsonStoryContext; `story` is its author's account id and its timestamp."""
    author, timestamp = story
    return {
        "authorNumber": _number(people, author),
        "authorUuid": author,
        "sentTimestamp": timestamp,
    }


def shown(content: Content) -> Content:
    """The content as a phone shows it: a long text is not a file."""
    files = tuple(file for file in content.attachments if file.content_type != LONG_TEXT)
    return replace(content, attachments=files)


def stored(folder: AttachmentFolder, content: Content, now: int) -> Content:
    """The content with every file of it in the folder of signal-cli, which fetches them all.

    That is: thumbnails of quotes, pictures of previews and of contacts, and a text that is too
    long for a message, which comes as a file besides (`downloadAttachments` in
    `IncomingMessageHandler` of signal-cli).

    Args:
        now: when the files were uploaded, in milliseconds.
    """

    def keep(item: Attachment) -> Attachment:
        return folder.keep(replace(item, uploaded=now))

    files = content.attachments
    if len(content.text.encode("utf-8", "surrogatepass")) > LONG_TEXT_BYTES:
        long_text = content.text.encode("utf-8", "surrogatepass")
        files = (*files, Attachment(long_text, LONG_TEXT))
    quote = content.quote
    if quote:
        quoted = tuple(
            replace(file, thumbnail=keep(file.thumbnail)) if file.thumbnail else file
            for file in quote.files
        )
        quote = replace(quote, files=quoted)
    return replace(
        content,
        attachments=tuple(keep(item) for item in files),
        quote=quote,
        previews=tuple(
            replace(preview, image=keep(preview.image)) if preview.image else preview
            for preview in content.previews
        ),
        contacts=tuple(
            replace(contact, picture=keep(contact.picture)) if contact.picture else contact
            for contact in content.contacts
        ),
    )
