"""Links to the pages in chats, timelines and Google's event search: each by its published rules."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from catalogues import NOW, changed, full_meeting, meeting, posted
from lxml import html
from PIL import Image
from servedpages import Served
from uniseg.graphemecluster import grapheme_clusters

from relay.destinations.bluesky.pages import HeadReader
from relay.formatting import StyledText
from relay.meetings.changes import Move
from relay.meetings.meeting import MeetingState, Place

ANNOUNCED = 'The "hall" is open > 6 & <b>free</b>. It\'s ours.\n\nCome in: the kettle is on.'
LONG = "Every word of this is far too long for any preview " * 20
PATHS = {"/b/hackney": "website", "/m/12": "website", "/a/20": "article"}
ODD = "\u202e\x07<!-- ]]> \n\N{FAMILY}\u200d\N{GIRL}" * 100
TEXTS = {"ordinary": ANNOUNCED, "long": LONG, "odd": ODD}


@pytest.fixture(params=TEXTS)
def told(served: Served, request: pytest.FixtureRequest) -> Served:
    """A branch, a meeting and an announcement; of ordinary texts, far too long ones, odd ones."""
    text = TEXTS[request.param]
    served.posts.known[20] = posted(20, StyledText(text), changed_at=NOW)
    if request.param != "ordinary":
        served.catalogue.known[12] = replace(
            full_meeting(), title=text, place=Place(text), access=text, agenda=text
        )
    return served


async def page_of(served: Served, path: str) -> str:
    answer = await served.client.get(path)
    assert answer.status == 200
    return await answer.text()


def tags_of(page: str) -> dict[str, str]:
    """The first of each tag that says what a link shows, by property or name."""
    found: dict[str, str] = {}
    for tag in html.fromstring(page).xpath("//head/meta[@property or @name]"):
        found.setdefault(tag.get("property") or tag.get("name"), tag.get("content"))
    return found


async def picture_of(served: Served, address: str) -> tuple[bytes, Image.Image]:
    """The picture at a whole address, as the outside would fetch it."""
    answer = await served.client.get(urlsplit(address).path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/png"
    # Fetched by other sites' programs and shown on theirs.
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    body = await answer.read()
    # Signal-Desktop (ts/linkPreviews/linkPreviewFetch.ts) takes no picture whose size is not said.
    assert answer.headers["Content-Length"] == str(len(body))
    return body, Image.open(BytesIO(body))


@pytest.mark.parametrize("path", PATHS)
async def test_open_graph_has_what_it_requires(told: Served, path: str) -> None:
    """https://ogp.me: title, type, image and url are required; a picture has an alternative text.

    Facebook adds (developers.facebook.com/docs/sharing/webmasters and …/webmasters/images): a title
    without the name of the site, two to four sentences, the canonical address, and a picture of at
    least 200 x 200, best 1200 x 630, of 8 MB at most, whose size is named.
    """
    page = await page_of(told, path)
    tags = tags_of(page)
    address = f"https://meetings.example.org{path}"
    assert tags["og:type"] == PATHS[path]
    assert tags["og:url"] == address
    assert html.fromstring(page).xpath("//link[@rel='canonical']/@href") == [address]
    assert tags["og:title"].strip()
    assert tags["og:description"].strip()
    assert tags["og:site_name"] == "Hackney branch"
    assert re.fullmatch("[a-z]{2}_[A-Z]{2}", tags["og:locale"])
    assert tags["og:image"].startswith("https://meetings.example.org/")
    assert tags["og:image:alt"].strip()
    body, picture = await picture_of(told, tags["og:image"])
    assert [int(tags["og:image:width"]), int(tags["og:image:height"])] == [*picture.size]
    assert picture.size == (1200, 630)
    assert len(body) < 8 * 1024 * 1024
    assert "noindex" not in page


@pytest.mark.parametrize("path", PATHS)
async def test_titles_and_descriptions_are_not_cut_in_the_middle(told: Served, path: str) -> None:
    """The longest that is shown: X cuts a title after 70 and a description after 200 characters
    (developer.x.com, Cards markup), Google a title at about 600 pixels. What matters stands first.
    """
    tags = tags_of(await page_of(told, path))
    assert len(list(grapheme_clusters(tags["og:title"]))) <= 90
    assert len(list(grapheme_clusters(tags["og:description"]))) <= 200
    assert tags["twitter:card"] == "summary_large_image"
    if path == "/m/12":
        assert tags["og:description"].startswith("Thursday 26 November at 7 pm")


@pytest.mark.parametrize("path", PATHS)
async def test_whatsapp_shows_it(told: Served, path: str) -> None:
    """developers.facebook.com/documentation/business-messaging/whatsapp/link-previews: the tags
    stand in the first 300 KB, title, description and address are not empty, the title has no
    branding; the picture has less than 600 KB (in practice 300), is at least 300 pixels wide and
    at most four times as wide as high.
    """
    page = await page_of(told, path)
    assert page.encode().index(b"twitter:card") < 300_000
    tags = tags_of(page)
    body, picture = await picture_of(told, tags["og:image"])
    assert len(body) < 300_000
    assert picture.width >= 300
    assert picture.width / picture.height <= 4


@pytest.mark.parametrize("path", PATHS)
async def test_signal_shows_it(told: Served, path: str) -> None:
    """Signal reads the page with patterns, not as HTML (LinkPreviewUtil.java of Signal-Android,
    `HTMLMetadata` of Signal-iOS): a tag of one line, `property` and `content` in double quotes and
    without any inside, no `>` before its end. The page and the picture have 2 MB at most
    (LinkPreviewRepository.java); the picture's address begins with https.
    """
    page = await page_of(told, path)
    assert len(page.encode()) < 2 * 1024 * 1024
    tags = tags_of(page)
    for name in ("title", "description", "image"):
        written = re.findall(rf'<meta property="og:{name}" content="([^"<>]*)">\n', page)
        assert len(written) == 1, name
        assert html.fragment_fromstring(written[0] or "-", "p").text == tags[f"og:{name}"]
    body, _ = await picture_of(told, tags["og:image"])
    # Signal-Desktop reads 1,000 KB of a page, and pictures of 1 MB.
    assert len(body) < 1024 * 1024
    assert page.encode().index(b"</head>") < 1000 * 1024
    assert len(re.findall("<title>[^\n<>]+</title>", page)) == 1
    if path == "/a/20":
        # It shows the date of an article.
        moment = datetime.fromisoformat(tags["article:published_time"])
        assert moment == told.posts.known[20].posted_at
        assert datetime.fromisoformat(tags["article:modified_time"]) == NOW


@pytest.mark.parametrize("path", PATHS)
async def test_bluesky_shows_it(told: Served, path: str) -> None:
    """As Bluesky's own service reads a page for a card: title, description and picture of Open
    Graph; the picture is scaled down by the app to a million bytes (`app.bsky.embed.external`)."""
    page = await page_of(told, path)
    reader = HeadReader(f"https://meetings.example.org{path}", "utf-8")
    reader.feed(page.encode())
    head, tags = reader.close(), tags_of(page)
    assert head.title.split() == tags["og:title"].split()
    assert head.description.split() == tags["og:description"].split()
    assert list(head.pictures)[:1] == [tags["og:image"]]
    body, _ = await picture_of(told, tags["og:image"])
    assert len(body) < 1_000_000


@pytest.mark.parametrize("path", PATHS)
async def test_mastodon_shows_it(told: Served, path: str) -> None:
    """FetchLinkCardService and LinkDetailsExtractor of mastodon/mastodon: what JSON-LD of the kinds
    NewsArticle and WebPage says wins over Open Graph; the first megabyte is read; the canonical
    address has to be of the same host; an article has an author and a date.
    """
    page = await page_of(told, path)
    assert len(page.encode()) < 1024 * 1024
    tags = tags_of(page)
    data = data_of(page)
    if path == "/a/20":
        assert data["@type"] == "NewsArticle"
        assert data["headline"].split() == tags["og:title"].split()
        assert data["description"].split() == tags["og:description"].split()
        assert data["author"]["name"] == data["publisher"]["name"] == "Hackney branch"
        assert data["author"]["url"] == "https://meetings.example.org/b/hackney"
        assert data["inLanguage"] == "en-GB"
        assert datetime.fromisoformat(data["datePublished"]).utcoffset() is not None
    else:
        assert data["@type"] not in {"NewsArticle", "WebPage"}
    assert urlsplit(tags["og:url"]).hostname == "meetings.example.org"


async def test_google_shows_a_news_article(told: Served) -> None:
    """developers.google.com/search/docs/appearance/structured-data/article: nothing is required;
    recommended are author with name and url, both dates in ISO 8601 with their offset, a concise
    headline, and a picture that can be crawled.
    """
    data = data_of(await page_of(told, "/a/20"))
    assert len(list(grapheme_clusters(data["headline"]))) <= 110
    assert data["image"] == "https://meetings.example.org/a/20/card.png"
    assert data["datePublished"] == "2026-11-20T09:30:00+00:00"
    assert data["dateModified"] == "2026-11-22T13:00:00+00:00"
    assert data["url"] == "https://meetings.example.org/a/20"


EVENTS = {
    "in a hall": meeting(12),
    "online": meeting(12, place=Place("", "https://meet.example.org/h")),
    "both": meeting(12, place=Place("Town Hall\nMare Street", "https://meet.example.org/h")),
    "for members": meeting(12, place=Place("", has_private_link=True)),
    "off": meeting(12, state=MeetingState.CANCELLED, reason="Flood", sequence=1),
    "moved": changed(meeting(12), Move(start=NOW + timedelta(days=6))),
    "weekly": meeting(12, rule="FREQ=WEEKLY"),
    "ending": meeting(12, length=timedelta(hours=2), doors=timedelta(minutes=30)),
}


@pytest.mark.parametrize("kind", EVENTS)
async def test_google_shows_an_event(served: Served, kind: str) -> None:
    """developers.google.com/search/docs/appearance/structured-data/event.

    Required: name, startDate, and a location with its address, or one to join from afar.
    Recommended: description, endDate, eventStatus, image (720 pixels wide at least), organizer with
    name and url, and previousStartDate for what was moved. Each event has a page of its own.
    """
    one = EVENTS[kind]
    served.catalogue.known = {12: one}
    data = data_of(await page_of(served, "/m/12"))
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Event")
    assert data["name"] == one.title
    assert "Hackney" not in data["name"]
    start = datetime.fromisoformat(data["startDate"])
    assert start.utcoffset() is not None
    places = data["location"] if isinstance(data["location"], list) else [data["location"]]
    for place in places:
        if place["@type"] == "Place":
            assert place["name"]
            assert place["address"]
        else:
            assert place["@type"] == "VirtualLocation"
            assert place["url"].startswith("https://")
    modes = {("Place",): "Offline", ("VirtualLocation",): "Online"}
    mode = modes.get(tuple(place["@type"] for place in places), "Mixed")
    assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    states = {"off": "EventCancelled", "moved": "EventRescheduled"}
    assert data["eventStatus"] == f"https://schema.org/{states.get(kind, 'EventScheduled')}"
    assert ("previousStartDate" in data) == (kind == "moved")
    assert ("endDate" in data) == (kind == "ending")
    assert data["description"]
    assert data["organizer"]["name"] == "Hackney branch"
    assert data["organizer"]["url"] == "https://meetings.example.org/b/hackney"
    assert data["url"] == "https://meetings.example.org/m/12"
    _, picture = await picture_of(served, data["image"])
    assert picture.width >= 720


async def test_a_list_says_who_it_is_of_and_describes_no_event(served: Served) -> None:
    data = data_of(await page_of(served, "/b/hackney"))
    assert data["@type"] == "Organization"
    assert data["name"] == "Hackney branch"
    assert data["url"] == "https://meetings.example.org/b/hackney"


def data_of(page: str) -> dict[str, Any]:
    """The JSON-LD of a page, of which it has one."""
    (written,) = html.fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    found: dict[str, Any] = json.loads(written)
    return found
