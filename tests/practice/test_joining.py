"""Who is invited is no member yet, and nobody tells signal-cli who asks to be let in."""

from typing import Any

import pytest

from practice.groups import Group, LinkState
from practice.phones import Phone
from practice.refusals import Refusal
from practice.server import PracticeSignal


async def shown(api: Any, signal: PracticeSignal, group: Group) -> dict[str, Any]:
    _, found = await api("GET", f"/v1/groups/{signal.number}")
    [entry] = [entry for entry in found if entry["id"] == group.api_id]
    return dict(entry)


async def added(api: Any, signal: PracticeSignal, group: Group, phone: Phone) -> int:
    path = f"/v1/groups/{signal.number}/{group.api_id}/members"
    status, _ = await api("POST", path, {"members": [phone.aci]})
    return int(status)


async def test_who_is_added_without_a_profile_key_is_invited_and_gets_nothing_until_they_accept(
    signal: PracticeSignal, api: Any
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    bob.person.profile_key = False
    assert await added(api, signal, group, bob) == 204
    entry = await shown(api, signal, group)
    assert bob.aci not in entry["members"]
    assert bob.aci in entry["pending_invites"]
    await api.send(signal.number, [group.api_id], message="first")
    with pytest.raises(Refusal):
        bob.say("x", group)
    bob.join(group)
    assert bob.aci in (await shown(api, signal, group))["members"]
    await api.send(signal.number, [group.api_id], message="second")
    assert [seen.text for seen in bob.messages(group)] == ["second"]


async def test_a_new_group_invites_them_too(signal: PracticeSignal, api: Any) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    bob.person.profile_key = False
    body = {"name": "New", "members": [ada.aci, bob.aci]}
    status, made = await api("POST", f"/v1/groups/{signal.number}", body)
    assert status == 201
    group = signal.world.group_chat(made["id"]).the_group()
    assert ada.aci in group.members
    assert bob.aci not in group.members
    assert group.invited == {bob.aci}
    bob.decline(group)
    assert group.invited == set()


async def test_a_wish_to_join_is_seen_only_once_the_group_is_looked_at_again(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    group.link = LinkState.WITH_APPROVAL
    bob.ask_to_join(group)
    await signal.signal_cli.drained()
    assert hook.arrived == []
    assert (await shown(api, signal, group))["pending_requests"] == []
    ada.say("hello", group)
    await signal.signal_cli.drained()
    assert bob.aci in (await shown(api, signal, group))["pending_requests"]
    assert await added(api, signal, group, bob) == 204
    entry = await shown(api, signal, group)
    assert bob.aci in entry["members"]
    assert entry["pending_requests"] == []


async def test_to_join_a_group_that_one_is_in_makes_signal_cli_look_and_changes_nothing(
    signal: PracticeSignal, api: Any
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    group.link = LinkState.WITH_APPROVAL
    bob.ask_to_join(group)
    before, revision = await shown(api, signal, group), group.revision
    status, _ = await api("POST", f"/v1/groups/{signal.number}/{group.api_id}/join")
    assert status == 204
    assert before["pending_requests"] == []
    after = await shown(api, signal, group)
    assert after == {**before, "pending_requests": [bob.aci]}
    assert group.revision == revision


async def test_a_link_lets_in_only_as_it_says(signal: PracticeSignal) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    for act in (bob.join, bob.ask_to_join):
        with pytest.raises(Refusal):
            act(group)
    group.link = LinkState.WITH_APPROVAL
    with pytest.raises(Refusal):
        bob.join(group)
    group.link = LinkState.ENABLED
    with pytest.raises(Refusal):
        bob.ask_to_join(group)
    bob.join(group)
    assert bob.aci in group.members


async def test_all_of_it_can_be_done_over_http(signal: PracticeSignal, control: Any) -> None:
    bob, group = signal.new_phone("Bob"), signal.new_group("Hackney")
    person, joinings = f"/practice/people/{bob.aci}", f"/practice/people/{bob.aci}/joinings"
    assert (await control("PATCH", person, {"profile_key": False}))[0] == 200
    signal.world.add_or_invite(signal.world.group_chat(group.internal_id), bob.aci)
    assert (await control("POST", joinings, {"group": group.api_id, "action": "decline"}))[0] == 200
    assert (await control("POST", joinings, {"group": group.api_id}))[0] == 400
    group.link = LinkState.WITH_APPROVAL
    assert (await control("POST", joinings, {"group": group.api_id, "action": "ask"}))[0] == 200
    assert (group.invited, group.requesting) == (set(), {bob.aci})
