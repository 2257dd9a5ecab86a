"""Are the feeds reached that branches follow?"""

from collections.abc import AsyncIterator, Sequence

from relay.check.findings import Finding, Report
from relay.fetching.fetcher import Fetcher, FetchFailed
from relay.following.looks import SILENT
from relay.following.states import FeedState
from relay.time.clock import BranchTime


async def check_feeds(
    report: Report, feeds: Sequence[FeedState], time: BranchTime, fetcher: Fetcher
) -> AsyncIterator[Finding]:
    """Say of each feed whether it is reached.

    While no relay runs, each is asked for now; a running relay has told how it was the last time.

    Args:
        report: makes the findings.
        feeds: what is followed.
        time: says when one was read last.
        fetcher: reads them.
    """
    for feed in feeds:
        where = f"branches[{feed.branch}] follows"
        if feed.trouble not in ("", SILENT):
            yield report.problem(where, "check-feed-broken", name=feed.name, reason=feed.trouble)
        elif feed.url:
            yield await _asked(report, where, feed, fetcher)
        elif feed.read_at is None or feed.failures:
            yield report.problem(
                where,
                "check-feed-not-read",
                name=feed.name,
                when="never" if feed.read_at is None else time.spoken(feed.read_at),
            )
        else:
            when = time.spoken(feed.read_at)
            yield report.ok(where, "check-feed-read", name=feed.name, when=when)


async def _asked(report: Report, where: str, feed: FeedState, fetcher: Fetcher) -> Finding:
    try:
        await fetcher.fetch(feed.url)
    except FetchFailed as failed:
        return report.problem(
            where, "check-feed-unreached", name=feed.name, reason=failed.failure.value
        )
    return report.ok(where, "check-feed-reached", name=feed.name)
