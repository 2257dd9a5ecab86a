"""What signal-cli's own sentences mean for a delivery."""

from base64 import b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recordings import RELEASES, case

from relay.signal.error_mapping import Failure, map_error, read_failure, redacted
from relay.signal.errors import (
    AccountUnusable,
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    SendFailed,
    SignalApiError,
)

NOW = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
UUID = "5b7e2c1a-6d1f-4c1c-9d7e-0a1b2c3d4e5f"
INTERNAL = "Vk4DWR+AzAzNsTfpJzYKzvLXrjEWoKjxRQ5YgU0Ewhw="


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Failed to send message due to rate limiting", RateLimited),
        (
            "Failed to send message due to rate limiting (Couldn't parse JSON for more details",
            RateLimited,
        ),
        ("Rate limit reached\nNext attempt may be tried at 2026-08-01", RateLimited),
        ("Failed to send message: StatusCode: 413 (RateLimitException)", RateLimited),
        ("Failed to send message: [429] Rate Limited (RateLimitException)", RateLimited),
        ("StatusCode: 428 (ProofRequiredException)", CaptchaNeeded),
        ('CAPTCHA proof required for sending to "+447700900777"', CaptchaNeeded),
        ("Failed to send message", SendFailed),
        (
            "Failed to send message: Connection lost (IOException) (UnexpectedErrorException)",
            SendFailed,
        ),
        ("write tcp 127.0.0.1:50000->127.0.0.1:6001: write: broken pipe", ApiUnreachable),
        ("Specified account does not exist", AccountUnusable),
        ("Number not registered with JSON-RPC", AccountUnusable),
        ("User +447700900000 is not registered.", AccountUnusable),
        ("[403] Authorization failed! (AuthorizationFailedException)", AccountUnusable),
    ],
)
def test_what_may_pass(text: str, kind: type[SignalApiError]) -> None:
    assert type(map_error(Failure(400, text), now=NOW)) is kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Group not found: {INTERNAL}", "unknown_group"),
        (f"User is not a member in group: rate limit reached ({INTERNAL})", "not_a_member"),
        (f"User is not allowed to send message to group: A (413) ({INTERNAL})", "not_allowed"),
        ("Invalid group id", "unknown_group"),
        (f"The user {UUID} is not registered.", "unregistered"),
        ("Unregistered user: captcha.42", "unregistered"),
        ("Unable to complete request due to untrusted recipient keys", "untrusted"),
        ("Failed to send message due to untrusted identities", "untrusted"),
        (
            "Captcha rejected, it may be outdated, already used or solved from a different IP.",
            "captcha_rejected",
        ),
        ("Invalid captcha given.\nNext Captcha may be provided at 12:00", "captcha_rejected"),
        ("Failed to register: Account is already registered (IOException)", "already_registered"),
        ("Failed to load the given account", "already_registered"),
        ("Couldn't use SMS verification to register the specified number. Wait", "try_voice"),
        ("Failed to register: Invalid verification method: Before requesting voice", "sms_first"),
        ("Verify error: [403] Invalid verification code", "wrong_code"),
        ("Verify error: StatusCode: 401 (AuthorizationFailedException)", "wrong_code"),
        ("Verify error: No registration verification session active", "code_expired"),
        ("Verification failed! This number is locked with a pin. Hours remaining", "pin_locked"),
        ("Verification failed! Invalid pin, tries remaining: 4", "pin_wrong"),
        ("Account is pin locked, but pin data has been deleted on the server.", "pin_lost"),
        ("Couldn't process request - invalid request", "refused"),
        ("", "refused"),
    ],
)
def test_what_will_never_pass(text: str, code: str) -> None:
    error = map_error(Failure(400, text), now=NOW)
    assert isinstance(error, CallRefused)
    assert error.code == code
    assert UUID not in error.reason
    assert INTERNAL not in error.reason


def test_a_broken_server_is_looked_at_again_soon() -> None:
    error = map_error(read_failure(500, b""), now=NOW)
    assert isinstance(error, ApiUnreachable)
    assert error.retry_at is not None
    assert error.retry_at > NOW
    assert error.retry_at.tzinfo is UTC


IDENTIFIERS = st.one_of(
    st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True),
    st.uuids().map(str),
    st.binary(min_size=32, max_size=32).map(lambda b: b64encode(b).decode()),
    st.from_regex(r"group\.[A-Za-z0-9]{20,60}={0,2}", fullmatch=True),
    st.from_regex(r"[a-z][a-z_]{2,20}\.[0-9]{2,6}", fullmatch=True),
)


@given(identifier=IDENTIFIERS, before=st.sampled_from(["", "Group ", "for ", "("]))
def test_no_identifier_gets_into_a_reason(identifier: str, before: str) -> None:
    text = f"Something with {before}{identifier}) went wrong"
    assert identifier not in redacted(text)
    for status in (400, 404, 429, 500):
        assert identifier not in str(map_error(Failure(status, text), now=NOW))


@given(st.binary(max_size=200), st.integers(300, 599))
def test_no_body_can_crash_the_reading(body: bytes, status: int) -> None:
    assert isinstance(map_error(read_failure(status, body)), SignalApiError)


def test_the_sentence_itself_stays_readable() -> None:
    text = "Failed to send message: Connection closed unexpectedly (AuthenticationFailedException)"
    assert redacted(text) == text


@pytest.mark.parametrize(
    "name", ["error: not admin (403)", "error: number lost (403)", "not admin"]
)
@pytest.mark.parametrize("release", RELEASES[1:])
def test_a_group_that_may_not_be_changed_is_not_a_lost_account(release: str, name: str) -> None:
    for endpoint in ("groups-members-post", "groups-members-delete", "groups-admins-post"):
        recorded = case(release, endpoint, name)
        failure = read_failure(recorded.status or 0, recorded.content)
        error = map_error(failure, about="a group", now=NOW)
        assert isinstance(error, CallRefused)
        assert error.code == "not_allowed"


def test_a_number_that_was_lost_makes_the_account_unusable() -> None:
    recorded = case("0.100", "v2-send", "error: number lost (403)")
    failure = read_failure(recorded.status or 0, recorded.content)
    assert type(map_error(failure, now=NOW)) is AccountUnusable
