"""Compares what somebody asks about with all that is known, and says what is found.

What is not for everybody is told to members alone: to others a post that is not public is only ever
the same or not the same, and no address of it is known. So nobody who probes learns what stands in
one (`guarding` in `service.py` ends long series of nearly right guesses, too).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from relay.authenticity.alike import Likeness, likeness, site_of
from relay.authenticity.beside import is_dress
from relay.authenticity.differences import Aligned, additions, aligned, differences
from relay.authenticity.finders import Kind
from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.library import Library, Shelved
from relay.authenticity.links import SHARED_HOSTS, Address, addresses
from relay.authenticity.particulars import PLACE, Prepared, prepared
from relay.authenticity.verdicts import UNKNOWN, Difference, Outcome, Verdict

NEAR = 0.7
"""From here on a text is a copy of another one. Measured: tests/harness/authenticity_set."""
_FEWEST_WORDS = 8
"""Of a post of fewer words a copy is known only by its very words (`_has_same_words`)."""
_FEWEST_PLAIN = 4
"""Words that two short texts share, all of which are the same but for a day or an amount."""
_FEWEST_LETTERS = 40
"""Of a part of a text that is found in another one."""
_MOST_ADDRESSES = 20
"""Addresses of one text that are looked at closely."""
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
        library: what is known.
        sites: names of sites that are surely the branch's own.
        tells: whether whoever asks may know what a post says.
    """

    def __init__(self, library: Library, sites: Iterable[str], tells: Tells) -> None:
        self._library = library
        self._own_sites = frozenset(sites)
        self._tells = tells

    def look(self, text: str) -> Verdict:
        """Return what is found about a text or an address."""
        asked = asked_about(text)
        return (
            self._same(asked)
            or self._around(asked)
            or self._false(asked)
            or self._near(asked)
            or self._of_addresses(asked)
            or UNKNOWN
        )

    def _same(self, asked: Asked) -> Verdict | None:
        """What says just the same."""
        for one in _in_order(self._library.saying(asked.text.folded)):
            if _is_same(one.text, asked.text):
                return Verdict(_outcome(one.post), one.post, score=1.0)
        return None

    def _around(self, asked: Asked) -> Verdict | None:
        """What stands whole among other words, or is a part of a post."""
        letters = asked.text.folded
        whole = (
            one
            for one in self._library.all
            if len(one.folded) >= _FEWEST_LETTERS and one.folded in letters
        )
        for one in _in_order(whole):
            if _has_in_order(asked.text, one.text):
                return self._standing_in(one, asked)
        if len(letters) < _FEWEST_LETTERS:
            return None
        parts = (one for one in self._library.all if letters in one.folded)
        for one in _in_order(parts):
            post = one.post
            is_post = post.state is not PostState.FALSE and self._tells(post)
            if is_post and self._quotes_false(one):
                continue
            if is_post and _has_in_order(one.text, asked.text):
                return Verdict(_outcome(post), post, partly=True, score=1.0)
        return None

    def _quotes_false(self, one: Shelved) -> bool:
        """Whether a post repeats what a warning says is false, to tell the groups of it."""
        said = _without_schemes(one.folded)
        warnings = (w for w in self._library.all if w.post.state is PostState.FALSE)
        return any(_without_schemes(warning.folded) in said for warning in warnings)

    def _standing_in(self, one: Shelved, asked: Asked) -> Verdict:
        """What is said of a post that stands whole in a text: of what stands round it."""
        if one.post.state is PostState.FALSE:
            return Verdict(Outcome.FALSE, one.post, score=1.0)
        beside = _beside(asked.text, aligned(one.text, asked.text))
        added = additions(one.text, asked.text)
        if not is_dress(beside):
            # What is put round it may turn it round.
            added = (*added, _words_added(beside))
        if asked.text.unread != one.text.unread:
            added = (*added, _words_added(asked.text.unread))
        if added and not self._tells(one.post):
            return Verdict(Outcome.DIFFERS, None, score=1.0)
        if added:
            return Verdict(Outcome.DIFFERS, one.post, added, beside=beside, score=1.0)
        return Verdict(_outcome(one.post), one.post, beside=beside, score=1.0)

    def _false(self, asked: Asked) -> Verdict | None:
        """A warning of an address that stands in it."""
        for one in self._library.all:
            if one.post.state is PostState.FALSE and any(
                self._is_warned_of(one, warned, address)
                for warned in one.addresses
                for address in asked.addresses[:_MOST_ADDRESSES]
            ):
                return Verdict(Outcome.FALSE, one.post, score=1.0)
        return None

    def _is_warned_of(self, warning: Shelved, warned: Address, asked: Address) -> bool:
        if warned.host != asked.host or warned.mailbox != asked.mailbox:
            return False
        is_theirs = not warning.post.own
        if is_theirs and (asked.host in self._own_sites or self._is_known(asked, None)):
            return False
        if warned.path == asked.path:
            # Where admins of the branch have named just that, no post of theirs speaks for it.
            named = warning.post.own and asked_about(warning.post.text).is_address
            return named or not self._is_known(asked, warning.post.at)
        shared = warned.host in SHARED_HOSTS or site_of(warned.host) in SHARED_HOSTS
        known = shared or self._is_known(asked, warning.post.at)
        return not known and asked.host not in self._sites()

    def _near(self, asked: Asked) -> Verdict | None:
        """The post or the warning that it is most like."""
        best: tuple[Aligned, Shelved] | None = None
        for one in self._library.like(asked.text.text):
            state = one.post.state
            if state is not PostState.FALSE and self._quotes_false(one):
                continue
            if state is PostState.RETRACTED or not _may_be_like(one.text, asked.text):
                continue
            at = aligned(one.text, asked.text)
            few = at.shared < _FEWEST_WORDS and not _has_same_words(one.text, asked.text)
            if few or at.score < NEAR:
                continue
            if best is None or at.score > best[0].score:
                best = at, one
        return None if best is None else self._copy(*best, asked)

    def _copy(self, at: Aligned, one: Shelved, asked: Asked) -> Verdict:
        """What is said of a copy of a post or of what a warning is about."""
        post = one.post
        if post.state is PostState.FALSE:
            return Verdict(Outcome.FALSE, post, score=at.score)
        if not self._tells(post):
            return Verdict(Outcome.DIFFERS, None, score=at.score)
        found = differences(one.text, asked.text, at)
        if not is_dress(beside := _beside(asked.text, at)):
            found = (*found, _words_added(beside))
        if asked.text.unread != one.text.unread:
            found = (*found, _words_added(asked.text.unread))
        likenesses = tuple(self._likenesses(asked))
        partly = at.known[1] - at.known[0] < len(one.text.words)
        if not found and not partly and not likenesses:
            return Verdict(_outcome(post), post, beside=beside, score=at.score)
        return Verdict(Outcome.DIFFERS, post, found, partly, likenesses=likenesses, score=at.score)

    def _of_addresses(self, asked: Asked) -> Verdict | None:
        """What is known of the addresses in it."""
        likenesses = tuple(self._likenesses(asked))
        if likenesses:
            return Verdict(Outcome.ALIKE, likenesses=likenesses)
        if not asked.is_address:
            return None
        for outcome in (Outcome.LINKED, Outcome.SAME_SITE):
            for one in self._standing():
                if all(_stands(address, one.vouched, outcome) for address in asked.addresses):
                    return Verdict(outcome, one.post)
        if all({one.host, site_of(one.host)} & self._own_sites for one in asked.addresses):
            return Verdict(Outcome.SAME_SITE)
        return None

    def _standing(self) -> Iterator[Shelved]:
        """The posts that stand and may be told of, and vouch for addresses."""
        for one in self._library.all:
            gone = one.post.state in (PostState.FALSE, PostState.RETRACTED)
            if one.vouched and not gone and self._tells(one.post):
                yield one

    def _likenesses(self, asked: Asked) -> Iterator[Likeness]:
        known = self._sites()
        for address in asked.addresses[:_MOST_ADDRESSES]:
            if address.host not in known and (found := likeness(address, known)) is not None:
                yield found

    def _sites(self) -> dict[str, None]:
        """Every site that stands in a post this person may know, and the branch's own."""
        names = dict.fromkeys(self._own_sites)
        for one in self._standing():
            names |= {a.host: None for a in one.vouched if a.host not in SHARED_HOSTS}
        return names

    def _is_known(self, address: Address, before: datetime | None) -> bool:
        """Whether just that address stands in a post of the branch itself.

        Args:
            address: it.
            before: when the branch warned of it: what it posted then tells the groups what to
                beware of. None for a warning of somebody else, which no branch has to obey.
        """
        own = (one for one in self._standing() if one.post.own)
        own = (one for one in own if before is None or one.post.at < before)
        return any(_stands(address, one.vouched, Outcome.LINKED) for one in own)


def _without_schemes(letters: str) -> str:
    """Folded letters without what a warning leaves out so that nobody taps it."""
    return letters.replace("https", "").replace("http", "")


def _in_order(found: Iterable[Shelved]) -> list[Shelved]:
    """This branch's warnings, its posts that stand, then what others say, and what is gone."""

    def place(one: Shelved) -> tuple[bool, bool, bool]:
        state = one.post.state
        return not one.post.own, state is PostState.RETRACTED, state is not PostState.FALSE

    return sorted(found, key=place)


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


def _words_added(words: str) -> Difference:
    if not any(map(str.isalnum, words)):
        return Difference(Kind.ORDER, None, None)
    return Difference(Kind.WORDS, None, " ".join(words.split()))


def _beside(asked: Prepared, at: Aligned) -> str:
    """The words that stand in a text before and after what lies beside a post."""
    first, last = at.asked
    if first >= last:
        return ""
    before = asked.text[: asked.spans[first][0]]
    after = asked.text[asked.spans[last - 1][1] :]
    return "\n".join(one for one in (before.strip(), after.strip()) if any(map(str.isalnum, one)))


def _has_same_words(known: Prepared, asked: Prepared) -> bool:
    """Whether both are alike but for an amount, a day or the like: so few words are enough."""
    plain = sum(not word.startswith(PLACE) for word in known.words)
    return known.words == asked.words and plain >= _FEWEST_PLAIN


def _may_be_like(known: Prepared, asked: Prepared) -> bool:
    """Whether it is worth comparing two texts word by word."""
    if _has_same_words(known, asked):
        return True
    if len(known.words) < _FEWEST_WORDS or len(asked.words) < _FEWEST_WORDS:
        return False
    mine, theirs = set(known.words), set(asked.words)
    return len(mine & theirs) >= _FEWEST_SHARED * min(len(mine), len(theirs))
