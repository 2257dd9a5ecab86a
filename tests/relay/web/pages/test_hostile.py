"""Whatever an admin pastes stays text."""

import json
from dataclasses import replace

import feedparser
import pytest
from catalogues import NOW, MemoryCatalogue, full_meeting, meeting
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import html
from servedpages import Served

from relay.language.words import Words
from relay.meetings.meeting import MeetingState, Paper, Place
from relay.time.clock import StillClock
from relay.web.pages.addresses import FileLinks, Outside, map_link, web_link
from relay.web.pages.linkify import paragraphs
from relay.web.pages.site import Site

NASTY = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include 'style.css' %}",
    "javascript:alert(1)",
    "<!--<script>",
    "]]></content><evil/>",
    "&lt;b&gt; &amp; &#60;",
    "\u202edesrever\u2066 open",
    "nul\x00bell\x07del\x7fnel\x85",
    "line\r\nSet-Cookie: a=b",
)


@pytest.mark.parametrize("nasty", NASTY)
async def test_pages_show_it_and_do_nothing_with_it(served: Served, nasty: str) -> None:
    served.catalogue.known[12] = replace(
        full_meeting(),
        title=nasty,
        place=Place(nasty, nasty),
        access=nasty,
        agenda=nasty,
        reason=nasty,
        state=MeetingState.CANCELLED,
        papers=(Paper(1, nasty, url=nasty), Paper(2, nasty, "application/pdf", file=1)),
    )
    for path in ("/", "/b/hackney", "/m/12"):
        answer = await served.client.get(path)
        assert answer.status == 200
        assert "Set-Cookie" not in answer.headers
        page = html.fromstring(await answer.read())
        assert set(page.xpath("//script/@type")) <= {"application/ld+json"}
        assert len(page.xpath("//script")) == (path != "/")
        assert page.xpath("//@*[starts-with(name(), 'on')]") == []
        assert set(page.xpath("//img/@src")) <= {"/m/12/card.png"}
        assert page.xpath("//style | //iframe | //form | //base | //b | //evil") == []
        schemes = {
            link.partition(":")[0]
            for link in page.xpath("//a/@href")
            if not link.startswith(("/", "#"))
        }
        assert schemes <= {"https", "http", "webcal"}
        for data in page.xpath("//script/text()"):
            assert json.loads(data)["@type"] == ("Event" if path == "/m/12" else "Organization")
    assert (await served.client.get("/m/12/card.png")).status == 200


@pytest.mark.parametrize("nasty", NASTY)
async def test_feeds_and_calendars_stay_whole(served: Served, nasty: str) -> None:
    served.catalogue.known[12] = replace(
        full_meeting(), title=nasty, agenda=nasty, access=nasty, place=Place(nasty, nasty)
    )
    feed = feedparser.parse(await (await served.client.get("/b/hackney/feed.atom")).read())
    assert not feed.bozo
    assert len(feed.entries) == 1
    for path in ("/m/12.ics", "/calendar.ics"):
        calendar = Calendar.from_ical(await (await served.client.get(path)).read())
        assert len(calendar.walk("VEVENT")) == 1


@given(text=st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_at_all_gives_pages_that_can_be_read(text: str) -> None:
    clock = StillClock(NOW)
    odd = meeting(12, text, agenda=text, access=text, place=Place(text), reason=text)
    site = Site(
        MemoryCatalogue(clock, odd),
        Words(),
        clock,
        outside=Outside("https://example.org"),
        links=FileLinks(),
    )
    page = site.meeting(12)
    assert page is not None
    assert len(html.fromstring(page.body).xpath("//script")) == 1
    feed = site.feed("hackney")
    assert feed is not None
    assert not feedparser.parse(feed.body).bozo


def test_a_title_that_runs_backwards_stays_inside_itself() -> None:
    clock = StillClock(NOW)
    odd = meeting(12, "\u202eevil")
    site = Site(
        MemoryCatalogue(clock, odd), Words(), clock, outside=Outside(None), links=FileLinks()
    )
    page = site.meeting(12)
    assert page is not None
    text = page.body.decode()
    assert "<title>\u2068\u202eevil\u2069, Hackney branch</title>" in text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "https://",
        "https://example.org/\nx",
        "https://exa mple.org/",
        "https://[::1",
        "https://example.org/\u202egpj",
        "",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_link(url) is None


def test_an_agenda_links_only_what_is_written_out() -> None:
    text = "See https://example.org/a, not javascript:x://y nor example.org nor a@example.org"
    ((line,),) = paragraphs(text)
    assert [piece.link for piece in line if piece.link] == ["https://example.org/a"]
    assert "".join(piece.text for piece in line) == text


def test_a_place_cannot_leave_the_map() -> None:
    link = map_link("Hall&layers=x#map=1\nhttps://evil.example")
    assert link.startswith("https://www.openstreetmap.org/search?query=Hall%26layers%3Dx%23map%3D1")
    assert "evil.example" in link
    assert "#" not in link
    assert link.count("&") == 0
