"""What a host is told about the feeds that branches follow."""

from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from zoneinfo import ZoneInfo

from harness.following import PATH, serving_camden

from relay.check.feeds import check_feeds
from relay.check.findings import Report
from relay.fetching.fetcher import Fetcher
from relay.fetching.guard import AddressesWith
from relay.following.states import FeedState, read_state
from relay.language.words import Words
from relay.time.clock import BranchTime, StillClock

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


async def _said(*feeds: FeedState, ca_file: Path | None = None) -> str:
    words, clock = Words(), StillClock(NOW)
    fetcher = Fetcher(
        AddressesWith([ip_network("127.0.0.0/8"), ip_network("::1/128")]),
        clock,
        kinds=["application/feed+json"],
        most_bytes=1_000_000,
        ca_file=ca_file,
    )
    time = BranchTime(ZoneInfo("Europe/London"), words, clock)
    found = check_feeds(Report(words), feeds, time, fetcher)
    return "\n".join([one.line(words) async for one in found])


async def test_while_no_relay_runs_each_feed_is_asked_for(tmp_path: Path) -> None:
    async with serving_camden(tmp_path) as (server, ca_file):
        feed = FeedState("hackney", "Camden branch", f"{server.address}{PATH}")
        assert "ok       branches[hackney] follows: The feed of Camden branch is reached." in (
            await _said(feed, ca_file=ca_file)
        )
        assert "not reached: certificate" in await _said(feed)
    assert "not reached: unreachable" in await _said(feed, ca_file=ca_file)


async def test_a_running_relay_tells_how_each_was_the_last_time() -> None:
    assert "was last read on" in await _said(FeedState("hackney", "Camden branch", read_at=NOW))
    late = FeedState("hackney", "Camden branch", failures=3, read_at=NOW)
    assert "could not be read of late" in await _said(late)
    assert "was never read" in await _said(FeedState("hackney", "Camden branch"))


async def test_what_does_not_hold_together_is_a_problem_whoever_is_asked() -> None:
    feed = FeedState("hackney", "Camden branch", "https://camden.example.org", "fork")
    assert "problem" in await _said(feed)
    assert "not in order: fork" in await _said(feed)


def test_what_a_relay_tells_is_read_as_it_was_told() -> None:
    feed = FeedState("hackney", "Camden branch", "", "silent", 3, NOW)
    assert read_state(feed.as_json()) == feed
    for told in (None, "x", {}, {"branch": 1}, feed.as_json() | {"read_at": "yesterday"}):
        assert read_state(told) is None
