"""Announcements in the programs that take a feed over: a reader's, a mailing list's, a forum's."""

import json
import mailbox
import sqlite3
from datetime import timedelta
from pathlib import Path

from catalogues import CHANGED, NOW, posted
from debian_programs import run
from servedpages import Served

from relay.formatting import StyledText, read_marks

TEXT = "Rents go *up*.\n\nRead https://example.org/rents?a=1&b=2"
FORUM = """
feed = RSS::Parser.parse(STDIN.read, false)
puts JSON.generate(feed.items.map { |item|
  content = CGI.unescapeHTML(item.content.content)
  { url: item.link.href, title: item.title.content, content: content }
})
"""
"""What Discourse's plugin reads of an entry, and with which library (discourse-rss-polling at
10e0dd17: `FeedItem` and `PollFeed`; a topic is known by its address, `TopicEmbed.import`)."""


def announce(served: Served) -> None:
    served.catalogue.known = {}
    served.posts.known = {20: posted(20, read_marks(StyledText(TEXT)))}


def correct(served: Served) -> None:
    served.clock.move(timedelta(minutes=5))
    later = CHANGED + timedelta(hours=1)
    served.posts.known = {20: posted(20, "Rents stay.", changed_at=later)}


def take_back(served: Served) -> None:
    served.clock.move(timedelta(minutes=5))
    served.posts.known = {20: posted(20, "", changed_at=NOW, taken_back=True)}


async def test_a_feed_reader_writes_a_correction_and_a_retraction_over_its_copy(
    served: Served, tmp_path: Path
) -> None:
    urls, cache, settings = (tmp_path / name for name in ("urls", "cache.db", "config"))
    urls.write_text(f"{served.client.make_url('/b/hackney/feed.atom')}\n")
    settings.touch()

    async def read() -> list[tuple[str, str]]:
        await run(
            "newsboat", "-u", urls, "-c", cache, "-C", settings, "-x", "reload", home=tmp_path
        )
        with sqlite3.connect(cache) as database:
            return database.execute("SELECT title, content FROM rss_item").fetchall()

    announce(served)
    [(title, content)] = await read()
    assert title == "Rents go up."
    assert "<strong>up</strong>" in content
    correct(served)
    [(title, content)] = await read()
    assert title == "Rents stay."
    assert "up" not in content.replace("updated", "")
    take_back(served)
    [(title, content)] = await read()
    assert title == "Taken back"
    assert "Rents" not in content


async def test_a_mailing_list_sends_it_once(served: Served, tmp_path: Path) -> None:
    """Each announcement is one mail; what is taken back after that is none."""
    settings, seen = tmp_path / "rss2email.cfg", tmp_path / "seen.json"
    (tmp_path / "mail").mkdir()
    box = mailbox.Maildir(tmp_path / "mail" / "list")
    settings.write_text(
        "[DEFAULT]\nfrom = bot@hackney.example.org\nto = list@hackney.example.org\n"
        f"email-protocol = maildir\nmaildir-path = {tmp_path}/mail\nmaildir-mailbox = list\n"
    )

    async def mails() -> list[str]:
        await run("r2e", "-c", settings, "-d", seen, "run", home=tmp_path)
        return [str(mail["subject"]) for mail in box]

    address = served.client.make_url("/b/hackney/feed.atom")
    await run("r2e", "-c", settings, "-d", seen, "add", "hackney", address, home=tmp_path)
    announce(served)
    assert await mails() == ["Rents go up."]
    (mail,) = box
    assert "https://meetings.example.org/a/20" in mail.as_string()
    for change in (correct, take_back):
        change(served)
        assert await mails() == ["Rents go up."]


async def test_a_forum_keeps_one_topic_and_writes_it_over(served: Served, tmp_path: Path) -> None:
    async def topic() -> dict[str, str]:
        body = await (await served.client.get("/b/hackney/feed.atom")).read()
        program = ("ruby", "-rrss", "-rjson", "-rcgi", "-e", FORUM)
        (item,) = json.loads(await run(*program, home=tmp_path, said=body))
        return dict(item)

    announce(served)
    first = await topic()
    assert first["title"] == "Rents go up."
    assert "Rents go <strong>up</strong>." in first["content"]
    assert 'href="https://example.org/rents?a=1&b=2"' in first["content"]
    correct(served)
    second = await topic()
    assert (second["url"], second["title"]) == (first["url"], "Rents stay.")
    take_back(served)
    third = await topic()
    assert third["url"] == first["url"]
    assert "Rents" not in third["content"] + third["title"]
