"""Does every branch's Bluesky account let us in?"""

from collections.abc import AsyncIterator
from http import HTTPStatus

import aiohttp

from relay.check.findings import Finding, Report
from relay.settings import BlueskyAccount, Settings

_TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


async def check_bluesky(report: Report, settings: Settings) -> AsyncIterator[Finding]:
    """Sign in once for each account, and out again; nothing is posted or read."""
    async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session:
        for branch in settings.branches:
            if branch.bluesky is None:
                continue
            where = f"branches[{branch.slug}].bluesky"
            password = settings.bluesky[branch.slug].get_secret_value()
            yield await _sign_in(report, session, where, branch.bluesky, password)


async def _sign_in(
    report: Report,
    session: aiohttp.ClientSession,
    where: str,
    account: BlueskyAccount,
    password: str,
) -> Finding:
    server = f"{account.service}/xrpc/com.atproto.server"
    try:
        async with session.post(
            f"{server}.createSession", json={"identifier": account.handle, "password": password}
        ) as answer:
            status = answer.status
            body = await answer.json(content_type=None)
        token = body.get("refreshJwt") if isinstance(body, dict) else None
        if status == HTTPStatus.OK and isinstance(token, str):
            headers = {"Authorization": f"Bearer {token}"}
            async with session.post(f"{server}.deleteSession", headers=headers):
                return report.ok(where, "check-bluesky-fine", handle=account.handle)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return report.problem(where, "check-bluesky-unreachable", service=account.service)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return report.note(where, "check-bluesky-too-many", handle=account.handle)
    if status in _REFUSED:
        return report.problem(where, "check-bluesky-refused", handle=account.handle)
    return report.problem(where, "check-bluesky-unreachable", service=account.service)
