"""What people write and read through the containers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from containers.setting_up import People
from containers.trial import Trial
from practice.groups import Group
from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal

PATIENCE = 60.0


@dataclass(frozen=True)
class Known:
    """What was written on the first day, and must still be known after a restore.

    Args:
        group: where the announcement stands.
        announced: its text.
        case: the name of the report.
    """

    group: Group
    announced: str
    case: str


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


async def announce(trial: Trial, text: str, people: People, group: Group) -> None:
    """An announcement typed on a phone reaches another one."""
    admin, member = people.admin, people.member
    admin.say(f"announce {text}")
    await hear(admin, "Nothing has been posted yet")
    admin.say("yes")
    seen = await hear(member, text, place=group)
    await hear(admin, "Posted to 1 of 1 group.")
    trial.expect(f"“{text}”: typed on one phone, read on another", seen.text == text)


async def report(trial: Trial, rio: Phone, officer: Phone) -> str:
    """A report is read by the officer, and answered; return its name."""
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
    return name


async def remembered(trial: Trial, people: People, known: Known) -> None:
    """On a new machine, after a restore: the old announcement and the old report are there."""
    admin, officer, rio = people.admin, people.officer, people.member
    await hear(admin, "I was restored from a backup.")
    answer = "We have not forgotten you."
    officer.say(f"reply {known.case} {answer}")
    await hear(rio, answer)
    trial.expect("restored: an old report is answered, and who wrote it reads it", held=True)
    admin.say("retract 1")
    await hear(admin, "Delete number 1 everywhere?", known.announced)
    admin.say("yes")
    await hear(admin, "Number 1 is deleted in 1 of 1 group.")
    [old] = [seen for seen in rio.messages(known.group) if seen.sender != rio.aci and seen.deleted]
    trial.expect("restored: an old announcement can be deleted", old.deleted)


async def answered(trial: Trial, what: str, phone: Phone) -> None:
    """Somebody types `help`, and is answered."""
    phone.say("help")
    message = await phone.next(within=PATIENCE)
    trial.expect(what, bool(message.text))


async def _name(rio: Phone) -> str:
    while True:
        message = await rio.next(within=PATIENCE)
        if found := re.search(r"I call it (\w+ \w+ \d+)", message.text):
            return found[1]


def from_bot(phones: Iterable[Phone]) -> list[list[str]]:
    """What each of these phones shows of the bot."""
    return [[m.text for m in phone.messages(None) if m.sender != phone.aci] for phone in phones]
