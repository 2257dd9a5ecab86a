from datetime import UTC, datetime

import pytest

from practice.pds import PracticeAccount, PracticePds
from relay.delivery.errors import DeliveryRefused
from relay.destinations import Plan, Publication
from relay.destinations.bluesky.destination import Bluesky

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = "The branch meets on Friday in the hall on the high street and all are welcome. " * 8


def planned(bluesky: Bluesky, text: str) -> Plan:
    return bluesky.plan(text, now=NOON, langs=["en-GB"])


async def published(bluesky: Bluesky, text: str) -> Publication:
    return await bluesky.publish(planned(bluesky, text), [])


async def standing(pds: PracticePds, account: PracticeAccount) -> list[str]:
    return [post["value"]["text"] for post in await pds.posts(account.did)]


@pytest.mark.usefixtures("app_view")
async def test_while_nobody_has_replied_new_posts_take_the_place_of_the_old(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    old = await published(bluesky, LONG)
    revision = await bluesky.revise(
        old, planned(bluesky, "At seven."), planned(bluesky, "Correction: at seven."), []
    )
    assert revision.how == "replaced"
    assert await standing(pds, account) == ["At seven."]
    assert revision.publication.link != old.link


@pytest.mark.usefixtures("app_view")
@pytest.mark.parametrize("place", [0, 2])
async def test_once_somebody_has_replied_the_correction_is_a_reply(
    bluesky: Bluesky,
    pds: PracticePds,
    account: PracticeAccount,
    member: PracticeAccount,
    place: int,
) -> None:
    old = await published(bluesky, LONG)
    before = await pds.posts(account.did)
    await pds.reply(member, before[place], "I will be there")
    revision = await bluesky.revise(
        old, planned(bluesky, "At seven."), planned(bluesky, "Correction: at seven."), []
    )
    assert revision.how == "replied"
    *first, correction = await pds.posts(account.did)
    assert first == before
    assert correction["value"]["text"] == "Correction: at seven."
    assert correction["value"]["reply"]["parent"]["uri"] == before[0]["uri"]
    assert revision.publication.link == old.link
    assert [post.uri for post in revision.publication.posts] == [
        post["uri"] for post in (*before, correction)
    ]


async def test_while_nobody_can_say_whether_somebody_replied_the_correction_is_a_reply(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    old = await published(bluesky, "At six.")
    revision = await bluesky.revise(
        old, planned(bluesky, "At seven."), planned(bluesky, "Correction: at seven."), []
    )
    assert revision.how == "replied"
    assert await standing(pds, account) == ["At six.", "Correction: at seven."]


@pytest.mark.usefixtures("app_view")
async def test_our_own_correction_does_not_count_as_somebodys_reply(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount, member: PracticeAccount
) -> None:
    old = await published(bluesky, "At six.")
    (post,) = await pds.posts(account.did)
    reply = await pds.reply(member, post, "Really?")
    once = await bluesky.revise(
        old, planned(bluesky, "At seven."), planned(bluesky, "Correction: at seven."), []
    )
    await pds.call(
        "com.atproto.repo.deleteRecord",
        {
            "repo": member.did,
            "collection": "app.bsky.feed.post",
            "rkey": reply.rpartition("/")[2],
        },
        sender=member,
    )
    twice = await bluesky.revise(
        once.publication, planned(bluesky, "At eight."), planned(bluesky, "Correction: 8."), []
    )
    assert twice.how == "replaced"
    assert await standing(pds, account) == ["At eight."]


@pytest.mark.usefixtures("app_view")
@pytest.mark.parametrize("done", ["nothing", "new posts", "new posts and one deletion", "all"])
async def test_a_replacement_that_was_cut_off_is_completed(
    bluesky: Bluesky,
    pds: PracticePds,
    account: PracticeAccount,
    member: PracticeAccount,
    done: str,
) -> None:
    old = await published(bluesky, LONG)
    plan, correction = planned(bluesky, LONG + "New."), planned(bluesky, "Correction")
    if done != "nothing":
        await bluesky.publish(plan, [])
        first = (await pds.posts(account.did))[0]
        await pds.reply(member, first, "too late to turn back")
    if done == "new posts and one deletion":
        await bluesky.retract(old.model_copy(update={"posts": old.posts[2:]}))
    if done == "all":
        await bluesky.retract(old)
    revision = await bluesky.revise(old, plan, correction, [])
    assert revision.how == "replaced"
    assert await standing(pds, account) == [post.text for post in plan.posts]


@pytest.mark.usefixtures("app_view")
async def test_a_correction_that_was_cut_off_is_completed(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount, member: PracticeAccount
) -> None:
    old = await published(bluesky, "At six.")
    (post,) = await pds.posts(account.did)
    await pds.reply(member, post, "Good")
    plan, correction = planned(bluesky, LONG), planned(bluesky, "Correction: " + LONG)
    begun = correction.model_copy(update={"posts": correction.posts[:1]})
    await bluesky.revise(old, plan, begun, [])
    once = await bluesky.revise(old, plan, correction, [])
    assert await bluesky.revise(old, plan, correction, []) == once
    assert await standing(pds, account) == [
        "At six.",
        *(planned_post.text for planned_post in correction.posts),
    ]


async def test_what_was_deleted_by_hand_is_posted_anew(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    old = await published(bluesky, "At six.")
    await bluesky.retract(old)
    revision = await bluesky.revise(
        old, planned(bluesky, "At seven."), planned(bluesky, "Correction: at seven."), []
    )
    assert revision.how == "replaced"
    assert await standing(pds, account) == ["At seven."]


async def test_retracting_twice_deletes_all_posts_once(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    publication = await published(bluesky, LONG)
    for _ in range(2):
        retraction = await bluesky.retract(publication)
        assert set(retraction.deleted) == {post.uri for post in publication.posts}
        assert retraction.remaining == ()
        assert await standing(pds, account) == []


async def test_what_another_account_posted_is_left_standing_and_said_so(
    bluesky: Bluesky, pds: PracticePds, member: PracticeAccount
) -> None:
    uri = f"at://{member.did}/app.bsky.feed.post/3n2vs7q2shrsj"
    publication = await published(bluesky, "At six.")
    foreign = publication.posts[0].model_copy(update={"uri": uri})
    mixed = publication.model_copy(update={"posts": (*publication.posts, foreign)})
    retraction = await bluesky.retract(mixed)
    assert [(left.uri, left.reason) for left in retraction.remaining] == [(uri, "other_account")]
    assert retraction.deleted == (publication.posts[0].uri,)
    with pytest.raises(DeliveryRefused) as refused:
        await bluesky.revise(mixed, planned(bluesky, "A"), planned(bluesky, "B"), [])
    assert refused.value.code == "other_account"


async def test_what_follows_is_a_reply_also_where_nobody_has_replied(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    old = await published(bluesky, "Thursday at six.")
    change = planned(bluesky, "CHANGED: Friday at six.")
    first = await bluesky.follow(old, change, ())
    assert await bluesky.follow(old, change, ()) == first
    post, reply = await pds.posts(account.did)
    assert reply["value"]["reply"]["parent"]["uri"] == post["uri"]
    assert [one.uri for one in first.posts] == [post["uri"], reply["uri"]]
    assert first.link == old.link


async def test_what_was_left_behind_halfway_is_found_under_its_keys_and_deleted(
    pds: PracticePds, account: PracticeAccount, bluesky: Bluesky
) -> None:
    whole = planned(bluesky, "One sentence. " * 60)
    keys = [post.key for post in whole.posts]
    assert len(keys) > 2
    await bluesky.publish(whole.model_copy(update={"posts": whole.posts[:2]}), ())

    retraction = await bluesky.retract(None, keys)

    assert [uri.rpartition("/")[2] for uri in retraction.deleted] == keys[1::-1]
    assert await standing(pds, account) == []
    assert (await bluesky.retract(None, keys)).deleted == ()


async def test_a_reply_left_behind_halfway_goes_with_what_it_replies_to(
    pds: PracticePds, account: PracticeAccount, bluesky: Bluesky
) -> None:
    old = await published(bluesky, "Meeting tonight.")
    change = planned(bluesky, "CHANGED: tomorrow.")
    await bluesky.follow(old, change, ())

    await bluesky.retract(old, [change.posts[0].key])

    assert await standing(pds, account) == []
