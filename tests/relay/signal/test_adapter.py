"""The Signal lane's adapter: what a delivery becomes, and what its answer means."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.signal.adapter import MOST_UNTRUSTED, SignalAdapter
from relay.signal.client import SignalClient
from relay.signal.errors import MOST_FAILED
from relay.signal.outgoing import (
    ChangeMembers,
    Delete,
    Earlier,
    Edit,
    ForgetAttachment,
    Message,
    Outgoing,
    read_outgoing,
)
from relay.store import Store
from relay.store.files import StoredFile
from relay.store.outbox import Delivery

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
PERSON = "5b7e1f2a-0000-4000-8000-00000000aaaa"
OTHER = "5b7e1f2a-0000-4000-8000-00000000bbbb"
GROUP = "group.YWJj"

Deliver = Callable[[str, Outgoing], Any]


def destroyed(file: int) -> StoredFile:
    raise KeyError(file)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", "ab" * 32) as opened:
        yield opened


@pytest.fixture
def deliver(store: Store, signal: SignalClient) -> Deliver:
    adapter = SignalAdapter(signal, store, destroyed)

    async def deliver(target: str, outgoing: Outgoing) -> dict[str, Any]:
        payload = outgoing.to_json()
        return await adapter.deliver(
            Delivery(1, "signal", target, outgoing.action, payload, 2, None, None, 0, NOW)
        )

    return deliver


def answer(reason: str | None) -> list[dict[str, Any]]:
    sent: dict[str, Any] = {"timestamp": "7"}
    if reason is not None:
        sent["errors"] = {"recipients": [{"uuid": PERSON, "reason": reason}]}
    return [sent]


async def test_a_message_that_went_out_is_known_by_its_timestamp(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(201, answer(None))
    assert await deliver(PERSON, Message(text="Hello")) == {"timestamp": 7, "missed": []}


async def test_one_person_who_has_left_signal_is_refused(deliver: Deliver, scripted: Any) -> None:
    scripted.will_answer(201, answer("UNREGISTERED_FAILURE"))
    with pytest.raises(DeliveryRefused) as refused:
        await deliver(PERSON, Message(text="Hello"))
    assert refused.value.code == "unregistered"
    assert PERSON not in str(refused.value)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (201, answer("IDENTITY_FAILURE")),
        (400, {"error": "Failed to send message due to untrusted identities"}),
        (400, {"error": "Unable to complete request due to untrusted recipient keys"}),
    ],
)
async def test_one_person_with_a_new_key_is_tried_again_until_it_is_trusted(
    deliver: Deliver, scripted: Any, status: int, body: Any
) -> None:
    scripted.will_answer(status, body)
    with pytest.raises(DeliveryDelayed) as delayed:
        await deliver(PERSON, Message(text="Hello"))
    assert delayed.value.most_attempts == MOST_UNTRUSTED
    assert PERSON not in str(delayed.value)


@pytest.mark.parametrize("reason", ["NETWORK_FAILURE", "RATE_LIMIT_FAILURE", "SOMETHING_NEW"])
async def test_one_person_who_may_be_reached_later_is_tried_again_for_a_while(
    deliver: Deliver, scripted: Any, reason: str
) -> None:
    scripted.will_answer(201, answer(reason))
    with pytest.raises(DeliveryDelayed) as delayed:
        await deliver(PERSON, Message(text="Hello"))
    assert delayed.value.most_attempts == MOST_FAILED


async def test_one_person_of_a_group_is_a_remark_and_no_failure(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(201, answer("UNREGISTERED_FAILURE"))
    result = await deliver(GROUP, Message(text="Hello"))
    # How many, for the receipt, and never who.
    assert result["missed"] == [{"kind": "unregistered"}]


async def test_a_file_that_is_gone_is_said_once_and_not_tried_all_day(deliver: Deliver) -> None:
    with pytest.raises(DeliveryRefused, match="no longer kept"):
        await deliver(PERSON, Message(text="Look", files=(99,)))


async def test_an_edit_of_what_never_went_out_is_refused(deliver: Deliver) -> None:
    for earlier in (Earlier(delivery=5), Earlier(announcement=5), Earlier()):
        with pytest.raises(DeliveryRefused, match="never delivered"):
            await deliver(GROUP, Edit(text="New", earlier=earlier))


async def test_deleting_what_never_went_out_is_done_without_a_call(
    deliver: Deliver, scripted: Any
) -> None:
    await deliver(GROUP, Delete(earlier=Earlier(announcement=5)))
    assert scripted.calls == []


async def test_a_file_that_is_already_deleted_there_is_as_it_should_be(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(404, {"error": "No attachment with that name found"})
    assert await deliver("attachment:a", ForgetAttachment(attachment="a")) == {}


async def test_a_file_that_cannot_be_deleted_there_is_not_forgotten_in_silence(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(400, {"error": "disk"})
    with pytest.raises(DeliveryRefused):
        await deliver("attachment:a", ForgetAttachment(attachment="a"))


async def test_who_is_taken_out_of_a_group_goes_before_who_comes(
    deliver: Deliver, scripted: Any
) -> None:
    for _ in range(3):
        scripted.will_answer(204)
    change = ChangeMembers(add=(PERSON, "+447700900001"), remove=(OTHER,), promote=(PERSON,))
    assert await deliver(GROUP, change) == {}
    path = f"/v1/groups/+447700900000/{GROUP}"
    assert scripted.calls == [
        ("DELETE", f"{path}/members", {"members": [OTHER]}),
        ("POST", f"{path}/members", {"members": [PERSON, "+447700900001"]}),
        ("POST", f"{path}/admins", {"admins": [PERSON]}),
    ]


async def test_of_a_change_of_members_only_what_is_meant_is_asked_for(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(204)
    await deliver(GROUP, ChangeMembers(remove=(OTHER,)))
    assert [method for method, _, _ in scripted.calls] == ["DELETE"]


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"error": "(AuthorizationFailedException) StatusCode: 403"}, "not_allowed"),
        (404, {"error": "No group with that group id (group.YWJj) found"}, "unknown_group"),
        (400, {"error": 'Unregistered user "someone"'}, "unregistered"),
    ],
)
async def test_people_whom_signal_does_not_let_in_are_refused_with_the_reason(
    deliver: Deliver, scripted: Any, status: int, body: dict[str, str], code: str
) -> None:
    scripted.will_answer(status, body)
    with pytest.raises(DeliveryRefused) as refused:
        await deliver(GROUP, ChangeMembers(add=(PERSON,)))
    assert refused.value.code == code


async def test_a_change_of_members_whose_answer_was_lost_is_made_again(
    deliver: Deliver, scripted: Any
) -> None:
    scripted.will_answer(204)
    scripted.will_drop_the_connection()
    change = ChangeMembers(add=(PERSON,), remove=(OTHER,))
    with pytest.raises(DeliveryDelayed):
        await deliver(GROUP, change)
    scripted.will_answer(204)
    scripted.will_answer(204)
    assert await deliver(GROUP, change) == {}
    assert [call[0] for call in scripted.calls] == ["DELETE", "POST", "DELETE", "POST"]


def test_a_change_of_members_is_read_as_the_outbox_keeps_it_and_shows_nobody() -> None:
    change = ChangeMembers(add=(PERSON,), remove=(OTHER,))
    assert read_outgoing(change.to_json()) == change
    assert PERSON not in repr(change)
    assert OTHER not in repr(change)
