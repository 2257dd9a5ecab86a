"""The measuring set: what was really posted, copies of it, and what is something else."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.library import Library
from relay.authenticity.matcher import Matcher, Tells, everything

FOLDER = Path(__file__).parent
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Measured:
    """What the copies are compared with.

    Attributes:
        posts: by the name that the set has for each.
    """

    posts: dict[str, KnownPost]

    def matcher(self, tells: Tells = everything) -> Matcher:
        return Matcher(Library(self.posts.values()), (), tells)

    def name_of(self, post: KnownPost | None) -> str:
        return next((name for name, one in self.posts.items() if one is post), "")


def measured() -> Measured:
    known, posts = read("known"), {}
    for number, (name, post) in enumerate(known["posts"].items(), start=1):
        source = post.get("followed", "Hackney branch")
        own = "followed" not in post
        posts[name] = KnownPost(source, source, own, number, AT, post["text"].strip())
    for number, (name, warning) in enumerate(known["false"].items(), start=1):
        posts[f"false {name}"] = KnownPost(
            "hackney",
            "Hackney branch",
            True,
            number,
            AT,
            warning["text"].strip(),
            state=PostState.FALSE,
        )
    return Measured(posts)
