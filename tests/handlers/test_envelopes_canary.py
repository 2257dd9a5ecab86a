"""Marked people and words through every kind of envelope, slips, floods, and a report in a group.

One relay in this process, its log at the finest level. Every recorded kind is sent by somebody who
writes a report, and by somebody whose report is open; officials who once reported slip; somebody
tries passphrases; somebody writes a report into a group. Then it is looked for all of it.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, encode_basic_auth
from harness.running import KEY, TOKEN, RelayHarness, branch, from_bot
from marked import marks_in, traces
from opened import opened
from recorded_kinds import REFUSED
from recordings import WITH_NEWER_SIGNAL_CLI, all_webhook_bodies, webhook_bodies
from reporting import Cast, send, shown, with_teams, write

from practice.people import NumberSharing
from practice.phones import Phone
from relay.logs import logging_to
from relay.settings import LogSettings

DRAFTED, SENT, SLIPPED, GROUPED, TRIED, FLOODED, HIDDEN, LOOKED = (
    *("cobaltine", "celadonish", "saffrodil", "vermilionade", "wobbegong", "harebeller"),
    *("mistlewort", "quagmirely"),
)
"""Words sent into a draft, into an open case, typed by officials, into a group, tried, sent by
accounts that flood, hidden, and typed by who then has the phone."""

CODEWORD = "garden party"
BEGAN = "It began one night down by the canal"
STEPS = ("report", "1", "1", f"It is about {HIDDEN} and his van", "done", "send", "4")
"""What `hide` is typed after, one step after the other."""

_SAID = frozenset({"message", "text", "title", "description", "note", "body", "question"})
_MOMENT = re.compile(r"\b1[78]\d{11}\b")


@contextmanager
def heard_log() -> Iterator[io.StringIO]:
    """Keep all that is logged, at the finest level."""
    log = io.StringIO()
    with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
        yield log


def marked(value: Any, mark: str) -> Any:
    """Put a mark before everything that somebody says in a body."""
    if isinstance(value, list):
        return [marked(one, mark) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"{mark} {one}" if key in _SAID and isinstance(one, str) else marked(one, mark)
        for key, one in value.items()
    }


async def every_kind(stage: RelayHarness, phone: Phone, mark: str, begin: int) -> None:
    """Post every kind that was recorded of any release, as this person sends it now."""
    url = stage.signal.webhook.url
    assert url is not None
    where = f"http://{url.rpartition('@')[2]}"
    login = {"Authorization": encode_basic_auth("relay", TOKEN)}
    now = int(stage.clock.now().timestamp() * 1000)
    async with ClientSession() as session:
        for number, body in enumerate(all_webhook_bodies()):
            place = now + begin + number * 10
            whole = marked(json.loads(_MOMENT.sub(str(place), body.text)), mark)
            params = whole["params"]
            if params.get("account") == "+447700900000":
                params["account"] = stage.signal.number
            envelope = params.get("envelope") or {}
            if envelope.get("sourceUuid") is not None:
                envelope |= {
                    "source": phone.aci,
                    "sourceUuid": phone.aci,
                    "sourceNumber": phone.person.number,
                    "sourceName": phone.person.name,
                }
            async with session.post(where, data=json.dumps(whole), headers=login) as answer:
                assert answer.status == (403 if body.name in REFUSED else 200), body.name
            if number % 10 == 9:
                # What somebody writes in an hour has an end, which is not what is looked at here.
                await stage.wait(timedelta(minutes=15))
    await stage.settle()


async def officials_slip(stage: RelayHarness, cast: Cast, other: str) -> None:
    """Both have reported once, and type to the bot all day."""
    for official in (stage.alex, cast.vic):
        await send(stage, official, "It happened.")
        for said in (
            "anounce tomorrow 9am:",
            "staus 12",
            f"rply {other}",
            f"nte {other}",
            "agre 1",
        ):
            await stage.say(official, f"{said} {SLIPPED}")
            await stage.say(official, "yes")
        await stage.say(official, "erase")
        await stage.say(official, "yes")
        await stage.wait(timedelta(hours=1))


async def others_try(stage: RelayHarness, cast: Cast, name: str) -> None:
    """Passphrases from another account, a flood, a muted writer, and words in a group."""
    tries = stage.mo
    for number in range(7):
        await stage.say(tries, f"resume {name} {TRIED} lamp meadow {number}")
    group = stage.group("Everybody", cast.rio, stage.bea, only_admins=False)
    await stage.relay.directory.refresh()
    cast.rio.say(f"he hit me, {GROUPED}", to=group)
    moment = cast.rio.say("Hello", to=group)
    cast.rio.edit(moment, f"I was assaulted, {GROUPED}", to=group)
    await stage.settle()
    for number in range(4):
        await send(stage, stage.signal.new_phone(f"New {number}"), *[FLOODED] * 5)
    muted = await send(stage, tries, FLOODED)
    await stage.say(cast.una, f"mute {muted}")
    await stage.say(tries, f"{muted} {FLOODED}")


async def hides_at_every_step(stage: RelayHarness, cast: Cast) -> list[str]:
    """Hide, let somebody else look for it, and come back by every way; return whose marks to seek.

    Nothing of it may be told to anybody, and what was sent goes only where it was sent to.
    """
    marks = list[str]()
    for length in range(1, len(STEPS) + 1):
        phone = stage.signal.new_phone(f"Hyacinthe Step{length}", sharing=NumberSharing.SHOWN)
        marks += traces(phone)
        for said in STEPS[:length]:
            await stage.say(phone, said)
        found = re.search(r"I call it (\w+ \w+ \d+)", shown(phone))
        ways = [CODEWORD if length % 2 else STEPS[3]]
        if length == len(STEPS) and found:
            ways = [found[1], f"note {found[1]}", CODEWORD]
        for way in ways:
            await stage.say(phone, "hide")
            assert [m for m in from_bot(phone) if m.text][:-1] == []
            for said in ("report", f"{LOOKED} what did she say", "stop"):
                await stage.say(phone, said)
            assert found is None or found[1] not in from_bot(phone)[-1].text
            for said in (way, "done"):
                await stage.say(phone, said)
        assert marks_in(shown(phone), (HIDDEN,)) == []
        # None of it stays: what was not sent is dropped, what was sent is taken back.
        for said in ("stop", "erase", "yes"):
            await stage.say(phone, said)
        await stage.wait(timedelta(hours=1))
    return marks


def test_every_kind_of_every_release_is_sent() -> None:
    """Or the canary would look for what one release brings alone."""
    sent = {(body.name, body.text) for body in all_webhook_bodies()}
    newest = {(body.name, body.text) for body in webhook_bodies(WITH_NEWER_SIGNAL_CLI)}
    assert newest < sent
    assert len(sent - newest) > 15


@pytest.mark.timeout(300)
async def test_nothing_of_any_envelope_is_where_it_should_not_be(on_stage: RelayHarness) -> None:
    stage, cast = on_stage, with_teams(on_stage, strangers_per_hour=10, codeword=CODEWORD)
    new = stage.signal.new_phone
    rio = new("Zephyrine Quillfeather", number="+447700900771", sharing=NumberSharing.SHOWN)
    cast = Cast(rio, cast.una, cast.vic, cast.nia)
    with heard_log() as log:
        async with stage.running(branch("hackney", stage.alex)):
            await write(stage, rio, BEGAN, about="1")
            await every_kind(stage, rio, DRAFTED, 1)
            for said in ("hide", "report", "1", "stop", BEGAN, "1", "done"):
                await stage.say(rio, said)
            name = re.findall(r"I call it (\w+ \w+ \d+)", "\n".join(await stage.say(rio, "send")))[
                0
            ]
            await every_kind(stage, rio, SENT, 2)
            for said in (f"{name} And {SENT}", "hide", name, "hide", CODEWORD, "full", "hdie"):
                await stage.say(rio, said)
            hid = await hides_at_every_step(stage, cast)
            await officials_slip(stage, cast, name)
            await others_try(stage, cast, name)
            await stage.wait(timedelta(hours=9))
            pages = [page async for page in pages_of(stage)]
            whose = traces(rio)
            words = (DRAFTED, SENT, SLIPPED, GROUPED, TRIED, FLOODED, HIDDEN, LOOKED)
            # They did arrive where they belong: this is how marks would be seen.
            assert {DRAFTED, SENT, FLOODED, HIDDEN} <= set(marks_in(shown(cast.una), words))
            assert marks_in(shown(cast.una), (*whose, *hid, SLIPPED, GROUPED, TRIED, LOOKED)) == []
            # Who was left out, an admin, a member, the next team.
            for phone in (cast.vic, stage.alex, stage.bea, cast.nia):
                secret = (*whose, *hid, DRAFTED, SENT, GROUPED, TRIED, HIDDEN, LOOKED, name)
                seen = marks_in(shown(phone), secret)
                assert seen == [], phone.person.name
            assert marks_in(shown(rio), (*whose, DRAFTED, SENT, GROUPED)) == []
            for page in (*pages, log.getvalue()):
                assert marks_in(page, (*whose, *hid, *words, name)) == []
            assert '"level": "debug"' in log.getvalue() or "debug" in log.getvalue()
            for said in (name, "erase", "yes"):
                await stage.say(rio, said)
            await stage.wait(timedelta(days=15))
            await stage.relay.tidy()
            await stage.settle()
    kept = opened(stage.folder / "relay.db", KEY)
    gone = (*whose, *hid, DRAFTED, SENT, GROUPED, TRIED, HIDDEN, LOOKED, name)
    assert marks_in(kept, gone) == []
    assert from_bot(rio)


async def pages_of(stage: RelayHarness) -> Any:
    """What the relay's own port tells whoever asks."""
    url = stage.signal.webhook.url
    assert url is not None
    host = f"http://{url.rpartition('@')[2].partition('/')[0]}"
    async with ClientSession() as session:
        for path in ("/metrics", "/healthz", "/healthz/live", "/nowhere"):
            async with session.get(host + path) as answer:
                yield await answer.text()
