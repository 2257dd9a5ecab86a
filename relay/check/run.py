"""All checks, in the order in which a host would mend what they find."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path

from relay.check.bluesky import check_bluesky
from relay.check.findings import Finding, Outcome, Report, from_problem
from relay.check.secrets import check_secrets
from relay.check.signal import NUMBER, check_account, check_api, client_for
from relay.check.store import check_store
from relay.check.webhook import Listener, check_webhook, look
from relay.check.wording import check_wording
from relay.clock import BranchTime, SystemClock
from relay.settings import SettingsError, load_settings
from relay.words import Words


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
    for finding in (
        *check_wording(report, words, settings.wording.folder),
        *check_secrets(report, settings),
    ):
        yield finding
    seen = await look(settings)
    yield check_store(report, settings)
    time = BranchTime(settings.timezone, words, SystemClock())
    # First of all calls: while a message is held for the relay, the API answers nothing else.
    async for finding in check_webhook(report, settings, seen, time, wait):
        yield finding
    async with client_for(settings) as client:
        api = await check_api(report, client)
        yield api
        if seen.listener is not Listener.NOBODY:
            yield report.note(NUMBER, "check-signal-left-alone")
        elif api.outcome is Outcome.OK:
            async for finding in check_account(report, settings, client):
                yield finding
    async for finding in check_bluesky(report, settings):
        yield finding
