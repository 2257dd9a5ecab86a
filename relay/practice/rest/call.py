"""One HTTP call to the stand-in, and the forms its answers take."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from aiohttp import web
from pydantic import BaseModel, ConfigDict, ValidationError

from relay.practice.faults import Fault, FaultBook
from relay.practice.outgoing import Forced
from relay.practice.people import Account
from relay.practice.refusals import INVALID_PARAMS, UNTRUSTED_KEY_ERROR, Refusal
from relay.practice.signal_cli import SignalCli
from relay.practice.world import World

T = TypeVar("T")
B = TypeVar("B", bound="Body")


class Body(BaseModel):
    """A request body, read as Go's JSON decoder reads it: strict types, unknown fields ignored."""

    model_config = ConfigDict(strict=True, extra="ignore")


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
            return model.model_validate_json(self.raw)
        except ValidationError as error:
            raise Denied(
                "Couldn't process request - invalid request",
                content_type="text/plain; charset=utf-8",
            ) from error

    def optional_body(self, model: type[B]) -> B:
        """The request's body, or its defaults when there is none."""
        if not self.raw:
            return model()
        try:
            return model.model_validate_json(self.raw)
        except ValidationError as error:
            raise Denied("Couldn't process request - invalid request.") from error

    async def ask(self, work: Callable[[Forced], T]) -> T:
        """Lets signal-cli do something.

        Raises:
            Refusal: it answered with an error; an untrusted key in the REST API's own words.
            ApiCrashed: there is nobody left to answer.
        """
        try:
            return await self.signal_cli.call(work, self.faults)
        except Refusal as refusal:
            if refusal.code == UNTRUSTED_KEY_ERROR and self.signal_cli.tuning.release != "0.100":
                text = "Unable to complete request due to untrusted recipient keys"
                raise Refusal(text, code=refusal.code) from refusal
            raise
