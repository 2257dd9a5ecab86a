"""Does a branch's Bluesky account let us in?"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import aiohttp

from relay.check.findings import Finding, Report
from relay.destinations.bluesky.bridge import (
    BridgedAccount,
    BridgeNotFound,
    Bridging,
    fediverse_name,
)
from relay.destinations.bluesky.settings import BlueskyAccount
from relay.destinations.bluesky.signing_in import AccountAway, signing_in
from relay.destinations.kind import AccountSettings

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
    try:
        async with signing_in(table.service, table.handle, account.secret) as opened:
            status = opened.status
            if opened.is_open:
                sentence = await _fediverse(opened.http, table, opened.said)
                name = fediverse_name(table.handle)
                return report.ok(where, sentence, handle=table.handle, name=name)
    except AccountAway:
        return report.problem(where, "check-bluesky-unreachable", service=table.service)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return report.note(where, "check-bluesky-too-many", handle=table.handle)
    if status in _REFUSED:
        return report.problem(where, "check-bluesky-refused", handle=table.handle)
    return report.problem(where, "check-bluesky-unreachable", service=table.service)


async def _fediverse(
    http: aiohttp.ClientSession, table: BlueskyAccount, opened: Mapping[str, Any]
) -> str:
    """The sentence on an account that opens: whether it asks for the bridge to the fediverse."""
    token, did = str(opened.get("accessJwt")), str(opened.get("did"))
    try:
        return _SAID[await BridgedAccount(http, table.service, did, token).bridging()]
    except (AccountAway, BridgeNotFound):
        return "check-bluesky-fine"
