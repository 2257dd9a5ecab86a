"""One HTTP call to the stand-in, and the forms its answers take."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from aiohttp import web
from pydantic import BaseModel, ConfigDict

from practice.faults import Fault, FaultBook
from practice.outgoing import Forced
from practice.people import Account
from practice.refusals import INVALID_PARAMS, UNTRUSTED_KEY_ERROR, Refusal
from practice.releases import OLDEST, Release, since
from practice.signal_cli import SignalCli
from practice.world import World

NOTHING: Any = object()
"""What is left of an answer whose error was dropped."""

_UNTRUSTED = "Unable to complete request due to untrusted recipient keys"

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")

B = TypeVar("B", bound="Body")


class Body(BaseModel):
    """A request body, read as Go's JSON decoder reads it: strict types, unknown fields ignored."""

    model_config = ConfigDict(strict=True, extra="ignore")


def _decoded(raw: bytes) -> Any:
    """A body as Go decodes it: `null` leaves everything as it is, half a surrogate pair is U+FFFD.

    Raises:
        ValueError: it is not JSON.
    """

    def no_number(text: str) -> float:
        raise ValueError(text)

    value = json.loads(raw, parse_constant=no_number)
    return {} if value is None else _whole(value)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF_A_PAIR.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return {key: _whole(item) for key, item in value.items()} if isinstance(value, dict) else value


class Denied(Exception):
    """An error answer of the REST API itself.

    Args:
        status: the HTTP status.
        text: what stands in `error`.
        content_type: gin answers a body that it cannot read with the header already written.
    """

    def __init__(self, text: str, status: int = 400, content_type: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.status = status
        self.content_type = content_type


def dumps(value: Any) -> str:
    """JSON as Go writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for plain in "<>&":
        text = text.replace(plain, f"\\u{ord(plain):04x}")
    return text


def answer(status: int, value: Any) -> web.Response:
    """An answer in JSON."""
    headers = {"Content-Type": "application/json; charset=utf-8"}
    return web.Response(status=status, body=dumps(value).encode(), headers=headers)


def empty(status: int = 204) -> web.Response:
    """An answer without a body."""
    return web.Response(status=status)


def not_found() -> web.Response:
    """The answer where no path leads: gin's."""
    headers = {"Content-Type": "text/plain"}
    return web.Response(status=404, body=b"404 page not found", headers=headers)


def denial(error: Denied) -> web.Response:
    """The answer to a call that the REST API refuses."""
    response = answer(error.status, {"error": error.text})
    if error.content_type:
        response.headers["Content-Type"] = error.content_type
    return response


@dataclass(frozen=True)
class Call:
    """A call being answered.

    Args:
        request: the HTTP request.
        raw: its body.
        faults: what a test put in this call's way.
    """

    request: web.Request
    raw: bytes
    faults: tuple[Fault, ...]
    signal_cli: SignalCli
    book: FaultBook

    @property
    def world(self) -> World:
        """The practice Signal."""
        return self.signal_cli.world

    def part(self, name: str) -> str:
        """A variable part of the path, such as `number`."""
        return unquote(self.request.match_info[name])

    @property
    def number(self) -> str:
        """The account's number in the path."""
        return self.part("number")

    def account(self, number: str | None = None) -> Account:
        """The account that signal-cli acts for.

        Raises:
            Refusal: no such account; call this inside the work given to `ask`.
        """
        account = self.world.accounts.get(self.number if number is None else number)
        if account is None:
            raise Refusal("Specified account does not exist", code=INVALID_PARAMS)
        return account

    def flag(self, name: str) -> str:
        """A query parameter that must be `true` or `false`; `false` if missing."""
        value = self.request.query.get(name, "false")
        if value not in ("true", "false"):
            raise Denied(
                f"Couldn't process request - {name} parameter needs to be either 'true' or 'false'"
            )
        return value

    def body(self, model: type[B]) -> B:
        """The request's body.

        Raises:
            Denied: it is not JSON of that shape.
        """
        try:
            return model.model_validate(_decoded(self.raw))
        except ValueError as error:
            raise Denied(
                "Couldn't process request - invalid request",
                content_type="text/plain; charset=utf-8",
            ) from error

    def optional_body(self, model: type[B]) -> B:
        """The request's body, or its defaults when there is none."""
        if not self.raw:
            return model()
        try:
            return model.model_validate(_decoded(self.raw))
        except ValueError as error:
            raise Denied("Couldn't process request - invalid request.") from error

    @property
    def release(self) -> Release:
        """The release that is played."""
        return self.signal_cli.tuning.release

    def since(self, first: Release) -> bool:
        """Whether the release that is played is `first` or came after it."""
        return since(self.release, first)

    async def ask(
        self, method: str, work: Callable[[Forced], Any], *, heard_since: Release = OLDEST
    ) -> Any:
        """Lets signal-cli do something.

        Args:
            method: of the JSON-RPC call.
            work: what signal-cli does in the world; returns its result as JSON.
            heard_since: the first release that passes on an error here. Older ones drop it (a
                shadowed variable) and go on as if signal-cli had answered nothing at all.

        Returns:
            The result; NOTHING where the error was dropped.

        Raises:
            Refusal: it answered with an error; an untrusted key in the newest release's own words.
            ApiCrashed: there is nobody left to answer.
        """
        try:
            return await self.signal_cli.call(method, work, self.faults)
        except Refusal as refusal:
            if not self.since(heard_since):
                return NOTHING
            if refusal.code == UNTRUSTED_KEY_ERROR and self.since("0.101-dev"):
                raise Refusal(_UNTRUSTED, code=refusal.code) from refusal
            raise


def rows(result: Any, go_type: str, status: int = 400, before: str = "") -> list[Any]:
    """A result that has to be a list, as Go's decoder takes it.

    Args:
        result: what `Call.ask` returned.
        go_type: the type of one row, for the error.
        status, before: of the answer where it is none: its status, and what its text begins with.

    Raises:
        Denied: it is no list.
    """
    if result is NOTHING:
        raise Denied(before + "unexpected end of JSON input", status)
    if result is None:
        return []
    if not isinstance(result, list):
        text = f"json: cannot unmarshal object into Go value of type []client.{go_type}"
        raise Denied(before + text, status)
    return result


def timestamp_in(result: Any) -> str:
    """The timestamp of a result, as the API writes it: a text, `0` where there is none."""
    return str((result or {}).get("timestamp") or 0)
