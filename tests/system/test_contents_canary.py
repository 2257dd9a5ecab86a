"""Marked contents of every kind: mentions, long texts, pictures of phones, what cannot be read.

Names stand with those who may read them, and nothing is in a log, a metric or a status, nor
anywhere in the store once it is erased: neither in what is sealed, nor in pages out of use.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import pytest
from harness.running import from_bot
from marked import marked_phone_picture, marks_in, officers_table, teams_table, traces
from opened import opened
from relayprocess import KEY, BranchTable, MakeRelay, RelayProcess, until, webhook_url

from practice import rare_traffic
from practice.groups import Group
from practice.messages import Content, Mention, SharedContact
from practice.people import NumberSharing
from practice.phones import Phone
from practice.server import PracticeSignal

TOLD, AGAIN, UNREAD = "cobaltine", "celadonish", "vermilionade"
"""Words of a report, of its later versions, and of what could not be read."""
PATIENCE = 60.0


@dataclass
class People:
    """Rio reports Cy. Mo is thanked in public. Wes has written to the bot, and is in no group."""

    signal: PracticeSignal
    relay: RelayProcess
    rio: Phone
    cy: Phone
    mo: Phone
    wes: Phone
    ada: Phone
    alex: Phone
    board: Group

    async def calm(self) -> None:
        await self.signal.signal_cli.drained()
        await self.relay.idle(PATIENCE)

    async def tell(self, phone: Phone, text: str, answer: str, *mentioned: Phone) -> None:
        """Say something with a mention of these people, and look for words in what is answered."""
        before = len(from_bot(phone))
        units = text.encode("utf-16-le")
        places = [at for at in range(len(units) // 2) if units[2 * at : 2 * at + 2] == b"\xfc\xff"]
        mentions = [Mention(at, 1, one.aci) for at, one in zip(places, mentioned, strict=True)]
        phone.say(text, mentions=mentions)
        await self.answered(phone, answer, before)

    async def answered(self, phone: Phone, answer: str, before: int = 0) -> None:
        await self.calm()
        await until(
            lambda: any(answer in one.text for one in from_bot(phone)[before:]),
            within=PATIENCE,
            what=f"{answer!r} and not {[one.text for one in from_bot(phone)[before:]]}",
        )


@pytest.fixture
def people(signal: PracticeSignal, make_relay: MakeRelay) -> People:
    names = ("Zephyrine Quillfeather", "Quetzaline Thistledown", "Perpetua Membersdottir")
    rio, cy, mo, wes = (
        signal.new_phone(name, number=f"+44770090077{place}", sharing=NumberSharing.SHOWN)
        for place, name in enumerate((*names, "Wolfgangus Nightjar"))
    )
    ada, alex = signal.new_phone("Ada"), signal.new_phone("Alex")
    board = signal.new_group("Board", (rio, cy, mo, ada, alex))
    relay = make_relay(
        [BranchTable("hackney", (alex,), (board,))],
        logs=("debug", "json"),
        teams=teams_table({}, ("local", officers_table((ada, "Lead")), "")),
    )
    return People(signal, relay, rio, cy, mo, wes, ada, alex, board)


@pytest.mark.timeout(240)
async def test_marked_contents_are_read_where_they_belong_only(people: People) -> None:
    relay, rio = people.relay, people.rio
    await relay.start()
    await relay.ready()
    people.signal.webhook.url = webhook_url(relay.port)
    for writer in (people.wes, rio):
        await people.tell(writer, "help", "I post what the branch announces")
    await somebody_is_thanked(people)
    await somebody_is_reported(people)
    await parts_are_changed(people)
    await what_cannot_be_read(people)
    await only_where_it_belongs(people)

    await people.tell(rio, "erase", "back for good")
    await people.tell(rio, "yes", "is gone")
    await people.calm()
    marks = (*traces(rio, people.cy), TOLD, AGAIN, UNREAD)
    # Somebody else's words do stand there: this is how marks would be seen.
    assert marks_in(opened(relay.store_path, KEY), ["Perpetua"])
    await until(
        lambda: marks_in(opened(relay.store_path, KEY), marks) == [],
        within=PATIENCE,
        what="nothing is left",
    )
    await only_where_it_belongs(people)
    assert await relay.stop() == 0
    assert marks_in(opened(relay.store_path, KEY), marks) == []
    for table in ("unreadable", "case_relay_versions", "cases"):
        assert relay.rows(f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608


# What happens


async def somebody_is_thanked(people: People) -> None:
    """By name. Who is in no group is not named, whoever mentions them."""
    alex, text = people.alex, "announce Thanks to \ufffc"
    await people.tell(alex, f"{text} and \ufffc", "because I do not know it", people.mo, people.wes)
    await people.tell(alex, "no", "Dropped")
    await people.tell(alex, text, "Nothing has been posted yet", people.mo)
    await people.tell(alex, "yes", "Posted to 1 of 1 group")
    for hour in ("7pm", "8pm"):
        await people.tell(alex, f"edit 2 Thanks to \ufffc at {hour}", "yet", people.mo)
        await people.tell(alex, "yes", "Number 2 is changed in")
    [post] = from_bot(people.cy, people.board)
    assert post.text == "Thanks to @Perpetua Membersdottir at 8pm"


async def somebody_is_reported(people: People) -> None:
    """In a text of 4,000 bytes, with pictures of phones."""
    rio = people.rio
    await people.tell(rio, "report", "What is it about")
    await people.tell(rio, "1", "Is it about any of these people")
    await people.tell(rio, "0", "Now write")
    long = f"It was \ufffc, {TOLD} "
    long += "é" * ((4_000 - len(long.encode())) // 2)
    await people.tell(rio, long, "I have that", people.cy)
    for kind in ("HEIF", "AVIF"):
        rio.say("", attachments=[marked_phone_picture(kind)])
    await people.calm()
    await people.tell(rio, "done", "Type send")
    await people.tell(rio, "send", "I call it")
    await people.calm()
    [part] = [one for one in from_bot(people.ada) if TOLD in one.text]
    assert f"It was @Quetzaline Thistledown, {TOLD} ééé" in part.text
    assert part.text.count("é") == long.count("é")
    pictures = [file for one in from_bot(people.ada) for file in one.attachments]
    assert [file.content_type for file in pictures] == ["image/jpeg"] * 2


async def parts_are_changed(people: People) -> None:
    """A part that was sent is changed twice, and each version is known by a timestamp."""
    rio, ada = people.rio, people.ada
    part = rio.say(f"One more thing, {TOLD}")
    await people.calm()
    await people.tell(rio, "yes", "I am passing it on")
    for version in ("first", "second"):
        part = rio.edit(part, f"{AGAIN} {version}")
        await people.answered(ada, f"{AGAIN} {version}")


async def what_cannot_be_read(people: People) -> None:
    """A contact with marked details, and what signal-cli could not decrypt."""
    rio = people.rio
    card = SharedContact(given=UNREAD, family="Quetzaline", number="+447700900771")
    rio.send(Content(contacts=(card,)))
    await people.answered(rio, "That is something I cannot read")
    rare_traffic.unreadable(people.signal.world, rio.person)
    await people.calm()


# Where it is looked for


async def only_where_it_belongs(people: People) -> None:
    relay, signal = people.relay, people.signal
    everything = (*traces(people.rio, people.cy, people.mo, people.wes), TOLD, AGAIN, UNREAD)
    for path in relay.folder.rglob("*"):
        with suppress(FileNotFoundError):
            if path.is_file():
                assert marks_in(path.read_bytes(), everything) == [], path
    pages = [relay.log, (await relay.command("status"))[1], (await relay.command("check"))[1]]
    pages += await asyncio.gather(*map(relay.page, ("/metrics", "/healthz", "/healthz/live")))
    for page in pages:
        assert marks_in(page, everything) == []
    assert '"level": "debug"' in relay.log
    assert "relay_unreadable_messages" in pages[3]
    thanked = people.mo.person.name.split()
    screens = {
        people.ada: (*traces(people.rio, people.mo, people.wes), UNREAD),
        people.alex: (*traces(people.rio, people.cy, people.wes), TOLD, AGAIN, UNREAD),
        people.cy: (*traces(people.rio, people.wes), TOLD, AGAIN, UNREAD),
        people.rio: (*traces(people.cy, people.wes), TOLD, AGAIN, UNREAD),
        people.wes: everything,
    }
    for phone, marks in screens.items():
        assert marks_in(screen(phone), set(marks) - set(thanked)) == [], phone.person.name
    await until(lambda: not signal.world.attachments.names(), within=PATIENCE, what="files deleted")


def screen(phone: Phone) -> bytes:
    """Everything the bot has ever shown on a phone in a direct chat: versions, files."""
    shown = []
    for message in from_bot(phone):
        shown += [text.encode() for text in message.history]
        for file in message.attachments:
            shown += [file.data, (file.filename or "").encode(), file.content_type.encode()]
    return b"\n".join(shown)
