"""Marked people, files and words through everything that a report can live through.

Nothing of who wrote it is anywhere but in the encrypted store; nothing of what was written is
anywhere but with the chosen officers and in the encrypted store; and what was erased or has had its
time is nowhere at all, also not in pages of the store's file that are not in use. Nor is who wrote
it, opened with the store's key, while their report goes on.
"""

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from backups import Safe
from canaries import unpacked
from harness.running import from_bot
from makers import MARKS as MAKERS
from makers import papers_of_makers
from marked import (
    marked_paper,
    marked_picture,
    marked_sound,
    marks_in,
    officers_table,
    teams_table,
    traces,
)
from opened import opened
from relayprocess import KEY, BranchTable, MakeRelay, RelayProcess, until, webhook_url

from practice.attachments import Attachment
from practice.people import NumberSharing
from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal

DRAFT, TOLD, INNER, ANSWER = "pangolette", "cobaltine", "saffrodil", "harebeller"
"""Words of a report that was not sent, of one that was, of officers among themselves, and of their
answers."""
PHRASE = "wobbegong numbat quokka bilbyish"
PATIENCE = 60.0


@dataclass
class People:
    """Who writes, who may read, and who must learn nothing."""

    relay: RelayProcess
    signal: PracticeSignal
    rio: Phone
    later: Phone
    ada: Phone
    ben: Phone
    cy: Phone
    alex: Phone
    mo: Phone
    safe: Safe
    names: list[str] = field(default_factory=list)
    backed_up: bool = False

    @property
    def strangers(self) -> tuple[Phone, ...]:
        """Who must learn nothing: an excluded officer, an admin, a member."""
        return self.ben, self.alex, self.mo

    @property
    def identity(self) -> tuple[str, ...]:
        return (*traces(self.rio, self.later), *MAKERS.values())

    @property
    def words(self) -> tuple[str, ...]:
        return (DRAFT, TOLD, INNER, ANSWER, *PHRASE.split(), *self.names)


@pytest.fixture
def people(signal: PracticeSignal, make_relay: MakeRelay, tmp_path: Path) -> People:
    safe = Safe(tmp_path, store_key=KEY)
    new = signal.new_phone
    rio = new("Zephyrine Quillfeather", number="+447700900777", sharing=NumberSharing.SHOWN)
    later = new("Zephyrine Elsewhere", number="+447700900778", sharing=NumberSharing.SHOWN)
    ada, ben, cy = new("Ada"), new("Ben"), new("Cy")
    alex, mo = new("Alex"), new("Mo")
    teams = teams_table(
        {"codeword": "garden party"},
        (
            "local",
            officers_table((ada, "Lead"), (ben, "Deputy")),
            'tracks = ["safeguarding"]\nnext = "region"',
        ),
        ("region", officers_table((cy, "Regional lead")), 'tracks = ["conduct"]'),
    )
    relay = make_relay(
        [BranchTable("hackney", (alex,))], logs=("debug", "json"), teams=teams + safe.table()
    )
    return People(relay, signal, rio, later, ada, ben, cy, alex, mo, safe)


@pytest.mark.timeout(400)
async def test_no_mark_is_anywhere_it_should_not_be(people: People) -> None:
    relay, signal = people.relay, people.signal
    await relay.start()
    signal.webhook.url = webhook_url(relay.port)
    await tells(people.mo, "help", "I post what the branch announces")
    for writer in (people.rio, people.later):
        await tells(writer, "help", "I post what the branch announces")
    await leaves_a_draft(people)
    await gone(people, (*traces(people.rio), DRAFT))

    await sends_a_report(people, "report")
    await is_answered(people)
    # What they are in the middle of is over by then.
    await is_started_later(people, timedelta(minutes=15))
    # Open, and answered again below: who wrote it is sealed all the same.
    await gone(people, people.identity)
    await goes_on_from_another_phone(people)
    await is_started_later(people, timedelta(minutes=30))
    await gone(people, people.identity)
    await has_a_new_phone(people)
    await strangers_look_for_it(people)
    await relay.idle()
    await only_where_it_belongs(people)
    await is_backed_up(people)
    await withdraws(people)
    await gone(people, (*people.identity, *people.words))

    await sends_a_report(people, "garden party")
    await is_answered(people)
    await tells(people.ada, f"close {people.names[-1]} resolved {INNER}", "is closed")
    await relay.idle()
    await only_where_it_belongs(people)
    await is_backed_up(people)

    await is_started_later(people, timedelta(days=31))
    await until(
        lambda: relay.rows("SELECT count(*) FROM case_links") == [(0,)],
        within=PATIENCE,
        what="link destroyed",
    )
    await gone(people, people.identity)
    await tells(people.ada, f"case {people.names[-1]}", "no longer know who wrote it")

    await is_started_later(people, timedelta(days=92))
    await gone(people, (*people.identity, *people.words))
    await tells(people.ada, f"case {people.names[-1]}", "I know no case of yours")
    await only_where_it_belongs(people)

    assert await relay.stop() == 0
    await gone(people, (*people.identity, *people.words))
    assert relay.rows("SELECT count(*) FROM cases") == [(0,)]
    assert relay.rows("SELECT count(*) FROM audit") == [(0,)]
    assert relay.rows("SELECT outcome, cases FROM case_counts ORDER BY outcome") == [
        ("resolved", 1),
        ("withdrawn", 1),
    ]


# What people do


async def tells(phone: Phone, text: str, answer: str, *files: Attachment) -> SeenMessage:
    """Say something, and wait for an answer that holds some words."""
    phone.skip()
    phone.say(text, attachments=files)
    return await hears(phone, answer)


async def hears(phone: Phone, words: str, within: float = PATIENCE) -> SeenMessage:
    async with asyncio.timeout(within):
        while True:
            message = await phone.next(within=within)
            if words in message.text:
                return message


async def leaves_a_draft(people: People) -> None:
    rio = people.rio
    await tells(rio, "report", "What is it about")
    await tells(rio, "1", "Is it about any of these people")
    await tells(rio, "0", "Now write")
    await tells(rio, f"It is about {DRAFT}", "I have that", marked_picture())
    await tells(rio, "stop", "I have deleted what you had begun")


async def sends_a_report(people: People, word: str) -> None:
    """With a picture, a recording and a paper; without the deputy; with an edit and a deletion."""
    rio, ada = people.rio, people.ada
    ada.skip()
    plain = word == "report"
    await tells(rio, word, "What is it about" if plain else "What kind of note")
    if not plain:
        # At every question; the word brings it back to where it was.
        await hides(rio, word, "What kind of note")
    await tells(rio, "1", "1. Lead" if plain else "1. L")
    if not plain:
        await hides(rio, word, "1. L")
    await tells(rio, "2", "ow write")
    first = f"First {TOLD}, and it went on"
    await tells(rio, first, "I have that", marked_picture())
    await hides_and_comes_back(rio, first if plain else word)
    await tells(rio, f"Second {TOLD}", "I have your recording", marked_sound())
    rio.say(f"Third {TOLD}", attachments=[marked_paper()])
    changed = rio.say(f"Fourth {TOLD}")
    taken = rio.say(f"Fifth {TOLD} {DRAFT}")
    rio.edit(changed, f"Fourth {TOLD}, changed")
    rio.delete(taken)
    await hears(rio, "emoved")
    # Of every maker: pictures of their pages in one report, their words in the other.
    beside = f"Sixth {TOLD}" + ("" if plain else "\nwith text")
    rio.say(beside, attachments=papers_of_makers())
    rio.skip()
    rio.say("done")
    await hears(rio, "Type send", within=4 * PATIENCE)
    if not plain:
        await hides(rio, word, "1. L")
        await tells(rio, "2", "ow write")
        await tells(rio, "done", "Type send")
    rio.say("send")
    sent = await hears(rio, "I call it")
    found = re.search(r"I call it (\w+ \w+ \d+)", sent.text)
    assert found is not None
    people.names.append(found[1])
    part = await hears(ada, f"Fourth {TOLD}, changed")
    papers = await hears(ada, f"Sixth {TOLD}")
    assert len(papers.attachments) == len(papers_of_makers())
    assert all(is_read_aloud(one) is not plain for one in papers.attachments[:1])
    assert "with text" not in papers.text
    rio.edit(changed, f"Fourth {TOLD}, changed again")
    await until(
        lambda: any("changed again" in m.text for m in from_bot(ada)), within=PATIENCE, what="edit"
    )
    assert part.text.startswith(people.names[-1])


async def hides_and_comes_back(rio: Phone, by: str) -> None:
    """In the middle of a report: somebody has come in, and tries things."""
    await tells(rio, "hide", "asked Signal to delete")
    await tells(rio, "case", "I know of nothing that you have sent")
    await tells(rio, "report", "What is it about")
    await tells(rio, "stop", "I have deleted what you had begun")
    await tells(rio, by, "1. L")
    await tells(rio, "2", "ow write")


async def hides(rio: Phone, by: str, back: str) -> None:
    """Somebody comes in, tries a word, and goes; what was hidden is back at its question."""
    await tells(rio, "hide", "asked Signal to delete")
    await tells(rio, "erase", "I know of nothing that you have sent")
    await tells(rio, by, back)


async def is_answered(people: People) -> None:
    rio, ada, name = people.rio, people.ada, people.names[-1]
    await tells(ada, f"claim {name}", "You look after")
    await tells(ada, f"note {name} {INNER} one", "Noted")
    await tells(ada, f"decide {name} {INNER} two", "Recorded")
    await tells(ada, f"status {name} {ANSWER} three", "Done")
    part = next(m for m in from_bot(ada) if f"First {TOLD}" in m.text)
    rio.skip()
    ada.say(f"{ANSWER} four", quote=part)
    await hears(rio, "There is something for you")
    await tells(rio, "note", f"{ANSWER} four")
    await tells(rio, f"One more thing {TOLD}", "Type yes or no")
    # Neither a passphrase with a slip in it nor what waits for a yes outlives this.
    await tells(rio, f"my passphrase is {PHRASE}", "looks like a passphrase")
    await hides(rio, name, f"begin your message with {name}")
    await tells(rio, f"One more thing {TOLD}", "Type yes or no")
    await tells(rio, "yes", "I am passing it on")
    await hides(rio, name, f"begin your message with {name}")
    await tells(rio, f"{name} Once more {TOLD}", "I am passing it on")
    await tells(rio, "erase", "for good")
    await hides(rio, name, f"begin your message with {name}")
    await tells(rio, f"{name} And quoted {TOLD}", "I am passing it on")
    # Nor a question about when they may be written to.
    await tells(rio, "contact", "May I write")
    await hides(rio, name, f"begin your message with {name}")
    await tells(rio, "contact", "May I write")
    await tells(rio, "2", "Between which hours")
    await hides(rio, name, f"begin your message with {name}")
    await tells(rio, f"{name} Also quoted {TOLD}", "I am passing it on")
    rio.say(f"And another {TOLD}", attachments=[marked_picture()])
    await hears(ada, f"And another {TOLD}")
    await tells(rio, "case", "They last answered on")


async def goes_on_from_another_phone(people: People) -> None:
    rio, later, ada, name = people.rio, people.later, people.ada, people.names[-1]
    await tells(rio, f"phrase {PHRASE}", "That is set")
    await tells(rio, "hide", "asked Signal to delete")
    await tells(rio, "case", "I know of nothing that you have sent")
    await tells(later, f"resume {name} {PHRASE}", "You are back")
    later.say(f"{name} From here {TOLD}", attachments=[marked_sound()])
    await hears(ada, f"From here {TOLD}")
    later.skip()
    rio.skip()
    await tells(ada, f"reply {name} {ANSWER} five", "I have kept your answer")
    await hears(later, "There is something for you")
    await tells(later, "note", f"{ANSWER} five")
    await tells(ada, f"escalate {name} region {INNER}", "is with these people now: Regional lead")
    await hears(people.cy, f"From here {TOLD}")


async def has_a_new_phone(people: People) -> None:
    later, ada, name = people.later, people.ada, people.names[-1]
    later.change_safety_number()
    await tells(later, "case", "I know of nothing that you have sent")
    await tells(ada, f"reply {name} {ANSWER} six", "Your answer is kept")
    await tells(later, f"resume {name} {PHRASE}", "You are back")
    await hears(later, f"{ANSWER} six")
    ada.skip()


async def strangers_look_for_it(people: People) -> None:
    name = people.names[-1]
    for command in ("case {}", "reply {} hello", "close {} resolved", "claim {}"):
        real = await tells(people.ben, command.format(name), "")
        made_up = await tells(people.ben, command.format("purple ladder 27"), "")
        assert real.text == made_up.text
    assert "no case" in (await tells(people.ben, "cases", "")).text
    for stranger in (people.alex, people.mo):
        await tells(stranger, f"case {name}", "")
        await tells(stranger, f"reply {name} hello", "")
    await tells(people.alex, "status", "Everything that was due has been sent")
    await tells(people.alex, "queue", "")


async def withdraws(people: People) -> None:
    await tells(people.later, "erase", "back for good")
    await tells(people.later, "yes", "is gone")
    await people.relay.idle()


async def is_backed_up(people: People) -> None:
    """With all that there is of the report, which lies in the confidential file alone."""
    while True:
        code, said = await people.relay.command("backup")
        # The relay may be making one by itself just then.
        if "Another backup is being made" not in said:
            break
    assert code == 0, said
    people.backed_up = True
    for file in people.safe.backups.iterdir():
        with suppress(FileNotFoundError):
            assert marks_in(file.read_bytes(), (*people.identity, *people.words)) == []


async def is_started_later(people: People, ahead: timedelta) -> None:
    assert await people.relay.stop() == 0
    people.relay.ahead = ahead
    await people.relay.start()


# Where to look


async def gone(people: People, marks: tuple[str, ...]) -> None:
    """No page of the store's file or of its log holds a mark, in use or not."""
    relay = people.relay
    if relay.running:
        await relay.idle()

    # An officer's id does stand there: this is how marks would be seen.
    assert marks_in(opened(relay.store_path, KEY), [people.ada.aci])

    await until(
        lambda: marks_in(opened(relay.store_path, KEY), marks) == [],
        within=PATIENCE,
        what="nothing is left",
    )
    if people.backed_up:
        await gone_from_backups(people, marks)


async def gone_from_backups(people: People, marks: tuple[str, ...]) -> None:
    """Whoever has the host's key finds a mark neither in an old file nor in the newest one."""
    safe = people.safe
    assert safe.dated
    for file in safe.dated:
        assert marks_in(safe.bytes_of(file), (*people.identity, *people.words)) == []
    if people.relay.running:
        await until(
            lambda: marks_in(safe.bytes_of(safe.confidential), marks) == [],
            within=PATIENCE,
            what="nothing is left in the confidential file",
        )
        assert marks_in(safe.bytes_of(safe.confidential), [people.ada.aci])


async def only_where_it_belongs(people: People) -> None:
    relay, signal, everything = people.relay, people.signal, (*people.identity, *people.words)
    for path in relay.folder.rglob("*"):
        # Copies for a backup come and go by themselves.
        with suppress(FileNotFoundError):
            if path.is_file():
                assert marks_in(path.read_bytes(), everything) == [], path
    _, said = await relay.command("status")
    for page in (said, await relay.page("/metrics"), await relay.page("/healthz"), relay.log):
        assert marks_in(page, everything) == []
    assert '"level": "debug"' in relay.log
    for officer in (people.ada, people.cy):
        assert marks_in(screen(officer), (*people.identity, DRAFT, *PHRASE.split())) == []
    for stranger in people.strangers:
        assert marks_in(screen(stranger), everything) == []
    for writer in (people.rio, people.later):
        # What was written is never shown on the writer's own phone again.
        marks = (DRAFT, TOLD, INNER, *PHRASE.split(), *people.identity)
        assert marks_in(screen(writer), marks) == []
    calls_tell_nothing(people)
    await until(lambda: not signal.world.attachments.names(), within=PATIENCE, what="files deleted")


def calls_tell_nothing(people: People) -> None:
    """The API server is only told whom a message is for."""
    readers = {people.ada.aci, people.cy.aci}
    writers = {people.rio.aci, people.later.aci}
    for call in people.signal.calls:
        if "/trust/" in call.path:
            # Whose new key is trusted is asked in the path, and nothing else is.
            assert call.body == {"trust_all_known_keys": True}
            continue
        body = dict(call.body) if isinstance(call.body, dict) else {}
        to = set(call.recipients)
        for key in ("recipients", "recipient"):
            body.pop(key, None)
        said = json.dumps(body) + call.path
        assert marks_in(said, people.identity) == [], call.path
        if not to <= readers:
            assert marks_in(said, (TOLD, INNER)) == [], call.path
        if not to <= readers | writers:
            assert marks_in(said, people.words) == [], call.path


def is_read_aloud(paper: Attachment) -> bool:
    """Whether a paper has words, and not only pictures of its pages."""
    return any(page.get_textpage().count_chars() for page in pypdfium2.PdfDocument(paper.data))


def screen(phone: Phone) -> bytes:
    """Everything the bot has ever shown on a phone: older versions and files included."""
    shown = []
    for message in from_bot(phone):
        shown += [text.encode() for text in message.history]
        for file in message.attachments:
            shown += [
                unpacked(file.data),
                (file.filename or "").encode(),
                file.content_type.encode(),
            ]
    return b"\n".join(shown)
