"""What people write and read through the containers."""

import re
from collections.abc import Iterable

from containers.trial import Trial
from relay.practice.groups import Group
from relay.practice.phones import Phone
from relay.practice.seen import SeenMessage
from relay.practice.server import PracticeSignal

PATIENCE = 60.0


async def hear(phone: Phone, *parts: str, place: Group | None = None) -> SeenMessage:
    """Wait for a message that holds all these words.

    Raises:
        TimeoutError: it does not come within a minute.
    """
    while True:
        message = await phone.next(place, within=PATIENCE)
        if all(part in message.text for part in parts):
            return message


def board(signal: PracticeSignal) -> Group:
    """The group that setup has made."""
    groups = [chat.group for chat in signal.world.chats.values() if chat.group is not None]
    return next(group for group in groups if group.name.endswith("announcements"))


async def announce(trial: Trial, admin: Phone, member: Phone, group: Group) -> None:
    """An announcement typed on a phone reaches another one."""
    text = "The hall is open tonight."
    admin.say(f"announce {text}")
    await hear(admin, "Nothing has been posted yet")
    admin.say("yes")
    seen = await hear(member, text, place=group)
    await hear(admin, "Posted to 1 of 1 group.")
    trial.expect("an announcement typed on one phone is read on another", seen.text == text)


async def report(trial: Trial, rio: Phone, officer: Phone) -> None:
    """A report is read by the officer, and answered."""
    words, answer = "Somebody followed me home.", "Thank you. Are you safe tonight?"
    for text in ("report", "1", "0", words, "done", "send"):
        rio.say(text)
        if text in ("done", "send"):
            continue
        await rio.next(within=PATIENCE)
    name = await _name(rio)
    await hear(officer, name, words)
    officer.say(f"reply {name} {answer}")
    await hear(rio, answer)
    trial.expect("a report is read by the officer, and the answer by who wrote it", held=True)


async def _name(rio: Phone) -> str:
    while True:
        message = await rio.next(within=PATIENCE)
        if found := re.search(r"I call it (\w+ \w+ \d+)", message.text):
            return found[1]


def from_bot(phones: Iterable[Phone]) -> list[list[str]]:
    """What each of these phones shows of the bot."""
    return [[m.text for m in phone.messages(None) if m.sender != phone.aci] for phone in phones]
