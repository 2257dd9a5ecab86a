"""`relay verify`: whether a copy of a signed feed is as the branch made it. Needs no settings."""

import asyncio
import sys
import unicodedata
from pathlib import Path
from typing import TextIO
from urllib.parse import urljoin, urlsplit

import aiohttp
import click

from relay.cli._settings import WORDS
from relay.signed_feed.comparing import by_words, entry_with
from relay.signed_feed.entry import Kind, said_moment
from relay.signed_feed.reading import (
    MOST_BYTES,
    FeedBroken,
    FeedPage,
    FeedUnreadable,
    Reason,
    Unreadable,
    Verified,
    read_feed,
)
from relay.signed_feed.verifying import verify

_TIMEOUT = aiohttp.ClientTimeout(total=60, connect=15)
_MOST_PAGES = 1000
_LONGEST_NAME = 100


@click.command(help=WORDS.say("verify-help"))
@click.argument("source", metavar="FILE-OR-URL")
@click.option("--key", help=WORDS.say("verify-help-key"))
@click.option(
    "--text",
    type=click.File(encoding="utf-8", errors="replace"),
    help=WORDS.say("verify-help-text"),
)
def command(source: str, key: str | None, text: TextIO | None) -> None:
    """See the wording `verify-help`."""
    say = WORDS.say
    try:
        held = verify(asyncio.run(_pages(source)))
        if key is not None and not any(one.is_named_by(key) for one in held.keys):
            raise FeedBroken(Reason.KEY_UNVOUCHED)
    except FeedUnreadable as error:
        sys.exit(say(f"signed-feed-unreadable-{error.reason}"))
    except FeedBroken as error:
        number = "" if error.number is None else say("verify-at", number=str(error.number))
        sys.exit(f"{say('verify-broken')} {say(f'signed-feed-broken-{error.reason}')} {number}")
    except (OSError, aiohttp.ClientError, TimeoutError, ValueError):
        sys.exit(say("verify-not-read", source=_shown(source)))
    _tell(held, key)
    if text is not None:
        sys.exit(_tell_of(held, text.read()))


def _tell(held: Verified, key: str | None) -> None:
    say = WORDS.say
    click.echo(say("verify-holds", branch=_shown(held.name), count=len(held.looked_at)))
    if held.looked_at:
        first, newest = held.looked_at[0].entry, held.looked_at[-1].entry
        if first.number > 1:
            click.echo(say("verify-from", number=str(first.number)))
        click.echo(say("verify-newest", number=str(newest.number), when=said_moment(newest.at)))
    click.echo(say("verify-key", fingerprint=held.key.fingerprint))
    if key is None:
        click.echo(say("verify-compare"))
    elif not held.key.is_named_by(key):
        click.echo(say("verify-older-key"))


def _tell_of(held: Verified, text: str) -> int:
    """Say whether the words stand; return the exit code."""
    found = entry_with(by_words(held.looked_at), text)
    if found is None:
        click.echo(WORDS.say("verify-text-unknown"))
        return 1
    when, number = said_moment(found.entry.at), str(found.entry.number)
    if found.entry.kind is Kind.FALSE:
        click.echo(WORDS.say("verify-text-false", when=when, number=number))
        return 1
    click.echo(WORDS.say("verify-text-said", when=when, number=number))
    return 0


async def _pages(source: str) -> list[FeedPage]:
    """Return the pages of a feed, newest first, as far as there are older ones beside it."""
    if urlsplit(source).scheme in {"http", "https"}:
        return await _from_web(source)
    return _from_files(Path(source))


async def _from_web(address: str) -> list[FeedPage]:
    """Only the server that was named is asked: a feed may lead anywhere."""
    pages: list[FeedPage] = []
    async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session:
        following: str | None = address
        while following is not None and len(pages) < _MOST_PAGES:
            page = read_feed(await _fetched(session, following))
            if pages and not _is_older(page, pages[-1]):
                break
            pages.append(page)
            following = _next(following, page)
    return pages


def _next(current: str, page: FeedPage) -> str | None:
    """Where the page before one is: on the same server, and beside it, as an export has them."""
    if page.next_url is None or not page.entries or page.entries[0].entry.number == 1:
        return None
    named, there = urlsplit(urljoin(current, page.next_url)), urlsplit(current)
    name = named.path.rpartition("/")[2]
    if there.path.endswith("/signed.json"):
        return urljoin(current, f"signed/{name}")
    if there.path.rpartition("/")[0].endswith("/signed"):
        return urljoin(current, name)
    # A copy on another server names the pages of the branch's own; what is asked for is the copy.
    return named._replace(scheme=there.scheme, netloc=there.netloc).geturl()


async def _fetched(session: aiohttp.ClientSession, address: str) -> bytes:
    async with session.get(address, max_redirects=5) as answer:
        answer.raise_for_status()
        body = b""
        while piece := await answer.content.read(MOST_BYTES + 1 - len(body)):
            body += piece
        if len(body) > MOST_BYTES:
            raise FeedUnreadable(Unreadable.TOO_LARGE)
        return body


def _from_files(file: Path) -> list[FeedPage]:
    """The older pages of an export lie in the folder `signed` beside the newest."""
    pages = [_read(file)]
    folder = file.with_suffix("") if file.stem == "signed" else file.parent
    while pages[-1].next_url and pages[-1].entries and pages[-1].entries[0].entry.number > 1:
        name = urlsplit(pages[-1].next_url).path.rpartition("/")[2]
        older = folder / name
        if not name.removesuffix(".json").isdecimal() or not older.is_file():
            break
        page = _read(older)
        if not _is_older(page, pages[-1]):
            break
        pages.append(page)
    return pages


def _read(file: Path) -> FeedPage:
    with file.open("rb") as opened:
        return read_feed(opened.read(MOST_BYTES + 1))


def _is_older(page: FeedPage, before: FeedPage) -> bool:
    return bool(page.entries) and page.entries[0].entry.number < before.entries[0].entry.number


def _shown(text: str) -> str:
    """A text of a stranger's as one line that tells a terminal to do nothing."""
    seen = ("" if unicodedata.category(one).startswith("C") else one for one in text)
    return "".join(seen)[:_LONGEST_NAME]
