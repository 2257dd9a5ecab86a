"""Building post records (`app.bsky.feed.post` in the atproto lexicons)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from relay.destinations.base import Mark, Plan
from relay.destinations.bluesky.cards import Card
from relay.destinations.bluesky.repository import COLLECTION, Reference
from relay.media import CleanFile

_FACET = "app.bsky.richtext.facet"


@dataclass(frozen=True)
class Answering:
    """The post that a post replies to, and the one its thread begins with."""

    root: Reference
    parent: Reference


def post_record(
    plan: Plan,
    place: int,
    facets: Sequence[Mapping[str, Any]],
    embed: Mapping[str, Any] | None,
    answering: Answering | None,
) -> dict[str, Any]:
    """Return the record of one post of a plan.

    Args:
        plan: the plan.
        place: which of its posts, from 0.
        facets: as made by `facets_of`.
        embed: its pictures or card, if any.
        answering: what it replies to, if anything.
    """
    # Apps that sort a profile by time show a thread in its order.
    created = plan.created_at + timedelta(milliseconds=place)
    record: dict[str, Any] = {
        "$type": COLLECTION,
        "text": plan.posts[place].text,
        "createdAt": timestamp(created),
    }
    if plan.langs:
        record["langs"] = list(plan.langs)
    if facets:
        record["facets"] = list(facets)
    if embed is not None:
        record["embed"] = embed
    if answering is not None:
        record["reply"] = {"root": _strong(answering.root), "parent": _strong(answering.parent)}
    return record


def facets_of(marks: Iterable[Mark], dids: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the facets of a post; a mention that leads to nobody stays plain text.

    Args:
        marks: of the post.
        dids: for each handle somebody has, its permanent identifier.
    """
    facets = []
    for mark in marks:
        if mark.kind == "link":
            feature = {"$type": f"{_FACET}#link", "uri": mark.value}
        elif mark.kind == "tag":
            feature = {"$type": f"{_FACET}#tag", "tag": mark.value}
        elif mark.value in dids:
            feature = {"$type": f"{_FACET}#mention", "did": dids[mark.value]}
        else:
            continue
        facets.append(
            {"index": {"byteStart": mark.start, "byteEnd": mark.end}, "features": [feature]}
        )
    return facets


def pictures_embed(
    pictures: Iterable[tuple[CleanFile, str, Mapping[str, Any]]],
) -> dict[str, Any]:
    """Return the embed that shows pictures: each with its description and stored blob."""
    images = [
        {
            "alt": description,
            "image": blob,
            "aspectRatio": {"width": picture.width, "height": picture.height},
        }
        for picture, description, blob in pictures
    ]
    return {"$type": "app.bsky.embed.images", "images": images}


def card_embed(card: Card, thumbnail: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the embed that shows a link card."""
    external: dict[str, Any] = {
        "uri": card.address,
        "title": card.title,
        "description": card.description,
    }
    if thumbnail is not None:
        external["thumb"] = thumbnail
    return {"$type": "app.bsky.embed.external", "external": external}


def _strong(reference: Reference) -> dict[str, str]:
    return {"uri": reference.uri, "cid": reference.cid}


def timestamp(moment: datetime) -> str:
    """A moment as records have it: ISO 8601, in UTC, with milliseconds."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
