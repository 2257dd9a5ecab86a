"""Announcements on pages and in feeds: formatted, safe whatever was typed, and gone when gone."""

import json
from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest
from catalogues import CHANGED, NOW, MemoryCatalogue, MemoryPosts, posted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from servedpages import Served

from relay.formatting import Style, StyledText, StyleRange, read_marks
from relay.language.words import Words
from relay.store.announcements import AttachedFile
from relay.store.files import StoredFile
from relay.time.clock import StillClock
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.announcements import FED, LONGEST_TITLE, SHOWN
from relay.web.pages.formatted import as_html, as_plain
from relay.web.pages.site import Site
from relay.web.pages.stored import BACK

ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}
NASTY = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "*<b>bold</b>* _<i>_ ~</p>~",
    "javascript:alert(1) and JaVaScRiPt://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://example.org/"onclick="alert(1)" https://example.org/<script>',
    "]]></content><evil/>",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "\u202edesrever\u2066 open \u2067\u2067",
    "nul\x00bell\x07del\x7fnel\x85 \ufffe \ud800",
    "{{ 7 * 7 }}{% include 'style.css' %}",
    "\u2028\u2029\x0b\x0c\r\r\n",
    " \n\t\n ",
    "e\u0301" * 10_000,
    "👨‍👩‍👧‍👦" * 3_000,
    "a\n" * 4_000,
)
LINK = "https://example.org/a?b=1&amp;c=2"
ALLOWED = {"p", "div", "br", "strong", "em", "s", "code", "a", "details", "summary", "span", "img"}


def cover(inner: str) -> str:
    return f"<details>{inner}</details>"


def elements_in(markup: str) -> set[str]:
    return {str(one.tag) for one in html.fragment_fromstring(markup, "span").iter()}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*Rents* go _up_", "<strong>Rents</strong> go <em>up</em>"),
        ("~Friday~ Saturday", "<s>Friday</s> Saturday"),
        ("run ```ls -l``` now", "run <code>ls -l</code> now"),
        ("*_both_*", "<em><strong>both</strong></em>"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("one\ntwo\n\nthree", 'one<br>two</p>\n<p dir="auto">three'),
        (
            "see *https://example.org/a?b=1&c=2*.",
            f'see <a rel="nofollow noopener noreferrer" href="{LINK}"><strong>{LINK}</strong></a>.',
        ),
        ("example.org and mailto:a@example.org", "example.org and mailto:a@example.org"),
    ],
)
def test_formatting_is_html_and_nothing_else_is(typed: str, shown: str) -> None:
    assert as_html(read_marks(StyledText(typed)), cover) == f'<p dir="auto">{shown}</p>'


def test_formatting_that_crosses_lines_and_links_stays_whole() -> None:
    text = "say https://example.org now\nand then"
    styled = StyledText(text, (StyleRange(10, 20, Style.BOLD), StyleRange(2, 12, Style.ITALIC)))
    page = html.fragment_fromstring(as_html(styled, cover), "div")
    assert page.text_content() == text.replace("\n", "")
    assert "".join(page.xpath("//strong//text()")) == text[10:30].replace("\n", "")
    assert "".join(page.xpath("//em//text()")) == text[2:14]
    assert set(page.xpath("//a/@href")) == {"https://example.org"}


def test_covered_words_are_in_no_title_no_summary_and_no_feed() -> None:
    text = "😀 It was Sam, says Bo"
    styled = StyledText(text, (StyleRange(10, 3, Style.SPOILER), StyleRange(3, 10, Style.BOLD)))
    shown = as_html(styled, cover)
    assert shown == (
        '<div dir="auto">😀 <strong>It was </strong>'
        "<details><strong>Sam</strong></details>, says Bo</div>"
    )
    assert as_plain(styled, "[…]") == "😀 It was […], says Bo"
    clock = StillClock(NOW)
    site = Site(
        MemoryCatalogue(clock),
        Words(),
        clock,
        outside=Outside("https://example.org"),
        links=FileLinks(),
        posted=MemoryPosts(posted(20, styled)),
    )
    page, listed, feed = site.announcements.page(20), site.branch("hackney"), site.feed("hackney")
    assert page is not None
    assert listed is not None
    assert feed is not None
    assert b"Sam" not in listed.body
    assert b"Sam" not in feed.body
    assert page.body.count(b"Sam") == 1


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
async def test_pages_and_feeds_show_it_and_do_nothing_with_it(served: Served, nasty: str) -> None:
    styles = (StyleRange(0, 5, Style.BOLD), StyleRange(3, 9, Style.SPOILER))
    one = posted(20, StyledText(nasty, styles), changed_at=CHANGED + timedelta(hours=1))
    picture = AttachedFile(1, 3, "image/jpeg", nasty, nasty)
    paper = AttachedFile(2, 4, "application/pdf", nasty, None)
    served.posts.known[20] = replace(one, pictures=(picture,), papers=(paper,))
    served.posts.files = {
        1: StoredFile(3, nasty, "image/jpeg", b"jpeg"),
        2: StoredFile(4, nasty, "application/pdf", b"%PDF-"),
    }
    for path in ("/b/hackney", "/a/20"):
        page = html.fromstring(await (await served.client.get(path)).read())
        assert set(page.xpath("//script/@type")) == {"application/ld+json"}
        assert len(page.xpath("//script")) == 1
        assert page.xpath("//@*[starts-with(name(), 'on')]") == []
        assert page.xpath("//style | //iframe | //form | //base | //b | //i | //evil") == []
        assert set(page.xpath("//img/@src")) <= {"/a/20/pictures/1.jpg"}
        schemes = {one.partition(":")[0] for one in page.xpath("//a/@href") if one[0] not in "/#"}
        assert schemes <= {"https", "http", "webcal"}
        data = json.loads(page.xpath("//script/text()")[0])
        assert data["@type"] in {"NewsArticle", "Organization"}
    body = await (await served.client.get("/b/hackney/feed.atom")).read()
    feed = feedparser.parse(body, sanitize_html=False)
    assert not feed.bozo
    (entry,) = [one for one in feed.entries if one.link.endswith("/a/20")]
    told = etree.fromstring(body).xpath("//a:entry[a:published]/a:content", namespaces=ATOM)
    content = told[0].text
    assert elements_in(content) <= ALLOWED - {"details", "summary"}
    assert "<" not in entry.title_detail.value or entry.title_detail.type == "text/plain"
    assert (await served.client.get("/a/20/card.png")).status == 200
    answer = await served.client.get("/a/20/papers/2")
    assert answer.status == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@given(text=st.text(max_size=60), start=st.integers(0, 60), length=st.integers(1, 60))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_at_all_gives_pages_that_can_be_read(text: str, start: int, length: int) -> None:
    styles = tuple(StyleRange(start, length, style) for style in (Style.ITALIC, Style.SPOILER))
    clock = StillClock(NOW)
    site = Site(
        MemoryCatalogue(clock),
        Words(),
        clock,
        outside=Outside("https://example.org"),
        links=FileLinks(),
        posted=MemoryPosts(posted(20, StyledText(text, styles))),
    )
    page, feed = site.announcements.page(20), site.feed("hackney")
    assert page is not None
    assert feed is not None
    assert len(html.fromstring(page.body).xpath("//script")) == 1
    parsed = feedparser.parse(feed.body, sanitize_html=False)
    assert not parsed.bozo
    assert elements_in(parsed.entries[0].content[0].value or " ") <= ALLOWED


async def test_a_page_says_when_it_was_posted_and_corrected(served: Served) -> None:
    served.posts.known[20] = posted(20, "The hall is shut.")
    assert "Corrected" not in await served.text("/a/20")
    assert "Friday 20 November at 9:30 am" in await served.text("/a/20")
    later = replace(served.posts.known[20], changed_at=NOW)
    served.posts.known[20] = replace(later, text=StyledText("The hall is open."))
    page = await served.text("/a/20")
    assert "Corrected on Sunday 22 November at 1 pm." in page
    assert "shut" not in page


async def test_what_was_taken_back_says_no_more_and_is_kept_by_nobody(served: Served) -> None:
    served.posts.known[20] = posted(20, "The hall is shut.")
    before = await served.client.get("/a/20")
    served.posts.known[20] = posted(20, "", changed_at=NOW, taken_back=True)
    known = {"If-None-Match": before.headers["ETag"]}
    after = await served.client.get("/a/20", headers=known)
    assert after.status == 410
    assert after.headers["Cache-Control"] == "no-cache"
    text = await after.text()
    assert "taken this announcement back" in text
    page = html.fromstring(text)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//meta[starts-with(@property, 'og:')] | //script") == []
    assert "/a/20" not in await served.text("/b/hackney")
    body = await (await served.client.get("/b/hackney/feed.atom")).read()
    feed = etree.fromstring(body)
    (entry,) = feed.xpath("//a:entry[a:published]", namespaces=ATOM)
    (gone,) = feed.xpath("//at:deleted-entry", namespaces=ATOM)
    assert gone.get("ref") == entry.findtext("a:id", namespaces=ATOM)
    # RFC 6721, 3: an entry that is newer than its deletion would be there again.
    assert gone.get("when") == entry.findtext("a:updated", namespaces=ATOM) == NOW.isoformat()
    # The RELAX NG schema of RFC 4287 (appendix B) lets foreign elements stand in a feed.
    assert gone.getparent() is feed


async def test_it_is_told_of_for_as_long_as_somebody_may_hold_it(served: Served) -> None:
    """A post of last winter that is corrected today is new to readers' programs today."""
    old = replace(posted(20, "Old news"), posted_at=NOW - BACK - timedelta(days=9))
    served.posts.known[20] = replace(old, changed_at=old.posted_at)
    assert "Old news" not in await served.text("/b/hackney")
    feed = await served.text("/b/hackney/feed.atom")
    assert "Old news" not in feed
    assert "Old news" in await served.text("/a/20")
    served.posts.known[20] = replace(old, changed_at=NOW)
    assert "Old news" in await served.text("/b/hackney/feed.atom")
    served.clock.move(BACK)
    assert "Old news" not in await served.text("/b/hackney/feed.atom")


async def test_lists_end_somewhere(served: Served) -> None:
    served.posts.known = {number: posted(number, f"News {number}") for number in range(20, 90)}
    listed = html.fromstring(await served.text("/b/hackney")).xpath("//ul[@class='told']/li")
    assert len(listed) == SHOWN
    feed = feedparser.parse(await served.text("/b/hackney/feed.atom"))
    told = [one for one in feed.entries if one.tags[0].term == "announcement"]
    assert len(told) == FED


async def test_a_title_is_the_first_line_and_no_longer_than_is_shown(served: Served) -> None:
    served.posts.known[20] = posted(20, "\n\n  Rents go up  \nMore below")
    served.posts.known[21] = posted(21, "word " * 60)
    feed = feedparser.parse(await served.text("/b/hackney/feed.atom"))
    titles = [one.title for one in feed.entries if one.tags[0].term == "announcement"]
    assert titles[1] == "Rents go up"
    assert len(titles[0]) <= LONGEST_TITLE
    assert titles[0].endswith("word…")


async def test_a_reader_who_has_it_is_told_so(served: Served) -> None:
    served.posts.known[20] = posted(20, "The hall is shut.")
    answer = await served.client.get("/a/20")
    served.posts.known[21] = posted(21, "Another")
    again = await served.client.get("/a/20", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status == 304


async def test_addresses_that_are_none(served: Served) -> None:
    picture = AttachedFile(1, 3, "image/jpeg", "x", "A door")
    served.posts.known[20] = replace(posted(20, "x"), pictures=(picture,))
    served.posts.files = {1: StoredFile(3, "x", "image/jpeg", b"jpeg")}
    assert (await served.client.get("/a/20/pictures/1.jpg")).status == 200
    for path in (
        "/a/0",
        "/a/21",
        "/a/12",
        "/a/20/",
        "/a/20.ics",
        "/a/20/pictures/1.png",
        "/a/20/pictures/2.jpg",
        "/a/20/papers/1",
        "/a/21/card.png",
    ):
        assert (await served.client.get(path)).status == 404, path
