"""The control API: being the phones over HTTP, and the stand-in as a process of its own."""

import asyncio
import base64
import sys
from typing import Any

import aiohttp

from practice.server import PracticeSignal


async def person(control: Any, name: str, **more: Any) -> str:
    """Puts somebody on Signal; returns the path of their phone."""
    status, body = await control("POST", "/practice/people", {"name": name, **more})
    assert status == 200
    return f"/practice/people/{body['aci']}"


async def test_a_whole_conversation_over_http(
    signal: PracticeSignal, api: Any, control: Any, hook: Any
) -> None:
    await control("PUT", "/practice/webhook", {"url": hook.url})
    ada = await person(control, "Ada", number="+447700900001", username="ada.42")
    _, group = await control(
        "POST", "/practice/groups", {"name": "Hackney", "members": ["ada.42"], "admins": ["bot"]}
    )
    _, said = await control(
        "POST",
        ada + "/messages",
        {
            "text": "announce this",
            "attachments": [
                {
                    "base64": base64.b64encode(b"%PDF").decode(),
                    "content_type": "application/pdf",
                    "filename": "agenda.pdf",
                }
            ],
        },
    )
    await control("POST", "/practice/drained")
    assert hook.envelopes[0]["timestamp"] == said["timestamp"]
    waiting = asyncio.create_task(control("GET", ada + "/next?within=5"))
    _, [sent] = await api.send(signal.number, [group["id"]], message="Tonight, 7 pm")
    _, event = await waiting
    assert event["kind"] == "message"
    assert event["message"]["text"] == "Tonight, 7 pm"
    assert event["chat"] == group["internal_id"]
    stamp = int(sent["timestamp"])
    await control("POST", ada + "/reactions", {"timestamp": stamp, "to": group["id"]})
    _, edited = await control(
        "POST", ada + "/edits", {"timestamp": said["timestamp"], "text": "announce that"}
    )
    assert edited["timestamp"] > said["timestamp"]
    _, chats = await control("GET", ada + "/chats")
    by_name = {(chat["group"] or {}).get("name"): chat["messages"] for chat in chats}
    assert by_name["Hackney"][0]["reactions"]
    [mine] = by_name[None]
    assert mine["history"] == ["announce this", "announce that"]
    assert mine["attachments"][0]["filename"] == "agenda.pdf"
    _, calls = await control("GET", "/practice/calls")
    assert [(call["method"], call["path"], call["status"]) for call in calls] == [
        ("POST", "/v2/send", 201)
    ]
    await control("DELETE", "/practice/calls")
    assert await control("GET", "/practice/calls") == (200, [])


async def test_the_next_event_is_found_after_a_number_or_not_in_time(
    signal: PracticeSignal, api: Any, control: Any
) -> None:
    ada = await person(control, "Ada")
    aci = ada.rsplit("/", 1)[1]
    for text in ("one", "two"):
        await api.send(signal.number, [aci], message=text)
    _, one = await control("GET", ada + "/next?in=bot")
    _, two = await control("GET", f"{ada}/next?in=bot&after={one['number']}")
    assert [one["message"]["text"], two["message"]["text"]] == ["one", "two"]
    late = await control("GET", f"{ada}/next?after={two['number']}&within=0.01")
    assert late == (408, {"error": "nothing came in time"})


async def test_everything_else_a_phone_does(
    signal: PracticeSignal, control: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = await person(control, "Ada")
    _, said = await control("POST", ada + "/messages", {"text": "x"})
    _, poll = await control("POST", ada + "/polls", {"question": "?", "options": ["a", "b"]})
    aci = ada.rsplit("/", 1)[1]
    for path, body in (
        ("/votes", {"timestamp": poll["timestamp"], "options": [0], "author": aci}),
        ("/deletions", {"timestamp": said["timestamp"]}),
        ("/receipts", {"timestamps": [said["timestamp"]], "kind": "read"}),
        ("/typing", {"action": "STARTED"}),
        ("/timers", {"seconds": 60}),
        ("/safety-number", {}),
    ):
        assert (await control("POST", ada + path, body))[0] == 200
    status, changed = await control("PATCH", ada, {"name": "Countess", "registered": False})
    assert (status, changed["name"], changed["registered"]) == (200, "Countess", False)
    await control("POST", "/practice/drained")
    assert len(hook.arrived) == 7
    assert (await control("GET", "/practice/people/nobody/chats"))[0] == 404
    assert (await control("POST", ada + "/messages", {"txt": "x"}))[0] == 400


async def test_groups_are_changed_by_people(signal: PracticeSignal, control: Any) -> None:
    ada = (await person(control, "Ada")).rsplit("/", 1)[1]
    bob = (await person(control, "Bob")).rsplit("/", 1)[1]
    _, group = await control(
        "POST", "/practice/groups", {"name": "Old", "members": ["bot"], "admins": [ada]}
    )
    change = {"name": "New", "add": [bob], "promote": [bob], "remove": ["bot"]}
    status, changed = await control("PATCH", f"/practice/groups/{group['id']}", change)
    assert status == 200
    assert (changed["name"], set(changed["members"])) == ("New", {ada, bob})
    assert set(changed["admins"]) == {ada, bob}
    assert (await control("GET", "/practice/groups"))[1] == [changed]


async def test_faults_settings_and_raw_envelopes(
    signal: PracticeSignal, api: Any, control: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    await control("POST", "/practice/faults", {"kind": "refuse", "status": 503, "text": "Busy"})
    assert len((await control("GET", "/practice/faults"))[1]) == 1
    assert await api("GET", "/v1/about") == (503, {"error": "Busy"})
    _, settings = await control("PUT", "/practice/settings", {"overlap": "off", "trust": "always"})
    assert (settings["overlap"], settings["trust"]) == ("off", "always")
    envelope = {"source": None, "timestamp": 1}
    await control("POST", "/practice/envelopes", {"envelope": envelope, "account": "+440"})
    await control("POST", "/practice/drained")
    assert hook.arrived[0]["params"] == {"envelope": envelope, "account": "+440"}
    await control("POST", "/practice/crash")
    _, state = await control("GET", "/practice/state")
    assert (state["running"], state["crashed"]) == (False, True)
    await control("POST", "/practice/start")
    assert await api("GET", "/v1/health") == (204, None)


async def test_a_burst_comes_at_one_instant(
    signal: PracticeSignal, control: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = (await person(control, "Ada")).rsplit("/", 1)[1]
    lines = [{"sender": ada, "text": str(number)} for number in range(100)]
    _, body = await control("POST", "/practice/burst", {"messages": lines})
    assert len(set(body["timestamps"])) == 100
    await control("POST", "/practice/drained")
    assert hook.texts == [line["text"] for line in lines]


async def test_it_runs_as_a_process(session: aiohttp.ClientSession) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "practice.signal_api",
        "--listen",
        "127.0.0.1:0",
        "--control",
        "127.0.0.1:0",
        "--number",
        "+447700900123",
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        async with asyncio.timeout(30):
            url, control_url = (await process.stdout.readline()).decode().split()
        async with session.get(url + "/v1/accounts") as response:
            assert await response.json() == ["+447700900123"]
        async with session.get(control_url + "/practice/state") as response:
            assert (await response.json())["running"] is True
    finally:
        process.terminate()
        assert await process.wait() == 0


async def test_what_is_rare_reaches_the_bot_too(
    signal: PracticeSignal, control: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = await person(control, "Ada")
    aci = ada.rsplit("/", 1)[1]
    _, group = await control(
        "POST", "/practice/groups", {"name": "All", "members": ["bot"], "admins": [aci]}
    )
    picture = {"base64": "iVBORw0KGgo=", "content_type": "image/png", "voice": False}
    preview = {"url": "https://example.org", "title": "Example", "image": picture}
    rich = {
        "text": "see https://example.org",
        "styles": [{"start": 0, "length": 3, "style": "BOLD"}],
        "previews": [preview],
        "contacts": [{"given": "Cy", "number": "+447700900055"}],
        "payment": "thanks",
        "story": {"author": aci, "timestamp": 5},
    }
    calls: list[tuple[str, dict[str, Any], str]] = [
        (ada + "/messages", rich, "dataMessage"),
        (ada + "/pins", {"timestamp": 5, "to": group["id"]}, "dataMessage"),
        (ada + "/pins", {"timestamp": 5, "to": group["id"], "action": "remove"}, "dataMessage"),
        (ada + "/admin-deletions", {"timestamp": 5, "to": group["id"]}, "dataMessage"),
        (ada + "/calls", {"id": 2**64 - 5, "kind": "VIDEO_CALL"}, "callMessage"),
        (ada + "/calls", {"id": 7, "part": "ice"}, "callMessage"),
        (ada + "/calls", {"id": 7, "part": "hangup"}, "callMessage"),
        (ada + "/calls", {"id": 7, "part": "taken elsewhere"}, "callMessage"),
        (ada + "/stories", {"text": "news"}, "storyMessage"),
        (ada + "/stories", {"file": picture, "to": group["id"]}, "storyMessage"),
        (ada + "/empty-messages", {"kind": "group call", "to": group["id"]}, "dataMessage"),
        (ada + "/empty-messages", {"kind": "profile"}, "dataMessage"),
        (ada + "/empty-messages", {"kind": "end of session"}, "dataMessage"),
    ]
    other = "/practice/other-device"
    for kind, chat in (("sent", aci), ("edited", aci), ("read", aci), ("group changed", "g")):
        where = group["id"] if chat == "g" else chat
        calls.append((other, {"kind": kind, "chat": where, "timestamp": 5}, "syncMessage"))
    for path, body, _ in calls:
        assert (await control("POST", path, body))[0] == 200
    assert (await control("POST", ada + "/unreadable"))[0] == 200
    await control("POST", "/practice/drained")
    assert len(hook.envelopes) == len(calls) + 1
    for (_, _, field), envelope in zip(calls, hook.envelopes, strict=False):
        assert field in envelope
    assert hook.arrived[-1]["params"]["exception"]["type"] == "ProtocolNoSessionException"
    said = hook.envelopes[0]["dataMessage"]
    assert {"textStyles", "previews", "contacts", "payment", "storyContext"} <= said.keys()
    assert hook.envelopes[4]["callMessage"]["offerMessage"]["id"] == 2**64 - 5


async def test_a_new_key_is_stored_on_demand(
    signal: PracticeSignal, api: Any, control: Any
) -> None:
    ada = await person(control, "Ada")
    await control("POST", ada + "/safety-number")
    identities = f"/v1/identities/{signal.number}"
    assert (await api("GET", identities))[1][0]["status"] == "TRUSTED_UNVERIFIED"
    assert (await control("POST", ada + "/key"))[0] == 200
    assert (await api("GET", identities))[1][0]["status"] == "UNTRUSTED"
