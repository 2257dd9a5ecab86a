"""One person in front of the bot: what they do, and what of it can be pointed at."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO
from typing import Unpack

from harness.running import Beside
from PIL import Image

from behaviour.ground import Ground
from practice.attachments import Attachment
from practice.messages import Content, Poll, SharedContact
from practice.phones import Phone
from practice.seen import SeenMessage

Act = Callable[["Play"], Awaitable[None]]


@dataclass(frozen=True)
class Play:
    """Somebody on the ground.

    Attributes:
        who: their name.
    """

    ground: Ground
    who: str

    @property
    def phone(self) -> Phone:
        """Their phone."""
        return self.ground.phone(self.who)

    def of(self, who: str) -> "Play":
        """The same, for somebody else."""
        return replace(self, who=who)

    def shown(self, place: str | None = None) -> list[SeenMessage]:
        """What the bot said to them, or in a group they are or were in."""
        phone = self.phone
        chat = None if place is None else self.ground.place_of(place)
        return [m for m in phone.messages(chat) if m.sender != phone.aci]

    def own(self) -> list[SeenMessage]:
        """What they said to the bot."""
        phone = self.phone
        return [message for message in phone.messages() if message.sender == phone.aci]

    def holding(self, words: str) -> SeenMessage | None:
        """The newest message of the bot with these words, or None."""
        return next((m for m in reversed(self.shown()) if words in m.text), None)

    def filled(self, text: str) -> str:
        """A text as it is typed, with names of cases: `{case}` is Rio's, `{Roy}` is Roy's."""
        names = self.ground.names
        for writer, name in names.items():
            text = text.replace(f"{{{writer}}}", name)
        text = text.replace("{case}", names.get("Rio", "Quiet Harbour 12"))
        return self.ground.spoken(text)

    async def say(self, text: str, **more: Unpack[Beside]) -> None:
        """Say something to the bot and let everything happen that follows."""
        self.phone.say(self.filled(text), **more)
        await self.ground.carry()

    async def send(self, content: Content) -> None:
        """Send something that is more than text."""
        self.phone.send(content)
        await self.ground.carry()

    async def wait(self, **by: float) -> None:
        """Let time pass in which nobody says anything."""
        await self.ground.wait(timedelta(**by))


async def say(play: Play, *texts: str) -> None:
    """Say texts, one after the other."""
    for text in texts:
        await play.say(text)


async def report(writer: Play, *texts: str) -> str:
    """Report something in parts, and return the name of the case."""
    await say(writer, "report", "1", "1", "0", *texts, "done", "send")
    return case_of(writer)


def case_of(writer: Play) -> str:
    """Return the name of the case that somebody sent last."""
    sent = writer.holding("I call it")
    found = re.search(r"I call it (\w+ \w+ \d+)", sent.text if sent else "")
    if found is None:
        raise LookupError(f"{writer.who} has no case: {[m.text for m in writer.shown()]}")
    return found[1]


def says(text: str) -> Act:
    """Say a text."""

    async def act(play: Play) -> None:
        await play.say(text)

    return act


def answers(writer: str, text: str) -> Act:
    """Answer as an officer what somebody has only just sent."""

    async def act(play: Play) -> None:
        await play.say(f"reply {case_of(play.of(writer))} {text}")

    return act


def later(act: Act, **by: float) -> Act:
    """Do something after a while; what the bot says meanwhile counts too."""

    async def wait_and_act(play: Play) -> None:
        await play.wait(**by)
        await act(play)

    return wait_and_act


def sends(text: str = "", *files: Attachment, view_once: bool = False) -> Act:
    """Send files, with a text or none."""

    async def act(play: Play) -> None:
        await play.send(Content(play.filled(text), files, view_once=view_once))

    return act


def reacts(emoji: str, back: int = 1) -> Act:
    """React to what the bot said last, or to what it said before that."""

    async def act(play: Play) -> None:
        shown = play.shown()
        if len(shown) >= back:
            play.phone.react(shown[-back].timestamp, emoji)
        await play.ground.carry()

    return act


async def takes_thumb_off(play: Play) -> None:
    """React, and take it off again before the bot looks."""
    if shown := play.shown():
        play.phone.react(shown[-1].timestamp)
        play.phone.unreact(shown[-1].timestamp)
    await play.ground.carry()


def quotes(text: str, words: str = "", back: int = 1) -> Act:
    """Quote a message of the bot: the newest with some words, or counted from the end."""

    async def act(play: Play) -> None:
        shown = play.shown()
        found = play.holding(play.filled(words)) if words else None
        if found is None and len(shown) >= back:
            found = shown[-back]
        await play.say(text, quote=found)

    return act


async def quotes_own(play: Play) -> None:
    """Quote what one said oneself."""
    own = play.own()
    await play.say("That is what I mean.", quote=own[-1] if own else None)


def edits(text: str) -> Act:
    """Edit what one said last."""

    async def act(play: Play) -> None:
        if own := play.own():
            play.phone.edit(own[-1].timestamp, play.filled(text))
        await play.ground.carry()

    return act


async def deletes(play: Play) -> None:
    """Delete what one said last."""
    if own := play.own():
        play.phone.delete(own[-1].timestamp)
    await play.ground.carry()


def in_group(text: str, place: str = "Board") -> Act:
    """Say something where everybody reads it; who is not in the group cannot."""

    async def act(play: Play) -> None:
        group = play.ground.place_of(place)
        if play.phone.aci in group.members:
            play.phone.say(text, group)
        await play.ground.carry()

    return act


async def reacts_in_group(play: Play) -> None:
    """Put a thumb on the newest post in the group."""
    group = play.ground.place_of("Board")
    if play.phone.aci in group.members and (posts := play.shown("Board")):
        play.phone.react(posts[-1].timestamp, "👍", group)
    await play.ground.carry()


async def votes(play: Play) -> None:
    """Answer the question in the group with yes; then an admin asks how many did."""
    group = play.ground.place_of("Board")
    polls = [post for post in play.shown("Board") if post.question]
    if play.phone.aci in group.members and polls:
        play.phone.vote(polls[-1].timestamp, (0,), group)
    await play.ground.carry()
    await play.of("Bea").say("rsvp 4")


async def asks_by_poll(play: Play) -> None:
    """Send the bot a poll."""
    play.phone.ask(Poll("Tea?", ("Yes", "No"), allow_multiple=False))
    await play.ground.carry()


async def shares_contact(play: Play) -> None:
    """Send the bot a card from the address book."""
    await play.send(Content(contacts=(SharedContact("Sam", "Example", "+447700900123"),)))


def _picture() -> Attachment:
    file = BytesIO()
    Image.new("RGB", (8, 8), "grey").save(file, "JPEG")
    return Attachment(file.getvalue(), "image/jpeg", "hall.jpg")


PICTURE = _picture()
VOICE = Attachment(b"\xff\xf1\x50\x80\x02\x1f\xfc" + bytes(64), "audio/aac", None, voice=True)
PROGRAM = Attachment(b"MZ" + bytes(64), "application/octet-stream", "set-up.exe")
