"""`relay status`: what waits, since when, and what to do, in words; asked of a running relay."""

import asyncio
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import click
from prometheus_client.parser import text_string_to_metric_families

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.contact_list.outcomes import METRIC, OUTCOMES
from relay.destinations import branch_of
from relay.destinations.registry import place_of
from relay.language.words import Words
from relay.settings import Settings
from relay.signal.outgoing import CHALLENGE_LANE, SIGNAL_LANE, SUBSCRIBERS_LANE

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@click.command(help=WORDS.say("status-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `status-help`."""
    settings = settings_or_exit(config)
    sys.exit(asyncio.run(_report(settings)))


async def _report(settings: Settings) -> int:
    words = Words(settings.locale, settings.wording.folder)
    base = f"http://{settings.web.listen}"
    token = settings.metrics_token
    shown = {} if token is None else {"Authorization": f"Bearer {token.get_secret_value()}"}
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            async with session.get(f"{base}/healthz") as response:
                health = await response.json()
            if waiting := health.get("waiting"):
                return _cannot_start(words, waiting)
            async with session.get(f"{base}/metrics", headers=shown) as response:
                response.raise_for_status()
                figures = Figures.read(await response.text())
            checks: Mapping[str, bool] = health["checks"]
            refused = bool(health.get("settings", {}).get("refused"))
    except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError, AttributeError):
        click.echo(words.say("status-not-running", address=base))
        return 1
    well = is_well(checks, figures)
    click.echo(words.say("status-well" if well else "status-unwell"))
    if refused:
        click.echo(words.say("status-settings-refused"))
    for line in report(words, settings, checks, figures):
        click.echo(line)
    return 0 if well and not refused else 1


def _cannot_start(words: Words, reasons: Iterable[str]) -> int:
    click.echo(words.say("status-cannot-start"))
    for reason in reasons:
        click.echo(reason)
    return 1


@dataclass(frozen=True)
class Figures:
    """What `/metrics` says.

    Attributes:
        samples: name, labels and value of each.
    """

    samples: tuple[tuple[str, Mapping[str, str], float], ...]

    @classmethod
    def read(cls, text: str) -> "Figures":
        """Read the text of the page.

        Raises:
            ValueError: it is something else.
        """
        families = text_string_to_metric_families(text)
        return cls(tuple((s.name, s.labels, s.value) for f in families for s in f.samples))

    def of(self, name: str, **labels: str) -> float | None:
        """Return a value, or None if there is none."""
        return next(
            (v for n, at, v in self.samples if n == name and labels.items() <= at.items()), None
        )

    def labels(self, name: str, label: str, **labels: str) -> list[str]:
        """Return what a label is in each sample of a name that has these other labels."""
        return [
            at[label] for n, at, _ in self.samples if n == name and labels.items() <= at.items()
        ]


def is_well(checks: Mapping[str, bool], figures: Figures) -> bool:
    """Return whether nothing needs anybody."""
    parts = [value for name, _, value in figures.samples if name == "relay_well"]
    blocked = figures.labels("relay_lane_blocked", "lane")
    return all(checks.values()) and all(parts) and not blocked


def report(
    words: Words, settings: Settings, checks: Mapping[str, bool], figures: Figures
) -> Iterator[str]:
    """Yield one sentence or two a line, none of which needs the others to be understood.

    Args:
        words: to say it in.
        settings: name the branches, and what is wanted.
        checks: as `/healthz` says them.
        figures: what `/metrics` says.
    """
    for name, value in checks.items():
        yield words.say("status-check", check=name, well="yes" if value else "no")
    if figures.of("relay_well", part="rounds") == 0:
        yield words.say("status-rounds-late")
    yield _inbox(words, figures)
    if dead := int(figures.of("relay_inbox_dead_letters") or 0):
        yield words.say("status-dead-letters", count=dead)
    for shape in figures.labels("relay_unreadable_messages", "shape"):
        count = int(figures.of("relay_unreadable_messages", shape=shape) or 0)
        yield words.say("status-unreadable", count=count, shape=shape)
    if figures.of("relay_webhook_other_lines"):
        yield words.say("status-other-lines")
    for lane in figures.labels("relay_outbox_queued", "lane"):
        yield from _lane(words, settings, figures, lane)
    yield from _invitations(words, settings, figures)
    yield _backup(words, settings, figures)
    yield _watch(words, settings, figures)


def _inbox(words: Words, figures: Figures) -> str:
    waiting = int(figures.of("relay_inbox_waiting") or 0)
    if waiting:
        age = _age(words, figures.of("relay_inbox_oldest_seconds") or 0)
        return words.say("status-inbox", count=waiting, age=age)
    last = figures.of("relay_last_envelope_seconds")
    if last is None:
        return words.say("status-inbox-never")
    return words.say("status-inbox-empty", age=_age(words, last))


def _lane(words: Words, settings: Settings, figures: Figures, lane: str) -> Iterator[str]:
    place, waiting = _place(words, settings, lane), figures.of("relay_outbox_queued", lane=lane)
    if waiting:
        age = _age(words, figures.of("relay_outbox_oldest_seconds", lane=lane) or 0)
        yield words.say("status-lane-queued", place=place, count=int(waiting), age=age)
    elif lane not in (CHALLENGE_LANE, SUBSCRIBERS_LANE):
        yield words.say("status-lane-empty", place=place)
    for cause in figures.labels("relay_lane_blocked", "cause", lane=lane):
        age = _age(words, figures.of("relay_lane_blocked_seconds", lane=lane) or 0)
        yield words.say("status-lane-blocked", place=place, cause=cause, age=age)


def _invitations(words: Words, settings: Settings, figures: Figures) -> Iterator[str]:
    """What became of lists that were imported for contact lists; see `relay contacts import`."""
    for branch in settings.branches:
        counts = {
            outcome: int(figures.of(METRIC, branch=branch.slug, outcome=outcome) or 0)
            for outcome in OUTCOMES
        }
        if any(counts.values()):
            named = {outcome.replace("-", "_"): count for outcome, count in counts.items()}
            yield words.say("status-invitations", branch=branch.name, **named)


def _backup(words: Words, settings: Settings, figures: Figures) -> str:
    if settings.backup.folder is None:
        return words.say("status-backup-none")
    made = figures.of("relay_backup_age_seconds")
    failed = "yes" if figures.of("relay_backup_success") == 0 else "no"
    if made is None:
        return words.say("status-backup-never", failed=failed)
    return words.say("status-backup", age=_age(words, made), failed=failed)


def _watch(words: Words, settings: Settings, figures: Figures) -> str:
    if settings.watch_ping_url is None:
        return words.say("status-watch-none")
    match figures.of("relay_ping_heard"):
        case None:
            return words.say("status-watch-soon")
        case 0:
            return words.say("status-watch-unheard")
    return words.say("status-watch")


def _place(words: Words, settings: Settings, lane: str) -> str:
    if lane == SIGNAL_LANE:
        return words.say("status-place-signal")
    if lane == CHALLENGE_LANE:
        return words.say("status-place-captcha")
    if lane == SUBSCRIBERS_LANE:
        return words.say("status-place-subscribers")
    slug = branch_of(lane)
    names = {branch.slug: branch.name for branch in settings.branches}
    place = place_of(lane, settings, words) or lane
    return words.say("status-place-public", place=place, branch=names.get(slug, slug))


def _age(words: Words, seconds: float) -> str:
    unit, size = next(
        (one for one in (("days", _DAY), ("hours", _HOUR)) if seconds >= 2 * one[1]),
        ("minutes", _MINUTE),
    )
    return words.say("status-age", unit=unit, count=int(seconds // size))
