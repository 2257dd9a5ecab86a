"""Deciding what will stand on Bluesky, without any network."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from relay.destinations.base import Plan, PlannedPost
from relay.destinations.bluesky.pictures import MAX_PICTURES
from relay.destinations.bluesky.text import PostText, TextTooLong, posts_of

_MAX_LANGS = 3


def plan_thread(
    text: str,
    descriptions: Sequence[str],
    *,
    files: int,
    now: datetime,
    langs: Sequence[str],
    keys: Callable[[int], Sequence[str]],
) -> Plan:
    """Plan the posts of an announcement.

    Args:
        text: the announcement.
        descriptions: of its pictures, in order.
        files: how many attachments it has that are not pictures; they cannot go along.
        now: the time the posts will carry (aware).
        langs: language tags of the text; Bluesky takes three.
        keys: gives that many fresh record keys, in ascending order.
    """
    left_out = []
    try:
        texts = posts_of(text)
    except TextTooLong:
        texts, descriptions = (), ()
        left_out.append("text_too_long")
    if len(descriptions) > MAX_PICTURES:
        left_out.append("too_many_pictures")
    if files:
        left_out.append("files")
    pictures = tuple(descriptions[:MAX_PICTURES])
    if pictures and not texts:
        texts = (PostText("", ()),)
    return Plan(
        posts=tuple(
            PlannedPost(key=key, text=post.text, marks=post.marks)
            for key, post in zip(keys(len(texts)), texts, strict=True)
        ),
        pictures=pictures,
        left_out=tuple(left_out),
        created_at=now.astimezone(UTC),
        langs=tuple(langs[:_MAX_LANGS]),
    )
