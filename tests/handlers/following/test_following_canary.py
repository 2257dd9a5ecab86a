"""What others post, and from where, is in no log and no metric, and gone once they take it back."""

import io
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession
from canaries import Findings, leaks
from harness.following import Following, following_on
from harness.running import KEY, TOKEN, relay_harness
from opened import opened

from relay.logs import logging_to
from relay.settings import LogSettings
from relay.signed_feed.entry import Kind
from relay.store.copies import partition, snapshot

OFFERED, PASSED, WARNED = (
    "Quincebridge hall is open",
    "Zirconette march on Sunday",
    "Umberlade email is false",
)
WORDS = {"offered": OFFERED, "passed": PASSED, "warned": WARNED}
ADDRESS = {"address": "/b/camden/signed.json"}


async def test_nothing_of_what_others_post_stays_where_it_should_not(tmp_path: Path) -> None:
    log = io.StringIO()
    found = Findings(WORDS | ADDRESS)
    async with relay_harness(tmp_path) as stage, following_on(stage, tmp_path) as following:
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with following.open():
                await _everything(following)
                async with ClientSession() as session:
                    for path in ("/metrics", "/healthz"):
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                audit = str(stage.store._db.execute("SELECT * FROM audit").fetchall())
                assert "followed feed 1" in audit
                found.look("audit", audit)
                assert leaks(_dated(tmp_path), {"offered": OFFERED, "warned": WARNED}) == []
                assert leaks(opened(tmp_path / "relay.db", KEY), WORDS) == list(WORDS)
                for number in (1, 2):
                    following.feed.retract(number)
                following.feed.forget(1)
                following.feed.say(Kind.WITHDRAWN, 1)
                await following.pull(hours=1)
                await stage.settle()
                stage.clock.move(timedelta(days=2))
                await stage.relay.tidy()
                await stage.settle()
                pages = opened(tmp_path / "relay.db", KEY)
                assert leaks(pages, {"offered": OFFERED, "warned": WARNED}) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


async def _everything(following: Following) -> None:
    """A post is offered, another one passed on, a warning told; a look fails, another breaks."""
    await following.follow()
    following.feed.post(1, OFFERED)
    following.feed.post(2, PASSED)
    following.feed.say(Kind.FALSE, 1, WARNED)
    await following.pull(minutes=10)
    number = next(
        one.number
        for one in following.stage.relay.services.following.posts.current()
        if one.text == PASSED
    )
    await following.say(f"pass on {number}")
    await following.say("yes")
    lost = following.feed.entries.pop()
    await following.pull(minutes=10)
    await following.pull(minutes=10)
    following.feed.entries.append(lost)
    await following.pull(hours=2)


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
