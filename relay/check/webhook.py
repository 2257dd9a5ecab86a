"""Do messages arrive?

Nothing can make Signal send a message to the bot's own phone number from the bot itself, so there
are two honest ways to know. A relay that runs is asked when it last heard from the API. While none
runs, the relay's address can be opened for a while, and somebody sends the bot a message; it is
kept in the store just as the relay keeps it, so that it is answered when the relay starts.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

import aiohttp
from aiohttp import web

from relay.check.findings import Finding, Report
from relay.following.states import FeedState, read_state
from relay.settings import Address, Settings
from relay.signal.fields import part_of
from relay.store import Store
from relay.store.backups import LastBackup
from relay.store.errors import StoreError
from relay.time.clock import BranchTime, SystemClock
from relay.web.webhook import PATH, USER, Webhook

_WHERE = "web.listen"
_HEALTH = "/healthz"
_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


class Listener(Enum):
    """Who answers at the relay's address."""

    NOBODY = "nobody"
    OUR_RELAY = "our relay"
    OTHER_TOKEN = "other token"  # noqa: S105 - not a secret
    SOMETHING_ELSE = "something else"


@dataclass(frozen=True)
class Seen:
    """What is at the relay's address.

    Attributes:
        listener: who answers.
        knows: whether it says when it last heard from the API.
        last_call: when that was, None for never.
        last_backup: the relay's last backup, if it says so.
        clock_slow: by how much the clock was behind that of Signal's servers at the last call.
        unreadable: how many messages could not be read, by their shape.
        feeds: how the feeds are that branches follow.
    """

    listener: Listener
    knows: bool = False
    last_call: datetime | None = None
    last_backup: LastBackup | None = None
    clock_slow: timedelta = timedelta()
    unreadable: Mapping[str, int] = field(default_factory=dict)
    feeds: tuple[FeedState, ...] = ()


async def look(settings: Settings) -> Seen:
    """Find out who answers at the relay's address.

    The webhook is called with our token and an empty notification, which a relay refuses as
    malformed once it has accepted the token; it counts it as no message.
    """
    base = f"http://{_reachable(settings.web.listen)}"
    shown = aiohttp.encode_basic_auth(USER, settings.webhook_token.get_secret_value(), "utf-8")
    login = {"Authorization": shown}
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=False) as session:
            async with session.post(base + PATH, json={}, headers=login) as answer:
                if answer.status == web.HTTPUnauthorized.status_code:
                    return Seen(Listener.OTHER_TOKEN)
                if answer.status != web.HTTPBadRequest.status_code:
                    return Seen(Listener.SOMETHING_ELSE)
            async with session.get(base + _HEALTH, headers=login) as answer:
                health = await answer.json(content_type=None)
    except aiohttp.ClientConnectorError:
        return Seen(Listener.NOBODY)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Seen(Listener.SOMETHING_ELSE)
    return _from_health(health)


async def check_webhook(
    report: Report, settings: Settings, seen: Seen, time: BranchTime, wait: timedelta
) -> AsyncIterator[Finding]:
    """Whether messages arrive.

    Args:
        report: makes the findings.
        settings: what is configured.
        seen: what `look` found.
        time: says when the last message came.
        wait: how long to wait for a message while no relay runs; zero not to.
    """
    if seen.listener is not Listener.NOBODY:
        yield _told_by_listener(report, settings, seen, time)
    elif not wait:
        yield await _can_listen(report, settings)
    else:
        async for finding in _wait_for_message(report, settings, wait):
            yield finding


def _told_by_listener(report: Report, settings: Settings, seen: Seen, time: BranchTime) -> Finding:
    if seen.listener is Listener.OTHER_TOKEN:
        return report.problem(_WHERE, "check-webhook-other-token")
    if seen.listener is Listener.SOMETHING_ELSE:
        return report.problem(_WHERE, "check-webhook-something-else")
    if not seen.knows:
        return report.note(_WHERE, "check-webhook-not-told")
    if seen.last_call is None:
        return report.problem(_WHERE, "check-webhook-silent", listen=_advertised(settings))
    return report.ok(_WHERE, "check-webhook-arrives", when=time.spoken(seen.last_call))


async def _can_listen(report: Report, settings: Settings) -> Finding:
    host, port = settings.web.listen
    try:
        server = await asyncio.start_server(lambda _, writer: writer.close(), host, port)
    except OSError as error:
        return report.problem(_WHERE, "check-webhook-no-listen", reason=_reason(error))
    server.close()
    await server.wait_closed()
    return report.note(_WHERE, "check-webhook-not-seen")


async def _wait_for_message(
    report: Report, settings: Settings, wait: timedelta
) -> AsyncIterator[Finding]:
    seconds = round(wait.total_seconds())
    try:
        with Store(settings.store.path, settings.store_key.get_secret_value()) as store:
            async with _listening(settings, store) as calls:
                yield report.note(_WHERE, "check-webhook-waiting", seconds=seconds)
                await calls.until_message(wait)
    except (StoreError, OSError) as error:
        reason = _reason(error) if isinstance(error, OSError) else type(error).__name__
        yield report.problem(_WHERE, "check-webhook-no-listen", reason=reason)
        return
    if web.HTTPOk.status_code in calls.statuses:
        yield report.ok(_WHERE, "check-webhook-arrived")
    elif web.HTTPUnauthorized.status_code in calls.statuses:
        yield report.problem(_WHERE, "check-webhook-wrong-token", listen=_advertised(settings))
    elif web.HTTPForbidden.status_code in calls.statuses:
        yield report.problem(_WHERE, "check-webhook-other-number")
    else:
        yield report.problem(
            _WHERE, "check-webhook-nothing-came", seconds=seconds, listen=_advertised(settings)
        )


class _Calls:
    """What came in while we listened: the status that each call was answered with."""

    def __init__(self, webhook: Webhook) -> None:
        self.statuses: set[int] = set()
        self._webhook = webhook
        self._message = asyncio.Event()

    async def receive(self, request: web.Request) -> web.Response:
        response = await self._webhook.receive(request)
        self.statuses.add(response.status)
        if response.status == web.HTTPOk.status_code:
            self._message.set()
        return response

    async def until_message(self, wait: timedelta) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(wait.total_seconds()):
                await self._message.wait()


@asynccontextmanager
async def _listening(settings: Settings, store: Store) -> AsyncIterator[_Calls]:
    """Take calls at the relay's address, and keep each message as the relay does."""
    calls = _Calls(
        Webhook(
            store,
            SystemClock(),
            account=settings.signal.number,
            token=settings.webhook_token.get_secret_value(),
            on_group_change=_nothing,
        )
    )
    app = web.Application(client_max_size=settings.web.max_body_bytes)
    app.router.add_post(PATH, calls.receive)
    app.router.add_get(_HEALTH, _alive)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, *settings.web.listen).start()
        yield calls
    finally:
        await runner.cleanup()


async def _alive(_: web.Request) -> web.Response:
    return web.Response(text="checking")


def _nothing() -> None:
    """The relay reads all groups when it starts, so a change now needs no note."""


def _from_health(health: object) -> Seen:
    if not isinstance(health, dict) or "last_call" not in health:
        return Seen(Listener.OUR_RELAY)
    backup = health.get("last_backup")
    try:
        last_call = _moment(health["last_call"])
        last_backup = (
            LastBackup(_moment(backup.get("made_at")), backup.get("failed") is True)
            if isinstance(backup, dict)
            else None
        )
        slow = timedelta(seconds=float(health.get("clock_slow_s", 0)))
    except (ValueError, TypeError, OverflowError):
        return Seen(Listener.OUR_RELAY)
    return Seen(
        Listener.OUR_RELAY,
        knows=True,
        last_call=last_call,
        last_backup=last_backup,
        clock_slow=slow,
        unreadable={
            name: count
            for name, count in part_of(health.get("unreadable")).items()
            if isinstance(count, int)
        },
        feeds=tuple(one for one in map(read_state, _listed(health.get("feeds"))) if one),
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def _reachable(address: Address) -> Address:
    """Where to call a server that listens on all addresses."""
    local = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - not bound here  # nosec B104
    return Address(local.get(address.host, address.host), address.port)


def _advertised(settings: Settings) -> str:
    return str(_reachable(settings.web.listen))


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else type(error).__name__
