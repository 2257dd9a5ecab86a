"""Whatever a branch does, its feed holds; whatever a mirror does to it, that is noticed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from harness.feeds import FeedMaker
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.signed_feed.entry import Kind, SignedEntry, signed
from relay.signed_feed.keys import SigningKey
from relay.signed_feed.reading import FeedBroken, FeedUnreadable, Known
from relay.signed_feed.verifying import verify

OPERATIONS = ("post", "correct", "retract", "warn", "withdraw", "rotate", "look")
_doings = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 9)), max_size=40)


def _do(maker: FeedMaker, doing: str, number: int) -> None:
    match doing:
        case "post":
            maker.post(number + 1, f"Post {number}, {len(maker.entries)}.")
        case "correct":
            maker.correct(number + 1, f"Corrected {number}, {len(maker.entries)}.")
        case "retract":
            maker.retract(number + 1)
        case "warn":
            maker.say(Kind.FALSE, number + 1, f"False {number}.")
        case "withdraw":
            maker.say(Kind.WITHDRAWN, number + 1)
        case "rotate":
            maker.rotate()


@given(_doings)
@settings(max_examples=60, deadline=None)
def test_whoever_looks_now_and_then_hears_everything_once(doings: list[tuple[str, int]]) -> None:
    maker, pinned = FeedMaker(), None
    heard: list[SignedEntry] = []
    known: Known | None = None
    for doing, number in (*doings, ("look", 0)):
        _do(maker, doing, number)
        if doing == "look":
            held = verify(maker.pages(), pinned, known)
            assert held.restarted is None
            heard += held.entries
            pinned, known = held.key, held.known or known
    assert [one.entry for one in heard] == [one.entry for one in maker.entries]


@given(_doings, st.integers(0, 20), _doings)
@settings(max_examples=60, deadline=None)
def test_after_a_restore_a_follower_ends_with_what_the_branch_has(
    before: list[tuple[str, int]], kept: int, after: list[tuple[str, int]]
) -> None:
    maker = FeedMaker()
    for doing, number in before:
        if doing != "rotate":
            _do(maker, doing, number)
    held = verify(maker.pages())
    has = {one.entry.number: one.entry for one in held.entries}
    maker.go_back(min(kept, len(maker.entries)))
    for doing, number in after:
        _do(maker, doing, number)
    again = verify(maker.pages(), None, held.known)
    if again.restarted is not None:
        has = {number: entry for number, entry in has.items() if number < again.restarted}
    has |= {one.entry.number: one.entry for one in again.entries}
    assert [has[number] for number in sorted(has)] == [one.entry for one in maker.entries]


def _left_out(maker: FeedMaker, at: int) -> None:
    del maker.entries[at]


def _twice(maker: FeedMaker, at: int) -> None:
    maker.entries.insert(at, maker.entries[at])


def _swapped(maker: FeedMaker, at: int) -> None:
    other = (at + 1) % len(maker.entries)
    maker.entries[at], maker.entries[other] = maker.entries[other], maker.entries[at]


def _of_another_kind(maker: FeedMaker, at: int) -> None:
    one = maker.entries[at]
    kind = Kind.RETRACTION if one.entry.kind is not Kind.RETRACTION else Kind.WITHDRAWN
    maker.entries[at] = replace(
        one, entry=replace(one.entry, kind=kind, content=None), content=None
    )


def _signed_by_another(maker: FeedMaker, at: int) -> None:
    one = maker.entries[at]
    maker.entries[at] = signed(one.entry, SigningKey.make(), one.content)


def _of_another_feed(maker: FeedMaker, at: int) -> None:
    other = FeedMaker()
    for _ in maker.entries:
        other.post(1, "Pay here.")
    maker.entries[at] = other.entries[at]


TAMPERING = (_left_out, _twice, _swapped, _of_another_kind, _signed_by_another, _of_another_feed)


@pytest.mark.parametrize("tamper", TAMPERING)
@given(st.integers(2, 30), st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_to_an_entry_is_noticed(
    tamper: Callable[[FeedMaker, int], None], count: int, data: st.DataObject
) -> None:
    maker = FeedMaker()
    for number in range(1, count + 1):
        maker.post(number, f"Post {number}.")
    known = verify(maker.pages()).known
    # The branch itself signs the page: even so, an entry that is touched is noticed. Without the
    # first, what is left looks like a page before which others stand.
    tamper(maker, data.draw(st.integers(1 if tamper is _left_out else 0, count - 1)))
    with pytest.raises((FeedBroken, FeedUnreadable)):
        verify(maker.pages(), maker.first.public, known)
