"""Sealing, whoever brings the keys."""

import pytest
from cryptography.exceptions import InvalidTag

from relay.conduct.matters.sealing import CONTENT, MatterGone, MatterSealer
from relay.conduct.tables.keys import ConductKeys
from relay.safeguarding.sealing import Sealer
from relay.safeguarding.tables.keys import Keys
from relay.sealing import make_key, open_sealed, seal
from relay.store import Store


def test_what_is_sealed_opens_as_what_it_is_and_as_nothing_else() -> None:
    key = make_key()
    sealed = seal(key, "matter 412", b"it hurt")
    assert b"hurt" not in sealed
    assert open_sealed(key, "matter 412", sealed) == b"it hurt"
    with pytest.raises(InvalidTag):
        open_sealed(key, "matter 413", sealed)
    with pytest.raises(InvalidTag):
        open_sealed(make_key(), "matter 412", sealed)


def test_a_matter_never_opens_as_a_case_even_with_the_same_key(store: Store) -> None:
    matters, cases = MatterSealer(store[ConductKeys]), store[Keys]
    store[ConductKeys].make(7, CONTENT)
    sealed = matters.seal(7, "contents", "it hurt")
    key = store[ConductKeys].get(7, CONTENT)
    assert key is not None
    with store.transaction():
        cases._insert("case_keys", case_id=7, purpose="content", secret=key)
    with pytest.raises(InvalidTag):
        Sealer(cases).open_text(7, "contents", sealed)


def test_the_same_person_has_another_hash_on_either_side(store: Store) -> None:
    conduct = store[ConductKeys].store_secret("hashes")
    assert conduct != store[Keys].store_secret("hashes")


def test_what_a_destroyed_key_has_sealed_is_gone(store: Store) -> None:
    keys = store[ConductKeys]
    keys.make(412, CONTENT)
    sealer = MatterSealer(keys)
    sealed = sealer.seal(412, "contents", "it hurt")
    keys.destroy(412, CONTENT)
    with pytest.raises(MatterGone):
        sealer.open(412, "contents", sealed)
