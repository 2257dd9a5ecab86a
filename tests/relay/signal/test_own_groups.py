"""In which groups the bot is, also where the server does not say so (every release up to 0.100)."""

from typing import Any

import pytest

from relay.signal.client import SignalClient
from relay.signal.errors import CallRefused

NUMBER = "+447700900000"
OWN_ID = "b0700000-0000-4000-8000-000000000000"
ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
GROUP = "group.Z3JvdXA="


def group(members: Any, admins: Any = (), **more: Any) -> dict[str, Any]:
    """One as 0.100 lists it, cut down."""
    return {"id": GROUP, "internal_id": "group", "members": members, "admins": admins, **more}


def person(account_id: str, number: str = "") -> dict[str, str]:
    return {"number": number, "uuid": account_id}


@pytest.mark.parametrize(
    ("members", "member"),
    [
        ([NUMBER, ADA], True),
        ([person(OWN_ID, NUMBER), person(ADA)], True),
        ([person("", NUMBER)], True),
        ([person(ADA)], False),
        ([ADA, "+447700900001", None, 7], False),
        ([], False),
        (None, False),
        ("nonsense", False),
    ],
)
async def test_the_bot_is_looked_for_among_the_members(
    members: Any, member: bool, scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(200, [group(members, members)])
    # Which keys it has, and which contacts: where either is asked for.
    scripted.will_answer(200, [])
    scripted.will_answer(200, [])
    [found] = await signal.groups()
    assert (found.member, found.admin) == (member, member)


async def test_a_hidden_number_is_found_by_the_id_of_the_same_answer(
    scripted: Any, signal: SignalClient
) -> None:
    shown = group([person(OWN_ID, NUMBER)])
    hidden = group([person(OWN_ID), person(ADA)], [person(OWN_ID)])
    scripted.will_answer(200, [shown, hidden])
    _, found = await signal.groups()
    assert (found.member, found.admin) == (True, True)
    assert len(scripted.calls) == 1


@pytest.mark.parametrize("members", [[person(OWN_ID), person(ADA)], [OWN_ID, ADA]])
async def test_a_number_that_is_hidden_everywhere_is_found_by_the_bots_own_key(
    members: Any, scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(200, [group(members, members)])
    scripted.will_answer(200, [person(ADA), {"number": NUMBER, "uuid": OWN_ID, "status": None}])
    [found] = await signal.groups()
    assert (found.member, found.admin) == (True, True)
    scripted.will_answer(200, group(members, None))
    again = await signal.group(GROUP)
    assert (again.member, again.admin) == (True, False)
    assert [call[1].partition("?")[0] for call in scripted.calls] == [
        f"/v1/groups/{NUMBER}",
        f"/v1/identities/{NUMBER}",
        f"/v1/groups/{NUMBER}/{GROUP}",
    ]


async def test_groups_are_answered_although_the_keys_are_not(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(200, [group([ADA])])
    scripted.will_answer(400, {"error": "Method not implemented"})
    [found] = await signal.groups()
    assert not found.member


async def test_a_server_that_says_so_is_believed(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(200, [group([OWN_ID], member=True), group([NUMBER], member=False)])
    assert [one.member for one in await signal.groups()] == [True, False]
    assert len(scripted.calls) == 1


async def test_a_group_keeps_what_can_be_read_of_it(scripted: Any, signal: SignalClient) -> None:
    odd = {"id": GROUP, "members": [person(OWN_ID, NUMBER)], "name": None, "permissions": None}
    scripted.will_answer(200, [None, {"id": ""}, {"id": "group."}, odd | {"blocked": "new"}])
    [found] = await signal.groups()
    assert (found.id, found.internal_id, found.name, found.member) == (GROUP, "group", "", True)
    assert found.permissions.send_messages is None


async def test_no_groups_are_none_in_both_ways(scripted: Any, signal: SignalClient) -> None:
    bodies: tuple[Any, ...] = ([], None)
    for body in bodies:
        scripted.will_answer(200, body)
        assert await signal.groups() == ()


async def test_what_is_no_list_of_groups_is_an_error(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(200, {"groups": []})
    with pytest.raises(CallRefused) as caught:
        await signal.groups()
    assert caught.value.code == "bad_answer"
