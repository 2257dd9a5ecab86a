"""`/v1/accounts`, `/v1/devices`: the bot's own accounts."""

import secrets
from typing import Any

from aiohttp import web

from practice.outgoing import Forced
from practice.people import NumberSharing
from practice.refusals import Refusal
from practice.rest.call import Body, Call, Denied, answer, empty, rows


class ChallengeBody(Body):
    """The body of POST /v1/accounts/{number}/rate-limit-challenge."""

    challenge_token: str | None = None
    captcha: str | None = None


class SettingsBody(Body):
    """The body of PUT /v1/accounts/{number}/settings."""

    discoverable_by_number: bool | None = None
    share_number: bool | None = None


class UsernameBody(Body):
    """The body of POST /v1/accounts/{number}/username."""

    username: str | None = None


class PinBody(Body):
    """The body of POST /v1/accounts/{number}/pin."""

    pin: str | None = None


class DeviceBody(Body):
    """The body of POST /v1/devices/{number}."""

    uri: str | None = None


async def list_accounts(call: Call) -> web.Response:
    """GET /v1/accounts: the numbers that are registered."""
    before = "Couldn't get list of accounts: "
    try:
        listed = await call.ask(
            "listAccounts", lambda _: [{"number": number} for number in call.world.accounts]
        )
    except Refusal as refusal:
        raise Denied(before + refusal.text, 500) from refusal
    return answer(200, [one["number"] or "" for one in rows(listed, "Account", 500, before)])


async def solve_challenge(call: Call) -> web.Response:
    """POST /v1/accounts/{number}/rate-limit-challenge: 204 once the captcha is lifted."""
    body = call.body(ChallengeBody)
    token, captcha = body.challenge_token, body.captcha
    if not token and call.since("0.99"):
        raise Denied("Couldn't process request - challenge token missing")
    if not captcha and call.since("0.99"):
        raise Denied("Couldn't process request - captcha missing")

    def work(_: Forced) -> dict[str, Any]:
        call.account()
        call.book.solve(token or "", captcha or "")
        return {}

    await call.ask("submitRateLimitChallenge", work)
    return empty()


async def update_settings(call: Call) -> web.Response:
    """PUT /v1/accounts/{number}/settings."""
    body = call.body(SettingsBody)

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        if body.discoverable_by_number is not None:
            account.discoverable = body.discoverable_by_number
        if body.share_number is not None:
            sharing = NumberSharing.SHOWN if body.share_number else NumberSharing.HIDDEN
            account.self_.sharing = sharing
        return {}

    await call.ask("updateAccount", work)
    return empty(201)


async def set_username(call: Call) -> web.Response:
    """POST /v1/accounts/{number}/username: Signal adds a number to the name if it has none.

    The real one drops signal-cli's error and then cannot read the missing answer.
    """
    wanted = call.body(UsernameBody).username or ""

    def work(_: Forced) -> dict[str, str]:
        account = call.account()
        name = wanted if "." in wanted else f"{wanted}.{secrets.randbelow(90) + 10}"
        taken = call.world.find(name)
        if not wanted or (taken and taken is not account.self_):
            raise Refusal("Invalid username: Username is malformed or already taken")
        call.world.rename(account.self_, name)
        account.username_link = "https://signal.me/#eu/" + secrets.token_urlsafe(48)
        return {"username": name, "usernameLink": account.username_link}

    try:
        named = await call.ask("updateAccount", work)
    except Refusal as refusal:
        raise Denied("Couldn't process request - invalid signal-cli response") from refusal
    named = named or {}
    shown = {
        "username": named.get("username") or "",
        "username_link": named.get("usernameLink") or "",
    }
    return answer(201, shown)


async def remove_username(call: Call) -> web.Response:
    """DELETE /v1/accounts/{number}/username."""

    def work(_: Forced) -> dict[str, Any]:
        call.world.rename(call.account().self_, None)
        return {}

    await call.ask("updateAccount", work)
    return empty()


async def set_pin(call: Call) -> web.Response:
    """POST /v1/accounts/{number}/pin."""
    pin = call.body(PinBody).pin

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        if not account.primary:
            raise Refusal("This command doesn't work on linked devices.")
        account.pin = pin
        return {}

    await call.ask("setPin", work)
    return empty(201)


async def remove_pin(call: Call) -> web.Response:
    """DELETE /v1/accounts/{number}/pin."""

    def work(_: Forced) -> dict[str, Any]:
        call.account().pin = None
        return {}

    await call.ask("removePin", work)
    return empty()


async def list_devices(call: Call) -> web.Response:
    """GET /v1/devices/{number}."""

    def work(_: Forced) -> list[dict[str, Any]]:
        now = call.world.clock.now()
        return [
            {"id": device, "name": name, "createdTimestamp": now, "lastSeenTimestamp": now}
            for device, name in call.account().devices.items()
        ]

    listed = await call.ask("listDevices", work, heard_since="0.99")
    return answer(
        200,
        [
            {
                "id": device["id"],
                "name": device["name"] or "",
                "last_seen_timestamp": device["lastSeenTimestamp"],
                "creation_timestamp": device["createdTimestamp"],
            }
            for device in rows(listed, "ListDevicesSignalCliResponse")
        ],
    )


async def add_device(call: Call) -> web.Response:
    """POST /v1/devices/{number}."""
    call.body(DeviceBody)

    def work(_: Forced) -> dict[str, Any]:
        devices = call.account().devices
        devices[max(devices) + 1] = "linked device"
        return {}

    await call.ask("addDevice", work, heard_since="0.99")
    return empty()


async def remove_local_data(call: Call) -> web.Response:
    """DELETE /v1/devices/{number}/local-data: refused while the number is registered."""

    def work(_: Forced) -> dict[str, Any]:
        call.account()
        raise Refusal(
            "Not deleting account, it is still registered. Use --ignore-registered to delete it"
            " anyway."
        )

    await call.ask("deleteLocalAccountData", work)
    return empty()


async def remove_device(call: Call) -> web.Response:
    """DELETE /v1/devices/{number}/{device}."""
    try:
        device = int(call.part("device"))
    except ValueError as error:
        raise Denied("deviceId must be numeric") from error

    def work(_: Forced) -> dict[str, Any]:
        call.account().devices.pop(device, None)
        return {}

    await call.ask("removeDevice", work)
    return empty()
