"""A feed comes from anybody: what is none is refused, and nothing in it can be changed unseen."""

import json
from time import process_time
from typing import Any

import pytest
from harness.feeds import FeedMaker
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.signed_feed.entry import FileDigest, Kind, Origin, canonical
from relay.signed_feed.models import LONGEST_TEXT, MOST_FILES
from relay.signed_feed.reading import (
    MOST_BYTES,
    FeedBroken,
    FeedUnreadable,
    Unreadable,
    read_feed,
)
from relay.signed_feed.verifying import verify


def _full() -> FeedMaker:
    maker = FeedMaker()
    maker.post(1, "The branch meets on Tuesday at 7 pm — “everybody” is welcome 🧡.")
    files = (FileDigest("1.png", "image/png", "a" * 64),)
    origin = Origin("b" * 64, 4, "The national party")
    maker.say(Kind.POST, 2, "From elsewhere.", files=files, origin=origin)
    maker.correct(1, "At 8 pm.")
    maker.rotate()
    maker.say(Kind.FALSE, 1, "An email that asks for your bank details is not ours.")
    maker.say(Kind.WITHDRAWN, 1)
    maker.retract(2)
    return maker


_MAKER = _full()
_DOCUMENT = _MAKER.newest()
_PINNED = _MAKER.first.public


def holds(document: bytes) -> bool:
    try:
        verify([read_feed(document)], _PINNED)
    except (FeedUnreadable, FeedBroken):
        return False
    return True


def test_what_is_read_is_what_was_signed() -> None:
    held = verify([read_feed(_DOCUMENT)], _PINNED)
    assert [one.entry for one in held.entries] == [one.entry for one in _MAKER.entries]
    assert [one.content for one in held.entries] == [one.content for one in _MAKER.entries]


@given(st.integers(0, len(_DOCUMENT) - 1), st.integers(1, 255))
@settings(max_examples=600, deadline=None)
def test_another_byte_anywhere_is_noticed(place: int, change: int) -> None:
    changed = bytearray(_DOCUMENT)
    changed[place] ^= change
    assert not holds(bytes(changed))


@given(st.integers(0, len(_DOCUMENT)), st.binary(min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_more_bytes_anywhere_are_noticed(place: int, more: bytes) -> None:
    assert not holds(_DOCUMENT[:place] + more + _DOCUMENT[place:])


@given(st.integers(0, len(_DOCUMENT) - 1), st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_fewer_bytes_anywhere_are_noticed(place: int, less: int) -> None:
    assert not holds(_DOCUMENT[:place] + _DOCUMENT[place + less :])


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for name in value:
            found += _paths(value[name], (*path, name))
    if isinstance(value, list):
        for index, one in enumerate(value):
            found += _paths(one, (*path, index))
    return found


_PATHS = _paths(json.loads(_DOCUMENT))
_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from(_PATHS), _anything)
@settings(max_examples=600, deadline=None)
def test_anything_in_the_place_of_anything_is_noticed(path: tuple[Any, ...], value: Any) -> None:
    changed = json.loads(_DOCUMENT)
    where = changed
    for step in path[:-1]:
        where = where[step]
    before = where[path[-1]]
    where[path[-1]] = value
    try:
        document = canonical(changed)
    except ValueError:
        document = json.dumps(changed).encode()
    if document != _DOCUMENT:
        assert not holds(document), (path, before)


@pytest.mark.parametrize("path", _PATHS, ids=str)
def test_whatever_is_taken_out_is_missed(path: tuple[Any, ...]) -> None:
    changed = json.loads(_DOCUMENT)
    where = changed
    for step in path[:-1]:
        where = where[step]
    del where[path[-1]]
    assert not holds(canonical(changed))


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_what_is_no_feed_is_refused_quietly(document: bytes) -> None:
    with pytest.raises(FeedUnreadable):
        read_feed(document)


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
        b"NaN",
        b'{"a":1e400}',
        b'{"version":"\\ud800"}',
        b'{"a":1,"a":2}',
        b"\xef\xbb\xbf" + _DOCUMENT,
        _DOCUMENT + b"\n",
        json.dumps(json.loads(_DOCUMENT)).encode(),
    ],
    ids=range(15),
)
def test_a_hostile_document_is_refused_quietly(document: bytes) -> None:
    with pytest.raises(FeedUnreadable):
        read_feed(document)


def test_what_is_too_large_is_not_even_parsed() -> None:
    with pytest.raises(FeedUnreadable) as caught:
        read_feed(b" " * (MOST_BYTES + 1))
    assert caught.value.reason is Unreadable.TOO_LARGE


@pytest.mark.parametrize(
    "inside", [[0] * 2_000_000, [[[]] * 40_000] * 2, {str(one): one for one in range(60_000)}]
)
def test_a_page_of_millions_of_parts_is_not_written_again(inside: object) -> None:
    page = json.loads(_DOCUMENT)
    page["more"] = inside
    document = json.dumps(page, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    assert len(document) < MOST_BYTES
    started = process_time()
    with pytest.raises(FeedUnreadable):
        read_feed(document)
    assert process_time() - started < 2


def test_the_largest_page_that_a_branch_can_make_is_read() -> None:
    maker = FeedMaker()
    files = tuple(FileDigest("x" * 300, "application/pdf", "a" * 64) for _ in range(MOST_FILES))
    for number in range(1, 101):
        maker.say(Kind.POST, number, "🧡" * LONGEST_TEXT, files=files)
    assert len(verify([read_feed(maker.newest())]).entries) == 100


def test_a_text_in_what_went_wrong_tells_nothing_of_the_feed() -> None:
    changed = _DOCUMENT.replace(b"At 8 pm.", b"At 9 pm.")
    with pytest.raises(FeedBroken) as caught:
        verify([read_feed(changed)])
    assert "pm" not in str(caught.value)
