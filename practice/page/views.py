"""Phones, chats and messages as the page shows them, as JSON."""

from collections.abc import Callable
from typing import Any

from practice import traffic
from practice.cast import Cast
from practice.groups import Group
from practice.page.places import Place, group_id, message_id, places_of
from practice.page.reading import Reading
from practice.seen import SeenMessage, look_at
from practice.world import World

Json = dict[str, Any]


class PhoneViews:
    """What is on everybody's screen.

    Args:
        world: the practice Signal.
        cast: everybody.
        reading: what has been read.
        role: who somebody is, in words, by the phone's id.
    """

    def __init__(
        self, world: World, cast: Cast, reading: Reading, role: Callable[[str], str]
    ) -> None:
        self._world = world
        self._cast = cast
        self._reading = reading
        self._role = role

    def phone(self, phone_id: str) -> Json:
        """A phone with its chats, without their messages."""
        return {**self._head(phone_id), "chats": [self._chat(p) for p in self._places(phone_id)]}

    def whole_phone(self, phone_id: str) -> Json:
        """A phone with everything on it."""
        return {**self._head(phone_id), "chats": [self.chat(p) for p in self._places(phone_id)]}

    def chat(self, place: Place) -> Json:
        """A chat with its messages, oldest first."""
        messages = [
            message_view(self._world, place, look_at(self._world, place.chat, message), name)
            for message in place.phone.on_screen(place.chat)
            if (name := message_id(message))
        ]
        return {**self._chat(place), "messages": messages}

    def _places(self, phone_id: str) -> list[Place]:
        return places_of(self._cast, phone_id)

    def _head(self, phone_id: str) -> Json:
        phone = self._cast.phones[phone_id]
        outside = [one for one in self._world.groups() if phone.aci not in one.members]
        return {
            "id": phone_id,
            "name": phone.person.name,
            "role": self._role(phone_id),
            "invited": [self._named(one) for one in outside if phone.aci in one.invited],
            "links": [
                {**self._named(one), "asked": phone.aci in one.requesting}
                for one in outside
                if one.invite_link and phone.aci not in one.invited
            ],
        }

    def _named(self, group: Group) -> Json:
        return {"id": group_id(self._cast, group), "name": group.name}

    def _chat(self, place: Place) -> Json:
        group, me, bot = place.group, place.phone.aci, self._world.account.self_
        people = self._world.people
        messages = place.phone.on_screen(place.chat)
        last = messages[-1] if messages else None
        return {
            "id": place.chat_id,
            "kind": "bot" if group is None else "group",
            "name": bot.name if group is None else group.name,
            "members": [people[aci].name for aci in (group.members if group else (me, bot.aci))],
            "timer": traffic.timer_of(place.chat),
            "can_send": group is None or group.allows(me, group.send_messages),
            "unread": self._reading.unread(place),
            "last": last and {"text": last.text, "timestamp": last.timestamp},
            "group": group and self._about(group, me),
            "messages": [],
        }

    def _about(self, group: Group, me: str) -> Json:
        """What Signal shows of a group to somebody in it."""
        members = (self._world.people[aci] for aci in group.members)
        return {
            "description": group.description,
            "posts": group.send_messages,
            "link": group.link,
            "inside": me in group.members,
            "changes": group.allows(me, group.edit_group),
            "admin": me in group.admins,
            "people": [
                {
                    "name": one.name,
                    "number": one.visible_number or "",
                    "admin": one.aci in group.admins,
                }
                for one in members
            ],
        }


def message_view(world: World, place: Place, seen: SeenMessage, name: str) -> Json:
    """A message on somebody's screen."""
    me = place.phone.aci
    mine = seen.sender == me
    return {
        "id": name,
        "timestamp": seen.timestamp,
        "mine": mine,
        "bot": seen.sender == world.account.aci,
        "sender": seen.sender_name,
        "text": seen.text,
        "styles": [
            {"start": style.start, "length": style.length, "style": style.style}
            for style in seen.content.styles
        ],
        "edited": len(seen.history) > 1 and not seen.deleted,
        "history": [] if seen.deleted else list(seen.history),
        "deleted": seen.deleted,
        "quote": _quote(world, seen),
        "reactions": _reactions(world, seen, me),
        "files": [
            {
                "name": file.filename or "",
                "type": file.content_type,
                "size": len(file.data),
                "url": f"{place.url}/files/{name}/{index}",
            }
            for index, file in enumerate(seen.attachments)
        ],
        "poll": _poll(seen, me),
        "state": _state(seen) if mine else None,
        "timer": seen.timer,
        "question": seen.question,
    }


def _quote(world: World, seen: SeenMessage) -> Json | None:
    if seen.quote is None or seen.deleted:
        return None
    author = world.find(seen.quote.author)
    return {"sender": author.name if author else "", "text": seen.quote.text}


def _reactions(world: World, seen: SeenMessage, me: str) -> list[Json]:
    emojis = dict.fromkeys(seen.reactions.values())
    by_emoji = {
        emoji: [aci for aci, one in seen.reactions.items() if one == emoji] for emoji in emojis
    }
    return [
        {
            "emoji": emoji,
            "count": len(acis),
            "mine": me in acis,
            "names": [world.people[aci].name for aci in acis],
        }
        for emoji, acis in by_emoji.items()
    ]


def _poll(seen: SeenMessage, me: str) -> Json | None:
    if not seen.options or seen.deleted:
        return None
    options = [
        {
            "text": text,
            "count": sum(index in chosen for chosen in seen.votes.values()),
            "mine": index in seen.votes.get(me, ()),
        }
        for index, text in enumerate(seen.options)
    ]
    return {
        "question": seen.question,
        "options": options,
        "closed": seen.poll_closed,
        "multiple": seen.multiple,
    }


def _state(seen: SeenMessage) -> str:
    if seen.receipts["read"]:
        return "read"
    return "delivered" if seen.receipts["delivery"] else "sent"
