"""What has the shape of an identity or a secret does not stay in a line."""

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.logs.scrub import Scrubber

AROUND = st.sampled_from(["", " ", "to ", "(", "'", "/", "=", ": ", ",", "id="])
AFTER = st.sampled_from(["", " ", ")", "'", "/x", ",", ".", ": no", "?expand=true"])


@given(st.uuids(), AROUND, AFTER)
def test_no_account_id_stays(uuid: object, before: str, after: str) -> None:
    for spelling in (str(uuid), str(uuid).upper(), str(uuid).replace("-", "")):
        assert spelling not in Scrubber()(before + spelling + after)


@given(st.from_regex(r"\+[1-9][0-9]{7,14}", fullmatch=True), AROUND, AFTER)
def test_no_phone_number_stays(number: str, before: str, after: str) -> None:
    for spelling in (number, quote(number), number[1:] if len(number) > 9 else number):
        assert number[1:] not in Scrubber()(before + spelling + after)


@pytest.mark.parametrize(
    "written",
    ["07700 900123", "+44 (0)7700 900 123", "07700-900-123", "(07700) 900.123", "0044 7700 900123"],
)
def test_no_number_stays_however_it_is_grouped(written: str) -> None:
    scrubbed = Scrubber()(f"call {written} now")
    assert "900" not in scrubbed
    assert scrubbed.startswith("call [number]")


@given(st.binary(min_size=32, max_size=32), AROUND, AFTER)
def test_no_group_id_stays_in_either_form(internal: bytes, before: str, after: str) -> None:
    inner = base64.b64encode(internal).decode()
    outer = "group." + base64.b64encode(inner.encode()).decode()
    for spelling in (inner, outer, quote(inner, safe=""), quote(outer, safe="")):
        scrubbed = Scrubber()(before + spelling + after)
        assert spelling not in scrubbed
        assert inner[:20] not in scrubbed


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=40))
def test_no_known_secret_stays_in_any_spelling(secret: str) -> None:
    basic = base64.b64encode(f"relay:{secret}".encode()).decode()
    scrub = Scrubber([secret])
    for spelling in (secret, quote(secret, safe=""), basic):
        scrubbed = scrub(f"http says {spelling} here").replace("[secret]", "")
        assert spelling not in scrubbed


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("http://relay:hunter2@127.0.0.1/x", "http://[login]@127.0.0.1/x"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [token]"),
        ("authorization: basic cmVsYXk6eA==", "authorization: basic [token]"),
        ("signalcaptcha://signal-hcaptcha.x.y.z", "[captcha]"),
    ],
)
def test_no_login_token_or_captcha_stays(line: str, kept: str) -> None:
    assert Scrubber()(line) == kept


@pytest.mark.parametrize(
    "line",
    [
        "127.0.0.1:8090",
        "var/relay.db",
        "2026-11-22T13:31:46Z",
        "relay.store.inbox:12 Inbox.take",
        "the server answered 503 Service Unavailable",
        "0.95.1 json-rpc",
    ],
)
def test_what_a_host_needs_stays(line: str) -> None:
    assert Scrubber()(line) == line


def test_a_secret_of_three_letters_tears_no_holes() -> None:
    assert Scrubber(["abc"])("abc") == "abc"
