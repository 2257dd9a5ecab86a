"""Marked people and marked words go through everything, and are found where they belong only."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import aiohttp
import pytest
from canaries import Findings, identity, leaks, on_bluesky, paper, photograph, unpacked
from harness.running import from_bot
from makers import MARKS as MAKERS
from makers import papers_of_makers
from opened import opened
from proxies import holding_proxy
from relayprocess import KEY, TOKEN, BranchTable, MakeRelay, RelayProcess, until, webhook_url

from practice.attachments import Attachment
from practice.faults import Fault
from practice.pds import PracticeAccount, PracticePds
from practice.people import NumberSharing
from practice.releases import DEPLOYED, NEWEST
from practice.server import PracticeSignal

# What the admin says in public, and so what stands in groups and on Bluesky.
POSTED = "Quorumberry supper für alle in the small hall"
DESCRIPTION = "Quincebridge poster in red"
EDITED = "Quillwort supper moved to the library"
SHORT = "Quailbush supper in short"
PUBLIC = {"posted": POSTED, "description": DESCRIPTION, "edited": EDITED, "short": SHORT}

# What was said to the bot alone, what files hide, and secrets.
PRIVATE = {
    "dropped": "Zephyrine draft that nobody saw",
    "replaced": "Zirconette draft before its edit",
    "kept": "Zoisitewort draft for later",
    "scheduled": "Zinnwaldite evening that was called off",
    "member": "Mulberrish words of a member",
    "caption": "Mangosteenly caption",
    "dead": "Malformidable words",
    "exif": "EXIFcanary-51.54N",
    "author": "Ambrosine Papermaker",
    "file name": "Xanthippe-holiday.jpg",
    "captcha": "c4ptch4s0lut10nKestrelwing",
    "challenge": "ch4ll3ngeT0kenOspreyfeather",
    "wrong token": "wr0ngW3bh00kMagpiebeak",
    "token": TOKEN,
    "key": KEY,
    "wrong password": "wr0n-gapp-pass-w0rd",
    "metrics token": "m3tr1csT0kenGoshawkfeather",
    "ping": "p1ngP4thSandpiperfeather",
}


class Play:
    """Who takes part."""

    def __init__(self, signal: PracticeSignal, other_password: str) -> None:
        shown = NumberSharing.SHOWN
        self.signal = signal
        self.alex = signal.new_phone("Zebedee Adminsson", number="+447700900111", sharing=shown)
        self.bea = signal.new_phone("Bathsheba Otheradmin", number="+447700900222", sharing=shown)
        self.mo = signal.new_phone("Perpetua Membersdottir", number="+447700900333", sharing=shown)
        self.pat = signal.new_phone("Pat")
        self.board = signal.new_group("Board", (self.mo, self.pat))
        self.south = signal.new_group("South board", (self.mo, self.pat))
        self.admins = identity("alex", self.alex) | identity("bea", self.bea)
        self.people = self.admins | identity("mo", self.mo)
        self.secrets = PRIVATE | MAKERS | {"password": other_password}


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("form", "signal"), [("json", DEPLOYED), ("console", NEWEST)], indirect=["signal"]
)
async def test_marked_people_and_words_are_found_where_they_belong_only(
    form: str,
    signal: PracticeSignal,
    make_relay: MakeRelay,
    pds: PracticePds,
    account: PracticeAccount,
    member: PracticeAccount,
    app_view: None,
) -> None:
    password = await pds.create_app_password(account, "relay")
    play = Play(signal, password)
    relay: RelayProcess = make_relay(
        [
            BranchTable(
                "north",
                (play.alex, play.bea),
                (play.board,),
                bluesky={
                    "handle": account.handle,
                    "service": pds.url,
                    "appview": "http://127.0.0.1:9",
                },
            ),
            BranchTable(
                "south",
                (play.bea,),
                (play.south,),
                bluesky={"handle": member.handle, "service": pds.url},
            ),
        ],
        secrets={
            "RELAY_BLUESKY__NORTH": password,
            "RELAY_BLUESKY__SOUTH": PRIVATE["wrong password"],
            "RELAY_METRICS_TOKEN": PRIVATE["metrics token"],
            "RELAY_WATCH_PING_URL": f"http://127.0.0.1:9/{PRIVATE['ping']}",
        },
        logs=("debug", form),
    )
    found = Findings(PUBLIC | play.secrets | play.people)
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        await relay.ready()
        found.look("status", (await relay.command("status"))[1])
        found.look("check", (await relay.command("check"))[1])
        await knock(relay, found)
        await member_talks(play, relay)
        await drafts_come_and_go(play, relay, found)
        await post_change_retract(play, relay, found)
        await kept_repeated_counted(play, relay, found)
        await papers_of_every_maker(play, relay, found)
        await a_phone_is_new(play, relay, found)
        await trouble(play, relay, found)
        await bluesky_refuses(play, relay, found)
        await what_cannot_be_read(play, relay)
        for path in ("/metrics", "/healthz", "/healthz/live"):
            found.look(path, await relay.page(path))
        found.look("status", (await relay.command("status"))[1])
        found.look("check", (await relay.command("check"))[1])
        look_at_files(relay, found)
        assert await relay.stop() == 0

    look_at_files(relay, found)
    found.look("log", relay.log)
    look_at_phones(play)
    await look_at_bluesky(play, pds, account)
    assert found.leaked == []
    # Drafts that were dropped are nowhere in the store, not even in what its pages have left over.
    pages = opened(relay.store_path, KEY)
    assert leaks(pages, {"edited": EDITED}) == ["edited"]
    gone = {name: PRIVATE[name] for name in ("dropped", "replaced", "kept", "member", "captcha")}
    assert leaks(pages, gone) == []


@pytest.mark.parametrize(
    "spell",
    [
        lambda mark: mark,
        str.upper,
        json.dumps,
        quote,
        lambda mark: mark.encode().hex(),
        lambda mark: b64encode(f"relay:{mark}!".encode()).decode(),
        lambda mark: b64encode(f"x{mark}".encode()).decode(),
        lambda mark: urlsafe_b64encode(mark.encode()).decode(),
        lambda mark: mark.encode("utf-16-le"),
    ],
)
def test_a_marked_word_is_found_in_every_spelling(spell: Callable[[str], str | bytes]) -> None:
    marks = {"posted": POSTED, "captcha": PRIVATE["captcha"]}
    for name, mark in marks.items():
        assert leaks(spell(mark), marks) == [name]


# What happens


async def knock(relay: RelayProcess, found: Findings) -> None:
    """Calls of which nothing is kept, with marked words in all their parts."""
    wrong = webhook_url(relay.port).replace(TOKEN, PRIVATE["wrong token"])
    url = webhook_url(relay.port)
    body = {"jsonrpc": "2.0", "method": "receive", "params": {"envelope": PRIVATE["member"]}}
    other = json.loads(json.dumps(body))
    other["params"] = {"account": "+447700900333", "envelope": {"timestamp": 1}}
    async with aiohttp.ClientSession() as session:
        for target, content, status in (
            (wrong, json.dumps(body), 401),
            (url, json.dumps(body), 200),  # some other line of signal-cli, counted and thrown away
            (url, json.dumps(other), 403),
            (url, "{" + PRIVATE["member"], 400),
            (url, b"\xff" + PRIVATE["member"].encode(), 400),
            (url, "[" * 100_000 + PRIVATE["member"], 400),
            (url, PRIVATE["member"] * 200_000, 413),
        ):
            async with session.post(target, data=content) as response:
                assert response.status == status
                found.look("refusal", f"{response.headers}{await response.text()}")
        path = f"/{PRIVATE['member']}?{PRIVATE['caption']}"
        for method in ("GET", "POST", "PUT"):
            async with session.request(method, relay.url + path) as response:
                assert response.status == 404
                found.look("404", f"{response.headers}{await response.text()}")
        async with session.get(relay.url + "/signal/receive") as response:
            assert response.status == 405
            found.look("405", f"{response.headers}{await response.text()}")


async def member_talks(play: Play, relay: RelayProcess) -> None:
    play.mo.say(PRIVATE["member"])
    play.mo.say(PRIVATE["caption"], attachments=[picture()])
    play.mo.say(PRIVATE["member"], play.board)
    play.mo.say("announce " + PRIVATE["member"])
    play.mo.say("whoami")
    await quiet(play, relay)


async def drafts_come_and_go(play: Play, relay: RelayProcess, found: Findings) -> None:
    play.alex.say("announce " + PRIVATE["dropped"])
    await quiet(play, relay)
    look_at_files(relay, found)
    play.alex.say("no")
    play.alex.say("announce " + PRIVATE["replaced"])
    play.alex.say("edit " + PRIVATE["replaced"] + ", again")
    play.alex.say("no")
    play.alex.say("announce tomorrow 9am: " + PRIVATE["scheduled"])
    play.alex.say("yes")
    play.alex.say("queue")
    await quiet(play, relay)
    await relay.kill()
    look_at_files(relay, found)
    await relay.start()
    play.alex.say("cancel 3")
    await quiet(play, relay)
    assert "will not be posted" in from_bot(play.alex)[-1].text


async def post_change_retract(play: Play, relay: RelayProcess, found: Findings) -> None:
    files = [picture(), Attachment(paper(PRIVATE["author"]), "application/pdf", "agenda.pdf")]
    play.alex.say("announce " + POSTED, attachments=files)
    await quiet(play, relay)
    play.alex.say(DESCRIPTION)
    await quiet(play, relay)
    look_at_files(relay, found)
    play.alex.say("yes")
    await quiet(play, relay)
    assert "It is number 4." in from_bot(play.alex)[-1].text, from_bot(play.alex)[-1].text
    play.alex.say("status 4")
    play.alex.say(f"edit 4 *{EDITED}*\npublic: {SHORT}")
    play.alex.say("yes")
    await quiet(play, relay)
    assert "is changed in 1 of 1 group and on Bluesky" in from_bot(play.alex)[-1].text


async def kept_repeated_counted(play: Play, relay: RelayProcess, found: Findings) -> None:
    """A draft is kept and thrown away, a post shown again, and phones and likes counted."""
    play.alex.say("draft " + PRIVATE["kept"])
    await quiet(play, relay)
    assert "as draft 5" in from_bot(play.alex)[-1].text
    for text in ("drafts", "draft 5", "no", "again 4", "no"):
        play.alex.say(text)
    post = from_bot(play.mo, play.board)[-1]
    for phone in (play.mo, play.pat, play.mo):
        phone.acknowledge([post.timestamp], "delivery")
    play.alex.say("stats 4")
    await quiet(play, relay)
    look_at_files(relay, found)
    said = [message.text for message in from_bot(play.alex)[-2:]]
    assert "Board: 2 of 2" in said[0]
    assert "could not ask Bluesky" in said[1]
    play.alex.say("drop draft 5")
    await quiet(play, relay)
    assert "thrown away" in from_bot(play.alex)[-1].text


async def papers_of_every_maker(play: Play, relay: RelayProcess, found: Findings) -> None:
    play.alex.say("announce " + POSTED, attachments=papers_of_makers())
    await play.signal.signal_cli.drained()
    # Ten files, each opened in a process of its own.
    await relay.idle(within=180)
    look_at_files(relay, found)
    play.alex.say("yes")
    await quiet(play, relay)
    posted = from_bot(play.mo, play.board)[-1]
    assert len(posted.attachments) == len(papers_of_makers())


async def a_phone_is_new(play: Play, relay: RelayProcess, found: Findings) -> None:
    """What missed it in the group is noted with whose it is, and comes as a direct message."""
    before = len(from_bot(play.mo, play.board))
    play.mo.change_safety_number()
    play.alex.say("announce " + POSTED)
    play.alex.say("yes")
    await until(
        lambda: any("new phone" in m.text and POSTED in m.text for m in from_bot(play.mo)),
        within=60,
        what="the copy",
    )
    await quiet(play, relay)
    assert len(from_bot(play.mo, play.board)) == before
    assert "did not reach 1 person" in from_bot(play.alex)[-1].text
    look_at_files(relay, found)
    for path in ("/metrics", "/healthz"):
        found.look(path, await relay.page(path))
    found.look("status", (await relay.command("status"))[1])


async def trouble(play: Play, relay: RelayProcess, found: Findings) -> None:
    """Everything that Signal's side can answer, with names and words in it."""
    send, board = "/v2/send", play.board.api_id
    who = f"{play.mo.person.name} {play.mo.person.number} {play.mo.aci}"
    refusals = (
        Fault(
            "refuse", path=send, recipient=board, text=f'Failed to send to "{play.mo.person.name}"'
        ),
        Fault("refuse", path=send, recipient=board, text=f"Untrusted identity {play.mo.aci}"),
        Fault("refuse", path=send, recipient=board, status=502, text=f"upstream of {who}"),
        Fault("drop before", path=send, recipient=board),
        Fault("drop after", path=send, recipient=board),
        Fault("partial", path=send, recipient=board, reasons={play.mo.aci: "IDENTITY_FAILURE"}),
    )

    def wrote_more(before: int) -> bool:
        return len(relay.log) > before

    for fault in refusals:
        before = len(relay.log)
        play.signal.put_in_the_way(fault)
        play.alex.say("announce " + POSTED)
        play.alex.say("yes")
        await until(partial(wrote_more, before), within=20, what="a log line")
    # A start looks at once whether blocked lanes are open again.
    await relay.stop()
    await relay.start()
    await relay.idle(within=60)
    play.signal.put_in_the_way(
        Fault(
            "captcha",
            path=send,
            times=None,
            tokens=(PRIVATE["challenge"],),
            captcha=PRIVATE["captcha"],
        )
    )
    play.mo.say("help")
    await until(lambda: "captcha" in relay.log, within=60, what="asked")
    found.look("metrics", await relay.page("/metrics"))
    found.look("status", (await relay.command("status"))[1])
    look_at_files(relay, found)
    play.alex.say("captcha signalcaptcha://" + PRIVATE["captcha"][:-4])
    await play.signal.signal_cli.drained()
    play.alex.say("captcha signalcaptcha://" + PRIVATE["captcha"])
    await until(lambda: not play.signal.faults.waiting, within=30, what="the captcha is solved")


async def bluesky_refuses(play: Play, relay: RelayProcess, found: Findings) -> None:
    play.bea.say("announce south " + POSTED)
    play.bea.say("yes")
    await until(lambda: "signed_out" in relay.log, within=60, what="the password is refused")
    await play.pat.next(play.south, within=60)
    found.look("status", (await relay.command("status"))[1])
    found.look("check", (await relay.command("check"))[1])


async def what_cannot_be_read(play: Play, relay: RelayProcess) -> None:
    """Envelopes that Signal's side has never sent: of odd types, of new kinds, and broken."""
    odd = {"timestamp": {"of": PRIVATE["dead"]}, "mentions": PRIVATE["dead"]}
    contents: tuple[dict[str, object], ...] = (
        {"dataMessage": odd | {"message": PRIVATE["dead"]}},
        {"dataMessage": {"message": "", "newThing": {"text": PRIVATE["dead"]}}},
        {"dataMessage": {PRIVATE["dead"]: [PRIVATE["dead"]]}},
        {PRIVATE["dead"]: {"text": PRIVATE["dead"]}},
        {},
    )
    failed = {"type": PRIVATE["dead"], "message": PRIVATE["dead"]}
    heard = len(from_bot(play.mo))
    async with aiohttp.ClientSession() as session:
        for number, content in enumerate(contents):
            envelope = {
                "timestamp": 1_800_000_000_000 + number,
                "sourceUuid": play.mo.aci,
                "sourceNumber": play.mo.person.number,
                "sourceName": play.mo.person.name,
                **content,
            }
            params = {"envelope": envelope, "account": play.signal.number}
            if not content:
                params["exception"] = failed
            body = {"jsonrpc": "2.0", "method": "receive", "params": params}
            async with session.post(webhook_url(relay.port), json=body) as response:
                assert response.status == 200
    # An answer to the words that could be read, and one that others could not.
    await until(lambda: len(from_bot(play.mo)) - heard >= 2, within=60, what="mo is told")
    assert relay.log.count("message_unreadable") == len(contents) - 1
    assert "dataMessage.newThing" in relay.log


def picture() -> Attachment:
    return Attachment(photograph(PRIVATE["exif"]), "image/jpeg", PRIVATE["file name"])


async def quiet(play: Play, relay: RelayProcess) -> None:
    await play.signal.signal_cli.drained()
    await relay.idle()


# Where it is looked for


def look_at_files(relay: RelayProcess, found: Findings) -> None:
    """Every file the relay writes: the store, its log of changes, whatever else lies about."""
    known = {relay.config, relay.log_path}
    for path in relay.folder.rglob("*"):
        if path.is_file() and path not in known and path.parent.name != "secrets":
            found.look(path.name, path.read_bytes())


def look_at_phones(play: Play) -> None:
    """Members see what was posted, and nothing of who posted it or of what the files hid."""
    never = play.admins | play.secrets
    for board in (play.board, play.south):
        assert any(POSTED in message.history for message in from_bot(play.pat, board))
    for phone in (play.mo, play.pat):
        for place in (play.board, play.south, None):
            for message in from_bot(phone, place):
                if message.sender == play.mo.aci:
                    continue
                shown = [message.text, *message.history, message.sender_name, repr(message.quote)]
                shown += [str(file.filename) for file in message.attachments]
                assert leaks("\n".join(shown), never) == []
                for file in message.attachments:
                    assert leaks(unpacked(file.data), never) == []
                    assert b"Exif" not in file.data
    # The other admin hears what concerns the branch, and no number, name or id of anybody.
    for message in from_bot(play.bea):
        assert leaks(message.text, identity("alex", play.alex) | identity("mo", play.mo)) == []


async def look_at_bluesky(play: Play, pds: PracticePds, account: PracticeAccount) -> None:
    never = play.people | play.secrets
    posts, *files = await on_bluesky(pds, account)
    assert leaks(posts, {"posted": POSTED, "edited": EDITED}) != []
    assert leaks(posts, never) == []
    for data in files:
        assert leaks(data, never) == []
        assert b"Exif" not in data
