"""The control API's view of people, groups and messages, as JSON."""

from dataclasses import asdict
from typing import Any

from practice.groups import Group
from practice.people import Person
from practice.seen import SeenMessage


def person_json(person: Person) -> dict[str, Any]:
    """A person, with what only the test may know."""
    return {
        "aci": person.aci,
        "name": person.name,
        "number": person.number,
        "number_shown": person.visible_number is not None,
        "username": person.username,
        "registered": person.registered,
        "trust": person.trust.value,
        "safety_number": person.shown_safety_number,
    }


def group_json(group: Group) -> dict[str, Any]:
    """A group with both ids."""
    return {
        "id": group.api_id,
        "internal_id": group.internal_id,
        "name": group.name,
        "description": group.description,
        "members": list(group.members),
        "admins": sorted(group.admins),
        "send_messages": group.send_messages.value,
        "timer": group.timer,
        "revision": group.revision,
    }


def message_json(message: SeenMessage) -> dict[str, Any]:
    """A message as a phone shows it; attachments as name, type and size."""
    return {
        "chat": message.chat,
        "sender": message.sender,
        "sender_name": message.sender_name,
        "sender_number": message.sender_number,
        "timestamp": message.timestamp,
        "text": message.text,
        "history": list(message.history),
        "deleted": message.deleted,
        "reactions": message.reactions,
        "attachments": [
            {
                "filename": item.filename,
                "content_type": item.content_type,
                "size": len(item.data),
            }
            for item in message.attachments
        ],
        "quote": asdict(message.quote) if message.quote else None,
        "mentions": [asdict(mention) for mention in message.mentions],
        "styles": [asdict(style) for style in message.content.styles],
        "view_once": message.content.view_once,
        "question": message.question,
        "options": list(message.options),
        "votes": {aci: list(options) for aci, options in message.votes.items()},
        "poll_closed": message.poll_closed,
        "receipts": {kind: sorted(acis) for kind, acis in message.receipts.items()},
        "timer": message.timer,
    }
