"""How alike two texts are, and what in one of them is not as in the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from relay.authenticity.alike import likeness
from relay.authenticity.finders import Kind
from relay.authenticity.links import Address
from relay.authenticity.particulars import PLACE, Particular, Prepared
from relay.authenticity.verdicts import Difference

Step = tuple[str, int, int, int, int]
_DANGEROUS = frozenset({Kind.ACCOUNT, Kind.LINK, Kind.PHONE, Kind.AMOUNT})
"""What is pointed out wherever somebody has added it: it leads to money, or to somebody else."""
_MOST_PIECES = 4
_MOST_CLOSELY = 1_000
"""Letters of the shorter of two texts that are laid beside each other letter by letter: with one of
8,000 that takes a tenth of a second, and for two of 8,000 half a minute."""
_LONGEST_PIECE = 70
_ORDER = list(Kind)


@dataclass(frozen=True)
class Aligned:
    """The parts of two texts that lie beside each other.

    Attributes:
        score: how alike those are, word by word, from 0 to 1.
        known: from which word of the known text, and up to which.
        asked: the same of the one that is asked about.
        shared: how many words are the same in the same order.
    """

    score: float
    known: tuple[int, int]
    asked: tuple[int, int]
    shared: int = 0


def aligned(known: Prepared, asked: Prepared) -> Aligned:
    """Lay two texts beside each other, the shorter one where it lies best in the longer one."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.fuzz import partial_ratio_alignment

    first, second = (0, len(known.words)), (0, len(asked.words))
    if not known.words or not asked.words:
        return Aligned(0.0, first, second)
    whole = LCSseq.similarity(known.words, asked.words)
    score = 2 * whole / (len(known.words) + len(asked.words))
    best = Aligned(score, first, second, whole)
    one, other = " ".join(known.words), " ".join(asked.words)
    if len(known.words) == len(asked.words):
        return best
    if min(len(one), len(other)) > _MOST_CLOSELY:
        first, second = _densest(known.words, asked.words)
    elif (found := partial_ratio_alignment(one, other)) is not None:
        first = _words_within(known.words, found.src_start, found.src_end)
        second = _words_within(asked.words, found.dest_start, found.dest_end)
    within = known.words[slice(*first)], asked.words[slice(*second)]
    shared = LCSseq.similarity(*within)
    part = Aligned(2 * shared / (sum(map(len, within)) or 1), first, second, shared)
    return part if part.score > best.score else best


def _densest(known: Sequence[str], asked: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """In which stretch of either text the most words are the same and the fewest are not."""
    from rapidfuzz.distance import Indel

    steps: Iterable[Step] = ((*one,) for one in Indel.opcodes(known, asked).as_list())
    same = [
        (start + step, other_start + step)
        for name, start, end, other_start, _ in steps
        if name == "equal"
        for step in range(end - start)
    ]
    best, sum_now, begin, stretch = 0, 0, 0, (0, 0)
    for place in range(len(same)):
        apart = max(b - a - 1 for a, b in zip(same[place - 1], same[place], strict=True))
        if place == 0 or sum_now <= apart:
            sum_now, begin = 0, place
        else:
            sum_now -= apart
        sum_now += 1
        if sum_now > best:
            best, stretch = sum_now, (begin, place + 1)
    within = same[slice(*stretch)]
    if 2 * len(within) < min(len(known), len(asked)):
        # A few words in the same order are in any two long texts.
        return (0, len(known)), (0, len(asked))
    return (within[0][0], within[-1][0] + 1), (within[0][1], within[-1][1] + 1)


def _words_within(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Which words lie at some characters of all of them, joined by blanks."""
    at, first, last = 0, len(words), 0
    for place, word in enumerate(words):
        if at + len(word) > start and at < end:
            first, last = min(first, place), place + 1
        at += len(word) + 1
    return min(first, last), last


def differences(known: Prepared, asked: Prepared, at: Aligned) -> tuple[Difference, ...]:
    """Return what is not the same, what matters most first.

    Args:
        known: what was posted.
        asked: the copy.
        at: which parts of them lie beside each other.
    """
    within = _within(known, *at.known), _within(asked, *at.asked)
    added = [one for one in asked.particulars if one.kind in _DANGEROUS and one not in within[1]]
    found = [*_of_particulars(within[0], [*within[1], *added]), *_of_words(known, asked, at)]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.kind)))


def additions(known: Prepared, asked: Prepared) -> tuple[Difference, ...]:
    """Return what leads to money or to somebody else and stands in the copy alone."""
    mine = [one for one in known.particulars if one.kind in _DANGEROUS]
    theirs = [one for one in asked.particulars if one.kind in _DANGEROUS]
    return tuple(one for one in _of_particulars(mine, theirs) if one.asked is not None)


def _within(text: Prepared, first: int, last: int) -> list[Particular]:
    if first >= last:
        return []
    start, end = text.spans[first][0], text.spans[last - 1][1]
    return [one for one in text.particulars if start <= one.start < end]


def _of_particulars(
    known: Iterable[Particular], asked: Iterable[Particular]
) -> Iterator[Difference]:
    left, right = list(known), list(asked)
    pairs: list[tuple[Particular, Particular]] = []
    for one in tuple(left):
        same = next((other for other in right if other.is_said_by(one)), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
            pairs.append((one, same))
    yield from _swapped(pairs)
    for kind in Kind:
        mine = [one for one in left if one.kind is kind]
        theirs = [one for one in right if one.kind is kind]
        for place in range(max(len(mine), len(theirs))):
            before = mine[place] if place < len(mine) else None
            after = theirs[place] if place < len(theirs) else None
            yield _difference(kind, before, after)


def _swapped(pairs: Sequence[tuple[Particular, Particular]]) -> Iterator[Difference]:
    """Those that both texts have, of one kind, and in another order."""
    for kind in Kind:
        mine = [one for one, _ in pairs if one.kind is kind]
        theirs = sorted(
            (other for _, other in pairs if other.kind is kind), key=lambda one: one.start
        )
        for one, other in zip(mine, theirs, strict=True):
            if not other.is_said_by(one):
                yield _difference(kind, one, other)


def _difference(kind: Kind, known: Particular | None, asked: Particular | None) -> Difference:
    before = None if known is None else known.shown
    after = None if asked is None else asked.shown
    if kind is not Kind.LINK:
        return Difference(kind, before, after)
    if known is None or asked is None:
        return Difference(Kind.DOMAIN, before, after)
    host, meant = str(asked.value[0]), str(known.value[0])
    if host == meant:
        return Difference(Kind.LINK, before, after)
    alike = likeness(Address(0, 0, host), [meant])
    return Difference(Kind.DOMAIN, before, after, None if alike is None else alike.trick)


def _of_words(known: Prepared, asked: Prepared, at: Aligned) -> Iterator[Difference]:
    from rapidfuzz.distance import Indel

    mine, theirs = known.words[slice(*at.known)], asked.words[slice(*at.asked)]
    pieces = 0
    steps = ((*one,) for one in Indel.opcodes(mine, theirs).as_list())
    for _, start, end, other_start, other_end in _joined(steps):
        # Of a particular it is told what it is.
        before, after = mine[start:end], theirs[other_start:other_end]
        if all(word.startswith(PLACE) for word in (*before, *after)) or pieces == _MOST_PIECES:
            continue
        left = _shown(known, at.known[0] + start, at.known[0] + end)
        right = _shown(asked, at.asked[0] + other_start, at.asked[0] + other_end)
        named = _is_name(known, at.known[0] + start, at.known[0] + end) or _is_name(
            asked, at.asked[0] + other_start, at.asked[0] + other_end
        )
        pieces += 1
        yield Difference(Kind.NAME if named else Kind.WORDS, left, right)


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps that follow each other without a word that is the same, as one."""
    held: Step | None = None
    for step in steps:
        if step[0] == "equal":
            if held is not None:
                yield held
            held = None
        elif held is None:
            held = step
        else:
            held = ("replace", held[1], step[2], held[3], step[4])
    if held is not None:
        yield held


def _shown(text: Prepared, first: int, last: int) -> str | None:
    if first >= last:
        return None
    said = " ".join(text.text[text.spans[first][0] : text.spans[last - 1][1]].split())
    return said if len(said) <= _LONGEST_PIECE else said[:_LONGEST_PIECE].rstrip() + "…"


def _is_name(text: Prepared, first: int, last: int) -> bool:
    """Whether one of some words is written with a capital letter inside a sentence."""
    for place in range(first, last):
        start, end = text.spans[place]
        before = text.text[:start].rstrip()
        begins = not before or before[-1] in '.!?:\n“"*' or "\n" in text.text[len(before) : start]
        word = text.text[start:end]
        if word[:1].isupper() and not word.isupper() and not begins and len(word) > 1:
            return True
    return False
