"""What can go wrong while delivering, in the three ways a lane treats differently.

Every adapter (Signal, Bluesky) raises these and nothing else for a failed delivery, so that a lane
needs to know no protocol. Texts given here are shown to admins and kept in the store: they must
hold no message text, phone number or account id of anybody.
"""

from datetime import datetime


class DeliveryError(Exception):
    """Base of every failed delivery.

    Its text is for admins and the encrypted store, not for logs: another server's sentence may hold
    somebody's name, which nothing can recognise. Logs get its class and its cause or code.
    """


class DeliveryDelayed(DeliveryError):
    """This delivery failed for now; the lane tries it again and goes on with others.

    Args:
        reason: what the other side said, in one line.
        retry_at: the earliest useful moment (aware, UTC), or None to let the lane choose.
        most_attempts: after how many the delivery is given up, or None to let the lane choose.
    """

    def __init__(
        self,
        reason: str,
        *,
        retry_at: datetime | None = None,
        most_attempts: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_at = retry_at
        self.most_attempts = most_attempts


class DeliveryRefused(DeliveryError):
    """This delivery can never succeed as it is; the lane gives it up and tells who asked for it.

    Args:
        reason: what the other side said, in one line.
        code: which kind of refusal, for choosing the words that explain it to a person.
    """

    def __init__(self, reason: str, *, code: str = "refused") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class LaneBlocked(DeliveryError):
    """Nothing can pass on this lane until `retry_at`, or until a person acts.

    Args:
        cause: `captcha` (Signal wants one), `signed_out` (the password was revoked), `rate_limited`
            or `unreachable`.
        reason: what the other side said, in one line.
        retry_at: when to look again (aware, UTC); None where only a person can lift it.
        challenge_tokens: for `captcha`, the tokens that the solution must be sent with.
    """

    def __init__(
        self,
        cause: str,
        reason: str,
        *,
        retry_at: datetime | None = None,
        challenge_tokens: tuple[str, ...] = (),
    ) -> None:
        super().__init__(reason)
        self.cause = cause
        self.reason = reason
        self.retry_at = retry_at
        self.challenge_tokens = challenge_tokens
