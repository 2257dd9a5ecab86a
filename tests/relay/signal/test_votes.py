"""Votes in polls: read where they are whole, and nothing else of what groups say is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.signal.notification import Vote, read_notification

ACI = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
WHOLE = {"targetSentTimestamp": 1795362340397, "optionIndexes": [1], "voteCount": 2}


def vote_in(content: Any, source: Any = ACI) -> Vote | None:
    envelope = {"timestamp": 1, "sourceUuid": source, "dataMessage": content}
    body = {"method": "receive", "params": {"envelope": envelope, "account": "+447700900000"}}
    return read_notification(body).vote


def test_a_vote_is_read_and_is_no_message() -> None:
    assert vote_in({"pollVote": WHOLE, "groupInfo": {"groupId": "x"}}) == Vote(
        1795362340397, (1,), 2, "x"
    )


def test_a_vote_that_was_taken_back_has_no_choice() -> None:
    assert vote_in({"pollVote": {**WHOLE, "optionIndexes": []}}) == Vote(1795362340397, (), 2)


def test_a_vote_of_nobody_is_none() -> None:
    assert vote_in({"pollVote": WHOLE}, source=None) is None


@pytest.mark.parametrize("name", list(WHOLE))
@pytest.mark.parametrize("wrong", ["1", -1, True, 2**60, {}, [None], ["0"], 1.5])
def test_what_is_not_whole_is_no_vote(name: str, wrong: object) -> None:
    assert vote_in({"pollVote": {**WHOLE, name: wrong}}) in {None, Vote(1795362340397, (), 2)}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(content=_JSON, vote=_JSON)
def test_odd_content_never_crashes(content: Any, vote: Any) -> None:
    vote_in(content)
    vote_in({"pollVote": vote})
    vote_in({"pollVote": {**WHOLE, "optionIndexes": vote}})
