"""The errors that signal-cli answers over JSON-RPC.

Codes are those of `SignalJsonRpcCommandHandler` in signal-cli; texts those of its exceptions.
"""

from typing import Any

USER_ERROR = -1
IO_ERROR = -3
UNTRUSTED_KEY_ERROR = -4
RATE_LIMIT_ERROR = -5
CAPTCHA_REJECTED_ERROR = -6
PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603


class Refusal(Exception):
    """A JSON-RPC error of signal-cli.

    Args:
        text: the error's message.
        code: its JSON-RPC code.
        tokens: for a rate limit, the challenge token of each failed recipient (may be empty texts).
        data: what else the error says; None is `null`.
    """

    def __init__(
        self,
        text: str,
        *,
        code: int = USER_ERROR,
        tokens: tuple[str, ...] = (),
        data: Any = None,
    ) -> None:
        super().__init__(text)
        self.text = text
        self.code = code
        self.tokens = tokens
        self.data = data

    @property
    def as_json(self) -> dict[str, Any]:
        """The JSON-RPC error object."""
        return {"code": self.code, "message": self.text, "data": self.data}


def read_error(error: dict[str, Any]) -> Refusal:
    """The refusal that a JSON-RPC error object stands for.

    Tokens are read as `getRaw` in src/client/jsonrpc2.go reads them: a result without one counts as
    an empty text.
    """
    data = error.get("data")
    results = ((data or {}).get("response") or {}).get("results") or ()
    tokens = tuple(result.get("token") or "" for result in results)
    limited = error["code"] == RATE_LIMIT_ERROR
    return Refusal(
        error["message"], code=error["code"], tokens=tokens if limited else (), data=data
    )


class ApiCrashed(Exception):
    """signal-cli-rest-api is gone; whoever waited for an answer never gets one."""


class ApiPanicked(Exception):
    """signal-cli-rest-api met a fault of its own while it answered; it goes on."""
