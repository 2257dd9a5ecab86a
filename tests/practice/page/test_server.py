"""What the practice page asks of its server, with everything running under it."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from practice_page import demo

pytestmark = pytest.mark.timeout(180)

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\xa7\x9a\xa0\x1d"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[str, int]]:
    """The page's address and the demo's process id."""
    with demo() as (found, process):
        yield found, process.pid


@pytest.fixture
def address(running: tuple[str, int]) -> str:
    return running[0]


def relay_of(demo_pid: int) -> int:
    """The process id of the relay that a demo has started."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == demo_pid and b"relay.toml" in command and b"status" not in command:
            return int(entry.name)
    raise AssertionError("no relay runs")


class Page:
    """What a page knows: it asks, and hears what changes."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def get(self, path: str) -> tuple[int, Any]:
        async with self._session.get(path) as answer:
            return answer.status, await answer.json()

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self._session.post(path, json=body) as answer:
            return answer.status, await answer.json()

    async def send(self, path: str, form: aiohttp.FormData) -> tuple[int, Any]:
        async with self._session.post(path, data=form) as answer:
            return answer.status, await answer.json()

    async def raw(self, path: str, method: str = "GET") -> tuple[int, bytes, dict[str, str]]:
        async with self._session.request(method, path) as answer:
            return answer.status, await answer.read(), dict(answer.headers)

    async def hears(self, name: str, fits: Callable[[Any], bool]) -> Any:
        """Wait for an event, counting what the state at the beginning has."""
        async with asyncio.timeout(90), self._session.get("/events") as stream:
            assert stream.content_type == "text/event-stream"
            event = ""
            async for line in stream.content:
                text = line.decode().rstrip("\n")
                if text.startswith("event: "):
                    event = text.removeprefix("event: ")
                elif text.startswith("data: "):
                    found = _part(event, json.loads(text.removeprefix("data: ")), name)
                    for one in found:
                        if fits(one):
                            return one
        raise AssertionError(name)

    async def chat(self, phone: str, chat: str, fits: Callable[[Any], bool]) -> Any:
        """Wait until a message of a chat fits."""

        def has(change: Any) -> bool:
            here = change["phone"] == phone and change["chat"]["id"] == chat
            return here and any(map(fits, change["chat"]["messages"]))

        change = await self.hears("chat", has)
        return next(message for message in change["chat"]["messages"] if fits(message))


def _part(event: str, data: Any, name: str) -> list[Any]:
    if event == name:
        return [data]
    if event != "state":
        return []
    if name == "chat":
        return [{"phone": p["id"], "chat": chat} for p in data["phones"] for chat in p["chats"]]
    return [data[name]] if name in data else []


@pytest.fixture
async def page(address: str) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession(
        address, connector=aiohttp.TCPConnector(limit=0), read_bufsize=2**24
    ) as session:
        yield Page(session)


async def test_the_state_is_what_the_page_begins_with(page: Page) -> None:
    _, state = await page.get("/state")
    first = [phone["id"] for phone in state["phones"]]
    assert first[:6] == ["alex", "mo", "rio", "noor", "una", "bea"]
    assert sorted(first[6:]) == ["cy", "sam", "vic"]
    assert state["practice_url_note"] is None
    chats = {p["id"]: [c["id"] for c in p["chats"]] for p in state["phones"]}
    assert chats["mo"] == ["bot", "board", "chat", "caucus", "noticeboard", "haringey"]
    assert chats["rio"] == ["bot"]
    board = state["phones"][0]["chats"][1]
    assert board["can_send"] is False
    assert board["members"] == ["Alex", "Bea", "Mo", "Sam", "Branch bot"]
    assert state["relay"]["state"] == "running"


async def test_somebody_writes_and_the_bot_answers(page: Page) -> None:
    status, sent = await page.post("/phones/sam/bot/messages", text="help")
    assert status == 200
    answer = await page.chat("sam", "bot", lambda m: m["bot"])
    assert not answer["mine"]
    mine = await page.chat("sam", "bot", lambda m: m["id"] == sent["id"])
    assert (mine["mine"], mine["text"], mine["state"]) == (True, "help", "sent")

    status, quoting = await page.post("/phones/sam/bot/messages", text="Hm", quote=answer["id"])
    assert status == 200
    quoted = await page.chat("sam", "bot", lambda m: m["id"] == quoting["id"])
    assert quoted["quote"]["sender"] == "Branch bot"


async def test_a_group_hears_reactions_edits_and_deletions(page: Page) -> None:
    _, sent = await page.post("/phones/mo/chat/messages", text="Who brings the banner?")

    def unread(change: Any) -> bool:
        here = change["phone"] == "alex" and change["chat"]["id"] == "chat"
        return bool(here and change["chat"]["unread"] == 1)

    change = await page.hears("chat", unread)
    assert change["chat"]["last"]["text"] == "Who brings the banner?"
    assert (await page.post("/phones/alex/chat/read"))[0] == 200
    await page.chat("mo", "chat", lambda m: m["id"] == sent["id"] and m["state"] == "read")

    assert (await page.post("/phones/alex/chat/reactions", message=sent["id"], emoji="👍"))[
        0
    ] == 200
    seen = await page.chat("mo", "chat", lambda m: m["reactions"] != [])
    assert seen["reactions"] == [{"emoji": "👍", "count": 1, "mine": False, "names": ["Alex"]}]
    assert (await page.post("/phones/alex/chat/reactions", message=sent["id"], emoji=None))[
        0
    ] == 200
    await page.chat("mo", "chat", lambda m: m["id"] == sent["id"] and m["reactions"] == [])

    body = {"message": sent["id"], "text": "Who brings the big banner?"}
    assert (await page.post("/phones/alex/chat/edits", **body))[0] == 409
    assert (await page.post("/phones/mo/chat/edits", **body))[0] == 200
    seen = await page.chat("alex", "chat", lambda m: m["edited"])
    assert seen["history"] == ["Who brings the banner?", "Who brings the big banner?"]
    status, said = await page.post("/phones/alex/chat/deletions", message=sent["id"])
    assert (status, "Only whoever wrote" in said["error"]) == (409, True)
    assert (await page.post("/phones/mo/chat/deletions", message=sent["id"]))[0] == 200
    gone = await page.chat("alex", "chat", lambda m: m["deleted"])
    assert (gone["text"], gone["history"], gone["files"]) == ("", [], [])


async def test_files_are_given_back_and_never_run(page: Page) -> None:
    form = aiohttp.FormData({"text": "Look"})
    form.add_field("file", PNG, filename="a.png", content_type="image/png")
    form.add_field(
        "file", b"<script>alert(1)</script>", filename="a.html", content_type="text/html"
    )
    status, sent = await page.send("/phones/alex/chat/messages", form)
    assert status == 200
    seen = await page.chat("mo", "chat", lambda m: m["id"] == sent["id"])
    picture, script = seen["files"]
    assert (picture["name"], picture["type"], picture["size"]) == ("a.png", "image/png", len(PNG))
    status, data, headers = await page.raw(picture["url"])
    assert (status, data, headers["Content-Type"]) == (200, PNG, "image/png")
    status, _, headers = await page.raw(script["url"])
    assert (status, headers["Content-Type"]) == (200, "application/octet-stream")
    assert headers["Content-Disposition"] == "attachment"
    assert headers["X-Content-Type-Options"] == "nosniff"
    # Una is not in that group.
    assert (await page.raw(picture["url"].replace("/mo/", "/una/")))[0] == 404
    assert (await page.raw(picture["url"].replace("/0", "/7")))[0] == 404


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("/phones/eve/bot/messages", {"text": "hi"}, 404, "no such phone"),
        ("/phones/rio/board/messages", {"text": "hi"}, 404, "not on that phone"),
        ("/phones/alex/board/messages", {"text": "hi"}, 409, "Only admins can write"),
        ("/phones/alex/bot/messages", {"text": "  "}, 400, "nothing to send"),
        ("/phones/alex/bot/messages", {"text": 7}, 400, "Reload"),
        ("/phones/alex/bot/messages", {"text": "a", "quote": "1.x"}, 404, "not on that phone"),
        ("/phones/alex/bot/edits", {"message": "²", "text": "a"}, 404, "not on that phone"),
        ("/phones/alex/bot/deletions", {}, 400, "Reload"),
        ("/phones/alex/bot/reactions", {"message": "..", "emoji": "👍"}, 404, "not on that phone"),
        ("/phones/alex/bot/reactions", {"message": "1.a", "emoji": "x" * 99}, 400, "Reload"),
        ("/phones/alex/bot/votes", {"message": "", "options": [0]}, 404, "not on that phone"),
        ("/phones/alex/bot/read", {"all": 1}, 400, "Reload"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    page: Page, path: str, body: dict[str, Any], status: int, sentence: str
) -> None:
    found, said = await page.post(path, **body)
    assert (found, sentence in said["error"]) == (status, True), said


async def test_a_broken_form_is_refused(page: Page, address: str) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with (
        aiohttp.ClientSession(address) as session,
        session.post("/phones/alex/bot/messages", data=b"nonsense", headers=headers) as answer,
    ):
        assert answer.status == 400
        assert "Reload" in (await answer.json())["error"]
    form = aiohttp.FormData()
    form.add_field("secret", b"x", filename="x")
    assert (await page.send("/phones/alex/bot/messages", form))[0] == 400


async def test_the_public_pages_can_be_looked_at_and_nothing_behind_them(page: Page) -> None:
    for path in ("/public/", "/public/style.css", "/public/b/hackney", "/public/calendar.ics"):
        status, _, headers = await page.raw(path)
        assert status == 200
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert (await page.raw("/public/", "HEAD"))[0] == 200
    assert (await page.raw("/public/m/999"))[0] == 404
    assert (await page.raw("/public/", "POST"))[0] == 404 + 1
    assert (await page.raw("/public/healthz"))[0] == 404


async def test_everything_that_the_server_sees_is_shown(page: Page) -> None:
    await page.post("/phones/rio/bot/messages", text="Is anybody there to listen?")
    await page.chat("rio", "bot", lambda m: m["bot"])
    status, seen = await page.get("/seen")
    assert status == 200
    assert [table["name"] for table in seen["tables"] if not table["about"]] == []
    assert {"inbox", "outbox", "cases", "case_links"} <= {table["name"] for table in seen["tables"]}
    for table in seen["tables"]:
        assert all(len(row) == len(table["columns"]) for row in table["rows"])
    assert any('"listening"' in line for line in seen["log"])
    assert "relay_inbox_waiting" in seen["metrics"]
    assert all(about.strip() for about in seen["about"])
    assert [one["hits"] for one in seen["searched"][:2]] == [0, 0]


async def test_it_does_not_see_who_has_an_open_report(page: Page) -> None:
    for said, answer in (
        ("report", "What is it about"),
        ("1", "Is it about any of these people"),
        ("0", "Now write"),
        ("He waited for me outside of the hall.", "I have that"),
        ("done", "Type send"),
        ("send", "I call it"),
    ):
        await page.post("/phones/rio/bot/messages", text=said)
        await page.chat("rio", "bot", partial(_answers, answer))
    # What has just arrived is noted, and what it replaces overwritten, a moment later.
    async with asyncio.timeout(30):
        while True:
            _, seen = await page.get("/seen")
            if not any(one["hits"] for one in seen["searched"]):
                break
            await asyncio.sleep(0.2)
    [cases] = [table for table in seen["tables"] if table["name"] == "cases"]
    assert len(cases["rows"]) == 1


async def test_trouble_is_made_and_ended(page: Page) -> None:
    assert (await page.post("/faults", relay="kill"))[0] == 200
    await page.hears("relay", lambda relay: relay["state"] == "killed")
    await page.post("/phones/cy/bot/messages", text="help")
    relay = await page.hears("relay", lambda relay: relay["held"] == 1)
    assert relay["last_words"] is None
    status, said = await page.get("/public/")
    assert (status, "Start it again" in said["error"]) == (502, True)
    assert (await page.get("/seen"))[0] == 200
    assert (await page.post("/faults", relay="start", captcha=True, bluesky="down"))[0] == 200
    await page.hears(
        "relay", lambda relay: relay["captcha"] and not relay["bluesky"] and not relay["held"]
    )
    await page.hears("feed", lambda feed: not feed["up"])
    await page.hears("relay", lambda relay: any(w["blocked"] for w in relay["waiting"]["lanes"]))
    await page.hears("relay", lambda relay: any("captcha" in line for line in relay["status"]))
    assert (await page.post("/faults", captcha=False, bluesky="up"))[0] == 200
    await page.hears("feed", lambda feed: feed["up"])
    solved = "captcha signalcaptcha://signal-hcaptcha.practice.solved-by-a-person"
    await page.post("/phones/alex/bot/messages", text=solved)


async def test_a_relay_that_dies_by_itself_has_the_last_word(
    page: Page, running: tuple[str, int]
) -> None:
    await page.hears("relay", lambda relay: relay["state"] == "running")
    os.kill(relay_of(running[1]), signal.SIGKILL)
    relay = await page.hears("relay", lambda relay: relay["last_words"] is not None)
    assert relay["state"] == "killed"
    assert '"listening"' in relay["last_words"]
    assert (await page.post("/faults", relay="start"))[0] == 200
    relay = await page.hears("relay", lambda relay: relay["state"] == "running")
    assert relay["last_words"] is None


async def test_time_passes_and_everything_begins_again(page: Page) -> None:
    _, before = await page.get("/state")
    assert (await page.post("/time", hours=24))[0] == 200
    _, after = await page.get("/state")
    assert after["relay"]["now"] > before["relay"]["now"]
    assert after["relay"]["now"][:10] != before["relay"]["now"][:10]

    assert (await page.post("/tour", do="play", pace="reading"))[0] == 200
    tour = await page.hears("tour", lambda tour: tour["step"] >= 2)
    assert (tour["state"], tour["chapter"], tour["who"]) == ("playing", 0, "alex")
    _, state = await page.get("/state")
    assert state["run"] == before["run"] + 1
    assert state["relay"]["now"] < after["relay"]["now"]
    status, said = await page.post("/phones/alex/bot/messages", text="help")
    assert (status, "The tour is playing" in said["error"]) == (409, True)
    assert (await page.post("/time", hours=1))[0] == 409
    assert (await page.post("/tour", do="pause"))[0] == 200
    await page.hears("tour", lambda tour: tour["state"] == "paused")
    assert (await page.post("/restart"))[0] == 200
    _, state = await page.get("/state")
    assert (state["run"], state["tour"]["state"]) == (before["run"] + 2, "idle")


def _answers(words: str, message: dict[str, Any]) -> bool:
    return message["bot"] and words in message["text"]
