"""The bot sends: what arrives on phones, and what the API answers."""

import base64
from typing import Any

import pytest

from practice.groups import LinkState, Permission
from practice.people import NumberSharing
from practice.server import PracticeSignal

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


async def test_a_direct_message_reaches_the_phone_by_every_form_of_recipient(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada", number="+447700900001", username="ada.42")
    for recipient in (ada.aci, "+447700900001", "ada.42"):
        status, body = await api.send(signal.number, [recipient], message=recipient)
        seen = await ada.next()
        assert (status, body) == (201, [{"timestamp": str(seen.timestamp)}])
        assert (seen.text, seen.sender_name) == (recipient, "Branch")


async def test_timestamps_are_never_the_same(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    stamps = [
        (await api.send(signal.number, [ada.aci], message="x"))[1][0]["timestamp"]
        for _ in range(20)
    ]
    assert len(set(stamps)) == len(stamps)


async def test_a_group_message_reaches_the_members_of_that_time_only(
    signal: PracticeSignal, api: Any
) -> None:
    ada, bob, cy = (signal.new_phone(name) for name in ("Ada", "Bob", "Cy"))
    group = signal.new_group("Hackney", [ada, bob])
    await api.send(signal.number, [group.api_id], message="first")
    bob.leave(group)
    group.link = LinkState.ENABLED
    cy.join(group)
    await api.send(signal.number, [group.api_id], message="second")
    assert [m.text for m in ada.messages(group)] == ["first", "second"]
    assert [m.text for m in bob.messages(group)] == ["first"]
    assert [m.text for m in cy.messages(group)] == ["second"]


async def test_a_data_uri_becomes_a_file_with_its_name(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    uri = "data:image/png;filename=poster.png;base64," + base64.b64encode(PNG).decode()
    await api.send(signal.number, [ada.aci], message="", base64_attachments=[uri])
    [file] = (await ada.next()).attachments
    assert (file.filename, file.content_type, file.data) == ("poster.png", "image/png", PNG)


async def test_a_file_without_a_name_gets_one_by_its_content(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    await api.send(
        signal.number, [ada.aci], base64_attachments=[base64.b64encode(b"%PDF-1.7").decode()]
    )
    [file] = (await ada.next()).attachments
    assert file.filename
    assert file.filename.endswith(".pdf")
    assert file.content_type == "application/pdf"


async def test_quotes_mentions_styles_and_previews_arrive(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    asked = ada.say("When is it?")
    await api.send(
        signal.number,
        [ada.aci],
        message="X **Tonight** https://example.org/a",
        text_mode="styled",
        mentions=[{"start": 0, "length": 1, "author": ada.aci}],
        quote_timestamp=asked,
        quote_author=ada.aci,
        quote_message="When is it?",
        link_preview={"url": "https://example.org/a", "title": "A", "description": "B"},
    )
    seen = await ada.next()
    assert seen.text == "X Tonight https://example.org/a"
    assert [(s.start, s.length, s.style) for s in seen.content.styles] == [(2, 7, "BOLD")]
    assert [m.aci for m in seen.mentions] == [ada.aci]
    assert seen.quote
    assert (seen.quote.timestamp, seen.quote.author) == (asked, ada.aci)
    assert seen.content.previews[0].title == "A"


async def test_an_edit_keeps_the_history_and_the_original_timestamp(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    original = int((await api.send(signal.number, [ada.aci], message="7 pm"))[1][0]["timestamp"])
    newest = original
    for text in ("8 pm", "9 pm"):
        status, body = await api.send(signal.number, [ada.aci], message=text, edit_timestamp=newest)
        assert status == 201
        assert int(body[0]["timestamp"]) > newest
        newest = int(body[0]["timestamp"])
    [seen] = ada.messages()
    assert (seen.timestamp, seen.text) == (original, "9 pm")
    assert seen.history == ("7 pm", "8 pm", "9 pm")


async def test_an_edit_of_something_unknown_is_accepted_and_changes_nothing(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    status, _ = await api.send(signal.number, [ada.aci], message="x", edit_timestamp=12345)
    assert status == 201
    assert ada.messages() == []


async def test_a_remote_delete_empties_the_message(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Hackney", [ada])
    stamp = int((await api.send(signal.number, [group.api_id], message="oops"))[1][0]["timestamp"])
    status, body = await api(
        "DELETE",
        f"/v1/remote-delete/{signal.number}",
        {"recipient": group.api_id, "timestamp": stamp},
    )
    assert status == 201
    assert int(body["timestamp"]) > stamp
    [seen] = ada.messages(group)
    assert (seen.deleted, seen.text) == (True, "")


async def test_an_announcement_group_refuses_a_bot_that_is_no_admin(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group(
        "News", admins=[ada], bot="member", send_messages=Permission.ONLY_ADMINS
    )
    status, body = await api.send(signal.number, [group.api_id], message="x")
    assert status == 400
    assert body == {
        "error": f"User is not allowed to send message to group: News ({group.internal_id})"
    }
    assert ada.messages(group) == []


async def test_a_bot_that_was_removed_gets_the_error_for_it(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("News", admins=[ada])
    signal.world.leave(ada.chat(group), signal.world.account.aci)
    status, body = await api.send(signal.number, [group.api_id], message="x")
    assert status == 400
    assert body == {"error": f"User is not a member in group: News ({group.internal_id})"}


async def test_a_group_the_bot_never_was_in_is_not_found(signal: PracticeSignal, api: Any) -> None:
    group = signal.new_group("News", [signal.new_phone("Ada")], bot="outside")
    status, body = await api.send(signal.number, [group.api_id], message="x")
    assert (status, body) == (400, {"error": f"Group not found: {group.internal_id}"})


async def test_some_failed_recipients_of_a_group_are_named_in_a_201(
    signal: PracticeSignal, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    bob = signal.new_phone("Bob", number="+447700900002", sharing=NumberSharing.SHOWN)
    group = signal.new_group("Hackney", [ada, bob])
    signal.world.leave_signal(bob.person)
    status, [body] = await api.send(signal.number, [group.api_id], message="x")
    assert status == 201
    assert body["errors"] == {
        "recipients": [
            {"number": "+447700900002", "uuid": bob.aci, "reason": "UNREGISTERED_FAILURE"}
        ]
    }
    assert [m.text for m in ada.messages(group)] == ["x"]
    assert bob.messages(group) == []


async def test_when_nobody_was_reached_the_answer_is_400(signal: PracticeSignal, api: Any) -> None:
    status, body = await api.send(signal.number, ["+447700900099"], message="x")
    assert (status, body) == (400, {"error": "Failed to send message"})


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"recipients": []}, "Couldn't process request - please provide at least one recipient"),
        (
            {"number": "", "recipients": ["+44"]},
            "Couldn't process request - please provide a valid number",
        ),
        ({"recipients": "+44"}, "Couldn't process request - invalid request"),
        ({"recipients": ["group.xyz!longer-than"]}, "Invalid identifier group.xyz!longer-than"),
        ({"recipients": ["+44"], "view_once": True}, "'view_once' can only be set for image"),
        ({"recipients": ["+44"], "base64_attachments": ["a!=="]}, "illegal base64 data at input"),
        ({"recipients": ["+44", "ada.42"]}, "Signal Messenger phone numbers and usernames cannot"),
        ({"recipients": ["+44"]}, "Sending empty message is not allowed"),
        ({"number": "+1", "recipients": ["+44"], "message": "x"}, "Specified account does not"),
    ],
)
async def test_wrong_input_gets_the_error_of_the_real_api(
    signal: PracticeSignal, api: Any, body: dict[str, Any], error: str
) -> None:
    status, answer = await api("POST", "/v2/send", {"number": signal.number, **body})
    assert status == 400
    assert answer["error"].startswith(error)


async def test_the_last_release_answers_an_object_and_names_no_failures(
    signal: PracticeSignal, api: Any
) -> None:
    signal.tuning.release = "0.100"
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada, bob])
    signal.world.leave_signal(bob.person)
    status, body = await api.send(signal.number, [group.api_id], message="x")
    assert (status, list(body)) == (201, ["timestamp"])
    _, [entry] = await api("GET", f"/v1/groups/{signal.number}")
    assert "member" not in entry
    assert (await api("GET", "/v1/about"))[1]["version"] == "0.100"
