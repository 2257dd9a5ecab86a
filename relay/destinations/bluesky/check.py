"""Does a branch's Bluesky account let us in?"""

from http import HTTPStatus
from typing import Any

import aiohttp

from relay.check.findings import Finding, Report
from relay.destinations.bluesky.bridge import (
    AccountAway,
    BridgedAccount,
    BridgeNotFound,
    Bridging,
    fediverse_name,
)
from relay.destinations.bluesky.settings import BlueskyAccount
from relay.destinations.kind import AccountSettings

_TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
_SAID = {
    Bridging.ASKED_FOR: "check-bluesky-bridged",
    Bridging.ENDED: "check-bluesky-not-bridged",
    Bridging.NOT_ASKED_FOR: "check-bluesky-not-bridged",
}
_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


async def check_account(
    report: Report, where: str, account: AccountSettings[BlueskyAccount]
) -> Finding:
    """Sign in once, and out again; nothing is posted, and only whom the account follows is read."""
    table = account.table
    server = f"{table.service}/xrpc/com.atproto.server"
    login = {"identifier": table.handle, "password": account.secret}
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session:
            async with session.post(f"{server}.createSession", json=login) as answer:
                status = answer.status
                body = await answer.json(content_type=None)
            token = body.get("refreshJwt") if isinstance(body, dict) else None
            if status == HTTPStatus.OK and isinstance(token, str):
                headers = {"Authorization": f"Bearer {token}"}
                sentence = await _fediverse(session, table, body)
                async with session.post(f"{server}.deleteSession", headers=headers):
                    name = fediverse_name(table.handle)
                    return report.ok(where, sentence, handle=table.handle, name=name)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return report.problem(where, "check-bluesky-unreachable", service=table.service)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return report.note(where, "check-bluesky-too-many", handle=table.handle)
    if status in _REFUSED:
        return report.problem(where, "check-bluesky-refused", handle=table.handle)
    return report.problem(where, "check-bluesky-unreachable", service=table.service)


async def _fediverse(http: aiohttp.ClientSession, table: BlueskyAccount, opened: Any) -> str:
    """The sentence on an account that opens: whether it asks for the bridge to the fediverse."""
    token, did = str(opened.get("accessJwt")), str(opened.get("did"))
    try:
        return _SAID[await BridgedAccount(http, table.service, did, token).bridging()]
    except (AccountAway, BridgeNotFound):
        return "check-bluesky-fine"
