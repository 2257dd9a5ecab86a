"""`POST /signal/receive`: an envelope is on disk before Signal's side hears that it arrived.

signal-cli-rest-api forgets a call that is answered with anything but 200 or 201, so those two are
given only after the commit. While the relay stops or cannot write, 503 asks the proxy in front to
hold the call and try again. HAProxy tries again at once, thousands of times a second until it has
no attempt left, so a 503 is given slowly.
"""

import asyncio
import base64
import binascii
import hmac
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiohttp import web

from relay.signal.intake import queue_forgetting
from relay.signal.notification import (
    MalformedNotification,
    Notification,
    OtherLine,
    Receipt,
    SaidInGroup,
    Vote,
    read_notification,
)
from relay.signal.unreadable import has_arrived, keep_unreadable
from relay.store import Store
from relay.store.disk_space import ran_out_of_room
from relay.time.clock import Clock

PATH = "/signal/receive"
"""Where signal-cli-rest-api calls."""

USER = "relay"

_MOST_DIGITS = 20

SECONDS_BEFORE_503 = 0.5
"""How long a call is kept waiting before it is told to come again."""

log = structlog.get_logger(__name__)


class Webhook:
    """Accepts envelopes.

    Args:
        store: where they are kept.
        clock: the time.
        account: the only number whose envelopes are accepted; one that names none is its own.
        token: the password that signal-cli-rest-api shows for the user `relay` (HTTP Basic).
        on_group_change: called when an envelope tells that a group was changed.
        on_withheld: called when signal-cli keeps back what was said, because of a new key.
        on_said_in_group: called with what somebody wrote into a group, outside a transaction.
            Signal's side waits meanwhile.
        on_receipt: called when messages of ours have arrived on somebody's phone; the same.
        on_vote: called with a vote in a poll and whose it is, in the transaction that keeps it.

    Attributes:
        last_call: when it was last called since the start, None for never.
        slow_by: by how much our clock was behind that of Signal's servers at that call. Nothing
            arrives before it was sent; that it arrives late says nothing, it may have been held.
        other_lines: how many lines of signal-cli came that are no notifications, since the start.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        account: str,
        token: str,
        on_group_change: Callable[[], None],
        on_withheld: Callable[[], None] = lambda: None,
        on_said_in_group: Sequence[Callable[[SaidInGroup], None]] = (),
        on_receipt: Callable[[Receipt], None] = lambda _: None,
        on_vote: Callable[[Vote, str], None] = lambda _, __: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._account = account
        self._expected = f"{USER}:{token}".encode()
        self._on_group_change = on_group_change
        self._on_withheld = on_withheld
        self._on_said_in_group = on_said_in_group
        self._on_receipt = on_receipt
        self._on_vote = on_vote
        self._stopping = False
        self._revisions: dict[str, int] = {}
        self.last_call: datetime | None = None
        self.slow_by = timedelta()
        self.other_lines = 0

    def stop(self) -> None:
        """Refuse from now on with 503, so that a proxy holds what comes."""
        self._stopping = True

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one call of signal-cli-rest-api."""
        if not self.authorised(request):
            log.warning("webhook_unauthorised")
            return web.Response(status=401, headers={"WWW-Authenticate": 'Basic realm="relay"'})
        if self._stopping:
            return await come_again()
        try:
            notification = read_notification(_read_json(await request.read()))
        except OtherLine:
            # Up to 0.98 the API server hands on every line: answers to calls, events of its own.
            self.other_lines += 1
            return web.Response(status=200)
        except (ValueError, RecursionError, MalformedNotification) as error:
            log.warning("webhook_malformed", fault=type(error).__name__)
            return web.Response(status=400)
        if notification.account not in ("", self._account):
            log.warning("webhook_other_account")
            return web.Response(status=403)
        return web.Response(status=200) if self._keep(notification) else await come_again()

    def authorised(self, request: web.Request) -> bool:
        """Whether a call shows the token, and nothing else beside it."""
        headers = request.headers.getall("Authorization", [])
        # What stands in front might have looked at another one of several.
        header = headers[0] if len(headers) == 1 else ""
        scheme, _, credentials = header.partition(" ")
        try:
            shown = base64.b64decode(credentials, validate=True)
        except (binascii.Error, ValueError):
            shown = b""
        # Compared in full whatever was shown, so that time tells nothing.
        matches = hmac.compare_digest(shown, self._expected)
        return matches and scheme.lower() == "basic"

    def _keep(self, notification: Notification) -> bool:
        """Whether the envelope is safe: on disk, or of a kind that nobody wants."""
        now = self._clock.now()
        self.last_call = now
        sent = notification.delivered_ms
        behind = 0.0 if sent is None else sent / 1000 - now.timestamp()
        self.slow_by = timedelta(seconds=max(0.0, behind))
        self._pass_on(notification)
        unwanted, vote = notification.unwanted_files, notification.vote
        shape = notification.unreadable
        if not (notification.is_for_us or unwanted or vote is not None or shape):
            return True
        try:
            with self._store.transaction():
                if vote is not None and notification.source is not None:
                    self._on_vote(vote, notification.source)
                if shape and keep_unreadable(self._store, notification, shape, now):
                    log.warning("message_unreadable", shape=shape)
                if self._accept(notification, now):
                    for file in unwanted:
                        queue_forgetting(self._store.outbox, file, now)
        except RecursionError:
            # Nested so deeply that nobody could read it, and it would come again for ever.
            log.warning("webhook_malformed", fault="RecursionError")
            return True
        except Exception as error:
            log.exception(self._why_not_kept(error))
            return False
        return True

    def _pass_on(self, notification: Notification) -> None:
        """Let others know of what they look at, whether the envelope is kept or not."""
        if notification.changes_groups or self._is_later(notification.group_revision):
            self._on_group_change()
        if notification.is_withheld:
            # The same envelope comes again, with what was said.
            self._on_withheld()
        if (said := notification.said_in_group) is not None:
            for hear in self._on_said_in_group:
                try:
                    hear(said)
                except Exception:
                    # Nothing that goes wrong with it keeps an envelope from being taken.
                    log.exception("group_message_fault")
        if (receipt := notification.receipt) is not None:
            try:
                self._on_receipt(receipt)
            except Exception:
                # A number that is too small by one is no reason to hold what comes after it.
                log.exception("receipt_fault")

    def _is_later(self, told: tuple[str, int] | None) -> bool:
        """Whether somebody writes in a group of which they know a later version than was known."""
        if told is None:
            return False
        group, revision = told
        known = self._revisions.setdefault(group, revision)
        self._revisions[group] = max(known, revision)
        return revision > known

    def _why_not_kept(self, error: Exception) -> str:
        full = ran_out_of_room(error, self._store.path)
        return "disk_full" if full else "webhook_commit_failed"

    def _accept(self, notification: Notification, now: datetime) -> bool:
        """Keep what is for us; return whether its files are still to be seen to."""
        if notification.source is None or not notification.is_for_us:
            return True
        has_arrived(self._store, notification)
        return self._store.inbox.accept(
            account=self._account,
            source=notification.source,
            timestamp=notification.timestamp,
            body=notification.params,
            now=now,
        )


def _read_json(data: bytes) -> Any:
    """What a body says; half a surrogate pair, which no database takes, becomes U+FFFD.

    JSON writes such a half as an escape; Python also reads one that is written out in UTF-8, where
    each begins with the byte ED.

    Raises:
        ValueError, RecursionError: it is no JSON, or nested too deeply.
    """
    value = json.loads(data, parse_int=_read_number)
    if b"\\ud" not in data.lower() and b"\xed" not in data:
        return value
    text = json.dumps(value, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _read_number(digits: str) -> int | None:
    """A whole number; None for one that no clock and no count has, however many digits it has.

    The ids of calls go up to 2^64.
    """
    return int(digits) if len(digits) <= _MOST_DIGITS else None


async def come_again() -> web.Response:
    """Answer 503 in a while, so that the proxy in front holds the call and tries again."""
    await asyncio.sleep(SECONDS_BEFORE_503)
    return web.Response(status=503)
