"""Comparing a picture or a paper that somebody asks about with those of posts.

Only bytes that are just the same are the same file. A picture that looks alike may say something
else, and what a paper shows need not be what its words say; so of all else it is only ever said
that it looks like the one of a post.
"""

from collections.abc import Iterable, Mapping

from relay.authenticity.known import KnownFile, KnownPost, PostState
from relay.authenticity.matcher import Matcher, Tells
from relay.authenticity.verdicts import UNKNOWN, Outcome, Verdict
from relay.media.prints import BITS, Prints

ALIKE = 28
"""In how many of `BITS` spots a picture may look other than a post's. Measured by
tests/relay/authenticity/test_measured_pictures.py: copies reach 24, other pictures begin at 34,
except for a branch's own cards, which look alike but for their words."""


class FileMatcher:
    """Compares files with those of posts at one moment.

    Args:
        known: posts, the newest first.
        prints: those of the posts' own files, by their ids in the store.
        texts: compares what a paper says.
        tells: whether whoever asks may know what a post says.
    """

    def __init__(
        self,
        known: Iterable[KnownPost],
        prints: Mapping[int, Prints],
        texts: Matcher,
        tells: Tells,
    ) -> None:
        self._posts = [one for one in known if one.state is not PostState.FALSE]
        self._prints = prints
        self._texts = texts
        self._tells = tells

    def look(self, asked: Prints) -> Verdict:
        """Return what is found about a file."""
        for post in self._posts:
            if any(asked.sha256 == self._digest(one) for one in post.files):
                retracted = post.state is PostState.RETRACTED
                return Verdict(Outcome.RETRACTED if retracted else Outcome.SAME, post, score=1.0)
        if asked.media == "paper" and asked.words.strip():
            found = self._texts.look(asked.words)
            if found.outcome in (Outcome.FALSE, Outcome.ALIKE):
                return found
        return self._like(asked)

    def _digest(self, file: KnownFile) -> str:
        prints = None if file.store is None else self._prints.get(file.store)
        return file.sha256 if prints is None else prints.sha256

    def _like(self, asked: Prints) -> Verdict:
        best, nearest = None, BITS
        for post in self._posts:
            if post.state is PostState.RETRACTED or not self._tells(post):
                continue
            for file in post.files:
                prints = None if file.store is None else self._prints.get(file.store)
                if prints is None or prints.media != asked.media:
                    continue
                away = prints.distance(asked)
                if asked.media == "paper" and _say_the_same(prints, asked):
                    away = 0
                if away < nearest:
                    best, nearest = post, away
        if best is None or nearest > ALIKE:
            return UNKNOWN
        return Verdict(Outcome.LOOKS_LIKE, best, score=1 - nearest / BITS)


def _say_the_same(one: Prints, other: Prints) -> bool:
    return bool(one.words.split()) and one.words.split() == other.words.split()
