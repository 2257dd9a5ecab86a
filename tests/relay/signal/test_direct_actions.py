"""What is queued for signal-cli itself: done, refused, or tried again, and nothing twice."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from practice.faults import Fault
from practice.groups import Group, LinkState
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.schema.values import Address
from relay.signal.abilities import Abilities
from relay.signal.adapter import SignalAdapter
from relay.signal.client import SignalClient
from relay.signal.errors import AnswerLost, CaptchaNeeded
from relay.signal.outgoing import (
    Ban,
    DeleteTheirs,
    Outgoing,
    Refresh,
    ResetLink,
    Unban,
    read_outgoing,
)
from relay.store import Store
from relay.store.files import StoredFile
from relay.store.outbox import Delivery

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
DELETION = "/rpc/sendAdminDelete"
Deliver = Callable[[Group, Outgoing], Any]
ACTIONS: list[Outgoing] = [
    DeleteTheirs(author="a", timestamp=7),
    Ban(person="a"),
    Unban(person="a"),
    ResetLink(),
    Refresh(),
]


def destroyed(file: int) -> StoredFile:
    raise KeyError(file)


@pytest.fixture
async def signal() -> AsyncIterator[PracticeSignal]:
    async with practice_signal() as running:
        yield running


@pytest.fixture
async def client(signal: PracticeSignal) -> AsyncIterator[SignalClient]:
    host, _, port = (await signal.rpc.listen()).rpartition(":")
    at = Address(host, int(port))
    async with SignalClient(signal.url, signal.number, rpc=at) as opened:
        yield opened


@pytest.fixture
def deliver(client: SignalClient, tmp_path: Path) -> Any:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        adapter = SignalAdapter(client, store, destroyed)

        async def deliver(group: Group, outgoing: Outgoing) -> dict[str, Any]:
            payload, action = outgoing.to_json(), outgoing.action
            return await adapter.deliver(
                Delivery(1, "signal", group.api_id, action, payload, 2, None, None, 0, NOW)
            )

        yield deliver


@pytest.mark.parametrize("action", ACTIONS)
def test_they_are_kept_as_they_are_and_show_nobody(action: Outgoing) -> None:
    assert read_outgoing(action.to_json()) == action
    assert "'a'" not in repr(action)


async def test_a_message_of_somebody_else_is_deleted(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat", [ada, bob])
    stamp = ada.say("something", group)
    delete = DeleteTheirs(author=ada.aci, timestamp=stamp)
    told = await deliver(group, delete)
    assert told["missed"] == []
    assert [message.deleted for message in bob.messages(group)] == [True]
    # After a crash it is done again, and nobody sees a difference.
    assert (await deliver(group, delete))["timestamp"] > told["timestamp"]


async def test_how_many_phones_kept_it_is_told(signal: PracticeSignal, deliver: Deliver) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat", [ada, bob])
    stamp = ada.say("something", group)
    signal.put_in_the_way(
        Fault(
            "partial",
            method="RPC",
            path="/rpc/sendAdminDelete",
            reasons={bob.aci: "NETWORK_FAILURE"},
        )
    )
    told = await deliver(group, DeleteTheirs(author=ada.aci, timestamp=stamp))
    assert told["missed"] == [{"kind": "network"}]


async def test_without_being_an_admin_nothing_is_sent(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada], bot="member")
    stamp = ada.say("something", group)
    with pytest.raises(DeliveryRefused) as refused:
        await deliver(group, DeleteTheirs(author=ada.aci, timestamp=stamp))
    assert refused.value.code == "not_allowed"
    assert "sendAdminDelete" not in [method for method, _ in signal.rpc.asked]
    with pytest.raises(DeliveryRefused) as refused:
        await deliver(group, Ban(person=ada.aci))
    assert refused.value.code == "not_allowed"
    assert ada.aci in group.members


async def test_in_a_group_that_the_bot_has_left_nothing_is_done(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    signal.world.leave(signal.world.group_chat(group.internal_id), signal.world.account.aci)
    for action in (DeleteTheirs(author=ada.aci, timestamp=2**40), Ban(person=ada.aci), ResetLink()):
        with pytest.raises(DeliveryRefused) as refused:
            await deliver(group, action)
        assert refused.value.code == "not_a_member"


async def test_who_is_banned_stays_out_until_the_ban_is_lifted(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    group.link = LinkState.ENABLED
    for _ in range(2):
        assert await deliver(group, Ban(person=ada.aci)) == {}
        assert ada.aci not in group.members
        assert group.banned == {ada.aci}
    for _ in range(2):
        assert await deliver(group, Unban(person=ada.aci)) == {}
        assert not group.banned
    ada.join(group)
    assert ada.aci in group.members


async def test_a_ban_that_was_broken_off_is_finished_by_the_next(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    signal.world.leave(signal.world.group_chat(group.internal_id), ada.aci)
    await deliver(group, Ban(person=ada.aci))
    assert group.banned == {ada.aci}


async def test_a_link_is_changed_and_a_group_looked_at(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat")
    group.link = LinkState.WITH_APPROVAL
    before = group.invite_link
    await deliver(group, ResetLink())
    assert group.invite_link != before
    ada.ask_to_join(group)
    assert not group.seen_requests
    assert await deliver(group, Refresh()) == {}
    assert group.seen_requests == {ada.aci}


@pytest.mark.parametrize("fault", ["drop before", "drop after"])
async def test_a_lost_answer_is_asked_for_again_and_nothing_happens_twice(
    fault: Any, signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    signal.put_in_the_way(Fault(fault, method="RPC"))
    with pytest.raises(AnswerLost):
        await deliver(group, Ban(person=ada.aci))
    assert (ada.aci in group.members) is (fault == "drop before")
    revision = group.revision
    await deliver(group, Ban(person=ada.aci))
    assert group.banned == {ada.aci}
    assert (group.revision == revision) is (fault == "drop after")


async def test_a_captcha_stops_everything_as_everywhere(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    group = signal.new_group("Chat")
    signal.put_in_the_way(Fault("captcha", method="RPC"))
    with pytest.raises(CaptchaNeeded) as wanted:
        await deliver(group, ResetLink())
    assert wanted.value.challenge_tokens == ("challenge-token",)


async def test_a_key_that_is_not_trusted_yet_is_waited_for(
    signal: PracticeSignal, deliver: Deliver
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    stamp = ada.say("something", group)
    signal.put_in_the_way(
        Fault(
            "partial",
            method="RPC",
            path="/rpc/sendAdminDelete",
            reasons={ada.aci: "IDENTITY_FAILURE"},
        )
    )
    with pytest.raises(DeliveryDelayed):
        await deliver(group, DeleteTheirs(author=ada.aci, timestamp=stamp))


async def test_an_older_release_is_found_out_and_not_offered_again(
    signal: PracticeSignal, client: SignalClient, deliver: Deliver
) -> None:
    signal.tuning.signal_cli = "0.13.23"
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    stamp = ada.say("something", group)
    abilities = Abilities(client.direct)
    assert abilities.delete_others
    with pytest.raises(DeliveryRefused) as refused:
        await deliver(group, DeleteTheirs(author=ada.aci, timestamp=stamp))
    assert refused.value.code == "no_method"
    assert not abilities.delete_others
    assert abilities.ban


async def test_a_look_finds_out_what_the_release_can_do(
    signal: PracticeSignal, client: SignalClient
) -> None:
    signal.tuning.signal_cli = "0.13.23"
    abilities = Abilities(client.direct)
    await abilities.look()
    assert not abilities.delete_others
    await signal.rpc.go_away()
    await abilities.look()
    signal.tuning.signal_cli = "0.14.5"
    await signal.rpc.come_back()
    await abilities.look()
    assert abilities.delete_others


def test_without_a_socket_nothing_of_it_can_be_done() -> None:
    abilities = Abilities(None)
    can = (abilities.delete_others, abilities.ban, abilities.reset_link, abilities.refresh)
    assert can == (False,) * 4
