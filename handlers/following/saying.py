"""How posts of other branches read: in groups, marked as theirs, and in lists for admins."""

from hashlib import sha256

from handlers.services import Services
from relay.announcements.service import MAX_TEXT
from relay.following.links import page_of
from relay.following.tables import FollowedFeed, FollowedPost, Kind, There
from relay.groups.harmless import harmless

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
        message = "following-warning-withdrawn" if withdrawn else "following-warning-passed"
        said = say(message, name=feed.name, text=text)
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
