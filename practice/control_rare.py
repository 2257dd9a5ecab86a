"""The control API's commands for what people do that the bot seldom sees: see `rare_traffic`."""

from collections.abc import Callable
from typing import Any, Literal

from aiohttp import web
from pydantic import Field

from practice import envelopes, rare_traffic
from practice.control_forms import FileForm, Form, TargetForm
from practice.control_phones import Command
from practice.messages import Content
from practice.phones import Phone
from practice.server import PracticeSignal


class PinForm(TargetForm):
    """A message, its author (the bot if not given), and for how many seconds; -1 is for ever."""

    author: str | None = None
    seconds: int = rare_traffic.FOR_EVER
    action: Literal["add", "remove"] = "add"


class AdminDeletionForm(TargetForm):
    """Somebody's message in a group; its author is the bot if not given."""

    author: str | None = None
    to: str


class CallForm(Form):
    """A part of a call to the bot; ids go up to 2^64."""

    id: int
    part: Literal["offer", "ice", "hangup", "taken elsewhere"] = "offer"
    kind: Literal["AUDIO_CALL", "VIDEO_CALL"] = "AUDIO_CALL"


class StoryForm(Form):
    """A story: a text for the bot, or a picture for a group."""

    text: str = ""
    file: FileForm | None = None
    to: str | None = None


class EmptyForm(Form):
    """A message that holds nothing to show."""

    kind: Literal["group call", "profile", "end of session"]
    to: str | None = None


class JoiningForm(Form):
    """A group, and whether to join or accept, to ask to be let in, or to decline."""

    group: str
    action: Literal["join", "ask", "decline"] = "join"


class OtherDeviceForm(Form):
    """What the owner of the bot's account does on their phone, in a chat.

    Args:
        kind: `sent` (with `text` and `files`), `edited` (the message `timestamp`, to `text`),
            `read` (the messages `timestamp` of somebody) or `group changed`.
        chat: a person or a group.
    """

    kind: Literal["sent", "edited", "read", "group changed"]
    chat: str
    text: str = ""
    files: list[FileForm] = Field(default_factory=list)
    timestamp: int = 0


class RareControl:
    """Commands about what is rare.

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
            ("POST", phone + "/pins", self.pin),
            ("POST", phone + "/admin-deletions", self.erase_as_admin),
            ("POST", phone + "/calls", self.call),
            ("POST", phone + "/stories", self.show_story),
            ("POST", phone + "/empty-messages", self.send_nothing),
            ("POST", phone + "/unreadable", self.send_unreadable),
            ("POST", phone + "/key", self.fetch_key),
            ("POST", phone + "/joinings", self.join),
            ("POST", "/practice/other-device", self.on_other_device),
        )

    def _phone(self, request: web.Request) -> Phone:
        return self._signal.phone(request.match_info["person"])

    async def pin(self, request: web.Request) -> Any:
        """Pins a message, or takes it down."""
        form = PinForm.model_validate_json(await request.read())
        phone = self._phone(request)
        target = (form.author or self._world.account.aci, form.timestamp)
        chat = phone.chat(form.to)
        if form.action == "remove":
            stamp = rare_traffic.unpin(self._world, phone.person, chat, target)
        else:
            stamp = rare_traffic.pin(self._world, phone.person, chat, target, form.seconds)
        return {"timestamp": stamp}

    async def erase_as_admin(self, request: web.Request) -> Any:
        """Deletes somebody else's message in a group."""
        form = AdminDeletionForm.model_validate_json(await request.read())
        phone = self._phone(request)
        target = (form.author or self._world.account.aci, form.timestamp)
        chat = phone.chat(form.to)
        return {"timestamp": rare_traffic.erase_as_admin(self._world, phone.person, chat, target)}

    async def call(self, request: web.Request) -> Any:
        """Calls the bot, or goes on with a call."""
        form = CallForm.model_validate_json(await request.read())
        message = {
            "offer": lambda: envelopes.call_offer(form.id, form.kind),
            "ice": lambda: envelopes.call_ice(form.id),
            "hangup": lambda: envelopes.call_hangup(form.id),
            "taken elsewhere": lambda: envelopes.call_taken_elsewhere(form.id),
        }[form.part]()
        caller, bot = self._phone(request).person, self._world.account.self_
        return {"timestamp": rare_traffic.call(self._world, caller, bot, message)}

    async def show_story(self, request: web.Request) -> Any:
        """Shows a story."""
        form = StoryForm.model_validate_json(await request.read())
        phone = self._phone(request)
        story = form.file.attachment() if form.file else form.text
        chat = phone.chat(form.to)
        return {"timestamp": rare_traffic.show_story(self._world, phone.person, chat, story)}

    async def send_nothing(self, request: web.Request) -> Any:
        """Sends a message that holds nothing to show."""
        form = EmptyForm.model_validate_json(await request.read())
        phone = self._phone(request)
        act = {
            "group call": rare_traffic.start_group_call,
            "profile": rare_traffic.share_profile,
            "end of session": rare_traffic.end_session,
        }[form.kind]
        return {"timestamp": act(self._world, phone.person, phone.chat(form.to))}

    async def send_unreadable(self, request: web.Request) -> Any:
        """Sends the bot something that signal-cli cannot decrypt."""
        person = self._phone(request).person
        return {"timestamp": rare_traffic.unreadable(self._world, person)}

    async def fetch_key(self, request: web.Request) -> Any:
        """The bot's account stores the person's present key, as it does with their profile."""
        self._world.fetch_key(self._phone(request).person)
        return {}

    async def join(self, request: web.Request) -> Any:
        """Joins a group by its link or by invitation, asks to be let in, or declines."""
        form = JoiningForm.model_validate_json(await request.read())
        phone = self._phone(request)
        acts: dict[str, Callable[[str], object]] = {
            "join": phone.join,
            "ask": phone.ask_to_join,
            "decline": phone.decline,
        }
        acts[form.action](form.group)
        return {}

    async def on_other_device(self, request: web.Request) -> Any:
        """The owner of the bot's account does something on their phone."""
        form = OtherDeviceForm.model_validate_json(await request.read())
        owner = Phone(self._world, self._world.account.self_)
        chat = owner.chat(form.chat)
        if form.kind == "read":
            author = self._signal.phone(form.chat).aci
            body = envelopes.sync_read(self._world.people, author, [form.timestamp])
            return {"timestamp": rare_traffic.on_other_device(self._world, body)}
        if form.kind == "edited":
            stamp = rare_traffic.edited_on_other_device(
                self._world, chat, form.timestamp, form.text
            )
        elif form.kind == "sent":
            content = Content(form.text, tuple(file.attachment() for file in form.files))
            stamp = rare_traffic.sent_on_other_device(self._world, chat, content)
        else:
            stamp = rare_traffic.group_changed_on_other_device(self._world, chat)
        return {"timestamp": stamp}
