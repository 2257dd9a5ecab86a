"""How posts of other branches read: in groups, marked as theirs, and in lists for admins."""

import re
from hashlib import sha256

from handlers.services import Services
from relay.announcements.service import MAX_TEXT
from relay.following.links import page_of
from relay.following.tables import FollowedFeed, FollowedPost, Kind, There
from relay.groups.harmless import harmless

_SCHEME = re.compile(r"\bhttps?://", re.IGNORECASE)

_QUOTES = {ord(sign): "'" for sign in '“”"'}
"""It stands between quotes of the bot's own."""

_MOST_WARNED = 700
"""Characters of a warning: all of most."""

_MOST_SHOWN = 240
"""Characters of a post in a list."""

_MOST_PASSED = MAX_TEXT - 800
"""Characters of what is passed on; the rest of a post is for whose it is, and where to read on."""


def passed_text(services: Services, feed: FollowedFeed, post: FollowedPost) -> str:
    """Return a post as an announcement of the branch that passes it on."""
    say, text = services.in_public.words.say, post.text or ""
    parts = []
    if len(text) > _MOST_PASSED:
        text = f"{text[:_MOST_PASSED].rstrip()}…"
        parts.append(say("following-read-on", url=page_of(feed.url)))
    if post.files:
        parts.append(say("following-files", count=len(post.files), url=page_of(feed.url)))
    if post.kind is Kind.FALSE:
        withdrawn = post.state is There.RETRACTED
        said = (
            say("following-warning-withdrawn", name=feed.name)
            if withdrawn
            else say(
                "following-warning-passed",
                name=feed.name,
                text=_untapped(services.in_public, text),
            )
        )
    elif post.elsewhere:
        origin = str(post.elsewhere["name"])
        said = say("following-passed-from", name=feed.name, origin=origin, text=text)
    else:
        said = say("following-passed", name=feed.name, text=text)
    return "\n\n".join([said, *parts])


def hash_of(text: str) -> str:
    """Return by what it is known that an announcement still says what it was made to say."""
    return sha256(text.encode()).hexdigest()


def shown(services: Services, post: FollowedPost) -> str:
    """Return the beginning of a post on one line, in which nothing can be tapped."""
    return harmless(post.text, _MOST_SHOWN, services.words.say("following-link"))


def untappable(services: Services, post: FollowedPost) -> str:
    """Return a warning on one line: what it warns of can be read in it, and not be tapped."""
    line = _untapped(services, " ".join((post.text or "").split())).translate(_QUOTES)
    return line if len(line) <= _MOST_WARNED else f"{line[:_MOST_WARNED].rstrip()}…"


def _untapped(services: Services, text: str) -> str:
    say = services.words.say
    text = _SCHEME.sub("", text)
    for sign, instead in (("@", say("following-at")), (".", say("following-dot"))):
        text = re.sub(rf"(?<=\w)\{sign}(?=\w)", instead, text)
    return text


def line_of(services: Services, post: FollowedPost) -> str:
    """Return a post as a line of a list."""
    return services.words.say(
        "following-line",
        number=str(post.number),
        when=services.time.spoken(post.at),
        text=shown(services, post),
        kind=post.kind.value,
        origin=str(post.elsewhere["name"]) if post.elsewhere else "none",
    )
