"""Reactions, receipts, typing, polls and timers, both ways."""

from typing import Any

import pytest

from practice.messages import CHANGE_WINDOW_MS, Poll
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.world import World


async def sent(signal: PracticeSignal, api: Any, recipient: str) -> int:
    """Sends a message; returns its timestamp."""
    _, [body] = await api.send(signal.number, [recipient], message="x")
    return int(body["timestamp"])


async def test_a_thumb_on_the_bots_message_reaches_the_bot(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    stamp = await sent(signal, api, ada.aci)
    ada.react(stamp)
    ada.unreact(stamp)
    await signal.signal_cli.drained()
    bot = signal.world.account.aci
    reactions = [envelope["dataMessage"]["reaction"] for envelope in hook.envelopes]
    assert [r["isRemove"] for r in reactions] == [False, True]
    assert reactions[0] == {
        "emoji": "👍",
        "targetAuthor": signal.number,
        "targetAuthorNumber": signal.number,
        "targetAuthorUuid": bot,
        "targetSentTimestamp": stamp,
        "isRemove": False,
    }


async def test_the_bot_reacts_and_takes_it_back(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    stamp = ada.say("hello", group)
    path = f"/v1/reactions/{signal.number}"
    body = {
        "recipient": group.api_id,
        "reaction": "👍",
        "target_author": ada.aci,
        "timestamp": stamp,
    }
    assert await api("POST", path, body) == (204, None)
    assert ada.messages(group)[0].reactions == {signal.world.account.aci: "👍"}
    assert await api("DELETE", path, body) == (204, None)
    assert ada.messages(group)[0].reactions == {}


@pytest.mark.parametrize("missing", ["recipient", "reaction", "target_author", "timestamp"])
async def test_a_reaction_needs_everything(signal: PracticeSignal, api: Any, missing: str) -> None:
    body = {"recipient": "+44", "reaction": "👍", "target_author": "+44", "timestamp": 1}
    del body[missing]
    answer = await api("POST", f"/v1/reactions/{signal.number}", body)
    assert answer == (400, {"error": f"Couldn't process request - {missing} missing"})


async def test_receipts_go_both_ways(signal: PracticeSignal, api: Any, hook: Any) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    stamp = await sent(signal, api, ada.aci)
    ada.acknowledge([stamp], "delivery")
    await signal.signal_cli.drained()
    receipt = hook.envelopes[0]["receiptMessage"]
    assert (receipt["isDelivery"], receipt["timestamps"]) == (True, [stamp])
    theirs = ada.say("hello")
    body = {"recipient": ada.aci, "receipt_type": "read", "timestamp": theirs}
    assert await api("POST", f"/v1/receipts/{signal.number}", body) == (204, None)
    assert ada.messages()[1].receipts["read"] == {signal.world.account.aci}
    body["receipt_type"] = "delivery"
    assert (await api("POST", f"/v1/receipts/{signal.number}", body))[0] == 400


async def test_phones_can_send_receipts_of_their_own_accord(api: Any, hook: Any) -> None:
    world = World(receipts="delivery and read")
    async with practice_signal(world, webhook=hook.url) as signal:
        phones = [signal.new_phone(name) for name in ("Ada", "Bob")]
        group = signal.new_group("Hackney", phones)
        world.account.self_.name = "Branch"
        bot = signal.phone(world.account.aci)
        bot.say("hello", group)
        await signal.signal_cli.drained()
    kinds = [envelope["receiptMessage"]["isRead"] for envelope in hook.envelopes]
    assert kinds == [False, True, False, True]


async def test_typing_is_seen(signal: PracticeSignal, api: Any, hook: Any) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    path = f"/v1/typing-indicator/{signal.number}"
    assert await api("PUT", path, {"recipient": ada.aci}) == (204, None)
    assert await api("DELETE", path, {"recipient": ada.aci}) == (204, None)
    details = [(await ada.next_event(["typing"])).detail for _ in range(2)]
    assert details == ["STARTED", "STOPPED"]
    ada.type()
    await signal.signal_cli.drained()
    assert hook.envelopes[0]["typingMessage"]["action"] == "STARTED"


async def test_a_poll_of_the_bot_is_voted_in_and_closed(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    path = f"/v1/polls/{signal.number}"
    poll = {"recipient": group.api_id, "question": "When?", "answers": ["Mon", "Tue"]}
    status, body = await api("POST", path, poll)
    assert status == 201
    stamp = int(body["timestamp"])
    ada.vote(stamp, (1,), group)
    await signal.signal_cli.drained()
    assert hook.envelopes[0]["dataMessage"]["pollVote"]["optionIndexes"] == [1]
    closing = {"recipient": group.api_id, "poll_timestamp": str(stamp)}
    assert await api("DELETE", path, closing) == (204, None)
    ada.vote(stamp, (0,), group)
    [seen] = ada.messages(group)
    assert (seen.question, seen.options, seen.poll_closed) == ("When?", ("Mon", "Tue"), True)
    assert seen.votes == {ada.aci: (1,)}


async def test_a_poll_that_was_deleted_takes_no_votes_and_has_no_end(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    path = f"/v1/polls/{signal.number}"
    poll = {"recipient": group.api_id, "question": "When?", "answers": ["Mon", "Tue"]}
    stamp = int((await api("POST", path, poll))[1]["timestamp"])
    deleting = {"recipient": group.api_id, "timestamp": stamp}
    assert (await api("DELETE", f"/v1/remote-delete/{signal.number}", deleting))[0] == 201
    ada.vote(stamp, (0,), group)
    closing = {"recipient": group.api_id, "poll_timestamp": str(stamp)}
    assert await api("DELETE", path, closing) == (204, None)
    [seen] = ada.messages(group)
    assert (seen.deleted, seen.votes, seen.poll_closed) == (True, {}, False)


async def test_the_bot_votes_counting_from_one(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    stamp = ada.ask(Poll("Tea?", ("yes", "no"), allow_multiple=False))
    vote = {
        "recipient": ada.aci,
        "poll_author": ada.aci,
        "poll_timestamp": str(stamp),
        "selected_answers": [1],
    }
    path = f"/v1/polls/{signal.number}/vote"
    assert await api("POST", path, vote) == (204, None)
    assert ada.messages()[0].votes == {signal.world.account.aci: (0,)}
    status, body = await api("POST", path, {**vote, "selected_answers": [0]})
    assert status == 400
    assert body["error"].startswith("Invalid index in selected_answers")
    answer = await api("POST", path, {**vote, "poll_timestamp": "soon"})
    assert answer == (400, {"error": "Couldn't process request - invalid timestamp"})


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ([], "Couldn't process request - answers missing"),
        (["one"], "Poll needs at least two options"),
        ([str(number) for number in range(11)], "Poll cannot have more than 10 options"),
        (["a", ""], "Poll options must not be empty"),
    ],
)
async def test_a_bad_poll_is_refused(
    signal: PracticeSignal, api: Any, answers: list[str], error: str
) -> None:
    ada = signal.new_phone("Ada")
    body = {"recipient": ada.aci, "question": "?", "answers": answers}
    assert await api("POST", f"/v1/polls/{signal.number}", body) == (400, {"error": error})


async def test_a_timer_is_set_and_carried_by_messages(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    path = f"/v1/contacts/{signal.number}"
    timer = {"recipient": ada.aci, "expiration_in_seconds": 3600}
    assert await api("PUT", path, timer) == (204, None)
    timer["expiration_in_seconds"] = 0
    assert await api("PUT", path, timer) == (204, None)
    await sent(signal, api, ada.aci)
    assert ada.messages()[0].timer == 3600
    ada.say("hello")
    await signal.signal_cli.drained()
    assert hook.envelopes[0]["dataMessage"]["expiresInSeconds"] == 3600


async def test_phones_ignore_changes_that_come_two_days_late(api: Any) -> None:
    now = [1_800_000_000_000]
    async with practice_signal(World(time=lambda: now[0])) as signal:
        ada = signal.new_phone("Ada")
        stamp = ada.say("hello")
        ada.edit(stamp, "hello!")
        now[0] += CHANGE_WINDOW_MS
        ada.edit(stamp, "too late")
        ada.delete(stamp)
        [seen] = ada.messages()
        assert (seen.text, seen.deleted) == ("hello!", False)
