"""A meeting on Bluesky, from the conversation to the records on a real server."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from harness.public import PAGES, PublicHarness, publishing
from harness.running import RelayHarness, from_bot
from PIL import Image
from uniseg.graphemecluster import grapheme_clusters

from practice.pds import PracticeAccount, PracticePds

LONG_AGENDA = "\n".join(f"{point}. Item number {point} of the evening" for point in range(1, 41))
ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=abc"


@pytest.fixture
async def public(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> AsyncIterator[PublicHarness]:
    async with publishing(on_stage, pds, account) as ready:
        yield ready


def marked(post: dict[str, Any]) -> dict[str, str]:
    """What each facet cuts out of the text's bytes, and where it leads."""
    found = {}
    for facet in post.get("facets", ()):
        index, (feature,) = facet["index"], facet["features"]
        shown = post["text"].encode()[index["byteStart"] : index["byteEnd"]].decode()
        found[shown] = feature.get("uri") or feature.get("tag")
    return found


def graphemes(text: str) -> int:
    return len(list(grapheme_clusters(text)))


async def test_a_meeting_with_a_long_agenda_is_one_short_post(public: PublicHarness) -> None:
    preview = await public.meet(
        Title="Branch meeting", Where="Hackney Town Hall, Mare Street", Agenda=LONG_AGENDA
    )

    (post,) = await public.posts()
    assert post["text"] == (
        "Branch meeting\n"
        "Thursday 26 November at 7 pm\n"
        "Hackney Town Hall, Mare Street\n"
        "Access: step-free\n"
        "All about it: https://hackney.example.org/m/1"
    )
    assert post["text"] in preview
    assert "Bluesky: 1 post" in preview
    assert marked(post) == {f"{PAGES}/m/1": f"{PAGES}/m/1"}
    assert post["langs"] == ["en-GB"]
    assert "reply" not in post
    (image,) = post["embed"]["images"]
    assert image["alt"] == (
        "Branch meeting. Thursday 26 November at 7 pm. Hackney Town Hall, Mare Street."
        " Hackney branch. step-free."
    )
    assert (image["aspectRatio"]["width"], image["aspectRatio"]["height"]) == (1200, 630)
    with Image.open(io.BytesIO(await public.picture(post))) as picture:
        assert picture.size == (1200, 630)
    assert LONG_AGENDA in from_bot(public.stage.mo, public.board)[0].text


async def test_every_change_is_one_reply_to_the_first_post(public: PublicHarness) -> None:
    await public.meet(Title="Branch meeting", Where="Town Hall", Agenda="Rents")
    (first,) = await public.records()
    shown = [
        await public.change(command)
        for command in (
            "move 1 to Friday 8pm",
            "move 1 to Saturday 11am",
            "where 1 Old Library, Church Street",
            f"agenda 1 {LONG_AGENDA}",
            "papers 1 https://example.org/rents.pdf",
            "cancel 1 because the hall is flooded",
        )
    ]

    original, *replies = await public.posts()
    page = "All about it: https://hackney.example.org/m/1"
    day = "Saturday 28 November at 11 am"
    assert [reply["text"].removesuffix(f"\n{page}").split("\n") for reply in replies] == [
        [
            "CHANGED: Branch meeting",
            "New time: Friday 27 November at 8 pm",
            "It was Thursday 26 November at 7 pm before.",
        ],
        [
            "CHANGED: Branch meeting",
            f"New time: {day}",
            "It was Friday 27 November at 8 pm before.",
        ],
        [f"CHANGED: Branch meeting, {day}", "New place: Old Library, Church Street"],
        [f"CHANGED: Branch meeting, {day}", "There is a new agenda."],
        [f"NEW PAPER: Branch meeting, {day}", "• https://example.org/rents.pdf"],
        [f"CANCELLED: Branch meeting, {day}", "Why: The hall is flooded"],
    ]
    assert original == first["value"]
    named = (first["uri"], first["cid"])
    for reply, preview in zip(replies, shown, strict=True):
        ends = [reply["reply"][end] for end in ("root", "parent")]
        assert [(end["uri"], end["cid"]) for end in ends] == [named, named]
        assert f"The reply on Bluesky:\n———\n{reply['text']}\n———" in preview
        assert reply["langs"] == ["en-GB"]
        assert marked(reply)[f"{PAGES}/m/1"] == f"{PAGES}/m/1"
    pictured = [reply.get("embed", {}).get("images", [{}])[0].get("alt") for reply in replies]
    end, library = "Hackney branch. step-free.", "Old Library, Church Street"
    assert pictured == [
        f"CHANGED: Branch meeting. Friday 27 November at 8 pm. Town Hall. {end}",
        f"CHANGED: Branch meeting. {day}. Town Hall. {end}",
        f"CHANGED: Branch meeting. {day}. {library}. {end}",
        None,
        None,
        f"CANCELLED: Branch meeting. {day}. {library}. {end}",
    ]
    for alt, preview in zip(pictured, shown, strict=True):
        assert alt is None or f"With a picture, described as: {alt}" in preview
    assert await public.picture(replies[0]) != await public.picture(original)


async def test_one_date_of_many_is_shown_alone(public: PublicHarness) -> None:
    await public.meet(Title="Drop-in", When="every Thursday 7pm", Where="Town Hall")
    await public.change("move 1 to Friday 8pm")
    await public.change("cancel 1 because the hall is shut")
    original, moved, off = await public.posts()
    assert "Every Thursday at 7 pm, from Thursday 26 November at 7 pm" in original["text"]
    assert moved["embed"]["images"][0]["alt"].startswith(
        "CHANGED: Drop-in. Friday 27 November at 8 pm. Town Hall."
    )
    assert moved["text"].split("\n")[3] == "The other dates stay as they are."
    assert off["text"].split("\n")[:3] == [
        "CANCELLED: Drop-in, Friday 27 November at 8 pm",
        "Why: The hall is shut",
        "The other dates stay as they are.",
    ]
    assert off["embed"]["images"][0]["alt"].startswith(
        "CANCELLED: Drop-in. Friday 27 November at 8 pm. Town Hall."
    )


async def test_retracting_takes_the_post_and_its_replies_down(public: PublicHarness) -> None:
    await public.meet(Title="Branch meeting", Where="Town Hall")
    await public.change("move 1 to Friday 8pm")
    assert len(await public.posts()) == 2
    await public.stage.ask(public.stage.alex, "retract 1")
    await public.stage.say(public.stage.alex, "yes")
    assert await public.posts() == []


async def test_the_way_in_is_for_members_and_said_so(public: PublicHarness) -> None:
    preview = await public.meet(
        Title="Branch meeting", Where=f"Town Hall and {ZOOM}", Agenda=f"Rents\nJoin at {ZOOM}"
    )
    shown = await public.change(f"where 1 Old Library or {ZOOM}")
    assert "Bluesky" not in await public.change(f"papers 1 {ZOOM}")
    await public.change(f"cancel 1 because we meet at {ZOOM} instead")
    post, moved, *_ = await public.posts()
    assert "zoom" not in repr(await public.posts()).casefold()
    assert post["text"].split("\n")[2:4] == [
        "Town Hall, and online",
        "Link to join online: in our Signal groups",
    ]
    assert "Old Library, and online. Hackney branch." in moved["embed"]["images"][0]["alt"]
    assert "Link to join online: in our Signal groups" in moved["text"]
    assert "The link to join online stays among members" in preview
    assert moved["text"] in shown
    assert f"Online: {ZOOM}" in preview
    assert ZOOM in from_bot(public.stage.mo, public.board)[-1].text


async def test_a_branch_may_want_its_links_read_by_everybody(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    async with publishing(on_stage, pds, account, online_links="everyone") as public:
        preview = await public.meet(Title="Talk", Where=ZOOM)
        (post,) = await public.posts()
    assert marked(post)[ZOOM] == ZOOM
    assert "zoom" not in post["embed"]["images"][0]["alt"]
    assert "stays among members" not in preview


async def test_without_public_pages_there_is_no_link(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    async with publishing(on_stage, pds, account, pages=None) as public:
        await public.meet(Title="Branch meeting", Where="Town Hall", Agenda=LONG_AGENDA)
        await public.change("move 1 to Friday 8pm")
        posts = await public.posts()
    assert [marked(post) for post in posts] == [{}, {}]
    assert posts[0]["text"].endswith("Access: step-free")


async def test_a_place_that_is_not_known_yet_is_said_in_a_whole_phrase(
    public: PublicHarness,
) -> None:
    await public.meet(Title="Branch meeting")
    (post,) = await public.posts()
    assert "\nPlace to be announced\n" in post["text"]


async def test_hashtags_of_the_agenda_go_along_and_lead_to_their_feed(
    public: PublicHarness,
) -> None:
    await public.meet(Title="#Renters meet", Where="Town Hall", Agenda="1. #Hackney\n2. #renters")
    (post,) = await public.posts()
    assert post["text"].endswith("\n#Hackney")
    assert marked(post) == {
        "#Renters": "Renters",
        f"{PAGES}/m/1": f"{PAGES}/m/1",
        "#Hackney": "Hackney",
    }


@pytest.mark.parametrize(
    "title",
    [
        "Cyfarfod blynyddol cangen Caerdydd ŵ ŷ â ê î ô û " * 3,
        "اجتماع الفرع السنوي حول الإيجارات والإصلاحات " * 3,
        "👩🏽‍👩🏿‍👧🏻‍👦🏼" * 18,
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cyfarfod " * 6,
    ],
)
async def test_long_titles_of_any_script_fit_and_links_still_lead_there(
    public: PublicHarness, title: str
) -> None:
    title = title.strip()[:150]
    await public.meet(Title=title, Where="Town Hall, " * 12, Access="step-free, " * 50)
    await public.change("move 1 to Friday 8pm")
    await public.change(f"cancel 1 because {'the hall is flooded and ' * 12}")
    assert len(await public.posts()) == 3
    for post in await public.posts():
        assert graphemes(post["text"]) <= 300
        assert len(post["text"].encode()) <= 3000
        assert marked(post) == {f"{PAGES}/m/1": f"{PAGES}/m/1"}
    assert "Thursday 26 November at 7 pm" in (await public.posts())[0]["text"]


async def test_a_branch_without_bluesky_posts_and_changes_in_its_groups_alone(
    public: PublicHarness,
) -> None:
    stage = public.stage
    await stage.ask(stage.bea, "meeting Title: Lambeth\nWhen: Thursday 7pm\nWhere: Hall")
    for _ in range(3):
        await stage.ask(stage.bea, "skip")
    assert "Bluesky: this branch has no account" in from_bot(stage.bea)[-1].text
    await stage.say(stage.bea, "yes")
    shown = await stage.ask(stage.bea, "move 1 to Friday 8pm")
    assert "Bluesky" not in shown
    await stage.say(stage.bea, "yes")
    assert await public.posts() == []


async def test_several_days_cost_and_tickets_are_read_there_and_so_are_their_changes(
    public: PublicHarness,
) -> None:
    book = "https://www.eventbrite.co.uk/e/summer-school-123"
    await public.meet(
        Title="Summer school",
        When="12-14 June",
        Where="Town Hall",
        Agenda="Rents",
        Cost="£12 waged, £3 unwaged",
        Tickets=book,
    )
    for command in (
        "cost 1 Pay what you can",
        "tickets 1 https://example.org/book",
        "programme 1 10am doors, 10.30am plenary, 1pm lunch",
        "move 1 to Saturday 19 June 10am to Sunday 20 June",
    ):
        await public.change(command)
    first, *replies = await public.posts()
    page = "All about it: https://hackney.example.org/m/1"
    assert first["text"].split("\n") == [
        "Summer school",
        "Saturday 12 June until Monday 14 June",
        "Town Hall",
        "Access: step-free",
        "Cost: £12 waged, £3 unwaged",
        f"Book here: {book}",
        page,
    ]
    assert marked(first)[book] == book
    assert graphemes(first["text"]) <= 300
    assert "£12 waged" in first["embed"]["images"][0]["alt"]
    texts = [reply["text"].removesuffix(f"\n{page}").split("\n")[1:] for reply in replies]
    assert texts == [
        ["Cost: Pay what you can"],
        ["Book here: https://example.org/book"],
        ["The programme is new:", "10 am: Doors", "10:30 am: Plenary", "1 pm: Lunch"],
        [
            "New time: Saturday 19 June at 10 am until Sunday 20 June",
            "It was Saturday 12 June until Monday 14 June before.",
        ],
    ]
    assert marked(replies[1])["https://example.org/book"] == "https://example.org/book"
    assert "Pay what you can" in replies[0]["embed"]["images"][0]["alt"]
