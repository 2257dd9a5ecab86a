"""From a failed answer of signal-cli-rest-api to the error it means.

Texts are those of signal-cli (`SendMessageResultUtils`, the exceptions of `manager.api`) and of the
API server (`src/api/api.go`, `src/client/jsonrpc2.go`). The server passes most failures on as
status 400 with only signal-cli's sentence, so the sentence decides.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from relay.signal.errors import (
    MOST_FAILED,
    AccountUnusable,
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    SendFailed,
    SignalApiError,
)

UNREACHABLE_PAUSE = timedelta(seconds=15)
RATE_LIMIT_PAUSE = timedelta(minutes=5)
"""Signal says how long to wait, signal-cli passes it on, the API server drops it. So: a guess."""
ACCOUNT_PAUSE = timedelta(minutes=5)
MAX_REASON = 300

_MOST_READ = 5_000
"""Characters of an answer that are looked through: in a long one that takes seconds."""

_IDENTIFIERS = re.compile(
    r"""
      https?://\S+ | signalcaptcha://\S+
    | \bgroup\.[A-Za-z0-9+/=]+
    | (?:PNI:)?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}
    | \+?\d[\d\s().-]{5,}\d
    | (?=[A-Za-z+/_-]*[0-9+/=])[A-Za-z0-9+/_-]{22,}={0,2}
    | \b(?=\w*[^\W\d])\w{3,}\.\d{2,}\b
    | "[^"]*"
    """,
    re.VERBOSE,
)


def redacted(text: str) -> str:
    """`text` in one line, with phone numbers, ids, usernames and quoted words replaced by "…"."""
    return _IDENTIFIERS.sub("…", " ".join(text[:_MOST_READ].split()))[:MAX_REASON]


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed answer: its status, the server's text, and the tokens of a challenge, if any."""

    status: int
    text: str
    challenge_tokens: tuple[str, ...] = ()


def read_failure(status: int, body: bytes) -> Failure:
    """Read the body of an answer that is not a success. Never raises."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        return Failure(status, "")
    text = value.get("error")
    tokens = value.get("challenge_tokens")
    return Failure(
        status,
        text if isinstance(text, str) else "",
        # signal-cli leaves the token out for a plain rate limit; the server then writes "".
        tuple(t for t in tokens if isinstance(t, str) and t) if isinstance(tokens, list) else (),
    )


_Make = Callable[[str, int, datetime], SignalApiError]


def _refused(code: str, reason: str = "") -> _Make:
    """A refusal. A fixed `reason` where the server's sentence names a person or a group."""
    return lambda text, status, _: CallRefused(reason or redacted(text), code=code, status=status)


def _captcha(text: str, status: int, _: datetime) -> SignalApiError:
    return CaptchaNeeded(redacted(text), status=status)


def _rate_limited(text: str, status: int, now: datetime) -> SignalApiError:
    return RateLimited(redacted(text), retry_at=now + RATE_LIMIT_PAUSE, status=status)


def _unreachable(text: str, status: int, now: datetime) -> SignalApiError:
    return ApiUnreachable(redacted(text), retry_at=now + UNREACHABLE_PAUSE, status=status)


def _unusable(text: str, status: int, now: datetime) -> SignalApiError:
    return AccountUnusable(redacted(text), retry_at=now + ACCOUNT_PAUSE, status=status)


def _send_failed(text: str, status: int, _: datetime) -> SignalApiError:
    return SendFailed(redacted(text), most_attempts=MOST_FAILED, status=status)


def _no_network(text: str, status: int, _: datetime) -> SignalApiError:
    return SendFailed(redacted(text), status=status)


# The first that matches decides. Sentences that carry a name chosen by people (a group's, a
# username) come first and are matched at their start, so that no name can pass for another failure.
_SENTENCES: tuple[tuple[re.Pattern[str], _Make], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        # Ours to mend: something is missing in what was asked, whatever it is called.
        (r"Couldn't process request", _refused("refused")),
        (
            r"(Failed to send to group: )?User is not a member in group",
            _refused("not_a_member", "not a member of the group"),
        ),
        (
            r"(Failed to send to group: )?User is not allowed to send message to group",
            _refused("not_allowed", "not allowed to send to the group"),
        ),
        (
            r"(Failed to send to group: )?Group not found|No group with that",
            _refused("unknown_group", "group not found"),
        ),
        (r"Invalid (Signal group size|group id|identifier)", _refused("unknown_group")),
        (
            r"(The user .* is not registered|Unregistered user)",
            _refused("unregistered", "the recipient is not registered with Signal"),
        ),
        (
            r"(Unable to complete request|Failed to send message) due to untrusted|Untrusted id",
            _refused("untrusted", "the recipient's safety number has changed and is not trusted"),
        ),
        (r"Verification failed! This number is locked", _refused("pin_locked")),
        (r"Verification failed! Invalid pin", _refused("pin_wrong")),
        (r"Account is pin locked", _refused("pin_lost")),
        (
            r"(.*Account is already registered|Failed to load the given account)",
            _refused("already_registered"),
        ),
        (r"Couldn't use SMS verification", _refused("try_voice")),
        (r"Failed to register: Invalid verification method", _refused("sms_first")),
        (
            r"Verify error: (No registration verification|Verification code expired)",
            _refused("code_expired"),
        ),
        (r"Verify error: .*\b40[0139]\b", _refused("wrong_code")),
        (r"Captcha rejected|Invalid captcha given", _refused("captcha_rejected")),
        (r"Submit challenge error", _refused("captcha_rejected")),
        (r"No attachment with that name|No user with that id", _refused("not_found", "not found")),
        (
            r"Specified account does not|Method requires (valid )?account|Number not registered",
            _unusable,
        ),
        (r".*(Authorization ?failed|StatusCode: 40[13]\b|not registered\.?$)", _unusable),
        (r".*(captcha|proof ?required|StatusCode: 428\b|\[428\])", _captcha),
        (r".*(rate.?limit|StatusCode: 4(13|29)\b|\[4(13|29)\])", _rate_limited),
        (
            r"(write|read|dial) tcp|.*(broken pipe|use of closed network connection)",
            _unreachable,
        ),
        (r".*\((IOException|TimeoutException|\w*NetworkException)\)", _no_network),
        (r"Failed to send", _send_failed),
    )
)


Subject = Literal["the account", "a group"]
"""What a call acts on, where the server's sentence does not tell."""

_FORBIDDEN = re.compile(r".*(Authorization ?failed|StatusCode: 403\b)", re.IGNORECASE)


def map_error(
    failure: Failure, *, about: Subject = "the account", now: datetime | None = None
) -> SignalApiError:
    """The error that a failed answer means.

    Signal refuses a group's change with 403 to whoever is no admin, in the words in which it
    refuses everything to a number that was lost (signal-cli: `AuthorizationFailedException`). So a
    403 for a group's change says nothing about the account.

    Args:
        failure: the answer.
        about: what the call acts on.
        now: the present moment (aware, UTC), for the moment to try again.
    """
    moment = now or datetime.now(UTC)
    text, status = failure.text, failure.status
    if failure.challenge_tokens:
        return CaptchaNeeded(
            redacted(text), challenge_tokens=failure.challenge_tokens, status=status
        )
    if status == 429:
        return _rate_limited(text or "rate limit", status, moment)
    if status == 404:
        return _not_found(text, status)
    one_line = " ".join(text.split())
    if about == "a group" and _FORBIDDEN.match(one_line):
        return CallRefused("not allowed to change the group", code="not_allowed", status=status)
    for sentence, make in _SENTENCES:
        if sentence.match(one_line):
            return make(one_line, status, moment)
    if status >= 500:
        return _unreachable(text or f"the API server answered {status}", status, moment)
    return CallRefused(redacted(text) or f"the API server answered {status}", status=status)


def _not_found(text: str, status: int) -> SignalApiError:
    if text.startswith("No group"):
        return CallRefused("group not found", code="unknown_group", status=status)
    return CallRefused("not found", code="not_found", status=status)
