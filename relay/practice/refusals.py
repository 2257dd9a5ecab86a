"""The errors that signal-cli answers over JSON-RPC.

Codes are those of `SignalJsonRpcCommandHandler` in signal-cli; texts those of its exceptions.
"""

USER_ERROR = -1
IO_ERROR = -3
UNTRUSTED_KEY_ERROR = -4
RATE_LIMIT_ERROR = -5
CAPTCHA_REJECTED_ERROR = -6
INVALID_PARAMS = -32602


class Refusal(Exception):
    """A JSON-RPC error of signal-cli.

    Args:
        text: the error's message.
        code: its JSON-RPC code.
        tokens: for a rate limit, the challenge token of each failed recipient (may be empty texts).
    """

    def __init__(self, text: str, *, code: int = USER_ERROR, tokens: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.code = code
        self.tokens = tokens


class ApiCrashed(Exception):
    """signal-cli-rest-api is gone; whoever waited for an answer never gets one."""
