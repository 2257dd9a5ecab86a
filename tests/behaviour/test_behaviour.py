"""A sample of the record is still true: every state, and every message in one of them."""

import re
from collections.abc import Sequence

import pytest

from behaviour import record
from behaviour.noticed import Sentences
from behaviour.playing import Tried, everything, messages_of, playing
from behaviour.states import STATES, State, chains

PARTS = 2


def _sample(states: Sequence[State]) -> dict[str, list[str]]:
    """One message a state that was not tried before, then the rest wherever they are tried."""
    untried = dict.fromkeys(message for state in STATES for message in messages_of(state))
    sample: dict[str, list[str]] = {state.name: [] for state in states}
    for state in STATES:
        fresh = [message for message in messages_of(state) if message in untried]
        chosen = fresh[0] if fresh else next(iter(messages_of(state)))
        untried.pop(chosen, None)
        if state in states:
            sample[state.name].append(chosen)
    for count, message in enumerate(untried):
        homes = [state for state in STATES if message in messages_of(state)]
        home = homes[count % len(homes)]
        if home in states:
            sample[home.name].append(message)
    return sample


def sample_of(part: int) -> dict[str, list[str]]:
    """Return what is tried of one part, by state."""
    return _sample([state for chain in chains()[part::PARTS] for state in chain])


@pytest.mark.timeout(600)  # a few seconds by itself; a machine that is busy takes longer
@pytest.mark.parametrize("part", range(PARTS))
async def test_a_sample_of_the_record_is_still_true(part: int) -> None:
    recorded, sentences, now = record.read(), Sentences(), {}
    async with playing(sentences) as player:
        for state, messages in sample_of(part).items():
            for message, outcome in (await player.play(state, messages)).items():
                now[state, message] = str(outcome)
    was = {tried: recorded.get(tried, "") for tried in now}
    known = {**record.read_sentences(), **sentences}
    found = record.differences(was, now, known)
    assert not found, "Is it meant? Then make behaviour.\n" + "\n".join(found[:200])


def test_the_sample_has_every_state_and_every_message() -> None:
    sample = [sample_of(part) for part in range(PARTS)]
    assert {state for part in sample for state in part} == {state.name for state in STATES}
    tried = {message for part in sample for messages in part.values() for message in messages}
    assert tried == {message for state in STATES for message in messages_of(state)}


def test_the_record_is_complete_and_every_sentence_in_it_is_known() -> None:
    recorded, sentences = record.read(), record.read_sentences()
    assert set(recorded) == set(everything())
    named = {name for rest in recorded.values() for name in re.findall(r"#([0-9a-f]{8}) “", rest)}
    assert named <= sentences.keys()


def test_a_difference_names_just_what_is_not_as_it_was() -> None:
    sentences = Sentences()
    old, new, same = (sentences.name(text) for text in ("Old words.", "New words.", "The same."))
    first: Tried = ("admin", "yes")
    was = {first: f"one.A | Alex: {old} | Mo: {same}", ("admin", "no"): f"one.A | Alex: {same}"}
    now = {**was, first: f"two.B | Alex: {new} | Mo: {same}"}
    assert record.differences(was, was, sentences) == []
    assert record.differences(was, now, sentences) == [
        "admin | yes",
        "  - one.A",
        '  - Alex: "Old words."',
        "  + two.B",
        '  + Alex: "New words."',
        "1 x one.A -> two.B",
    ]
