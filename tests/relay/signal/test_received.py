"""From each recorded body, whatever is missing, null, odd or new: words and sender arrive.

Every release that was recorded, and every field of every direct message in it.
"""

import copy
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from answer_kinds import ODD
from hypothesis import given, settings
from hypothesis import strategies as st
from recordings import RELEASES, WITH_NEWER_SIGNAL_CLI, WebhookBody, webhook_bodies
from signalbot import DataMessage, DataMessageContext, DataMessageHandler

from relay.signal.bot import RelayBot
from relay.signal.envelope import attachments
from relay.signal.notification import MalformedNotification, OtherLine, read_notification
from relay.signal.received import read_message
from relay.store import Store
from relay.time.clock import StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
NUMBER = "+447700900000"

Step = str | int
Where = tuple[Step, ...]

NEEDED: set[Where] = {
    (),
    ("method",),
    ("params",),
    ("params", "envelope"),
    ("params", "envelope", "sourceUuid"),
    ("params", "envelope", "dataMessage"),
    ("params", "envelope", "dataMessage", "message"),
    ("params", "envelope", "editMessage"),
    ("params", "envelope", "editMessage", "dataMessage"),
    ("params", "envelope", "editMessage", "dataMessage", "message"),
}
"""Without which nobody could tell what was said, and by whom."""


def all_bodies() -> list[WebhookBody]:
    names = (*RELEASES, WITH_NEWER_SIGNAL_CLI)
    return list({one.text: one for name in names for one in webhook_bodies(name)}.values())


def direct_texts() -> list[WebhookBody]:
    """Bodies with words in a direct message, those of an edit included."""
    return [one for one in all_bodies() if _words(one.notification) and not _in_group(one)]


def _content(notification: Any) -> Any:
    envelope = notification["params"].get("envelope") or {}
    return envelope.get("dataMessage") or (envelope.get("editMessage") or {}).get("dataMessage")


def _words(notification: Any) -> str:
    content = _content(notification) or {}
    has_sender = (notification["params"].get("envelope") or {}).get("sourceUuid")
    return (content.get("message") or "") if has_sender else ""


def _in_group(body: WebhookBody) -> bool:
    return "groupInfo" in _content(body.notification)


def places(value: Any, at: Where = ()) -> Iterator[Where]:
    """Where every value of a body is, those of objects and lists themselves included."""
    yield at
    if isinstance(value, dict | list):
        for step, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield from places(inner, (*at, step))


def parent_of(value: Any, at: Where) -> Any:
    for step in at[:-1]:
        value = value[step]
    return value


def heard(notification: Any) -> tuple[str | None, str | None]:
    read = read_notification(notification)
    assert read.is_for_us
    assert read.unreadable is None
    message = read_message(read.params)
    assert isinstance(message, DataMessage)
    return message.text, message.source_uuid


def changed(notification: Any) -> Iterator[tuple[Where, Any]]:
    """The body once without each field that is not needed, and once with each odd value in it."""
    for at in list(places(notification)):
        if at in NEEDED:
            continue
        without = copy.deepcopy(notification)
        del parent_of(without, at)[at[-1]]
        yield at, without
        for odd in ODD:
            if at[-1] == "groupInfo" or (at == ("params", "account") and odd == "odd"):
                continue
            instead = copy.deepcopy(notification)
            parent_of(instead, at)[at[-1]] = odd
            yield at, instead


@pytest.mark.parametrize("body", direct_texts(), ids=lambda body: body.name)
def test_words_and_sender_arrive_whatever_is_missing_or_odd(body: WebhookBody) -> None:
    expected = (_words(body.notification), ADA)
    assert heard(body.notification) == expected
    for at, notification in changed(body.notification):
        assert heard(notification) == expected, at


@settings(max_examples=60, deadline=None)
@given(
    body=st.sampled_from(direct_texts()),
    data=st.data(),
    name=st.sampled_from(["newField", "isNew", "newMessage", "id", "contentType"]),
    value=st.sampled_from(ODD),
)
def test_words_and_sender_arrive_whatever_is_new(
    body: WebhookBody, data: st.DataObject, name: str, value: Any
) -> None:
    notification = body.notification
    objects = [at for at in places(notification) if isinstance(_at(notification, at), dict)]
    _at(notification, data.draw(st.sampled_from(objects)))[name] = value
    assert heard(notification) == (_words(body.notification), ADA)


def _at(value: Any, at: Where) -> Any:
    for step in at:
        value = value[step]
    return value


def test_every_body_can_be_read_without_a_fault() -> None:
    for body in all_bodies():
        for _, notification in changed(body.notification):
            try:
                read = read_notification(notification)
            except (OtherLine, MalformedNotification):
                continue
            message = read_message(read.params)
            assert (message is not None) >= read.is_for_us
            assert isinstance(read.unwanted_files, list)


class Note(DataMessageHandler):
    def __init__(self) -> None:
        self.heard: list[DataMessage] = []

    async def handle_data_message(self, context: DataMessageContext) -> None:
        self.heard.append(context.message)


def test_what_is_said_reaches_a_handler_in_signalbots_types(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        clock = StillClock(NOW)
        bot = RelayBot(number=NUMBER, api_url="http://127.0.0.1:1", store=store, clock=clock)
        note = Note()
        bot.register(note)
        expected = []
        for timestamp, body in enumerate(direct_texts(), start=1):
            read = read_notification(body.notification)
            assert read.source is not None
            store.inbox.accept(
                account=NUMBER, source=read.source, timestamp=timestamp, body=read.params, now=NOW
            )
            expected.append(_words(body.notification))
        while (entry := store.inbox.next(NOW)) is not None:
            bot.dispatch(entry)
            store.inbox.finish(entry, NOW)
        assert [message.text for message in note.heard] == expected


def body_of(name: str, release: str = "0.100") -> Any:
    return next(one for one in webhook_bodies(release) if one.name == name).notification


@pytest.mark.parametrize("release", [*RELEASES, WITH_NEWER_SIGNAL_CLI])
def test_files_quotes_and_previews_keep_their_words_with_every_signal_cli(release: str) -> None:
    """signal-cli writes `isVoiceNote` since 0.14.8 only; signalbot's own models want it."""
    message = read_message(read_notification(body_of("picture with text", release)).params)
    assert isinstance(message, DataMessage)
    assert message.attachments is not None
    assert [file.local_filename for file in message.attachments] == ["pic.png", "paper.pdf"]
    assert message.attachments[0].content_type == "image/png"
    quote = read_message(
        read_notification(body_of("quote with mention, styles, attachment", release)).params
    )
    assert isinstance(quote, DataMessage)
    assert quote.quote is not None
    assert quote.quote.id == 1789499999000
    assert quote.quote.attachments is not None
    preview = read_message(read_notification(body_of("preview with image", release)).params)
    assert isinstance(preview, DataMessage)
    assert preview.previews is not None
    assert preview.previews[0].url == "https://example.org"


@pytest.mark.parametrize("release", [*RELEASES, WITH_NEWER_SIGNAL_CLI])
def test_a_long_text_is_no_file_and_its_file_is_deleted(release: str) -> None:
    name = "long text (its attachment stays listed)"
    read = read_notification(body_of(name, release))
    message = read_message(read.params)
    assert isinstance(message, DataMessage)
    assert message.text is not None
    assert len(message.text) > 2_000
    assert message.attachments is None
    assert attachments(read.params) == []
    assert len(read.unwanted_files) == 1


def test_a_file_that_signal_cli_could_not_fetch_is_still_a_file() -> None:
    read = read_notification(body_of("attachment that was not downloaded (id null)"))
    message = read_message(read.params)
    assert isinstance(message, DataMessage)
    assert message.attachments is not None
    assert message.attachments[0].local_filename is None
    assert [file["id"] for file in attachments(read.params)] == ["missing:0"]
    assert read.unwanted_files == []


SHAPES = {
    "shared contact": "dataMessage.contacts",
    "poll in a direct chat": "dataMessage.pollCreate",
    "payment": "dataMessage.payment",
    "payment without a note": "dataMessage.payment",
    "text, sender without account id": "sender",
    "untrusted sender": "exception.UntrustedIdentityException",
    "undecryptable": "exception.ProtocolNoSessionException",
    "exception without envelope": "exception.IOException",
}


def test_what_of_the_recordings_cannot_be_read_is_known_by_its_shape() -> None:
    found = {
        body.name: shape
        for body in all_bodies()
        if (shape := read_notification(body.notification).unreadable) is not None
    }
    assert found == SHAPES


@pytest.mark.parametrize(
    ("envelope", "shape"),
    [
        ({"dataMessage": {"body": "the field has another name"}}, "dataMessage.body"),
        ({"dataMessage": {"message": {"text": "x"}}}, "dataMessage.message"),
        ({"dataMessage": {"spaced out": "x"}}, "dataMessage.other"),
        ({"dataMessage": {"reaction": {"emoji": "x"}}}, "dataMessage.reaction"),
        ({"dataMessage": {"newFlag": True, "newCount": 3}}, None),
        ({"dataMessage": {"newThing": {"a": 1}, "groupInfo": {"groupId": "g"}}}, None),
        ({"dataMessage": "words"}, "dataMessage"),
        ({"editMessage": {"newMessage": {"message": "x"}}}, "editMessage"),
        ({"newMessage": {"message": "x"}}, "envelope.newMessage"),
        ({"typingMessage": {"action": "STARTED"}}, None),
        ({}, None),
    ],
)
def test_new_kinds_have_a_shape_and_no_words(envelope: Any, shape: str | None) -> None:
    whole = {"sourceUuid": ADA, "timestamp": 1, **envelope}
    body = {"method": "receive", "params": {"envelope": whole, "account": NUMBER}}
    assert read_notification(body).unreadable == shape
