"""What it costs and where to book: from a pasted notice to wherever people look."""

from collections.abc import AsyncIterator
from datetime import timedelta

import feedparser
import pytest
from harness.running import RelayHarness
from lxml import html
from published import PublishedBranch, published

SHOP = "https://www.eventbrite.co.uk/e/123?aff=x"
PASTED = (
    "meeting *BENEFIT NIGHT* 🎉\n\n🗓 Thurs 3rd Dec\n⏰ 7pm\n📍 Town Hall, Mare Street, E8 1EA\n"
    f"💷 £3 / £1 unwaged\nTickets: {SHOP}\nStep-free access"
)


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as branch:
        yield branch


async def test_a_pasted_cost_and_a_link_to_book_stand_wherever_people_look(
    hackney: PublishedBranch,
) -> None:
    preview = await hackney.post(PASTED, "skip", "skip")
    told = f"Access: Step-free access\nCost: £3 / £1 unwaged\nBook here: {SHOP}"
    assert told in preview
    assert "Online" not in preview
    assert "Step-free access, £3 / £1 unwaged." in preview  # the card, described
    assert told in hackney.in_group()

    page = await hackney.page()
    assert "Cost £3 / £1 unwaged Book here" in page
    (link,) = html.fromstring(await hackney.fetch("/m/1")).xpath("//a[.='Book here']/@href")
    assert link == SHOP
    data = await hackney.data()
    # https://developers.google.com/search/docs/appearance/structured-data/event
    offers = [(one["price"], one["priceCurrency"], one["url"]) for one in data["offers"]]
    assert offers == [("3.00", "GBP", SHOP), ("1.00", "GBP", SHOP)]
    assert data["isAccessibleForFree"] is False
    assert data["eventAttendanceMode"].endswith("OfflineEventAttendanceMode")
    for path in ("/m/1.ics", "/b/hackney/calendar.ics", "/calendar.ics"):
        (event,) = await hackney.events(path)
        assert f"Cost: £3 / £1 unwaged\nBook here: {SHOP}" in event["description"]
        assert event["url"] == "https://pages.example.org/m/1"
        assert "conference" not in event
    feed = feedparser.parse(await hackney.fetch("/b/hackney/feed.atom"))
    entry = feed.entries[0].content[0].value
    assert "Cost: £3 / £1 unwaged<br />Book here: <a" in entry
    assert f'href="{SHOP}"' in entry

    stage = hackney.stage
    assert told in await stage.ask(stage.mo, "next")
    await stage.wait(timedelta(days=10, hours=6))
    assert hackney.in_group().startswith("Tomorrow: BENEFIT NIGHT\n")
    assert told in hackney.in_group()


async def test_cost_and_link_are_changed_and_said_to_all(hackney: PublishedBranch) -> None:
    await hackney.post(PASTED, "skip", "skip")
    shown = await hackney.post("cost 1 Free, donations welcome")
    assert "what number 1, BENEFIT NIGHT, costs:\nFree, donations welcome" in shown
    assert "Cost: Free, donations welcome\n" in hackney.in_group()
    data = await hackney.data()
    assert data["isAccessibleForFree"] is True
    assert data["offers"] == [{"@type": "Offer", "url": SHOP}]
    await hackney.post("tickets 1 https://shop.example.org/2")
    assert (
        "CHANGED: BENEFIT NIGHT, Thursday 3 December at 7 pm\nBook here: https://shop.example.org/2"
    ) in hackney.in_group()
    assert "https://shop.example.org/2" in await hackney.fetch("/m/1")
    stage = hackney.stage
    assert "Please send the link" in await stage.ask(stage.alex, "tickets 1")
    assert "What does it cost" in await stage.ask(stage.alex, "cost 1")


async def test_a_link_to_book_is_never_the_way_in(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await hackney.post(
        "meeting Talk\nFri 4 Dec 7pm", f"Library. Tickets: {SHOP}", "skip", "skip", "free entry"
    )
    post = hackney.in_group()
    assert f"Where: Library.\nCost: free entry\nBook here: {SHOP}" in post
    assert "Online" not in post
    assert "conference" not in (await hackney.events())[0]
    answer = await stage.ask(stage.alex, f"where 1 book at {SHOP}")
    assert f"tickets 1 {SHOP}" in answer
    shown = await hackney.post(f"where 1 Town Hall, tickets from {SHOP}")
    assert "would be here instead: Town Hall\n" in shown
    assert f"Where: Town Hall\nCost: free entry\nBook here: {SHOP}" in hackney.in_group()


async def test_the_way_in_and_the_link_to_book_stand_beside_each_other(
    hackney: PublishedBranch,
) -> None:
    preview = await hackney.post(
        "meeting Webinar\nFri 4 Dec 7pm\nBook your place: https://shop.example.org/1?e=2\n"
        "Zoom: https://us02web.zoom.us/j/00055512002?pwd=abc\nPay what you can",
        "skip",
        "skip",
        "skip",
    )
    assert "Online: https://us02web.zoom.us/j/00055512002?pwd=abc" in preview
    assert "Book here: https://shop.example.org/1?e=2" in hackney.in_group()
    page = await hackney.fetch("/m/1")
    assert "us02web" not in page
    assert "https://shop.example.org/1?e=2" in page
    data = await hackney.data()
    assert "isAccessibleForFree" not in data
    assert data["offers"] == [{"@type": "Offer", "url": "https://shop.example.org/1?e=2"}]


async def test_the_preview_is_corrected_by_the_word(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    for typed in (PASTED, "skip", "skip"):
        await stage.ask(stage.alex, typed)
    assert "Cost: £5\n" in await stage.ask(stage.alex, "cost: £5")
    later = await stage.ask(stage.alex, "tickets: www.shop.example.org/9")
    assert "Cost: £5\nBook here: https://www.shop.example.org/9" in later


@pytest.mark.parametrize("asked", ["Step-free. £3, unwaged free", "Step-free. Hearing loop. Free."])
async def test_an_answer_about_access_may_say_what_it_costs(
    hackney: PublishedBranch, asked: str
) -> None:
    await hackney.post("meeting Talk\nFri 4 Dec 7pm\nWhere: Library", "skip", "skip", asked)
    cost = asked.rpartition(". ")[2] if "£" in asked else "Free."
    assert f"\nCost: {cost}\n" in hackney.in_group()
    assert "Access: Step-free" in hackney.in_group()


async def test_a_number_beside_a_cost_is_kept_and_the_cost_stays(hackney: PublishedBranch) -> None:
    text = "meeting Quiz, Thurs 3rd Dec 7pm, Town Hall, £5 a head, ring Sam 07700 900123"
    preview = await hackney.post(text, "skip", "skip", "skip", "2")
    assert "Cost: £5 a head\n" in preview
    assert "never posted: Sam 07700 900123" in preview
