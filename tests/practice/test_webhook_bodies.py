"""Every kind of notification that was recorded, produced by the stand-in, has the recorded shape.

The same keys, the same nulls and the same types on every level, for each release.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast, get_args

import pytest
from recordings import RELEASES, SIGNAL_CLI, WITH_NEWER_SIGNAL_CLI, webhook_bodies

from practice import envelopes, rare_traffic, traffic
from practice.attachments import Attachment
from practice.contents import LONG_TEXT, attachment
from practice.dialects import SignalCliVersion
from practice.envelopes import Json
from practice.groups import Group
from practice.messages import (
    Content,
    Mention,
    Poll,
    Preview,
    Quote,
    QuotedFile,
    SharedContact,
    TextStyle,
)
from practice.people import NumberSharing, Person
from practice.phones import Phone
from practice.releases import Release
from practice.signal_cli import Tuning
from practice.world import World

PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(62)
PICTURE = Attachment(PIXEL, "image/png", "pic.png", width=1, height=1)
PAPER = Attachment(b"%PDF-1.7", "application/pdf", "paper.pdf")
VOICE = Attachment(bytes(5000), "audio/aac", width=0, height=0, voice=True)
LINK = "see https://example.org"


@dataclass
class Scene:
    """Ada, whom the bot's account knows by number, and Bea, whom it does not; both in a group."""

    world: World
    ada: Phone
    bea: Phone
    group: Group
    bot_said: int
    bot_said_in_group: int

    @property
    def bot(self) -> Person:
        return self.world.account.self_

    def send(self, text: str = "", to: Any = None, **more: Any) -> int:
        return self.ada.send(Content(text, **more), to)

    def quote(self, text: str = "before", **more: Any) -> Quote:
        return Quote(self.bot_said, self.bot.aci, text, **more)

    def in_group(self, act: Callable[..., int], *more: Any) -> None:
        target = (self.bot.aci, self.bot_said_in_group)
        act(self.world, self.ada.person, self.ada.chat(self.group), target, *more)

    def ask(self, to: Any = None) -> int:
        return self.ada.ask(Poll("When?", ("a", "b"), allow_multiple=False), to)

    def vote(self, options: tuple[int, ...] = (0,)) -> int:
        chat = self.ada.chat(self.group)
        poll = Poll("When?", ("a", "b"), allow_multiple=False)
        stamp = traffic.open_poll(self.world, self.bot, chat, poll)
        return self.ada.vote(stamp, options, self.group)

    def call(self, message: Json) -> None:
        rare_traffic.call(self.world, self.ada.person, self.bot, message)

    def tell(self, body: Json, source: Person | None = None) -> None:
        self.world.tell(self.world.account, source or self.ada.person, 5, body)

    def data(self, **more: Any) -> None:
        """Ada sends something with fields as no app of today fills them."""
        bare = envelopes.bare_data(self.ada.chat(), 5, 0)
        self.tell({"dataMessage": {**bare, "message": "Hello", **more}})


def quote_attachments(s: Scene) -> None:
    files = (QuotedFile("image/png", thumbnail=PICTURE),)
    styles, mentions = (TextStyle(0, 2, "ITALIC"),), (Mention(6, 1, s.bea.aci),)
    s.send("yes", quote=s.quote(files=files, styles=styles, mentions=mentions))


def shared_contact(s: Scene) -> None:
    contact = SharedContact(
        "Cy", "Invented", "+447700900055", "cy@example.org", "Town", "1 Road", "X1", PICTURE
    )
    s.send(contacts=(contact,))


def hide_number(s: Scene) -> None:
    s.ada.person.sharing = NumberSharing.HIDDEN


def hidden(act: Callable[[Scene], object]) -> Callable[[Scene], None]:
    def acted(s: Scene) -> None:
        hide_number(s)
        act(s)

    return acted


def without_a_file_name(s: Scene) -> None:
    item = attachment(Attachment(PIXEL, "image/png", id="pic.png", width=1, height=1))
    s.data(message=None, attachments=[item])


def attachment_with(**changed: Any) -> Callable[[Scene], None]:
    item = {**attachment(PICTURE), "id": "pic.png", "uploadTimestamp": 5, **changed}
    return lambda s: s.data(message=None, attachments=[item])


def without_id(s: Scene) -> None:
    s.ada.person.sharing = NumberSharing.SHOWN
    nobody = Person("Ada", aci="", number=s.ada.person.number, sharing=NumberSharing.SHOWN)
    data = envelopes.data_message(s.world.people, s.ada.chat(), 5, 0, Content("Hello"))
    s.tell({"dataMessage": data}, nobody)


def without_a_name(s: Scene) -> None:
    s.ada.person.name = ""
    s.send("Hello")


def timed(s: Scene) -> None:
    s.ada.chat().timer = 604800
    s.send("Hello")


def timestamp_nought(s: Scene) -> None:
    data = envelopes.data_message(s.world.people, s.ada.chat(), 5, 0, Content("Hello"))
    s.world.tell(s.world.account, s.ada.person, 0, {"dataMessage": data})


def nameless_group(s: Scene) -> None:
    chat = s.ada.chat(s.group)
    data = envelopes.data_message(s.world.people, chat, 5, 0, Content("Hello all"))
    data["groupInfo"]["groupName"] = None
    s.tell({"dataMessage": data})


def group_of_the_old_kind(s: Scene) -> None:
    old = Group("Old", internal_id="AAAAAAAAAAAAAAAAAAAAAA==", members=s.group.members)
    s.send("old", s.world.add_group(old).the_group())


def group_text_besides(s: Scene) -> None:
    chat = s.ada.chat(s.group)
    s.data(message="x", **envelopes.group_info(chat, "UPDATE"))


def group_made(s: Scene) -> None:
    group = Group("Announcements", members={s.ada.aci: None})
    chat = s.world.add_group(group)
    s.world.join(chat, s.bot.aci)
    traffic.group_changed(s.world, s.ada.person, chat)


def edit(s: Scene, to: Any = None, **more: Any) -> None:
    stamp = s.ada.say("Hello", to)
    content = Content("Hello, better", **more)
    traffic.edit(s.world, s.ada.person, s.ada.chat(to), stamp, content)


def untrusted(s: Scene) -> None:
    s.ada.person.sharing = NumberSharing.HIDDEN
    s.ada.change_safety_number()
    s.send("Hello")


def receipt_from_the_server(s: Scene) -> None:
    hide_number(s)
    body = {"receiptMessage": envelopes.receipt(5, "delivery", [s.bot_said])}
    source = envelopes.envelope(s.ada.person, 5, body)
    s.world.deliver(envelopes.notification(s.world.account.number, {**source, "sourceName": ""}))


def other_account(s: Scene) -> None:
    other = s.world.add_account("+447700900050")
    chat = s.world.direct_chat(s.ada.person, other.self_)
    traffic.post(s.world, s.ada.person, chat, Content("Hello"))


def echo(s: Scene) -> None:
    data = envelopes.data_message(s.world.people, s.ada.chat(s.group), 5, 0, Content("Hello"))
    s.tell({"dataMessage": data}, s.bot)


def note_to_self(s: Scene) -> None:
    chat = s.world.direct_chat(s.bot, s.bot)
    rare_traffic.sent_on_other_device(s.world, chat, Content("note"))


def on_phone(act: Callable[..., int], *more: Any, group: bool = False) -> Callable[[Scene], None]:
    return lambda s: void(act(s.world, s.ada.chat(s.group if group else None), *more))


def void(_: object) -> None:
    return None


def sync(make: Callable[[Scene], Json]) -> Callable[[Scene], None]:
    return lambda s: void(rare_traffic.on_other_device(s.world, make(s)))


BIG = 18446744073709551611
ID = 1234567890123456789

KINDS: dict[str, Callable[[Scene], object]] = {
    "text": lambda s: s.send("Hello"),
    "text, sender's number hidden": hidden(lambda s: s.send("Hello")),
    "text, sender without account id": without_id,
    "text, sender without a name": without_a_name,
    "text, styles": lambda s: s.send(
        "bold and slanted", styles=(TextStyle(0, 4, "BOLD"), TextStyle(5, 3, "SPOILER"))
    ),
    "text, vanishing after a week": timed,
    "text, expiresInSeconds null": lambda s: s.data(expiresInSeconds=None),
    "timer changed": lambda s: s.ada.set_timer(604800),
    "mention": lambda s: s.ada.say("Hello \ufffc", mentions=[Mention(6, 1, s.bea.aci)]),
    "quote": lambda s: s.send("yes", quote=s.quote()),
    "quote with mention, styles, attachment": quote_attachments,
    "quote of an attachment without thumbnail": lambda s: s.send(
        "yes", quote=s.quote("", files=(QuotedFile("audio/aac"),))
    ),
    "preview": lambda s: s.send(LINK, previews=(Preview("https://example.org", "Example"),)),
    "preview with image": lambda s: s.send(
        LINK, previews=(Preview("https://example.org", "Example", "d", PICTURE),)
    ),
    "picture": lambda s: s.send(attachments=(PICTURE,)),
    "picture with text": lambda s: s.send("look", attachments=(PICTURE, PAPER)),
    "picture without file name": without_a_file_name,
    "voice message": lambda s: s.send(attachments=(VOICE,)),
    "attachment that was not downloaded (id null)": attachment_with(id=None),
    "attachment without content type": attachment_with(contentType=None),
    "long text (its attachment stays listed)": lambda s: s.send("x" * 2_001),
    "view once": lambda s: s.send(attachments=(PICTURE,), view_once=True),
    "sticker": lambda s: s.send(sticker="9a32eda01a7a28574f2eb48668ae0dc4:3"),
    "shared contact": shared_contact,
    "reaction": lambda s: s.ada.react(s.bot_said),
    "reaction taken back": lambda s: s.ada.unreact(s.bot_said),
    "reaction in a group": lambda s: s.ada.react(s.bot_said_in_group, to=s.group),
    "remote delete": lambda s: s.ada.delete(s.ada.say("Hello")),
    "remote delete in a group": lambda s: s.ada.delete(s.ada.say("Hello", s.group), s.group),
    "admin delete in a group": lambda s: s.in_group(rare_traffic.erase_as_admin),
    "pin in a group": lambda s: s.in_group(rare_traffic.pin),
    "unpin in a group": lambda s: s.in_group(rare_traffic.unpin),
    "pin in a direct chat": lambda s: rare_traffic.pin(
        s.world, s.ada.person, s.ada.chat(), (s.bot.aci, s.bot_said), 86400
    ),
    "poll": lambda s: s.ask(s.group),
    "poll in a direct chat": lambda s: s.ask(),
    "vote": lambda s: s.vote(),
    "vote taken back": lambda s: s.vote(()),
    "vote, sender's number hidden": hidden(lambda s: s.vote((1,))),
    "poll closed": lambda s: traffic.close_poll(
        s.world, s.ada.person, s.ada.chat(s.group), s.ask(s.group)
    ),
    "text in a group": lambda s: s.send("Hello all", s.group),
    "text in a group without a name": nameless_group,
    "group changed": lambda s: s.ada.set_timer(60, s.group),
    "group changed, text besides": group_text_besides,
    "group made, bot added": group_made,
    "group call": lambda s: rare_traffic.start_group_call(
        s.world, s.ada.person, s.ada.chat(s.group)
    ),
    "group of the old kind (V1)": group_of_the_old_kind,
    "profile key only": lambda s: rare_traffic.share_profile(s.world, s.ada.person, s.ada.chat()),
    "end of session": lambda s: rare_traffic.end_session(s.world, s.ada.person, s.ada.chat()),
    "payment": lambda s: s.send(payment="thanks"),
    "payment without a note": lambda s: s.send(payment=""),
    "story reply": lambda s: s.send("nice", story=(s.bot.aci, 5)),
    "story reaction": lambda s: rare_traffic.answer_story(s.world, s.ada.person, s.bot, 5, "👍"),
    "edit": edit,
    "edit with picture": lambda s: edit(s, attachments=(PICTURE,)),
    "edit in a group": lambda s: edit(s, s.group),
    "receipt: delivered": lambda s: s.ada.acknowledge([s.bot_said, s.bot_said + 1], "delivery"),
    "receipt: read": lambda s: s.ada.acknowledge([s.bot_said], "read"),
    "receipt: viewed": lambda s: s.ada.acknowledge([s.bot_said], "viewed"),
    "receipt from the server (no sender's name)": receipt_from_the_server,
    "typing": lambda s: s.ada.type("STARTED"),
    "typing stopped in a group": lambda s: s.ada.type("STOPPED", s.group),
    "call: offer": lambda s: s.call(envelopes.call_offer(ID)),
    "call: offer, id above 2^63": lambda s: s.call(envelopes.call_offer(BIG, "VIDEO_CALL")),
    "call: ice, id above 2^63": lambda s: s.call(envelopes.call_ice(BIG)),
    "call: hangup": lambda s: s.call(envelopes.call_hangup(ID)),
    "call: hangup, id above 2^63": lambda s: s.call(envelopes.call_hangup(BIG)),
    "call: busy, answer": lambda s: s.call(envelopes.call_taken_elsewhere(5)),
    "story: text": lambda s: rare_traffic.show_story(s.world, s.ada.person, s.ada.chat(), "news"),
    "story: picture in a group": lambda s: rare_traffic.show_story(
        s.world, s.ada.person, s.ada.chat(s.group), PICTURE
    ),
    "sync: sent": on_phone(rare_traffic.sent_on_other_device, Content("from the phone")),
    "sync: sent to a group": on_phone(
        rare_traffic.sent_on_other_device, Content("from the phone"), group=True
    ),
    "sync: group changed from another device": on_phone(
        rare_traffic.group_changed_on_other_device, group=True
    ),
    "sync: sent edit": on_phone(rare_traffic.edited_on_other_device, 5, "better"),
    "sync: sent picture": on_phone(
        rare_traffic.sent_on_other_device, Content(attachments=(PICTURE,))
    ),
    "sync: sent story": sync(lambda s: envelopes.sync_story(s.world.people, s.ada.aci, "news")),
    "sync: read": sync(lambda s: envelopes.sync_read(s.world.people, s.ada.aci, [5])),
    "sync: blocked": sync(
        lambda s: envelopes.sync_blocked(s.world.people, [s.bea.aci], [s.group.internal_id])
    ),
    "sync: contacts": sync(lambda s: envelopes.sync_kind("CONTACTS_SYNC")),
    "sync: empty": sync(lambda s: envelopes.sync_empty()),
    "note to self": note_to_self,
    "own message back (notify_self)": echo,
    "nothing that signal-cli can show (null message, sealed sender error)": lambda s: s.tell({}),
    "envelope without source (sealed sender, undecryptable)": lambda s: (
        rare_traffic.unreadable_and_unsigned(s.world)
    ),
    "untrusted sender": untrusted,
    "undecryptable": lambda s: rare_traffic.unreadable(s.world, s.ada.person),
    "exception without envelope": lambda s: rare_traffic.broken(s.world),
    "emoji, control characters, U+2028, half a surrogate pair kept": lambda s: s.send(
        "🎉 \x07 \u2028 \u202e end"
    ),
    "timestamp 0": timestamp_nought,
    "message of 64 KiB": lambda s: s.data(message="y" * 65536),
    "other account": other_account,
}


@pytest.fixture
def scene() -> tuple[Scene, list[Json]]:
    world = World()
    arrived: list[Json] = []
    shown = Person("Ada", number="+447700900001", sharing=NumberSharing.SHOWN)
    ada = Phone(world, world.add_person(shown))
    bea = Phone(world, world.add_person(Person("Bea", number="+447700900002")))
    group = Group("Everybody", members=dict.fromkeys((ada.aci, bea.aci, world.account.aci)))
    group.admins = {ada.aci}
    world.add_group(group)
    me = world.account.self_
    said = traffic.post(world, me, world.direct_chat(me, ada.person), Content("before"))
    in_group = traffic.post(world, me, world.group_chat(group.internal_id), Content("before"))
    world.deliver = arrived.append
    return Scene(world, ada, bea, group, said, in_group), arrived


def shape(value: Any) -> Any:
    """What is where, and of which type; a null is a type of its own."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return type(value).__name__


SPOKEN = (*RELEASES, WITH_NEWER_SIGNAL_CLI)


@pytest.mark.parametrize("release", SPOKEN)
def test_every_kind_that_was_recorded_is_produced(release: str) -> None:
    assert set(KINDS) == {body.name for body in webhook_bodies(release)}
    assert SIGNAL_CLI[release] in get_args(SignalCliVersion)
    if release != WITH_NEWER_SIGNAL_CLI:
        tuning = Tuning(release=cast(Release, release), signal_cli=None)
        assert tuning.speaks == SIGNAL_CLI[release]


@pytest.mark.parametrize("release", SPOKEN)
@pytest.mark.parametrize("name", KINDS)
def test_a_body_has_the_recorded_shape(
    release: str, name: str, scene: tuple[Scene, list[Json]]
) -> None:
    playing, arrived = scene
    spoken: Any = SIGNAL_CLI[release]
    playing.world.version = lambda: spoken
    KINDS[name](playing)
    [recorded] = [body for body in webhook_bodies(release) if body.name == name]
    assert shape(arrived[-1]) == shape(recorded.notification)


def test_a_long_text_comes_whole_and_once_more_as_a_file(
    scene: tuple[Scene, list[Json]],
) -> None:
    playing, arrived = scene
    text = "é" * 1_001
    playing.send(text)
    data = arrived[-1]["params"]["envelope"]["dataMessage"]
    [file] = data["attachments"]
    assert (data["message"], file["contentType"], file["filename"]) == (text, LONG_TEXT, None)
    assert playing.world.attachments.read(file["id"]) == text.encode()
    # On the phones it is a text.
    assert playing.ada.messages()[-1].attachments == ()
    playing.send("x" * 2_000)
    assert "attachments" not in arrived[-1]["params"]["envelope"]["dataMessage"]


def test_pictures_of_quotes_previews_and_contacts_are_files_in_the_folder_too(
    scene: tuple[Scene, list[Json]],
) -> None:
    playing, _ = scene
    quote_attachments(playing)
    shared_contact(playing)
    playing.send(LINK, previews=(Preview("https://example.org", "Example", "d", PICTURE),))
    assert len(playing.world.attachments.names()) == 3


def test_calls_and_pins_read_as_the_older_versions_write_them(
    scene: tuple[Scene, list[Json]],
) -> None:
    playing, arrived = scene
    playing.world.version = lambda: "0.13.23"
    playing.call(envelopes.call_offer(BIG))
    call = arrived[-1]["params"]["envelope"]["callMessage"]
    assert call["offerMessage"]["id"] == -5
    playing.in_group(rare_traffic.pin)
    assert "pinMessage" not in arrived[-1]["params"]["envelope"]["dataMessage"]
    assert arrived[-1]["params"]["envelope"]["dataMessage"]["message"] is None
