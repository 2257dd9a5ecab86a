"""Telling a service outside that the relay is well, so that it rings when it hears nothing.

The address is what services such as healthchecks.io (hosted, or one's own) give out: a call says
that all is well, a call with `/fail` behind it that it is not (https://healthchecks.io/docs/http_api/).
Nothing else is said, and what is answered is not read.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

import aiohttp
import structlog

from relay.settings import Settings
from relay.watch.condition import Condition

FIRST_AFTER = timedelta(seconds=30)
"""When the first call is made after the start: by then the API has been heard, if it is there."""

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_UNSAID = ("Accept", "Accept-Encoding", "User-Agent")

log = structlog.get_logger(__name__)


class Pinger:
    """Calls the service. Nothing that happens there disturbs the relay.

    Args:
        url: of the check, without a slash at its end. Who knows it can keep the alarm from ringing.
        is_well: whether the relay is.
        every: how often.
        first_after: how long after the start the first call is made.

    Attributes:
        heard: whether the last call was taken; None before the first.
    """

    def __init__(
        self,
        url: str,
        is_well: Callable[[], bool],
        every: timedelta,
        first_after: timedelta = FIRST_AFTER,
    ) -> None:
        self.heard: bool | None = None
        self._url = url
        self._is_well = is_well
        self._every = every
        self._first_after = first_after

    async def run(self) -> None:
        """Call for as long as the task lives."""
        await asyncio.sleep(self._first_after.total_seconds())
        while True:
            await self.ping()
            await asyncio.sleep(self._every.total_seconds())

    async def ping(self) -> bool:
        """Call once; return whether the call was taken. Raises nothing."""
        try:
            self.heard = await self._call(self._url if self._is_well() else f"{self._url}/fail")
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            # Only its kind: the text of many of them holds the address.
            log.warning("ping_failed", fault=type(error).__name__)
            self.heard = False
        except Exception:
            log.exception("ping_fault")
            self.heard = False
        return self.heard

    async def _call(self, url: str) -> bool:
        async with (
            aiohttp.ClientSession(
                timeout=_TIMEOUT,
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=_UNSAID,
                trust_env=False,
            ) as session,
            session.get(url, allow_redirects=False) as answer,
        ):
            if answer.status == HTTPStatus.OK:
                return True
            log.warning("ping_refused", status=answer.status)
            return False


def build_pinger(settings: Settings, condition: Condition) -> Pinger | None:
    """Return who calls outside, or None if the settings name nobody to call."""
    if settings.watch_ping_url is None:
        return None
    every = timedelta(minutes=settings.watch.ping_minutes)
    return Pinger(settings.watch_ping_url.get_secret_value(), condition.is_well, every)
