from datetime import UTC, datetime
from typing import Any

import pytest

from practice.pds import PracticeAccount, PracticePds
from relay.delivery.errors import DeliveryRefused
from relay.destinations import Plan
from relay.destinations.bluesky.destination import Bluesky

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = "The branch meets on Friday in the hall on the high street and all are welcome. " * 8


def planned(bluesky: Bluesky, text: str, **more: Any) -> Plan:
    return bluesky.plan(text, now=NOON, langs=["en-GB"], **more)


def texts(posts: list[dict[str, Any]]) -> list[str]:
    return [post["value"]["text"] for post in posts]


def named(post: dict[str, Any]) -> tuple[str, str]:
    return post["uri"], post["cid"]


def replied_to(post: dict[str, Any]) -> tuple[tuple[str, str], tuple[str, str]]:
    reply = post["value"]["reply"]
    return named(reply["root"]), named(reply["parent"])


async def test_a_short_announcement_is_one_post_in_its_language(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    publication = await bluesky.publish(planned(bluesky, "Meeting tonight."), [])
    (post,) = await pds.posts(account.did)
    assert post["value"] == {
        "$type": "app.bsky.feed.post",
        "text": "Meeting tonight.",
        "createdAt": "2026-11-22T12:00:00.000Z",
        "langs": ["en-GB"],
    }
    assert publication.posts[0].uri == post["uri"]
    key = post["uri"].rpartition("/")[2]
    assert publication.link == f"https://bsky.app/profile/{account.handle}/post/{key}"


async def test_a_long_one_is_a_thread(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    plan = planned(bluesky, LONG)
    publication = await bluesky.publish(plan, [])
    first, second, third = await pds.posts(account.did)
    assert texts([first, second, third]) == [post.text for post in plan.posts]
    assert replied_to(second) == (named(first), named(first))
    assert replied_to(third) == (named(first), named(second))
    assert [post.answers for post in publication.posts] == [None, first["uri"], second["uri"]]


async def test_publishing_twice_leaves_one_of_each_post(
    open_bluesky: Any, pds: PracticePds, account: PracticeAccount
) -> None:
    bluesky = open_bluesky()
    plan = planned(bluesky, LONG)
    once = await bluesky.publish(plan, [])
    again = await open_bluesky().publish(Plan.model_validate_json(plan.model_dump_json()), [])
    assert again == once
    assert len(await pds.posts(account.did)) == 3


async def test_a_thread_that_was_cut_off_is_completed(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    plan = planned(bluesky, LONG)
    await bluesky.publish(plan.model_copy(update={"posts": plan.posts[:2]}), [])
    begun = await pds.posts(account.did)
    await bluesky.publish(plan, [])
    posts = await pds.posts(account.did)
    assert posts[:2] == begun
    assert texts(posts) == [post.text for post in plan.posts]


async def test_links_tags_and_mentions_lead_where_they_say(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount, member: PracticeAccount
) -> None:
    text = f"Ünïted 👩‍👩‍👧: example.org/join, #Rent and @{member.handle} with @nobody.test"
    await bluesky.publish(planned(bluesky, text), [])
    (post,) = await pds.posts(account.did)
    shown = post["value"]["text"].encode()
    facets = [
        (shown[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode(), facet["features"])
        for facet in post["value"]["facets"]
    ]
    kind = "app.bsky.richtext.facet"
    assert facets == [
        ("example.org/join", [{"$type": f"{kind}#link", "uri": "https://example.org/join"}]),
        ("#Rent", [{"$type": f"{kind}#tag", "tag": "Rent"}]),
        (f"@{member.handle}", [{"$type": f"{kind}#mention", "did": member.did}]),
    ]


@pytest.mark.parametrize("character", ["x", "é", "👩‍👩‍👧", "न्", "각", "🇬🇧", "e\u0301"])
async def test_the_server_agrees_how_much_fits_into_a_post(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount, character: str
) -> None:
    await bluesky.publish(planned(bluesky, character * 700), [])
    posts = await pds.posts(account.did)
    assert "".join(text.rpartition(" (")[0] for text in texts(posts)) == character * 700


async def test_a_plan_without_posts_cannot_be_published(bluesky: Bluesky) -> None:
    with pytest.raises(DeliveryRefused) as refused:
        await bluesky.publish(planned(bluesky, "", files=1), [])
    assert refused.value.code == "nothing_to_post"
