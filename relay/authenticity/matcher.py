"""Compares what somebody asks about with all that is known, and says what is found.

What is not for everybody is told to members alone: to others a post that is not public is only ever
the same or not the same, and no address of it is known. So nobody who probes learns what stands in
one (`guarding` in `service.py` ends long series of nearly right guesses, too).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from relay.authenticity.alike import Likeness, likeness, site_of
from relay.authenticity.differences import Aligned, additions, aligned, differences
from relay.authenticity.finders import Kind
from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.links import SHARED_HOSTS, Address, addresses
from relay.authenticity.particulars import Prepared, prepared
from relay.authenticity.verdicts import UNKNOWN, Difference, Outcome, Verdict
from relay.language.same_text import folded

NEAR = 0.7
"""From here on a text is a copy of another one. Measured: tests/harness/authenticity_set."""
_FEWEST_WORDS = 8
"""A post of fewer words is known only where it is the same: too much is like it."""
_FEWEST_LETTERS = 40
"""Of a part of a text that is found in another one."""
_MOST_BESIDE = 45
"""Letters that people and phones put round what they pass on; with more it is not the same."""
_MAIL = re.compile(
    r"^(?:from|sent|to|cc|date|subject|forwarded message)\b.*$|^(?:sent from|get outlook).*$|^-+$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that mail programs put round a forwarded message."""
_FEWEST_SHARED = 0.3
"""Of the words of the shorter of two texts: with fewer they are not compared word by word."""


Tells = Callable[[KnownPost], bool]
"""Whether whoever asks may know what a post says."""


def everything(post: KnownPost) -> bool:
    """Tell all of it, as to a member of every branch."""
    return True


def only_public(post: KnownPost) -> bool:
    """Tell what everybody may read."""
    return post.is_public


@dataclass(frozen=True)
class Asked:
    """What somebody asks about, taken apart.

    Attributes:
        text: it.
        addresses: the addresses in it.
    """

    text: Prepared = field(repr=False)
    addresses: tuple[Address, ...] = field(repr=False)

    @property
    def is_address(self) -> bool:
        """Whether it is an address and nothing else to speak of."""
        others = len(self.text.words) - len(self.addresses)
        return bool(self.addresses) and others <= len(self.addresses) and others < 3


def asked_about(text: str) -> Asked:
    """Take apart what somebody asks about."""
    one = prepared(text)
    return Asked(one, tuple(addresses(one.text)))


class Matcher:
    """Compares one thing with what is known at one moment.

    Args:
        known: posts and warnings, the newest first.
        sites: names of sites that are surely the branch's own.
        tells: whether whoever asks may know what a post says.
    """

    def __init__(self, known: Iterable[KnownPost], sites: Iterable[str], tells: Tells) -> None:
        everything = list(known)
        self._own_sites = frozenset(sites)
        self._tells = tells
        self._warnings = [one for one in everything if one.state is PostState.FALSE]
        self._posts = [one for one in everything if one.state is not PostState.FALSE]
        self._told = [one for one in self._posts if self._tells(one)]
        self._standing = [one for one in self._told if one.state is not PostState.RETRACTED]

    def look(self, text: str) -> Verdict:
        """Return what is found about a text or an address."""
        asked = asked_about(text)
        return (
            self._same(asked)
            or self._false(asked)
            or self._near(asked)
            or self._of_addresses(asked)
            or UNKNOWN
        )

    def _same(self, asked: Asked) -> Verdict | None:
        """What says just the same: a warning of this branch before its posts, others behind."""
        warnings = [one for one in self._warnings if one.own]
        warnings += [one for one in self._warnings if not one.own]
        posts = sorted(self._posts, key=lambda one: one.state is PostState.RETRACTED)
        order = (
            *(one for one in warnings if one.own),
            *(one for one in posts if one.own),
            *(one for one in warnings if not one.own),
            *(one for one in posts if not one.own),
        )
        for post in order:
            if _is_same(_taken_apart(post.text), asked.text):
                return Verdict(_outcome(post), post, score=1.0)
        for post in order:
            if post.state is PostState.FALSE or self._tells(post):
                found = self._around(post, asked)
                if found is not None:
                    return found
        return None

    def _around(self, post: KnownPost, asked: Asked) -> Verdict | None:
        """What stands whole among other words, or is a part of a post."""
        mine, theirs = _taken_apart(post.text), asked.text
        if len(mine.folded) >= _FEWEST_LETTERS and mine.folded in theirs.folded:
            if not _has_in_order(theirs, mine):
                return None
            if post.state is PostState.FALSE:
                return Verdict(Outcome.FALSE, post, score=1.0)
            beside = _beside(mine, theirs)
            added = additions(mine, theirs)
            if len(folded(_MAIL.sub("", beside))) > _MOST_BESIDE:
                # What is put round it may turn it round.
                added = (*added, Difference(Kind.WORDS, None, " ".join(beside.split())))
            if added:
                return Verdict(Outcome.DIFFERS, post, added, beside=beside, score=1.0)
            return Verdict(_outcome(post), post, beside=beside, score=1.0)
        if post.state is PostState.FALSE or len(theirs.folded) < _FEWEST_LETTERS:
            return None
        if theirs.folded in mine.folded and _has_in_order(mine, theirs):
            return Verdict(_outcome(post), post, partly=True, score=1.0)
        return None

    def _false(self, asked: Asked) -> Verdict | None:
        """A warning of an address that stands in it."""
        for warning in self._warnings:
            for address in addresses(_taken_apart(warning.text).text):
                if any(self._is_warned_of(address, one) for one in asked.addresses):
                    return Verdict(Outcome.FALSE, warning, score=1.0)
        return None

    def _is_warned_of(self, warned: Address, asked: Address) -> bool:
        if warned.host != asked.host or warned.mailbox != asked.mailbox:
            return False
        if warned.path == asked.path:
            return not self._is_known(asked)
        shared = warned.host in SHARED_HOSTS or site_of(warned.host) in SHARED_HOSTS
        return not shared and not self._is_known(asked) and site_of(asked.host) not in self._sites()

    def _near(self, asked: Asked) -> Verdict | None:
        """The post or the warning that it is most like."""
        best: tuple[Aligned, KnownPost] | None = None
        for post in (*self._posts, *self._warnings):
            mine = _taken_apart(post.text)
            if post.state is PostState.RETRACTED or not _may_be_like(mine, asked.text):
                continue
            at = aligned(mine, asked.text)
            if at.shared < _FEWEST_WORDS or at.score < NEAR:
                continue
            if best is None or at.score > best[0].score:
                best = at, post
        if best is None:
            return None
        at, post = best
        if post.state is PostState.FALSE:
            return Verdict(Outcome.FALSE, post, score=at.score)
        if not self._tells(post):
            return Verdict(Outcome.DIFFERS, None, score=at.score)
        mine = _taken_apart(post.text)
        found = differences(mine, asked.text, at)
        likenesses = tuple(self._likenesses(asked))
        partly = at.known[1] - at.known[0] < len(mine.words)
        if not found and not partly and not likenesses:
            return Verdict(_outcome(post), post, score=at.score)
        return Verdict(Outcome.DIFFERS, post, found, partly, likenesses=likenesses, score=at.score)

    def _of_addresses(self, asked: Asked) -> Verdict | None:
        """What is known of the addresses in it."""
        likenesses = tuple(self._likenesses(asked))
        if likenesses:
            return Verdict(Outcome.ALIKE, likenesses=likenesses)
        if not asked.is_address:
            return None
        for outcome in (Outcome.LINKED, Outcome.SAME_SITE):
            for post in self._standing:
                theirs = list(addresses(_taken_apart(post.text).text))
                if all(_stands(one, theirs, outcome) for one in asked.addresses):
                    return Verdict(outcome, post)
        if all(site_of(one.host) in self._own_sites for one in asked.addresses):
            return Verdict(Outcome.SAME_SITE)
        return None

    def _likenesses(self, asked: Asked) -> Iterable[Likeness]:
        known = tuple(self._sites())
        for address in asked.addresses:
            if address.host not in known and (found := likeness(address, known)) is not None:
                yield found

    def _sites(self) -> dict[str, None]:
        """Every site that stands in a post this person may know, and the branch's own."""
        names = dict.fromkeys(self._own_sites)
        for post in self._standing:
            for address in addresses(_taken_apart(post.text).text):
                if address.host not in SHARED_HOSTS:
                    names[address.host] = None
        return names

    def _is_known(self, address: Address) -> bool:
        """Whether just that address stands in a post of the branch itself."""
        own = (one for one in self._standing if one.own)
        return any(
            _stands(address, list(addresses(_taken_apart(one.text).text)), Outcome.LINKED)
            for one in own
        )


def _outcome(post: KnownPost) -> Outcome:
    match post.state:
        case PostState.FALSE:
            return Outcome.FALSE
        case PostState.RETRACTED:
            return Outcome.RETRACTED
    return Outcome.SAME


def _stands(address: Address, among: Sequence[Address], outcome: Outcome) -> bool:
    if address.pretends:
        return False
    if outcome is Outcome.LINKED:
        return any(one.value == address.value for one in among)
    return address.host not in SHARED_HOSTS and any(one.host == address.host for one in among)


def _is_same(known: Prepared, asked: Prepared) -> bool:
    """Whether both say the same, digits and addresses included: a fold hides a moved full stop."""
    return bool(known.folded) and known.canonical == asked.canonical


def _has_in_order(whole: Prepared, part: Prepared) -> bool:
    """Whether what must not be another stands in a text just as in a part of it."""
    values = [(one.kind, one.value) for one in whole.particulars]
    sought = [(one.kind, one.value) for one in part.particulars]
    return any(
        values[at : at + len(sought)] == sought for at in range(len(values) - len(sought) + 1)
    )


def _beside(known: Prepared, asked: Prepared) -> str:
    """The words that stand before and after a post, in a text that has it whole."""
    at = aligned(known, asked)
    first, last = at.asked
    if first >= last:
        return ""
    before = asked.text[: asked.spans[first][0]]
    after = asked.text[asked.spans[last - 1][1] :]
    return "\n".join(one for one in (before.strip(), after.strip()) if any(map(str.isalnum, one)))


def _may_be_like(known: Prepared, asked: Prepared) -> bool:
    """Whether it is worth comparing two texts word by word."""
    if len(known.words) < _FEWEST_WORDS or len(asked.words) < _FEWEST_WORDS:
        return False
    mine, theirs = set(known.words), set(asked.words)
    return len(mine & theirs) >= _FEWEST_SHARED * min(len(mine), len(theirs))


@lru_cache(maxsize=1_500)
def _taken_apart(text: str) -> Prepared:
    """A known text taken apart; what people ask about is never held here."""
    return prepared(text)
