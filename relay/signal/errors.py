"""What can go wrong in a call to signal-cli-rest-api.

Every error is a `SignalApiError` and, at the same time, the delivery error that tells a lane what
to do (`relay.delivery.errors`). The reason keeps the API's own words, with every identifier
replaced by "…".
"""

from datetime import datetime

from relay.delivery.errors import DeliveryDelayed, DeliveryError, DeliveryRefused, LaneBlocked

MOST_LOST = 5
"""How often a message is sent whose answers get lost: each time it may have arrived."""
MOST_SLOW = 2
"""The same where the answer took longer than the timeout: then it has probably arrived."""
MOST_FAILED = 15
"""How often a message is tried that Signal takes for nobody: a little over an hour."""

MOST_UNREACHED = 9
"""How often something is tried by a socket that is not there: about eight minutes."""


class SignalApiError(DeliveryError):
    """Base of every failed call.

    `status` is the HTTP status of the answer, or None where there was none.
    """

    status: int | None = None


class ApiUnreachable(SignalApiError, LaneBlocked):
    """The call did no harm and may be made again: it never reached the server, or only asked."""

    def __init__(
        self, reason: str, *, retry_at: datetime | None, status: int | None = None
    ) -> None:
        LaneBlocked.__init__(self, "unreachable", reason, retry_at=retry_at)
        self.status = status


class RpcUnreachable(SignalApiError, DeliveryDelayed):
    """signal-cli's own socket is not there, or only a question to it got no answer.

    It blocks no lane: what goes by the API server is none the worse. What is to go by the socket is
    tried for some minutes and then given up, because the group's other messages wait behind it.
    """

    def __init__(self, reason: str) -> None:
        DeliveryDelayed.__init__(self, reason, most_attempts=MOST_UNREACHED)


class AnswerLost(SignalApiError, DeliveryDelayed):
    """The call was written to the server and no answer came: it may or may not have been done.

    Making it again can send a message a second time, so it is made again a few times at most.
    """

    def __init__(
        self, reason: str, *, most_attempts: int = MOST_LOST, status: int | None = None
    ) -> None:
        DeliveryDelayed.__init__(self, reason, most_attempts=most_attempts)
        self.status = status


class SendFailed(SignalApiError, DeliveryDelayed):
    """Signal took the message for nobody, for a reason that may pass, such as a network failure.

    `most_attempts` is given where the reason may as well be that the recipient has left Signal.
    """

    def __init__(
        self, reason: str, *, most_attempts: int | None = None, status: int | None = None
    ) -> None:
        DeliveryDelayed.__init__(self, reason, most_attempts=most_attempts)
        self.status = status


class CaptchaNeeded(SignalApiError, LaneBlocked):
    """Signal wants a captcha before it takes more. Without tokens, the server lost them."""

    def __init__(
        self, reason: str, *, challenge_tokens: tuple[str, ...] = (), status: int | None = None
    ) -> None:
        LaneBlocked.__init__(self, "captcha", reason, challenge_tokens=challenge_tokens)
        self.status = status


class RateLimited(SignalApiError, LaneBlocked):
    """Signal takes no more for a while. The server does not pass on for how long."""

    def __init__(self, reason: str, *, retry_at: datetime, status: int | None = None) -> None:
        LaneBlocked.__init__(self, "rate_limited", reason, retry_at=retry_at)
        self.status = status


class AccountUnusable(SignalApiError, LaneBlocked):
    """The bot's number is not registered with the server, or no longer with Signal."""

    def __init__(self, reason: str, *, retry_at: datetime, status: int | None = None) -> None:
        LaneBlocked.__init__(self, "signed_out", reason, retry_at=retry_at)
        self.status = status


class CallRefused(SignalApiError, DeliveryRefused):
    """The server will not do this, however often it is asked.

    `code` is one of `unknown_group`, `not_a_member`, `not_allowed`, `unregistered`, `untrusted`,
    `captcha_rejected`, `not_found`, `too_large`, one of those that `relay.signal.registration`
    names, `bad_answer` (we cannot read what it answered to a question), `no_method` (an older
    signal-cli lacks what it was asked for by its own socket) or `refused` for everything else.
    """

    def __init__(self, reason: str, *, code: str = "refused", status: int | None = None) -> None:
        DeliveryRefused.__init__(self, reason, code=code)
        self.status = status
