"""The signed feed and the page on which anybody checks a text, on a relay's own web server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import ClientSession
from aiohttp.typedefs import LooseHeaders
from harness.running import relay_harness
from harness.signing import ADDRESS, SigningStage
from lxml import html
from reader import make_reader

from relay.signed_feed.reading import read_feed
from relay.signed_feed.verifying import verify
from relay.web.pages.asking import MOST_A_MINUTE, MOST_BYTES

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[SigningStage]:
    async with relay_harness(tmp_path) as play:
        yield SigningStage(play)


class Answer:
    def __init__(self, status: int, headers: Any, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return " ".join(html.fromstring(self.body).text_content().split())


async def post(stage: SigningStage, body: bytes | str, headers: LooseHeaders = FORM) -> Answer:
    address = stage.play.server.make_url("/b/hackney/verify")
    async with (
        ClientSession() as session,
        session.post(address, data=body, headers=headers) as answer,
    ):
        return Answer(answer.status, answer.headers, await answer.read())


async def ask(stage: SigningStage, text: str) -> str:
    answer = await post(stage, urlencode({"text": text}))
    assert answer.status == 200
    return answer.text


async def test_what_is_served_is_a_feed_that_holds(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce The hall costs £5.")
        status, body = await stage.play.read("/b/hackney/signed.json")
        assert status == 200
        held = verify([read_feed(body)], stage.feed.key("hackney"))
        (entry,) = held.entries
        assert entry.content is not None
        assert entry.content.text == "The hall costs £5."
        page = json.loads(body)
        assert page["items"][0]["url"] == f"{ADDRESS}/a/1"
        assert page["home_page_url"] == f"{ADDRESS}/b/hackney"
        await stage.agree("edit 1 The hall costs £6.")
        _, body = await stage.play.read("/b/hackney/signed.json")
        assert b"\xc2\xa35" not in body
        assert len(verify([read_feed(body)], None, held.known).entries) == 1


def read_by_a_reader(address: str, database: Path) -> tuple[str | None, list[tuple[Any, ...]]]:
    """What Reader (https://reader.readthedocs.io) shows of a feed: its title, and its entries."""
    with closing(make_reader(str(database))) as reader:
        reader.add_feed(address, exist_ok=True)
        reader.update_feed(address)
        feed = reader.get_feed(address)
        assert feed.last_exception is None
        shown = [
            (one.title, one.content[0].value, one.link, [file.href for file in one.enclosures])
            for one in reader.get_entries()
        ]
        return feed.title, sorted(shown, key=str)


async def test_a_reader_of_json_feeds_reads_it(stage: SigningStage, tmp_path: Path) -> None:
    async with stage.running():
        await stage.agree("announce The hall costs £5.", "announce Bring a friend.")
        address = str(stage.play.server.make_url("/b/hackney/signed.json"))
        title, shown = await asyncio.to_thread(read_by_a_reader, address, tmp_path / "reader.db")
        assert title == "Hackney branch: signed announcements"
        assert shown == [
            ("Announcement 1", "The hall costs £5.", f"{ADDRESS}/a/1", []),
            ("Announcement 2", "Bring a friend.", f"{ADDRESS}/a/2", []),
        ]
        await stage.agree("retract 2")
        _, shown = await asyncio.to_thread(read_by_a_reader, address, tmp_path / "reader.db")
        assert shown[1:] == [
            ("Announcement 2", "These words no longer stand.", None, []),
            (
                "Announcement 2, taken back",
                "The branch has taken this announcement back.",
                None,
                [],
            ),
        ]


async def test_its_type_is_that_of_json_feeds(stage: SigningStage) -> None:
    async with stage.running(), ClientSession() as session:
        address = stage.play.server.make_url("/b/hackney/signed.json")
        async with session.get(address) as answer:
            assert answer.headers["Content-Type"] == "application/feed+json"
            tag = answer.headers["ETag"]
        async with session.get(address, headers={"If-None-Match": tag}) as answer:
            assert answer.status == 304


async def test_older_entries_are_on_pages_of_their_own(stage: SigningStage) -> None:
    async with stage.running():
        with stage.play.store.transaction():
            for number in range(120):
                stage.feed.warn("hackney", f"False claim {number}.")
        _, newest = await stage.play.read("/b/hackney/signed.json")
        page = json.loads(newest)
        assert page["next_url"] == f"{ADDRESS}/b/hackney/signed/1.json"
        _, older = await stage.play.read("/b/hackney/signed/1.json")
        assert len(verify([read_feed(newest), read_feed(older)]).looked_at) == 120
        assert (await stage.play.read("/b/hackney/signed/2.json"))[0] == 404
        assert (await stage.play.read("/b/lambeth/signed.json"))[0] == 404


async def test_the_page_of_the_branch_shows_the_key(stage: SigningStage) -> None:
    async with stage.running():
        key = stage.feed.key("hackney")
        assert key is not None
        _, body = await stage.play.read("/b/hackney")
        assert key.fingerprint in html.fromstring(body).text_content()
        assert b'href="/b/hackney/verify"' in body
        with stage.play.store.transaction():
            new = stage.feed.rotate("hackney")
        _, body = await stage.play.read("/b/hackney")
        assert new.fingerprint in html.fromstring(body).text_content()


async def test_a_branch_that_signs_nothing_shows_no_key(stage: SigningStage) -> None:
    stage.play.more_settings = {}
    async with stage.running():
        _, body = await stage.play.read("/b/hackney")
        assert b"signed" not in body
        assert (await stage.play.read("/b/hackney/verify"))[0] == 404
        assert (await post(stage, "text=x")).status == 404


async def test_anybody_pastes_a_text_and_hears_whether_it_was_posted(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce The hall costs £5.\nBring a friend.")
        assert "Yes. Hackney branch posted exactly" in await ask(
            stage, "  The hall costs £5.\r\n Bring\u200b a friend.\n"
        )
        for changed in ("The hall costs £50.\nBring a friend.", "The hall costs £5."):
            answer = await ask(stage, changed)
            assert "We do not know these words." in answer
        assert "Nothing was pasted" in await ask(stage, " \u200b ")
        await stage.agree("retract 1")
        assert "We do not know" in await ask(stage, "The hall costs £5.\nBring a friend.")
        with stage.play.store.transaction():
            stage.feed.warn("hackney", "Pay your fee at pay.example.net")
        assert "No. This is false" in await ask(stage, "Pay your fee at pay.example.net")


async def test_the_answer_repeats_nothing_of_what_was_asked(stage: SigningStage) -> None:
    async with stage.running():
        answer = await post(stage, urlencode({"text": "<script>alert('x')</script> Marguerite"}))
        assert b"Marguerite" not in answer.body
        assert b"alert" not in answer.body
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert "form-action 'self'" in policy
        assert "default-src 'none'" in policy


async def test_what_is_asked_is_in_no_log_and_not_in_the_store(
    stage: SigningStage, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    async with stage.running():
        await ask(stage, "Marguerite hit me")
    assert not any("Marguerite" in text for text in capfd.readouterr())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 200),
        (b"text=%ff%fe%00", 200),
        (b"text=" + b"%F0%9F%A7%A1" * 1000, 200),
        (b"text=" + b"a%CC%80" * 19_000, 200),
        (b"&".join([b"a=1"] * 500), 200),
        (b"\xff\xfe\x00", 200),
        (b"x" * (MOST_BYTES + 1), 413),
    ],
    ids=range(7),
)
async def test_hostile_forms_get_a_quiet_answer(
    stage: SigningStage, body: bytes, status: int
) -> None:
    async with stage.running():
        assert (await post(stage, body)).status == status


async def test_other_kinds_of_forms_are_refused(stage: SigningStage) -> None:
    async with stage.running():
        answer = await post(stage, b"{}", {"Content-Type": "application/json"})
        assert answer.status == 415


async def test_only_so_many_are_answered_in_a_minute(stage: SigningStage) -> None:
    async with stage.running():
        for _ in range(MOST_A_MINUTE):
            assert (await post(stage, "text=x")).status == 200
        late = await post(stage, "text=x")
        assert late.status == 429
        assert "Please try again in a minute" in late.text


async def test_an_export_has_the_feed_and_says_where_to_ask(tmp_path: Path) -> None:
    async with relay_harness(tmp_path / "relay") as play:
        stage = SigningStage(play)
        www = tmp_path / "www"
        play.more_settings = {"web": {"export": www}}
        async with stage.running():
            await stage.agree("announce The hall costs £5.")
            with play.store.transaction():
                for number in range(101):
                    stage.feed.warn("hackney", f"False claim {number}.")
            assert play.relay.site is not None
            await play.relay.site.look()
            newest = (www / "b/hackney/signed.json").read_bytes()
            older = (www / "b/hackney/signed/1.json").read_bytes()
            assert json.loads(newest)["next_url"] == "signed/1.json"
            assert len(verify([read_feed(newest), read_feed(older)]).looked_at) == 102
            page = (www / "b/hackney/verify/index.html").read_text()
            assert "<form" not in page
            assert "Signal bot" in page
            await stage.agree("retract 1")
            await play.relay.site.write(play.clock.now())
            assert "The hall" not in (www / "b/hackney/signed/1.json").read_text()
