"""Does a branch's Bluesky account let us in?"""

from http import HTTPStatus

import aiohttp

from relay.check.findings import Finding, Report
from relay.destinations.bluesky.settings import BlueskyAccount
from relay.destinations.kind import AccountSettings

_TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


async def check_account(
    report: Report, where: str, account: AccountSettings[BlueskyAccount]
) -> Finding:
    """Sign in once, and out again; nothing is posted or read."""
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
                async with session.post(f"{server}.deleteSession", headers=headers):
                    return report.ok(where, "check-bluesky-fine", handle=table.handle)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return report.problem(where, "check-bluesky-unreachable", service=table.service)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return report.note(where, "check-bluesky-too-many", handle=table.handle)
    if status in _REFUSED:
        return report.problem(where, "check-bluesky-refused", handle=table.handle)
    return report.problem(where, "check-bluesky-unreachable", service=table.service)
