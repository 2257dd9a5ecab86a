"""What every failed answer that was recorded means, in every release.

A text that none of these rows knows is a text that nobody has thought about.
"""

from typing import cast

import pytest
from recordings import RELEASES, Case, cases, endpoints

from relay.signal.error_mapping import map_error, read_failure
from relay.signal.errors import (
    AccountUnusable,
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    SendFailed,
    SignalApiError,
)
from relay.signal.transport import Call, Method

Meaning = tuple[type[SignalApiError], str]


def refused(code: str = "refused") -> Meaning:
    return CallRefused, code


FORBIDDEN = (
    "Failed to send message: StatusCode: 403",
    "Failed to send message: [403] Authorization failed!",
)

MEANINGS: dict[str, Meaning] = {
    **dict.fromkeys(FORBIDDEN, (AccountUnusable, "")),
    "Specified account does not exist": (AccountUnusable, ""),
    "Method requires account parameter": (AccountUnusable, ""),
    "Couldn't get list of accounts: Rate limit reached": (RateLimited, ""),
    "Couldn't get list of accounts": (ApiUnreachable, ""),
    "Couldn't delete attachment": (ApiUnreachable, ""),
    "Couldn't read attachment": (ApiUnreachable, ""),
    "Account is already registered": refused("already_registered"),
    "Failed to load the given account": refused("already_registered"),
    "Captcha rejected": refused("captcha_rejected"),
    "Invalid captcha given": refused("captcha_rejected"),
    "Submit challenge error": refused("captcha_rejected"),
    "Verify error: No registration": refused("code_expired"),
    "Verify error: StatusCode: 403": refused("wrong_code"),
    "Verify error: [409]": refused("wrong_code"),
    "Verify error: [429]": (RateLimited, ""),
    "Verification failed! This number is locked": refused("pin_locked"),
    "Verification failed! Invalid pin": refused("pin_wrong"),
    "Account is pin locked": refused("pin_lost"),
    "Couldn't use SMS verification": refused("try_voice"),
    "Failed to register: Invalid verification method": refused("sms_first"),
    "User is not a member in group": refused("not_a_member"),
    "Failed to send to group: User is not a member": refused("not_a_member"),
    "User is not allowed to send message": refused("not_allowed"),
    "Failed to send to group: User is not allowed": refused("not_allowed"),
    "Group not found": refused("unknown_group"),
    "Failed to send to group: Group not found": refused("unknown_group"),
    "No group with that": refused("unknown_group"),
    "Invalid Signal group size": refused("unknown_group"),
    "Invalid group id": refused("unknown_group"),
    "Invalid identifier": refused("unknown_group"),
    "The user ": refused("unregistered"),
    "Failed to send message due to untrusted": refused("untrusted"),
    "Unable to complete request due to untrusted": refused("untrusted"),
    "404 page not found": refused("not_found"),
    "No attachment with that name": refused("not_found"),
    "No contact with that id": refused("not_found"),
    "No user with that id": refused("not_found"),
    "Captcha required for verification": (CaptchaNeeded, ""),
    "Failed to send message: StatusCode: 428": (CaptchaNeeded, ""),
    "Failed to send message due to rate limiting": (RateLimited, ""),
    "Failed to send message: StatusCode: 413": (RateLimited, ""),
    "Failed to send message: [429]": (RateLimited, ""),
    "Rate limit reached": (RateLimited, ""),
    "Failed to send message": (SendFailed, ""),
}
"""By how the server's text begins; of several, the longest."""

OURS = (
    *("'view_once' can only", "A signal message cannot", "Couldn't process request"),
    *("Couldn't decode base64", "Couldn't set ", "Couldn't start link", "Invalid device link"),
    *(
        "Failed to register: StatusCode",
        "Failed to register: The number",
        "Failed to set the trust",
    ),
    *(
        "Failed to register: timeout",
        "Invalid group link",
        "Invalid index",
        "Invalid send messages",
    ),
    *("Invalid trust mode", "Link Preview", "Method not implemented", "No avatar found."),
    *("No recipients given", "Not deleting account", "Please provide", "Poll ", "Quote author"),
    *("Safety number has invalid", "Sending empty message", "Signal Messenger", "The base64 data"),
    *("This command doesn't work", "You need to specify", "deviceId must", "illegal base64"),
    *("open <tmp>", "Bad Request", "Cannot invoke", "json: cannot", "unexpected end of JSON"),
)
"""What no further try could mend."""

NO_TEXT: dict[int, Meaning] = {400: refused(), 404: refused("not_found"), 500: (ApiUnreachable, "")}


def meaning(case: Case, text: str) -> Meaning:
    """What a failed answer should mean."""
    assert case.status is not None
    if case.method != "GET" and case.endpoint.startswith("groups-") and text.startswith(FORBIDDEN):
        # Who is no admin hears the same words as who has lost the account.
        return refused("not_allowed")
    if case.status == 429:
        tokens = (case.json or {}).get("challenge_tokens")
        return (CaptchaNeeded, "") if any(tokens or ()) else (RateLimited, "")
    if not text:
        return NO_TEXT[case.status]
    if case.status == 404 and not text.startswith("No group"):
        return refused("not_found")
    known = max((start for start in MEANINGS if text.startswith(start)), key=len, default=None)
    if known is not None:
        return MEANINGS[known]
    assert text.startswith(OURS), (case.endpoint, case.name, text)
    # A question that fails is asked again; whatever else fails so, fails again.
    return (ApiUnreachable, "") if case.status >= 500 else refused()


@pytest.mark.parametrize("release", RELEASES)
def test_every_failed_answer_means_what_it_should(release: str) -> None:
    seen = 0
    for endpoint in endpoints():
        for case in cases(release, endpoint):
            if case.status is None or case.status < 400:
                continue
            failure = read_failure(case.status, case.content)
            path = tuple(case.path.strip("/").split("/"))
            call = Call(cast("Method", case.method), path, timeout=1)
            error = map_error(failure, about=call.subject)
            code = error.code if isinstance(error, CallRefused) else ""
            assert (type(error), code) == meaning(case, failure.text), (endpoint, case.name)
            seen += 1
    assert seen > 200
