"""What people type around a report, read as they mean it and never as a guess that could harm."""

import pytest

from handlers.report.parsing import (
    begins_with_report,
    is_codeword,
    nearly_command,
    report_words,
    starts_report,
)
from relay.language.vocabulary import bare, vocabulary
from relay.language.words import shipped_locales

COMMANDS = vocabulary("en-GB")
WORDS = report_words("en-GB")

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
    assert starts_report(text, COMMANDS)


@pytest.mark.parametrize(
    "text", ["", "help", "hello", "yes", "post", "status", "queue", "export", "a report was read"]
)
def test_other_words_begin_nothing(text: str) -> None:
    assert not starts_report(text, COMMANDS)


def test_what_follows_the_word_begins_it_only_where_the_word_is_exact() -> None:
    assert begins_with_report("report he followed me home", COMMANDS)
    assert begins_with_report("Complaint: about last night", COMMANDS)
    assert not begins_with_report("repot the plants", COMMANDS)
    assert not begins_with_report("report", COMMANDS)


def test_the_code_word_is_understood_with_a_slip() -> None:
    assert is_codeword("Garden Party.", "garden party")
    assert is_codeword("gardn party", "garden party")
    assert not is_codeword("garden", "garden party")
    assert not is_codeword("garden party", None)
    assert not is_codeword("", "garden party")


@pytest.mark.parametrize("locale", shipped_locales())
@pytest.mark.parametrize("command", ["done", "send", "stop", "erase"])
def test_every_other_word_of_a_command_is_noticed(locale: str, command: str) -> None:
    """They are kept as parts of a report; who is not told that waits for what never comes."""
    commands, words = vocabulary(locale), report_words(locale)
    for word in commands.words(command):
        assert nearly_command(word, commands, words) != "", word


def test_so_is_what_says_in_several_words_that_it_is_done() -> None:
    for locale, text in (("es", "ya está"), ("es", "Listo."), ("pl", "to wszystko")):
        commands = vocabulary(locale)
        assert nearly_command(text, commands, report_words(locale)) == commands.name("done")


def test_a_slip_of_a_command_is_noticed() -> None:
    assert nearly_command("dnoe", COMMANDS, WORDS) == "done"
    assert nearly_command("stopp", COMMANDS, WORDS) == "stop"
    assert nearly_command("sned", COMMANDS, WORDS) == "send"
    assert nearly_command("no", COMMANDS, WORDS) == ""
    assert nearly_command("it is done now", COMMANDS, WORDS) == ""


def test_not_sure_is_an_answer() -> None:
    for text in ("not sure", "I'm not sure", "don’t know", "?", "maybe"):
        assert WORDS.is_not_sure(text)
    assert not WORDS.is_not_sure("")


def test_a_choice_is_a_number_and_nothing_else() -> None:
    assert WORDS.choice("2") == 2
    assert WORDS.choice("number two.") == 2
    assert WORDS.choice("option 3") == 3
    assert WORDS.choice("2 people hit me") is None
    assert WORDS.choice("\u202e1") == 1


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
    assert WORDS.people(text, ROLES) == roles


@pytest.mark.parametrize(
    "text", ["4", "0 and 1", "not the chair", "yes", "", "him", "the chair did it", "1 maybe", "12"]
)
def test_a_doubtful_answer_is_no_answer(text: str) -> None:
    assert WORDS.people(text, ROLES) is None


def test_what_is_compared_has_no_marks() -> None:
    assert bare("\u202e  Don’t   know!! \u200b") == "dont know"


@pytest.mark.parametrize("locale", shipped_locales())
def test_what_is_shipped_is_as_messages_are_compared(locale: str) -> None:
    words = report_words(locale)
    for some in (words.safeguarding, words.conduct, words.not_sure, words.nobody, words.everybody):
        assert {bare(word) for word in some} == some
    assert words.elsewhere.keys() <= vocabulary(locale).commands.keys()
