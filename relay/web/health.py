"""Whether the relay lives, and whether it can do its work."""

from collections.abc import Callable
from datetime import datetime, timedelta

from aiohttp import web

from relay.following.states import feed_states
from relay.following.tables import FollowedFeeds
from relay.store import Store
from relay.store.disk_space import has_room
from relay.time.clock import Clock

STUCK_AFTER = timedelta(minutes=5)
"""An envelope that waits longer than this means that conversations do not run."""

UNSEEN_AFTER = timedelta(minutes=10)
"""An API server that has not answered for longer than this counts as gone."""


class Health:
    """Answers health checks. `api_seen` is set whenever the API server answers a call.

    Args:
        store: what is looked at.
        clock: the time.
        last_call: when the webhook was last called since the start, or None.
        slow_by: by how much our clock was behind Signal's then.

    Attributes:
        api_seen: when the API server last answered, or None.
        settings_read: when the settings that hold were read.
        settings_refused: when those in the file were last refused since then, or None.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        last_call: Callable[[], datetime | None] = lambda: None,
        slow_by: Callable[[], timedelta] = timedelta,
    ) -> None:
        self._store = store
        self._clock = clock
        self._last_call = last_call
        self.slow_by = slow_by
        self.api_seen: datetime | None = None
        self.settings_read = clock.now()
        self.settings_refused: datetime | None = None

    def see_api(self) -> None:
        """Note that the API server has just answered."""
        self.api_seen = self._clock.now()

    def refuse_settings(self) -> None:
        """Note that the settings in the file cannot be used, and that those from before hold."""
        self.settings_refused = self._clock.now()

    def checks(self) -> dict[str, bool]:
        """Return what is well and what is not: `store`, `disk`, `api`, `inbox`."""
        now = self._clock.now()
        oldest = self._store.inbox.oldest_waiting()
        return {
            "store": self._store.intact(),
            "disk": has_room(self._store.path),
            "api": self.api_seen is not None and now - self.api_seen < UNSEEN_AFTER,
            "inbox": oldest is None or now - oldest < STUCK_AFTER,
        }

    def last_envelope(self) -> datetime | None:
        """Return when Signal's side last called, also before the start; None for never."""
        return self._last_call() or self._store.inbox.last_received()

    async def live(self, _: web.Request) -> web.Response:
        """Answer 200: the process runs and its loop turns."""
        return web.json_response({"live": True})

    async def ready(self, _: web.Request) -> web.Response:
        """Answer 200 when everything is well, else 503 with what is not."""
        checks = self.checks()
        ready = all(checks.values())
        last = self.last_envelope()
        body = {
            "live": True,
            "ready": ready,
            "checks": checks,
            "last_call": None if last is None else last.isoformat(),
            "clock_slow_s": round(self.slow_by().total_seconds()),
            "last_backup": self._last_backup(),
            "unreadable": {shape.name: shape.count for shape in self._store.unreadable.shapes()},
            "feeds": [one.as_json() for one in feed_states(self._store[FollowedFeeds])],
            "settings": {
                "read": self.settings_read.isoformat(),
                "refused": self.settings_refused and self.settings_refused.isoformat(),
            },
        }
        return web.json_response(body, status=200 if ready else 503)

    def _last_backup(self) -> dict[str, str | bool | None]:
        last = self._store.backups.latest()
        return {
            "made_at": None if last.made_at is None else last.made_at.isoformat(),
            "failed": last.failed,
        }
