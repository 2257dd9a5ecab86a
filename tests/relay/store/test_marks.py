"""Marks: what was stored stays what it is, and a key is made once."""

import hashlib

from relay.store.marks import KEY_BYTES, mark, new_key
from relay.store.store import Store
from relay.store.table import Table

KEY = bytes(range(KEY_BYTES))


class Keys(Table):
    """A table of keys."""

    def of(self, name: str) -> bytes:
        return self._key_of("join_keys", name=name)


def test_a_mark_of_one_is_the_hash_of_their_id_as_it_has_been_stored() -> None:
    known = hashlib.blake2b(b"5b7e", key=KEY, digest_size=8).digest()
    assert mark(KEY, 8, "5b7e") == known
    assert len(mark(KEY, 16, "5b7e")) == 16


def test_what_is_joined_cannot_be_taken_apart_in_another_way() -> None:
    assert mark(KEY, 12, "asked", 1, "2x") != mark(KEY, 12, "asked", 12, "x")
    assert mark(KEY, 12, "a", 1) == hashlib.blake2b(b"a\x001", key=KEY, digest_size=12).digest()


def test_under_another_key_nobody_is_known_again() -> None:
    assert mark(new_key(), 8, "5b7e") != mark(KEY, 8, "5b7e")


def test_a_key_is_made_once(store: Store) -> None:
    first = store[Keys].of("one")
    assert len(first) == KEY_BYTES
    assert store[Keys].of("one") == first
    assert store[Keys].of("two") != first
