"""Announcements on the public page and in its feed: shown before, followed to the end."""

import io
from datetime import timedelta
from typing import Any

import feedparser
import pikepdf
import pytest
from harness.running import RelayHarness, branch, from_bot
from lxml import html
from PIL import Image

from practice.attachments import Attachment
from practice.groups import Group
from relay.settings import Branch
from relay.store.on_page import OnPage

PAGES = "https://hackney.example.org"
FEED = "/b/hackney/feed.atom"
BLUESKY = {"handle": "hackney.example.org", "service": "https://bsky.example.org"}


def picture() -> Attachment:
    encoded = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(encoded, "JPEG")
    return Attachment(encoded.getvalue(), "image/jpeg", "IMG_Alex_Admin.jpg")


def paper() -> Attachment:
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = "Alex Admin"
    encoded = io.BytesIO()
    document.save(encoded)
    return Attachment(encoded.getvalue(), "application/pdf", "Agenda.pdf")


@pytest.fixture
def stage(on_stage: RelayHarness) -> RelayHarness:
    """A stage with public pages."""
    on_stage.more_settings["web"] = {"public_url": PAGES}
    return on_stage


@pytest.fixture
def board(stage: RelayHarness) -> Group:
    return stage.group("Board")


def hackney(stage: RelayHarness, board: Group, **more: Any) -> Branch:
    secrets = {"hackney": "abcd-efgh-ijkl-mnop"} if "bluesky" in more else {}
    stage.more_settings["bluesky"] = secrets
    return branch("hackney", stage.alex, stage.bea, groups=[board], **more)


async def post(stage: RelayHarness, text: str = "The hall is open.\nCome in.") -> str:
    """Announce, say yes; return the preview and the receipt."""
    asked = await stage.ask(stage.alex, f"announce {text}")
    return "\n".join([asked, *await stage.say(stage.alex, "yes")])


async def fed(stage: RelayHarness) -> feedparser.FeedParserDict:
    _, body = await stage.read(FEED)
    feed = feedparser.parse(body)
    assert not feed.bozo
    return feed


async def everything(stage: RelayHarness) -> bytes:
    """All that anybody can read without Signal."""
    paths = ("/", "/b/hackney", FEED, "/a/1", "/calendar.ics", "/b/hackney/calendar.ics")
    return b"\n".join([(await stage.read(path))[1] for path in paths])


async def test_it_is_shown_in_the_preview_and_stands_there_from_the_yes(
    stage: RelayHarness, board: Group
) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all")):
        asked = await stage.ask(stage.alex, "announce The hall is *open*.\nCome in.")
        assert f"everybody can read: {PAGES}/b/hackney" in asked
        assert b"The hall" not in await everything(stage)
        told = "\n".join(await stage.say(stage.alex, "yes"))
        assert f"the public page ({PAGES}/a/1)" in told
        status, page = await stage.read("/a/1")
        assert status == 200
        assert b"The hall is <strong>open</strong>.<br>Come in." in page
        listed = html.fromstring((await stage.read("/b/hackney"))[1])
        assert listed.xpath("//ul[@class='told']//a/@href") == ["/a/1"]
        (entry,) = (await fed(stage)).entries
        assert entry.title == "The hall is open."
        assert entry.link == f"{PAGES}/a/1"
        assert entry.content[0].value == (
            '<p dir="auto">The hall is <strong>open</strong>.<br />Come in.</p>'
        )
        assert [tag.term for tag in entry.tags] == ["announcement"]
        assert entry.published == entry.updated
        assert f"the public page ({PAGES}/a/1): done" in await stage.ask(stage.alex, "status 1")


async def test_a_correction_is_the_same_entry_newer(stage: RelayHarness, board: Group) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await post(stage)
        (before,) = (await fed(stage)).entries
        await stage.wait(timedelta(days=2))
        asked = await stage.ask(stage.alex, "edit 1 The hall is shut.")
        assert "The public page and its feed will have the new text" in asked
        told = "\n".join(await stage.say(stage.alex, "yes"))
        assert f"on the public page ({PAGES}/a/1)" in told
        (after,) = (await fed(stage)).entries
        assert (after.id, after.title) == (before.id, "The hall is shut.")
        assert after.published == before.published
        assert after.updated > before.updated
        assert "Corrected on" in after.content[0].value
        page = (await stage.read("/a/1"))[1]
        assert b"Corrected on Tuesday 24 November at 1 pm." in page
        assert b"open" not in await everything(stage)


async def test_what_is_taken_back_is_gone_from_all_of_it(stage: RelayHarness, board: Group) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await stage.ask(stage.alex, "announce The hall is open.", attachments=[picture()])
        await stage.say(stage.alex, "A red door.")
        await stage.say(stage.alex, "yes")
        assert (await stage.read("/a/1/pictures/1.jpg"))[0] == 200
        (before,) = (await fed(stage)).entries
        # Signal no longer deletes it; the page does.
        await stage.wait(timedelta(days=3))
        asked = await stage.ask(stage.alex, "retract 1")
        assert "It goes from the public page and its feed, too." in asked
        assert "I will delete it on the public page." in asked
        told = "\n".join(await stage.say(stage.alex, "yes"))
        assert "is deleted on the public page." in told
        left = await everything(stage)
        assert b"The hall" not in left
        assert b"red door" not in left
        assert (await stage.read("/a/1"))[0] == 410
        for path in ("/a/1/card.png", "/a/1/pictures/1.jpg", "/a/1/papers/1"):
            assert (await stage.read(path))[0] == 404
        (after,) = (await fed(stage)).entries
        assert (after.id, after.title) == (before.id, "Taken back")
        assert after.updated > before.updated
        _, body = await stage.read(FEED)
        assert f'<at:deleted-entry ref="{before.id}" when="2026-11-25T13:00:00+00:00"/>' in (
            body.decode()
        )


async def test_what_is_for_the_groups_alone_stays_there(stage: RelayHarness, board: Group) -> None:
    """No account where everybody reads it, and no other wish: the default shows nothing."""
    async with stage.running(hackney(stage, board)):
        told = await post(stage)
        assert "public page" not in told
        assert b"The hall" not in await everything(stage)
        assert (await stage.read("/a/1"))[0] == 404
        assert "public page" not in await stage.ask(stage.alex, "retract 1")


@pytest.mark.parametrize(
    ("wanted", "more", "shown"),
    [
        ("public", {"bluesky": BLUESKY}, OnPage.POST),
        ("public", {}, OnPage.NOTHING),
        ("all", {}, OnPage.WHOLE),
        ("none", {"bluesky": BLUESKY}, OnPage.NOTHING),
    ],
)
async def test_a_branch_says_which(
    stage: RelayHarness, board: Group, wanted: str, more: dict[str, Any], shown: OnPage
) -> None:
    async with stage.running(hackney(stage, board, page_announcements=wanted, **more)):
        await post(stage)
        kept = stage.store.announcements.get(1)
        assert kept is not None
        assert kept.on_page is shown
        assert (await stage.read("/a/1"))[0] == (404 if shown is OnPage.NOTHING else 200)


async def test_without_an_address_for_the_pages_there_is_none(
    stage: RelayHarness, board: Group
) -> None:
    stage.more_settings["web"] = {}
    async with stage.running(hackney(stage, board, page_announcements="all")):
        assert "public page" not in await post(stage)
        assert (await stage.read("/a/1"))[0] == 404


async def test_what_was_shown_as_private_does_not_become_public_later(
    stage: RelayHarness, board: Group
) -> None:
    """Posted, scheduled and waiting for a yes before the setting: all three stay off the page."""
    async with stage.running(hackney(stage, board)):
        await post(stage, "Posted before.")
        await post(stage, "tomorrow 9am: Scheduled before.")
        await stage.ask(stage.alex, "announce Shown before.")
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await stage.say(stage.alex, "yes")
        await stage.say(stage.alex, "edit 1 Corrected after.")
        await stage.say(stage.alex, "yes")
        await stage.wait(timedelta(days=1))
        assert len(from_bot(stage.mo, board)) == 3
        for number in (1, 2, 3):
            assert (await stage.read(f"/a/{number}"))[0] == 404
        assert (await fed(stage)).entries == []
        assert "public page" in await post(stage, "New.")
        assert (await stage.read("/a/4"))[0] == 200


async def test_a_setting_that_is_taken_back_takes_them_off(
    stage: RelayHarness, board: Group
) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await post(stage)
    async with stage.running(hackney(stage, board, page_announcements="none")):
        assert (await stage.read("/a/1"))[0] == 404
        assert b"The hall" not in await everything(stage)
        # Still everywhere, should the setting come back.
        await stage.say(stage.alex, "retract 1")
        await stage.say(stage.alex, "yes")
    async with stage.running(hackney(stage, board, page_announcements="all")):
        assert (await stage.read("/a/1"))[0] == 410


async def test_where_two_have_to_agree_one_puts_nothing_on_the_page(
    stage: RelayHarness, board: Group
) -> None:
    settings = hackney(stage, board, page_announcements="all", approvals=2)
    async with stage.running(settings):
        await post(stage)
        assert "everybody can read" in from_bot(stage.bea)[-1].text
        assert (await stage.read("/a/1"))[0] == 404
        await stage.say(stage.bea, "agree 1")
        assert b"The hall is open." in (await stage.read("/a/1"))[1]
        await stage.say(stage.alex, "edit 1 The hall is on fire.")
        await stage.say(stage.alex, "yes")
        assert b"fire" not in await everything(stage)
    async with stage.running(settings):
        assert b"The hall is open." in (await stage.read("/a/1"))[1]
        await stage.say(stage.alex, "edit 1 The hall is on fire.")
        await stage.say(stage.alex, "yes")
        await stage.say(stage.bea, "agree 1")
        assert b"The hall is on fire." in (await stage.read("/a/1"))[1]


async def test_the_second_admin_agrees_to_no_more_than_they_were_shown(
    stage: RelayHarness, board: Group
) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all", approvals=2)):
        await stage.ask(stage.alex, "announce The hall is open.")
    async with stage.running(hackney(stage, board, page_announcements="none", approvals=2)):
        await stage.say(stage.alex, "yes")
        assert "everybody can read" not in from_bot(stage.bea)[-1].text
    async with stage.running(hackney(stage, board, page_announcements="all", approvals=2)):
        await stage.say(stage.bea, "agree 1")
        assert (await stage.read("/a/1"))[0] == 404


async def test_it_waits_for_its_time(stage: RelayHarness, board: Group) -> None:
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await post(stage, "tomorrow 9am: The hall is open.")
        assert (await stage.read("/a/1"))[0] == 404
    async with stage.running(hackney(stage, board, page_announcements="all")):
        await stage.wait(timedelta(days=1))
        assert (await stage.read("/a/1"))[0] == 200


async def test_the_page_alone_is_somewhere(stage: RelayHarness) -> None:
    alone = branch("hackney", stage.alex, page_announcements="all")
    async with stage.running(alone):
        told = await post(stage)
        assert "everybody can read" in told
        assert "The hall is open." in told
        assert f"Posted to the public page ({PAGES}/a/1)." in told
        await stage.say(stage.alex, "retract 1")
        assert "is deleted on the public page" in "\n".join(await stage.say(stage.alex, "yes"))
        assert (await stage.read("/a/1"))[0] == 410


async def test_papers_follow_only_where_the_page_has_everything(
    stage: RelayHarness, board: Group
) -> None:
    async with stage.running(hackney(stage, board, bluesky=BLUESKY)):
        shown = await stage.ask(stage.alex, "announce The rents.", attachments=[paper()])
        assert "• Files on the public page. They go to the groups only." in shown
        await stage.say(stage.alex, "yes")
        assert (await stage.read("/a/1/papers/1"))[0] == 404
        assert b"Agenda" not in await everything(stage)
    async with stage.running(hackney(stage, board, page_announcements="all")):
        assert (await stage.read("/a/1/papers/1"))[0] == 404
        shown = await stage.ask(stage.alex, "announce The rents.", attachments=[paper()])
        assert "Files on the public page" not in shown
        await stage.say(stage.alex, "yes")
        status, body = await stage.read("/a/2/papers/1")
        assert (status, body[:5]) == (200, b"%PDF-")
        assert b"Alex Admin" not in body
        assert (await stage.read("/a/2/pictures/1.jpg"))[0] == 404
        entry = (await fed(stage)).entries[0]
        (file,) = [one for one in entry.links if one.rel == "enclosure"]
        assert (file.href, file.type) == (f"{PAGES}/a/2/papers/1", "application/pdf")
