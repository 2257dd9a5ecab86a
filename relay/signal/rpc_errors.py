"""From an error of signal-cli's JSON-RPC to the error it means.

Codes are those of `SignalJsonRpcCommandHandler.java` and `JsonRpcResponse.java` in signal-cli. The
sentences are the ones that the API server passes on (`relay.signal.error_mapping`); here the code
comes with them, and what a failed message looked like to each recipient.
"""

from datetime import datetime, timedelta
from typing import Any

from relay.signal.error_mapping import RATE_LIMIT_PAUSE, Failure, map_error, redacted
from relay.signal.errors import (
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    RpcUnreachable,
    SignalApiError,
)
from relay.signal.fields import part_of, parts_of, text_of, whole_of

UNTRUSTED_KEY = -4
RATE_LIMIT = -5
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602

_LONGEST_PAUSE = timedelta(hours=6)


def map_rpc_error(error: Any, *, now: datetime) -> SignalApiError:
    """Return the error that a JSON-RPC error object means, as one about a group.

    Args:
        error: what stands in `error`, whatever it is.
        now: the present moment (aware, UTC), for the moment to try again.
    """
    told = part_of(error)
    code, text = told.get("code"), text_of(told.get("message"))
    if code == METHOD_NOT_FOUND:
        return CallRefused("this release of signal-cli cannot do it", code="no_method")
    if code == INVALID_PARAMS:
        # No account, or another one, is there: `getManagerFromParams`. By the API ours may be.
        return CallRefused("signal-cli does not have the bot's number there")
    if code == UNTRUSTED_KEY:
        return CallRefused("nobody could be reached whose key is trusted", code="untrusted")
    if code == RATE_LIMIT:
        return _limited(told, text, now)
    mapped = map_error(Failure(400, text), about="a group", now=now)
    # What a lane would stand still for has happened behind this socket, not on the way to the API.
    return RpcUnreachable(mapped.reason) if isinstance(mapped, ApiUnreachable) else mapped


def _limited(told: dict[str, Any], text: str, now: datetime) -> SignalApiError:
    """A captcha is wanted where a recipient's result has a token (`JsonSendMessageResult.java`)."""
    results = parts_of(part_of(part_of(told.get("data")).get("response")).get("results"))
    tokens = tuple(token for one in results if (token := text_of(one.get("token"))))
    if tokens:
        return CaptchaNeeded(redacted(text), challenge_tokens=tokens)
    seconds = [whole_of(one.get("retryAfterSeconds")) or 0 for one in results]
    told_pause = timedelta(seconds=min(max(seconds, default=0), _LONGEST_PAUSE.total_seconds()))
    return RateLimited(redacted(text), retry_at=now + max(told_pause, RATE_LIMIT_PAUSE))
