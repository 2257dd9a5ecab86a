"""Which kind of recipient a text is."""

import base64

import pytest

from practice.groups import api_id_of
from practice.refusals import Refusal
from practice.rest.recipients import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("+447700900001", "number"),
        ("+44 7700 900001", "number"),
        ("", "number"),
        ("5b7e0c1e-54a2-4b0e-9f0e-6f1c1b0a7d11", "number"),
        ("ada.42", "username"),
        ("+44x", "username"),
        ("group.42", "username"),
        (api_id_of(base64.b64encode(bytes(32)).decode()), "group"),
    ],
)
def test_recipients_are_told_apart(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (api_id_of(base64.b64encode(b"short").decode()), "Invalid Signal group size (5"),
        ("group.this-is-no-base64", "Invalid identifier group.this-is-no-base64"),
        (api_id_of("!"), f"Invalid identifier {api_id_of('!')}"),
    ],
)
def test_what_only_looks_like_a_group_is_refused(text: str, error: str) -> None:
    with pytest.raises(Refusal) as caught:
        kind_of(text)
    assert caught.value.text == error
