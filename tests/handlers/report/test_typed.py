"""What people type around a report, read as they mean it and never as a guess that could harm."""

import pytest

from handlers.report.typed import (
    bare,
    begins_with_report,
    case_word,
    escape_word,
    is_codeword,
    is_not_sure,
    near_escape,
    read_choice,
    read_people,
    starts_report,
)

ROLES = ("Chair", "Welfare officer", "Vice chair")


@pytest.mark.parametrize(
    "text",
    [
        *("report", "Report.", "  REPORT!!", "reprot", "repot", "rport", "/report"),
        *("complaint", "Complant", "safeguarding", "safegaurding"),
        *("help me", "Help me!", "hepl me", "please help me", "helpme", "i need help"),
        "I want to report something",
    ],
)
def test_it_begins_with_plain_words_and_small_slips(text: str) -> None:
    assert starts_report(text)


@pytest.mark.parametrize(
    "text", ["", "help", "hello", "yes", "post", "status", "queue", "export", "a report was read"]
)
def test_other_words_begin_nothing(text: str) -> None:
    assert not starts_report(text)


def test_what_follows_the_word_begins_it_only_where_the_word_is_exact() -> None:
    assert begins_with_report("report he followed me home")
    assert begins_with_report("Complaint: about last night")
    assert not begins_with_report("repot the plants")
    assert not begins_with_report("report")


def test_the_code_word_is_understood_with_a_slip() -> None:
    assert is_codeword("Garden Party.", "garden party")
    assert is_codeword("gardn party", "garden party")
    assert not is_codeword("garden", "garden party")
    assert not is_codeword("garden party", None)
    assert not is_codeword("", "garden party")


def test_only_whole_messages_are_commands() -> None:
    assert escape_word("Stop.") == "stop"
    assert escape_word(" DONE ") == "done"
    assert escape_word("stop him please") == ""
    assert escape_word("note") == ""
    assert case_word("note") == "case"


def test_a_slip_of_a_command_is_noticed() -> None:
    assert near_escape("dnoe") == "done"
    assert near_escape("stopp") == "stop"
    assert near_escape("sned") == "send"
    assert near_escape("no") == ""
    assert near_escape("it is done now") == ""


def test_not_sure_is_an_answer() -> None:
    for text in ("not sure", "I'm not sure", "don’t know", "?", "maybe"):
        assert is_not_sure(text)
    assert not is_not_sure("")


def test_a_choice_is_a_number_and_nothing_else() -> None:
    assert read_choice("2") == 2
    assert read_choice("number two.") == 2
    assert read_choice("option 3") == 3
    assert read_choice("2 people hit me") is None
    assert read_choice("\u202e1") == 1


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("0", ()),
        ("no", ()),
        ("Nobody.", ()),
        ("no one", ()),
        ("1", ("Chair",)),
        ("1, 2", ("Chair", "Welfare officer")),
        ("1 and 3", ("Chair", "Vice chair")),
        ("one & two", ("Chair", "Welfare officer")),
        ("all of them", ROLES),
        ("the chair", ("Chair",)),
        ("vice chair", ("Vice chair",)),
        ("chair and vice chair", ("Chair", "Vice chair")),
        ("welfare oficer", ("Welfare officer",)),
    ],
)
def test_people_are_named_by_number_or_role(text: str, roles: tuple[str, ...]) -> None:
    assert read_people(text, ROLES) == roles


@pytest.mark.parametrize(
    "text", ["4", "0 and 1", "not the chair", "yes", "", "him", "the chair did it", "1 maybe", "12"]
)
def test_a_doubtful_answer_is_no_answer(text: str) -> None:
    assert read_people(text, ROLES) is None


def test_what_is_compared_has_no_marks() -> None:
    assert bare("\u202e  Don’t   know!! \u200b") == "dont know"
