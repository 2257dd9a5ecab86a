"""How the pages answer: headers, conditional requests, and what does not exist."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from catalogues import NOW, MemoryCatalogue, full_meeting, meeting
from servedpages import Served
from yarl import URL

from relay.language.words import Words
from relay.time.clock import StillClock
from relay.web.pages import add_pages

PATHS = (
    "/",
    "/b/hackney",
    "/b/hackney/calendar.ics",
    "/b/hackney/embed",
    "/b/hackney/feed.atom",
    "/calendar.ics",
    "/m/12",
    "/m/12.ics",
    "/m/12/card.png",
    "/style.css",
)


@pytest.mark.parametrize("path", [*PATHS, "/m/99"])
async def test_every_answer_keeps_its_reader_safe(served: Served, path: str) -> None:
    answer = await served.client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri")
    assert "unsafe" not in policy
    if path == "/b/hackney/embed":
        assert "frame-ancestors *" in policy
        assert "X-Frame-Options" not in answer.headers
    else:
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", PATHS)
async def test_what_a_reader_has_is_not_sent_again(served: Served, path: str) -> None:
    first = await served.client.get(path)
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    served.clock.move(timedelta(minutes=3))
    for known in (
        {"If-None-Match": tag},
        {"If-None-Match": f'W/{tag}, "other"'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": since},
        {"If-None-Match": tag, "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
    ):
        answer = await served.client.get(path, headers=known)
        assert answer.status == 304, known
        assert await answer.read() == b""
        assert (answer.headers["ETag"], answer.headers["Last-Modified"]) == (tag, since)
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "known",
    [
        {"If-None-Match": '"other"'},
        {"If-None-Match": "not a tag"},
        {"If-None-Match": '"other"', "If-Modified-Since": "Sun, 22 Nov 2026 13:00:00 GMT"},
        {"If-Modified-Since": "Sat, 21 Nov 2026 13:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
    ],
)
async def test_what_a_reader_may_not_have_is_sent(served: Served, known: dict[str, str]) -> None:
    assert (await served.client.get("/m/12", headers=known)).status == 200


@pytest.mark.parametrize("path", [path for path in PATHS if path != "/style.css"])
async def test_a_change_is_seen_at_once_in_every_place(served: Served, path: str) -> None:
    first = await served.client.get(path)
    served.clock.move(timedelta(minutes=5))
    old = served.catalogue.known[12]
    served.catalogue.known[12] = replace(
        old,
        title="Extraordinary meeting",
        start=old.start + timedelta(days=1),
        sequence=1,
        changed_at=served.clock.now(),
    )
    for known in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        answer = await served.client.get(path, headers=known)
        assert answer.status == 200, known
        assert answer.headers["Last-Modified"] == "Sun, 22 Nov 2026 13:05:00 GMT"


async def test_a_meeting_moves_to_the_past_by_itself(served: Served) -> None:
    first = await served.client.get("/b/hackney")
    served.clock.move(timedelta(days=5))
    answer = await served.client.get("/b/hackney", headers={"If-None-Match": first.headers["ETag"]})
    assert answer.status == 200
    page = await answer.text()
    assert page.index("Recently") < page.index("Annual general meeting")


@pytest.mark.parametrize("path", [*PATHS, "/m/99"])
async def test_head_answers_like_get_without_the_page(served: Served, path: str) -> None:
    whole = await served.client.get(path)
    head = await served.client.head(path)
    assert await head.read() == b""
    assert head.status == whole.status
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified"):
        assert head.headers.get(name) == whole.headers.get(name), name


@pytest.mark.parametrize(
    "path",
    [
        "/m/99",
        "/m/0",
        "/m/012",
        "/m/12/",
        "/m/-12",
        "/m/12x",
        "/m/１２",
        "/m/99999999999999999999",
        "/m/99.ics",
        "/m/99/card.png",
        "/b/lambeth",
        "/b/lambeth/embed",
        "/b/lambeth/feed.atom",
        "/b/lambeth/calendar.ics",
        "/b/Hackney",
        "/b/hackney%00",
        "/b/%2e%2e%2fstyle.css",
        "/b/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/layout.html",
        "/b/hackney%0d%0aSet-Cookie:%20a=b",
        "//example.org/",
        "/m/12;card.png",
        "/<script>alert(1)</script>",
    ],
)
async def test_what_does_not_exist_is_said_in_words(served: Served, path: str) -> None:
    # As it is, because a client would tidy the path up first.
    root = str(served.client.make_url("/")).rstrip("/")
    url = URL(root + quote(path, safe="/%;.:-"), encoded=True)
    answer = await served.client.session.get(url, allow_redirects=False)
    assert answer.status == 404
    page = await answer.text()
    assert "This page does not exist" in page
    assert "script" not in page.casefold().replace("no scripts", "")
    assert "ETag" not in answer.headers
    assert "Set-Cookie" not in answer.headers


async def test_only_reading_is_possible(served: Served) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        for path, status in (("/m/12", 405), ("/m/12/papers/1", 405), ("/nothing", 404)):
            answer = await served.client.request(method, path)
            assert answer.status == status
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers.get("Allow") == ("GET,HEAD" if status == 405 else None)


async def test_what_was_never_published_does_not_exist(served: Served) -> None:
    served.catalogue.known[13] = meeting(13, branch="lambeth")
    assert (await served.client.get("/m/13")).status == 404


async def test_a_fault_says_nothing_and_stays_safe(served: Served) -> None:
    served.catalogue.known[13] = meeting(13, zone="Nowhere/City")
    answer = await served.client.get("/m/13")
    assert answer.status == 500
    assert await answer.read() == b""
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (await served.client.get("/m/12")).status == 200


async def test_a_slip_in_the_host_name_changes_nothing(served: Served) -> None:
    answer = await served.client.get("/m/12", headers={"Host": "evil.example.net"})
    assert "evil.example.net" not in await answer.text()


@pytest.mark.parametrize(
    ("public_url", "link"),
    [("https://example.org/meetings", "/meetings/b/hackney"), (None, "/b/hackney")],
)
async def test_links_follow_the_public_address(public_url: str | None, link: str) -> None:
    clock = StillClock(NOW)
    application = web.Application()
    catalogue = MemoryCatalogue(clock, full_meeting())
    add_pages(application, catalogue, Words(), clock, public_url=public_url)
    async with TestClient(TestServer(application)) as client:
        page = await (await client.get("/m/12")).text()
        feed = await (await client.get("/b/hackney/feed.atom")).text()
    assert f'href="{link}"' in page
    canonical = '<link rel="canonical" href="https://example.org/meetings/m/12">'
    assert (canonical in page) == (public_url is not None)
    assert ("https://example.org/meetings/m/12" in feed) == (public_url is not None)
    assert "None" not in page
    assert "None" not in feed
