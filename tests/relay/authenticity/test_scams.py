"""What somebody does to a real post so that what they want is called real."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from time import process_time

import pytest

from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.library import Library
from relay.authenticity.matcher import Matcher, everything
from relay.authenticity.verdicts import Outcome, Verdict

AT = datetime(2026, 11, 20, tzinfo=UTC)
DUES = (
    "Dear members, our dues are £5 a month. Please pay into account 20459137, sort code 20-11-43,"
    " by Friday 4 December. Questions to Anna on 020 7946 0018 or at"
    " https://branch.example.org/dues. Thank you all."
)
HALL = (
    "Our branch meeting is on Thursday at 7pm in the Round Chapel and everybody who is a member"
    " may vote on the budget there."
)
DAY = (
    "Hall A is where we meet on Saturday. Members pay £20 and those without work pay £5 for the"
    " whole day with food. Ring 020 7946 0018 for help and 020 7946 0019 for the press."
)
EVIL = "PAY HERE https://evil.example.com/x to account 11112222 or lose your vote"
ELSEWHERE = (
    "IMPORTANT CHANGE: the hall was cancelled by the council, so do not come there at all. Bring"
    " your ballot papers with cash to the house of Jane Smith in the old mill behind the station"
    " instead, where we collect them for everybody. Please tell all your friends about it at once."
)
SQUARED = "".join(chr(0x1F170 + ord(letter) - ord("A")) for letter in "CANCELLED")
CIRCLED = "".join(chr(0x1F150 + ord(letter) - ord("A")) for letter in "CANCELLED")
FLAGGED = " ".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in "CANCELLED")


def look(posted: str, asked: str) -> Verdict:
    post = KnownPost("hackney", "Hackney", True, 1, AT, posted)
    return Matcher(Library([post]), ("branch.example.org",), everything).look(asked)


@pytest.mark.parametrize(
    "between",
    [" " * 9_000, "\n" * 9_000, "\u200b" * 9_000, " \u200b" * 9_000, "." * 9_000, "\n" * 90_000],
)
def test_what_stands_behind_a_long_gap_is_not_overlooked(between: str) -> None:
    assert look(DUES, f"{DUES}{between}{EVIL}").outcome is Outcome.DIFFERS
    assert look(HALL, HALL.replace("7pm", "19:00") + between + EVIL).outcome is Outcome.DIFFERS


@pytest.mark.parametrize("words", [SQUARED, CIRCLED, FLAGGED])
def test_words_of_signs_are_words(words: str) -> None:
    found = look(DUES, f"{DUES}\n{words}")
    assert found.outcome is Outcome.DIFFERS or found.beside
    assert look(DUES, DUES.replace("Please pay", f"{words} Please pay")).outcome is Outcome.DIFFERS


@pytest.mark.parametrize(("begin", "end"), ["\u202e\u202c", "\u202d\u202c", "\u2067\u2069"])
def test_signs_that_turn_a_number_round_are_not_overlooked(begin: str, end: str) -> None:
    turned = DUES.replace("20459137", f"{begin}20459137{end}")
    assert look(DUES, turned).outcome is Outcome.DIFFERS
    assert look(DUES, turned.replace("Dear members", "Dear all")).outcome is Outcome.DIFFERS


def test_a_number_that_a_phone_has_framed_is_the_same() -> None:
    framed = DUES.replace("020 7946 0018", "\u202a020 7946 0018\u202c")
    assert look(DUES, framed).outcome is Outcome.SAME


@pytest.mark.parametrize(("one", "other"), [("£20", "£5"), ("0018", "0019")])
def test_two_things_that_have_changed_places_are_not_the_same(one: str, other: str) -> None:
    swapped = DAY.replace(one, "X").replace(other, one).replace("X", other)
    found = look(DAY, swapped)
    assert found.outcome is Outcome.DIFFERS
    assert found.differences


@pytest.mark.parametrize(
    ("posted", "asked"),
    [
        ("Thursday", "Thursday 31 December"),
        ("at 7:30", "at 7:30 am"),
        ("Thursday", "Thursday 3 December 2026"),
    ],
)
def test_a_day_that_a_copy_says_more_exactly_is_pointed_out(posted: str, asked: str) -> None:
    post = HALL.replace("at 7pm", "at 7:30")
    assert look(post, post.replace(posted, asked)).outcome is Outcome.DIFFERS


@pytest.mark.parametrize("form", ["{post}\n\n{more}", "{more}\n\n{post}"])
def test_a_long_paragraph_beside_a_copy_that_says_the_same_is_not_called_real(form: str) -> None:
    copy = form.format(post=HALL.replace("7pm", "19:00"), more=ELSEWHERE)
    assert look(HALL, copy).outcome is Outcome.DIFFERS


@pytest.mark.parametrize("added", ["Moved to Friday 11 Dec", "NEW TIME: 9.30 pm", "Now SW1A 1AA!"])
def test_a_new_day_time_or_place_beside_a_post_is_not_called_real(added: str) -> None:
    assert look(HALL, f"{HALL}\n{added}").outcome is Outcome.DIFFERS
    assert look(HALL, f"{added}\n{HALL}").outcome is Outcome.DIFFERS


def test_another_door_of_the_same_server_is_another_address() -> None:
    other = DUES.replace("example.org/", "example.org:8443/")
    assert look(DUES, other).outcome is Outcome.DIFFERS
    assert look(DUES, DUES.replace("example.org/", "example.org:443/")).outcome is Outcome.SAME


def test_two_very_long_texts_of_the_same_words_keep_nobody_waiting() -> None:
    words = [f"{chr(97 + one % 26)}{one * 7919 % 4001:x}" for one in range(1_300)]
    mixed = sorted(words, key=lambda word: sha256(word.encode()).digest())[:1_200]
    began = process_time()
    assert look(" ".join(words), " ".join(mixed)).outcome is not Outcome.SAME
    assert process_time() - began < 2


@pytest.mark.parametrize(
    "asked", ["https://branch.example.org/dues", "https://members.example.org"]
)
def test_nobody_who_is_followed_makes_the_branchs_own_address_false(asked: str) -> None:
    warned = KnownPost(
        "feed 1", "Leeds", False, 1, AT, f"A scam: {asked} is not real", state=PostState.FALSE
    )
    later = AT + timedelta(days=1)
    own = KnownPost("hackney", "Hackney", True, 1, later, "Join at https://members.example.org now")
    matcher = Matcher(Library([own, warned]), ("branch.example.org",), everything)
    assert matcher.look(asked).outcome in (Outcome.LINKED, Outcome.SAME_SITE)
