"""All checks, in the order in which a host would mend what they find."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from relay.check.answers import check_answers
from relay.check.backups import check_backups
from relay.check.certificate import check_certificate
from relay.check.clock import check_clock
from relay.check.contact_lists import check_contact_lists
from relay.check.data_protection import check_data_protection
from relay.check.disk import check_disks
from relay.check.feeds import check_feeds
from relay.check.findings import Finding, Report, from_problem
from relay.check.helplines import check_helplines
from relay.check.key_records import check_key_records
from relay.check.moderators import check_moderators
from relay.check.permissions import check_permissions
from relay.check.rpc import check_rpc
from relay.check.secrets import check_secrets
from relay.check.signal import NUMBER, ask_api, check_account, client_for
from relay.check.store import Past, check_store
from relay.check.versions import check_release, check_version
from relay.check.webhook import Listener, Seen, check_webhook, look
from relay.check.wording import check_wording
from relay.destinations.registry import accounts
from relay.following.puller import feed_fetcher
from relay.following.states import FeedState
from relay.language.words import Words
from relay.settings import Settings, SettingsError, load_settings
from relay.signed_feed.standing_keys import standing_keys
from relay.store import StoreError
from relay.time.clock import BranchTime, Clock, SystemClock


async def findings(
    config: Path, environ: Mapping[str, str], wait: timedelta
) -> AsyncIterator[Finding]:
    """Look at everything and tell it as it is found.

    Args:
        config: the settings file.
        environ: the environment.
        wait: how long to wait for a message while no relay runs; zero not to.
    """
    try:
        settings = load_settings(config, environ)
    except SettingsError as error:
        for problem in error.problems:
            yield from_problem(problem)
        yield Report(Words()).note(str(config), "check-rest-later")
        return
    words = Words(settings.locale, settings.wording.folder)
    report = Report(words)
    yield report.ok(str(config), "check-settings-fine")
    for finding in _this_computer(report, settings, words, environ):
        yield finding
    clock = SystemClock()
    seen = await look(settings)
    yield await check_clock(report, settings, clock.now, seen.clock_slow)
    store, past = check_store(report, settings)
    yield store
    time = BranchTime(settings.timezone, words, clock)
    for finding in _past(report, settings, past, seen, time):
        yield finding
    # First of all calls: while a message is held for the relay, the API answers nothing else.
    async for finding in check_webhook(report, settings, seen, time, wait):
        yield finding
    async for finding in _signal(report, settings, words, seen, clock):
        yield finding
    feeds = seen.feeds if past is None else past.feeds
    async for finding in _outside(report, settings, feeds, time, clock):
        yield finding


async def _outside(
    report: Report,
    settings: Settings,
    feeds: Sequence[FeedState],
    time: BranchTime,
    clock: Clock,
) -> AsyncIterator[Finding]:
    """Look at what is elsewhere: public places, feeds of others, and how the pages are seen."""
    for branch, kind, account in accounts(settings):
        yield await kind.check(report, f"branches[{branch.slug}].{kind.name}", account)
    async for finding in check_feeds(report, feeds, time, feed_fetcher(settings, clock)):
        yield finding
    if settings.web.public_url is not None:
        yield await check_certificate(report, settings.web.public_url, clock.now())
        async for finding in _keys(report, settings):
            yield finding


def _past(
    report: Report, settings: Settings, past: Past | None, seen: Seen, time: BranchTime
) -> Iterator[Finding]:
    if past is not None and past.last_message is not None:
        yield report.ok("web.listen", "check-last-message", when=time.spoken(past.last_message))
    for shape, count in (past.unreadable if past else seen.unreadable).items():
        yield report.note("signal.api_url", "check-unreadable", count=count, shape=shape)
    yield from check_moderators(report, settings, past.moderators if past else None)
    yield from check_contact_lists(report, settings)
    yield check_backups(report, settings, past.last_backup if past else seen.last_backup, time)


async def _keys(report: Report, settings: Settings) -> AsyncIterator[Finding]:
    try:
        keys = await standing_keys(settings)
    except (StoreError, OSError):
        # That it does not open was said before.
        return
    async for finding in check_key_records(report, settings, keys):
        yield finding


async def _signal(
    report: Report, settings: Settings, words: Words, seen: Seen, clock: Clock
) -> AsyncIterator[Finding]:
    async with client_for(settings) as client:
        api, version = await ask_api(report, client)
        yield api
        if version is not None:
            yield check_version(report, version, clock.now().date())
            for finding in check_release(report, version):
                yield finding
        async for finding in check_rpc(report, settings, client):
            yield finding
        if seen.listener is not Listener.NOBODY:
            yield report.note(NUMBER, "check-signal-left-alone")
        elif version is not None:
            async for finding in check_account(report, settings, words, client):
                yield finding


def _this_computer(
    report: Report, settings: Settings, words: Words, environ: Mapping[str, str]
) -> Iterator[Finding]:
    yield from check_wording(report, words, settings.wording.folder)
    yield from check_helplines(report, words.locale, settings.wording.folder)
    yield from check_answers(report, words.locale, settings.wording.folder)
    yield check_data_protection(report, settings)
    yield from check_secrets(report, settings)
    yield from check_permissions(report, settings, environ)
    yield from check_disks(report, settings)
