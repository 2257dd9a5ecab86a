"""Is signal-cli-rest-api there, in the right mode, with our number and our groups?"""

from collections.abc import AsyncIterator

from relay.check.findings import Finding, Report
from relay.check.groups import check_groups
from relay.language.words import Words
from relay.settings import Settings
from relay.signal.client import SignalClient
from relay.signal.errors import SignalApiError
from relay.signal.types import Timeouts

API = "signal.api_url"
NUMBER = "signal.number"
MODE = "json-rpc"
_TIMEOUTS = Timeouts(connect=5, send=30, call=30)


def client_for(settings: Settings) -> SignalClient:
    """A client that does not wait as long as the relay's own."""
    signal = settings.signal
    return SignalClient(signal.api_url, signal.number, timeouts=_TIMEOUTS, rpc=signal.rpc)


async def check_api(report: Report, client: SignalClient) -> Finding:
    """Ask the one question that the server answers by itself, also while a relay uses it."""
    return (await ask_api(report, client))[0]


async def ask_api(report: Report, client: SignalClient) -> tuple[Finding, str | None]:
    """Do what `check_api` does; return also the server's version, if it is as it should be."""
    try:
        about = await client.about()
    except SignalApiError as error:
        return report.problem(API, "check-api-unreachable", reason=str(error)), None
    if about.mode != MODE:
        return report.problem(API, "check-api-mode", mode=about.mode or "?"), None
    return report.ok(API, "check-api-fine", version=about.version), about.version


async def check_account(
    report: Report, settings: Settings, words: Words, client: SignalClient
) -> AsyncIterator[Finding]:
    """The number and every announcement group.

    Not while a relay runs: the API server crashes when two programs make calls at once.
    """
    try:
        numbers = await client.accounts()
        if settings.signal.number not in numbers:
            yield report.problem(NUMBER, "check-number-unknown", others=len(numbers))
            return
        yield report.ok(NUMBER, "check-number-fine")
        groups = {group.id: group for group in await client.groups()}
    except SignalApiError as error:
        yield report.problem(NUMBER, "check-api-failed", reason=str(error))
        return
    for finding in check_groups(report, settings, words, groups):
        yield finding
