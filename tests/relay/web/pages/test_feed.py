"""A branch's feed as a reader's program reads it."""

from dataclasses import replace
from datetime import UTC, timedelta

import feedparser
from catalogues import CHANGED, meeting
from servedpages import Served


async def _feed(served: Served) -> feedparser.FeedParserDict:
    answer = await served.client.get("/b/hackney/feed.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(await answer.read())
    assert not feed.bozo
    assert feed.version == "atom10"
    return feed


async def test_a_feed_says_whose_it_is(served: Served) -> None:
    feed = (await _feed(served)).feed
    assert feed.title == "Meetings of Hackney branch"
    assert feed.author == "Hackney branch"
    assert feed.link == "https://meetings.example.org/b/hackney"
    assert {link.rel: link.href for link in feed.links}["self"] == (
        "https://meetings.example.org/b/hackney/feed.atom"
    )
    assert feed.updated == CHANGED.isoformat()


async def test_an_entry_tells_what_a_member_needs(served: Served) -> None:
    (entry,) = (await _feed(served)).entries
    assert entry.title == "Annual general meeting"
    assert entry.link == "https://meetings.example.org/m/12"
    text = entry.content[0]
    assert text.type == "text/html"
    assert text.value.startswith(
        '<p dir="auto">When: Thursday 26 November at 7 pm until 9:30 pm<br />'
        "Where: Hackney Town Hall, Mare Street, London E8 1EA, and online<br />"
        "Access: Step-free from Reading Lane."
    )
    assert 'href="https://example.org/rents?a=1&amp;b=2"' in text.value


async def test_a_changed_meeting_is_the_same_entry_newer_and_first(served: Served) -> None:
    served.catalogue.known[13] = meeting(13, "Film night", changed_at=CHANGED + timedelta(hours=1))
    before = (await _feed(served)).entries
    assert [entry.title for entry in before] == ["Film night", "Annual general meeting"]
    later = CHANGED + timedelta(hours=2)
    served.catalogue.known[12] = replace(
        served.catalogue.known[12], title="General meeting", changed_at=later
    )
    after = (await _feed(served)).entries
    assert [entry.title for entry in after] == ["General meeting", "Film night"]
    assert after[0].id == before[1].id
    assert after[0].updated == later.isoformat()


async def test_a_series_is_one_entry(served: Served) -> None:
    served.catalogue.known = {14: meeting(14, rule="FREQ=WEEKLY")}
    assert len((await _feed(served)).entries) == 1


async def test_a_series_is_new_again_for_each_of_its_dates(served: Served) -> None:
    """A reader's program takes an entry as read for as long as `updated` stays."""
    weekly = meeting(14, rule="FREQ=WEEKLY")
    served.catalogue.known = {14: weekly}
    first = await _feed(served)
    assert first.entries[0].updated == CHANGED.isoformat()
    served.clock.move(weekly.start - served.clock.now() + timedelta(days=2))
    second = await _feed(served)
    assert second.entries[0].id == first.entries[0].id
    assert second.entries[0].content[0].value != first.entries[0].content[0].value
    over = (weekly.start + weekly.lasts).astimezone(UTC).isoformat()
    assert second.entries[0].updated == second.feed.updated == over
    served.clock.move(timedelta(days=1))
    assert (await _feed(served)).entries[0].updated == over


async def test_an_empty_feed_is_a_feed(served: Served) -> None:
    served.catalogue.known = {}
    feed = await _feed(served)
    assert feed.entries == []
    assert feed.feed.updated
