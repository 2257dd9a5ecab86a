"""The signed feed of a relay that runs as hosts run it, and is killed as computers kill it."""

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest
from harness.running import from_bot
from relayprocess import RELAY, BranchTable, MakeRelay, RelayProcess, completed, webhook_url

from practice.groups import Group
from practice.phones import Phone
from practice.server import PracticeSignal
from relay.signed_feed.entry import Kind
from relay.signed_feed.keys import to_base64
from relay.signed_feed.reading import Known, read_feed
from relay.signed_feed.tables import SignedFeeds
from relay.signed_feed.verifying import verify

PATIENCE = 60.0
ADDRESS = "https://hackney.example.org"


@pytest.fixture
def alex(signal: PracticeSignal) -> Phone:
    return signal.new_phone("Alex")


@pytest.fixture
def mo(signal: PracticeSignal) -> Phone:
    return signal.new_phone("Mo")


@pytest.fixture
def board(signal: PracticeSignal, mo: Phone) -> Group:
    return signal.new_group("Board", (mo,))


@pytest.fixture
def relay(make_relay: MakeRelay, alex: Phone, board: Group) -> RelayProcess:
    hackney = BranchTable("hackney", (alex,), (board,), page_announcements="all")
    return make_relay([hackney], public_url=ADDRESS)


async def begin(relay: RelayProcess, signal: PracticeSignal) -> None:
    await relay.start()
    await relay.ready()
    signal.webhook.url = webhook_url(relay.port)


async def calm(relay: RelayProcess, signal: PracticeSignal) -> None:
    await signal.signal_cli.drained()
    await relay.idle(PATIENCE)


async def page(relay: RelayProcess) -> bytes:
    address = f"{relay.url}/b/hackney/signed.json"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        return await answer.read()


async def checked_by_anybody(relay: RelayProcess, *arguments: str) -> tuple[int, str]:
    """`relay verify`, as somebody runs it who has no settings."""
    words: list[str | Path] = [RELAY, "verify", *arguments]
    return await completed(relay.begin, words, environ=relay.environment(), folder=relay.folder)


@pytest.mark.timeout(300)
async def test_each_post_is_signed_once_whenever_the_relay_is_killed(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone, mo: Phone, board: Group
) -> None:
    await begin(relay, signal)
    known: Known | None = None
    # From the moment in which the yes is sent until after the post is out.
    for number, moment in enumerate((0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4), start=1):
        alex.say(f"announce Supper number {number}")
        await calm(relay, signal)
        alex.say("yes")
        await asyncio.sleep(moment)
        await relay.kill()
        await begin(relay, signal)
        await calm(relay, signal)
        held = verify([read_feed(await page(relay))], None, known)
        assert held.restarted is None
        known = held.known
    held = verify([read_feed(await page(relay))])
    posted = [one.content.text for one in held.entries if one.content is not None]
    # Signal may show a message twice; the feed says it once.
    assert posted == list(dict.fromkeys(one.text for one in from_bot(mo, board)))
    assert len(posted) > 1
    assert {one.entry.kind for one in held.entries} == {Kind.POST}


@pytest.mark.timeout(180)
async def test_a_host_asks_for_the_key_while_the_relay_runs(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone, tmp_path: Path
) -> None:
    await begin(relay, signal)
    for said in ("announce Supper in the hall", "yes"):
        alex.say(said)
        await calm(relay, signal)
    key = json.loads(await page(relay))["_branch_relay"]["fingerprint"]
    _, shown = await relay.command("feed", "key")
    assert f"Hackney branch: {key}" in shown
    code, refused = await relay.command("feed", "rotate", "hackney")
    assert code == 1
    assert "Stop that one first" in refused
    text = tmp_path / "text"
    text.write_text("Supper in the hall")
    feed = f"{relay.url}/b/hackney/signed.json"
    code, checked = await checked_by_anybody(relay, feed, "--key", key, "--text", str(text))
    assert code == 0, checked
    assert "exactly these words" in checked
    text.write_text("Supper in the halI")
    code, checked = await checked_by_anybody(relay, feed, "--key", key, "--text", str(text))
    assert code == 1


@pytest.mark.timeout(180)
async def test_a_key_is_rotated_between_two_lives(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone
) -> None:
    await begin(relay, signal)
    alex.say("announce Supper in the hall")
    await calm(relay, signal)
    alex.say("yes")
    await calm(relay, signal)
    before = verify([read_feed(await page(relay))])
    relay.terminate()
    await relay.ended()
    code, said = await relay.command("feed", "rotate", "hackney")
    assert code == 0, said
    await begin(relay, signal)
    after = verify([read_feed(await page(relay))], before.key, before.known)
    assert [one.entry.kind for one in after.entries] == [Kind.KEY]
    assert after.key != before.key
    assert after.key.fingerprint in said


@pytest.mark.timeout(180)
async def test_the_feed_names_nobody_and_the_key_is_nowhere(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone, mo: Phone
) -> None:
    await begin(relay, signal)
    mo.say("report Marguerite was hurt at the meeting")
    await calm(relay, signal)
    online = "meeting What: Planning\nWhen: Thursday 7pm\nWhere: https://meet.example.net/secret-77"
    for said in ("announce Supper in the hall", "yes", "announce Taken back", "yes", "retract 2"):
        alex.say(said)
        await calm(relay, signal)
    for said in ("yes", f"{online}\nAccess: step-free", *["skip"] * 6, "yes"):
        alex.say(said)
        await calm(relay, signal)
    feed = await page(relay)
    assert b"Planning" in feed
    served = (await relay.page("/metrics"), await relay.page("/b/hackney/verify"))
    relay.terminate()
    await relay.ended()
    with relay.open_store() as store:
        row = store[SignedFeeds].of_branch("hackney")
        assert row is not None
        secret = store[SignedFeeds].key(row.feed).secret
    beside = (relay.folder / "relay.db.feeds").read_text()
    everything = "\n".join((feed.decode(), *served, relay.log, beside))
    people = [one for phone in (alex, mo) for one in (phone.aci, phone.person.number) if one]
    kept = [secret.hex(), to_base64(secret), repr(secret)]
    for never in (*people, *kept, "Marguerite", "secret-77", "Alex", "Taken back"):
        assert never not in everything, never
