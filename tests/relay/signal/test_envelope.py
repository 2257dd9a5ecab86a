"""Reading notifications: whose they are, whether anybody wants them, what came along."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.signal.envelope import attachments, file_ids
from relay.signal.notification import MalformedNotification, read_notification

SAM = "5b7e1f2a-0000-4000-8000-00000000aaaa"


def read(envelope: Any, account: Any = "+447700900000") -> Any:
    return read_notification(
        {"method": "receive", "params": {"envelope": envelope, "account": account}}
    )


def test_the_sender_is_the_account_id_and_never_the_number() -> None:
    envelope = {"timestamp": 1, "source": "+447700900001", "sourceNumber": "+447700900001"}
    assert read(envelope).source is None
    assert read({**envelope, "sourceUuid": SAM.upper()}).source == SAM


def test_neither_sender_nor_words_are_in_its_repr() -> None:
    said = read({"timestamp": 1, "sourceUuid": SAM, "dataMessage": {"message": "SECRET"}})
    assert SAM not in repr(said)
    assert "SECRET" not in repr(said)
    assert "+44" not in repr(said)


def test_files_are_named_once_and_in_order() -> None:
    described = [{"id": "b"}, {"id": "a"}, {"id": "b"}, {"id": ""}, {"id": None}, "c", None]
    for part in ("dataMessage", "editMessage"):
        content: dict[str, Any] = {"attachments": described}
        body = content if part == "dataMessage" else {"dataMessage": content}
        names = [f["id"] for f in attachments({"envelope": {part: body}})]
        assert names == ["b", "a", "missing:3", "missing:4"]


def test_only_what_signal_cli_describes_as_a_file_is_one() -> None:
    envelope = {
        "dataMessage": {
            "attachments": [{"id": "one", "contentType": "image/png"}],
            "quote": {"id": 5, "attachments": [{"contentType": "image/png", "thumbnail": None}]},
            "sticker": {"id": "no", "packId": "p"},
            "contacts": [{"avatar": {"attachment": {"id": "two", "contentType": "image/png"}}}],
        }
    }
    assert sorted(file_ids(envelope)) == ["one", "two"]


def test_a_deep_nest_is_read_without_recursion() -> None:
    nest: Any = {"id": "deep", "contentType": "x/y"}
    for _ in range(5_000):
        nest = [nest]
    assert file_ids(nest) == ["deep"]


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["dataMessage", "editMessage", "attachments", "groupInfo", "message", "timestamp"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(envelope=_ANY)
def test_any_envelope_is_read_or_refused(envelope: Any) -> None:
    try:
        notification = read(envelope)
    except MalformedNotification:
        return
    assert notification.is_for_us in (True, False)
    assert notification.changes_groups in (True, False)
    assert isinstance(notification.unwanted_files, list)
    attachments(notification.params)


@pytest.mark.parametrize("body", [None, 5, "receive", [], {}, {"method": "receive"}])
def test_anything_else_is_malformed(body: Any) -> None:
    with pytest.raises(MalformedNotification):
        read_notification(body)
