"""Each endpoint is called as signal-cli-rest-api wants it, and its answer read as it is."""

from typing import Any

import pytest

from relay.signal.client import SignalClient
from relay.signal.errors import CallRefused
from relay.signal.types import Permission, Permissions, PollChoice

NUMBER = "+447700900000"
PERSON = "5b7e2c1a-0000-4000-8000-000000000001"
OTHER = "5b7e2c1a-0000-4000-8000-000000000002"
GROUP = "group.dGVzdA=="


async def test_no_more_of_a_file_is_read_than_allowed(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(200, b"x" * 1000)
    assert await signal.attachment("abc.jpg", max_bytes=1000) == b"x" * 1000
    scripted.will_answer(200, b"x" * 1001)
    with pytest.raises(CallRefused) as caught:
        await signal.attachment("abc.jpg", max_bytes=1000)
    assert caught.value.code == "too_large"
    assert not signal.priority_lock.held


@pytest.mark.parametrize("attachment_id", ["..", "", "."])
async def test_an_id_that_leads_elsewhere_is_never_asked_for(
    scripted: Any, signal: SignalClient, attachment_id: str
) -> None:
    with pytest.raises(CallRefused):
        await signal.delete_attachment(attachment_id)
    assert scripted.calls == []


async def test_a_slash_in_an_id_stays_in_the_id(scripted: Any, signal: SignalClient) -> None:
    scripted.will_answer(404, {"error": "No attachment with that name found"})
    with pytest.raises(CallRefused) as caught:
        await signal.attachment("../accounts", max_bytes=10)
    assert caught.value.code == "not_found"
    assert scripted.calls[0][1] == "/v1/attachments/..%2Faccounts"


async def test_groups_say_who_is_in_them_and_hide_it(scripted: Any, signal: SignalClient) -> None:
    entry = {
        "id": GROUP,
        "internal_id": "dGVzdA==",
        "name": "Hackney announcements",
        "description": "What is on",
        "member": True,
        "blocked": False,
        "members": [{"number": NUMBER, "uuid": "u-0"}, {"number": "", "uuid": PERSON}],
        "admins": [{"number": NUMBER, "uuid": "u-0"}],
        "pending_invites": None,
        "pending_requests": [],
        "permissions": {"add_members": "only-admins", "edit_group": "", "send_messages": "odd"},
        "invite_link": "https://signal.group/#abc",
    }
    scripted.will_answer(200, [entry, entry | {"admins": [], "members": [PERSON, "+447700900777"]}])
    # Of one it tells the number alone; whose that is, the contacts say.
    scripted.will_answer(200, [{"number": "+447700900777", "uuid": OTHER}])
    first, second = await signal.groups()
    assert scripted.calls[0][1] == f"/v1/groups/{NUMBER}?expand=true"
    assert scripted.calls[1][1] == f"/v1/contacts/{NUMBER}?all_recipients=true"
    assert (first.member, first.admin, second.admin) == (True, True, False)
    assert first.permissions == Permissions(add_members=Permission.ONLY_ADMINS)
    assert [m.account_id for m in first.members] == ["u-0", PERSON]
    assert [m.number for m in second.members] == [None, "+447700900777"]
    assert [m.account_id for m in second.members] == [PERSON, OTHER]
    for secret in (PERSON, NUMBER, "Hackney", "What is on", "signal.group", GROUP):
        assert secret not in repr(first)
    scripted.will_answer(200, entry)
    assert await signal.group(GROUP) == first
    assert scripted.calls[2][1] == f"/v1/groups/{NUMBER}/{GROUP}?expand=true"


@pytest.mark.parametrize(
    ("status", "body"), [(404, {"error": "No group with that id found"}), (200, None)]
)
async def test_a_group_that_is_not_known(
    scripted: Any, signal: SignalClient, status: int, body: object
) -> None:
    scripted.will_answer(status, body)
    with pytest.raises(CallRefused) as caught:
        await signal.group(GROUP)
    assert caught.value.code == "unknown_group"


async def test_the_other_calls_are_made_as_the_api_wants_them(
    scripted: Any, signal: SignalClient
) -> None:
    scripted.will_answer(201, {"timestamp": "9"})
    assert await signal.remote_delete(GROUP, 5) == 9
    scripted.will_answer(204)
    await signal.react(GROUP, "👍", PERSON, 5)
    scripted.will_answer(204)
    await signal.send_receipt(PERSON, 5)
    scripted.will_answer(204)
    await signal.set_expiration(PERSON, 3600)
    scripted.will_answer(201, {"timestamp": "11"})
    assert await signal.create_poll(GROUP, "When?", ["Mon", "Tue"], choice=PollChoice.ONE) == 11
    scripted.will_answer(204)
    await signal.close_poll(GROUP, 11)
    scripted.will_answer(201, {"id": GROUP})
    assert await signal.create_group("New", members=[PERSON]) == GROUP
    scripted.will_answer(204)
    await signal.update_group(
        GROUP, name="Newer", permissions=Permissions(send_messages=Permission.ONLY_ADMINS)
    )
    scripted.will_answer(204)
    await signal.update_profile("Branch", about="A bot")
    scripted.will_answer(200, [NUMBER])
    assert await signal.accounts() == (NUMBER,)
    scripted.will_answer(201, {"username": "branch.42", "username_link": "https://signal.me/#eu/x"})
    assert (await signal.set_username("branch")).name == "branch.42"
    scripted.will_answer(200, [{"status": "TRUSTED_UNVERIFIED", "uuid": PERSON, "added": "3"}])
    assert (await signal.identities())[0].added == 3
    scripted.will_answer(204)
    await signal.trust_known_keys(PERSON)
    assert scripted.calls == [
        ("DELETE", f"/v1/remote-delete/{NUMBER}", {"recipient": GROUP, "timestamp": 5}),
        (
            "POST",
            f"/v1/reactions/{NUMBER}",
            {"recipient": GROUP, "reaction": "👍", "target_author": PERSON, "timestamp": 5},
        ),
        (
            "POST",
            f"/v1/receipts/{NUMBER}",
            {"recipient": PERSON, "receipt_type": "read", "timestamp": 5},
        ),
        (
            "PUT",
            f"/v1/contacts/{NUMBER}",
            {"recipient": PERSON, "expiration_in_seconds": 3600},
        ),
        (
            "POST",
            f"/v1/polls/{NUMBER}",
            {
                "recipient": GROUP,
                "question": "When?",
                "answers": ["Mon", "Tue"],
                "allow_multiple_selections": False,
            },
        ),
        ("DELETE", f"/v1/polls/{NUMBER}", {"recipient": GROUP, "poll_timestamp": "11"}),
        (
            "POST",
            f"/v1/groups/{NUMBER}",
            {"name": "New", "members": [PERSON], "description": "", "permissions": {}},
        ),
        (
            "PUT",
            f"/v1/groups/{NUMBER}/{GROUP}",
            {"name": "Newer", "permissions": {"send_messages": "only-admins"}},
        ),
        ("PUT", f"/v1/profiles/{NUMBER}", {"name": "Branch", "about": "A bot"}),
        ("GET", "/v1/accounts", None),
        ("POST", f"/v1/accounts/{NUMBER}/username", {"username": "branch"}),
        ("GET", f"/v1/identities/{NUMBER}", None),
        (
            "PUT",
            f"/v1/identities/{NUMBER}/trust/{PERSON}",
            {"trust_all_known_keys": True},
        ),
    ]


async def test_a_timer_that_the_server_would_ignore_is_an_error(signal: SignalClient) -> None:
    with pytest.raises(ValueError, match="switched off"):
        await signal.set_expiration(PERSON, 0)
    with pytest.raises(ValueError, match="switched off"):
        await signal.update_group(GROUP, expiration_seconds=0)
