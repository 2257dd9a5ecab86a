"""`/v1/groups`: reading and changing groups, with the real one's oddities."""

import base64
from typing import Any

from practice.groups import LinkState, Permission, api_id_of, internal_id_of
from practice.people import NumberSharing
from practice.server import PracticeSignal


def path(signal: PracticeSignal, group_id: str = "", rest: str = "") -> str:
    """A path below /v1/groups."""
    return f"/v1/groups/{signal.number}" + (f"/{group_id}" if group_id else "") + rest


async def test_the_two_ids_are_one_inside_the_other(signal: PracticeSignal) -> None:
    group = signal.new_group("Hackney")
    assert len(base64.b64decode(group.internal_id)) == 32
    inner = base64.b64encode(group.internal_id.encode()).decode()
    assert group.api_id == "group." + inner == api_id_of(group.internal_id)
    assert internal_id_of(group.api_id) == group.internal_id


async def test_a_group_is_listed_with_numbers_where_they_are_shown(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada", number="+447700900001")
    bob = signal.new_phone("Bob", number="+447700900002", sharing=NumberSharing.SHOWN)
    group = signal.new_group(
        "News", [ada], admins=[bob], bot="member", send_messages=Permission.ONLY_ADMINS
    )
    status, [entry] = await api("GET", path(signal))
    assert status == 200
    assert entry == {
        "name": "News",
        "description": "",
        "id": group.api_id,
        "internal_id": group.internal_id,
        "members": [ada.aci, "+447700900002", signal.number],
        "blocked": False,
        "member": True,
        "pending_invites": [],
        "pending_requests": [],
        "invite_link": "",
        "admins": ["+447700900002"],
        "permissions": {
            "add_members": "every-member",
            "edit_group": "only-admins",
            "send_messages": "only-admins",
        },
    }
    assert await api("GET", path(signal, group.api_id)) == (200, entry)
    _, expanded = await api("GET", path(signal, group.api_id, "?expand=true"))
    assert expanded["admins"] == [{"number": "+447700900002", "uuid": bob.aci}]


async def test_an_unknown_group_is_null(signal: PracticeSignal, api: Any) -> None:
    assert await api("GET", path(signal, api_id_of("x"))) == (200, None)
    status, body = await api("GET", path(signal, rest="?expand=perhaps"))
    assert status == 400
    assert body["error"].endswith("expand parameter needs to be either 'true' or 'false'")


async def test_the_bot_creates_a_group_and_is_its_admin(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    status, body = await api(
        "POST",
        path(signal),
        {
            "name": "New",
            "members": [ada.aci],
            "description": "About",
            "permissions": {"send_messages": "only-admins"},
            "group_link": "enabled",
            "expiration_time": 60,
        },
    )
    assert status == 201
    group = signal.world.group_chat(body["id"]).the_group()
    assert (group.name, group.description, group.timer) == ("New", "About", 60)
    assert group.admins == {signal.world.account.aci}
    assert list(group.members) == [signal.world.account.aci, ada.aci]
    assert group.send_messages is Permission.ONLY_ADMINS
    assert group.invite_link.startswith("https://signal.group/#")


async def test_a_group_is_updated_but_a_timer_cannot_be_turned_off(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Old", [ada])
    change = {"name": "New", "description": "D", "expiration_time": 60}
    assert await api("PUT", path(signal, group.api_id), change) == (204, None)
    assert (group.name, group.description, group.timer) == ("New", "D", 60)
    assert await api("PUT", path(signal, group.api_id), {"expiration_time": 0}) == (204, None)
    assert group.timer == 60
    assert (await ada.next_event(["group update"], group)).kind == "group update"


async def test_an_update_that_signal_refuses_looks_as_if_it_had_worked(
    signal: PracticeSignal, api: Any
) -> None:
    group = signal.new_group("Old", admins=[signal.new_phone("Ada")], bot="member")
    change = {"permissions": {"send_messages": "only-admins"}}
    assert await api("PUT", path(signal, group.api_id), change) == (204, None)
    assert group.send_messages is Permission.EVERY_MEMBER
    status, body = await api(
        "PUT", path(signal, group.api_id), {"permissions": {"send_messages": "nobody"}}
    )
    assert status == 400
    assert body["error"].startswith("Invalid send messages permissions provided")


async def test_members_and_admins_come_and_go(signal: PracticeSignal, api: Any, hook: Any) -> None:
    signal.webhook.url = hook.url
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    members, admins = (path(signal, group.api_id, rest) for rest in ("/members", "/admins"))
    assert await api("POST", members, {"members": [bob.aci]}) == (204, None)
    assert await api("POST", admins, {"admins": [bob.aci]}) == (204, None)
    assert bob.aci in group.members
    assert bob.aci in group.admins
    assert await api("DELETE", admins, {"admins": [bob.aci]}) == (204, None)
    assert await api("DELETE", members, {"members": [bob.aci]}) == (204, None)
    assert bob.aci not in group.members
    assert group.revision == 4
    missing = (400, {"error": "Couldn't process request - group members missing"})
    assert await api("POST", members, {"members": []}) == missing
    unknown = api_id_of("unknown")
    status, body = await api("POST", path(signal, unknown, "/members"), {"members": [ada.aci]})
    expected = f"No group with that group id ({unknown}) found"
    assert (status, body) == (404, {"error": expected})


async def test_a_change_by_a_person_tells_the_bot(signal: PracticeSignal, hook: Any) -> None:
    signal.webhook.url = hook.url
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada])
    group.link = LinkState.ENABLED
    bob.join(group)
    await signal.signal_cli.drained()
    [envelope] = hook.envelopes
    assert envelope["dataMessage"]["groupInfo"]["type"] == "UPDATE"
    assert envelope["dataMessage"]["groupInfo"]["revision"] == 1


async def test_the_last_admin_cannot_leave(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    status, body = await api("POST", path(signal, group.api_id, "/quit"))
    label = f"Hackney ({group.internal_id})"
    assert status == 400
    assert body["error"].endswith(f"User is last admin in group: {label}")
    group.admins.add(ada.aci)
    assert await api("DELETE", path(signal, group.api_id)) == (200, None)
    assert signal.world.account.aci not in group.members
    assert await api("POST", path(signal, group.api_id, "/quit")) == (204, None)


async def test_nothing_is_heard_from_a_blocked_group(
    signal: PracticeSignal, api: Any, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    assert await api("POST", path(signal, group.api_id, "/block")) == (204, None)
    ada.say("x", group)
    await signal.signal_cli.drained()
    assert hook.arrived == []
    assert (await api("GET", path(signal, group.api_id)))[1]["blocked"] is True


async def test_messages_are_pinned(signal: PracticeSignal, api: Any) -> None:
    group = signal.new_group("Hackney", [signal.new_phone("Ada")])
    bot = signal.world.account.aci
    pin = path(signal, group.api_id, "/pin-message")
    assert await api("POST", pin, {"target_author": bot, "timestamp": 5}) == (201, None)
    assert group.pinned == {(bot, 5): -1}
    assert await api("DELETE", pin, {"target_author": bot, "timestamp": 5}) == (201, None)
    assert group.pinned == {}


async def test_a_group_picture_is_set_and_shown(signal: PracticeSignal, api: Any) -> None:
    group = signal.new_group("Hackney")
    avatar = path(signal, group.api_id, "/avatar")
    assert await api("GET", avatar) == (404, {"error": "No avatar found."})
    data = base64.b64encode(b'{"a": 1}').decode()
    assert await api("PUT", path(signal, group.api_id), {"base64_avatar": data}) == (204, None)
    assert await api("GET", avatar) == (200, {"a": 1})


async def test_a_bad_group_id_is_refused(signal: PracticeSignal, api: Any) -> None:
    answer = await api("POST", path(signal, "group.!", "/quit"))
    assert answer == (400, {"error": "Invalid group id"})
