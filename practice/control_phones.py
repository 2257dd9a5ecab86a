"""The control API's commands about people, their groups and their phones."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from practice import control_forms as forms
from practice import traffic
from practice.attachments import Attachment
from practice.control_views import group_json, message_json, person_json
from practice.events import Event
from practice.groups import Group
from practice.messages import Poll
from practice.people import Person
from practice.phones import Phone
from practice.seen import look_at
from practice.server import PracticeSignal

Command = Callable[[web.Request], Awaitable[Any]]


class PhoneControl:
    """Commands about people, groups and phones.

    Args:
        signal: the stand-in they act on.
    """

    def __init__(self, signal: PracticeSignal) -> None:
        self._signal = signal
        self._world = signal.world

    def commands(self) -> tuple[tuple[str, str, Command], ...]:
        """Method, path and command of each."""
        phone = "/practice/people/{person}"
        return (
            ("GET", "/practice/people", self.people),
            ("POST", "/practice/people", self.add_person),
            ("PATCH", phone, self.change_person),
            ("POST", phone + "/safety-number", self.change_safety_number),
            ("GET", "/practice/groups", self.groups),
            ("POST", "/practice/groups", self.add_group),
            ("PATCH", "/practice/groups/{group}", self.change_group),
            ("GET", phone + "/chats", self.chats),
            ("GET", phone + "/messages", self.messages),
            ("GET", phone + "/attachment", self.attachment),
            ("GET", phone + "/next", self.next),
            ("POST", phone + "/messages", self.send),
            ("POST", phone + "/edits", self.edit),
            ("POST", phone + "/deletions", self.delete),
            ("POST", phone + "/reactions", self.react),
            ("POST", phone + "/receipts", self.acknowledge),
            ("POST", phone + "/typing", self.type),
            ("POST", phone + "/polls", self.ask),
            ("POST", phone + "/votes", self.vote),
            ("POST", phone + "/timers", self.set_timer),
        )

    def _phone(self, request: web.Request) -> Phone:
        return self._signal.phone(request.match_info["person"])

    # People and groups

    async def people(self, request: web.Request) -> Any:
        """Everybody on Signal, the bot included."""
        return [person_json(person) for person in self._world.people.values()]

    async def add_person(self, request: web.Request) -> Any:
        """Puts somebody on Signal."""
        form = forms.PersonForm.model_validate_json(await request.read())
        return person_json(self._world.add_person(form.person()))

    async def change_person(self, request: web.Request) -> Any:
        """Changes a profile, shows or hides a number, or ends an account."""
        form = forms.PersonChangeForm.model_validate_json(await request.read())
        person = self._phone(request).person
        person.name = form.name or person.name
        person.sharing = form.sharing or person.sharing
        if form.profile_key is not None:
            person.profile_key = form.profile_key
        if form.registered is False:
            self._world.leave_signal(person)
        return person_json(person)

    async def change_safety_number(self, request: web.Request) -> Any:
        """The person reinstalls Signal."""
        phone = self._phone(request)
        phone.change_safety_number()
        return person_json(phone.person)

    async def groups(self, request: web.Request) -> Any:
        """Every group."""
        return [group_json(chat.group) for chat in self._world.chats.values() if chat.group]

    async def add_group(self, request: web.Request) -> Any:
        """Creates a group; `bot` among the members or admins is the bot."""
        form = forms.GroupForm.model_validate_json(await request.read())
        group = Group(form.name, description=form.description, send_messages=form.send_messages)
        group.add_members, group.edit_group = form.add_members, form.edit_group
        group.timer = form.timer
        group.admins = {self._somebody(name).aci for name in form.admins}
        everybody = [self._somebody(name).aci for name in (*form.members, *form.admins)]
        group.members = dict.fromkeys(everybody)
        self._world.add_group(group)
        return group_json(group)

    def _somebody(self, identifier: str) -> Person:
        if identifier == "bot":
            return self._world.account.self_
        return self._signal.phone(identifier).person

    async def change_group(self, request: web.Request) -> Any:
        """Changes a group from a phone: of `by`, or of its first admin."""
        form = forms.GroupChangeForm.model_validate_json(await request.read())
        chat = self._world.group_chat(request.match_info["group"])
        group = chat.the_group()
        by = self._somebody(form.by or next(iter([*sorted(group.admins), *group.members])))
        group.name = form.name or group.name
        group.send_messages = form.send_messages or group.send_messages
        for name in form.add:
            self._world.join(chat, self._somebody(name).aci)
        group.admins |= {self._somebody(name).aci for name in form.promote}
        group.admins -= {self._somebody(name).aci for name in form.demote}
        removed = [self._somebody(name).aci for name in form.remove]
        traffic.group_changed(self._world, by, chat)
        for aci in removed:
            self._world.leave(chat, aci)
        return group_json(group)

    # Phones

    async def chats(self, request: web.Request) -> Any:
        """Every chat on a phone, with its messages."""
        phone = self._phone(request)
        return [
            {
                "chat": chat.id,
                "group": group_json(chat.group) if chat.group else None,
                "people": list(chat.people),
                "messages": [
                    message_json(look_at(self._world, chat, message))
                    for message in phone.on_screen(chat)
                ],
            }
            for chat in phone.chats()
        ]

    async def messages(self, request: web.Request) -> Any:
        """The messages of one chat: `?in=` a group or person, or the chat with the bot."""
        phone = self._phone(request)
        return [message_json(seen) for seen in phone.messages(request.query.get("in"))]

    async def attachment(self, request: web.Request) -> Any:
        """A file that somebody sees: `?in=`, `author=`, `timestamp=` and `index=`."""
        chat = self._phone(request).chat(request.query.get("in"))
        author = request.query.get("author") or self._world.account.aci
        message = chat.find(author, int(request.query["timestamp"]))
        if message is None:
            raise KeyError("message")
        item: Attachment = message.content.attachments[int(request.query.get("index", "0"))]
        return web.Response(body=item.data, headers={"Content-Type": item.content_type})

    async def next(self, request: web.Request) -> Any:
        """The next event on a phone above `after`: waits up to `within` seconds, then 408.

        `kinds` is a list with commas (`message` if not given); `in` names a chat, all if not given.
        """
        phone = self._phone(request)
        kinds = request.query.get("kinds", "message").split(",")
        place = request.query.get("in")
        chat = None if place is None else phone.chat(None if place == "bot" else place)

        def wanted(event: Event) -> bool:
            here = chat is None or event.chat is chat
            return here and event.kind in kinds and phone.sees(event)

        event = await self._world.events.next(
            wanted,
            after=int(request.query.get("after", "0")),
            within=float(request.query.get("within", "30")),
            aci=phone.aci,
        )
        return {
            "number": event.number,
            "kind": event.kind,
            "chat": event.chat.id,
            "actor": event.actor,
            "detail": event.detail,
            "message": message_json(look_at(self._world, event.chat, event.message))
            if event.message
            else None,
        }

    async def send(self, request: web.Request) -> Any:
        """Sends a message from a phone."""
        form = forms.MessageForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).send(form.content(), form.to)}

    async def edit(self, request: web.Request) -> Any:
        """Edits the phone's own message."""
        form = forms.EditForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).edit(form.timestamp, form.text, form.to)}

    async def delete(self, request: web.Request) -> Any:
        """Deletes the phone's own message for everybody."""
        form = forms.TargetForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).delete(form.timestamp, form.to)}

    async def react(self, request: web.Request) -> Any:
        """Reacts to a message, or takes the reaction off."""
        form = forms.ReactionForm.model_validate_json(await request.read())
        phone = self._phone(request)
        if form.action == "remove":
            return {"timestamp": phone.unreact(form.timestamp, form.to, author=form.author)}
        stamp = phone.react(form.timestamp, form.emoji, form.to, author=form.author)
        return {"timestamp": stamp}

    async def acknowledge(self, request: web.Request) -> Any:
        """Sends a receipt to the bot."""
        form = forms.ReceiptForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).acknowledge(form.timestamps, form.kind)}

    async def type(self, request: web.Request) -> Any:
        """Shows typing."""
        form = forms.TypingForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).type(form.action, form.to)}

    async def ask(self, request: web.Request) -> Any:
        """Starts a poll."""
        form = forms.PollForm.model_validate_json(await request.read())
        poll = Poll(form.question, tuple(form.options), form.allow_multiple)
        return {"timestamp": self._phone(request).ask(poll, form.to)}

    async def vote(self, request: web.Request) -> Any:
        """Votes in a poll."""
        form = forms.VoteForm.model_validate_json(await request.read())
        phone = self._phone(request)
        stamp = phone.vote(form.timestamp, tuple(form.options), form.to, author=form.author or "")
        return {"timestamp": stamp}

    async def set_timer(self, request: web.Request) -> Any:
        """Sets a chat's disappearing timer."""
        form = forms.TimerForm.model_validate_json(await request.read())
        return {"timestamp": self._phone(request).set_timer(form.seconds, form.to)}
