"""From each recorded answer, whatever is missing, null, odd or new: what is needed is read right.

Every release that was recorded, and every field of every successful answer that the client reads.
What is not there leads to a typed error or to a reading that claims nothing: see the table in
`relay.signal.answers`.
"""

import copy
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from answer_kinds import (
    KINDS,
    NOT_READ,
    ODD,
    ONLY_WHETHER,
    READ_AS_BYTES,
    answers,
    groups,
    instead,
    is_read,
    of_another_type,
    parent_of,
    places,
    wire,
    without,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from recordings import RELEASES, cases, endpoints

from relay.signal.answers import (
    read_identities,
    read_sent,
)
from relay.signal.error_mapping import map_error, read_failure
from relay.signal.errors import CallRefused, SignalApiError
from relay.signal.types import FailureKind, RecipientFailure, newest_keys

UNREADABLE = RecipientFailure(FailureKind.UNKNOWN)


def test_of_every_endpoint_it_is_said_how_its_answers_are_read() -> None:
    read = {name for kind in KINDS.values() for name in kind.endpoints}
    known = [*read, *READ_AS_BYTES, *NOT_READ, *ONLY_WHETHER]
    assert sorted(known) == sorted(endpoints())


def entries(reading: Any) -> list[Any]:
    return list(reading) if isinstance(reading, tuple) else [reading]


def same_but_for(expected: Any, found: Any, fed: dict[str, Any]) -> bool:
    """Whether two readings are the same, but for what is fed by the field that is missing."""
    if not is_dataclass(expected):
        return bool(expected == found)
    return all(
        (fed[one.name] is ... or getattr(found, one.name) == fed[one.name])
        if one.name in fed
        else getattr(found, one.name) == getattr(expected, one.name)
        for one in fields(expected)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_needed_is_right_whatever_else_is_missing_or_odd(kind: str) -> None:
    """A field is taken out, is null, or of another type."""
    tried = 0
    for value in answers(kind):
        expected = entries(KINDS[kind].read(wire(value)))
        for at in places(value):
            name = next((step for step in at if isinstance(step, str)), None)
            if name is None or name in KINDS[kind].needed:
                continue
            fed = KINDS[kind].feeds.get(name, {})
            index = at[0] if isinstance(at[0], int) else 0
            whole = parent_of(value, at)[at[-1]]
            for changed in (
                without(value, at),
                *(instead(value, at, odd) for odd in of_another_type(whole, at[-1])),
            ):
                found = entries(KINDS[kind].read(wire(changed)))
                assert len(found) == len(expected), at
                for place, (one, other) in enumerate(zip(expected, found, strict=True)):
                    assert same_but_for(one, other, fed if place == index else {}), (at, changed)
                tried += 1
    assert tried or kind in ("accounts", "timestamp", "new group", "device link")


@pytest.mark.parametrize("kind", [name for name in KINDS if KINDS[name].needed])
def test_without_what_is_needed_it_is_one_clear_error_or_left_out(kind: str) -> None:
    for value in answers(kind):
        expected = entries(KINDS[kind].read(wire(value)))
        for at in places(value):
            if at[-1] not in KINDS[kind].needed or len(at) > 2:
                continue
            whole = parent_of(value, at)[at[-1]]
            for changed in (
                without(value, at),
                *(instead(value, at, odd) for odd in of_another_type(whole, at[-1])),
            ):
                if len(expected) == 1 or kind == "sent":
                    if kind == "contacts":
                        assert KINDS[kind].read(wire(changed)) == ()
                        continue
                    with pytest.raises(CallRefused) as caught:
                        KINDS[kind].read(wire(changed))
                    assert caught.value.code == "bad_answer"
                else:
                    rest = [one for place, one in enumerate(expected) if place != at[0]]
                    assert entries(KINDS[kind].read(wire(changed))) == rest, at


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_written_anywhere_it_is_read_or_refused(kind: str) -> None:
    for value in answers(kind):
        for at in places(value):
            for odd in ODD:
                _read_or_refused(kind, wire(instead(value, at, odd)))
    for odd in ODD:
        _read_or_refused(kind, wire(odd))


def _read_or_refused(kind: str, body: bytes) -> None:
    if is_read(kind, body):
        # What is read can be stored: half of a surrogate pair cannot.
        repr_of_all(KINDS[kind].read(body)).encode()


def repr_of_all(reading: Any) -> str:
    if is_dataclass(reading):
        return "".join(repr_of_all(getattr(reading, one.name)) for one in fields(reading))
    if isinstance(reading, tuple):
        return "".join(map(repr_of_all, reading))
    return str(reading)


@settings(max_examples=100, deadline=None)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    data=st.data(),
    name=st.sampled_from(["newField", "isNew", "timestamps", "error", "warnings", "_id"]),
    new=st.sampled_from(ODD),
)
def test_whatever_is_new_changes_nothing(
    kind: str, data: st.DataObject, name: str, new: Any
) -> None:
    found = [value for value in answers(kind) if any(isinstance(one, dict) for one in _all(value))]
    if not found:
        return
    value = data.draw(st.sampled_from(found))
    changed = copy.deepcopy(value)
    data.draw(st.sampled_from([one for one in _all(changed) if isinstance(one, dict)]))[name] = new
    assert KINDS[kind].read(wire(changed)) == KINDS[kind].read(wire(value))


def _all(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _all(inner)


@pytest.mark.parametrize(
    "errors",
    [
        *("odd", True, 5, [1], ["odd"], [{"reason": "NETWORK_FAILURE"}], {"x": 1}),
        *({"recipients": "odd"}, {"recipients": {"number": "x"}}, {"recipients": []}),
        *({"recipients": [None]}, {"recipients": ["odd"]}, {"recipients": [{}]}),
    ],
)
def test_errors_that_cannot_be_read_never_mean_that_everybody_got_it(errors: Any) -> None:
    for value in answers("sent"):
        changed = copy.deepcopy(value)
        (changed[0] if isinstance(changed, list) else changed)["errors"] = errors
        sent = read_sent(wire(changed))
        assert sent.failures == (UNREADABLE,)
        assert sent.names_failures


def test_no_errors_mean_that_everybody_got_it() -> None:
    plain = [value for value in answers("sent") if b"errors" not in wire(value)]
    for value in plain:
        nothing: tuple[Any, ...] = (None, {}, [], "", False)
        for none in nothing:
            changed = copy.deepcopy(value)
            (changed[0] if isinstance(changed, list) else changed)["errors"] = none
            assert read_sent(wire(changed)) == read_sent(wire(value))
            assert read_sent(wire(changed)).failures == ()
    assert len(plain) >= 2


def test_of_several_entries_no_failure_is_lost() -> None:
    error = {"recipients": [{"uuid": "x", "reason": "A_NEW_ONE"}]}
    sent = read_sent(wire([{"timestamp": "17"}, {"errors": error}, {"timestamp": "18"}]))
    assert sent.timestamp == 17
    assert sent.failures == (RecipientFailure(FailureKind.OTHER, "x"),)


def test_an_unknown_reason_or_a_nameless_recipient_is_still_a_failure() -> None:
    for value in answers("sent"):
        for at in places(value):
            if "recipients" not in at or not isinstance(at[-1], str) or at[-1] == "recipients":
                continue
            whole = len(read_sent(wire(value)).failures)
            for odd in (*ODD, "A_NEW_REASON"):
                assert len(read_sent(wire(instead(value, at, odd))).failures) == whole, at
            assert len(read_sent(wire(without(value, at))).failures) == whole, at


def test_what_is_read_of_a_group_claims_nothing() -> None:
    """Nobody is made a member or an admin by what cannot be read, and nothing of theirs opened."""
    for kind in ("groups", "group"):
        for value in answers(kind):
            expected = KINDS[kind].read(wire(value))
            for at in places(value):
                for odd in (..., *ODD):
                    changed = without(value, at) if odd is ... else instead(value, at, odd)
                    if not is_read(kind, wire(changed)):
                        continue
                    known = {one.id: one for one in expected}
                    for found in KINDS[kind].read(wire(changed)):
                        before = known.get(found.id)
                        if before is None:
                            continue
                        assert ids(found.admins) - ODD_IDS <= ids(before.admins), at
                        assert found.admin <= before.admin, at
                        told = at[-1] == "member" and odd is True
                        assert found.member <= (before.member or told or "member" in at), at


ODD_IDS = {"odd", "\N{REPLACEMENT CHARACTER} half of a pair"}


def ids(people: Any) -> set[str]:
    return {name for one in people for name in (one.account_id, one.number) if name}


@pytest.mark.parametrize("value", ["some-members", "", "ONLY_ADMINS", None, 5])
def test_a_permission_that_is_not_known_is_none(value: Any) -> None:
    tried = 0
    for listed in answers("groups"):
        for at in places(listed):
            if at[-2:-1] == ("permissions",):
                found = groups(wire(instead(listed, at, value)))[int(at[0])].permissions
                assert getattr(found, str(at[-1])) is None
                tried += 1
    assert tried


@pytest.mark.parametrize("status", ["", None, "TRUSTED_SOMEHOW", "untrusted", 5, ["UNTRUSTED"]])
def test_only_what_is_said_to_be_untrusted_is(status: Any) -> None:
    for listed in answers("identities"):
        for index, _ in enumerate(listed):
            found = read_identities(wire(instead(listed, (index, "status"), status)))
            assert not found[index].is_untrusted
            assert replace(found[index], status="x") == replace(
                read_identities(wire(listed))[index], status="x"
            )


def test_a_key_without_a_number_to_compare_is_nobodys_newest() -> None:
    for listed in answers("identities"):
        for index, entry in enumerate(listed):
            found = read_identities(wire(without(listed, (index, "safety_number"))))
            assert entry["uuid"] not in newest_keys(found)


@pytest.mark.parametrize("listing", ["groups", "identities", "contacts"])
@pytest.mark.parametrize("body", [[None], ["odd"], [5, [], True], [[{}]]])
def test_a_list_of_which_nothing_can_be_read_is_not_an_empty_one(listing: str, body: Any) -> None:
    with pytest.raises(CallRefused) as caught:
        KINDS[listing].read(wire(body))
    assert caught.value.code == "bad_answer"


@pytest.mark.parametrize("listing", ["groups", "identities", "contacts", "accounts"])
@pytest.mark.parametrize("body", [b"[]", b"null"])
def test_an_empty_list_is_nothing(listing: str, body: bytes) -> None:
    assert KINDS[listing].read(body) == ()


def test_every_failed_answer_means_the_same_whatever_else_is_in_it() -> None:
    """Only its text and the tokens of a challenge are read; without them its status decides."""
    seen = {
        (case.status, case.content): case.json
        for release in RELEASES
        for name in endpoints()
        for case in cases(release, name)
        if case.status is not None and case.status >= 400 and case.content.startswith(b"{")
    }
    for (status, body), value in seen.items():
        expected = meaning(status, body)
        for at in places(value):
            read = at[0] in ("error", "challenge_tokens")
            for changed in (without(value, at), *(instead(value, at, odd) for odd in ODD)):
                found = meaning(status, wire(changed))
                assert issubclass(found[0], SignalApiError)
                assert read or found == expected, at
        for odd in ODD:
            assert meaning(status, wire({**value, "newField": odd})) == expected
    assert len(seen) > 50


def meaning(status: int, body: bytes) -> tuple[type[SignalApiError], str]:
    error = map_error(read_failure(status, body))
    return type(error), error.code if isinstance(error, CallRefused) else ""
