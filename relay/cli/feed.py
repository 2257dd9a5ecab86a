"""`relay feed`: the keys that the signed feeds of the branches are signed with."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.settings import Settings
from relay.signed_feed.dns import record_name, record_of
from relay.signed_feed.keys import PublicKey
from relay.store import StoreError

if TYPE_CHECKING:
    from relay.signed_feed.feed import SignedFeed


@click.group(help=WORDS.say("feed-help"))
def command() -> None:
    """See the wording `feed-help`."""


@command.command("key", help=WORDS.say("feed-key-help"))
@config_option
def show_key(config: Path) -> None:
    """See the wording `feed-key-help`."""
    settings = settings_or_exit(config)
    from relay.signed_feed.standing_keys import standing_keys

    try:
        keys = asyncio.run(standing_keys(settings))
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    if not keys:
        sys.exit(WORDS.say("feed-key-none"))
    for slug, key in keys.items():
        _show(settings, slug, key)


@command.command("rotate", help=WORDS.say("feed-rotate-help"))
@click.argument("branch", metavar="BRANCH")
@config_option
def rotate(branch: str, config: Path) -> None:
    """See the wording `feed-rotate-help`."""
    settings = settings_or_exit(config)
    _named(settings, branch)
    with _feed(settings) as feed:
        key = feed.rotate(branch)
    click.echo(WORDS.say("feed-rotated"))
    _show(settings, branch, key)
    click.echo(WORDS.say("feed-key-todo"))


@command.command("replace", help=WORDS.say("feed-replace-help"))
@click.argument("branch", metavar="BRANCH")
@click.option("--lost", is_flag=True, help=WORDS.say("feed-replace-help-lost"))
@config_option
def replace(branch: str, lost: bool, config: Path) -> None:
    """See the wording `feed-replace-help`."""
    settings = settings_or_exit(config)
    _named(settings, branch)
    if not lost:
        sys.exit(WORDS.say("feed-replace-sure", branch=branch))
    with _feed(settings) as feed:
        key = feed.replace(branch)
    click.echo(WORDS.say("feed-replaced"))
    _show(settings, branch, key)
    click.echo(WORDS.say("feed-key-todo"))
    click.echo(WORDS.say("feed-replaced-todo"))


def _show(settings: Settings, slug: str, key: PublicKey) -> None:
    say = WORDS.say
    click.echo(say("feed-key-of", branch=settings.branch(slug).name, fingerprint=key.fingerprint))
    click.echo(say("feed-key-whole", key=key.base64))
    host = urlsplit(settings.web.public_url or "").hostname
    if host is not None:
        record = f'{record_name(host)}. TXT "{record_of(slug, key)}"'
        click.echo(say("feed-key-dns", record=record))


def _named(settings: Settings, branch: str) -> None:
    slugs = [one.slug for one in settings.branches]
    if branch not in slugs:
        nearest = (*get_close_matches(branch, slugs, n=1), *slugs)[0]
        sys.exit(WORDS.say("contact-card-no-branch", branch=branch, nearest=nearest))


@contextmanager
def _feed(settings: Settings) -> Iterator["SignedFeed"]:
    """The feeds of a store that no relay has open, in one transaction."""
    from relay.announcements.page import page_shares
    from relay.signed_feed.feed import SignedFeed
    from relay.signed_feed.readable import PublicWords
    from relay.store import Store
    from relay.time.clock import SystemClock

    if not settings.store.path.exists():
        sys.exit(WORDS.say("feed-key-none"))
    try:
        store = Store(settings.store.path, settings.store_key.get_secret_value())
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    clock = SystemClock()
    words = PublicWords(store, settings, page_shares(settings))
    slugs = [branch.slug for branch in settings.branches]
    feed = SignedFeed(store, clock, words, slugs, settings.locale)
    with store:
        with store.transaction():
            # What a backup has brought back is said first, with the key that came with it.
            feed.wake()
            yield feed
        feed.note()
        store.shredder.work(clock.now())
