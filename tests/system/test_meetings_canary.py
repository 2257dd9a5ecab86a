"""A meeting with marked people round it: who follows, who votes and who typed it shows nowhere."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from canaries import Findings, identity, leaks, on_bluesky, paper, unpacked
from harness.running import from_bot
from makers import MARKS as MAKERS
from makers import papers_of_makers
from opened import opened
from PIL import Image
from proxies import holding_proxy
from relayprocess import KEY, TOKEN, BranchTable, MakeRelay, RelayProcess, until

from practice.attachments import Attachment
from practice.groups import Group
from practice.pds import PracticeAccount, PracticePds
from practice.people import NumberSharing
from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal

PUBLIC_URL = "https://hackney.example.org"
LONDON = ZoneInfo("Europe/London")
PATIENCE = 60.0

# What everybody may read of the meeting, and logs and metrics may not.
PUBLIC = {
    "title": "Quorumberry assembly",
    "place": "Quincebridge hall",
    "moved to": "Quillwort library",
    "agenda": "Quartzite repairs",
    "access": "Quiet quagmire room",
    "reason": "Quicksilver in the boiler",
}
PRIVATE = {
    "dropped": "Zephyrine assembly that nobody saw",
    "halfway": "Zirconette assembly that nobody finished",
    "caption": "Mangosteenly remark beside a paper",
    "member": "Mulberrish words of a member",
    "author": "Ambrosine Papermaker",
    "contact": "07700 900987",
    "token": TOKEN,
    "key": KEY,
}


@dataclass
class Play:
    """Who takes part. Nell only votes; Pat follows to the end; Mo follows, votes and stops."""

    signal: PracticeSignal
    relay: RelayProcess
    alex: Phone
    bea: Phone
    mo: Phone
    nell: Phone
    pat: Phone
    board: Group
    secrets: Mapping[str, str]

    @property
    def admins(self) -> dict[str, str]:
        return identity("alex", self.alex) | identity("bea", self.bea)

    @property
    def people(self) -> dict[str, str]:
        members = (("mo", self.mo), ("nell", self.nell), ("pat", self.pat))
        named = {key: value for name, one in members for key, value in identity(name, one).items()}
        return self.admins | named

    async def quiet(self) -> None:
        await self.signal.signal_cli.drained()
        # Files are opened one after the other, each in a process of its own.
        await self.relay.idle(4 * PATIENCE)

    async def tell(self, phone: Phone, text: str, expected: str, *files: Attachment) -> None:
        """Say something to the bot, and check what its last answer says."""
        phone.say(text, attachments=files)
        await self.quiet()
        assert expected in from_bot(phone)[-1].text, from_bot(phone)[-1].text


@pytest.mark.timeout(400)
@pytest.mark.parametrize("form", ["json", "console"])
async def test_of_a_meeting_everybody_sees_what_it_is_and_nobody_who(
    form: str,
    signal: PracticeSignal,
    make_relay: MakeRelay,
    pds: PracticePds,
    account: PracticeAccount,
    app_view: None,
    tmp_path: Path,
) -> None:
    password = await pds.create_app_password(account, "relay")
    names = ["Zebedee Adminsson", "Bathsheba Otheradmin", "Perpetua Membersdottir"]
    names += ["Nepomuk Votersson", "Philippa Followersdottir"]
    alex, bea, mo, nell, pat = (
        signal.new_phone(name, number=f"+4477009002{index}0", sharing=NumberSharing.SHOWN)
        for index, name in enumerate(names)
    )
    board = signal.new_group("Board", (mo, nell, pat))
    bluesky = {"handle": account.handle, "service": pds.url}
    relay = make_relay(
        [BranchTable("north", (alex, bea), (board,), bluesky=bluesky)],
        secrets={"RELAY_BLUESKY__NORTH": password},
        logs=("debug", form),
        public_url=PUBLIC_URL,
    )
    secrets = PRIVATE | MAKERS | {"password": password}
    play = Play(signal, relay, alex, bea, mo, nell, pat, board, secrets)
    found = Findings(PUBLIC | secrets | play.people)
    pages = Findings(secrets | play.people)
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        await relay.ready()
        start = await is_put_up(play)
        await is_asked_about(play)
        secret, hashes = await is_voted_on(play)
        await is_changed(play)
        await look_at_pages(play, pages)
        await the_day_before(play, start)
        await is_called_off(play)
        await look_at_pages(play, pages)
        await everywhere(play, found)
        await is_over(play, start)
        await until(
            lambda: remains(relay, secret, hashes, start, (mo, pat)) == [],
            within=PATIENCE,
            what="followers and votes are destroyed",
        )
        await everywhere(play, found)
        assert await relay.stop() == 0

    look_at_files(relay, found)
    await look_at_export(relay, pages, tmp_path / "site")
    assert found.leaked == []
    assert pages.leaked == []
    look_at_phones(play)
    assert leaks(b"".join(await on_bluesky(pds, account)), play.people | secrets) == []
    look_at_store(play)


# What happens


async def is_put_up(play: Play) -> datetime:
    """Two that come to nothing, and one that is published; return when it begins."""
    start = datetime.now(LONDON).replace(hour=19, minute=0, second=0, microsecond=0)
    start += timedelta(days=3)
    when = f"{start:%d/%m/%Y} 19:00"
    await play.tell(play.alex, f"meeting Title: {PRIVATE['halfway']}", "When is it?")
    await play.tell(play.alex, "no", "Dropped")
    dropped = f"meeting Title: {PRIVATE['dropped']}\nWhen: {when}\nWhere: {PRIVATE['dropped']}"
    await play.tell(play.alex, dropped, "agenda")
    await play.tell(play.alex, PRIVATE["dropped"], "papers")
    await play.tell(play.alex, PRIVATE["caption"], "I have 1 paper", _paper("first.pdf"))
    await play.tell(play.alex, "done", "Last question")
    await play.tell(play.alex, "skip", "Nothing has been posted yet")
    await play.tell(play.alex, "no", "Dropped")
    lines = [f"Title: {PUBLIC['title']}", f"When: {when}", f"Where: {PUBLIC['place']}"]
    lines += [f"Agenda: {PUBLIC['agenda']}", f"Access: {PUBLIC['access']}"]
    lines += [f"Contact: Zinnia {PRIVATE['contact']}"]
    await play.tell(play.alex, "meeting " + "\n".join(lines), "papers")
    await play.tell(play.alex, PRIVATE["caption"], "May everybody read", _paper("agenda.pdf"))
    await play.tell(play.alex, "2", "posted yet")
    await play.tell(play.alex, "yes", "Posted to 1 of 1 group")
    return start.astimezone(UTC)


async def is_asked_about(play: Play) -> None:
    play.mo.say(PRIVATE["member"])
    number = str(_number(play))
    await play.tell(play.mo, "meetings", PUBLIC["title"])
    await play.tell(play.mo, f"papers {number}", PUBLIC["title"])
    await play.tell(play.mo, "remind me", "I will remind you here")
    await play.tell(play.pat, f"remind me {number}", "I will remind you here")


async def is_voted_on(play: Play) -> tuple[bytes, list[str]]:
    """Return the poll's secret, and what the votes were kept under."""
    number = _number(play)
    play.pat.change_safety_number()
    await play.tell(play.alex, f"rsvp {number}", "Nothing has been asked yet")
    await play.tell(play.alex, "yes", "I am asking")
    await _has_read(play.pat, None, "I asked there: Are you coming")
    await play.quiet()
    [poll] = [m for m in from_bot(play.mo, play.board) if m.options]
    for voter, choice in ((play.mo, 0), (play.nell, 1), (play.nell, 0)):
        voter.vote(poll.timestamp, (choice,), play.board)
    await play.quiet()
    await play.tell(play.bea, f"rsvp {number}", "2 yes, 0 no, 0 maybe")
    [(secret,)] = play.relay.rows("SELECT secret FROM meeting_polls")
    hashes = [row[0] for row in play.relay.rows("SELECT voter FROM meeting_votes")]
    assert len(hashes) == 2
    return secret, hashes


async def is_changed(play: Play) -> None:
    number = _number(play)
    await play.tell(play.bea, f"where {number} {PUBLIC['moved to']}", "Who is told")
    await play.tell(play.bea, "yes", f"Number {number} is changed in")
    more = (_paper("more.pdf"), *papers_of_makers())
    await play.tell(play.alex, f"papers {number}", "would get these 11 papers", *more)
    await play.tell(play.alex, "yes", f"Number {number} is changed in")


async def the_day_before(play: Play, start: datetime) -> None:
    """The relay was off when the reminder became due. Mo has enough after it, Pat not.

    Nell's phone is new: it comes to her as a copy.
    """
    play.nell.change_safety_number()
    await _is_started_at(play, start - timedelta(hours=23))
    for phone, place in ((play.mo, play.board), (play.mo, None), (play.pat, None)):
        await _has_read(phone, place, "Tomorrow:")
    await _has_read(play.nell, None, "Tomorrow:")
    assert not any("Tomorrow:" in m.text for m in from_bot(play.nell, play.board))
    await play.tell(play.mo, "stop", "forgotten that you asked")


async def is_called_off(play: Play) -> None:
    number = _number(play)
    await play.tell(play.bea, f"cancel {number} because {PUBLIC['reason']}", "would be cancelled")
    await play.tell(play.bea, "yes", f"Number {number} is changed in")
    await play.tell(play.mo, "meetings", "CANCELLED")


async def is_over(play: Play, start: datetime) -> None:
    await _is_started_at(play, start + timedelta(hours=3))
    await play.tell(play.nell, "help", "meetings")


async def _has_read(phone: Phone, place: Group | None, text: str) -> None:
    await until(
        lambda: any(text in message.text for message in from_bot(phone, place)),
        within=PATIENCE,
        what=f"{text} on a phone",
    )


async def _is_started_at(play: Play, moment: datetime) -> None:
    await play.quiet()
    assert await play.relay.stop() == 0
    play.relay.ahead = moment - datetime.now(UTC)
    await play.relay.start()


def _number(play: Play) -> int:
    [(number,)] = play.relay.rows("SELECT max(id) FROM meetings")
    return int(number)


def _paper(name: str) -> Attachment:
    return Attachment(paper(PRIVATE["author"]), "application/pdf", name)


# Where it is looked for


async def look_at_pages(play: Play, pages: Findings) -> None:
    """Served, they hold nobody's name and no hidden data."""
    number = _number(play)
    paths = ["/", "/b/north", f"/m/{number}", f"/m/{number}.ics", f"/m/{number}/card.png"]
    paths += ["/calendar.ics", "/b/north/calendar.ics", "/b/north/feed.atom", "/style.css"]
    async with aiohttp.ClientSession() as session:
        for path in (*paths, "/m/1", "/m/99", f"/{play.alex.aci}"):
            async with session.get(play.relay.url + path) as response:
                data = await response.read()
                assert response.status == (200 if path in paths else 404), path
                assert "Set-Cookie" not in response.headers
                asked = play.alex.aci in path
                if not asked:
                    pages.look(path, f"{response.headers}".encode() + data)
                assert not asked or play.alex.aci.encode() not in data
                if path.endswith(".png"):
                    check_picture(data)


async def look_at_export(relay: RelayProcess, pages: Findings, folder: Path) -> None:
    """The same pages as files."""
    code, said = await relay.command("export-site", str(folder))
    assert code == 0, said
    pages.look("export-site", said)
    assert look_at_folder(folder, pages) > 5


def look_at_folder(folder: Path, pages: Findings) -> int:
    """Look at each exported file; return how many there are."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    for file in files:
        pages.look(str(file.relative_to(folder)), file.read_bytes())
    return len(files)


async def everywhere(play: Play, found: Findings) -> None:
    """Everything a host looks at, and every file."""
    for path in ("/metrics", "/healthz", "/healthz/live"):
        found.look(path, await play.relay.page(path))
    for command in ("status", "check"):
        found.look(command, (await play.relay.command(command))[1])
    look_at_files(play.relay, found)


def look_at_files(relay: RelayProcess, found: Findings) -> None:
    """The store as it lies on the disk, its log of changes, the relay's log."""
    for path in relay.folder.rglob("*"):
        if path.is_file() and path != relay.config and path.parent.name != "secrets":
            found.look(path.name, path.read_bytes())


def remains(
    relay: RelayProcess,
    secret: bytes,
    hashes: list[str],
    start: datetime,
    people: tuple[Phone, ...],
) -> list[object]:
    """Return what pages of the store, free ones included, still tell of votes and followers.

    A follower's row has the date's moment in milliseconds, six bytes, right before the account id
    (https://sqlite.org/fileformat2.html#record_format).
    """
    moment = int(start.timestamp() * 1000).to_bytes(6, "big")
    marks = [secret, *(one.encode() for one in hashes)]
    marks += [moment + phone.aci.encode() for phone in people]
    data = opened(relay.store_path, KEY)
    return [mark for mark in marks if mark in data]


def look_at_phones(play: Play) -> None:
    """Members see the meeting, and nothing of who typed it, asked or voted."""
    for phone in (play.mo, play.nell, play.pat):
        never = {k: v for k, v in play.people.items() if v not in identity("", phone).values()}
        for place in (play.board, None):
            for message in from_bot(phone, place):
                check_message(message, never | dict(play.secrets))
    # Admins read counts, and not even who the other admin is.
    for admin in (play.alex, play.bea):
        never = {k: v for k, v in play.people.items() if v not in identity("", admin).values()}
        for message in from_bot(admin):
            check_message(message, never)
    entries = [
        file.data
        for m in from_bot(play.mo, play.board)
        for file in m.attachments
        if file.content_type == "text/calendar"
    ]
    assert b"STATUS:CANCELLED" in entries[-1]


def check_message(message: SeenMessage, never: Mapping[str, str]) -> None:
    shown = [message.text, message.question, *message.history, *message.options]
    shown += [message.sender_name, *(str(file.filename) for file in message.attachments)]
    assert leaks("\n".join(shown), never) == []
    for file in message.attachments:
        assert leaks(unpacked(file.data), never) == []
        if file.content_type == "image/png":
            check_picture(file.data)


def check_picture(data: bytes) -> None:
    """A card has no text beside its pixels."""
    card = Image.open(io.BytesIO(data))
    card.load()
    assert not card.getexif()
    assert not [value for value in card.info.values() if isinstance(value, str)]


def look_at_store(play: Play) -> None:
    """With the key: no votes; nobody follows; reminders and copies do not say whom they went to."""
    relay = play.relay
    with relay.open_store() as store, store.transaction():
        # What the relay does every hour: files that belong to nothing go.
        store.files.forget_orphans()
    pages = opened(relay.store_path, KEY)
    assert leaks(pages, {"title": PUBLIC["title"]}) == ["title"]
    gone = {
        name: PRIVATE[name]
        for name in ("dropped", "halfway", "caption", "member", "author", "contact")
    }
    assert leaks(pages, gone) == []
    # The meeting was called off: nobody is counted.
    for table in ("polls", "votes", "poll_places", "followers", "contacts"):
        assert relay.rows(f"SELECT count(*) FROM meeting_{table}") == [(0,)]  # noqa: S608
    assert relay.rows("SELECT count(*) FROM missed_messages") == [(0,)]
    names = {
        f"{who}'s name": phone.person.name for who, phone in (("mo", play.mo), ("pat", play.pat))
    }
    assert leaks(pages, names | {"nell's name": play.nell.person.name}) == []
    for phone in (play.pat, play.nell):
        kept = relay.rows(f"SELECT count(*) FROM outbox WHERE target = '{phone.aci}'")  # noqa: S608
        assert kept == [(0,)]
