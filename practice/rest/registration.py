"""`/v1/register`, `/v1/unregister`, `/v1/qrcodelink`: how a number comes to the server."""

import secrets
from typing import Any

from aiohttp import web

from practice.outgoing import Forced
from practice.refusals import INVALID_PARAMS, Refusal
from practice.rest.call import Body, Call, Denied, answer, empty


class RegisterBody(Body):
    """The body of POST /v1/register/{number}."""

    use_voice: bool | None = None
    captcha: str | None = None


class VerifyBody(Body):
    """The body of POST /v1/register/{number}/verify/{token}."""

    pin: str | None = None


class UnregisterBody(Body):
    """The body of POST /v1/unregister/{number}."""

    delete_account: bool | None = None
    delete_local_data: bool | None = None


async def register(call: Call) -> web.Response:
    """POST /v1/register/{number}: 201, and Signal sends a code by SMS or by a call."""
    body = call.optional_body(RegisterBody)
    number = call.number

    def work(_: Forced) -> dict[str, Any]:
        if number in call.world.accounts:
            raise Refusal("Failed to load the given account", code=INVALID_PARAMS)
        call.world.registrar.send_code(number, body.captcha)
        return {}

    try:
        await call.ask("register", work)
    except Refusal as refusal:
        no_sms = not body.use_voice and "(InvalidTransportModeException)" in refusal.text
        if no_sms and call.since("0.99"):
            raise Denied(
                "Couldn't use SMS verification to register the specified number. Wait 60 seconds"
                ' and try again with {"use_voice": true}'
            ) from refusal
        raise
    return empty(201)


async def verify(call: Call) -> web.Response:
    """POST /v1/register/{number}/verify/{token}: unless told otherwise, any six digits will do."""
    body = call.optional_body(VerifyBody)
    number, token = call.number, call.part("token").replace("-", "")

    def work(_: Forced) -> dict[str, Any]:
        call.world.registrar.let_in(number, token, body.pin)
        call.world.add_account(number)
        return {}

    await call.ask("verify", work)
    return empty(201)


async def unregister(call: Call) -> web.Response:
    """POST /v1/unregister/{number}."""
    body = call.optional_body(UnregisterBody)

    def work(_: Forced) -> dict[str, Any]:
        call.world.remove_account(call.account().number)
        return {}

    await call.ask("unregister", work)
    if body.delete_local_data:
        await call.ask("deleteLocalAccountData", lambda _: {})
    return empty()


async def link_uri(call: Call) -> web.Response:
    """GET /v1/qrcodelink/raw: a link for a phone; `World.link` is a phone that scans it."""
    if not call.request.query.get("device_name"):
        raise Denied("Please provide a name for the device")

    def work(_: Forced) -> dict[str, str]:
        uri = (
            f"sgnl://linkdevice?uuid={secrets.token_urlsafe(16)}"
            f"&pub_key={secrets.token_urlsafe(33)}"
        )
        return {"deviceLinkUri": uri}

    try:
        link = await call.ask("startLink", work)
    except Refusal as refusal:
        raise Denied("Couldn't start link: " + refusal.text) from refusal
    return answer(200, {"device_link_uri": link["deviceLinkUri"]})
