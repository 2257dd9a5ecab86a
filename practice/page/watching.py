"""Noticing what happens on everybody's phone, and telling the page."""

import asyncio
from collections.abc import Iterable

from practice.events import Event
from practice.page.hub import Hub
from practice.page.places import Place, phone_ids, places_of
from practice.page.views import PhoneViews
from practice.rehearsal import Rehearsal

_LOOK_AGAIN = 1.0
_LONG = 24 * 3600.0


class PhoneWatch:
    """Watches phones.

    Args:
        rehearsal: whose phones.
        views: how they look.
        hub: who is told.
    """

    def __init__(self, rehearsal: Rehearsal, views: PhoneViews, hub: Hub) -> None:
        self._world = rehearsal.signal.world
        self._cast = rehearsal.cast
        self._views = views
        self._hub = hub

    async def watch(self) -> None:
        """Tell of what happens on Signal, for ever."""
        seen = self._world.events.last
        while True:
            await self._world.events.next(lambda _: True, after=seen, within=_LONG)
            events = self._world.events.since(seen)
            seen += len(events)
            self._tell(event for event in events if event.kind != "typing")

    async def watch_timers(self) -> None:
        """Tell of messages that disappear, for ever."""
        held: dict[str, int] = {}
        while True:
            for place in self._counting():
                left = len(place.phone.on_screen(place.chat))
                if held.get(place.url, left) != left:
                    self.tell_chat(place)
                held[place.url] = left
            await asyncio.sleep(_LOOK_AGAIN)

    def _counting(self) -> list[Place]:
        return [
            place
            for phone_id in phone_ids(self._cast)
            for place in places_of(self._cast, phone_id)
            if any(place.phone.aci in message.counting for message in place.chat.messages)
        ]

    def tell_phone(self, phone_id: str) -> None:
        """Tell how a phone looks now: which chats are on it, and what it is invited to."""
        self._hub.publish("phone", self._views.phone(phone_id), key=phone_id)

    def tell_chat(self, place: Place) -> None:
        """Tell how a chat looks now."""
        data = {"phone": place.phone_id, "chat": self._views.chat(place)}
        self._hub.publish("chat", data, key=place.url)

    def _tell(self, events: Iterable[Event]) -> None:
        changes = list(events)
        chats = {event.chat.id for event in changes}
        rearranged = {event.chat.id for event in changes if event.kind == "group update"}
        for phone_id in phone_ids(self._cast):
            places = [p for p in places_of(self._cast, phone_id) if p.chat.id in chats]
            for place in places:
                self.tell_chat(place)
            if rearranged:
                # Also who is in none of them may be invited now, or follow a link.
                self.tell_phone(phone_id)
